// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/hittest.h"

#include "tests/support/fakemeasurer.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

class HitTest : public ::testing::Test
{
protected:
    HitTest()
    {
        layout = layoutBlueprint(blueprintOf(R"(
            phase p "Order"
            lane g stage=customer
            lane b stage=frontstage
            card a lane=g step=1 phase=p
            card c lane=g step=2 phase=p
            card d lane=b step=1 phase=p
            a -> c
        )"),
                                 {}, FakeMeasurer());
    }

    QRectF rect(const char* id) const { return layout.cardRect(CardId(QString::fromLatin1(id))); }
    Route route() const { return *layout.route(ConnectionId(QStringLiteral("e1"))); }

    Layout layout;
};

} // namespace

TEST_F(HitTest, findsTheCardUnderAPoint)
{
    EXPECT_EQ(elementAt(layout, rect("a").center(), 4), (ElementRef{ElementKind::Card, QStringLiteral("a")}));
    EXPECT_FALSE(elementAt(layout, QPointF(rect("c").center().x(), rect("d").center().y()), 4));
}

TEST_F(HitTest, findsAConnectionWithinReach)
{
    const QPointF between((rect("a").right() + rect("c").left()) / 2, route().points[0].y());
    EXPECT_EQ(elementAt(layout, between + QPointF(0, 3), 4),
              (ElementRef{ElementKind::Connection, QStringLiteral("e1")}));
    EXPECT_FALSE(elementAt(layout, between + QPointF(0, 9), 4));
}

TEST_F(HitTest, namesTheCellAndThePlaceInIt)
{
    const std::optional<CellSpot> above = cellAt(layout, rect("a").center() - QPointF(0, 10));
    ASSERT_TRUE(above);
    EXPECT_EQ(above->lane.value, QStringLiteral("g"));
    EXPECT_EQ(above->column, 0);
    EXPECT_EQ(above->index, 0);
    EXPECT_EQ(cellAt(layout, rect("a").center() + QPointF(0, 10))->index, 1);
    const std::optional<CellSpot> beyond = cellAt(layout, rect("c").center() + QPointF(160, 0));
    ASSERT_TRUE(beyond);
    EXPECT_TRUE(beyond->beyond);
    EXPECT_FALSE(cellAt(layout, QPointF(4, 4)));
}

TEST_F(HitTest, findsHeaders)
{
    EXPECT_EQ(headerAt(layout, QPointF(20, rect("d").center().y())),
              (ElementRef{ElementKind::Lane, QStringLiteral("b")}));
    EXPECT_EQ(headerAt(layout, QPointF(rect("a").center().x(), 20)),
              (ElementRef{ElementKind::Phase, QStringLiteral("p")}));
    const auto step = headerAt(layout, QPointF(rect("c").center().x(), layout.headerHeight() - 4));
    ASSERT_TRUE(step);
    EXPECT_EQ(step->kind, ElementKind::Step);
    EXPECT_EQ(areaOf(layout, *step).center().x(), rect("c").center().x());
}

TEST_F(HitTest, findsTheGapsBetweenLanesAndSteps)
{
    EXPECT_EQ(gaps(layout).size(), 6);
    const auto rows = gapAt(layout, QPointF(20, layout.rows()[1].top + 2), 6);
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->before, 1);
    EXPECT_EQ(rows->between, Gap::Between::Rows);
    const auto columns = gapAt(layout, QPointF((rect("a").right() + rect("c").left()) / 2, 20), 6);
    ASSERT_TRUE(columns);
    EXPECT_EQ(columns->before, 1);
    EXPECT_FALSE(gapAt(layout, rect("a").center(), 6));
}

TEST_F(HitTest, tellsWhichEndOfAConnectionIsMeant)
{
    EXPECT_EQ(routeEndAt(route(), route().points.first() + QPointF(2, 0), 5), 0);
    EXPECT_EQ(routeEndAt(route(), route().points.last(), 5), 1);
    EXPECT_EQ(routeEndAt(route(), route().points.first() + QPointF(0, 20), 5), -1);
}
