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

/// The ways of the connections of what is dragged.
QList<Route> waysOf(const CanvasWindow& window, const QList<CardId>& lifted, QPointF by)
{
    const CanvasScene& scene = window.canvas->scene();
    const ScenePainter scenePainter(scene.typeface());
    const OverlayPainter painter(scene, scenePainter, {}, {1000, 700}, 1);
    OverlayModel model;
    model.lifted = lifted;
    model.liftOffset = by;
    QList<Route> ways;
    for (const auto& [connection, route] : painter.liftedRoutes(model))
        ways += route;
    return ways;
}

bool isOn(const Route& route, QPointF point)
{
    for (qsizetype i = 1; i < route.points.size(); ++i) {
        const QRectF stretch = QRectF(route.points[i - 1], route.points[i]).normalized().adjusted(-1, -1, 1, 1);
        if (stretch.contains(point))
            return true;
    }
    return false;
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

TEST(Overlay, keepsTheWordsOfConnectionsOnTheirWayThroughTheAir)
{
    CanvasWindow window(testing::smallBlueprint());
    ASSERT_TRUE(window.document.rename(u"connection"_s, u"e1"_s, u"a table"_s));
    (void)window.settle();
    const Route drawn = *window.canvas->scene().layout().route(ConnectionId(u"e1"_s));
    ASSERT_FALSE(drawn.label.isNull());
    window.hold(window.at("card", u"g1"_s), window.at("card", u"g1"_s) + QPoint(150, 20));
    const QList<Route> alone = waysOf(window, {CardId(u"g1"_s)}, {150, 20});
    ASSERT_EQ(alone.size(), 1);
    EXPECT_EQ(alone.first().label.size(), drawn.label.size());
    EXPECT_EQ(alone.first().labelLines, drawn.labelLines);
    EXPECT_TRUE(isOn(alone.first(), alone.first().label.center()));
    EXPECT_TRUE(alone.first().bounds.contains(alone.first().label));
    // What moves with both its ends keeps its way.
    const QList<Route> both = waysOf(window, {CardId(u"g1"_s), CardId(u"w1"_s)}, {150, 20});
    ASSERT_EQ(both.size(), 1);
    EXPECT_EQ(both.first().label, drawn.label.translated(150, 20));
    EXPECT_EQ(both.first().points.first(), drawn.points.first() + QPointF(150, 20));
    EXPECT_EQ(both.first().points.size(), drawn.points.size());
}

TEST(Overlay, leavesTheWordsOfWhatAFindingRestsOnReadable)
{
    CanvasWindow window(testing::templateNamed(u"restaurant.blueprint"_s));
    window.settle();
    const CanvasScene& scene = window.canvas->scene();
    const ConnectionId asks(u"e24"_s);
    const QRectF label = scene.layout().route(asks)->label;
    ASSERT_FALSE(label.isEmpty());
    ASSERT_FALSE(scene.options().tinted.contains(refTo(asks)));
    const ScenePainter scenePainter(scene.typeface());
    OverlayModel model;
    model.evidence = {refTo(asks)};
    model.evidenceSeverity = Severity::Error;
    const Camera camera{label.center() - QPointF(500, 350), 1};
    const OverlayPicture picture = OverlayPainter(scene, scenePainter, camera, {1000, 700}, 1).paint(model);
    const QRect inside = camera.toViewport(label).translated(-picture.rect.topLeft()).adjusted(3, 3, -3, -3).toRect();
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x < inside.right() - 12; ++x) {
            const QRgb pixel = picture.image.pixel(x, y);
            ASSERT_LT(std::abs(qRed(pixel) - qBlue(pixel)), 40) << "the outline runs through the words";
        }
    }
}

} // namespace throughline
