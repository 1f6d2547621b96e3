// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/elementoperations.h"

#include "core/edit/draft.h"
#include "core/edit/refusal.h"

namespace throughline {

namespace {

template <typename Element>
Result<Patch> renamed(const Blueprint& blueprint, const QString& id, const QString& name)
{
    const Element* element = blueprint.find(Id<Element>(id));
    if (!element)
        return missing(Id<Element>(id));
    Element changed = *element;
    if constexpr (std::is_same_v<Element, Card>)
        changed.title = name;
    else if constexpr (std::is_same_v<Element, Connection>)
        changed.label = name;
    else
        changed.name = name;
    return replaceElement(blueprint, changed);
}

template <typename Element>
const Element* named(const Table<Element>& table, const QString& name)
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty())
        return nullptr;
    for (const Element& element : table) {
        if (element.id.value == wanted || element.name.trimmed().compare(wanted, Qt::CaseInsensitive) == 0)
            return table.find(element.id);
    }
    return nullptr;
}

} // namespace

template <typename Element>
Result<Patch> replaceElement(const Blueprint& blueprint, const Element& element)
{
    if (!blueprint.find(element.id))
        return missing(element.id);
    if (Result<void> valid = validateElement(blueprint, element); !valid)
        return valid.error();
    Draft draft(blueprint);
    draft.put(element);
    return draft.patch();
}

template <typename Element>
Result<Patch> addElement(const Blueprint& blueprint, const Element& element)
{
    if (blueprint.find(element.id))
        return alreadyThere(element.id);
    Draft draft(blueprint);
    draft.put(element);
    return draft.patch();
}

template Result<Patch> replaceElement(const Blueprint&, const Department&);
template Result<Patch> replaceElement(const Blueprint&, const Role&);
template Result<Patch> replaceElement(const Blueprint&, const Request&);
template Result<Patch> replaceElement(const Blueprint&, const DataItem&);
template Result<Patch> replaceElement(const Blueprint&, const Phase&);
template Result<Patch> replaceElement(const Blueprint&, const Step&);
template Result<Patch> replaceElement(const Blueprint&, const Lane&);
template Result<Patch> replaceElement(const Blueprint&, const Card&);
template Result<Patch> replaceElement(const Blueprint&, const Connection&);
template Result<Patch> replaceElement(const Blueprint&, const Acceptance&);
template Result<Patch> addElement(const Blueprint&, const Department&);
template Result<Patch> addElement(const Blueprint&, const Role&);
template Result<Patch> addElement(const Blueprint&, const Request&);
template Result<Patch> addElement(const Blueprint&, const DataItem&);
template Result<Patch> addElement(const Blueprint&, const Acceptance&);

Result<Patch> setHeader(const Blueprint& blueprint, const Header& header)
{
    Patch patch;
    if (header != blueprint.header())
        patch.changes.append(HeaderChange{blueprint.header(), header});
    return patch;
}

Result<Patch> rename(const Blueprint& blueprint, const ElementRef& element, const QString& name)
{
    const QString trimmed = name.trimmed();
    switch (element.kind) {
    case ElementKind::Blueprint: {
        Header header = blueprint.header();
        header.title = trimmed;
        return setHeader(blueprint, header);
    }
    case ElementKind::Department:
        return renamed<Department>(blueprint, element.id, trimmed);
    case ElementKind::Role:
        return renamed<Role>(blueprint, element.id, trimmed);
    case ElementKind::Request:
        return renamed<Request>(blueprint, element.id, trimmed);
    case ElementKind::DataItem:
        return renamed<DataItem>(blueprint, element.id, trimmed);
    case ElementKind::Phase:
        return renamed<Phase>(blueprint, element.id, trimmed);
    case ElementKind::Step:
        return renamed<Step>(blueprint, element.id, trimmed);
    case ElementKind::Lane:
        return renamed<Lane>(blueprint, element.id, trimmed);
    case ElementKind::Card:
        return renamed<Card>(blueprint, element.id, trimmed);
    case ElementKind::Connection:
        return renamed<Connection>(blueprint, element.id, trimmed);
    case ElementKind::Acceptance:
        break;
    }
    return notPossible(QStringLiteral("An accepted finding has no name of its own"));
}

const Request* requestNamed(const Blueprint& blueprint, const QString& name)
{
    return named(blueprint.requests(), name);
}

const DataItem* dataItemNamed(const Blueprint& blueprint, const QString& name)
{
    return named(blueprint.dataItems(), name);
}

} // namespace throughline
