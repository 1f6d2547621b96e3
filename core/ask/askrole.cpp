// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/askrole.h"

#include "core/ask/askparts.h"
#include "core/check/askables.h"

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

using Parts = AskSimulation::Parts;

/// How far apart two cards stand, in columns; unplaced ones are farthest.
int distance(const CardNode& left, const CardNode& right)
{
    if (left.firstColumn < 0 || right.firstColumn < 0)
        return std::numeric_limits<int>::max();
    if (left.firstColumn > right.lastColumn)
        return left.firstColumn - right.lastColumn;
    return std::max(0, right.firstColumn - left.lastColumn);
}

/// Where a card stands in the journey: unplaced ones last.
int placeOf(const CardNode& node)
{
    return node.firstColumn < 0 ? std::numeric_limits<int>::max() : node.firstColumn;
}

bool isLiveAt(const Parts& parts, const Request& request, const CardNode& node)
{
    if (request.livePhases.isEmpty())
        return true;
    for (int column = node.firstColumn; column >= 0 && column <= node.lastColumn; ++column) {
        const int phase = parts.graph.columnPhase[size_t(column)];
        if (phase >= 0 && request.livePhases.contains(parts.graph.phases[size_t(phase)]->id))
            return true;
    }
    return false;
}

bool asks(const Parts& parts, const Contact& contact, int role, int request)
{
    return contact.isRequest && contact.request == request && request >= 0 && parts.graph.isCard(contact.asker) &&
           parts.graph.sideOf(contact.asked) == Side::Company &&
           std::ranges::binary_search(parts.graph.rolesAt(contact.asked).roles, role);
}

/// The requests drawn into the role at the card, else those at the nearest column at or after it.
std::vector<const Contact*> drawnAt(const Parts& parts, int card, int role, int request)
{
    std::vector<const Contact*> found;
    const CardNode& here = parts.graph.cards[size_t(card)];
    int nearest = std::numeric_limits<int>::max();
    for (const Contact& contact : parts.threads.contacts()) {
        if (contact.party != here.party || !asks(parts, contact, role, request))
            continue;
        const CardNode& asker = parts.graph.cards[size_t(contact.asker)];
        const bool same = contact.asker == card;
        const bool later = here.firstColumn >= 0 && asker.firstColumn >= here.firstColumn;
        if (!same && !later)
            continue;
        const int away = same ? -1 : asker.firstColumn - here.firstColumn;
        if (away < nearest)
            found.clear();
        nearest = std::min(nearest, away);
        if (away == nearest)
            found.push_back(&contact);
    }
    return found;
}

int firstMoment(const Parts& parts, int role, const Request& request)
{
    const int number = parts.graph.requestIndex(request.id);
    int best = -1;
    std::tuple<int, int> bestKey;
    for (const int card : parts.meetings.cardsOf(role)) {
        const CardNode& node = parts.graph.cards[size_t(card)];
        const bool drawn = std::ranges::any_of(parts.threads.contacts(), [&](const Contact& contact) {
            return contact.asker == card && asks(parts, contact, role, number);
        });
        const std::tuple key(drawn ? 0 : isLiveAt(parts, request, node) ? 1 : 2, placeOf(node));
        if (best < 0 || key < bestKey) {
            best = card;
            bestKey = key;
        }
    }
    return best;
}

/// Of two moments equally far the later one: he can still go there.
int nearestMoment(const Parts& parts, int role, int card)
{
    const CardNode& here = parts.graph.cards[size_t(card)];
    int best = -1;
    std::tuple<int, int> bestKey;
    for (const int other : parts.meetings.cardsOf(role)) {
        const CardNode& node = parts.graph.cards[size_t(other)];
        if (node.party != here.party)
            continue;
        const std::tuple key(distance(here, node), -node.firstColumn);
        if (best < 0 || key < bestKey) {
            best = other;
            bestKey = key;
        }
    }
    return best;
}

int rank(AskOutcome outcome)
{
    switch (outcome) {
    case AskOutcome::NotHere:
    case AskOutcome::Dies:
        return 0;
    case AskOutcome::Circles:
        return 1;
    case AskOutcome::Unknown:
        return 2;
    case AskOutcome::Fulfilled:
        return 3;
    }
    return 0;
}

auto goodness(const AskResult& result)
{
    return std::tuple(rank(result.outcome), -result.hops, -result.minutes.unknown, -result.minutes.sum.value());
}

void keepExtremes(std::optional<AskWays>& ways, AskWays other)
{
    if (!ways) {
        ways = std::move(other);
        return;
    }
    if (goodness(other.best) > goodness(ways->best))
        ways->best = std::move(other.best);
    if (goodness(other.worst) < goodness(ways->worst))
        ways->worst = std::move(other.worst);
}

AskWays waysAt(const Parts& parts, int card, int role, const RequestId& request)
{
    std::optional<AskWays> ways;
    bool saidCounts = false;
    for (const Contact* contact : drawnAt(parts, card, role, parts.graph.requestIndex(request))) {
        if (std::optional<AskWays> drawn = drawnWays(parts, *contact))
            keepExtremes(ways, std::move(*drawn));
        else
            saidCounts = true;
    }
    if (saidCounts)
        keepExtremes(ways, saidWays(parts, parts.said, parts.graph.roles[size_t(role)]->id, request));
    return ways ? *ways : saidWays(parts, parts.abilities, parts.graph.roles[size_t(role)]->id, request);
}

AskResult notHere(const QString& reason)
{
    AskResult result;
    result.outcome = AskOutcome::NotHere;
    result.reason = reason;
    return result;
}

/// A search in breadth: the nodes as they were reached, and where each was reached from (the start from itself).
struct SearchTree
{
    std::vector<int> order;
    std::vector<int> parent; ///< -1 = not reached
};

SearchTree searchTree(const Digraph& graph, int start)
{
    SearchTree tree{{start}, std::vector<int>(size_t(graph.nodeCount()), -1)};
    tree.parent[size_t(start)] = start;
    for (size_t i = 0; i < tree.order.size(); ++i) {
        const int node = tree.order[i];
        for (const int target : graph.successors(node)) {
            if (tree.parent[size_t(target)] < 0) {
                tree.parent[size_t(target)] = node;
                tree.order.push_back(target);
            }
        }
    }
    return tree;
}

std::vector<int> wayTo(const SearchTree& tree, int node)
{
    std::vector<int> way{node};
    while (tree.parent[size_t(node)] != node) {
        node = tree.parent[size_t(node)];
        way.push_back(node);
    }
    std::ranges::reverse(way);
    return way;
}

} // namespace

AskSimulation::Parts::Parts(const Blueprint& source)
    : blueprint(source),
      graph(blueprint),
      threads(graph),
      branches(graph, threads),
      meetings(graph),
      abilities(blueprint, threads.drawnAbilities()),
      said(blueprint),
      say(graph)
{
}

AskSimulation::AskSimulation(const Blueprint& blueprint) : m_parts(std::make_unique<const Parts>(blueprint)) {}

AskSimulation::~AskSimulation() = default;

AskAnswer AskSimulation::ask(const RoleId& roleId, const RequestId& requestId, const CardId& at) const
{
    const Parts& parts = *m_parts;
    AskAnswer answer;
    answer.role = roleId;
    answer.request = requestId;
    const int role = parts.graph.roleIndex(roleId);
    const Request* request = parts.blueprint.find(requestId);
    if (role < 0 || !request) {
        answer.best = answer.worst = notHere(u"the blueprint has no such role or no such request"_s);
        answer.sentence = askSentence(parts, answer);
        return answer;
    }
    const int card = at.isEmpty() ? firstMoment(parts, role, *request) : parts.graph.cardIndex(at);
    const bool isMet = card >= 0 && std::ranges::binary_search(parts.meetings.cardsOf(role), card);
    if (card >= 0)
        answer.at = parts.graph.cards[size_t(card)].card->id;
    if (!isMet) {
        const int nearest = card >= 0 ? nearestMoment(parts, role, card) : firstMoment(parts, role, *request);
        if (nearest >= 0)
            answer.nearest = parts.graph.cards[size_t(nearest)].card->id;
        answer.best = answer.worst =
            notHere(nearest < 0 ? u"the customer never meets it"_s : u"the customer meets it elsewhere"_s);
    } else {
        answer.isLive = isLiveAt(parts, *request, parts.graph.cards[size_t(card)]);
        AskWays ways = waysAt(parts, card, role, requestId);
        answer.best = std::move(ways.best);
        answer.worst = std::move(ways.worst);
    }
    answer.sentence = askSentence(parts, answer);
    return answer;
}

RoleRequestTable AskSimulation::table() const
{
    const AskableTable askables(m_parts->graph, m_parts->threads, m_parts->meetings, m_parts->abilities);
    return roleRequestTable(m_parts->graph, m_parts->meetings, askables);
}

const QList<DrawnAbility>& AskSimulation::drawnAbilities() const
{
    return m_parts->threads.drawnAbilities();
}

QList<CardId> AskSimulation::meetingsWith(const RoleId& roleId) const
{
    const int role = m_parts->graph.roleIndex(roleId);
    if (role < 0)
        return {};
    std::vector<int> cards = m_parts->meetings.cardsOf(role);
    std::ranges::stable_sort(cards, {}, [&](int card) { return placeOf(m_parts->graph.cards[size_t(card)]); });
    QList<CardId> ids;
    for (const int card : cards)
        ids += m_parts->graph.cards[size_t(card)].card->id;
    return ids;
}

QList<RoleId> AskSimulation::rolesMetAt(const CardId& card) const
{
    QList<RoleId> roles;
    const int node = m_parts->graph.cardIndex(card);
    for (int role = 0; node >= 0 && role < int(m_parts->graph.roles.size()); ++role) {
        if (!m_parts->graph.isUnnamed(role) && std::ranges::binary_search(m_parts->meetings.cardsOf(role), node))
            roles += m_parts->graph.roles[size_t(role)]->id;
    }
    return roles;
}

std::vector<int> wayIntoCircle(const Digraph& graph, int start)
{
    const SearchTree tree = searchTree(graph, start);
    const auto entry =
        std::ranges::find_if(tree.order, [&](int node) { return graph.isCycle(graph.componentOf(node)); });
    if (entry == tree.order.end())
        return {};
    std::vector<int> way = wayTo(tree, *entry);
    const SearchTree around = searchTree(graph, *entry);
    const auto last = std::ranges::find_if(around.order, [&](int node) {
        return std::ranges::find(graph.successors(node), *entry) != graph.successors(node).end();
    });
    const std::vector<int> lap = wayTo(around, *last);
    way.insert(way.end(), lap.begin() + 1, lap.end());
    way.push_back(*entry);
    return way;
}

std::optional<Minutes> timeOf(const Role& role, const RequestId& request, Capability::Ability ability,
                              const RoleId& passesTo)
{
    for (const Capability& capability : role.capabilities) {
        const bool about =
            capability.request == request || (capability.request.isEmpty() && ability == Capability::Ability::PassesOn);
        if (about && capability.ability == ability && capability.passesTo == passesTo && capability.takes)
            return capability.takes;
    }
    return std::nullopt;
}

void add(KnownMinutes& minutes, const std::optional<Minutes>& part)
{
    if (part)
        minutes.sum = minutes.sum + *part;
    ++(part ? minutes.known : minutes.unknown);
}

void countDepartments(const RoleSet& from, const RoleSet& to, AskResult& result)
{
    const auto shared = std::ranges::find_first_of(from.departments, to.departments);
    if (shared != from.departments.end())
        return;
    if (from.departmentsKnown && to.departmentsKnown)
        ++result.departmentChanges;
    else
        ++result.departmentsUnknown;
}

QString KnownMinutes::toString() const
{
    if (known == 0)
        return u"unknown"_s;
    if (unknown == 0)
        return u"%1 min"_s.arg(sum.toString());
    return u"\u2265 %1 min (%2 of %3 unknown)"_s.arg(sum.toString()).arg(unknown).arg(known + unknown);
}

QList<RoleId> AskResult::fetched() const
{
    QList<RoleId> roles;
    for (const AskStop& stop : path) {
        if (stop.isFetched)
            roles += stop.roles;
    }
    return roles;
}

QString word(AskOutcome outcome)
{
    switch (outcome) {
    case AskOutcome::Fulfilled:
        return u"fulfilled"_s;
    case AskOutcome::Dies:
        return u"dies"_s;
    case AskOutcome::Circles:
        return u"loop"_s;
    case AskOutcome::Unknown:
        return u"unknown"_s;
    case AskOutcome::NotHere:
        return u"not-here"_s;
    }
    return {};
}

} // namespace throughline
