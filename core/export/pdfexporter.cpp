// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/pdfexporter.h"

#include "core/export/pdfstructure.h"
#include "core/export/report.h"
#include "core/export/reportfacts.h"
#include "core/render/displaylistpainter.h"
#include "core/render/imagesource.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr int Resolution = 1200;

QPageLayout pageLayout(const QSizeF& sizePt)
{
    const bool landscape = sizePt.width() > sizePt.height();
    const QSizeF upright = landscape ? sizePt.transposed() : sizePt;
    return {QPageSize(upright, QPageSize::Point, QString(), QPageSize::ExactMatch),
            landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(), QPageLayout::Point};
}

void paintPage(const ReportPage& page, const DisplayList& map, const DisplayListPainter& text, QPainter& painter)
{
    const QTransform paper = QTransform::fromScale(Resolution / 72.0, Resolution / 72.0);
    painter.setWorldTransform(QTransform::fromScale(page.scale, page.scale) * paper);
    text.paint(page.items, painter);
    if (!page.hasMap)
        return;
    QTransform place = QTransform::fromTranslate(-map.bounds.left(), -map.bounds.top());
    place *= QTransform::fromScale(page.mapScale, page.mapScale);
    place *= QTransform::fromTranslate(page.mapAt.x(), page.mapAt.y());
    painter.setWorldTransform(place * paper);
    text.paint(map.items, painter);
}

} // namespace

Result<ExportedPdf> exportPdf(const Blueprint& blueprint, const CheckResult& check, const PageSetup& page,
                              const PdfOptions& options)
{
    const QtTextMeasurer measurer(printTypeface());
    const Report report = composeReport(blueprint, check, page, options, measurer);
    QByteArray painted;
    QBuffer buffer(&painted);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(Resolution);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setTitle(titleOf(blueprint));
    writer.setPageLayout(pageLayout(report.pages.first().sizePt));
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{Error::Code::System, u"The PDF could not be made"_s, {}};
    ImageFolder images(options.folder);
    DisplayListPainter text(measurer.typeface(), DisplayListPainter::Text::Characters);
    text.setImages(&images);
    for (qsizetype i = 0; i < report.pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        paintPage(report.pages[i], report.picture.list, text, painter);
    }
    painter.end();
    const PdfProperties properties{titleOf(blueprint), subtitleOf(blueprint), options.language, options.date};
    Result<QByteArray> data = addPdfStructure(painted, report.links, report.bookmarks, properties);
    if (!data)
        return data.error();
    return ExportedPdf{*std::move(data), int(report.pages.size()), report.smallestTextPt, report.warnings};
}

} // namespace throughline
