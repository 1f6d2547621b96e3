// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rolerequestcycle.h"

#include "core/edit/abilityoperations.h"
#include "core/model/queries.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace throughline {

namespace {

using Ability = Capability::Ability;

/// The row of the drawing in which a role works, from the top; -1 for one that is not drawn.
int rowOf(const QList<Lane>& lanes, const RoleId& role)
{
    const auto lane = std::find_if(lanes.begin(), lanes.end(), [&](const Lane& l) { return l.roles.contains(role); });
    return lane == lanes.end() ? -1 : int(lane - lanes.begin());
}

int rankOf(const RequestReach::Entry& entry, const RoleId& asking)
{
    switch (entry.outcome) {
    case RoleOutcome::Fulfils:
        return 0;
    case RoleOutcome::PassesOn:
        return entry.passesTo.contains(asking) ? 4 : 1;
    case RoleOutcome::Unknown:
        return entry.passesTo.contains(asking) ? 4 : 2;
    case RoleOutcome::Dies:
        return 3;
    case RoleOutcome::Circles:
        return 4;
    }
    return 4;
}

/// The states a click goes through, in order.
QList<SaidAbility> statesOf(const Blueprint& blueprint, const RequestReach& reach, const Role& role)
{
    QList<SaidAbility> states{{}, {Ability::Fulfils, {}}};
    if (const QList<RoleId> targets = passTargets(blueprint, reach, role.id); !targets.isEmpty())
        states += SaidAbility{Ability::PassesOn, targets.first()};
    states += SaidAbility{Ability::Refuses, {}};
    return states;
}

/// What a role is seen to do once that is said.
std::pair<OwnAbility, QList<RoleId>> seenWith(const Blueprint& blueprint, const QList<DrawnAbility>& drawn,
                                              const RoleId& role, const RequestId& request, const SaidAbility& said)
{
    Blueprint after = blueprint;
    if (const Result<Patch> patch = sayAbility(blueprint, role, request, said.ability, said.passesTo))
        static_cast<void>(apply(after, *patch));
    const RequestReach::Entry entry = Capabilities(after, drawn).reachOf(request).at(role);
    return {entry.own, entry.own == OwnAbility::PassesOn ? entry.passesTo : QList<RoleId>()};
}

} // namespace

SaidAbility saidOf(const Role& role, const RequestId& request)
{
    SaidAbility said;
    for (const Capability& capability : role.capabilities) {
        if (capability.request == request && (!said.ability || capability.ability < *said.ability))
            said = {capability.ability, capability.passesTo};
    }
    return said;
}

QList<RoleId> passTargets(const Blueprint& blueprint, const RequestReach& reach, const RoleId& role)
{
    const Role* asking = blueprint.find(role);
    if (!asking)
        return {};
    const QList<Lane> lanes = orderedLanes(blueprint);
    const int here = rowOf(lanes, role);
    const auto far = [&](const Role& other) {
        const int row = rowOf(lanes, other.id);
        return here < 0 || row < 0 ? int(lanes.size()) : std::abs(row - here);
    };
    QList<std::pair<std::tuple<int, int, int>, RoleId>> targets;
    for (const Role& other : blueprint.roles()) {
        const bool isNear = other.department == asking->department && !other.department.isEmpty();
        if (other.id != role)
            targets.append({{rankOf(reach.at(other.id), role), isNear ? 0 : 1, far(other)}, other.id});
    }
    std::stable_sort(targets.begin(), targets.end(), [](const auto& l, const auto& r) { return l.first < r.first; });
    QList<RoleId> ids;
    for (const auto& [key, id] : targets)
        ids += id;
    return ids;
}

std::optional<SaidAbility> nextAbility(const Blueprint& blueprint, const QList<DrawnAbility>& drawn, const RoleId& role,
                                       const RequestId& request, bool backwards)
{
    const Role* asked = blueprint.find(role);
    if (!asked || !blueprint.find(request))
        return std::nullopt;
    const RequestReach reach = Capabilities(blueprint, drawn).reachOf(request);
    const SaidAbility now = saidOf(*asked, request);
    QList<SaidAbility> states = statesOf(blueprint, reach, *asked);
    if (backwards)
        std::reverse(states.begin(), states.end());
    const auto current = std::find_if(states.begin(), states.end(),
                                      [&](const SaidAbility& state) { return state.ability == now.ability; });
    const qsizetype start = current == states.end() ? -1 : current - states.begin();
    const auto seenNow = seenWith(blueprint, drawn, role, request, now);
    const auto seenAnyway = seenWith(blueprint, drawn, role, request, {});
    for (qsizetype i = 1; i <= states.size(); ++i) {
        const SaidAbility& next = states[(start + i) % states.size()];
        const auto seen = seenWith(blueprint, drawn, role, request, next);
        if (seen != seenNow && (!next.ability || seen != seenAnyway))
            return next;
    }
    return std::nullopt;
}

} // namespace throughline
