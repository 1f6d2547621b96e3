// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fix/proposals/journeys.h"

#include <algorithm>

namespace throughline {

int mainParty(const ServiceGraph& graph)
{
    std::vector<int> counts(graph.partyLane.size(), 0);
    for (const CardNode& node : graph.cards) {
        if (node.party >= 0)
            ++counts[size_t(node.party)];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return most == counts.end() ? -1 : int(most - counts.begin());
}

int customerCardBefore(const ServiceGraph& graph, int party, int column)
{
    int best = -1;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.party != party || node.firstColumn < 0 || node.lastColumn >= column)
            continue;
        if (best < 0 || graph.cards[size_t(best)].lastColumn <= node.lastColumn)
            best = card;
    }
    return best;
}

int customerCardAfter(const ServiceGraph& graph, int party, int column)
{
    int best = -1;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.party == party && node.firstColumn > column &&
            (best < 0 || node.firstColumn < graph.cards[size_t(best)].firstColumn))
            best = card;
    }
    return best;
}

void addToJourney(const FixRun& run, Draft& draft, Card card, int before, int after)
{
    const ServiceGraph& graph = run.graph;
    const Card* earlier = before < 0 ? nullptr : graph.cards[size_t(before)].card;
    const Card* later = after < 0 ? nullptr : graph.cards[size_t(after)].card;
    const int known = before < 0 ? after : before;
    const bool hasArrows = known >= 0 && !graph.partyIsVirtual[size_t(graph.cards[size_t(known)].party)];
    if (earlier && earlier->isEnd && !later) {
        Card goesOn = *earlier;
        goesOn.isEnd = false;
        draft.put(goesOn);
        card.isEnd = true;
    }
    draft.put(card);
    if (!hasArrows)
        return;
    bool joined = false;
    if (earlier && later) {
        // An arrow that led past the new card leads to it.
        for (const int number : graph.outLinks(before)) {
            const Link& link = graph.links[size_t(number)];
            if (link.to != after || link.traffic != Traffic::Journey)
                continue;
            Connection led = *link.connection;
            led.to = card.id;
            draft.put(led);
            joined = true;
        }
    }
    if (earlier && !joined)
        draft.put(run.connection(earlier->id, card.id, ConnectionKind::Flow));
    if (later)
        draft.put(run.connection(card.id, later->id, ConnectionKind::Flow));
}

} // namespace throughline
