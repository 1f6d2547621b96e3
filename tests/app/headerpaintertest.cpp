// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/headerpainter.h"

#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSizeF Viewport(600, 400);

Blueprint manyLanes()
{
    QString text = u"lane A stage=frontstage \"HHHH\"\n"_s;
    for (int i = 0; i < 30; ++i)
        text += u"lane B%1 stage=frontstage \"HHHH\"\n"_s.arg(i);
    return testing::blueprintOf(text.toUtf8());
}

/// The height in pixels of the letters of the first name in the headers at that scale.
int letterHeight(const CanvasScene& scene, double scale)
{
    const QRectF top = scene.areaOf({ElementKind::Lane, u"A"_s});
    const HeaderMarks marks;
    const HeaderPainter painter(scene, {{0, top.top() - 100 / scale}, scale}, Viewport, 1, marks);
    const QImage image = painter.paintLanes(1);
    constexpr int Dark = 110;
    int rows = 0;
    for (int y = 80; y < image.height(); ++y) {
        bool dark = false;
        for (int x = 26; x < 60 && !dark; ++x)
            dark = qGray(image.pixel(x, y)) < Dark;
        if (!dark && rows > 0)
            break;
        rows += dark ? 1 : 0;
    }
    return rows;
}

TEST(HeaderPainter, showsWholeNamesWhereLanesAreLowerThanTheirNames)
{
    CanvasScene scene;
    scene.reset(manyLanes());
    const double laneHeight = scene.areaOf({ElementKind::Lane, u"A"_s}).height();
    const int roomy = letterHeight(scene, 1);
    const int low = letterHeight(scene, 3 / laneHeight);
    ASSERT_GT(roomy, 6);
    // The smallest names are written in 9.5 pixels instead of 13.
    EXPECT_GE(low, roomy * 9.5 / 13 - 1);
}

} // namespace
} // namespace throughline
