// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QByteArray>

namespace throughline {

/// The cards of the blueprint as a table for spreadsheets, one row a card after a row of headings (docs/file-format.md
/// names the columns): RFC 4180 with lines that end in CR LF, UTF-8 with a byte order mark. Rows stand by step, lane
/// and position; cards without a step come last. Several values in one cell are separated by "; ". A cell that a
/// spreadsheet would take for a formula gets an apostrophe in front. Any thread.
[[nodiscard]] QByteArray writeCsv(const Blueprint& blueprint);

/// text as one cell: with an apostrophe in front where its first character would start a formula (= + - @, their
/// full-width forms, a tab or a line break), in quotes where it holds a comma, a quote or a line break.
[[nodiscard]] QString csvCell(const QString& text);

} // namespace throughline
