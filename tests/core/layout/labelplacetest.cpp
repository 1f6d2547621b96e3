// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/io/blueprintreader.h"
#include "core/io/files.h"
#include "core/model/patch.h"
#include "tests/support/coveringlabels.h"
#include "tests/support/fakelayout.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

qsizetype hops(const Blueprint& blueprint, const Layout& layout)
{
    qsizetype count = 0;
    for (const Connection& connection : blueprint.connections())
        count += layout.route(connection.id)->hops.size();
    return count;
}

/// The words of a connection and the ends of its last stretch.
struct LastStretch
{
    LastStretch(const Layout& layout, const char* id)
    {
        const Route route = *layout.route(ConnectionId(QString::fromLatin1(id)));
        label = route.label;
        turn = route.points[route.points.size() - 2];
        end = route.points.last();
    }
    [[nodiscard]] bool holdsItsLabel() const
    {
        return label.left() > turn.x() && label.right() < end.x() && label.center().y() == end.y();
    }

    QRectF label;
    QPointF turn;
    QPointF end;
};

/// One card that hands on to so many lanes of the next step.
Blueprint handedToLanes(int lanes)
{
    QByteArray notation = "lane s stage=frontstage\ncard a lane=s step=1\n";
    for (int i = 0; i < lanes; ++i) {
        const QByteArray number = QByteArray::number(i);
        notation += "lane l" + number + " stage=frontstage\ncard t" + number + " lane=l" + number + " step=2\n";
        notation += "a -> t" + number + " \"name and number\"\n";
    }
    return blueprintOf(notation);
}

} // namespace

TEST(LabelPlace, coversNothingWhereADecisionLeadsToCardsOfOneCell)
{
    const Blueprint blueprint = blueprintOf(R"(
        lane b stage=backstage
        card q lane=b step=1 "Large or small?"
        card x lane=b step=2
        card y lane=b step=2
        card z lane=b step=2
        card w lane=b step=2
        q -> z if "medium"
        q -> w if "small"
        q -> x if "very large"
        q -> y if "large"
    )");
    const Layout layout = layoutOf(blueprint);
    EXPECT_EQ(coveringLabels(blueprint, layout), QStringList());
    EXPECT_EQ(hops(blueprint, layout), 0);
    for (const char* id : {"e1", "e2", "e4"})
        EXPECT_TRUE(LastStretch(layout, id).holdsItsLabel()) << id;
}

TEST(LabelPlace, comesFromCardsOfOneCellWithoutCrossing)
{
    const Blueprint blueprint = blueprintOf(R"(
        lane b stage=backstage
        card x lane=b step=1
        card y lane=b step=1
        card z lane=b step=1
        card q lane=b step=2
        z -> q "late"
        x -> q "early"
        y -> q "in time"
    )");
    const Layout layout = layoutOf(blueprint);
    EXPECT_EQ(hops(blueprint, layout), 0);
    EXPECT_LT(layout.route(ConnectionId(QStringLiteral("e2")))->points.last().y(),
              layout.route(ConnectionId(QStringLiteral("e3")))->points.last().y());
    EXPECT_LT(layout.route(ConnectionId(QStringLiteral("e3")))->points.last().y(),
              layout.route(ConnectionId(QStringLiteral("e1")))->points.last().y());
}

TEST(LabelPlace, isPastTheTurnWhereManyLeaveOneCard)
{
    const Blueprint blueprint = handedToLanes(6);
    const Layout layout = layoutOf(blueprint);
    EXPECT_EQ(coveringLabels(blueprint, layout), QStringList());
    for (const char* id : {"e1", "e3", "e6"})
        EXPECT_TRUE(LastStretch(layout, id).holdsItsLabel()) << id;
}

TEST(LabelPlace, movesPastTheTurnWhenOthersCome)
{
    const FakeMeasurer measurer;
    Blueprint blueprint = handedToLanes(3);
    const Blueprint with = blueprint;
    const ConnectionId last(QStringLiteral("e3"));
    const Connection third = *blueprint.find(last);
    Patch remove;
    remove.changes += ElementChange<Connection>{third, std::nullopt};
    ASSERT_TRUE(apply(blueprint, remove));
    Layout layout = updateLayout(layoutOf(with), blueprint, remove, measurer);
    EXPECT_FALSE(LastStretch(layout, "e1").holdsItsLabel());
    EXPECT_EQ(LastStretch(layout, "e1").label, LastStretch(layoutOf(blueprint), "e1").label);

    Patch add;
    add.changes += ElementChange<Connection>{std::nullopt, third};
    ASSERT_TRUE(apply(blueprint, add));
    layout = updateLayout(std::move(layout), blueprint, add, measurer);
    EXPECT_TRUE(LastStretch(layout, "e1").holdsItsLabel());
    EXPECT_EQ(LastStretch(layout, "e1").label, LastStretch(layoutOf(blueprint), "e1").label);
}

TEST(LabelPlace, isNarrowerWhereItsWordsWouldCoverTheAnswer)
{
    const Blueprint blueprint = blueprintOf(R"(
        lane g stage=customer
        lane n stage=frontstage
        lane m stage=frontstage
        lane b stage=frontstage
        card p lane=n step=1
        card o lane=m step=1
        card r lane=b step=1
        card a lane=g step=2
        card c lane=b step=2
        p -> r
        a ?> c "the first inspect"
        c !> a
    )");
    const Layout layout = layoutOf(blueprint);
    EXPECT_EQ(layout.route(ConnectionId(QStringLiteral("e2")))->labelLines.size(), 2);
    EXPECT_EQ(coveringLabels(blueprint, layout), QStringList());

    // Attached to nothing it has all the room there is.
    const Connection attached = *blueprint.find(ConnectionId(QStringLiteral("e2")));
    Connection loose = attached;
    loose.from = loose.to = LooseEnd();
    Patch patch;
    patch.changes += ElementChange<Connection>{attached, loose};
    Blueprint after = blueprint;
    ASSERT_TRUE(apply(after, patch));
    const Layout updated = updateLayout(layoutOf(blueprint), after, patch, FakeMeasurer());
    EXPECT_EQ(updated.route(loose.id)->labelLines, layoutOf(after).route(loose.id)->labelLines);
    EXPECT_EQ(updated.route(loose.id)->label, layoutOf(after).route(loose.id)->label);
}

TEST(LabelPlace, coversNothingInTheTemplates)
{
    for (const QString& name :
         {QStringLiteral("restaurant"), QStringLiteral("bank-loan"), QStringLiteral("car-dealer")}) {
        const QString file = QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/templates/%1.blueprint").arg(name);
        const Result<QByteArray> bytes = readFile(file);
        ASSERT_TRUE(bytes);
        const Result<Blueprint> blueprint = readBlueprint(*bytes, file);
        ASSERT_TRUE(blueprint);
        EXPECT_EQ(coveringLabels(*blueprint, layoutOf(*blueprint)), QStringList()) << qPrintable(name);
    }
}
