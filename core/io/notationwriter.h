// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QByteArray>
#include <QList>

namespace throughline {

/// One statement as it is written.
struct NotationLine
{
    ElementRef element; ///< of the header: kind Blueprint and the keyword ("title", "severity silo-break")
    QString text;
    bool startsPart = false; ///< an empty line stands before it

    bool operator==(const NotationLine&) const = default;
};

/// A File says everything. Beside the drawing a text leaves out what the order of its lines and the document itself
/// say: places among equals, and the ids of connections that are only numbered (e1, e2 …).
enum class NotationStyle { File, BesideDrawing };

/// The statements of a blueprint in the order in which they are written. Any thread.
[[nodiscard]] QList<NotationLine> notationLines(const Blueprint& blueprint, NotationStyle style);

/// The blueprint in the text notation (docs/file-format.md), UTF-8 with a closing newline. readNotation() of it gives
/// the same blueprint, and writing that gives the same text. Any thread.
[[nodiscard]] QByteArray writeNotation(const Blueprint& blueprint);

} // namespace throughline
