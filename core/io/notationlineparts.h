// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/notationlexer.h"
#include "core/model/elements.h"

#include <QStringList>

/// Lines of a text in the notation as a person wrote them, looked at one by one.
namespace throughline {

struct NotationContent;

/// One line and the element its statement is about; no element: an empty line, a comment, or not understood.
struct NotationSourceLine
{
    QString text;
    ElementRef element; ///< of the header: kind Blueprint and the keyword, as in NotationLine

    [[nodiscard]] bool isStatement() const { return element != ElementRef(); }
    bool operator==(const NotationSourceLine&) const = default;
};

/// A line cut into what stands before the statement, the statement, and the comment with the space before it.
struct NotationLineParts
{
    QString indent;
    QString statement;
    QString tail;
};

[[nodiscard]] NotationLineParts partsOf(const QString& line);

/// The words of a line; as far as they can be told apart where it is wrong.
[[nodiscard]] QList<NotationWord> wordsOf(const QString& line);

/// The value of key= among words, or nothing.
[[nodiscard]] std::optional<QString> fieldOf(const QList<NotationWord>& words, const QString& key);

/// True when both lines hold the same words, in whatever order.
[[nodiscard]] bool saysTheSame(const QString& left, const QString& right);

/// The line with a word added behind its statement.
[[nodiscard]] QString withWord(const QString& line, const QString& word);

/// The lines of a text that was read as content, each with its element as content calls it.
[[nodiscard]] QList<NotationSourceLine> sourceLines(const QString& text, const NotationContent& content);

} // namespace throughline
