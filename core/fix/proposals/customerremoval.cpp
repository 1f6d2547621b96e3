// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"

#include <algorithm>
#include <utility>

namespace throughline {

std::vector<int> journeyLinks(const ServiceGraph& graph, std::span<const int> links)
{
    std::vector<int> own;
    for (const int number : links) {
        const Link& link = graph.links[size_t(number)];
        if (link.traffic == Traffic::Journey && link.from != link.to)
            own.push_back(number);
    }
    return own;
}

namespace {

/// Leads the customer's ways into a card on to where its ways out lead.
void leadAround(const FixRun& run, int card, Draft& draft)
{
    const ServiceGraph& graph = run.graph;
    const std::vector<int> ways = journeyLinks(graph, graph.outLinks(card));
    if (ways.empty())
        return;
    for (const int in : journeyLinks(graph, graph.inLinks(card))) {
        bool reused = false;
        for (const int out : ways) {
            const int from = graph.links[size_t(in)].from;
            const int to = graph.links[size_t(out)].to;
            const auto leads = [&](int link) { return graph.links[size_t(link)].to == to; };
            if (from == to || std::ranges::any_of(graph.outLinks(from), leads))
                continue;
            Connection way = *graph.links[size_t(in)].connection;
            if (std::exchange(reused, true))
                way.id = run.id<Connection>(u'e');
            way.to = graph.cards[size_t(to)].card->id;
            draft.put(way);
        }
    }
    const CardId own = graph.cards[size_t(card)].card->id;
    const CardId next = graph.cards[size_t(graph.links[size_t(ways.front())].to)].card->id;
    for (const Card& other : run.blueprint().cards()) {
        if (other.timeoutTo == own && other.id != next) {
            Card waits = other;
            waits.timeoutTo = next;
            draft.put(waits);
        }
    }
}

} // namespace

Result<Patch> withoutCustomerCard(const FixRun& run, int card, Draft draft)
{
    leadAround(run, card, draft);
    const Patch changed = draft.patch();
    Blueprint led = run.blueprint();
    if (const Result<void> applied = apply(led, changed); !applied)
        return applied.error();
    const Result<Patch> removed = removeElements(led, {{ElementKind::Card, run.cardAt(card).id.value}});
    return removed ? Result<Patch>(compose(changed, *removed)) : removed;
}

} // namespace throughline
