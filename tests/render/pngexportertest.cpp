// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/pngexporter.h"

#include "tests/support/largeblueprint.h"
#include "tests/support/readnotation.h"

#include <QImage>

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

Blueprint small()
{
    return blueprintOf("title \"Tea\"\nlane g stage=customer\ncard a lane=g step=1 \"Pour\"\n");
}

} // namespace

TEST(Png, growsWithTheScale)
{
    const Result<QByteArray> one = exportPng(small(), {}, {});
    PictureOptions twice;
    twice.scale = 2;
    const Result<QByteArray> two = exportPng(small(), {}, twice);
    ASSERT_TRUE(one && two);
    const QImage first = QImage::fromData(*one);
    const QImage second = QImage::fromData(*two);
    EXPECT_NEAR(second.width(), 2 * first.width(), 2);
    EXPECT_EQ(first.text(QStringLiteral("Title")), QStringLiteral("Tea"));
}

TEST(Png, refusesAPictureTooLargeToHold)
{
    PictureOptions huge;
    huge.scale = 64;
    const Result<QByteArray> png = exportPng(largeBlueprint(400), {}, huge);
    ASSERT_FALSE(png);
    EXPECT_EQ(png.error().code, Error::Code::Limit);
}

TEST(Png, showsAnEmptyBlueprint)
{
    const Result<QByteArray> png = exportPng(Blueprint(), {}, {});
    ASSERT_TRUE(png);
    EXPECT_FALSE(QImage::fromData(*png).isNull());
}
