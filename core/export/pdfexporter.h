// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/export/pagesetup.h"
#include "core/model/blueprint.h"
#include "core/view/excerpt.h"

#include <QByteArray>
#include <QDate>

#include <optional>

namespace throughline {

struct PdfOptions
{
    bool annotated = true; ///< numbered callouts, figures and sentences; false: title, map and footer alone
    QDate date;            ///< printed in the footer and written into the file; invalid: left out
    QString language = QStringLiteral("en");
    QString folder; ///< of the document, where its attached pictures are found; empty: it has none
    /// What is drawn and told in place of the whole; the page says so, and that its figures are the whole's.
    std::optional<Excerpt> excerpt = std::nullopt;

    bool operator==(const PdfOptions&) const = default;
};

struct ExportedPdf
{
    QByteArray data;
    int pages = 0;
    double smallestTextPt = 0;
    /// What the reader of the print will miss, a sentence each: text below 7 pt on the chosen paper.
    QStringList warnings;
};

/// The blueprint on one page with its findings, as PDF. Needs a QGuiApplication. May run in any thread. Errors: System
/// when the PDF cannot be made.
[[nodiscard]] Result<ExportedPdf> exportPdf(const Blueprint& blueprint, const CheckResult& check, const PageSetup& page,
                                            const PdfOptions& options);

} // namespace throughline
