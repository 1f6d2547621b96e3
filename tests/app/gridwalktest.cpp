// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/gridwalk.h"

#include "app/document/elementref.h"
#include "tests/app/canvaswindow.h"
#include "tests/support/fakelayout.h"

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

class GridWalk : public ::testing::Test
{
protected:
    Layout layout = testing::layoutOf(testing::smallBlueprint());

    [[nodiscard]] GridPlace at(const char* card) const
    {
        return placeOf(layout, refTo(CardId(QString::fromLatin1(card))));
    }
};

TEST_F(GridWalk, goesFromCardToCardAndThroughEmptyCells)
{
    EXPECT_EQ(walk(layout, at("g1"), Direction::Right), at("g2"));
    EXPECT_EQ(walk(layout, at("g1"), Direction::Down), at("w1"));
    const GridPlace empty = walk(layout, at("g2"), Direction::Down);
    EXPECT_TRUE(empty.isCell());
    EXPECT_EQ(walk(layout, empty, Direction::Left), at("w1"));
}

TEST_F(GridWalk, reachesEveryHeader)
{
    const GridPlace step = walk(layout, at("g1"), Direction::Up);
    EXPECT_EQ(step.element, refTo(StepId(u"s1"_s)));
    const GridPlace phase = walk(layout, step, Direction::Up);
    EXPECT_EQ(phase.element, refTo(PhaseId(u"p1"_s)));
    EXPECT_EQ(walk(layout, phase, Direction::Right).element, refTo(PhaseId(u"p2"_s)));
    EXPECT_EQ(walk(layout, phase, Direction::Down), step);
    const GridPlace lane = walk(layout, at("w1"), Direction::Left);
    EXPECT_EQ(lane.element, refTo(LaneId(u"W"_s)));
    EXPECT_EQ(walk(layout, lane, Direction::Down).element, refTo(LaneId(u"K"_s)));
    EXPECT_EQ(walk(layout, lane, Direction::Right), at("w1"));
}

TEST_F(GridWalk, staysAtTheBorder)
{
    const GridPlace last = placeOf(layout, refTo(LaneId(u"K"_s)));
    EXPECT_EQ(walk(layout, last, Direction::Down), last);
    EXPECT_EQ(walk(layout, last, Direction::Left), last);
}

TEST_F(GridWalk, beginsAtTheFirstCard)
{
    EXPECT_EQ(walk(layout, {}, Direction::Right), at("g1"));
    EXPECT_EQ(endOfRow(layout, at("g1"), true), at("g2"));
}

} // namespace
} // namespace throughline
