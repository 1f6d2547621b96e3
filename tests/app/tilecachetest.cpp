// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/tilecache.h"

#include <gtest/gtest.h>

namespace throughline {

namespace {

/// Fills what it is asked for with one colour and counts.
struct Brush
{
    QRgb colour = 0xff112233;
    int calls = 0;

    TileCache::Paint paint()
    {
        return [this](QImage& image, QPoint origin, const QRect& area) {
            ++calls;
            const QRect inside = area.translated(-origin).intersected(image.rect());
            for (int y = inside.top(); y <= inside.bottom(); ++y) {
                for (int x = inside.left(); x <= inside.right(); ++x)
                    image.setPixel(x, y, colour);
            }
        };
    }
};

constexpr QRect View(-100, -100, 600, 400);
const auto NoTime = [] { return 0.0; };
const auto MuchTime = [] { return 100.0; };

TEST(TileCache, paintsEveryMissingTileInSightEvenWithoutTime)
{
    TileCache tiles;
    tiles.setScale(1);
    Brush brush;
    tiles.refresh(View, {}, brush.paint(), NoTime);
    EXPECT_EQ(tiles.missing(View), 0);
    EXPECT_TRUE(tiles.isComplete(View));
}

TEST(TileCache, waitsWhereSomethingElseCoversTheView)
{
    TileCache tiles;
    tiles.setScale(1);
    Brush brush;
    EXPECT_FALSE(tiles.refresh(View, View, brush.paint(), NoTime));
    EXPECT_EQ(brush.calls, 0);
    EXPECT_TRUE(tiles.refresh(View, View, brush.paint(), MuchTime));
    EXPECT_TRUE(tiles.isComplete(View));
}

TEST(TileCache, repaintsOnlyWhatIsOutOfDate)
{
    TileCache tiles;
    tiles.setScale(1);
    Brush brush;
    tiles.refresh(View, {}, brush.paint(), MuchTime);
    brush.calls = 0;
    tiles.refresh(View, {}, brush.paint(), MuchTime);
    EXPECT_EQ(brush.calls, 0);
    brush.colour = 0xffff0000;
    tiles.invalidate(QRect(10, 10, 5, 5));
    EXPECT_FALSE(tiles.isComplete(View));
    tiles.refresh(View, {}, brush.paint(), MuchTime);
    EXPECT_EQ(brush.calls, 1);
    tiles.visit(QRect(0, 0, 1, 1), [](QPoint, const TileCache::Tile& tile) {
        EXPECT_EQ(tile.image.pixel(12, 12), 0xffff0000U);
        EXPECT_EQ(tile.image.pixel(40, 40), 0xff112233U);
    });
}

TEST(TileCache, keepsTheOldPictureOfADirtyTileUntilThereIsTime)
{
    TileCache tiles;
    tiles.setScale(1);
    Brush brush;
    tiles.refresh(View, {}, brush.paint(), MuchTime);
    tiles.invalidate(QRect(0, 0, 20, 20));
    tiles.refresh(View, {}, brush.paint(), NoTime);
    EXPECT_EQ(tiles.missing(View), 0);
    EXPECT_FALSE(tiles.isComplete(View));
}

TEST(TileCache, forgetsTheFarthestWhenThereAreTooMany)
{
    TileCache tiles;
    tiles.setScale(1);
    Brush brush;
    for (int x = 0; x < 400; ++x)
        tiles.refresh(View.translated(x * 256, 0), {}, brush.paint(), NoTime);
    int kept = 0;
    tiles.visit(QRect(-1000, -1000, 256 * 500, 3000), [&](QPoint, const TileCache::Tile&) { ++kept; });
    EXPECT_LT(kept, 300);
    EXPECT_EQ(tiles.missing(View.translated(399 * 256, 0)), 0);
}

} // namespace
} // namespace throughline
