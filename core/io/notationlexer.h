// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace throughline {

/// One word of a line of the text notation: bare (g1, ->, +bill), quoted ("Eats"), or a field (step=3, note="loud").
struct NotationWord
{
    QString key;   ///< what stands before '='; empty for a word that is no field
    QString value; ///< without quotes and escapes
    bool quoted = false;
    qsizetype offset = 0;      ///< of the word in the whole text, in code units
    qsizetype valueOffset = 0; ///< of the value; differs from offset in a field
};

/// What is wrong in a line, at a code unit of the whole text.
struct NotationFault
{
    Error::Code code = Error::Code::Syntax;
    QString message;
    qsizetype offset = 0;
};

/// Splits one line (without its end) into words; lineStart is the line's offset in the whole text. A comment ends the
/// line. Returns false and sets fault where a quoted text is not closed, runs into the next word or holds an unknown
/// escape.
[[nodiscard]] bool splitNotationLine(QStringView line, qsizetype lineStart, QList<NotationWord>& words,
                                     NotationFault& fault);

/// text as a quoted text of the notation; the inverse of what splitNotationLine() does to a quoted text.
[[nodiscard]] QString quotedForNotation(QStringView text);

} // namespace throughline
