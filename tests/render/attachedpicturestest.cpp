// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/pdfexporter.h"
#include "core/export/pngexporter.h"
#include "core/export/svgexporter.h"
#include "core/layout/cardattachments.h"
#include "core/render/imagesource.h"
#include "core/render/qttextmeasurer.h"
#include "tests/support/readnotation.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

class AttachedPictures : public ::testing::Test
{
protected:
    AttachedPictures()
    {
        QDir(folder.path()).mkdir(QStringLiteral("dinner.files"));
        QImage red(600, 400, QImage::Format_RGB32);
        red.fill(Qt::red);
        red.save(folder.filePath(QStringLiteral("dinner.files/menu.png")));
        red.save(folder.filePath(QStringLiteral("dinner.files/photo.jpg")));
    }

    /// A card with an attachment, and where it shows it.
    [[nodiscard]] static Blueprint with(const QByteArray& attachment)
    {
        return blueprintOf("lane g stage=customer \"Guest\"\ncard a lane=g step=1 attach=\"" + attachment +
                           "\" \"Read\"\n");
    }
    [[nodiscard]] static QPointF spotOf(const Blueprint& blueprint, const Typeface& face)
    {
        const QtTextMeasurer measurer(face);
        const Layout layout = layoutBlueprint(blueprint, {}, measurer);
        const Card& card = *blueprint.cards().begin();
        return attachmentSpots(card, *layout.card(card.id), layout.style(), measurer).first().rect.center();
    }

    QTemporaryDir folder;
};

bool isRed(const QColor& colour)
{
    return colour.red() > 240 && colour.green() < 20 && colour.blue() < 20;
}

} // namespace

TEST_F(AttachedPictures, areInThePicture)
{
    const Blueprint blueprint = with("dinner.files/menu.png");
    PictureOptions options;
    options.marginPt = 0;
    options.folder = folder.path();
    const QImage image = QImage::fromData(*exportPng(blueprint, {}, options));
    const QPoint spot = spotOf(blueprint, screenTypeface()).toPoint();
    EXPECT_TRUE(isRed(image.pixelColor(spot)));
    options.folder.clear();
    EXPECT_FALSE(isRed(QImage::fromData(*exportPng(blueprint, {}, options)).pixelColor(spot)));
}

TEST_F(AttachedPictures, areHeldByTheDrawingItself)
{
    for (const char* name : {"dinner.files/menu.png", "dinner.files/photo.jpg"}) {
        const Blueprint blueprint = with(name);
        PictureOptions options;
        options.marginPt = 0;
        options.folder = folder.path();
        const QByteArray svg = exportSvg(blueprint, {}, options);
        QSvgRenderer renderer(svg);
        ASSERT_TRUE(renderer.isValid());
        QImage image(renderer.viewBox().size(), QImage::Format_RGB32);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        EXPECT_TRUE(isRed(image.pixelColor(spotOf(blueprint, printTypeface()).toPoint()))) << name;
        EXPECT_FALSE(svg.contains(folder.path().toUtf8()));
    }
}

TEST_F(AttachedPictures, areInThePdf)
{
    PdfOptions options;
    options.folder = folder.path();
    const auto images = [&](const QByteArray& attachment) {
        const Result<ExportedPdf> pdf = exportPdf(with(attachment), {}, *pageSetupFrom(u"A4"), options);
        QPDF opened;
        opened.processMemoryFile("test.pdf", pdf->data.constData(), size_t(pdf->data.size()));
        return QPDFPageDocumentHelper(opened).getAllPages()[0].getImages().size();
    };
    EXPECT_EQ(images("dinner.files/menu.png"), 1U);
    EXPECT_EQ(images("dinner.files/gone.png"), 0U);
}

TEST_F(AttachedPictures, leaveAddressesToBeClicked)
{
    const Blueprint blueprint = with("Menu|https://example.org/a?b=1&c=2");
    EXPECT_TRUE(exportSvg(blueprint, {}).contains("<a xlink:href=\"https://example.org/a?b=1&amp;c=2\"><title>Menu"));
    const Result<ExportedPdf> pdf = exportPdf(blueprint, {}, *pageSetupFrom(u"A4"), {});
    QPDF opened;
    opened.processMemoryFile("test.pdf", pdf->data.constData(), size_t(pdf->data.size()));
    auto links = QPDFPageDocumentHelper(opened).getAllPages()[0].getAnnotations("/Link");
    ASSERT_EQ(links.size(), 1U);
    EXPECT_EQ(links[0].getObjectHandle().getKey("/A").getKey("/URI").getStringValue(), "https://example.org/a?b=1&c=2");
    EXPECT_FALSE(exportSvg(with("x|javascript:alert(1)"), {}).contains("javascript"));
}

TEST_F(AttachedPictures, areReadSmallAndFromTheFolderAlone)
{
    EXPECT_EQ(readImage(folder.path(), QStringLiteral("dinner.files/menu.png"), 60).size(), QSize(60, 40));
    EXPECT_TRUE(readImage({}, QStringLiteral("dinner.files/menu.png"), 60).isNull());
    EXPECT_TRUE(
        readImage(folder.filePath(QStringLiteral("dinner.files")), QStringLiteral("../dinner.files/menu.png"), 60)
            .isNull());
    // A link out of the folder.
    QDir(folder.path()).mkdir(QStringLiteral("other"));
    ASSERT_TRUE(QFile::link(folder.filePath(QStringLiteral("dinner.files/menu.png")),
                            folder.filePath(QStringLiteral("other/menu.png"))));
    EXPECT_TRUE(readImage(folder.filePath(QStringLiteral("other")), QStringLiteral("menu.png"), 60).isNull());
    EXPECT_TRUE(readImage(folder.path(), QStringLiteral("data:image/png;base64,AAAA"), 60).isNull());
}
