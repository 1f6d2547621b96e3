// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patch.h"

#include <QHash>

#include <optional>

namespace throughline {

/// A blueprint with changes pencilled in: what an operation reads and writes while it works out its patch. Holds a copy
/// (which costs nothing) and never changes the blueprint it was made from.
///
/// Every operation and every fix works with one, so what it does with each kind of element is compiled once, in its own
/// file.
class Draft
{
public:
    explicit Draft(const Blueprint& blueprint);

    [[nodiscard]] const Blueprint& base() const { return m_base; }

    /// The element as it stands in the draft, or nothing when it is not there or was removed.
    template <typename Element>
    [[nodiscard]] std::optional<Element> find(const Id<Element>& id) const;

    /// Adds the element or puts it in place of the one with its id.
    template <typename Element>
    void put(const Element& element);

    /// Takes the element out; does nothing when it is not there.
    template <typename Element>
    void remove(const Id<Element>& id);

    /// Every element of one kind as it stands in the draft, in the order of ids, added ones last. O(n).
    template <typename Element>
    [[nodiscard]] QList<Element> all() const;

    /// The changes made so far, without those that changed nothing.
    [[nodiscard]] Patch patch() const;

private:
    template <typename Element>
    ElementChange<Element>& change(const Id<Element>& id);

    Blueprint m_base;
    Patch m_patch;
    QHash<ElementRef, qsizetype> m_index;
};

} // namespace throughline
