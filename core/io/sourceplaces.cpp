// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sourceplaces.h"

#include "core/io/blueprintkeys.h"
#include "core/io/documentreader.h"
#include "core/io/jsonelements.h"
#include "core/io/notationreader.h"
#include "core/io/sourcetext.h"
#include "core/model/validation.h"

#include <algorithm>
#include <utility>

namespace throughline {

namespace {

using Offsets = QHash<ElementRef, qsizetype>;

Offsets jsonOffsets(QByteArrayView json)
{
    QStringList tables;
    QHash<QString, ElementKind> kinds;
    for (const ElementKind kind : blueprintTables()) {
        tables += tableName(kind);
        kinds.insert(tableName(kind), kind);
    }
    Offsets offsets;
    const JsonElementVisitor visitor{
        [](const JsonNode&) { return std::nullopt; },
        [&](const QString& table, qsizetype, const JsonNode& element) -> std::optional<JsonFault> {
            if (const JsonNode* id = element.member(u"id"))
                offsets.insert({kinds.value(table), id->text}, startOf(element, json));
            return std::nullopt;
        }};
    return readJsonElements(json, tables, visitor) ? Offsets() : offsets;
}

qsizetype newlineFrom(QByteArrayView text, qsizetype from)
{
    return text.indexOf('\n', from);
}

qsizetype newlineFrom(QStringView text, qsizetype from)
{
    return text.indexOf(u'\n', from);
}

/// Line and column of many offsets in one pass over the text.
template <typename Text>
QHash<ElementRef, Place> placed(const Offsets& offsets, const Text& text, const QString& fileName)
{
    QList<std::pair<qsizetype, ElementRef>> sorted;
    for (auto it = offsets.cbegin(); it != offsets.cend(); ++it)
        sorted.append({it.value(), it.key()});
    std::sort(sorted.begin(), sorted.end(), [](const auto& l, const auto& r) { return l.first < r.first; });
    QHash<ElementRef, Place> places;
    qsizetype lineStart = 0;
    int line = 1;
    for (const auto& [offset, element] : sorted) {
        for (qsizetype newline = newlineFrom(text, lineStart); newline >= 0 && newline < offset;
             newline = newlineFrom(text, lineStart)) {
            lineStart = newline + 1;
            ++line;
        }
        const int column = placeAt(text.sliced(lineStart), offset - lineStart, fileName).column;
        places.insert(element, {fileName, line, column, {}});
    }
    return places;
}

} // namespace

SourcePlaces::SourcePlaces(const QByteArray& content, const QString& fileName) : m_fileName(fileName)
{
    const QByteArrayView bytes(content);
    const QByteArrayView text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    switch (formatOf(content)) {
    case DocumentFormat::Blueprint:
        m_places = placed(jsonOffsets(text), text, fileName);
        break;
    case DocumentFormat::Notation: {
        const QString notation = QString::fromUtf8(text);
        m_places = placed(notationOffsets(notation), QStringView(notation), fileName);
        break;
    }
    case DocumentFormat::Bpmn:
        break;
    }
}

Place SourcePlaces::of(const ElementRef& element) const
{
    return m_places.value(element, Place{m_fileName, isEmpty() ? 0 : 1, isEmpty() ? 0 : 1, {}});
}

} // namespace throughline
