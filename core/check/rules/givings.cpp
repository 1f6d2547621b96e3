// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/givings.h"

#include <algorithm>
#include <tuple>

namespace throughline {

namespace {

bool isContactIn(const ServiceGraph& graph, int card, int node)
{
    return std::ranges::any_of(graph.outLinks(card), [&](int number) {
        const Link& link = graph.links[size_t(number)];
        return link.to == node && link.traffic == Traffic::ContactIn;
    });
}

/// The customer card at which a company card does its asking: the first by which the customer turns to it, else the
/// first it serves. -1 for cards that ask nothing.
std::vector<int> askingPlaces(const ServiceGraph& graph)
{
    std::vector<int> places(graph.cards.size(), -1);
    std::vector<char> turnedTo(graph.cards.size(), 0);
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party < 0)
            continue;
        for (const int node : graph.serving(card)) {
            if (!graph.isCard(node) || graph.cards[size_t(node)].card->asks.isEmpty())
                continue;
            int& place = places[size_t(node)];
            const bool turns = isContactIn(graph, card, node);
            const bool first =
                place < 0 || graph.cards[size_t(card)].firstColumn < graph.cards[size_t(place)].firstColumn;
            if (turns > bool(turnedTo[size_t(node)]) || (turns == bool(turnedTo[size_t(node)]) && first)) {
                place = card;
                turnedTo[size_t(node)] = turns;
            }
        }
    }
    return places;
}

/// Asked there by several: deliberate only if all of them say so. What the card itself gives is what it was asked.
void mergeInto(Giving& merged, const Giving& giving)
{
    if (giving.askedBy < 0) {
        merged.sameAsking = false;
        return;
    }
    if (merged.askedBy < 0 || (merged.sameAsking && !giving.sameAsking)) {
        merged.recheck = merged.recheck || giving.recheck;
        merged.askedBy = giving.askedBy;
    } else {
        merged.recheck = merged.recheck && giving.recheck;
    }
    merged.sameAsking = merged.sameAsking && giving.sameAsking;
}

int earliest(int left, int right)
{
    return left < 0 ? right : right < 0 ? left : std::min(left, right);
}

} // namespace

std::vector<Giving> collectGivings(const ServiceGraph& graph)
{
    const std::vector<int> askingPlace = askingPlaces(graph);
    std::vector<Giving> givings;
    const auto add = [&](const DataItemId& id, int card, int askedBy) {
        const DataItem* data = graph.blueprint.find(id);
        if (!data || data->isVolatile)
            return;
        const bool recheck =
            graph.cards[size_t(askedBy < 0 ? card : askedBy)].card->recheck || graph.cards[size_t(card)].card->recheck;
        const bool same = askedBy >= 0 && askingPlace[size_t(askedBy)] != card;
        givings.push_back({data, graph.cards[size_t(card)].party, card, askedBy, recheck, same});
    };
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party < 0)
            continue;
        for (const DataItemId& id : graph.cards[size_t(card)].card->gives)
            add(id, card, -1);
        for (const int node : graph.serving(card)) {
            if (!graph.isCard(node))
                continue;
            for (const DataItemId& id : graph.cards[size_t(node)].card->asks)
                add(id, card, node);
        }
    }
    // Tables keep their elements in the order of their ids, but not at ascending addresses.
    std::ranges::stable_sort(givings, [&](const Giving& l, const Giving& r) {
        if (l.data != r.data)
            return l.data->id < r.data->id;
        const auto place = [&](const Giving& g) {
            return std::tuple(g.party, graph.cards[size_t(g.card)].firstColumn, g.card);
        };
        return place(l) < place(r);
    });
    std::vector<Giving> merged;
    for (const Giving& giving : givings) {
        const bool known = !merged.empty() && merged.back().data == giving.data && merged.back().card == giving.card;
        if (known)
            mergeInto(merged.back(), giving);
        else
            merged.push_back(giving);
    }
    return merged;
}

std::vector<const Giving*> earlierGivings(const ServiceGraph& graph, std::span<const Giving> givings,
                                          const std::vector<int>& customerComponents, Heard& heard)
{
    for (const int component : customerComponents)
        heard.here[size_t(component)] = heard.before[size_t(component)] = -1;
    std::vector<const Giving*> earlier(givings.size(), nullptr);
    const auto componentOf = [&](const Giving& giving) { return size_t(graph.journey.componentOf(giving.card)); };
    // Within a circle the one further left comes first.
    for (size_t i = 0; i < givings.size(); ++i) {
        int& first = heard.here[componentOf(givings[i])];
        if (first >= 0)
            earlier[i] = &givings[size_t(first)];
        else
            first = int(i);
    }
    for (const int component : customerComponents) {
        const int known = earliest(heard.here[size_t(component)], heard.before[size_t(component)]);
        if (known < 0)
            continue;
        for (const int target : graph.journey.successorComponents(component))
            heard.before[size_t(target)] = earliest(heard.before[size_t(target)], known);
    }
    for (size_t i = 0; i < givings.size(); ++i) {
        const int before = heard.before[componentOf(givings[i])];
        if (before >= 0)
            earlier[i] = &givings[size_t(before)];
    }
    return earlier;
}

} // namespace throughline
