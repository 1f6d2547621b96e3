// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/blueprintreader.h"

#include "core/base/parallel.h"
#include "core/io/blueprintkeys.h"
#include "core/io/elementreader.h"
#include "core/io/jsonsplit.h"
#include "core/io/sourcetext.h"
#include "core/model/validation.h"

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MaxBlueprintSize = 256 * 1024 * 1024;
/// From so many bytes on a second thread is worth its start.
constexpr qsizetype LargeFile = 512 * 1024;
/// So many bytes a card and a connection take in a file, nearly, where they say little.
constexpr qsizetype BytesACard = 80;
constexpr qsizetype BytesAConnection = 64;

qsizetype lengthOf(const JsonGap& part)
{
    return part.end - part.begin;
}

QStringList tableNames()
{
    QStringList names;
    for (const ElementKind kind : blueprintTables())
        names.append(tableName(kind));
    return names;
}

Error errorFor(const JsonFault& fault, QByteArrayView json, const QString& fileName)
{
    Place place = placeAt(json, fault.offset, fileName);
    place.path = fault.path;
    return {fault.code, fault.message, place};
}

/// The breach of an invariant, "cards/g1/lane", found again in the file: "cards/17/lane" with line and column. Of two
/// elements of one id the second is meant. Only for errors, so it may read the file once more.
JsonFault locate(const Error& breach, QByteArrayView json)
{
    JsonFault located{breach.code, breach.message, 0, breach.place.path};
    const auto find = [&](const QString& table, qsizetype index, const JsonNode& element) -> std::optional<JsonFault> {
        const JsonNode* id = element.member(u"id");
        const QString prefix = table + u'/' + (id ? id->text : QString());
        const QString& path = breach.place.path;
        if (path != prefix && !path.startsWith(prefix + u'/'))
            return std::nullopt;
        const QString field = path.mid(prefix.size() + 1);
        const JsonNode* member = element.member(field);
        const bool isDuplicate = breach.code == Error::Code::Duplicate && field.isEmpty();
        located.path = table + u'/' + QString::number(index) + (field.isEmpty() ? QString() : u'/' + field);
        located.offset = startOf(member ? *member : (isDuplicate ? *id : element), json);
        return std::nullopt;
    };
    const JsonElementVisitor visitor{[](const JsonNode&) { return std::nullopt; }, find};
    (void)readJsonElements(json, tableNames(), visitor);
    return located;
}

/// Reads the elements of a file, without gaps, into builder.
class TableReader
{
public:
    TableReader(QByteArrayView json, BlueprintBuilder& builder) : m_json(json), m_reader(json, builder) {}

    std::optional<JsonFault> read(const QList<JsonGap>& gaps = {})
    {
        const JsonElementVisitor visitor{[this](const JsonNode& member) { return m_reader.readMember(member); },
                                         [this](const QString& table, qsizetype index, const JsonNode& element) {
                                             ++m_elements;
                                             return m_reader.readElement(table, index, element);
                                         }};
        return readJsonElements(m_json, tableNames(), visitor, gaps);
    }
    [[nodiscard]] bool hasVersion() const { return m_reader.hasVersion(); }
    [[nodiscard]] qsizetype elements() const { return m_elements; }

private:
    QByteArrayView m_json;
    ElementReader m_reader;
    qsizetype m_elements = 0;
};

/// Reads a large file in two threads, the later connections in one of them. Nothing where the file is small or anything
/// is wrong with it: what is, and where first, is for one reader alone to say.
std::optional<BlueprintBuilder> readInTwo(QByteArrayView json)
{
    const std::optional<JsonSplit> split =
        json.size() < LargeFile ? std::nullopt : splitInTable(json, tableName(ElementKind::Connection).toLatin1());
    if (!split)
        return {};
    BlueprintBuilder builder;
    BlueprintBuilder later;
    // What one of the readers passes over the other one reads: lists that grow as they are read would be copied often.
    builder.cards.reserve(lengthOf(split->second[0]) / BytesACard);
    builder.connections.reserve(lengthOf(split->second[1]) / BytesAConnection);
    later.connections.reserve(lengthOf(split->first[0]) / BytesAConnection);
    TableReader first(json, builder);
    TableReader second(json, later);
    std::optional<JsonFault> fault;
    std::optional<JsonFault> otherFault;
    doBoth(
        true, [&] { fault = first.read(split->first); }, [&] { otherFault = second.read(split->second); });
    if (fault || otherFault || !first.hasVersion() || first.elements() + second.elements() > MaxJsonElements)
        return {};
    builder.laterConnections = std::move(later.connections);
    return builder;
}

} // namespace

Result<Blueprint> readBlueprint(const QByteArray& utf8, const QString& fileName)
{
    const Result<QByteArrayView> checked = checkedUtf8(utf8, MaxBlueprintSize, fileName);
    if (!checked)
        return checked.error();
    const QByteArrayView json = *checked;
    std::optional<BlueprintBuilder> builder = readInTwo(json);
    if (!builder) {
        builder.emplace();
        TableReader reader(json, *builder);
        if (const std::optional<JsonFault> fault = reader.read())
            return errorFor(*fault, json, fileName);
        if (!reader.hasVersion()) {
            return errorFor(
                {Error::Code::Version, u"Found no \"formatVersion\", expected a blueprint of Throughline"_s, 0, {}},
                json, fileName);
        }
    }
    Result<Blueprint> blueprint = std::move(*builder).build();
    if (blueprint)
        return blueprint;
    return errorFor(locate(blueprint.error(), json), json, fileName);
}

} // namespace throughline
