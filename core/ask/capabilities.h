// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QHash>
#include <QList>

#include <utility>
#include <vector>

namespace throughline {

/// What a role itself does about a request, as far as anybody has said or drawn. Refuses also where the list of its
/// abilities is complete and does not name the request.
enum class OwnAbility { Fulfils, PassesOn, Refuses, Unknown };

/// What becomes of a request put to a role: done there, done by somebody it is passed to, the end of the matter, a
/// circle, or nobody has said.
enum class RoleOutcome { Fulfils, PassesOn, Dies, Circles, Unknown };

/// An ability that the drawing proves (rules.md 1.2 I6, I6b).
struct DrawnAbility
{
    RoleId role;
    RequestId request;
    Capability::Ability ability = Capability::Ability::Fulfils;
    RoleId passesTo;

    bool operator==(const DrawnAbility&) const = default;
};

/// One request and every role.
struct RequestReach
{
    struct Entry
    {
        OwnAbility own = OwnAbility::Unknown;
        RoleOutcome outcome = RoleOutcome::Unknown;
        int hops = 0;           ///< for PassesOn: to whom does it, fewest first
        RoleId next;            ///< for PassesOn: the first on the shortest way
        QList<RoleId> passesTo; ///< everyone it is passed to directly, ordered
        bool inCircle = false;  ///< for Circles: the role is itself part of one
    };

    QHash<RoleId, Entry> roles;
    QList<QList<RoleId>> circles; ///< of roles with outcome Circles; each ordered, the whole ordered

    [[nodiscard]] Entry at(const RoleId& role) const { return roles.value(role); }
};

/// Who can do what about which request: the abilities said, and those the drawing proves. Silence is unknown until the
/// list of a role is complete (rules.md 1.3). A value without a link to the blueprint; reading it from several threads
/// is safe.
class Capabilities
{
public:
    explicit Capabilities(const Blueprint& blueprint, const QList<DrawnAbility>& drawn = {});

    /// How the request fares with every role. O(roles + what they pass on).
    [[nodiscard]] RequestReach reachOf(const RequestId& request) const;

    /// Nobody has said anything of any role.
    [[nodiscard]] bool isEmpty() const;

private:
    struct Statement
    {
        int role;
        Capability::Ability ability;
        int passesTo;
        bool drawn;
    };
    using Edges = std::vector<std::pair<int, int>>;

    struct Row;
    [[nodiscard]] Row rowOf(const RequestId& request) const;
    void findFulfilled(Row& row) const;
    void findUnknown(Row& row) const;
    void findCircles(Row& row) const;
    [[nodiscard]] RequestReach toReach(const Row& row) const;

    QList<RoleId> m_roles;
    QHash<RoleId, int> m_roleIndex;
    std::vector<char> m_onlyThese;
    QHash<RequestId, QList<Statement>> m_statements;
    Edges m_passAll; ///< passes on everything: role, to
};

} // namespace throughline
