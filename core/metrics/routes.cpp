// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/routes.h"

#include <algorithm>
#include <set>

namespace throughline {

Routes::Routes(const ServiceGraph& graph, const std::vector<Move>& moves, int party)
{
    std::vector<int> place(graph.cards.size(), -1);
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party != party)
            continue;
        place[size_t(card)] = int(m_cards.size());
        m_cards.push_back(card);
    }
    std::set<std::pair<int, int>> drawn;
    for (const Move& move : moves) {
        if (place[size_t(move.from)] >= 0 && place[size_t(move.to)] >= 0 && drawn.insert({move.from, move.to}).second)
            m_moves.push_back(move);
    }
    for (const int card : m_cards) {
        const CardId& target = graph.cards[size_t(card)].card->timeoutTo;
        const int other = target.isEmpty() ? -1 : graph.cardIndex(target);
        if (other >= 0 && other != card && place[size_t(other)] >= 0 && drawn.insert({card, other}).second)
            m_moves.push_back({card, other, -1});
    }
    for (const Move& move : m_moves)
        m_edges.push_back({place[size_t(move.from)], place[size_t(move.to)]});
    m_graph = Digraph(int(m_cards.size()), m_edges);
    m_canEnd.assign(size_t(m_graph.componentCount()), 0);
    for (size_t card = 0; card < m_cards.size(); ++card) {
        if (graph.cards[size_t(m_cards[card])].card->isEnd)
            m_canEnd[size_t(m_graph.componentOf(int(card)))] = 1;
    }
    findStarts();
}

void Routes::findStarts()
{
    const auto count = size_t(m_graph.componentCount());
    std::vector<char> entered(count, 0);
    m_exits.resize(count);
    for (size_t move = 0; move < m_edges.size(); ++move) {
        const int from = m_graph.componentOf(m_edges[move].from);
        const int to = m_graph.componentOf(m_edges[move].to);
        if (from == to)
            continue;
        entered[size_t(to)] = 1;
        m_exits[size_t(from)].push_back({to, int(move)});
    }
    for (size_t component = 0; component < count; ++component) {
        if (m_exits[component].empty())
            m_canEnd[component] = 1;
        const bool alone = !entered[component] && m_exits[component].empty() && !m_graph.isCycle(int(component));
        if (!entered[component] && (!alone || m_edges.empty()))
            m_starts.push_back(int(component));
    }
}

Way Routes::find(Which which, const std::vector<double>& cardCost, const std::vector<double>& moveCost) const
{
    const auto better = [which](double left, double right) {
        return which == Which::Cheapest ? left < right : left > right;
    };
    const auto count = size_t(m_graph.componentCount());
    std::vector<double> own(count, 0);
    std::vector<double> cost(count, 0);
    std::vector<int> next(count, -1);
    for (size_t card = 0; card < m_cards.size(); ++card)
        own[size_t(m_graph.componentOf(int(card)))] += cardCost.empty() ? 0 : cardCost[card];
    for (size_t move = 0; !moveCost.empty() && move < m_edges.size(); ++move) {
        const int component = m_graph.componentOf(m_edges[move].from);
        if (component == m_graph.componentOf(m_edges[move].to))
            own[size_t(component)] += moveCost[move];
    }
    // Exits lead to components with smaller numbers, so those are done first.
    for (size_t component = 0; component < count; ++component) {
        bool any = m_canEnd[component] != 0;
        double rest = 0;
        for (const Exit& exit : m_exits[component]) {
            const double further = cost[size_t(exit.target)] + (moveCost.empty() ? 0 : moveCost[size_t(exit.move)]);
            if (!any || better(further, rest)) {
                rest = further;
                next[component] = exit.target;
            }
            any = true;
        }
        cost[component] = own[component] + rest;
    }
    int component = m_starts.front();
    for (const int start : m_starts) {
        if (better(cost[size_t(start)], cost[size_t(component)]))
            component = start;
    }
    Way route{cost[size_t(component)], {}};
    for (; component >= 0; component = next[size_t(component)]) {
        for (const int card : m_graph.members(component))
            route.cards.push_back(m_cards[size_t(card)]);
    }
    return route;
}

} // namespace throughline
