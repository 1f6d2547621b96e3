// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/export/report.h"

#include <QByteArray>
#include <QDate>

namespace throughline {

/// What a PDF says of itself.
struct PdfProperties
{
    QString title;
    QString subject;
    QString language; ///< BCP 47
    QDate date;       ///< invalid: no date, so that equal input gives equal bytes
};

/// Adds bookmarks, links, page labels, language and title to a PDF that was painted. Equal input gives equal bytes.
/// Errors: System when the PDF is not one qpdf can read.
[[nodiscard]] Result<QByteArray> addPdfStructure(const QByteArray& pdf, const QList<ReportLink>& links,
                                                 const QList<Bookmark>& bookmarks, const PdfProperties& properties);

} // namespace throughline
