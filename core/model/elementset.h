// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"
#include "core/model/validation.h"

#include <QSet>
#include <QStringList>

#include <array>

namespace throughline {

/// Elements by kind and id, made to be asked for every reference of a blueprint: mostly it holds one or two.
class ElementSet
{
public:
    /// Once is enough.
    void insert(ElementKind kind, const QString& id)
    {
        Kind& known = m_kinds[size_t(kind)];
        if (known.contains(id))
            return;
        known.ids += id;
        if (known.ids.size() == Few + 1)
            known.many = QSet<QString>(known.ids.cbegin(), known.ids.cend());
        else if (known.ids.size() > Few)
            known.many.insert(id);
        m_isEmpty = false;
    }
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] qsizetype size() const
    {
        qsizetype size = 0;
        for (const Kind& kind : m_kinds)
            size += kind.ids.size();
        return size;
    }
    /// Calls visit(kind, id) for each, kind by kind, in the order they came in.
    template <typename Visit>
    void visit(const Visit& visit) const
    {
        for (size_t kind = 0; kind < m_kinds.size(); ++kind) {
            for (const QString& id : m_kinds[kind].ids)
                visit(ElementKind(kind), id);
        }
    }
    [[nodiscard]] bool holdsAny(ElementKind kind) const { return !m_kinds[size_t(kind)].ids.isEmpty(); }
    template <typename Element>
    [[nodiscard]] bool contains(const Id<Element>& id) const
    {
        return m_kinds[size_t(kindOf<Element>())].contains(id.value);
    }
    /// The ids of one kind in the order they came in.
    [[nodiscard]] const QStringList& ids(ElementKind kind) const { return m_kinds[size_t(kind)].ids; }

private:
    /// So many are found sooner by looking at each.
    static constexpr qsizetype Few = 4;

    struct Kind
    {
        QStringList ids;
        QSet<QString> many; ///< the same, where they are more than a few

        [[nodiscard]] bool contains(const QString& id) const
        {
            return many.isEmpty() ? ids.contains(id) : many.contains(id);
        }
    };
    std::array<Kind, size_t(ElementKind::Acceptance) + 1> m_kinds;
    bool m_isEmpty = true;
};

} // namespace throughline
