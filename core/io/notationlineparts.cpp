// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationlineparts.h"

#include "core/io/notationreader.h"
#include "core/io/notationwords.h"

#include <QMap>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Where the comment of a line begins, or its end.
qsizetype commentStart(const QString& line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"')
            quoted = !quoted;
        else if (quoted && c == u'\\')
            ++i;
        else if (!quoted && c == u'#')
            return i;
    }
    return line.size();
}

/// What kind of statement the words are, and for the header which.
ElementRef statementOf(const QList<NotationWord>& words)
{
    static const QMap<QString, ElementKind> kinds{
        {u"dept"_s, ElementKind::Department}, {u"role"_s, ElementKind::Role},   {u"ask"_s, ElementKind::Request},
        {u"data"_s, ElementKind::DataItem},   {u"phase"_s, ElementKind::Phase}, {u"step"_s, ElementKind::Step},
        {u"lane"_s, ElementKind::Lane},       {u"card"_s, ElementKind::Card},   {u"accept"_s, ElementKind::Acceptance}};
    if (words.isEmpty())
        return {};
    if (connectionOperator(words))
        return {ElementKind::Connection, {}};
    const QString& keyword = words.first().value;
    if (const auto kind = kinds.constFind(keyword); kind != kinds.cend())
        return {*kind, {}};
    if (keyword == u"view"_s) {
        const auto name = std::find_if(words.begin(), words.end(),
                                       [](const NotationWord& word) { return word.quoted && word.key.isEmpty(); });
        return {ElementKind::Blueprint, u"view "_s + (name == words.end() ? QString() : name->value)};
    }
    if (keyword != u"severity"_s)
        return {ElementKind::Blueprint, keyword};
    const std::optional<QString> rule = fieldOf(words, u"rule"_s);
    return {ElementKind::Blueprint, u"severity "_s + (rule ? *rule : words.value(1).value)};
}

} // namespace

NotationLineParts partsOf(const QString& line)
{
    const qsizetype comment = commentStart(line);
    qsizetype start = 0;
    while (start < comment && line[start].isSpace())
        ++start;
    qsizetype end = comment;
    while (end > start && line[end - 1].isSpace())
        --end;
    return {line.first(start), line.sliced(start, end - start), line.sliced(end)};
}

QList<NotationWord> wordsOf(const QString& line)
{
    QList<NotationWord> words;
    NotationFault fault;
    (void)splitNotationLine(line, 0, words, fault);
    return words;
}

std::optional<QString> fieldOf(const QList<NotationWord>& words, const QString& key)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto& word) { return word.key == key; });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

bool saysTheSame(const QString& left, const QString& right)
{
    const auto sorted = [](const QString& line) {
        QList<std::tuple<QString, QString, bool>> words;
        for (const NotationWord& word : wordsOf(line))
            words.append({word.key, word.value, word.quoted});
        std::sort(words.begin(), words.end());
        return words;
    };
    return sorted(left) == sorted(right);
}

QString withWord(const QString& line, const QString& word)
{
    const NotationLineParts parts = partsOf(line);
    return parts.indent + parts.statement + u' ' + word + parts.tail;
}

QList<NotationSourceLine> sourceLines(const QString& text, const NotationContent& content)
{
    QList<NotationSourceLine> lines;
    QList<qsizetype> starts;
    qsizetype start = 0;
    for (const QString& line : text.split(u'\n')) {
        lines.append({line, statementOf(wordsOf(line))});
        starts.append(start);
        start += line.size() + 1;
    }
    for (auto it = content.offsets.cbegin(); it != content.offsets.cend(); ++it) {
        const auto after = std::upper_bound(starts.cbegin(), starts.cend(), it.value());
        NotationSourceLine& line = lines[std::distance(starts.cbegin(), after) - 1];
        if (line.element.kind == it.key().kind)
            line.element = it.key();
    }
    return lines;
}

} // namespace throughline
