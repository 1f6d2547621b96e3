// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/meetings.h"
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"
#include "core/model/queries.h"

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace throughline {

std::vector<const Contact*> contactsAsking(FixRun& run, int role, int request, int link)
{
    constexpr size_t Most = 8;
    std::vector<const Contact*> asking;
    for (const Contact& contact : run.context.threads().contacts()) {
        const bool same = request < 0 ? contact.link == link : contact.request == request;
        if (same && contact.isRequest && run.graph.isCard(contact.asked) && asking.size() < Most &&
            std::ranges::binary_search(run.graph.rolesAt(contact.asked).roles, role))
            asking.push_back(&contact);
    }
    return asking;
}

void letFulfil(Role& role, const RequestId& request)
{
    role.capabilities.removeIf([&](const Capability& capability) { return capability.request == request; });
    role.capabilities += Capability{request, Capability::Ability::Fulfils, {}, {}};
}

namespace {

/// One role asked for one request, and how every role fares with it.
struct DeadEnd
{
    int role = -1;
    int request = -1;
    RequestReach reach;
};

const Role& roleOf(const FixRun& run, int role)
{
    return *run.graph.roles[size_t(role)];
}

const Request& requestOf(const FixRun& run, const DeadEnd& end)
{
    return *run.graph.requests[size_t(end.request)];
}

RequestReach::Entry entryOf(const FixRun& run, const DeadEnd& end, int role)
{
    return end.reach.at(roleOf(run, role).id);
}

bool refusesAloud(const Role& role, const RequestId& request)
{
    return std::ranges::any_of(role.capabilities, [&](const Capability& capability) {
        return capability.request == request && capability.ability == Capability::Ability::Refuses;
    });
}

/// The role sees to it and answers where it is asked for it.
void addFulfil(FixRun& run, const DeadEnd& end, int role)
{
    Role able = roleOf(run, role);
    letFulfil(able, requestOf(run, end).id);
    Draft draft = run.draft();
    draft.put(able);
    for (const Contact* contact : contactsAsking(run, role, end.request, -1)) {
        if (!contact->answered)
            draft.put(answerTo(run, *contact, contact->asked));
    }
    run.add(u"let-fulfil"_s, u"Let %1 see to %2"_s.arg(run.say.theRole(role), run.say.request(end.request)),
            draft.patch());
}

/// The nearest role that can: met while the request is live, with the fewest hops, of the same department. -1 = none.
int nearestAble(FixRun& run, const DeadEnd& end, const std::vector<int>& without)
{
    const ServiceGraph& graph = run.graph;
    int best = -1;
    const auto rank = [&](int role) {
        const bool met = run.context.meetings().isAskable(role, requestOf(run, end));
        const int hops = entryOf(run, end, role).hops;
        const bool near = graph.roleDepartment[size_t(role)] >= 0 &&
                          graph.roleDepartment[size_t(role)] == graph.roleDepartment[size_t(end.role)];
        return std::tuple(!met, hops, !near, role);
    };
    for (int role = 0; role < int(graph.roles.size()); ++role) {
        const RoleOutcome outcome = entryOf(run, end, role).outcome;
        const bool able = outcome == RoleOutcome::Fulfils || outcome == RoleOutcome::PassesOn;
        if (able && std::ranges::find(without, role) == without.end() && (best < 0 || rank(role) < rank(best)))
            best = role;
    }
    return best;
}

/// The role with what it does about the request replaced by passing it on.
Role passingTo(const FixRun& run, const DeadEnd& end, int role, int to)
{
    Role passing = roleOf(run, role);
    const RequestId request = requestOf(run, end).id;
    passing.capabilities.removeIf([&](const Capability& capability) { return capability.request == request; });
    passing.capabilities += Capability{request, Capability::Ability::PassesOn, roleOf(run, to).id, {}};
    return passing;
}

void addPassOn(FixRun& run, const DeadEnd& end)
{
    const int able = nearestAble(run, end, {end.role});
    if (able < 0)
        return;
    run.add(
        u"pass-on"_s,
        u"Let %1 pass %2 to %3"_s.arg(run.say.theRole(end.role), run.say.request(end.request), run.say.theRole(able)),
        replaceElement(run.blueprint(), passingTo(run, end, end.role, able)));
}

/// The first role on the way whose complete list does not name the request; -1 = none.
int silentRole(const FixRun& run, const DeadEnd& end)
{
    std::vector<int> open{end.role};
    for (size_t i = 0; i < open.size(); ++i) {
        const Role& role = roleOf(run, open[i]);
        const RequestReach::Entry entry = entryOf(run, end, open[i]);
        if (role.onlyThese && entry.own == OwnAbility::Refuses && !refusesAloud(role, requestOf(run, end).id))
            return open[i];
        for (const RoleId& to : entry.passesTo) {
            const int next = run.graph.roleIndex(to);
            if (next >= 0 && std::ranges::find(open, next) == open.end())
                open.push_back(next);
        }
    }
    return -1;
}

void addUntick(FixRun& run, const DeadEnd& end)
{
    const int silent = silentRole(run, end);
    if (silent < 0)
        return;
    Role role = roleOf(run, silent);
    role.onlyThese = false;
    run.add(u"untick-only-these"_s, u"Take back that %1 can do only what is listed"_s.arg(run.say.theRole(silent)),
            replaceElement(run.blueprint(), role));
}

/// The phases in which the customer meets somebody who can, and not this role.
void addPhases(FixRun& run, const DeadEnd& end)
{
    const ServiceGraph& graph = run.graph;
    Request request = requestOf(run, end);
    if (!request.catalogued)
        return;
    QList<PhaseId> phases;
    QStringList names;
    for (int phase = 0; phase < int(graph.phases.size()); ++phase) {
        const PhaseId id = graph.phases[size_t(phase)]->id;
        if (!request.livePhases.isEmpty() && !request.livePhases.contains(id))
            continue;
        Request there = request;
        there.livePhases = {id};
        if (run.context.meetings().isAskable(end.role, there))
            continue;
        phases += id;
        names += quoted(run.say.phase(phase));
    }
    if (phases.isEmpty())
        return;
    request.livePhases = phases;
    run.add(u"restrict-phases"_s,
            u"Say that %1 is asked for in %2 only"_s.arg(run.say.request(end.request), listed(names)),
            replaceElement(run.blueprint(), request));
}

/// How many roles pass the request to a role.
qsizetype asksOf(const FixRun& run, const DeadEnd& end, int role)
{
    return std::ranges::count_if(run.graph.roles, [&](const Role* other) {
        return end.reach.at(other->id).passesTo.contains(roleOf(run, role).id);
    });
}

qsizetype fulfilledBy(const Role& role)
{
    return std::ranges::count(role.capabilities, Capability::Ability::Fulfils, &Capability::ability);
}

/// Somebody outside a circle who sees to most other things, of the same department if possible; -1 = nobody.
int likelyOutsider(const FixRun& run, const DeadEnd& end, const std::vector<int>& circle)
{
    int best = -1;
    const auto rank = [&](int role) {
        const bool near = run.graph.roleDepartment[size_t(role)] == run.graph.roleDepartment[size_t(circle.front())];
        return std::tuple(near, fulfilledBy(roleOf(run, role)), -role);
    };
    for (int role = 0; role < int(run.graph.roles.size()); ++role) {
        const bool circles = entryOf(run, end, role).outcome == RoleOutcome::Circles;
        const bool system = roleOf(run, role).kind == RoleKind::System;
        if (!circles && !system && std::ranges::find(circle, role) == circle.end() &&
            (best < 0 || rank(role) > rank(best)))
            best = role;
    }
    return best;
}

void addPassOut(FixRun& run, const DeadEnd& end, const std::vector<int>& circle)
{
    const int known = nearestAble(run, end, circle);
    const int outside = known >= 0 ? known : likelyOutsider(run, end, circle);
    if (outside < 0)
        return;
    Draft draft = run.draft();
    draft.put(passingTo(run, end, circle.front(), outside));
    if (known < 0) {
        Role able = roleOf(run, outside);
        letFulfil(able, requestOf(run, end).id);
        draft.put(able);
    }
    run.add(u"pass-out"_s,
            u"Let %1 pass %2 to %3%4"_s.arg(run.say.theRole(circle.front()), run.say.request(end.request),
                                            run.say.theRole(outside), known < 0 ? u", who sees to it"_s : QString()),
            draft.patch());
}

} // namespace

void mendDeadEndRequest(FixRun& run)
{
    DeadEnd end;
    end.role = run.graph.roleIndex(RoleId(run.finding.subjects.value(0)));
    end.request = run.graph.requestIndex(RequestId(run.finding.variant));
    if (end.role < 0 || end.request < 0)
        return;
    end.reach = run.context.capabilities().reachOf(requestOf(run, end).id);
    addFulfil(run, end, end.role);
    // Whoever it is passed to in vain might as well.
    const QList<RoleId> passesTo = entryOf(run, end, end.role).passesTo;
    if (const int next = passesTo.isEmpty() ? -1 : run.graph.roleIndex(passesTo.first()); next >= 0)
        addFulfil(run, end, next);
    addPassOn(run, end);
    addUntick(run, end);
    addPhases(run, end);
}

void mendPassOnLoop(FixRun& run)
{
    constexpr size_t Most = 2;
    DeadEnd end;
    end.request = run.graph.requestIndex(RequestId(run.finding.subjects.value(0)));
    std::vector<int> circle;
    for (const QString& id : run.finding.variant.split(u'>')) {
        if (const int role = run.graph.roleIndex(RoleId(id)); role >= 0)
            circle.push_back(role);
    }
    if (end.request < 0 || circle.empty())
        return;
    end.role = circle.front();
    end.reach = run.context.capabilities().reachOf(requestOf(run, end).id);
    // Whom most turn to, then who can do most.
    std::ranges::stable_sort(circle, std::ranges::greater(), [&](int role) {
        return std::pair(asksOf(run, end, role), fulfilledBy(roleOf(run, role)));
    });
    for (size_t i = 0; i < std::min(Most, circle.size()); ++i)
        addFulfil(run, end, circle[i]);
    addPassOut(run, end, circle);
}

} // namespace throughline
