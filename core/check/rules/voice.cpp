// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/powerwords.h"
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/check/threads.h"
#include "core/model/queries.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// What the departments may decide, their parents' mandates included.
std::vector<Powers> mandates(const ServiceGraph& graph)
{
    std::vector<Powers> powers;
    for (const Department* department : graph.departments) {
        Powers all = department->mandate;
        const Department* at = department;
        for (size_t depth = 0; depth < graph.departments.size() && at && !at->parent.isEmpty(); ++depth) {
            at = graph.blueprint.find(at->parent);
            if (at)
                all |= at->mandate;
        }
        powers.push_back(all);
    }
    return powers;
}

/// Where a voice starts inside the company: whoever it meets.
std::vector<int> hearers(const ServiceGraph& graph, int card)
{
    std::vector<int> nodes;
    for (const int number : graph.outLinks(card)) {
        if (graph.links[size_t(number)].traffic == Traffic::ContactIn)
            nodes.push_back(graph.links[size_t(number)].to);
    }
    // A plain arrow has no direction one could rely on.
    for (const int number : graph.inLinks(card)) {
        const Link& link = graph.links[size_t(number)];
        if (link.traffic == Traffic::ContactOut && link.kind == ConnectionKind::Auto)
            nodes.push_back(link.from);
    }
    if (graph.servedByColumn(card))
        nodes.insert(nodes.end(), graph.serving(card).begin(), graph.serving(card).end());
    return nodes;
}

constexpr std::array DecidingPowers{Power::Product, Power::Pricing, Power::Distribution, Power::Service,
                                    Power::Structure};

/// The cards that could do something about a voice, for each thing it may be about, and those of which nobody has said.
class Deciders
{
public:
    explicit Deciders(const ServiceGraph& graph) : m_graph(graph), m_reach(graph.inside), m_mandates(mandates(graph))
    {
        for (int i = 0; i < 64; ++i)
            m_sets.push_back(-1);
    }

    /// The number of the question whether anyone in the thread could decide about one of the powers.
    int ask(int node, Powers powers)
    {
        int& set = m_sets[size_t(int(powers.toInt()))];
        if (set < 0) {
            set = m_reach.addSet();
            for (int other = 0; other < m_graph.nodeCount(); ++other) {
                if (m_graph.partyOf(other) < 0 && mayDecide(other, powers))
                    m_reach.addMember(set, other);
            }
        }
        return m_reach.ask(node, set);
    }
    void run() { m_reach.run(); }
    /// A card of somebody whose department says it may decide about one of the powers, -1 = none.
    [[nodiscard]] int someone(Powers powers)
    {
        const auto known = m_someone.constFind(int(powers.toInt()));
        if (known != m_someone.constEnd())
            return *known;
        const auto found = std::ranges::find_if(m_graph.cards, [&](const CardNode& node) {
            const std::vector<int>& departments = m_graph.roleSets[size_t(node.roleSet)].departments;
            return node.side == Side::Company && std::ranges::any_of(departments, [&](int department) {
                       return bool(m_mandates[size_t(department)] & powers);
                   });
        });
        const int card = found == m_graph.cards.end() ? -1 : int(found - m_graph.cards.begin());
        m_someone.insert(int(powers.toInt()), card);
        return card;
    }
    [[nodiscard]] bool decides(int question) const { return m_reach.reaches(question); }

private:
    [[nodiscard]] bool mayDecide(int node, Powers powers) const
    {
        const RoleSet& roles = m_graph.rolesAt(node);
        const bool strategy = m_graph.isCard(node) && m_graph.cards[size_t(node)].kind == CardKind::Strategy;
        // Of a role without department nobody has said what it may decide, unless it is a system, which decides
        // nothing.
        if (strategy || (!roles.departmentsKnown && !roles.mayBeSystem && m_graph.sideOf(node) == Side::Company))
            return true;
        return std::ranges::any_of(roles.departments,
                                   [&](int department) { return bool(m_mandates[size_t(department)] & powers); });
    }

    const ServiceGraph& m_graph;
    ReachQueries m_reach;
    std::vector<Powers> m_mandates;
    std::vector<int> m_sets;
    QHash<int, int> m_someone;
};

Finding feedbackFinding(const RuleRun& run, int card, const std::vector<int>& heard, int decider)
{
    const CardNode& node = run.graph.cards[size_t(card)];
    const QString customer = run.say.theCustomer(node.party);
    const QString about = node.card->about ? powerInWords(*node.card->about) : u"anything that matters here"_s;
    Finding finding;
    finding.subjects = {run.idOf(card)};
    finding.title = u"Feedback goes nowhere: %1"_s.arg(run.say.card(card));
    const std::vector<int> ends = heard.empty() ? heard : run.context.threads().sinksFrom(heard.front());
    const int stops = heard.empty() ? -1 : ends.empty() ? heard.front() : ends.front();
    finding.message = stops < 0 ? u"What %1 says at %2 reaches nobody."_s.arg(customer, run.say.place(card))
                                : u"What %1 says at %2 stops with %3; nobody it reaches may decide about %4."_s.arg(
                                      customer, run.say.place(card), run.say.theRolesAt(stops), about);
    finding.consequence = u"%1 takes the trouble to say it, and nothing changes."_s.arg(sentenceStart(customer));
    finding.evidence = {{Evidence::Part::Subject, run.refOf(card), {}}};
    if (stops >= 0)
        finding.evidence += {Evidence::Part::Culprit, run.refOf(stops), {}};
    for (const int place : heard) {
        if (place != stops)
            finding.evidence += {Evidence::Part::Path, run.refOf(place), {}};
    }
    if (decider >= 0) {
        finding.remedies += u"Hand it on from %1 to %2 (%3), who may decide."_s.arg(
            run.say.place(stops < 0 ? card : stops), run.say.theRolesAt(decider), run.say.place(decider));
        finding.evidence += {Evidence::Part::Missing, run.refOf(stops < 0 ? card : stops), run.refOf(decider)};
    }
    finding.remedies += u"Give whoever hears it the power to decide about %1."_s.arg(about);
    return finding;
}

/// other is where the missing way would start (never hears) or end (never returns), -1 = nothing is drawn there.
Finding deafFinding(const RuleRun& run, int card, bool hears, int other)
{
    const QString place = run.say.place(card);
    Finding finding;
    finding.subjects = {run.idOf(card)};
    finding.detail = hears ? u"never returns"_s : u"never hears"_s;
    finding.variant = finding.detail;
    finding.title =
        (hears ? u"Strategy never returns: %1"_s : u"Strategy deaf to the customer: %1"_s).arg(run.say.card(card));
    finding.message =
        hears ? u"%1 hears the customer, and nothing leads from it back to one."_s.arg(place)
              : u"%1 is set without ever hearing a customer: no way leads there from any card of the customer."_s.arg(
                    place);
    finding.consequence = hears ? u"What is decided about customers never reaches them."_s
                                : u"Targets come from the boardroom and pass the customer by."_s;
    if (other >= 0)
        finding.remedies = {hears ? u"Draw how %1 reaches those who serve the customer, for instance at %2."_s.arg(
                                        place, run.say.place(other))
                                  : u"Draw what tells %1 about the customer, for instance what is said at %2."_s.arg(
                                        place, run.say.place(other))};
    else
        finding.remedies = {hears ? u"Draw how %1 reaches those who serve the customer."_s.arg(place)
                                  : u"Draw what tells %1 about the customer, for instance a voice card."_s.arg(place)};
    finding.evidence = {{Evidence::Part::Culprit, run.refOf(card), {}}};
    if (other >= 0)
        finding.evidence += hears ? Evidence{Evidence::Part::Missing, run.refOf(card), run.refOf(other)}
                                  : Evidence{Evidence::Part::Missing, run.refOf(other), run.refOf(card)};
    return finding;
}

/// The customer card a strategy could hear: a voice, else the last one of a journey. -1 = none.
int voiceToHear(const ServiceGraph& graph)
{
    int last = -1;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.party >= 0 && node.kind == CardKind::Voice)
            return card;
        if (node.party >= 0 && (last < 0 || node.lastColumn > graph.cards[size_t(last)].lastColumn))
            last = card;
    }
    return last;
}

/// The cards at which somebody meets a customer, from left to right.
std::vector<int> frontCards(const ServiceGraph& graph)
{
    std::vector<int> cards;
    for (int card = 0; card < graph.cardCount(); ++card) {
        for (const int node : graph.serving(card)) {
            if (graph.isCard(node))
                cards.push_back(node);
        }
    }
    std::ranges::sort(cards, {}, [&](int card) { return std::pair(graph.cards[size_t(card)].firstColumn, card); });
    return cards;
}

/// The first of them not left of a strategy, else the first. -1 = none.
int frontToReach(const ServiceGraph& graph, const std::vector<int>& front, int strategy)
{
    const auto next = std::ranges::lower_bound(front, graph.cards[size_t(strategy)].firstColumn, {},
                                               [&](int card) { return graph.cards[size_t(card)].firstColumn; });
    const int card = front.empty() ? -1 : next == front.end() ? front.front() : *next;
    return card == strategy ? -1 : card;
}

} // namespace

void findLostFeedback(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    std::vector<int> voices;
    bool strategy = false;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        strategy = strategy || node.kind == CardKind::Strategy;
        if (node.party >= 0 && node.kind == CardKind::Voice)
            voices.push_back(card);
    }
    const bool mandated =
        std::ranges::any_of(graph.departments, [](const Department* d) { return d->mandate.toInt() != 0; });
    const int total = int(voices.size());
    if (!strategy && !mandated) {
        run.cover(0, total, u"voices of customers"_s, total > 0 ? u"nobody has said who may decide what"_s : QString());
        return;
    }
    run.cover(total, total, u"voices of customers"_s);
    Powers any;
    for (const Power power : DecidingPowers)
        any |= power;
    const auto powersOf = [&](int card) {
        const std::optional<Power> about = graph.cards[size_t(card)].card->about;
        return about ? Powers(*about) : any;
    };
    Deciders deciders(graph);
    std::vector<std::vector<int>> heardBy;
    for (const int card : voices) {
        heardBy.push_back(hearers(graph, card));
        for (const int node : heardBy.back())
            static_cast<void>(deciders.ask(node, powersOf(card)));
    }
    deciders.run();
    int question = 0;
    for (size_t i = 0; i < voices.size(); ++i) {
        bool decided = graph.isBroken(voices[i]);
        for (size_t j = 0; j < heardBy[i].size(); ++j)
            decided = deciders.decides(question++) || decided;
        if (!decided)
            run.add(feedbackFinding(run, voices[i], heardBy[i], deciders.someone(powersOf(voices[i]))));
    }
}

void findDeafStrategies(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    std::vector<int> strategies;
    std::vector<int> customers;
    for (int node = 0; node < graph.nodeCount(); ++node) {
        if (graph.partyOf(node) >= 0)
            customers.push_back(node);
        else if (graph.isCard(node) && graph.cards[size_t(node)].kind == CardKind::Strategy)
            strategies.push_back(node);
    }
    const int total = int(strategies.size());
    if (graph.partyLane.empty()) {
        run.cover(0, total, u"strategies"_s, total > 0 ? u"there is no customer lane"_s : QString());
        return;
    }
    run.cover(total, total, u"strategies"_s);
    if (strategies.empty())
        return;
    const std::vector<char> heard = graph.all.reachableFrom(customers);
    ReachQueries back(graph.all);
    const int set = back.addSet();
    for (const int node : customers)
        back.addMember(set, node);
    for (const int card : strategies)
        static_cast<void>(back.ask(card, set));
    back.run();
    const int voice = voiceToHear(graph);
    const std::vector<int> front = frontCards(graph);
    for (size_t i = 0; i < strategies.size(); ++i) {
        const int card = strategies[i];
        if (graph.isBroken(card))
            continue;
        const bool hears = heard[size_t(card)] != 0;
        if (!hears)
            run.add(deafFinding(run, card, false, voice));
        else if (!back.reaches(int(i)))
            run.add(deafFinding(run, card, true, frontToReach(graph, front, card)), Severity::Hint);
    }
}

std::span<const Rule> voiceRules()
{
    static constexpr std::array rules{
        Rule{u"feedback-goes-nowhere", findLostFeedback},
        Rule{u"strategy-deaf-to-customer", findDeafStrategies},
    };
    return rules;
}

} // namespace throughline
