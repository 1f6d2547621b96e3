// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/shapes.h"

#include "tests/support/dice.h"

#include <gtest/gtest.h>

namespace throughline {

namespace {

bool isOnBorder(const QRectF& rect, const QPointF& point)
{
    const bool side = (point.x() == rect.left() || point.x() == rect.right()) && point.y() >= rect.top() &&
                      point.y() <= rect.bottom();
    const bool edge = (point.y() == rect.top() || point.y() == rect.bottom()) && point.x() >= rect.left() &&
                      point.x() <= rect.right();
    return side || edge;
}

QRectF randomRect(testing::Dice& dice)
{
    return QRectF(dice.below(600), dice.below(400), 40 + dice.below(100), 30 + dice.below(60));
}

TEST(Elbow, leadsAtRightAnglesFromOneBorderToTheOther)
{
    std::mt19937 random(77);
    testing::Dice dice(random);
    int ways = 0;
    for (int i = 0; i < 2000; ++i) {
        const QRectF from = randomRect(dice);
        const QRectF to = randomRect(dice);
        const Route route = elbow(from, to, dice.below(5) * 9 - 18);
        if (route.points.isEmpty()) {
            EXPECT_TRUE(from.adjusted(-1, -1, 1, 1).intersects(to));
            continue;
        }
        ++ways;
        EXPECT_TRUE(isOnBorder(from, route.points.first()));
        EXPECT_TRUE(isOnBorder(to, route.points.last()));
        for (qsizetype at = 1; at < route.points.size(); ++at) {
            const QPointF step = route.points[at] - route.points[at - 1];
            EXPECT_TRUE(step.x() == 0 || step.y() == 0);
            EXPECT_TRUE((from | to).contains(route.points[at]));
            // It enters neither on its way.
            const QPointF middle = (route.points[at] + route.points[at - 1]) / 2;
            EXPECT_FALSE(from.adjusted(1, 1, -1, -1).contains(middle));
            EXPECT_FALSE(to.adjusted(1, 1, -1, -1).contains(middle));
        }
    }
    EXPECT_GT(ways, 1000);
}

TEST(Elbow, keepsTwoWaysBetweenTheSameRectanglesApart)
{
    const QRectF from(0, 0, 100, 60);
    for (const QRectF& to : {QRectF(300, 200, 100, 60), QRectF(0, 200, 100, 60), QRectF(300, 0, 100, 60)}) {
        const Route one = elbow(from, to, 0);
        const Route other = elbow(to, from, 9);
        for (const QPointF& point : one.points)
            EXPECT_FALSE(other.points.contains(point));
    }
}

} // namespace
} // namespace throughline
