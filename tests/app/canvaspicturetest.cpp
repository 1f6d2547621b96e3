// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/canvaswindow.h"
#include "tests/app/referencepicture.h"
#include "tests/support/largeblueprint.h"

#include <QColor>
#include <QSet>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::coarseDifference;
using testing::differingShare;
using testing::referencePicture;
using testing::smallBlueprint;

namespace {

/// The dashes of a line begin anew where a picture begins; a missing tile is forty times as much.
constexpr double Hardly = 0.003;
/// Lines of half the resolution, as a slow machine shows them while it zooms, are less than a missing tile.
constexpr double OneTile = 0.08;

/// A large blueprint whose connections are all plain: dashes begin anew where a picture begins.
Blueprint plainBlueprint(int cards)
{
    Blueprint blueprint = testing::largeBlueprint(cards);
    Patch patch;
    for (const Connection& connection : blueprint.connections()) {
        Connection plain;
        plain.id = connection.id;
        plain.from = connection.from;
        plain.to = connection.to;
        patch.changes += ElementChange<Connection>{connection, plain};
    }
    EXPECT_TRUE(apply(blueprint, patch));
    return blueprint;
}

qsizetype coloursIn(const QImage& image, const QRect& area)
{
    QSet<QRgb> colours;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            colours += image.pixel(x, y);
    }
    return colours.size();
}

TEST(CanvasPicture, showsCardsAndHeaders)
{
    CanvasWindow window(smallBlueprint());
    const QImage picture = window.settle();
    EXPECT_LT(differingShare(*window.canvas, picture, referencePicture(*window.canvas)), Hardly);
    EXPECT_GT(coloursIn(picture, window.rectOf("card", u"g1"_s).toRect()), 10);
    EXPECT_GT(coloursIn(picture, QRect(0, int(window.canvas->headerHeight()), int(window.canvas->headerWidth()), 200)),
              10);
    EXPECT_GT(coloursIn(picture, QRect(int(window.canvas->headerWidth()), 0, 400, int(window.canvas->headerHeight()))),
              10);
}

TEST(CanvasPicture, hasNoHoleInAnyFrameWhileItPans)
{
    CanvasWindow window(plainBlueprint(1000));
    window.canvas->setZoom(1);
    window.settle();
    for (int i = 0; i < 24; ++i) {
        window.canvas->panBy(97, i % 5 == 0 ? 61 : 0);
        const QImage picture = window.window.grabWindow();
        EXPECT_LT(differingShare(*window.canvas, picture, referencePicture(*window.canvas)), Hardly) << "frame " << i;
    }
}

TEST(CanvasPicture, isWholeInAnyFrameWhileItZoomsAndSharpAfterwards)
{
    CanvasWindow window(plainBlueprint(1000));
    window.canvas->setZoom(1);
    for (int i = 0; i < 16; ++i) {
        window.canvas->zoomBy(0.8, QPointF(600, 400));
        const QImage picture = window.window.grabWindow();
        EXPECT_LT(coarseDifference(*window.canvas, picture, referencePicture(*window.canvas)), OneTile)
            << "at " << window.canvas->zoom();
    }
    const QImage picture = window.settle();
    EXPECT_LT(differingShare(*window.canvas, picture, referencePicture(*window.canvas)), Hardly);
}

TEST(CanvasPicture, jumpsWithoutAHole)
{
    CanvasWindow window(plainBlueprint(1000));
    window.canvas->setZoom(0.8);
    window.settle();
    window.canvas->panBy(3000, 900);
    EXPECT_LT(differingShare(*window.canvas, window.window.grabWindow(), referencePicture(*window.canvas)), Hardly);
}

TEST(CanvasPicture, showsEveryEditAtOnceOrSoonAfter)
{
    CanvasWindow window(plainBlueprint(200));
    window.canvas->setZoom(0.8);
    window.settle();
    const Card first = *window.blueprint().cards().begin();
    window.document.rename(u"card"_s, first.id.value,
                           u"A title that is longer than any other and makes its lane grow a lot"_s);
    EXPECT_LT(differingShare(*window.canvas, window.settle(), referencePicture(*window.canvas)), Hardly);
    window.document.insertStep({});
    window.document.clearSelection();
    EXPECT_LT(differingShare(*window.canvas, window.settle(), referencePicture(*window.canvas)), Hardly);
    window.document.select(u"card"_s, first.id.value);
    window.document.moveSelection(1, 2);
    window.document.clearSelection();
    EXPECT_LT(differingShare(*window.canvas, window.settle(), referencePicture(*window.canvas)), Hardly);
    while (window.document.canUndo())
        window.document.undo();
    window.document.clearSelection();
    EXPECT_LT(differingShare(*window.canvas, window.settle(), referencePicture(*window.canvas)), Hardly);
}

TEST(CanvasPicture, marksTheSelectionAndTakesTheMarkAway)
{
    CanvasWindow window(smallBlueprint());
    const QImage before = window.settle();
    window.document.select(u"card"_s, u"g2"_s);
    EXPECT_NE(window.settle(), before);
    window.document.clearSelection();
    EXPECT_EQ(window.settle(), before);
}

TEST(CanvasPicture, keepsHeadersInSightWhereverTheViewIs)
{
    CanvasWindow window(plainBlueprint(1000));
    for (const double zoom : {2.0, 1.0, 0.5, 0.2, 0.1, 0.05}) {
        window.canvas->setZoom(zoom);
        window.canvas->panBy(500, 300);
        const QImage picture = window.settle();
        const int width = int(window.canvas->headerWidth());
        const int height = int(window.canvas->headerHeight());
        EXPECT_GT(coloursIn(picture, QRect(0, height, width, 300)), 10) << zoom;
        EXPECT_GT(coloursIn(picture, QRect(width, 0, 600, height)), 10) << zoom;
    }
}

TEST(CanvasPicture, isDarkInTheDarkTheme)
{
    CanvasWindow window(smallBlueprint());
    window.canvas->setTheme(u"dark"_s);
    const QImage picture = window.settle();
    EXPECT_LT(picture.pixelColor(QPoint(4, 4)).lightness(), 90);
    EXPECT_LT(differingShare(*window.canvas, picture, referencePicture(*window.canvas)), Hardly);
}

TEST(CanvasPicture, dimsAllButWhatIsInTheSpotlight)
{
    CanvasWindow window(smallBlueprint());
    const QImage before = window.settle();
    const QPoint lit = window.at("card", u"g1"_s);
    const QPoint dim = window.at("card", u"k1"_s);
    window.canvas->setSpotlight(toVariant(QList<ElementRef>{refTo(CardId(u"g1"_s))}));
    window.canvas->setDimming(0.7);
    const QImage picture = window.settle();
    EXPECT_EQ(picture.pixel(lit), before.pixel(lit));
    EXPECT_LT(picture.pixelColor(dim).lightness(), before.pixelColor(dim).lightness() / 2);
}

} // namespace
} // namespace throughline
