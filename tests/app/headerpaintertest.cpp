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

/// Where words begin in the line of the steps, when everything is so small that few numbers have room.
QList<int> numbersAt(const QImage& steps)
{
    constexpr int Dark = 170;
    constexpr int Apart = 6; // more than between the digits of a number
    QList<int> starts;
    int last = -Apart;
    for (int x = 0; x < steps.width(); ++x) {
        bool dark = false;
        for (int y = 42; y < steps.height() - 4 && !dark; ++y)
            dark = qAlpha(steps.pixel(x, y)) > 0 && qGray(steps.pixel(x, y)) < Dark;
        if (!dark)
            continue;
        if (x - last >= Apart)
            starts.append(x);
        last = x;
    }
    return starts;
}

TEST(HeaderPainter, writesNumbersOfStepsAtEvenIntervalsWhereThereIsNoRoomForAll)
{
    QString text = u"lane A stage=customer\n"_s;
    for (int i = 1; i <= 200; ++i)
        text += u"card c%1 lane=A step=%1\n"_s.arg(i);
    CanvasScene scene;
    scene.reset(testing::blueprintOf(text.toUtf8()));
    const QRectF content = scene.content();
    const double scale = Viewport.width() / content.width();
    const HeaderMarks marks;
    const HeaderPainter painter(scene, {content.topLeft(), scale}, Viewport, 1, marks);
    // 1, 10, 20 … 200; the first stands nearer to the second than the others do.
    const QList<int> starts = numbersAt(painter.paintSteps(1));
    ASSERT_EQ(starts.size(), 21);
    for (qsizetype i = 4; i < starts.size() - 1; ++i)
        EXPECT_NEAR(starts[i] - starts[i - 1], starts[3] - starts[2], 4) << i;
}

} // namespace
} // namespace throughline
