// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/svgexporter.h"

#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

TEST(Svg, keepsTextAsText)
{
    const QByteArray svg = exportSvg(
        blueprintOf("title \"A < B & C\"\nlane g stage=customer\ncard a lane=g step=1 \"Ask 'why' & wait <now>\"\n"),
        {});
    QXmlStreamReader reader(svg);
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text().toString() + u' ';
    }
    EXPECT_FALSE(reader.hasError()) << qPrintable(reader.errorString());
    EXPECT_TRUE(text.contains(QStringLiteral("A < B & C")));
    EXPECT_TRUE(text.contains(QStringLiteral("Ask 'why' &")));
}

TEST(Svg, isWellFormedForAnyBlueprint)
{
    std::mt19937 random(61);
    for (int round = 0; round < 20; ++round) {
        QXmlStreamReader reader(exportSvg(randomBlueprint(random), {}));
        while (!reader.atEnd())
            reader.readNext();
        EXPECT_FALSE(reader.hasError()) << qPrintable(reader.errorString());
    }
}

TEST(Svg, canBeDrawn)
{
    QSvgRenderer renderer(exportSvg(blueprintOf("lane g stage=customer\ncard a lane=g step=1 \"Ask\"\n"), {}));
    ASSERT_TRUE(renderer.isValid());
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    EXPECT_NE(image.pixel(200, 100), 0xFFFF00FFU);
}
