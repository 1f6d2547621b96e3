// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patch.h"
#include "core/model/validation.h"

#include <QHash>

namespace throughline {

/// A blueprint with changes pencilled in: what an operation reads and writes while it works out its patch. Holds a copy
/// (which costs nothing) and never changes the blueprint it was made from.
class Draft
{
public:
    explicit Draft(const Blueprint& blueprint) : m_base(blueprint) {}

    [[nodiscard]] const Blueprint& base() const { return m_base; }

    /// The element as it stands in the draft, or nothing when it is not there or was removed.
    template <typename Element>
    [[nodiscard]] std::optional<Element> find(const Id<Element>& id) const
    {
        const auto known = m_index.constFind({kindOf<Element>(), id.value});
        if (known != m_index.cend())
            return std::get<ElementChange<Element>>(m_patch.changes[*known]).after;
        const Element* element = m_base.find(id);
        return element ? std::optional(*element) : std::nullopt;
    }

    /// Adds the element or puts it in place of the one with its id.
    template <typename Element>
    void put(const Element& element)
    {
        change(element.id).after = element;
    }

    /// Takes the element out; does nothing when it is not there.
    template <typename Element>
    void remove(const Id<Element>& id)
    {
        if (find(id))
            change(id).after.reset();
    }

    /// Every element of one kind as it stands in the draft, in the order of ids, added ones last. O(n).
    template <typename Element>
    [[nodiscard]] QList<Element> all() const
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

    /// The changes made so far, without those that changed nothing.
    [[nodiscard]] Patch patch() const
    {
        Patch patch = m_patch;
        patch.changes.removeIf(
            [](const Change& c) { return std::visit([](const auto& side) { return side.before == side.after; }, c); });
        return patch;
    }

private:
    template <typename Element>
    ElementChange<Element>& change(const Id<Element>& id)
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

    Blueprint m_base;
    Patch m_patch;
    QHash<ElementRef, qsizetype> m_index;
};

} // namespace throughline
