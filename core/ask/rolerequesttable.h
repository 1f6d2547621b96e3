// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QList>
#include <QString>

namespace throughline {

/// What becomes of one request put to one role.
struct RoleRequestCell
{
    enum class Kind {
        Fulfils,  ///< ●
        PassesOn, ///< →Waiter(1)
        Dies,     ///< ✕
        Circles,  ///< ↻
        Unknown,  ///< ? nobody has said
        NotMet,   ///< · the role is not met while the request is live
    };

    Kind kind = Kind::NotMet;
    RoleId via;   ///< PassesOn: to whom it goes first on the shortest way
    int hops = 0; ///< PassesOn: how many times it is passed on

    bool operator==(const RoleRequestCell&) const = default;
};

/// Who can answer what (rules.md 3.2). Rows: the roles that a customer meets, in the order of first meeting, then of
/// the lanes from top to bottom, then of ids. Columns: the requests of the catalogue and those that the drawing asks of
/// a role, by id.
struct RoleRequestTable
{
    QList<RoleId> rows;
    QList<RequestId> columns;
    QList<QList<RoleRequestCell>> cells; ///< cells[row][column]

    bool operator==(const RoleRequestTable&) const = default;
};

class AskableTable;
class Meetings;
class ServiceGraph;

/// The table of a blueprint. O(requests · (roles + what they pass on)) beyond reading the blueprint once.
[[nodiscard]] RoleRequestTable roleRequestTable(const Blueprint& blueprint);

/// The same from what a caller has already worked out.
[[nodiscard]] RoleRequestTable roleRequestTable(const ServiceGraph& graph, const Meetings& meetings,
                                                const AskableTable& askables);

/// The sign of a cell with the name of the role it goes to: "●", "→Waiter(1)", "✕", "↻", "?", "·".
[[nodiscard]] QString sign(const RoleRequestCell& cell, const Blueprint& blueprint);

/// The table as aligned lines of text with a heading, for a terminal.
[[nodiscard]] QString toText(const RoleRequestTable& table, const Blueprint& blueprint);

} // namespace throughline
