// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/elements.h"
#include "core/model/table.h"

namespace throughline {

struct Patch;

/// A service blueprint: the document. A value; copies share what they have in common, so a copy costs nothing and may
/// be read in another thread. Its elements are ordered by id. Only apply() (core/model/patch.h) changes it.
///
/// Every blueprint holds to these invariants: ids are valid and unique within their kind, every reference names an
/// element that exists, step numbers are positive and unique, ranges of steps run forward. apply() refuses what would
/// break them.
class Blueprint
{
public:
    Blueprint();
    Blueprint(const Blueprint&);
    Blueprint(Blueprint&&) noexcept;
    Blueprint& operator=(const Blueprint&);
    Blueprint& operator=(Blueprint&&) noexcept;
    ~Blueprint();

    [[nodiscard]] const Header& header() const { return m_header; }
    [[nodiscard]] const Table<Department>& departments() const { return m_departments; }
    [[nodiscard]] const Table<Role>& roles() const { return m_roles; }
    [[nodiscard]] const Table<Request>& requests() const { return m_requests; }
    [[nodiscard]] const Table<DataItem>& dataItems() const { return m_dataItems; }
    [[nodiscard]] const Table<Phase>& phases() const { return m_phases; }
    [[nodiscard]] const Table<Step>& steps() const { return m_steps; }
    [[nodiscard]] const Table<Lane>& lanes() const { return m_lanes; }
    [[nodiscard]] const Table<Card>& cards() const { return m_cards; }
    [[nodiscard]] const Table<Connection>& connections() const { return m_connections; }
    [[nodiscard]] const Table<Acceptance>& acceptances() const { return m_acceptances; }

    /// The table of one kind of element, e.g. table<Card>().
    template <typename Element>
    [[nodiscard]] const Table<Element>& table() const;

    /// The element of that id, or null. Valid until this blueprint is changed or destroyed.
    template <typename Element>
    [[nodiscard]] const Element* find(const Id<Element>& id) const
    {
        return table<Element>().find(id);
    }

    bool operator==(const Blueprint& other) const;

private:
    friend class PatchWriter;
    friend class BlueprintBuilder;

    Header m_header;
    Table<Department> m_departments;
    Table<Role> m_roles;
    Table<Request> m_requests;
    Table<DataItem> m_dataItems;
    Table<Phase> m_phases;
    Table<Step> m_steps;
    Table<Lane> m_lanes;
    Table<Card> m_cards;
    Table<Connection> m_connections;
    Table<Acceptance> m_acceptances;
};

template <>
inline const Table<Department>& Blueprint::table() const
{
    return m_departments;
}
template <>
inline const Table<Role>& Blueprint::table() const
{
    return m_roles;
}
template <>
inline const Table<Request>& Blueprint::table() const
{
    return m_requests;
}
template <>
inline const Table<DataItem>& Blueprint::table() const
{
    return m_dataItems;
}
template <>
inline const Table<Phase>& Blueprint::table() const
{
    return m_phases;
}
template <>
inline const Table<Step>& Blueprint::table() const
{
    return m_steps;
}
template <>
inline const Table<Lane>& Blueprint::table() const
{
    return m_lanes;
}
template <>
inline const Table<Card>& Blueprint::table() const
{
    return m_cards;
}
template <>
inline const Table<Connection>& Blueprint::table() const
{
    return m_connections;
}
template <>
inline const Table<Acceptance>& Blueprint::table() const
{
    return m_acceptances;
}

/// Makes a blueprint out of elements that a reader collected, all at once.
class BlueprintBuilder
{
public:
    Header header;
    QList<Department> departments;
    QList<Role> roles;
    QList<Request> requests;
    QList<DataItem> dataItems;
    QList<Phase> phases;
    QList<Step> steps;
    QList<Lane> lanes;
    QList<Card> cards;
    QList<Connection> connections;
    QList<Connection> laterConnections; ///< that stand behind connections, where two threads read a file
    QList<Acceptance> acceptances;

    /// The blueprint, or the first thing that breaks an invariant of Blueprint; its place.path names the element as
    /// "cards/g1/lane". Readers know lines and columns, so they report what they can themselves, before this.
    [[nodiscard]] Result<Blueprint> build() &&;
};

/// Checks every invariant of Blueprint; the first breach as an error with place.path "cards/g1/lane". O(n log n).
[[nodiscard]] Result<void> validate(const Blueprint& blueprint);

} // namespace throughline
