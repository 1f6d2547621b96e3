// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/askparts.h"

#include <queue>

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

/// The ways a question takes along the thread that is drawn: from card to card until an answer leaves for the customer.
namespace throughline {

namespace {

using Parts = AskSimulation::Parts;

bool share(const RoleSet& left, const RoleSet& right)
{
    return std::ranges::find_first_of(left.roles, right.roles) != left.roles.end();
}

std::optional<Minutes> timeAt(const ServiceGraph& graph, int node)
{
    if (!graph.isCard(node))
        return std::nullopt;
    const Card& card = *graph.cards[size_t(node)].card;
    return card.minutes || card.kind != CardKind::Wait ? card.minutes : card.waitDuration;
}

/// Somebody acts there, and how long that takes may be said.
bool isWork(const ServiceGraph& graph, int node)
{
    return graph.isCard(node) && graph.sideOf(node) == Side::Company;
}

/// The ways from the asked card to every card of the thread: fewest changes of hands, then the least time.
class ThreadSearch
{
public:
    ThreadSearch(const ServiceGraph& graph, int asked)
        : m_graph(graph), m_cost(size_t(graph.nodeCount())), m_parent(size_t(graph.nodeCount()), -1)
    {
        std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
        m_parent[size_t(asked)] = asked;
        m_cost[size_t(asked)] = costOf(asked, asked, asked);
        open.push({m_cost[size_t(asked)], asked, asked});
        std::vector<char> settled(size_t(graph.nodeCount()), 0);
        while (!open.empty()) {
            const auto [cost, node, holder] = open.top();
            open.pop();
            if (settled[size_t(node)])
                continue;
            settled[size_t(node)] = 1;
            for (const int target : graph.inside.successors(node)) {
                const Cost further = sum(cost, costOf(holder, target, node));
                if (settled[size_t(target)] || (reaches(target) && m_cost[size_t(target)] <= further))
                    continue;
                m_cost[size_t(target)] = further;
                m_parent[size_t(target)] = node;
                open.push({further, target, graph.sideOf(target) == Side::Company ? target : holder});
            }
        }
    }

    [[nodiscard]] bool reaches(int node) const { return m_parent[size_t(node)] >= 0; }
    [[nodiscard]] auto costTo(int node) const { return std::tuple(m_cost[size_t(node)], node); }
    [[nodiscard]] std::vector<int> wayTo(int node) const
    {
        std::vector<int> way{node};
        while (m_parent[size_t(node)] != node) {
            node = m_parent[size_t(node)];
            way.push_back(node);
        }
        std::ranges::reverse(way);
        return way;
    }

private:
    using Cost = std::tuple<int, int, double, int>; ///< hops, unknown times, minutes, cards
    using Step = std::tuple<Cost, int, int>;        ///< cost, node, who holds it there

    [[nodiscard]] Cost costOf(int holder, int node, int before) const
    {
        const bool hop = m_graph.sideOf(node) == Side::Company &&
                         !share(m_graph.rolesAt(holder), m_graph.rolesAt(node)) && node != before;
        const std::optional<Minutes> time = timeAt(m_graph, node);
        const bool work = isWork(m_graph, node);
        return {hop ? 1 : 0, work && !time ? 1 : 0, work && time ? time->value() : 0.0, 1};
    }
    static Cost sum(const Cost& l, const Cost& r)
    {
        return {std::get<0>(l) + std::get<0>(r), std::get<1>(l) + std::get<1>(r), std::get<2>(l) + std::get<2>(r),
                std::get<3>(l) + std::get<3>(r)};
    }

    const ServiceGraph& m_graph;
    std::vector<Cost> m_cost;
    std::vector<int> m_parent;
};

/// Turns a way through the drawing into a result.
class DrawnWay
{
public:
    DrawnWay(const Parts& parts, const Contact& contact, AskOutcome outcome)
        : m_parts(parts), m_graph(parts.graph), m_contact(contact)
    {
        m_result.basis = AskBasis::Drawn;
        m_result.outcome = outcome;
        const Link& link = m_graph.links[size_t(contact.link)];
        m_result.walk += ElementRef{ElementKind::Card, m_graph.cards[size_t(contact.asker)].card->id.value};
        m_result.walk += ElementRef{ElementKind::Connection, link.connection->id.value};
        if (link.request >= 0)
            m_needs = m_graph.requests[size_t(link.request)]->needs;
    }

    AskResult along(const std::vector<int>& way, int answer = -1)
    {
        m_carried = m_needs;
        int before = -1;
        for (const int node : way) {
            if (before >= 0)
                walkTo(before, node);
            if (m_graph.sideOf(node) == Side::Company)
                comeTo(node);
            m_result.walk += refOf(node);
            before = node;
        }
        if (answer >= 0)
            leaveWith(answer, way.back());
        return m_result;
    }

    AskResult ending(const std::vector<int>& way, const std::vector<int>& ends, const QString& reason)
    {
        along(way);
        m_result.reason = reason;
        for (const int node : ends)
            m_result.diesAt += refOf(node);
        return m_result;
    }

private:
    [[nodiscard]] ElementRef refOf(int node) const
    {
        if (m_graph.isCard(node))
            return {ElementKind::Card, m_graph.cards[size_t(node)].card->id.value};
        return {ElementKind::Lane, m_graph.lanes[size_t(m_graph.laneOf(node))]->id.value};
    }

    [[nodiscard]] bool isFront(int node) const
    {
        return m_graph.lanes[size_t(m_graph.laneOf(node))]->stage == Stage::Frontstage;
    }

    /// Along the connections between two places; what none of them carries is left behind.
    void walkTo(int from, int to)
    {
        QList<DataItemId> carries;
        bool any = false;
        for (const int number : m_graph.outLinks(from)) {
            const Link& link = m_graph.links[size_t(number)];
            if (link.to != to)
                continue;
            if (!any)
                m_result.walk += ElementRef{ElementKind::Connection, link.connection->id.value};
            any = true;
            carries += link.connection->carries;
        }
        if (any)
            m_carried.removeIf([&](const DataItemId& item) { return !carries.contains(item); });
    }

    void comeTo(int node)
    {
        const RoleSet& here = m_graph.rolesAt(node);
        const bool hop = m_holder >= 0 && !share(m_graph.rolesAt(m_holder), here);
        if (m_holder < 0 || hop)
            m_result.path += stopAt(node, here);
        if (hop) {
            ++m_result.hops;
            countDepartments(m_graph.rolesAt(m_holder), here, m_result);
            AskStop& stop = m_result.path.last();
            // Whoever had the question before was told then.
            const bool wasTold = std::ranges::any_of(here.roles, [&](int role) { return m_told.contains(role); });
            stop.isFetched = isFront(node) && !wasTold;
            for (const DataItemId& item : m_needs) {
                if (!wasTold && !m_carried.contains(item))
                    stop.again += item;
            }
        }
        m_told.insert(here.roles.begin(), here.roles.end());
        // Within one pair of hands nothing gets lost, and what was asked for again is there again.
        m_carried = m_needs;
        if (m_holder >= 0 && isFront(m_holder) != isFront(node))
            ++m_result.visibilityCrossings;
        if (isWork(m_graph, node))
            add(m_result.minutes, timeAt(m_graph, node));
        m_result.path.last().minutes = m_result.minutes;
        m_holder = node;
    }

    [[nodiscard]] AskStop stopAt(int node, const RoleSet& roles) const
    {
        AskStop stop;
        stop.place = refOf(node);
        QStringList names;
        for (const int role : roles.roles) {
            if (!m_graph.isUnnamed(role))
                stop.roles += m_graph.roles[size_t(role)]->id;
            names += m_parts.say.role(role);
        }
        stop.who = listed(names);
        return stop;
    }

    void leaveWith(int answer, int from)
    {
        const Link& link = m_graph.links[size_t(answer)];
        m_result.walk += ElementRef{ElementKind::Connection, link.connection->id.value};
        if (m_graph.isCard(link.to))
            m_result.walk += refOf(link.to);
        if (!isFront(from))
            ++m_result.visibilityCrossings;
    }

    const Parts& m_parts;
    const ServiceGraph& m_graph;
    const Contact& m_contact;
    QList<DataItemId> m_needs;
    QList<DataItemId> m_carried;
    std::set<int> m_told; ///< roles that have had the question
    int m_holder = -1;
    AskResult m_result;
};

/// The answer nearest on the way, or one that names the request wherever it comes from; -1 = none.
int nearestAnswer(const Parts& parts, const Contact& contact, const ThreadSearch& search)
{
    int best = -1;
    int named = -1;
    for (size_t number = 0; number < parts.graph.links.size(); ++number) {
        const Link& link = parts.graph.links[number];
        if (link.from < 0 || parts.graph.partyOf(link.from) >= 0 || !parts.threads.isAnswerTo(link, contact))
            continue;
        if (!search.reaches(link.from)) {
            if (named < 0 && !link.connection->answers.isEmpty())
                named = int(number);
            continue;
        }
        if (best < 0 || search.costTo(link.from) < search.costTo(parts.graph.links[size_t(best)].from))
            best = int(number);
    }
    return best >= 0 ? best : named;
}

AskResult answeredBy(const Parts& parts, const Contact& contact, const ThreadSearch& search, int answer)
{
    const int from = parts.graph.links[size_t(answer)].from;
    const std::vector<int> way = search.reaches(from) ? search.wayTo(from) : std::vector<int>{contact.asked, from};
    return DrawnWay(parts, contact, AskOutcome::Fulfilled).along(way, answer);
}

/// The branch of a decision on which the request is forgotten, if there is one.
std::optional<AskResult> forgottenOn(const Parts& parts, const Contact& contact, const ThreadSearch& search)
{
    const auto number = int(&contact - parts.threads.contacts().data());
    for (const BranchAnalysis::Forgetful& forgetful : parts.branches.forgetful()) {
        if (forgetful.contact != number)
            continue;
        const auto [decision, branch] = forgetful.branches.front();
        std::vector<int> way = search.wayTo(decision);
        way.push_back(branch);
        const QString reason =
            u"on the way from %1 to %2 it is forgotten"_s.arg(parts.say.place(decision), parts.say.place(branch));
        return DrawnWay(parts, contact, AskOutcome::Dies).ending(way, {branch}, reason);
    }
    return std::nullopt;
}

bool isSaidToSeeToIt(const Parts& parts, const Contact& contact)
{
    const RequestReach reach = parts.said.reachOf(parts.graph.requests[size_t(contact.request)]->id);
    return std::ranges::any_of(parts.graph.rolesAt(contact.asked).roles, [&](int role) {
        if (parts.graph.isUnnamed(role))
            return false;
        const RoleOutcome outcome = reach.at(parts.graph.roles[size_t(role)]->id).outcome;
        return outcome == RoleOutcome::Fulfils || outcome == RoleOutcome::PassesOn;
    });
}

AskResult unanswered(const Parts& parts, const Contact& contact, const ThreadSearch& search)
{
    const auto unknown = [&](const QString& reason) {
        return DrawnWay(parts, contact, AskOutcome::Unknown).ending({contact.asked}, {}, reason);
    };
    if (contact.plainBack)
        return unknown(u"a plain arrow comes back, and nobody has said whether it is the answer"_s);
    if (contact.broken)
        return unknown(u"a connection with a loose end may hide the answer"_s);
    const std::vector<int>& ends = parts.threads.sinksFrom(contact.asked);
    if (ends.empty()) {
        return DrawnWay(parts, contact, AskOutcome::Circles)
            .ending(wayIntoCircle(parts.graph.inside, contact.asked), {}, u"it goes round in circles"_s);
    }
    const int nearest = *std::ranges::min_element(ends, {}, [&](int node) { return search.costTo(node); });
    return DrawnWay(parts, contact, AskOutcome::Dies)
        .ending(search.wayTo(nearest), ends, u"no answer ever comes back"_s);
}

} // namespace

std::optional<AskWays> drawnWays(const AskSimulation::Parts& parts, const Contact& contact)
{
    const ThreadSearch search(parts.graph, contact.asked);
    const int answer = nearestAnswer(parts, contact, search);
    if (answer >= 0) {
        const AskResult best = answeredBy(parts, contact, search, answer);
        return AskWays{best, forgottenOn(parts, contact, search).value_or(best)};
    }
    if (isSaidToSeeToIt(parts, contact))
        return std::nullopt;
    if (contact.answered || !parts.graph.links[size_t(contact.link)].connection->replyExpected) {
        const AskResult taken = DrawnWay(parts, contact, AskOutcome::Fulfilled).along({contact.asked});
        return AskWays{taken, taken};
    }
    const AskResult result = unanswered(parts, contact, search);
    return AskWays{result, result};
}

} // namespace throughline
