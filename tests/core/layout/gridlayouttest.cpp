// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/gridlayout.h"

#include "tests/support/fakelayout.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

QRectF rect(const Layout& layout, const char* id)
{
    return layout.cardRect(CardId(QString::fromLatin1(id)));
}

QList<LineKind> lineKinds(const Layout& layout)
{
    QList<LineKind> kinds;
    for (const LayoutLine& line : layout.lines())
        kinds += line.kind;
    return kinds;
}

} // namespace

TEST(GridLayout, standsCardsInTheirLaneAndStep)
{
    const Layout layout = layoutOf(R"(
        lane guest stage=customer
        lane bar stage=frontstage
        card a lane=guest step=1 "Ask"
        card b lane=guest step=2 "Eat"
        card c lane=bar step=2 "Serve"
    )");
    EXPECT_LT(rect(layout, "a").right(), rect(layout, "b").left());
    EXPECT_EQ(rect(layout, "b").left(), rect(layout, "c").left());
    EXPECT_EQ(rect(layout, "a").top(), rect(layout, "b").top());
    EXPECT_LT(rect(layout, "b").bottom(), rect(layout, "c").top());
}

TEST(GridLayout, growsTheRowWhenATitleIsLong)
{
    const Layout small = layoutOf("lane l stage=customer\ncard a lane=l step=1 \"Ask\"\n");
    const Layout large = layoutOf("lane l stage=customer\ncard a lane=l step=1 \"Ask for a table for two, then for a "
                                  "drink, then for the bill and for the way out of the house\"\n");
    EXPECT_GT(rect(large, "a").height(), rect(small, "a").height());
    EXPECT_GE(large.rows()[0].bottom, rect(large, "a").bottom());
}

TEST(GridLayout, drawsTheLinesWhereBothSidesHaveLanes)
{
    EXPECT_EQ(lineKinds(layoutOf("lane c stage=customer\nlane f stage=frontstage\n")), QList{LineKind::Interaction});
    EXPECT_EQ(lineKinds(layoutOf("lane e stage=evidence\nlane c stage=customer\n")), QList<LineKind>{});
    EXPECT_EQ(lineKinds(layoutOf("lane c stage=customer\nlane b stage=backstage\n")),
              (QList{LineKind::Interaction, LineKind::Visibility}));
    EXPECT_EQ(lineKinds(layoutOf("lane c stage=customer\nlane f stage=frontstage\nlane b stage=backstage\n"
                                 "lane s stage=support\n")),
              (QList{LineKind::Interaction, LineKind::Visibility, LineKind::InternalInteraction}));
}

TEST(GridLayout, keepsUnplacedCardsInATrayBesideTheGrid)
{
    const Layout layout = layoutOf("lane l stage=customer\ncard a lane=l step=1\ncard b lane=l\ncard c lane=l\n");
    EXPECT_TRUE(layout.trayRect().contains(rect(layout, "b")));
    EXPECT_TRUE(layout.trayRect().contains(rect(layout, "c")));
    EXPECT_FALSE(layout.gridRect().intersects(layout.trayRect()));
    EXPECT_TRUE(layout.card(CardId(QStringLiteral("b")))->inTray);
}

TEST(GridLayout, spansACardOverItsSteps)
{
    const Layout layout = layoutOf(R"(
        lane l stage=customer
        card wide lane=l step=1 to=3
        card a lane=l step=1
        card b lane=l step=3
    )");
    EXPECT_EQ(rect(layout, "wide").left(), rect(layout, "a").left());
    EXPECT_EQ(rect(layout, "wide").right(), rect(layout, "b").right());
    EXPECT_FALSE(rect(layout, "wide").intersects(rect(layout, "a")));
}

TEST(GridLayout, foldsALaneToBars)
{
    BlueprintBuilder builder;
    Lane lane;
    lane.id = LaneId(QStringLiteral("l"));
    lane.folded = true;
    Step step;
    step.id = StepId(QStringLiteral("s"));
    step.number = 1;
    Card card;
    card.id = CardId(QStringLiteral("a"));
    card.lane = lane.id;
    card.firstStep = step.id;
    card.title = QStringLiteral("A title that would take a few lines in an open lane");
    builder.lanes = {lane};
    builder.steps = {step};
    builder.cards = {card};
    const Layout layout = layoutOf(*std::move(builder).build());
    EXPECT_TRUE(layout.card(card.id)->folded);
    EXPECT_LT(rect(layout, "a").height(), 12);
    EXPECT_LT(layout.rows()[0].bottom - layout.rows()[0].top, 40);
}

TEST(GridLayout, keepsAPlaceForAPhaseWithoutSteps)
{
    const Layout layout = layoutOf(R"(
        phase p1 "First"
        phase p2 "Empty"
        phase p3 "Last"
        lane l stage=customer
        card a lane=l step=1 phase=p1
        card b lane=l step=2 phase=p3
    )");
    ASSERT_EQ(layout.columns().size(), 3);
    EXPECT_EQ(layout.columns()[1].kind, ColumnKind::EmptyPhase);
    ASSERT_EQ(layout.phases().size(), 3);
    EXPECT_EQ(layout.phases()[1].phase.value, QStringLiteral("p2"));
}

TEST(GridLayout, laysOutAnEmptyBlueprint)
{
    const Layout layout = layoutOf(Blueprint());
    EXPECT_TRUE(layout.rows().isEmpty());
    EXPECT_GT(layout.bounds().width(), layout.headerWidth());
    EXPECT_TRUE(layout.cardsIn(layout.bounds()).isEmpty());
    EXPECT_TRUE(Layout().cardsIn(QRectF(0, 0, 100, 100)).isEmpty());
}

TEST(GridLayout, neverLetsCardsOverlapOrLeaveTheirLane)
{
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        const Blueprint blueprint = randomBlueprint(random, {5, 7, 40, 30});
        const Layout layout = layoutOf(blueprint);
        QList<QRectF> rects;
        for (const Card& card : blueprint.cards()) {
            const LayoutCard placed = *layout.card(card.id);
            const LayoutRow& row = layout.rows()[placed.row];
            EXPECT_EQ(row.lane, card.lane);
            EXPECT_GE(placed.rect.top(), row.stripsBottom);
            EXPECT_LE(placed.rect.bottom(), row.bottom);
            EXPECT_TRUE(layout.bounds().contains(placed.rect));
            for (const QRectF& other : rects)
                EXPECT_FALSE(other.intersects(placed.rect));
            rects += placed.rect;
        }
    }
}

TEST(GridLayout, findsTheSameCardsByAreaAsByLookingAtAll)
{
    std::mt19937 random(12);
    for (int round = 0; round < 40; ++round) {
        const Blueprint blueprint = randomBlueprint(random, {6, 9, 50, 30});
        const Layout layout = layoutOf(blueprint);
        const QRectF all = layout.bounds();
        const QRectF area(all.width() * (round % 7) / 7.0, all.height() * (round % 5) / 5.0, all.width() / 3,
                          all.height() / 4);
        QSet<CardId> expected;
        for (const Card& card : blueprint.cards()) {
            if (layout.cardRect(card.id).intersects(area))
                expected.insert(card.id);
        }
        const QList<CardId> found = layout.cardsIn(area);
        EXPECT_EQ(QSet<CardId>(found.begin(), found.end()), expected);
        EXPECT_EQ(found.size(), expected.size());
    }
}

TEST(GridLayout, leavesAWideCardBesideOthersWhereThereIsRoom)
{
    const Layout layout = layoutOf(R"(
        lane l stage=customer
        card a lane=l step=1
        card wide lane=l step=2 to=3
        card b lane=l step=4
        card below lane=l step=3 to=4
    )");
    EXPECT_EQ(rect(layout, "wide").top(), rect(layout, "a").top());
    EXPECT_GT(rect(layout, "below").top(), rect(layout, "wide").bottom());
}
