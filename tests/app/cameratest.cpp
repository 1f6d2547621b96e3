// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/camera.h"

#include <gtest/gtest.h>

namespace throughline {

namespace {

const QSizeF View(800, 600);

TEST(Camera, keepsThePointUnderTheCursorWhenItZooms)
{
    const Camera camera{{120, 40}, 0.8};
    const QPointF cursor(333, 217);
    const Camera zoomed = camera.zoomed(1.7, cursor);
    EXPECT_NEAR(zoomed.toScene(cursor).x(), camera.toScene(cursor).x(), 1e-9);
    EXPECT_NEAR(zoomed.toScene(cursor).y(), camera.toScene(cursor).y(), 1e-9);
    EXPECT_DOUBLE_EQ(zoomed.scale, 0.8 * 1.7);
}

TEST(Camera, staysWithinItsScales)
{
    EXPECT_DOUBLE_EQ((Camera{{}, 1}.zoomed(1e6, {}).scale), Camera::MaxScale);
    EXPECT_DOUBLE_EQ((Camera{{}, 1}.zoomed(1e-6, {}).scale), Camera::MinScale);
}

TEST(Camera, showsAllOfTheContentWhenItFits)
{
    const QRectF content(50, 20, 4000, 900);
    const Camera camera = fitting(content, View, 16, 1);
    EXPECT_TRUE(QRectF(QPointF(), View).contains(camera.toViewport(content)));
    EXPECT_NEAR(camera.toViewport(content).width(), 800 - 32, 0.01);
}

TEST(Camera, movesNoMoreThanIsNeededToReveal)
{
    const Camera camera{{0, 0}, 1};
    EXPECT_EQ(revealing(camera, {100, 100, 50, 50}, View, 40), camera);
    const Camera right = revealing(camera, {900, 100, 50, 50}, View, 40);
    EXPECT_DOUBLE_EQ(right.origin.y(), 0);
    EXPECT_DOUBLE_EQ(right.toViewport(QRectF(900, 100, 50, 50)).right(), 760);
}

TEST(Camera, fliesFromOneViewToAnother)
{
    const Camera from{{0, 0}, 0.5};
    const Camera to{{3000, 200}, 2};
    EXPECT_EQ(between(from, to, View, 1), to);
    EXPECT_NEAR(between(from, to, View, 0).origin.x(), from.origin.x(), 1e-9);
    EXPECT_DOUBLE_EQ(between(from, to, View, 0.5).scale, 1);
}

} // namespace
} // namespace throughline
