// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/patchtext.h"

#include "core/io/elementreader.h"
#include "core/io/elementwriter.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

enum class Which { Before, After };

template <typename Element>
void addSide(BlueprintText& text, const Patch& patch, Which which)
{
    QList<Element> elements;
    for (const Change& change : patch.changes) {
        const auto* own = std::get_if<ElementChange<Element>>(&change);
        if (!own)
            continue;
        if (const std::optional<Element>& side = which == Which::Before ? own->before : own->after)
            elements += *side;
    }
    if (!elements.isEmpty())
        text.addTable<Element>(elements);
}

/// One side of a patch as a file that holds those elements only; the header is there when the patch changes it.
QByteArray sideText(const Patch& patch, Which which)
{
    BlueprintText text;
    for (const Change& change : patch.changes) {
        if (const auto* header = std::get_if<HeaderChange>(&change)) {
            text.addHeader(which == Which::Before ? header->before : header->after);
            text.addUnknown(which == Which::Before ? header->before : header->after);
        }
    }
    addSide<Department>(text, patch, which);
    addSide<Role>(text, patch, which);
    addSide<Request>(text, patch, which);
    addSide<DataItem>(text, patch, which);
    addSide<Phase>(text, patch, which);
    addSide<Step>(text, patch, which);
    addSide<Lane>(text, patch, which);
    addSide<Card>(text, patch, which);
    addSide<Connection>(text, patch, which);
    addSide<Acceptance>(text, patch, which);
    // Line breaks within texts are escaped in JSON; those between elements are white space.
    return text.text().trimmed().replace('\n', ' ');
}

struct PatchSide
{
    BlueprintBuilder elements;
    bool hasHeader = false;
};

Result<PatchSide> readSide(const QByteArray& json)
{
    PatchSide side;
    ElementReader reader(json, side.elements);
    QStringList tables;
    for (const ElementKind kind : blueprintTables())
        tables += tableName(kind);
    const JsonElementVisitor visitor{[&](const JsonNode& member) { return reader.readMember(member); },
                                     [&](const QString& table, qsizetype index, const JsonNode& element) {
                                         return reader.readElement(table, index, element);
                                     }};
    if (const std::optional<JsonFault> fault = readJsonElements(json, tables, visitor)) {
        Place place;
        place.path = fault->path;
        return Error{fault->code, fault->message, place};
    }
    side.hasHeader = reader.hasVersion();
    return side;
}

template <typename Element>
void addChanges(Patch& patch, const QList<Element>& before, const QList<Element>& after)
{
    QMap<QString, ElementChange<Element>> changes;
    for (const Element& element : before)
        changes[element.id.value].before = element;
    for (const Element& element : after)
        changes[element.id.value].after = element;
    for (const ElementChange<Element>& change : std::as_const(changes))
        patch.changes += change;
}

} // namespace

QByteArray writePatch(const Patch& patch)
{
    return sideText(patch, Which::Before) + '\t' + sideText(patch, Which::After);
}

Result<Patch> readPatch(const QByteArray& line)
{
    const qsizetype tab = line.indexOf('\t');
    if (tab < 0)
        return Error{Error::Code::Syntax, u"Found no tab between the two sides of a change"_s, {}};
    const Result<PatchSide> before = readSide(line.first(tab));
    if (!before)
        return before.error();
    const Result<PatchSide> after = readSide(line.sliced(tab + 1));
    if (!after)
        return after.error();
    if (before->hasHeader != after->hasHeader)
        return Error{Error::Code::Value, u"Found the header on one side of a change only"_s, {}};
    Patch patch;
    const BlueprintBuilder& from = before->elements;
    const BlueprintBuilder& to = after->elements;
    if (before->hasHeader)
        patch.changes += HeaderChange{from.header, to.header};
    addChanges(patch, from.departments, to.departments);
    addChanges(patch, from.roles, to.roles);
    addChanges(patch, from.requests, to.requests);
    addChanges(patch, from.dataItems, to.dataItems);
    addChanges(patch, from.phases, to.phases);
    addChanges(patch, from.steps, to.steps);
    addChanges(patch, from.lanes, to.lanes);
    addChanges(patch, from.cards, to.cards);
    addChanges(patch, from.connections, to.connections);
    addChanges(patch, from.acceptances, to.acceptances);
    return patch;
}

} // namespace throughline
