// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/pixelpainter.h"
#include "app/canvas/scenepainter.h"
#include "tests/app/canvaswindow.h"
#include "tests/app/referencepicture.h"
#include "tests/support/largeblueprint.h"

#include <QtTest>

#include <gtest/gtest.h>

#include <cmath>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::differingShare;
using testing::largeBlueprint;
using testing::referencePicture;

namespace {

constexpr double Hardly = 0.003;
constexpr Rgba Black = 0xff000000U;

QImage white(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

/// How much of a pixel has been turned from white to black, 0 to 1.
double inkAt(const QImage& image, int x, int y)
{
    return (255 - qGreen(image.pixel(x, y))) / 255.0;
}

double inkOf(const QImage& image)
{
    double ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += inkAt(image, x, y);
    }
    return ink;
}

TEST(PixelPainter, givesAPixelAsMuchColourAsIsCoveredOfIt)
{
    QImage image = white(6, 6);
    PixelPainter(image, {0, 0}, image.rect()).fill({1.5F, 1, 4.25F, 2.5F}, Black);
    EXPECT_NEAR(inkAt(image, 0, 1), 0, 0.01);
    EXPECT_NEAR(inkAt(image, 1, 1), 0.5, 0.01);
    EXPECT_NEAR(inkAt(image, 2, 1), 1, 0.01);
    EXPECT_NEAR(inkAt(image, 4, 1), 0.25, 0.01);
    EXPECT_NEAR(inkAt(image, 2, 2), 0.5, 0.01);
    EXPECT_NEAR(inkAt(image, 1, 2), 0.25, 0.01);
    EXPECT_NEAR(inkAt(image, 2, 3), 0, 0.01);
}

TEST(PixelPainter, coversTheSameAreaWhereverItStands)
{
    for (float shift = 0; shift < 2; shift += 0.13F) {
        QImage image = white(12, 12);
        PixelPainter(image, {0, 0}, image.rect()).fill({3 + shift, 2 + shift, 6.5F + shift, 4.2F + shift}, Black);
        EXPECT_NEAR(inkOf(image), 3.5 * 2.2, 0.15) << "moved by " << shift;
    }
}

TEST(PixelPainter, staysWithinItsAreaOfTheScene)
{
    QImage image = white(8, 8);
    // The image shows the scene from (100, 50) on; only the middle of it may be painted.
    PixelPainter(image, {100, 50}, QRect(102, 52, 3, 3)).fill({-1e9F, -1e9F, 1e9F, 1e9F}, Black);
    EXPECT_NEAR(inkOf(image), 9, 0.01);
    EXPECT_NEAR(inkAt(image, 2, 2), 1, 0.01);
    EXPECT_NEAR(inkAt(image, 5, 5), 0, 0.01);
}

TEST(PixelPainter, leavesOutTheCornersOfARoundOne)
{
    QImage image = white(20, 20);
    PixelPainter(image, {0, 0}, image.rect()).fillRound({0, 0, 20, 20}, 10, Black);
    EXPECT_NEAR(inkOf(image), std::acos(-1.0) * 100, 6);
    EXPECT_NEAR(inkAt(image, 0, 0), 0, 0.01);
    EXPECT_NEAR(inkAt(image, 10, 0), 1, 0.1);
}

TEST(FarPicture, followsEditsWithoutBeingMadeAnew)
{
    CanvasWindow window(largeBlueprint(1000));
    window.checkRunner.setEnabled(false);
    for (const double zoom : {0.3, 0.1}) {
        window.canvas->setZoom(zoom);
        window.settle();
        const QString first = u"c%1"_s.arg(zoom > 0.2 ? 40 : 90);
        const auto looksRight = [&] {
            window.document.clearSelection();
            return QTest::qWaitFor([&] {
                const QImage picture = window.settle();
                return differingShare(*window.canvas, picture, referencePicture(*window.canvas)) < Hardly;
            });
        };
        window.document.rename(u"card"_s, first, u"Another title"_s);
        EXPECT_TRUE(looksRight());
        window.document.select(u"card"_s, first);
        window.document.moveSelection(1, 2);
        EXPECT_TRUE(looksRight());
        window.document.remove(u"card"_s, u"c61"_s);
        EXPECT_TRUE(looksRight());
        window.document.insertStep({});
        EXPECT_TRUE(looksRight());
        window.document.undo();
        window.document.undo();
        EXPECT_TRUE(looksRight());
    }
}

TEST(FarPicture, changesLittleFromStepToStepOfAZoom)
{
    CanvasScene scene;
    scene.reset(largeBlueprint(2000));
    const ScenePainter painter(scene.typeface());
    const QSize size(640, 480);
    const auto pictureAt = [&](double scale) {
        QImage image(size, QImage::Format_RGB32);
        const QPoint origin = (QPointF(6000, 1500) * scale).toPoint() - QPoint(size.width(), size.height()) / 2;
        painter.paint(scene, image, origin, QRect(origin, size), scale);
        // What the eye sees of it without looking closely.
        return image.scaled(16, 12, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    QImage before = pictureAt(0.5);
    for (double scale = 0.49; scale > 0.01; scale *= 0.98) {
        const QImage now = pictureAt(scale);
        double change = 0;
        for (int y = 0; y < now.height(); ++y) {
            for (int x = 0; x < now.width(); ++x)
                change += std::abs(qGray(now.pixel(x, y)) - qGray(before.pixel(x, y)));
        }
        EXPECT_LT(change / (now.width() * now.height()), 9) << "at " << scale;
        before = now;
    }
}

TEST(FarPicture, drawsEveryRunOfEveryConnection)
{
    CanvasScene scene;
    scene.reset(largeBlueprint(200));
    constexpr double Scale = 0.35;
    const QRect all = QRectF(scene.content().topLeft() * Scale, scene.content().size() * Scale).toAlignedRect();
    QImage image(all.size(), QImage::Format_RGB32);
    ScenePainter(scene.typeface()).paint(scene, image, all.topLeft(), all, Scale);
    int palest = 255;
    for (const Stage stage : {Stage::Evidence, Stage::Customer, Stage::Frontstage, Stage::Backstage, Stage::Support})
        palest = std::min(palest, qGray(scene.theme().band(stage)));
    int looked = 0;
    for (const Connection& connection : scene.blueprint().connections()) {
        const QList<QPointF> points = scene.layout().route(connection.id)->points;
        for (qsizetype i = 1; i < points.size(); ++i) {
            if ((points[i] - points[i - 1]).manhattanLength() < 40)
                continue;
            const QPoint middle = ((points[i] + points[i - 1]) / 2 * Scale).toPoint() - all.topLeft();
            int darkest = 255;
            for (int y = middle.y() - 1; y <= middle.y() + 1; ++y) {
                for (int x = middle.x() - 1; x <= middle.x() + 1; ++x)
                    darkest = std::min(darkest, image.valid(x, y) ? qGray(image.pixel(x, y)) : 255);
            }
            EXPECT_LT(darkest, palest - 5) << connection.id.value.toStdString() << ", run " << i;
            ++looked;
        }
    }
    EXPECT_GT(looked, 300);
}

TEST(FarPicture, showsEverythingOfAVeryLargeBlueprintAtOnce)
{
    CanvasWindow window(largeBlueprint(20000));
    window.checkRunner.setEnabled(false);
    window.canvas->setReducedMotion(true);
    window.canvas->fitAll();
    window.settle();
    const QRectF seen = window.canvas->visibleScene();
    EXPECT_GE(seen.right(), window.canvas->contentWidth());
    EXPECT_GE(seen.bottom(), window.canvas->contentHeight());
}

} // namespace
} // namespace throughline
