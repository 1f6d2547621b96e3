// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

using Mask = std::uint64_t;

Mask bitOf(int party)
{
    return Mask(1) << (party % 64);
}

/// Customer cards from which no end of the customer's own journey and no loose connection can be reached.
std::vector<char> stuckCards(const RuleRun& run, int& checked)
{
    const ServiceGraph& graph = run.graph;
    const std::vector<char> ends = graph.journeyEnds();
    ReachQueries reach(graph.all);
    const int broken = reach.addSet();
    std::vector<int> endsOf(graph.partyLane.size());
    for (int& set : endsOf)
        set = reach.addSet();
    for (int node = 0; node < graph.nodeCount(); ++node) {
        const auto loose = [&](int link) { return graph.links[size_t(link)].traffic == Traffic::Loose; };
        if (std::ranges::any_of(graph.outLinks(node), loose))
            reach.addMember(broken, node);
        if (graph.isCard(node) && ends[size_t(node)])
            reach.addMember(endsOf[size_t(graph.cards[size_t(node)].party)], node);
    }
    std::vector<int> asked;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const int party = graph.cards[size_t(card)].party;
        if (party < 0 || graph.partyIsVirtual[size_t(party)])
            continue;
        static_cast<void>(reach.ask(card, broken));
        static_cast<void>(reach.ask(card, endsOf[size_t(party)]));
        asked.push_back(card);
    }
    reach.run();
    checked = int(asked.size());
    std::vector<char> stuck(graph.cards.size(), 0);
    for (size_t i = 0; i < asked.size(); ++i)
        stuck[size_t(asked[i])] = !reach.reaches(int(i) * 2) && !reach.reaches(int(i) * 2 + 1);
    return stuck;
}

/// The customers' cards from left to right.
std::vector<std::vector<int>> cardsByColumn(const ServiceGraph& graph)
{
    std::vector<std::vector<int>> cards(graph.partyLane.size());
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party >= 0)
            cards[size_t(graph.cards[size_t(card)].party)].push_back(card);
    }
    for (std::vector<int>& order : cards)
        std::ranges::stable_sort(order, {}, [&](int card) { return graph.cards[size_t(card)].firstColumn; });
    return cards;
}

/// The card of the same customer that stands next to the right, -1 if there is none.
int nextCard(const ServiceGraph& graph, const std::vector<std::vector<int>>& byColumn, int card)
{
    const CardNode& node = graph.cards[size_t(card)];
    const std::vector<int>& order = byColumn[size_t(node.party)];
    const auto next = std::ranges::upper_bound(order, node.lastColumn, {},
                                               [&](int other) { return graph.cards[size_t(other)].firstColumn; });
    return next == order.end() ? -1 : *next;
}

/// The cards further right that cannot be reached, so many at most.
std::vector<int> cardsAfter(const ServiceGraph& graph, const std::vector<std::vector<int>>& byColumn, int card)
{
    constexpr size_t Most = 16;
    std::vector<int> after;
    const CardNode& node = graph.cards[size_t(card)];
    for (const int other : byColumn[size_t(node.party)]) {
        if (graph.cards[size_t(other)].firstColumn > node.lastColumn && after.size() < Most)
            after.push_back(other);
    }
    return after;
}

Finding stuckFinding(const RuleRun& run, const std::vector<int>& cards, const std::vector<std::vector<int>>& byColumn)
{
    const int first = cards.front();
    const QString customer = run.say.theCustomer(run.graph.cards[size_t(first)].party);
    Finding finding;
    finding.subjects = {run.idOf(first)};
    finding.title = u"Customer stuck: %1"_s.arg(run.say.card(first));
    if (cards.size() == 1) {
        finding.message = u"From %1 %2 has no way to an end of the journey."_s.arg(run.say.place(first), customer);
        finding.remedies += u"Mark %1 as an end, if %2 leaves here."_s.arg(run.say.place(first), customer);
    } else {
        QStringList names;
        for (const int card : cards)
            names += run.say.place(card);
        finding.message =
            u"%1 goes round between %2 and has no way out to an end of the journey."_s.arg(customer, listed(names));
        finding.remedies += u"Draw a way out of the circle."_s;
    }
    finding.consequence = u"%1 is left standing here, and some give up and go."_s.arg(sentenceStart(customer));
    for (const int card : cards)
        finding.evidence += {Evidence::Part::Culprit, run.refOf(card), {}};
    for (const int card : cardsAfter(run.graph, byColumn, cards.back()))
        finding.evidence += {Evidence::Part::Path, run.refOf(card), {}};
    if (const int next = nextCard(run.graph, byColumn, cards.back()); next >= 0) {
        finding.remedies += u"Draw where %1 goes on, for instance to %2."_s.arg(customer, run.say.place(next));
        finding.evidence += {Evidence::Part::Missing, run.refOf(cards.back()), run.refOf(next)};
    }
    return finding;
}

} // namespace

/// Reports where stuck customers come to rest: the circles and cards from which no other card of the same customer
/// follows.
void findStuckCustomers(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    int checked = 0;
    const std::vector<char> stuck = stuckCards(run, checked);
    const std::vector<std::vector<int>> byColumn = cardsByColumn(graph);
    const int total = int(std::ranges::count_if(graph.cards, [](const CardNode& node) { return node.party >= 0; }));
    run.cover(checked, total, u"customer cards"_s,
              checked < total ? u"their order is that of the columns: no arrow joins them"_s : QString());
    std::vector<Mask> leadsOn(size_t(graph.all.componentCount()), 0);
    std::vector<Mask> holds(size_t(graph.all.componentCount()), 0);
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party >= 0)
            holds[size_t(graph.all.componentOf(card))] |= bitOf(graph.cards[size_t(card)].party);
    }
    for (int component = 0; component < graph.all.componentCount(); ++component) {
        for (const int target : graph.all.successorComponents(component))
            leadsOn[size_t(component)] |= leadsOn[size_t(target)] | holds[size_t(target)];
    }
    for (int component = 0; component < graph.all.componentCount(); ++component) {
        std::vector<int> cards;
        for (const int node : graph.all.members(component)) {
            if (graph.isCard(node) && stuck[size_t(node)] &&
                !(leadsOn[size_t(component)] & bitOf(graph.cards[size_t(node)].party)))
                cards.push_back(node);
        }
        while (!cards.empty()) {
            const int party = graph.cards[size_t(cards.front())].party;
            const auto others = std::stable_partition(
                cards.begin(), cards.end(), [&](int card) { return graph.cards[size_t(card)].party == party; });
            run.add(stuckFinding(run, std::vector<int>(cards.begin(), others), byColumn));
            cards.erase(cards.begin(), others);
        }
    }
}

} // namespace throughline
