// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/dominators.h"
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/check/rules/serving.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

QString billOf(const Card& card)
{
    return card.bill.trimmed().toCaseFolded();
}

/// The cards between two that every way from the first to the second passes, in their order; at most so many.
std::vector<int> stretchBetween(const ServiceGraph& graph, const std::vector<int>& dominators, int first, int second)
{
    constexpr size_t Most = 32;
    std::vector<int> stretch;
    for (int card = dominators[size_t(second)]; card >= 0 && card != first && stretch.size() < Most;
         card = dominators[size_t(card)]) {
        if (graph.isCard(card))
            stretch.push_back(card);
    }
    std::ranges::reverse(stretch);
    return stretch;
}

/// stretch are the cards between the two payments that every way passes.
Finding tollFinding(const RuleRun& run, int first, int second, const Serving& payee, const Serving& next,
                    const std::vector<int>& stretch)
{
    const Phrases& say = run.say;
    const QString customer = say.theCustomer(run.graph.cards[size_t(first)].party);
    const QString here = say.departments(payee.departments);
    const QString there = say.departments(next.departments);
    Finding finding;
    finding.subjects = {run.idOf(first)};
    finding.variant = run.idOf(second);
    finding.detail = u"before "_s + run.idOf(second);
    const bool inferred = run.graph.servedByColumn(first) || run.graph.servedByColumn(second) ||
                          run.graph.partyIsVirtual[size_t(run.graph.cards[size_t(first)].party)];
    finding.confidence = inferred ? Confidence::Inferred : Confidence::Drawn;
    finding.title = (inferred ? u"Possible toll: %1 before %2"_s : u"Toll: %1 before %2"_s)
                        .arg(say.departments(payee.departments), say.departments(next.departments));
    finding.message = u"%1 has to settle %2 with %3 before going on to %4 with %5; there is no way around it."_s.arg(
        customer, say.place(first), here, say.place(second), there);
    finding.consequence =
        u"The border between two of our departments becomes a till: %1 pays twice for one visit."_s.arg(customer);
    finding.remedies = {
        u"Let %1 hand its open bill over to %2, who collects both, and delete %3."_s.arg(here, there, say.place(first)),
        u"Name the same running bill on %1 and %2."_s.arg(say.place(first), say.place(second)),
        u"Draw a way for %1 around %2."_s.arg(customer, say.place(first)),
    };
    finding.evidence = {{Evidence::Part::Culprit, run.refOf(first), {}},
                        {Evidence::Part::Subject, run.refOf(second), {}}};
    for (const Serving* serving : {&payee, &next}) {
        for (const int node : serving->nodes)
            finding.evidence += {Evidence::Part::Path, run.refOf(node), {}};
    }
    for (const int card : stretch)
        finding.evidence += {Evidence::Part::Path, run.refOf(card), {}};
    finding.evidence += {Evidence::Part::Missing, run.refOf(payee.nodes.front()), run.refOf(next.nodes.front())};
    return finding;
}

} // namespace

void findTolls(RuleRun& run)
{
    constexpr int MostBefore = 64;
    const ServiceGraph& graph = run.graph;
    std::vector<int> payments;
    std::vector<int> perParty(graph.partyLane.size(), 0);
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party >= 0 && graph.cards[size_t(card)].kind == CardKind::Payment) {
            payments.push_back(card);
            ++perParty[size_t(graph.cards[size_t(card)].party)];
        }
    }
    MissingDepartments missing(run);
    std::vector<std::optional<Serving>> payees(graph.cards.size());
    int checked = 0;
    for (const int card : payments) {
        Serving serving = servingOf(graph, card);
        missing.add(serving);
        checked += serving.withoutDepartment.empty() ? 1 : 0;
        if (!serving.nodes.empty() && serving.withoutDepartment.empty())
            payees[size_t(card)] = std::move(serving);
    }
    run.cover(checked, int(payments.size()), u"payments"_s, missing.sentence());
    if (std::ranges::none_of(perParty, [](int count) { return count > 1; }))
        return;
    const std::vector<int> dominators = journeyDominators(graph);
    for (const int second : payments) {
        if (!payees[size_t(second)])
            continue;
        int before = 0;
        for (int first = dominators[size_t(second)]; first >= 0 && before < MostBefore;
             first = dominators[size_t(first)]) {
            if (!graph.isCard(first) || !payees[size_t(first)])
                continue;
            ++before;
            const Card& one = *graph.cards[size_t(first)].card;
            const Card& other = *graph.cards[size_t(second)].card;
            const bool oneBill = !billOf(one).isEmpty() && billOf(one) == billOf(other);
            const bool circle = graph.journey.componentOf(first) == graph.journey.componentOf(second);
            const bool backwards =
                circle && graph.cards[size_t(first)].firstColumn >= graph.cards[size_t(second)].firstColumn;
            if (!oneBill && !backwards &&
                !haveCommon(payees[size_t(first)]->departments, payees[size_t(second)]->departments))
                run.add(tollFinding(run, first, second, *payees[size_t(first)], *payees[size_t(second)],
                                    stretchBetween(graph, dominators, first, second)));
        }
    }
}

} // namespace throughline
