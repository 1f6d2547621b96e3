// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/pagesetup.h"
#include "core/export/pdfexporter.h"
#include "core/export/picture.h"

namespace throughline {

/// A place in a report that leads to another: page indexes from 0, points from the top left corner of the page.
struct ReportLink
{
    int page = 0;
    QRectF rect;
    int toPage = 0;
    QPointF to;
    QString address; ///< not empty: it leads there, out of the document
    QString name;    ///< of what is at the address
};

/// An entry of the table of contents a PDF reader shows.
struct Bookmark
{
    QString title;
    int page = 0;
    QPointF at;
    QList<Bookmark> children;
};

/// One page. Its own items are drawn under scale (design points to points of the paper), the map under mapScale from
/// mapAt.
struct ReportPage
{
    QSizeF sizePt;
    double scale = 1;
    QList<DisplayItem> items;
    bool hasMap = false;
    QPointF mapAt;
    double mapScale = 1;
};

/// The annotated page of a blueprint and what continues it, ready to be painted.
struct Report
{
    Picture picture;
    QList<ReportPage> pages;
    QList<ReportLink> links;
    QList<Bookmark> bookmarks;
    double smallestTextPt = 0;
    double smallestOnMapPt = 0; ///< the smallest words of the map on the paper
    QStringList warnings;
};

/// Title, figures, the map with numbered callouts, and the same numbers with their sentences beneath or beside it; what
/// does not fit continues on further pages. Deterministic.
[[nodiscard]] Report composeReport(const Blueprint& blueprint, const CheckResult& check, const PageSetup& page,
                                   const PdfOptions& options, const QtTextMeasurer& measurer);

/// How a report would come out, before it is painted.
struct Forecast
{
    int pages = 0;
    double smallestOnMapPt = 0; ///< the smallest words of the map on the paper
    bool isLegible = true;
    QString enough; ///< the smallest paper, lying alike, on which the map can be read, or "fit"; empty: no paper is
};

/// Composes the report, and where it cannot be read, the same on larger papers. Deterministic; may run in any thread.
[[nodiscard]] Forecast foresee(const Blueprint& blueprint, const CheckResult& check, const PageSetup& page,
                               const PdfOptions& options, const QtTextMeasurer& measurer);

} // namespace throughline
