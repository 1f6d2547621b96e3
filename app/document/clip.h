// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/copying.h"

#include <QStringList>

#include <memory>

class QMimeData;

/// What the clipboard holds of a blueprint, and what a blueprint can take from it.
namespace throughline {

/// The type of a piece of a blueprint on the clipboard: a .blueprint file of the piece.
[[nodiscard]] QString fragmentMime();

/// Cards for the clipboard, with what joins them and what they name: as a piece of a blueprint, and as the text
/// notation for other programs. document: the path of their document, beside which their files are; empty: it has none.
[[nodiscard]] std::unique_ptr<QMimeData> clipOf(const Blueprint& blueprint, const QList<CardId>& cards,
                                                const QString& document = {});
/// The path of the document that a piece of a blueprint on the clipboard is from; empty: it has none.
[[nodiscard]] QString documentOf(const QMimeData& clip);

/// The rows of cells in a text as a spreadsheet copies it: columns by tabs, rows by line breaks, a cell with either in
/// it in quotes. Empty cells and rows at the end are left out.
[[nodiscard]] QList<QStringList> cellsOf(const QString& text);

/// Puts what the clipboard holds at a place: a piece of a blueprint, else cells of a spreadsheet, else a card with the
/// first line of a text as its title and the others as its note. Without a lane in place, cells and texts go to the
/// first lane; without a step, to the first. Errors: NotPossible when there is nothing to paste, cells reach beyond the
/// lanes, or it is too much (10,000 cells, 20,000 characters of text).
[[nodiscard]] Result<Patch> pasteClip(const Blueprint& blueprint, const QMimeData& clip, const CellPlace& place);

} // namespace throughline
