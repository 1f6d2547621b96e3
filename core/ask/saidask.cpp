// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/askparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// The ways a question takes along what was said of the roles: who does it, who passes it on and to whom.
namespace throughline {

namespace {

using Parts = AskSimulation::Parts;

/// Where a role stands, as far as it is drawn.
enum class Standing { Front, Behind, Nowhere };

Standing standingOf(const ServiceGraph& graph, int role)
{
    Standing standing = Standing::Nowhere;
    for (int node = 0; node < graph.nodeCount(); ++node) {
        if (graph.sideOf(node) != Side::Company || !std::ranges::binary_search(graph.rolesAt(node).roles, role))
            continue;
        if (graph.lanes[size_t(graph.laneOf(node))]->stage == Stage::Frontstage)
            return Standing::Front;
        standing = Standing::Behind;
    }
    return standing;
}

/// What a question put to one role can come to, and how to get there: the roles it can reach as numbers.
class Reachable
{
public:
    Reachable(const Parts& parts, const Capabilities& abilities, const RoleId& asked, const RequestId& request)
        : m_parts(parts), m_request(request), m_reach(abilities.reachOf(request))
    {
        visit(asked, -1);
        for (size_t i = 0; i < m_roles.size(); ++i) {
            const RequestReach::Entry entry = m_reach.at(m_roles[i]);
            if (entry.own == OwnAbility::Fulfils)
                continue;
            for (const RoleId& target : entry.passesTo)
                m_edges.push_back({int(i), visit(target, int(i))});
        }
        m_graph = Digraph(int(m_roles.size()), m_edges);
    }

    [[nodiscard]] AskWays ways() const
    {
        const std::vector<int> nearest = nearestFulfilled();
        const std::vector<int> dies = wayToFirst(OwnAbility::Refuses);
        const std::vector<int> unknown = wayToFirst(OwnAbility::Unknown);
        const std::vector<int> circle = wayIntoCircle(m_graph, 0);
        AskWays ways;
        ways.best = !nearest.empty()   ? result(nearest, AskOutcome::Fulfilled)
                    : !unknown.empty() ? result(unknown, AskOutcome::Unknown)
                    : !circle.empty()  ? result(circle, AskOutcome::Circles)
                                       : result(dies, AskOutcome::Dies);
        ways.worst = !dies.empty()      ? result(dies, AskOutcome::Dies)
                     : !circle.empty()  ? result(circle, AskOutcome::Circles)
                     : !unknown.empty() ? result(unknown, AskOutcome::Unknown)
                                        : result(longest(), AskOutcome::Fulfilled);
        return ways;
    }

private:
    int visit(const RoleId& role, int from)
    {
        const auto known = m_numbers.constFind(role);
        if (known != m_numbers.constEnd())
            return *known;
        const int number = int(m_roles.size());
        m_numbers.insert(role, number);
        m_roles.push_back(role);
        m_parent.push_back(from);
        return number;
    }

    [[nodiscard]] OwnAbility own(int node) const { return m_reach.at(m_roles[size_t(node)]).own; }

    /// The roles stand in the order of a search in breadth, so that the first is the nearest.
    [[nodiscard]] std::vector<int> wayToFirst(OwnAbility ability) const
    {
        for (size_t i = 0; i < m_roles.size(); ++i) {
            if (own(int(i)) != ability)
                continue;
            std::vector<int> way;
            for (int node = int(i); node >= 0; node = m_parent[size_t(node)])
                way.push_back(node);
            std::ranges::reverse(way);
            return way;
        }
        return {};
    }

    [[nodiscard]] KnownMinutes timeAlong(const std::vector<int>& way, bool fulfilled) const
    {
        KnownMinutes minutes;
        for (size_t i = 0; i < way.size(); ++i)
            addTimeAt(way, i, fulfilled, minutes);
        return minutes;
    }

    void addTimeAt(const std::vector<int>& way, size_t i, bool fulfilled, KnownMinutes& minutes) const
    {
        const Role& role = *m_parts.blueprint.find(m_roles[size_t(way[i])]);
        if (i + 1 < way.size())
            add(minutes, timeOf(role, m_request, Capability::Ability::PassesOn, m_roles[size_t(way[i + 1])]));
        else if (fulfilled)
            add(minutes, timeOf(role, m_request, Capability::Ability::Fulfils, {}));
    }

    /// Fewest hops, then the least time; one layer of equally near roles after the other, backwards from those that do
    /// it.
    [[nodiscard]] std::vector<int> nearestFulfilled() const
    {
        if (m_reach.at(m_roles.front()).outcome != RoleOutcome::PassesOn && own(0) != OwnAbility::Fulfils)
            return {};
        std::vector<int> order;
        for (int node = 0; node < int(m_roles.size()); ++node) {
            const RoleOutcome outcome = m_reach.at(m_roles[size_t(node)]).outcome;
            if (outcome == RoleOutcome::Fulfils || outcome == RoleOutcome::PassesOn)
                order.push_back(node);
        }
        const auto hops = [&](int node) { return m_reach.at(m_roles[size_t(node)]).hops; };
        std::ranges::stable_sort(order, {}, hops);
        std::vector<std::vector<int>> ways(m_roles.size());
        for (const int node : order) {
            std::vector<int>& way = ways[size_t(node)];
            if (hops(node) == 0)
                way = {node};
            for (const int target : m_graph.successors(node)) {
                if (hops(node) == 0 || ways[size_t(target)].empty() || hops(target) != hops(node) - 1)
                    continue;
                std::vector<int> other{node};
                other.insert(other.end(), ways[size_t(target)].begin(), ways[size_t(target)].end());
                if (way.empty() || isQuicker(other, way))
                    way = std::move(other);
            }
        }
        return ways.front();
    }

    [[nodiscard]] bool isQuicker(const std::vector<int>& left, const std::vector<int>& right) const
    {
        const KnownMinutes l = timeAlong(left, true);
        const KnownMinutes r = timeAlong(right, true);
        return l.unknown != r.unknown ? l.unknown < r.unknown : l.sum < r.sum;
    }

    /// The way with the most hops where every way is fulfilled and none circles.
    [[nodiscard]] std::vector<int> longest() const
    {
        std::vector<int> hops(m_roles.size(), 0);
        std::vector<int> next(m_roles.size(), -1);
        for (int component = 0; component < m_graph.componentCount(); ++component) {
            const int node = m_graph.members(component).front();
            for (const int target : m_graph.successors(node)) {
                if (next[size_t(node)] < 0 || hops[size_t(target)] + 1 > hops[size_t(node)]) {
                    hops[size_t(node)] = hops[size_t(target)] + 1;
                    next[size_t(node)] = target;
                }
            }
        }
        std::vector<int> way;
        for (int node = 0; node >= 0; node = next[size_t(node)])
            way.push_back(node);
        return way;
    }

    [[nodiscard]] RoleSet setOf(int node) const;
    [[nodiscard]] AskStop stopAt(int node) const;
    [[nodiscard]] AskStop hop(int from, int to, Standing standing, AskResult& result) const;
    [[nodiscard]] AskResult result(const std::vector<int>& way, AskOutcome outcome) const;
    void giveReason(const std::vector<int>& way, AskResult& result) const;
    [[nodiscard]] QString reasonAt(int node, AskOutcome outcome) const;
    void addCarried(AskStop& stop, int from, int to, AskResult& result) const;

    const Parts& m_parts;
    RequestId m_request;
    RequestReach m_reach;
    std::vector<RoleId> m_roles;
    std::vector<int> m_parent;
    QHash<RoleId, int> m_numbers;
    std::vector<Digraph::Edge> m_edges;
    Digraph m_graph;
};

/// What the customer is asked for again because no hand-over between two roles carries it.
void Reachable::addCarried(AskStop& stop, int from, int to, AskResult& result) const
{
    const ServiceGraph& graph = m_parts.graph;
    const int request = graph.requestIndex(m_request);
    const QList<DataItemId>& needs = graph.requests[size_t(request)]->needs;
    stop.againAssumed = true;
    stop.again = needs;
    for (const Link& link : graph.links) {
        if (link.traffic != Traffic::Inside || (link.request >= 0 && link.request != request) ||
            !std::ranges::binary_search(graph.rolesAt(link.from).roles, from) ||
            !std::ranges::binary_search(graph.rolesAt(link.to).roles, to))
            continue;
        if (stop.againAssumed)
            result.walk += ElementRef{ElementKind::Connection, link.connection->id.value};
        stop.againAssumed = false;
        stop.again.removeIf([&](const DataItemId& item) { return link.connection->carries.contains(item); });
    }
    if (stop.again.isEmpty())
        stop.againAssumed = false;
}

QString Reachable::reasonAt(int node, AskOutcome outcome) const
{
    const ServiceGraph& graph = m_parts.graph;
    const RoleId& id = m_roles[size_t(node)];
    const QString who = m_parts.say.theRole(graph.roleIndex(id));
    if (outcome == AskOutcome::Unknown)
        return u"nobody has said what %1 does about it"_s.arg(who);
    const Role& role = *m_parts.blueprint.find(id);
    const bool refuses = std::ranges::any_of(role.capabilities, [&](const Capability& capability) {
        return capability.request == m_request && capability.ability == Capability::Ability::Refuses;
    });
    return refuses ? u"%1 refuses"_s.arg(who) : u"%1 does only what is listed, and this is not"_s.arg(who);
}

RoleSet Reachable::setOf(int node) const
{
    const int role = m_parts.graph.roleIndex(m_roles[size_t(node)]);
    const int department = m_parts.graph.roleDepartment[size_t(role)];
    RoleSet set;
    set.roles = {role};
    set.departmentsKnown = department >= 0;
    if (set.departmentsKnown)
        set.departments = {department};
    return set;
}

/// From one role to the next: what that changes, and whether the next comes to the customer.
AskStop Reachable::hop(int from, int to, Standing standing, AskResult& result) const
{
    const RoleSet left = setOf(from);
    const RoleSet right = setOf(to);
    AskStop stop = stopAt(to);
    countDepartments(left, right, result);
    addCarried(stop, left.roles.front(), right.roles.front(), result);
    stop.isFetched = standing == Standing::Front;
    return stop;
}

AskStop Reachable::stopAt(int node) const
{
    const RoleId& id = m_roles[size_t(node)];
    AskStop stop;
    stop.roles = {id};
    stop.who = m_parts.say.role(m_parts.graph.roleIndex(id));
    stop.place = {ElementKind::Role, id.value};
    return stop;
}

AskResult Reachable::result(const std::vector<int>& way, AskOutcome outcome) const
{
    AskResult result;
    result.outcome = outcome;
    result.hops = int(way.size()) - 1;
    // The role asked stands before the customer, wherever else it works.
    Standing before = Standing::Front;
    int hopsBack = 0;
    int crossingsBack = 0;
    for (size_t i = 0; i < way.size(); ++i) {
        const Standing standing =
            i == 0 ? before : standingOf(m_parts.graph, m_parts.graph.roleIndex(m_roles[size_t(way[i])]));
        AskStop stop = i == 0 ? stopAt(way[i]) : hop(way[i - 1], way[i], standing, result);
        addTimeAt(way, i, outcome == AskOutcome::Fulfilled, result.minutes);
        stop.minutes = result.minutes;
        const bool known = before != Standing::Nowhere && standing != Standing::Nowhere;
        const bool crosses = known && (before == Standing::Front) != (standing == Standing::Front);
        result.visibilityCrossings += crosses;
        crossingsBack = standing == Standing::Front ? 0 : crossingsBack + crosses;
        hopsBack = standing == Standing::Front ? 0 : hopsBack + 1;
        before = standing;
        result.walk += stop.place;
        result.path += stop;
    }
    if (outcome == AskOutcome::Fulfilled && before == Standing::Behind) {
        result.returnHops = hopsBack;
        result.returnAssumed = true;
        result.visibilityCrossings += crossingsBack;
    }
    giveReason(way, result);
    return result;
}

void Reachable::giveReason(const std::vector<int>& way, AskResult& result) const
{
    const QString last = m_parts.say.theRole(m_parts.graph.roleIndex(m_roles[size_t(way.back())]));
    if (result.outcome == AskOutcome::Fulfilled)
        return;
    if (result.outcome == AskOutcome::Circles) {
        result.path.last().isFetched = false; // he was there before
        result.reason = u"it comes back to %1"_s.arg(last);
        return;
    }
    result.reason = reasonAt(way.back(), result.outcome);
    result.diesAt += result.path.last().place;
}

} // namespace

AskWays saidWays(const AskSimulation::Parts& parts, const Capabilities& abilities, const RoleId& role,
                 const RequestId& request)
{
    return Reachable(parts, abilities, role, request).ways();
}

} // namespace throughline
