// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/blueprint.h"

#include <QByteArray>
#include <QHash>

namespace throughline {

/// Reads a blueprint in the text notation (docs/file-format.md). fileName stands in errors only. An error names line
/// and column, what was found and what was expected; then nothing is loaded. Limits: 64 MiB, 500,000 statements. Any
/// thread.
[[nodiscard]] Result<Blueprint> readNotation(const QByteArray& utf8, const QString& fileName);

/// writeNotation(), of which it is known that it can be read again. Errors: the notation does not hold so much. Costs
/// one reading. Any thread.
[[nodiscard]] Result<QByteArray> readableNotation(const Blueprint& blueprint);

/// A text that was read.
struct NotationContent
{
    Blueprint blueprint;
    /// Where each element stands, in code units: its id or its statement, or where it is first used.
    QHash<ElementRef, qsizetype> offsets;
};

/// readNotation() of a text that is at hand.
[[nodiscard]] Result<NotationContent> readNotationText(const QString& text, const QString& fileName);

/// Where the elements of a text in the notation stand in it, in code units; empty when it cannot be read.
[[nodiscard]] QHash<ElementRef, qsizetype> notationOffsets(const QString& text);

} // namespace throughline
