// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/capabilities.h"

#include <algorithm>

namespace throughline {

struct Capabilities::Row
{
    explicit Row(size_t roles)
        : fulfils(roles, 0),
          refuses(roles, 0),
          passes(roles),
          passedFrom(roles),
          hops(roles, -1),
          next(roles, -1),
          unknown(roles, 0),
          circles(roles, 0)
    {
    }

    void addPass(int from, int to)
    {
        std::vector<int>& targets = passes[size_t(from)];
        if (std::ranges::find(targets, to) != targets.end())
            return;
        targets.push_back(to);
        passedFrom[size_t(to)].push_back(from);
    }

    std::vector<char> fulfils;
    std::vector<char> refuses;
    std::vector<std::vector<int>> passes;
    std::vector<std::vector<int>> passedFrom;
    std::vector<int> hops; ///< to a role that fulfils, -1 = none
    std::vector<int> next;
    std::vector<char> unknown; ///< may end where nobody has said
    std::vector<char> circles; ///< can walk into a circle
    std::vector<std::vector<int>> rings;
};

Capabilities::Capabilities(const Blueprint& blueprint, const QList<DrawnAbility>& drawn)
{
    for (const Role& role : blueprint.roles()) {
        m_roleIndex.insert(role.id, int(m_roles.size()));
        m_roles += role.id;
        m_onlyThese.push_back(role.onlyThese ? 1 : 0);
    }
    int number = 0;
    for (const Role& role : blueprint.roles()) {
        for (const Capability& capability : role.capabilities) {
            const int to = m_roleIndex.value(capability.passesTo, -1);
            if (!capability.request.isEmpty())
                m_statements[capability.request] += Statement{number, capability.ability, to, false};
            else if (capability.ability == Capability::Ability::PassesOn && to >= 0)
                m_passAll.emplace_back(number, to);
        }
        ++number;
    }
    for (const DrawnAbility& ability : drawn) {
        const int role = m_roleIndex.value(ability.role, -1);
        if (role >= 0)
            m_statements[ability.request] +=
                Statement{role, ability.ability, m_roleIndex.value(ability.passesTo, -1), true};
    }
}

Capabilities::Row Capabilities::rowOf(const RequestId& request) const
{
    Row row(size_t(m_roles.size()));
    const QList<Statement> statements = m_statements.value(request);
    for (const Statement& statement : statements) {
        if (statement.ability == Capability::Ability::Fulfils)
            row.fulfils[size_t(statement.role)] = 1;
        else if (statement.ability == Capability::Ability::Refuses)
            row.refuses[size_t(statement.role)] = 1;
    }
    for (const Statement& statement : statements) {
        if (statement.ability == Capability::Ability::PassesOn && statement.passesTo >= 0)
            row.addPass(statement.role, statement.passesTo);
    }
    // Whoever refuses this one does not pass it on with everything else.
    for (const auto& [from, to] : m_passAll) {
        if (!row.refuses[size_t(from)])
            row.addPass(from, to);
    }
    for (size_t role = 0; role < row.passes.size(); ++role)
        std::sort(row.passes[role].begin(), row.passes[role].end());
    return row;
}

/// Fewest hops to a role that fulfils, by a search backwards along what is passed on.
void Capabilities::findFulfilled(Row& row) const
{
    std::vector<int> front;
    for (size_t role = 0; role < row.fulfils.size(); ++role) {
        if (row.fulfils[role]) {
            row.hops[role] = 0;
            front.push_back(int(role));
        }
    }
    while (!front.empty()) {
        std::vector<int> following;
        std::sort(front.begin(), front.end());
        for (const int to : front) {
            for (const int from : row.passedFrom[size_t(to)]) {
                if (row.hops[size_t(from)] >= 0)
                    continue;
                row.hops[size_t(from)] = row.hops[size_t(to)] + 1;
                row.next[size_t(from)] = to;
                following.push_back(from);
            }
        }
        front = std::move(following);
    }
}

/// Roles that have said nothing, and those that pass the request to one of them.
void Capabilities::findUnknown(Row& row) const
{
    std::vector<int> open;
    for (size_t role = 0; role < row.unknown.size(); ++role) {
        if (!row.fulfils[role] && !row.refuses[role] && row.passes[role].empty() && !m_onlyThese[role]) {
            row.unknown[role] = 1;
            open.push_back(int(role));
        }
    }
    while (!open.empty()) {
        const int to = open.back();
        open.pop_back();
        for (const int from : row.passedFrom[size_t(to)]) {
            if (!row.unknown[size_t(from)]) {
                row.unknown[size_t(from)] = 1;
                open.push_back(from);
            }
        }
    }
}

/// Among the roles with whom the request dies: which can walk in circles (peel off whoever has nowhere left to go), and
/// the circles themselves.
void Capabilities::findCircles(Row& row) const
{
    const size_t count = row.fulfils.size();
    std::vector<int> exits(count, 0);
    std::vector<int> peel;
    for (size_t role = 0; role < count; ++role) {
        row.circles[role] = row.hops[role] < 0 && !row.unknown[role];
        exits[role] = int(row.passes[role].size());
        if (row.circles[role] && exits[role] == 0)
            peel.push_back(int(role));
    }
    // With a dead role, everyone it passes to is dead as well, so its exits all count.
    while (!peel.empty()) {
        const int role = peel.back();
        peel.pop_back();
        row.circles[size_t(role)] = 0;
        for (const int from : row.passedFrom[size_t(role)]) {
            if (row.circles[size_t(from)] && --exits[size_t(from)] == 0)
                peel.push_back(from);
        }
    }
    std::vector<std::vector<char>> reached;
    std::vector<int> circling;
    for (size_t role = 0; role < count; ++role) {
        if (row.circles[role])
            circling.push_back(int(role));
    }
    for (const int start : circling) {
        std::vector<char> seen(count, 0);
        std::vector<int> open{start};
        while (!open.empty()) {
            const int role = open.back();
            open.pop_back();
            for (const int to : row.passes[size_t(role)]) {
                if (row.circles[size_t(to)] && !seen[size_t(to)]) {
                    seen[size_t(to)] = 1;
                    open.push_back(to);
                }
            }
        }
        reached.push_back(std::move(seen));
    }
    for (size_t i = 0; i < circling.size(); ++i) {
        std::vector<int> ring;
        for (size_t j = 0; j < circling.size(); ++j) {
            if (reached[i][size_t(circling[j])] && reached[j][size_t(circling[i])])
                ring.push_back(circling[j]);
        }
        if (!ring.empty() && ring.front() == circling[i])
            row.rings.push_back(std::move(ring));
    }
}

RequestReach Capabilities::toReach(const Row& row) const
{
    RequestReach reach;
    for (size_t role = 0; role < row.fulfils.size(); ++role) {
        RequestReach::Entry entry;
        for (const int to : row.passes[role])
            entry.passesTo += m_roles[to];
        entry.own = row.fulfils[role]                             ? OwnAbility::Fulfils
                    : !row.passes[role].empty()                   ? OwnAbility::PassesOn
                    : row.refuses[role] || m_onlyThese[role] != 0 ? OwnAbility::Refuses
                                                                  : OwnAbility::Unknown;
        if (row.hops[role] >= 0) {
            entry.outcome = row.hops[role] == 0 ? RoleOutcome::Fulfils : RoleOutcome::PassesOn;
            entry.hops = row.hops[role];
            if (row.next[role] >= 0)
                entry.next = m_roles[row.next[role]];
        } else if (!row.unknown[role]) {
            entry.outcome = row.circles[role] ? RoleOutcome::Circles : RoleOutcome::Dies;
        }
        reach.roles.insert(m_roles[qsizetype(role)], entry);
    }
    for (const std::vector<int>& ring : row.rings) {
        QList<RoleId> circle;
        for (const int role : ring) {
            circle += m_roles[role];
            reach.roles[m_roles[role]].inCircle = true;
        }
        reach.circles += circle;
    }
    return reach;
}

bool Capabilities::isEmpty() const
{
    const auto isSet = [](char onlyThese) { return onlyThese != 0; };
    return m_statements.isEmpty() && m_passAll.empty() && std::none_of(m_onlyThese.begin(), m_onlyThese.end(), isSet);
}

RequestReach Capabilities::reachOf(const RequestId& request) const
{
    Row row = rowOf(request);
    findFulfilled(row);
    findUnknown(row);
    findCircles(row);
    return toReach(row);
}

} // namespace throughline
