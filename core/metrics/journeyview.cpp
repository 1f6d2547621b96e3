// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/journeyview.h"

#include "core/ask/rolerequesttable.h"
#include "core/metrics/journeytime.h"
#include "core/metrics/metriccontext.h"
#include "core/metrics/routes.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace throughline {

namespace {

/// The cards at which the customer asks for the same once more or gives what he has given, ascending.
std::vector<int> repeats(const MetricContext& context, const GivenAgain& given)
{
    std::vector<int> cards = given.cards;
    for (const ChaseAnalysis::Again& again : context.chase.askedAgain()) {
        const int asker = context.threads.contacts()[size_t(again.later)].asker;
        if (context.graph.isCard(asker))
            cards.push_back(asker);
    }
    std::ranges::sort(cards);
    return cards;
}

ElementRef phaseOf(const ServiceGraph& graph, const CardNode& node)
{
    const int phase = node.firstColumn < 0 ? -1 : graph.columnPhase[size_t(node.firstColumn)];
    return phase < 0 ? ElementRef() : ElementRef{ElementKind::Phase, graph.phases[size_t(phase)]->id.value};
}

JourneyStep stepOf(const MetricContext& context, int card)
{
    const CardNode& node = context.graph.cards[size_t(card)];
    JourneyStep step;
    step.card = context.cardRef(card);
    step.phase = phaseOf(context.graph, node);
    step.minutes = minutesOf(*node.card);
    step.worry = node.card->worry;
    step.effort = node.card->effort;
    step.waits = node.card->kind == CardKind::Wait;
    return step;
}

/// From left to right, in one cell from top to bottom.
std::vector<int> inOrder(const ServiceGraph& graph, std::vector<int> cards)
{
    std::ranges::stable_sort(cards, {}, [&](int card) {
        const CardNode& node = graph.cards[size_t(card)];
        return std::tuple(node.firstColumn < 0, node.firstColumn, node.card->position);
    });
    return cards;
}

/// Known departments of a node, or -1 where a role has none.
std::vector<int> departmentsAt(const ServiceGraph& graph, int node)
{
    const RoleSet& set = graph.rolesAt(node);
    return set.departmentsKnown ? set.departments : std::vector<int>{-1};
}

bool isHandover(const ServiceGraph& graph, const Link& link)
{
    return link.traffic == Traffic::Inside && graph.sideOf(link.from) == Side::Company &&
           graph.sideOf(link.to) == Side::Company && !graph.shareRole(link.from, link.to);
}

} // namespace

QList<Journey> journeysOf(const MetricContext& context, const GivenAgain& given)
{
    const std::vector<int> again = repeats(context, given);
    QList<Journey> journeys;
    for (int party = 0; party < context.parties(); ++party) {
        const Routes routes(context.graph, context.moves, party);
        if (routes.isEmpty())
            continue;
        const JourneyTime time = journeyTime(context.graph, routes);
        Journey journey{context.aboutParty(party), context.say.theCustomer(party), {}, time.quickest, time.slowest};
        for (const int card : inOrder(context.graph, routes.cards())) {
            JourneyStep step = stepOf(context, card);
            step.again = std::ranges::binary_search(again, card);
            step.onSlowestWay = std::ranges::binary_search(time.slowestWay, card);
            journey.steps += step;
        }
        journeys += journey;
    }
    return journeys;
}

QList<DepartmentHandovers> departmentHandovers(const MetricContext& context)
{
    std::map<std::pair<int, int>, QList<ElementRef>> cells;
    for (int number = 0; number < int(context.graph.links.size()); ++number) {
        const Link& link = context.graph.links[size_t(number)];
        if (!isHandover(context.graph, link))
            continue;
        const std::vector<int> givers = departmentsAt(context.graph, link.from);
        const std::vector<int> takers = departmentsAt(context.graph, link.to);
        const bool within = haveCommon(givers, takers) && givers.front() >= 0;
        for (const int giver : givers) {
            for (const int taker : takers) {
                if (!within || giver == taker)
                    cells[{giver, taker}] += context.linkRef(number);
            }
        }
    }
    const auto ref = [&](int department) {
        return department < 0
                   ? ElementRef()
                   : ElementRef{ElementKind::Department, context.graph.departments[size_t(department)]->id.value};
    };
    QList<DepartmentHandovers> list;
    for (const auto& [pair, connections] : cells)
        list += DepartmentHandovers{ref(pair.first), ref(pair.second), connections};
    return list;
}

namespace {

/// The cards of a role at which it meets a customer.
QList<ElementRef> meetingPlaces(const MetricContext& context, int role)
{
    constexpr qsizetype Most = 256;
    std::vector<int> places;
    for (const int card : context.meetings.cardsOf(role)) {
        for (const int node : context.graph.serving(card)) {
            if (context.graph.isCard(node) && std::ranges::binary_search(context.graph.rolesAt(node).roles, role))
                places.push_back(node);
        }
    }
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    QList<ElementRef> refs;
    for (const int card : places) {
        if (refs.size() < Most)
            refs += context.cardRef(card);
    }
    return refs;
}

} // namespace

QList<RoleAnswers> roleAnswers(const MetricContext& context)
{
    using Kind = RoleRequestCell::Kind;
    const RoleRequestTable table = roleRequestTable(context.graph, context.meetings, context.askables);
    QList<RoleAnswers> list;
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        RoleAnswers answers;
        answers.role = {ElementKind::Role, table.rows[row].value};
        for (const RoleRequestCell& cell : table.cells[row]) {
            answers.fulfils += cell.kind == Kind::Fulfils;
            answers.passesOn += cell.kind == Kind::PassesOn;
            answers.dies += cell.kind == Kind::Dies || cell.kind == Kind::Circles;
            answers.unknown += cell.kind == Kind::Unknown;
        }
        if (answers.fulfils + answers.passesOn + answers.dies + answers.unknown == 0)
            continue;
        answers.cards = meetingPlaces(context, context.graph.roleIndex(table.rows[row]));
        list += answers;
    }
    return list;
}

} // namespace throughline
