// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/meetings.h"

#include <algorithm>

namespace throughline {

Meetings::Meetings(const ServiceGraph& graph)
    : m_graph(graph),
      m_cards(graph.roles.size()),
      m_phases(graph.roles.size(), std::vector<char>(graph.phases.size(), 0))
{
    // The budget keeps the sum of the spans of all cards linear in the size of the blueprint.
    size_t budget = 8 * (graph.cards.size() + graph.columns.size()) + 1024;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        std::vector<int> phases;
        for (int column = node.firstColumn; column >= 0 && column <= node.lastColumn; ++column) {
            const int phase = graph.columnPhase[size_t(column)];
            if (phase >= 0 && (phases.empty() || phases.back() != phase))
                phases.push_back(phase);
            if (--budget == 0)
                break;
        }
        for (const int server : graph.serving(card)) {
            for (const int role : graph.rolesAt(server).roles) {
                if (graph.isUnnamed(role))
                    continue;
                std::vector<int>& cards = m_cards[size_t(role)];
                if (cards.empty() || cards.back() != card)
                    cards.push_back(card);
                for (const int phase : phases)
                    m_phases[size_t(role)][size_t(phase)] = 1;
            }
        }
        budget = std::max<size_t>(budget, 1);
    }
}

bool Meetings::isAskable(int role, const Request& request) const
{
    if (m_cards[size_t(role)].empty())
        return false;
    if (request.livePhases.isEmpty())
        return true;
    return std::ranges::any_of(request.livePhases, [&](const PhaseId& id) {
        const int phase = m_graph.phaseIndex(id);
        return phase >= 0 && m_phases[size_t(role)][size_t(phase)] != 0;
    });
}

} // namespace throughline
