// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/draft.h"

#include "core/model/validation.h"

namespace throughline {

Draft::Draft(const Blueprint& blueprint) : m_base(blueprint) {}

template <typename Element>
std::optional<Element> Draft::find(const Id<Element>& id) const
{
    const auto known = m_index.constFind({kindOf<Element>(), id.value});
    if (known != m_index.cend())
        return std::get<ElementChange<Element>>(m_patch.changes[*known]).after;
    const Element* element = m_base.find(id);
    return element ? std::optional(*element) : std::nullopt;
}

template <typename Element>
void Draft::put(const Element& element)
{
    change(element.id).after = element;
}

template <typename Element>
void Draft::remove(const Id<Element>& id)
{
    if (find(id))
        change(id).after.reset();
}

template <typename Element>
QList<Element> Draft::all() const
{
    QList<Element> elements;
    for (const Element& element : m_base.table<Element>()) {
        if (std::optional<Element> current = find(element.id))
            elements += *current;
    }
    for (const Change& change : m_patch.changes) {
        const auto* own = std::get_if<ElementChange<Element>>(&change);
        if (own && !own->before && own->after)
            elements += *own->after;
    }
    return elements;
}

template <typename Element>
ElementChange<Element>& Draft::change(const Id<Element>& id)
{
    const ElementRef ref{kindOf<Element>(), id.value};
    auto known = m_index.constFind(ref);
    if (known == m_index.cend()) {
        ElementChange<Element> fresh;
        if (const Element* element = m_base.find(id))
            fresh.before = *element;
        fresh.after = fresh.before;
        known = m_index.insert(ref, m_patch.changes.size());
        m_patch.changes.append(fresh);
    }
    return std::get<ElementChange<Element>>(m_patch.changes[*known]);
}

Patch Draft::patch() const
{
    Patch patch = m_patch;
    patch.changes.removeIf(
        [](const Change& c) { return std::visit([](const auto& side) { return side.before == side.after; }, c); });
    return patch;
}

template std::optional<Department> Draft::find(const Id<Department>&) const;
template void Draft::put(const Department&);
template void Draft::remove(const Id<Department>&);
template QList<Department> Draft::all() const;

template std::optional<Role> Draft::find(const Id<Role>&) const;
template void Draft::put(const Role&);
template void Draft::remove(const Id<Role>&);
template QList<Role> Draft::all() const;

template std::optional<Request> Draft::find(const Id<Request>&) const;
template void Draft::put(const Request&);
template void Draft::remove(const Id<Request>&);
template QList<Request> Draft::all() const;

template std::optional<DataItem> Draft::find(const Id<DataItem>&) const;
template void Draft::put(const DataItem&);
template void Draft::remove(const Id<DataItem>&);
template QList<DataItem> Draft::all() const;

template std::optional<Phase> Draft::find(const Id<Phase>&) const;
template void Draft::put(const Phase&);
template void Draft::remove(const Id<Phase>&);
template QList<Phase> Draft::all() const;

template std::optional<Step> Draft::find(const Id<Step>&) const;
template void Draft::put(const Step&);
template void Draft::remove(const Id<Step>&);
template QList<Step> Draft::all() const;

template std::optional<Lane> Draft::find(const Id<Lane>&) const;
template void Draft::put(const Lane&);
template void Draft::remove(const Id<Lane>&);
template QList<Lane> Draft::all() const;

template std::optional<Card> Draft::find(const Id<Card>&) const;
template void Draft::put(const Card&);
template void Draft::remove(const Id<Card>&);
template QList<Card> Draft::all() const;

template std::optional<Connection> Draft::find(const Id<Connection>&) const;
template void Draft::put(const Connection&);
template void Draft::remove(const Id<Connection>&);
template QList<Connection> Draft::all() const;

template std::optional<Acceptance> Draft::find(const Id<Acceptance>&) const;
template void Draft::put(const Acceptance&);
template void Draft::remove(const Id<Acceptance>&);
template QList<Acceptance> Draft::all() const;

} // namespace throughline
