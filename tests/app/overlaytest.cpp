// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/overlay.h"

#include "tests/app/canvaswindow.h"

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;

namespace {

/// A badge within the window, without its ring.
QRect badgeIn(const CanvasWindow& window, const CardId& card)
{
    const CanvasItem& canvas = *window.canvas;
    const ElementRef ref = refTo(card);
    const DisplayItem badge = canvas.scene().builder().badgeItem(ref);
    if (badge.ops.isEmpty())
        return {};
    const QRectF pill = std::get<RectOp>(badge.ops.first()).rect;
    const Camera camera{{canvas.viewX(), canvas.viewY()}, canvas.zoom()};
    return camera.toViewport(pill)
        .translated(canvas.headerWidth(), canvas.headerHeight())
        .adjusted(3, 3, -3, -3)
        .toAlignedRect();
}

/// Of the outline of what is selected; badges are red, and orange, with white numbers.
int bluePixels(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qBlue(image.pixel(x, y)) > qRed(image.pixel(x, y)) ? 1 : 0;
    }
    return count;
}

} // namespace

TEST(Overlay, leavesTheNumbersOfFindingsReadable)
{
    CanvasWindow window(testing::templateNamed(u"restaurant.blueprint"_s));
    window.canvas->setCheckRunner(&window.checkRunner);
    window.checkRunner.setDocument(&window.document);
    window.checkRunner.runNow();
    const QRect all(QPoint(), window.settle().size());
    int badges = 0;
    for (const Card& card : window.blueprint().cards()) {
        const QRect badge = badgeIn(window, card.id);
        if (badge.isEmpty() || !all.contains(badge))
            continue;
        ++badges;
        window.document.setSelection({refTo(card.id)});
        EXPECT_EQ(bluePixels(window.settle().copy(badge)), 0) << card.title.toStdString();
    }
    EXPECT_GT(badges, 0);
}

} // namespace throughline
