// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/gridlayout.h"
#include "core/model/patch.h"
#include "core/model/queries.h"
#include "tests/support/fakelayout.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

Route routeOf(const Layout& layout, const char* id)
{
    return *layout.route(ConnectionId(QString::fromLatin1(id)));
}

/// The stretches of a route as thin rectangles.
QList<QRectF> stretches(const Route& route)
{
    QList<QRectF> rects;
    for (qsizetype i = 0; i + 1 < route.points.size(); ++i)
        rects += QRectF(route.points[i], route.points[i + 1]).normalized().adjusted(-0.1, -0.1, 0.1, 0.1);
    return rects;
}

bool isOrthogonal(const Route& route)
{
    for (qsizetype i = 0; i + 1 < route.points.size(); ++i) {
        if (route.points[i].x() != route.points[i + 1].x() && route.points[i].y() != route.points[i + 1].y())
            return false;
    }
    return route.points.size() >= 2;
}

bool onEdge(const QRectF& card, const QPointF& point)
{
    return card.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point) && !card.adjusted(1, 1, -1, -1).contains(point);
}

} // namespace

TEST(Routing, neverRunsThroughACard)
{
    std::mt19937 random(21);
    const FakeMeasurer measurer;
    for (int round = 0; round < 120; ++round) {
        const Blueprint blueprint = randomBlueprint(random, {2 + round % 6, 3 + round % 8, 10 + round % 50, 40});
        const Layout layout = layoutBlueprint(blueprint, {}, measurer);
        for (const Connection& connection : blueprint.connections()) {
            const Route route = *layout.route(connection.id);
            ASSERT_TRUE(isOrthogonal(route)) << qPrintable(connection.id.value);
            for (const Card& card : blueprint.cards()) {
                const QRectF inside = layout.cardRect(card.id).adjusted(0.2, 0.2, -0.2, -0.2);
                for (const QRectF& stretch : stretches(route))
                    ASSERT_FALSE(stretch.intersects(inside)) << qPrintable(connection.id.value) << " through "
                                                             << qPrintable(card.id.value) << " in round " << round;
            }
        }
    }
}

TEST(Routing, endsAtTheCardsItConnects)
{
    std::mt19937 random(22);
    const FakeMeasurer measurer;
    for (int round = 0; round < 40; ++round) {
        const Blueprint blueprint = randomBlueprint(random, {5, 8, 30, 40});
        const Layout layout = layoutBlueprint(blueprint, {}, measurer);
        for (const Connection& connection : blueprint.connections()) {
            const Route route = *layout.route(connection.id);
            if (const CardId* from = cardAt(connection.from)) {
                EXPECT_TRUE(onEdge(layout.cardRect(*from), route.points.first())) << qPrintable(connection.id.value);
            }
            if (const CardId* to = cardAt(connection.to)) {
                EXPECT_TRUE(onEdge(layout.cardRect(*to), route.points.last())) << qPrintable(connection.id.value);
            }
            if (laneAt(connection.from)) {
                EXPECT_EQ(route.points.first().x(), layout.headerWidth());
            }
        }
    }
}

TEST(Routing, runsStraightBetweenNeighbours)
{
    const Layout layout = layoutOf(R"(
        lane g stage=customer
        lane b stage=frontstage
        card a lane=g step=1
        card c lane=g step=3
        card d lane=b step=1
        a -> c
        a -- d
    )");
    EXPECT_EQ(routeOf(layout, "e1").points.size(), 2);
    EXPECT_EQ(routeOf(layout, "e2").points.size(), 2);
}

TEST(Routing, keepsRequestAndAnswerApart)
{
    const Layout layout = layoutOf(R"(
        lane g stage=customer
        lane b stage=frontstage
        card a lane=g step=1
        card d lane=b step=1
        a ?> d drink
        d !> a drink
    )");
    const Route request = routeOf(layout, "e1");
    const Route answer = routeOf(layout, "e2");
    EXPECT_GE(answer.points.first().x() - request.points.first().x(), 8);
    const double middle = layout.cardRect(CardId(QStringLiteral("a"))).center().x();
    EXPECT_DOUBLE_EQ(middle - request.points.first().x(), answer.points.first().x() - middle);
}

TEST(Routing, spreadsParallelConnections)
{
    std::mt19937 random(23);
    const FakeMeasurer measurer;
    int overlaps = 0;
    for (int round = 0; round < 40; ++round) {
        const Blueprint blueprint = randomBlueprint(random, {4, 6, 24, 16});
        const Layout layout = layoutBlueprint(blueprint, {}, measurer);
        QList<std::pair<QRectF, ConnectionId>> all;
        for (const Connection& connection : blueprint.connections()) {
            const Route route = *layout.route(connection.id);
            if (route.looseFrom || route.looseTo)
                continue;
            for (const QRectF& stretch : stretches(route))
                all.append({stretch, connection.id});
        }
        for (qsizetype i = 0; i < all.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j) {
                const QRectF common = all[i].first & all[j].first;
                if (all[i].second != all[j].second && std::max(common.width(), common.height()) > 8)
                    ++overlaps;
            }
        }
    }
    EXPECT_EQ(overlaps, 0);
}

TEST(Routing, keepsLabelsOffCards)
{
    std::mt19937 random(24);
    const FakeMeasurer measurer;
    int covered = 0;
    int labels = 0;
    for (int round = 0; round < 60; ++round) {
        const Blueprint blueprint = randomBlueprint(random, {5, 8, 30, 24});
        const Layout layout = layoutBlueprint(blueprint, {}, measurer);
        for (const Connection& connection : blueprint.connections()) {
            const Route route = *layout.route(connection.id);
            if (route.label.isNull())
                continue;
            ++labels;
            covered += layout.cardsIn(route.label).isEmpty() ? 0 : 1;
        }
    }
    EXPECT_GT(labels, 100);
    EXPECT_EQ(covered, 0);
}

TEST(Routing, hopsWhereConnectionsCross)
{
    const Layout layout = layoutOf(R"(
        lane g stage=customer
        lane b stage=frontstage
        lane c stage=backstage
        card a lane=g step=2
        card l lane=b step=1
        card r lane=b step=3
        card d lane=c step=2
        l -> r
        a -> d
    )");
    const Route across = routeOf(layout, "e1");
    ASSERT_EQ(across.hops.size(), 1);
    EXPECT_EQ(across.hops[0].x(), routeOf(layout, "e2").points[0].x());
    EXPECT_TRUE(routeOf(layout, "e2").hops.isEmpty());
}

TEST(Routing, drawsALooseEndAsAShortStub)
{
    BlueprintBuilder builder;
    Lane lane;
    lane.id = LaneId(QStringLiteral("l"));
    Card card;
    card.id = CardId(QStringLiteral("a"));
    card.lane = lane.id;
    Connection connection;
    connection.id = ConnectionId(QStringLiteral("e1"));
    connection.from = card.id;
    builder.lanes = {lane};
    builder.cards = {card};
    builder.connections = {connection};
    const Layout layout = layoutOf(*std::move(builder).build());
    const Route route = routeOf(layout, "e1");
    EXPECT_TRUE(route.looseTo);
    EXPECT_EQ(route.points.first().x(), layout.cardRect(card.id).right());
    EXPECT_LT(route.points.last().x() - route.points.first().x(), 40);
}

TEST(Routing, leavesTheWaysAloneWhenACardIsRenamed)
{
    std::mt19937 random(25);
    const FakeMeasurer measurer;
    const Blueprint blueprint = randomBlueprint(random, {5, 8, 30, 30});
    const Layout before = layoutBlueprint(blueprint, {}, measurer);
    const Card& card = *blueprint.cards().begin();
    Card renamed = card;
    renamed.title = QStringLiteral("Other");
    Patch patch;
    patch.changes += ElementChange<Card>{card, renamed};
    Blueprint edited = blueprint;
    ASSERT_TRUE(apply(edited, patch));
    const Layout after = updateLayout(before, edited, patch, measurer);
    for (const Connection& connection : blueprint.connections()) {
        const Route old = *before.route(connection.id);
        const Route now = *after.route(connection.id);
        ASSERT_EQ(old.points.size(), now.points.size());
        for (qsizetype i = 0; i < old.points.size(); ++i)
            EXPECT_EQ(old.points[i].x(), now.points[i].x());
    }
}

TEST(Routing, turnsBackToTheSameCardOnWaysInsideEachOther)
{
    const Layout layout = layoutOf(R"(
        lane g stage=customer
        card a lane=g step=1 "Looks again"
        card b lane=g step=2 "Orders"
        a -> a
        a -> a
    )");
    const Route first = routeOf(layout, "e1");
    const Route second = routeOf(layout, "e2");
    for (const Route& route : {first, second}) {
        ASSERT_EQ(route.points.size(), 4);
        EXPECT_EQ(route.points.first().x(), layout.cardRect(CardId(QStringLiteral("a"))).right());
        EXPECT_EQ(route.points.last().x(), layout.cardRect(CardId(QStringLiteral("a"))).right());
        EXPECT_TRUE(route.hops.isEmpty());
    }
    EXPECT_LT(second.points.last().y(), first.points.last().y());
    EXPECT_GT(second.points.first().y(), first.points.first().y());
    EXPECT_GT(second.points[1].x(), first.points[1].x());
}

TEST(Routing, standsTheWordsOfALoopBetweenItsEnds)
{
    const Layout layout = layoutOf(R"(
        lane g stage=customer
        card a lane=g step=1 "Looks again"
        card b lane=g step=2 "Orders"
        a -> a "until found"
    )");
    const Route route = routeOf(layout, "e1");
    ASSERT_FALSE(route.label.isNull());
    EXPECT_GT(route.label.top(), route.points.last().y());
    EXPECT_LT(route.label.bottom(), route.points.first().y());
    EXPECT_TRUE(layout.cardsIn(route.label).isEmpty());
}

TEST(Routing, runsFromTheHeaderOfALaneAsAWhole)
{
    const Layout layout = layoutOf(R"(
        lane g stage=customer
        lane b stage=frontstage
        card a lane=g step=2
        b -> a
        a -> g
    )");
    EXPECT_EQ(routeOf(layout, "e1").points.first().x(), layout.headerWidth());
    const Route back = routeOf(layout, "e2");
    EXPECT_EQ(back.points.last().x(), layout.headerWidth());
    EXPECT_GT(back.points.last().y(), layout.rows()[0].top);
    EXPECT_LT(back.points.last().y(), layout.rows()[0].bottom);
}
