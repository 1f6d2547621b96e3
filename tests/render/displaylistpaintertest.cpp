// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/displaylistpainter.h"

#include "core/render/qttextmeasurer.h"
#include "core/scene/scenebuilder.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

QImage painted(const QList<DisplayItem>& items, Detail detail, const QSize& size = {200, 100},
               DisplayListPainter::Text text = DisplayListPainter::Text::Glyphs)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    DisplayListPainter(screenTypeface(), text).paint(items, painter, {}, detail);
    return image;
}

/// How many pixels are not white within a rectangle.
int inkIn(const QImage& image, const QRect& rect)
{
    int count = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            count += image.pixel(x, y) != 0xFFFFFFFF;
    }
    return count;
}

DisplayItem itemOf(const DrawOp& op)
{
    DisplayItem item;
    item.bounds = QRectF(0, 0, 200, 100);
    item.ops = {op};
    return item;
}

TextOp textOp(const QString& text)
{
    const QtTextMeasurer measurer(screenTypeface());
    return {text,       QPointF(20, 50),     TextRole::CardTitle,
            0xFF000000, TextOp::Align::Left, measurer.width(text, TextRole::CardTitle)};
}

} // namespace

TEST(Painter, fillsARectangleWithItsColour)
{
    const QImage image = painted({itemOf(RectOp{QRectF(10, 10, 50, 30), 0, 0xFF112233, {}})}, Detail::Full);
    EXPECT_EQ(image.pixel(30, 25), 0xFF112233);
    EXPECT_EQ(image.pixel(80, 25), 0xFFFFFFFF);
}

TEST(Painter, writesTextWhereTheLayoutMeasuredIt)
{
    for (const QString& text :
         {QStringLiteral("Ask for a table"), QStringLiteral("注文を取る"), QStringLiteral("تطلب طاولة")}) {
        for (const auto kind : {DisplayListPainter::Text::Glyphs, DisplayListPainter::Text::Characters}) {
            const TextOp op = textOp(text);
            const QImage image = painted({itemOf(op)}, Detail::Full, {200, 100}, kind);
            const int right = 20 + int(std::ceil(op.widthPt));
            EXPECT_GT(inkIn(image, QRect(QPoint(20, 36), QPoint(right, 54))), 40) << qPrintable(text);
            EXPECT_EQ(inkIn(image, QRect(QPoint(right + 3, 0), QPoint(199, 99))), 0) << qPrintable(text);
            EXPECT_EQ(inkIn(image, QRect(0, 0, 17, 100)), 0) << qPrintable(text);
            EXPECT_EQ(inkIn(image, QRect(0, 60, 200, 40)), 0) << qPrintable(text);
        }
    }
}

TEST(Painter, leavesCardTextOutWhenFarAway)
{
    const QList<DisplayItem> items{itemOf(textOp(QStringLiteral("Ask for a table")))};
    EXPECT_GT(inkIn(painted(items, Detail::Full), QRect(0, 0, 200, 100)), 0);
    EXPECT_EQ(inkIn(painted(items, Detail::Shapes), QRect(0, 0, 200, 100)), 0);
    EXPECT_EQ(inkIn(painted(items, Detail::Flat), QRect(0, 0, 200, 100)), 0);
}

TEST(Painter, paintsOnlyWhatTouchesTheClip)
{
    DisplayItem left = itemOf(RectOp{QRectF(0, 0, 50, 50), 0, 0xFF000000, {}});
    left.bounds = QRectF(0, 0, 50, 50);
    QImage image(200, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    DisplayListPainter(screenTypeface()).paint({left}, painter, QRectF(60, 0, 100, 100));
    painter.end();
    EXPECT_EQ(inkIn(image, QRect(0, 0, 200, 100)), 0);
}

TEST(Painter, paintsRandomBlueprintsAtEveryScaleInEveryTheme)
{
    std::mt19937 random(41);
    const QtTextMeasurer measurer(screenTypeface());
    for (int round = 0; round < 6; ++round) {
        const Blueprint blueprint = randomBlueprint(random);
        const Layout layout = layoutBlueprint(blueprint, {}, measurer);
        for (const Theme* theme : {&lightTheme(), &darkTheme(), &printTheme(), &projectorTheme()}) {
            const DisplayList list = buildDisplayList(blueprint, layout, *theme, {}, measurer);
            for (const double scale : {0.05, 0.2, 1.0}) {
                QImage image((list.bounds.size() * scale).toSize(), QImage::Format_RGB32);
                image.fill(Qt::magenta);
                QPainter painter(&image);
                painter.scale(scale, scale);
                DisplayListPainter(measurer.typeface()).paint(list.items, painter, {}, detailFor(scale));
                painter.end();
                EXPECT_NE(image.pixel(image.width() / 2, image.height() / 2), 0xFFFF00FFU);
            }
        }
    }
}
