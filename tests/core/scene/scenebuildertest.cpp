// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/scenebuilder.h"

#include "core/scene/displaylistjson.h"
#include "tests/support/fakemeasurer.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

ElementRef ref(ElementKind kind, const char* id)
{
    return {kind, QString::fromLatin1(id)};
}

QStringList textsOf(const DisplayItem& item)
{
    QStringList texts;
    for (const DrawOp& op : item.ops) {
        if (const auto* text = std::get_if<TextOp>(&op))
            texts += text->text;
    }
    return texts;
}

class Scene : public ::testing::Test
{
protected:
    SceneBuilder builder() { return {blueprint, layout, lightTheme(), options, measurer}; }

    FakeMeasurer measurer;
    Blueprint blueprint = blueprintOf(R"(
        dept d "Bar"
        role r dept=d "Bartender"
        phase p "Order"
        lane g stage=customer "Guest"
        lane b stage=frontstage role=r "Counter"
        card a lane=g step=1 phase=p minutes=2 "Order a drink"
        card c lane=b step=1 "Serve it"
        a ?> c drink
        c !> a
    )");
    Layout layout = layoutBlueprint(blueprint, {}, measurer);
    SceneOptions options;
};

} // namespace

TEST_F(Scene, writesWhatACardSays)
{
    EXPECT_EQ(textsOf(builder().cardItem(CardId(QStringLiteral("a")))),
              QStringList({QStringLiteral("Order a drink"), QStringLiteral("2 min")}));
    EXPECT_EQ(textsOf(builder().cardItem(CardId(QStringLiteral("c")))),
              QStringList({QStringLiteral("Serve it"), QStringLiteral("Bartender")}));
}

TEST_F(Scene, namesLanesPhasesAndTheLineBetween)
{
    QStringList texts;
    for (const DisplayItem& item : buildDisplayList(blueprint, layout, lightTheme(), options, measurer).items)
        texts += textsOf(item);
    for (const char* expected : {"Guest", "Counter", "Bar · Bartender", "Order", "LINE OF INTERACTION", "drink"})
        EXPECT_TRUE(texts.contains(QString::fromUtf8(expected))) << expected;
}

TEST_F(Scene, numbersFindingsAtTheirElement)
{
    Finding finding;
    finding.severity = Severity::Error;
    finding.evidence = {{Evidence::Part::Subject, ref(ElementKind::Card, "c"), {}},
                        {Evidence::Part::Culprit, ref(ElementKind::Connection, "e1"), {}}};
    Finding accepted = finding;
    accepted.accepted = Acceptance();
    options = calloutsFor(blueprint, {accepted, finding});
    EXPECT_EQ(options.callouts.value(ref(ElementKind::Card, "c")), QList({Callout{1, Severity::Error}}));
    EXPECT_EQ(textsOf(builder().badgeItem(ref(ElementKind::Card, "c"))), QStringList{QStringLiteral("1")});
    EXPECT_TRUE(builder().badgeItem(ref(ElementKind::Card, "a")).ops.isEmpty());
    EXPECT_EQ(options.tinted.value(ref(ElementKind::Connection, "e1")), Severity::Error);
}

TEST_F(Scene, fadesWhatIsNotInTheThread)
{
    const DisplayItem before = builder().cardItem(CardId(QStringLiteral("c")));
    options.lit = {ref(ElementKind::Card, "a")};
    EXPECT_NE(builder().cardItem(CardId(QStringLiteral("c"))), before);
    options.lit.insert(ref(ElementKind::Card, "c"));
    EXPECT_EQ(builder().cardItem(CardId(QStringLiteral("c"))), before);
}

TEST_F(Scene, leavesOutWhatIsHidden)
{
    options.hidden = {ref(ElementKind::Card, "a"), ref(ElementKind::Connection, "e1")};
    EXPECT_TRUE(builder().cardItem(CardId(QStringLiteral("a"))).ops.isEmpty());
    EXPECT_TRUE(builder().connectionItem(ConnectionId(QStringLiteral("e1"))).ops.isEmpty());
    EXPECT_TRUE(builder().labelItem(ConnectionId(QStringLiteral("e1"))).ops.isEmpty());
}

TEST_F(Scene, isTheSameEachTimeAndDrawsNothingOutsideItsBounds)
{
    std::mt19937 random(31);
    for (int round = 0; round < 20; ++round) {
        const Blueprint drawn = randomBlueprint(random);
        const Layout placed = layoutBlueprint(drawn, {}, measurer);
        const DisplayList list = buildDisplayList(drawn, placed, lightTheme(), {}, measurer);
        EXPECT_EQ(writeDisplayList(list),
                  writeDisplayList(buildDisplayList(drawn, placed, lightTheme(), {}, measurer)));
        for (const DisplayItem& item : list.items) {
            for (const DrawOp& op : item.ops) {
                if (const auto* rect = std::get_if<RectOp>(&op)) {
                    EXPECT_TRUE(item.bounds.adjusted(-0.1, -0.1, 0.1, 0.1).contains(rect->rect));
                }
                if (const auto* path = std::get_if<PathOp>(&op)) {
                    for (const PathOp::Segment& segment : path->segments)
                        EXPECT_TRUE(segment.kind == PathOp::Segment::Kind::Close ||
                                    item.bounds.adjusted(-1, -1, 1, 1).contains(segment.to));
                }
            }
        }
    }
}

TEST_F(Scene, showsOnlyWhatTouchesTheArea)
{
    const QRectF card = layout.cardRect(CardId(QStringLiteral("a")));
    QStringList ids;
    for (const DisplayItem& item : builder().gridItems(card.adjusted(2, 2, -2, -40))) {
        if (item.layer == Layer::Card)
            ids += item.element.id;
    }
    EXPECT_EQ(ids, QStringList{QStringLiteral("a")});
}

TEST_F(Scene, drawsStickyNotesAsSheetsWithAFoldedCorner)
{
    blueprint = blueprintOf(R"(
        lane b stage=frontstage "Counter"
        card c lane=b step=1 "Serve it"
        card n lane=b step=2 kind=pain "Too loud"
    )");
    layout = layoutBlueprint(blueprint, {}, measurer);
    const auto fills = [&](const char* id) {
        QList<Rgba> found;
        for (const DrawOp& op : builder().cardItem(CardId(QString::fromLatin1(id))).ops) {
            if (const auto* path = std::get_if<PathOp>(&op); path && path->segments.size() == 6)
                found += path->fill;
        }
        return found;
    };
    EXPECT_TRUE(fills("n").contains(lightTheme().painPoint));
    EXPECT_TRUE(fills("c").isEmpty());
}
