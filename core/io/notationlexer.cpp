// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationlexer.h"

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isKey(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

class LineSplitter
{
public:
    LineSplitter(QStringView line, qsizetype lineStart, NotationFault& fault)
        : m_line(line), m_lineStart(lineStart), m_fault(fault)
    {
    }

    bool run(QList<NotationWord>& words)
    {
        for (;;) {
            while (m_at < m_line.size() && m_line[m_at].isSpace())
                ++m_at;
            if (m_at == m_line.size() || m_line[m_at] == u'#')
                return true;
            NotationWord word;
            word.offset = m_lineStart + m_at;
            if (!readWord(word))
                return false;
            words.append(std::move(word));
        }
    }

private:
    bool readWord(NotationWord& word)
    {
        word.valueOffset = word.offset;
        if (m_line[m_at] == u'"')
            return readQuoted(word);
        const qsizetype start = m_at;
        while (m_at < m_line.size() && !m_line[m_at].isSpace() && m_line[m_at] != u'#' && m_line[m_at] != u'"')
            ++m_at;
        const QStringView bare = m_line.sliced(start, m_at - start);
        const qsizetype equals = bare.indexOf(u'=');
        const bool isField = equals > 0 && isKey(bare.first(equals));
        if (isField) {
            word.key = bare.first(equals).toString();
            word.valueOffset += equals + 1;
        }
        const bool quoteFollows = m_at < m_line.size() && m_line[m_at] == u'"';
        if (quoteFollows && isField && equals + 1 == bare.size())
            return readQuoted(word);
        if (quoteFollows)
            return fail(m_at, u"Found a quotation mark inside a word, expected a space before it"_s);
        word.value = (isField ? bare.sliced(equals + 1) : bare).toString();
        return true;
    }

    bool readQuoted(NotationWord& word)
    {
        const qsizetype opening = m_at++;
        word.quoted = true;
        for (;;) {
            if (m_at == m_line.size())
                return fail(opening, u"Found a quotation mark that is not closed on its line, expected a second one"_s);
            const QChar c = m_line[m_at++];
            if (c == u'"')
                break;
            if (c != u'\\')
                word.value += c;
            else if (!readEscape(word))
                return false;
        }
        if (m_at < m_line.size() && !m_line[m_at].isSpace() && m_line[m_at] != u'#')
            return fail(m_at, u"Found \"%1\" right after a quoted text, expected a space or the end of the line"_s.arg(
                                  m_line[m_at]));
        return true;
    }

    bool readEscape(NotationWord& word)
    {
        const QChar c = m_at < m_line.size() ? m_line[m_at] : QChar();
        ++m_at;
        if (c == u'"' || c == u'\\')
            word.value += c;
        else if (c == u'n')
            word.value += u'\n';
        else if (c == u't')
            word.value += u'\t';
        else if (c == u'u')
            return readCodeUnit(word);
        else
            return fail(m_at - 2,
                        u"Found an unknown escape in a quoted text, expected \\\", \\\\, \\n, \\t or \\uXXXX"_s);
        return true;
    }

    bool readCodeUnit(NotationWord& word)
    {
        const QStringView digits = m_line.mid(m_at, 4);
        const bool isNumber = digits.size() == 4 && std::all_of(digits.begin(), digits.end(), isHexDigit);
        const ushort unit = isNumber ? digits.toUShort(nullptr, 16) : ushort(0);
        if (!isNumber || QChar::isSurrogate(unit))
            return fail(m_at - 2, u"Found \\u without a character, expected four hexadecimal digits after it"_s);
        word.value += QChar(unit);
        m_at += 4;
        return true;
    }

    bool fail(qsizetype at, const QString& message)
    {
        m_fault = {Error::Code::Syntax, message, m_lineStart + at};
        return false;
    }

    QStringView m_line;
    qsizetype m_lineStart;
    NotationFault& m_fault;
    qsizetype m_at = 0;
};

} // namespace

bool splitNotationLine(QStringView line, qsizetype lineStart, QList<NotationWord>& words, NotationFault& fault)
{
    return LineSplitter(line, lineStart, fault).run(words);
}

QString quotedForNotation(QStringView text)
{
    QString quoted(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\' + QString(c);
        else if (c == u'\n')
            quoted += "\\n"_L1;
        else if (c == u'\t')
            quoted += "\\t"_L1;
        else if (c.category() == QChar::Other_Control)
            quoted += u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QChar(u'0'));
        else
            quoted += c;
    }
    return quoted + u'"';
}

} // namespace throughline
