// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"
#include "core/model/queries.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

std::vector<int> rolesServing(const ServiceGraph& graph, int card, bool departments)
{
    std::vector<int> values;
    for (const int node : graph.serving(card)) {
        const RoleSet& set = graph.rolesAt(node);
        const std::vector<int>& own = departments ? set.departments : set.roles;
        values.insert(values.end(), own.begin(), own.end());
    }
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

bool haveCommon(const std::vector<int>& left, const std::vector<int>& right)
{
    return std::ranges::find_first_of(left, right) != left.end();
}

/// A customer's move with nobody's hand-over along it, seen from our side.
struct Gap
{
    int from; ///< customer card
    int to;
    int giver; ///< node that serves it
    int taker;
};

void addHandOver(FixRun& run, const Gap& gap)
{
    const Connection handOver = run.connection(gap.giver, gap.taker, ConnectionKind::Handover);
    run.add(u"draw-hand-over"_s, u"Hand over from %1 to %2"_s.arg(run.whoAt(gap.giver), run.whoAt(gap.taker)),
            connect(run.blueprint(), handOver));
}

/// A card of a system that one of the two sides works with already; before says which.
struct SystemCard
{
    int node = -1;
    bool before = true;
};

SystemCard systemInUse(const FixRun& run, const Gap& gap)
{
    const ServiceGraph& graph = run.graph;
    const std::vector<int> before = rolesServing(graph, gap.from, false);
    const std::vector<int> after = rolesServing(graph, gap.to, false);
    SystemCard best;
    std::tuple<bool, int, int> bestRank;
    const auto look = [&](int system, int user) {
        if (!graph.isCard(system) || graph.sideOf(system) != Side::Company || !graph.rolesAt(system).allSystem ||
            graph.rolesAt(user).allSystem)
            return;
        const bool usedBefore = haveCommon(graph.rolesAt(user).roles, before);
        if (!usedBefore && !haveCommon(graph.rolesAt(user).roles, after))
            return;
        const int column = graph.cards[size_t(system)].firstColumn;
        const int away = std::abs(column - columnOf(graph, usedBefore ? gap.giver : gap.taker, true));
        const std::tuple rank(user != gap.giver && user != gap.taker, away, system);
        if (best.node < 0 || rank < bestRank) {
            best = {system, usedBefore};
            bestRank = rank;
        }
    };
    for (const Link& link : graph.links) {
        if (link.traffic == Traffic::Inside) {
            look(link.to, link.from);
            look(link.from, link.to);
        }
    }
    return best;
}

/// The lane new cards of systems stand in: the first of the support stage, else a new one.
LaneId systemsLane(const FixRun& run, Draft& draft, QString& name)
{
    for (const Lane& lane : orderedLanes(run.blueprint())) {
        if (lane.stage == Stage::Support) {
            name = displayName(lane);
            return lane.id;
        }
    }
    Lane lane;
    lane.id = run.id<Lane>(u'l');
    lane.name = name = u"Systems"_s;
    lane.stage = Stage::Support;
    draft.put(lane);
    return lane.id;
}

void addSharedSystem(FixRun& run, const Gap& gap)
{
    if (const SystemCard system = systemInUse(run, gap); system.node >= 0) {
        const int user = system.before ? gap.taker : gap.giver;
        run.add(u"share-system"_s, u"Let %1 use %2 too"_s.arg(run.whoAt(user), run.say.place(system.node)),
                connect(run.blueprint(), run.connection(user, system.node, ConnectionKind::Auto)));
        return;
    }
    Draft draft = run.draft();
    QString laneName;
    const LaneId lane = systemsLane(run, draft, laneName);
    Role role;
    role.id = run.id<Role>(u'r');
    role.name = u"Shared record"_s;
    role.kind = RoleKind::System;
    draft.put(role);
    Card record = run.card(lane, run.cardAt(gap.to).firstStep, role.name);
    record.roles = {role.id};
    draft.put(record);
    for (const int user : {gap.giver, gap.taker}) {
        Connection use = run.connection(user, user, ConnectionKind::Auto);
        use.to = record.id;
        draft.put(use);
    }
    run.add(u"share-system"_s,
            u"Let %1 and %2 share one record, in the lane %3"_s.arg(run.say.theRolesAt(gap.giver),
                                                                    run.say.theRolesAt(gap.taker), laneName),
            draft.patch());
}

/// Those who serve one side take over what the only card of the other side does.
void addOneRole(FixRun& run, const Gap& gap)
{
    const ServiceGraph& graph = run.graph;
    const bool movesTaker = graph.serving(gap.to).size() == 1 && graph.isCard(gap.taker);
    if (!movesTaker && (graph.serving(gap.from).size() != 1 || !graph.isCard(gap.giver)))
        return;
    const int moved = movesTaker ? gap.taker : gap.giver;
    const int stays = movesTaker ? gap.giver : gap.taker;
    if (graph.rolesAt(stays).allSystem)
        return;
    Draft draft = run.draft();
    draft.put(run.movedTo(*graph.cards[size_t(moved)].card, stays));
    run.add(u"one-role"_s, u"Let %1 see to %2 as well"_s.arg(run.say.theRolesAt(stays), run.say.place(moved)),
            draft.patch());
}

/// The role of the smaller department joins the larger one.
void addOneDepartment(FixRun& run, const Gap& gap)
{
    const ServiceGraph& graph = run.graph;
    const std::vector<int> before = rolesServing(graph, gap.from, false);
    const std::vector<int> after = rolesServing(graph, gap.to, false);
    if (before.size() != 1 || after.size() != 1 || graph.isUnnamed(before[0]) || graph.isUnnamed(after[0]))
        return;
    const auto rolesOf = [&](int department) { return std::ranges::count(graph.roleDepartment, department); };
    const int here = graph.roleDepartment[size_t(before[0])];
    const int there = graph.roleDepartment[size_t(after[0])];
    if (here < 0 || there < 0)
        return;
    const bool joinsThere = rolesOf(here) < rolesOf(there);
    Role role = *graph.roles[size_t(joinsThere ? before[0] : after[0])];
    role.department = graph.departments[size_t(joinsThere ? there : here)]->id;
    run.add(u"one-department"_s,
            u"Put %1 and %2 in one department, %3"_s.arg(run.say.theRole(before[0]), run.say.theRole(after[0]),
                                                         run.say.department(joinsThere ? there : here)),
            replaceElement(run.blueprint(), role));
}

/// Where nothing is drawn between departments yet, every hand-over that the customers' moves call for.
void addAllHandOvers(FixRun& run)
{
    constexpr qsizetype Most = 64;
    const ServiceGraph& graph = run.graph;
    QList<Connection> handOvers;
    QSet<std::pair<int, int>> drawn;
    Gap first{};
    for (const Move& move : graph.moves()) {
        const Gap gap{move.from, move.to, serverOf(graph, move.from, true), serverOf(graph, move.to, false)};
        if (gap.giver < 0 || gap.taker < 0 || handOvers.size() >= Most || drawn.contains({gap.giver, gap.taker}))
            continue;
        const std::vector<int> here = rolesServing(graph, gap.from, true);
        const std::vector<int> there = rolesServing(graph, gap.to, true);
        if (here.empty() || there.empty() || haveCommon(here, there))
            continue;
        if (handOvers.isEmpty())
            first = gap;
        drawn.insert({gap.giver, gap.taker});
        handOvers += run.connection(gap.giver, gap.taker, ConnectionKind::Handover);
    }
    if (handOvers.isEmpty())
        return;
    const QString text =
        handOvers.size() == 1
            ? u"Hand over from %1 to %2"_s.arg(run.whoAt(first.giver), run.whoAt(first.taker))
            : u"Draw the %1 hand-overs between departments that go with the customer"_s.arg(handOvers.size());
    run.add(u"draw-hand-over"_s, text, withConnections(run, handOvers));
}

} // namespace

void mendSiloBreak(FixRun& run)
{
    const ServiceGraph& graph = run.graph;
    const int from = run.subjectNode(0);
    const int to = run.subjectNode(1);
    if (to < 0) {
        addAllHandOvers(run);
        return;
    }
    const Gap gap{from, to, serverOf(graph, from, true), serverOf(graph, to, false)};
    if (gap.giver < 0 || gap.taker < 0)
        return;
    addHandOver(run, gap);
    addSharedSystem(run, gap);
    addOneRole(run, gap);
    addOneDepartment(run, gap);
}

std::span<const FixProposal> siloFixes()
{
    static constexpr std::array proposals{
        FixProposal{u"silo-break", mendSiloBreak},
        FixProposal{u"toll-between-departments", mendToll},
        FixProposal{u"asked-again", mendAskedAgain},
        FixProposal{u"too-many-contacts", mendTooManyContacts},
        FixProposal{u"customer-out-of-sight", mendOutOfSight},
        FixProposal{u"unowned-moment", mendUnownedMoment},
    };
    return proposals;
}

} // namespace throughline
