// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/journeytime.h"

#include "core/metrics/routes.h"

#include <algorithm>

namespace throughline {

namespace {

double waitedOn(const ServiceGraph& graph, const Way& route)
{
    double waited = 0;
    for (const int card : route.cards) {
        const Card& element = *graph.cards[size_t(card)].card;
        if (element.kind == CardKind::Wait)
            waited += minutesOf(element).value_or(0);
    }
    return waited;
}

} // namespace

std::optional<double> minutesOf(const Card& card)
{
    const std::optional<Minutes>& minutes =
        card.kind == CardKind::Wait && card.waitDuration ? card.waitDuration : card.minutes;
    return minutes ? std::optional(minutes->value()) : std::nullopt;
}

JourneyTime journeyTime(const ServiceGraph& graph, const Routes& routes)
{
    JourneyTime time;
    std::vector<double> costs;
    for (const int card : routes.cards()) {
        const std::optional<double> minutes = minutesOf(*graph.cards[size_t(card)].card);
        ++(minutes ? time.known : time.unknown);
        costs.push_back(minutes.value_or(0));
    }
    const Way quick = routes.find(Routes::Which::Cheapest, costs);
    time.quickest = quick.cost;
    time.quickestWaiting = waitedOn(graph, quick);
    Way slow = routes.find(Routes::Which::Dearest, costs);
    time.slowest = slow.cost;
    time.slowestWaiting = waitedOn(graph, slow);
    time.slowestWay = std::move(slow.cards);
    std::ranges::sort(time.slowestWay);
    return time;
}

} // namespace throughline
