// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/textpane.h"

#include "app/document/follow.h"
#include "app/models/notationhighlighter.h"
#include "core/io/notationwriter.h"
#include "core/model/patch.h"

#include <QScopedValueRollback>
#include <QSet>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MaxSelectedLines = 200;

int elementCount(const Blueprint& blueprint)
{
    return int(blueprint.departments().size() + blueprint.roles().size() + blueprint.requests().size() +
               blueprint.dataItems().size() + blueprint.phases().size() + blueprint.steps().size() +
               blueprint.lanes().size() + blueprint.cards().size() + blueprint.connections().size() +
               blueprint.acceptances().size());
}

/// Puts text in place of a line, touching only what differs, so that a caret elsewhere in it stays.
void replaceLine(QTextCursor& cursor, const QTextBlock& block, const QString& text)
{
    const QString was = block.text();
    const qsizetype shorter = std::min(was.size(), text.size());
    qsizetype start = 0;
    while (start < shorter && was[start] == text[start])
        ++start;
    qsizetype end = 0;
    while (end < shorter - start && was[was.size() - 1 - end] == text[text.size() - 1 - end])
        ++end;
    cursor.setPosition(block.position() + int(start));
    cursor.setPosition(block.position() + int(was.size() - end), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(start, text.size() - start - end));
}

void removeLines(QTextCursor& cursor, const QTextDocument& document, int first, int count)
{
    const QTextBlock begin = document.findBlockByNumber(first);
    const QTextBlock end = document.findBlockByNumber(first + count);
    const bool toTheEnd = !end.isValid();
    cursor.setPosition(toTheEnd && first > 0 ? begin.position() - 1 : begin.position());
    if (toTheEnd)
        cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    else
        cursor.setPosition(end.position(), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

void insertLines(QTextCursor& cursor, const QTextDocument& document, int at, const QStringList& lines)
{
    const QTextBlock block = document.findBlockByNumber(at);
    if (block.isValid()) {
        cursor.setPosition(block.position());
        cursor.insertText(lines.join(u'\n') + u'\n');
    } else {
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(u'\n' + lines.join(u'\n'));
    }
}

QString excerpt(const Blueprint& blueprint, const QSet<ElementRef>& elements)
{
    QStringList lines;
    for (const NotationLine& line : notationLines(blueprint, NotationStyle::BesideDrawing)) {
        if (elements.contains(line.element))
            lines += line.text;
    }
    return lines.join(u'\n');
}

} // namespace

TextPane::TextPane(QObject* parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, &TextPane::readTyped);
}

TextPane::~TextPane()
{
    // The highlighter takes its colours out of the text when it goes; nobody is here any more to hear of that change.
    if (QTextDocument* text = textDoc())
        text->disconnect(this);
}

void TextPane::setDocument(DocumentController* document)
{
    if (!follow(this, m_document, document, when(&DocumentController::changed, &TextPane::noteChange),
                when(&DocumentController::reset, &TextPane::startAnew),
                when(&DocumentController::draftRestored, &TextPane::takeDraft),
                when(&DocumentController::changesGivenUp, &TextPane::forgetTyped),
                when(&DocumentController::selectionChanged, &TextPane::noteSelection)))
        return;
    startAnew();
}

void TextPane::setTextDocument(QQuickTextDocument* document)
{
    if (document == m_quickDocument)
        return;
    if (m_quickDocument)
        m_quickDocument->textDocument()->disconnect(this);
    m_quickDocument = document;
    m_highlighter.reset();
    if (QTextDocument* text = textDoc()) {
        text->setUndoRedoEnabled(false);
        m_highlighter = std::make_unique<NotationHighlighter>(text);
        m_highlighter->setDark(m_dark);
        connect(text, &QTextDocument::contentsChange, this, &TextPane::noteTyping);
        connect(text, &QTextDocument::blockCountChanged, this, &TextPane::textChanged);
    }
    startAnew();
}

void TextPane::setActive(bool active)
{
    if (active == m_active)
        return;
    // What was typed is not left behind; what is not understood yet waits, and follows the drawing meanwhile.
    if (!active)
        readTypedNow();
    m_active = active;
    if (!m_isTyped)
        startAnew();
    else
        Q_EMIT changed();
}

void TextPane::setDark(bool dark)
{
    m_dark = dark;
    if (m_highlighter)
        m_highlighter->setDark(dark);
    Q_EMIT changed();
}

QString TextPane::note() const
{
    if (!m_readOnly)
        return {};
    return tr("More than %L1 elements are too many to be typed beside the drawing. What is selected is shown here; "
              "the whole text can be exported.")
        .arg(MaxElements);
}

QTextDocument* TextPane::textDoc() const
{
    return m_quickDocument ? m_quickDocument->textDocument() : nullptr;
}

int TextPane::lineCount() const
{
    return textDoc() ? textDoc()->blockCount() : 0;
}

int TextPane::positionOf(int line) const
{
    const QTextBlock block = textDoc() ? textDoc()->findBlockByNumber(line) : QTextBlock();
    return block.isValid() ? block.position() : 0;
}

int TextPane::lineAt(int position) const
{
    return textDoc() ? std::max(0, textDoc()->findBlock(position).blockNumber()) : 0;
}

int TextPane::problemPosition() const
{
    return positionOf(std::max(0, m_problemLine)) + m_problemColumn;
}

QStringList TextPane::shownLines() const
{
    return textDoc()->toPlainText().split(u'\n');
}

void TextPane::startAnew()
{
    m_rest.stop();
    m_reading.cancel();
    m_excerpt.cancel();
    setTyped(false, false);
    m_takenBack.clear();
    clearProblem();
    m_mirror = {};
    m_mirrorLines.clear();
    m_readOnly = false;
    if (!m_active || !m_document || !textDoc())
        return;
    m_readOnly = elementCount(m_document->blueprint()) > MaxElements;
    if (m_readOnly) {
        putText({});
        showSelected();
    } else {
        m_mirror = m_document->mirror();
        m_document->setWording(m_mirror.text());
        m_mirrorLines = m_mirror.text().split(u'\n');
        putText(m_mirror.text());
        noteSelection();
    }
    Q_EMIT changed();
}

void TextPane::setTyped(bool isTyped, bool isLast)
{
    m_isTyped = isTyped;
    m_isTypedLast = isLast;
    Q_EMIT typedLastChanged();
}

void TextPane::noteChange()
{
    if ((!m_active && !m_isTyped) || !textDoc() || m_isApplying)
        return;
    m_reading.cancel();
    m_takenBack.clear();
    setTyped(m_isTyped, false);
    if (!m_isTyped && m_readOnly != (elementCount(m_document->blueprint()) > MaxElements))
        startAnew();
    else if (m_readOnly)
        showSelected();
    else
        keepUp();
}

void TextPane::keepUp()
{
    const QStringList before = m_mirrorLines;
    const QString wording = m_isTyped ? QString() : m_document->wording();
    const NotationMirror known = wording.isNull() ? NotationMirror() : m_document->mirror();
    if (!wording.isNull() && known.text() == wording)
        m_mirror = known;
    else
        m_mirror.follow(m_document->blueprint());
    if (!m_isTyped)
        m_document->setWording(m_mirror.text());
    m_mirrorLines = m_mirror.text().split(u'\n');
    QList<LineHunk> hunks = lineHunks(before, m_mirrorLines);
    if (m_isTyped)
        hunks = aroundTyping(hunks, before, shownLines());
    put(hunks);
    if (m_isTyped)
        m_rest.start();
    noteSelection();
}

void TextPane::takeDraft(const Blueprint& blueprint)
{
    if (!textDoc())
        return;
    m_reading.cancel();
    m_takenBack.clear();
    m_readOnly = false;
    m_mirror = m_document->mirror();
    m_mirror.follow(blueprint);
    m_mirrorLines = m_mirror.text().split(u'\n');
    putText(m_document->draft());
    setTyped(true, true);
    // The document may have gone on since it was typed.
    keepUp();
    readTypedNow();
    Q_EMIT draftTaken();
}

void TextPane::forgetTyped()
{
    if (m_isTyped)
        startAnew();
}

void TextPane::noteTyping()
{
    if (m_isPutting || m_readOnly || !m_active)
        return;
    m_takenBack.clear();
    setTyped(true, true);
    m_reading.cancel();
    m_rest.start();
}

void TextPane::readTyped()
{
    if (lineCount() <= MaxLinesAtOnce) {
        readTypedNow();
        return;
    }
    m_rest.stop();
    if (!m_isTyped || !m_document || m_readOnly)
        return;
    const QString text = textDoc()->toPlainText();
    m_reading.start(
        [mirror = m_mirror, text] { return std::make_shared<const Result<AdoptedNotation>>(mirror.read(text)); },
        [this, text](const auto& read) { takeIn(*read, text); });
}

void TextPane::readTypedNow()
{
    m_rest.stop();
    m_reading.cancel();
    if (!m_isTyped || !textDoc() || !m_document || m_readOnly)
        return;
    const QString text = textDoc()->toPlainText();
    takeIn(m_mirror.read(text), text);
}

void TextPane::takeIn(const Result<AdoptedNotation>& read, const QString& text)
{
    if (!read) {
        setProblem(read.error());
        m_document->setDraft(text);
        return;
    }
    clearProblem();
    const QScopedValueRollback applying(m_isApplying, true);
    if (!m_document->takeText(read->blueprint, text)) {
        m_document->setDraft(text);
        return;
    }
    m_document->setDraft({});
    m_mirror.take(*read);
    m_mirrorLines = text.split(u'\n');
    setTyped(false, false);
    noteSelection();
    Q_EMIT changed();
    Q_EMIT typedRead();
}

void TextPane::setProblem(const Error& error)
{
    m_problemLine = std::max(0, error.place.line - 1);
    const QTextBlock block = textDoc()->findBlockByNumber(m_problemLine);
    // Columns count code points.
    const QList<uint> points = block.text().toUcs4().mid(0, std::max(0, error.place.column - 1));
    m_problemColumn = int(QString::fromUcs4(reinterpret_cast<const char32_t*>(points.data()), points.size()).size());
    m_problem = tr("Line %1: %2").arg(m_problemLine + 1).arg(error.message);
    if (m_highlighter) {
        const QScopedValueRollback putting(m_isPutting, true);
        m_highlighter->setFault(m_problemLine, m_problemColumn);
    }
    Q_EMIT changed();
}

void TextPane::clearProblem()
{
    m_problem.clear();
    m_problemLine = -1;
    m_problemColumn = 0;
    if (m_highlighter) {
        const QScopedValueRollback putting(m_isPutting, true);
        m_highlighter->setFault(-1, 0);
    }
    Q_EMIT changed();
}

void TextPane::put(const QList<LineHunk>& hunks)
{
    QTextDocument* text = textDoc();
    const QScopedValueRollback putting(m_isPutting, true);
    QTextCursor cursor(text);
    cursor.beginEditBlock();
    for (auto hunk = hunks.crbegin(); hunk != hunks.crend(); ++hunk) {
        const qsizetype both = std::min(hunk->removed, hunk->added.size());
        if (hunk->removed > both)
            removeLines(cursor, *text, int(hunk->start + both), int(hunk->removed - both));
        else if (hunk->added.size() > both)
            insertLines(cursor, *text, int(hunk->start + both), hunk->added.sliced(both));
        for (qsizetype i = 0; i < both; ++i)
            replaceLine(cursor, text->findBlockByNumber(int(hunk->start + i)), hunk->added[i]);
    }
    cursor.endEditBlock();
    Q_EMIT textChanged();
}

void TextPane::putText(const QString& text)
{
    const QScopedValueRollback putting(m_isPutting, true);
    QTextCursor cursor(textDoc());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    Q_EMIT textChanged();
    Q_EMIT revealed(0, true);
}

int TextPane::shownLine(qsizetype line) const
{
    if (!m_isTyped || line < 0)
        return int(line);
    const QStringList shown = shownLines();
    const CommonLines common = commonLines(m_mirrorLines, shown);
    if (line < common.start)
        return int(line);
    return line >= m_mirrorLines.size() - common.end ? int(line + shown.size() - m_mirrorLines.size()) : -1;
}

qsizetype TextPane::mirrorLine(int line) const
{
    if (!m_isTyped)
        return line;
    const QStringList shown = shownLines();
    const CommonLines common = commonLines(shown, m_mirrorLines);
    if (line < common.start)
        return line;
    return line >= shown.size() - common.end ? line + m_mirrorLines.size() - shown.size() : -1;
}

void TextPane::selectAt(int position)
{
    if (m_readOnly || !m_document || m_isPutting)
        return;
    const qsizetype line = mirrorLine(lineAt(position));
    if (line < 0 || line >= m_mirror.lines().size())
        return;
    const ElementRef element = m_mirror.lines()[line].element;
    if (element.kind == ElementKind::Blueprint)
        return;
    const QScopedValueRollback selecting(m_isSelecting, true);
    m_document->setSelection({element});
    Q_EMIT picked(kindWord(element.kind), element.id);
}

void TextPane::noteSelection()
{
    if (!m_active || !m_document || !textDoc())
        return;
    if (m_readOnly) {
        showSelected();
        return;
    }
    QList<int> lines;
    for (const ElementRef& element : m_document->selection()) {
        const int line = shownLine(m_mirror.lineOf(element));
        if (line >= 0)
            lines += line;
        if (lines.size() == MaxSelectedLines)
            break;
    }
    if (lines == m_selectedLines)
        return;
    m_selectedLines = lines;
    Q_EMIT selectedLinesChanged();
    if (!lines.isEmpty() && !m_isSelecting && !m_isApplying)
        Q_EMIT revealed(positionOf(lines.first()), false);
}

void TextPane::showSelected()
{
    const QList<ElementRef> selection = m_document->selection().mid(0, MaxSelectedLines);
    const QSet<ElementRef> elements(selection.begin(), selection.end());
    m_selectedLines.clear();
    Q_EMIT selectedLinesChanged();
    m_excerpt.start([blueprint = m_document->blueprint(), elements] { return excerpt(blueprint, elements); },
                    [this](const QString& text) {
                        if (m_readOnly && text != textDoc()->toPlainText())
                            putText(text);
                    });
}

void TextPane::undo()
{
    if (!m_document)
        return;
    if (m_isTyped && lineCount() <= MaxLinesAtOnce)
        readTyped();
    if (!m_isTyped) {
        m_document->undo();
        return;
    }
    m_rest.stop();
    m_reading.cancel();
    const QString typed = textDoc()->toPlainText();
    put(lineHunks(typed.split(u'\n'), m_mirrorLines));
    m_takenBack = typed;
    setTyped(false, false);
    m_document->setDraft({});
    clearProblem();
    noteSelection();
}

void TextPane::redo()
{
    if (!m_document)
        return;
    if (m_takenBack.isEmpty()) {
        m_document->redo();
        return;
    }
    put(lineHunks(shownLines(), m_takenBack.split(u'\n')));
    m_takenBack.clear();
    setTyped(true, true);
    readTyped();
}

} // namespace throughline
