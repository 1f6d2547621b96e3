// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/notationadoption.h"

#include <QHash>
#include <QStringList>

namespace throughline {

/// A text in the notation beside the document it stands for. It follows the document and keeps the lines a person
/// wrote, their comments and their order; and it says what a text that was typed makes of the document. A value: copy
/// it to read in another thread.
class NotationMirror
{
public:
    NotationMirror() = default;
    /// The blueprint as a text of its own.
    explicit NotationMirror(const Blueprint& document);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] const Blueprint& document() const { return m_document; }
    [[nodiscard]] const QList<NotationSourceLine>& lines() const { return m_lines; }
    /// The line (from 0) of the element's statement, or -1.
    [[nodiscard]] qsizetype lineOf(const ElementRef& element) const { return m_lineOf.value(element, -1); }

    /// Makes the text stand for document: the lines of what changed are written anew, those of what is new come beside
    /// their like, those of what is gone go. A line that comes back, as by undo, comes as the person wrote it. Costs
    /// one writing of the document.
    void follow(const Blueprint& document);

    /// What a typed text makes of the document; errors as in readNotation(). Costs one reading.
    [[nodiscard]] Result<AdoptedNotation> read(const QString& text) const;
    /// The text that was read stands for its blueprint from now on.
    void take(const AdoptedNotation& read);
    /// The text as a file has to be: it says as well what a reader without the document cannot know, ids and places, in
    /// the lines as they are. Where that is not enough, the document as writeNotation() writes it. Read again it always
    /// stands for the document; errors: it cannot, as the notation does not hold so much.
    [[nodiscard]] Result<QByteArray> fileText() const;
    /// The mirror of a text that stands for document; one of the document alone where the text says something else.
    [[nodiscard]] static NotationMirror of(const Blueprint& document, const QString& text);
    /// True when the text, read again, stands for the document: what follow() promises.
    [[nodiscard]] bool isTrue() const;

private:
    friend class MirrorUpdate;

    void setLines(const QList<NotationSourceLine>& lines);

    Blueprint m_document;
    QString m_text;
    QList<NotationSourceLine> m_lines;
    QHash<ElementRef, qsizetype> m_lineOf;
    QHash<ElementRef, QString> m_written;                   ///< each statement as the program writes it
    QHash<std::pair<ElementRef, QString>, QString> m_hands; ///< the program's writing -> the person's
};

} // namespace throughline
