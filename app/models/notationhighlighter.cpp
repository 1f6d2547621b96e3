// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/notationhighlighter.h"

#include "core/io/notationlineparts.h"
#include "core/io/notationwords.h"

#include <QTextDocument>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Where a word that begins at from ends.
qsizetype wordEnd(const QString& text, qsizetype from)
{
    bool quoted = false;
    qsizetype at = from;
    for (; at < text.size(); ++at) {
        if (text[at] == u'"')
            quoted = !quoted;
        else if (quoted && text[at] == u'\\')
            ++at;
        else if (!quoted && (text[at].isSpace() || text[at] == u'#'))
            break;
    }
    return std::min(at, text.size());
}

} // namespace

void NotationHighlighter::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    rehighlight();
}

void NotationHighlighter::setFault(int line, int column)
{
    const int before = std::exchange(m_faultLine, line);
    const bool same = before == line && m_faultColumn == column;
    m_faultColumn = column;
    if (same || !document())
        return;
    for (const int changed : {before, line}) {
        if (const QTextBlock block = document()->findBlockByNumber(changed); changed >= 0 && block.isValid())
            rehighlightBlock(block);
    }
}

void NotationHighlighter::highlightBlock(const QString& text)
{
    const QList<NotationWord> words = wordsOf(text);
    const bool isConnection = connectionOperator(words).has_value();
    for (qsizetype i = 0; i < words.size(); ++i) {
        const NotationWord& word = words[i];
        const qsizetype end = wordEnd(text, word.offset);
        if (i == 0 && !isConnection && !word.quoted && word.key.isEmpty())
            colour(word.offset, end, Part::Keyword);
        else if (i == 1 && isConnection)
            colour(word.offset, end, Part::Arrow);
        else if (!word.key.isEmpty())
            colour(word.offset, word.valueOffset, Part::Key);
        if (word.quoted)
            colour(word.valueOffset, end, Part::Text);
    }
    const NotationLineParts parts = partsOf(text);
    colour(text.size() - parts.tail.size(), text.size(), Part::Comment);
    underlineFault(text);
}

void NotationHighlighter::underlineFault(const QString& text)
{
    if (m_faultLine < 0 || currentBlock().blockNumber() != m_faultLine)
        return;
    qsizetype from = std::min<qsizetype>(m_faultColumn, text.size());
    qsizetype to = wordEnd(text, from);
    // A fault at the end of the line, or a lone quotation mark, is shown on what stands before it.
    while (to - from < 2 && from > 0)
        --from;
    for (qsizetype i = from; i < to; ++i) {
        QTextCharFormat wrong = format(int(i));
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(QColor(m_dark ? 0xFF9B7A : 0xC4320A));
        wrong.setFontUnderline(true);
        setFormat(int(i), 1, wrong);
    }
}

void NotationHighlighter::colour(qsizetype from, qsizetype to, Part part)
{
    if (to > from)
        setFormat(int(from), int(to - from), formatOf(part));
}

QTextCharFormat NotationHighlighter::formatOf(Part part) const
{
    QTextCharFormat format;
    switch (part) {
    case Part::Keyword:
        format.setForeground(QColor(m_dark ? 0x8FB2FF : 0x1D4FD0));
        format.setFontWeight(QFont::Bold);
        break;
    case Part::Key:
        format.setForeground(QColor(m_dark ? 0xD0B6FF : 0x6B3FA0));
        break;
    case Part::Text:
        format.setForeground(QColor(m_dark ? 0x75D9A5 : 0x05603A));
        break;
    case Part::Arrow:
        format.setForeground(QColor(m_dark ? 0xFDB022 : 0xA33F05));
        format.setFontWeight(QFont::Bold);
        break;
    case Part::Comment:
        format.setForeground(QColor(m_dark ? 0x9AA4B2 : 0x667085));
        format.setFontItalic(true);
        break;
    }
    return format;
}

} // namespace throughline
