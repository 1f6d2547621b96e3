// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/blueprintreader.h"

#include "core/io/blueprintkeys.h"
#include "core/io/elementreader.h"
#include "core/io/sourcetext.h"
#include "core/model/validation.h"

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MaxFileSize = 256 * 1024 * 1024;

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

} // namespace

Result<Blueprint> readBlueprint(const QByteArray& utf8, const QString& fileName)
{
    const Result<QByteArrayView> checked = checkedUtf8(utf8, MaxFileSize, fileName);
    if (!checked)
        return checked.error();
    const QByteArrayView json = *checked;
    BlueprintBuilder builder;
    ElementReader reader(json, builder);
    const JsonElementVisitor visitor{[&](const JsonNode& member) { return reader.readMember(member); },
                                     [&](const QString& table, qsizetype index, const JsonNode& element) {
                                         return reader.readElement(table, index, element);
                                     }};
    if (const std::optional<JsonFault> fault = readJsonElements(json, tableNames(), visitor))
        return errorFor(*fault, json, fileName);
    if (!reader.hasVersion()) {
        return errorFor(
            {Error::Code::Version, u"Found no \"formatVersion\", expected a blueprint of Throughline"_s, 0, {}}, json,
            fileName);
    }
    Result<Blueprint> blueprint = std::move(builder).build();
    if (blueprint)
        return blueprint;
    return errorFor(locate(blueprint.error(), json), json, fileName);
}

} // namespace throughline
