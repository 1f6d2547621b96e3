// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/servicegraph.h"

#include <vector>

namespace throughline {

/// A way of one customer through his journey.
struct Way
{
    double cost = 0;
    std::vector<int> cards; ///< in no particular order; a circle counts once, with all its cards
};

/// The ways of one customer from where a journey can start to where it can end: where nothing goes on, and where an end
/// is marked. Branches are alternatives, so that a sum over all cards would be nobody's journey; the cheapest and the
/// dearest way are found over the components of the journey in one pass. A card that no arrow joins to the others, in a
/// lane where arrows are drawn, is on no way.
class Routes
{
public:
    /// moves are those of the graph, worked out once for all customers.
    Routes(const ServiceGraph& graph, const std::vector<Move>& moves, int party);

    /// The customer has at least one card on a way.
    [[nodiscard]] bool isEmpty() const { return m_starts.empty(); }
    /// Every card of the customer, ascending.
    [[nodiscard]] const std::vector<int>& cards() const { return m_cards; }
    /// The customer's moves with the cards' own numbers, time-outs included.
    [[nodiscard]] const std::vector<Move>& moves() const { return m_moves; }

    enum class Which { Cheapest, Dearest };
    /// The cheapest or dearest way. cardCost holds one cost for each of cards(), moveCost for each of moves(); empty =
    /// nothing. Costs are not negative. Only when not isEmpty(). O(cards + moves).
    [[nodiscard]] Way find(Which which, const std::vector<double>& cardCost,
                           const std::vector<double>& moveCost = {}) const;

private:
    struct Exit
    {
        int target; ///< component
        int move;
    };
    void findStarts();

    std::vector<int> m_cards;
    std::vector<Move> m_moves;
    std::vector<Digraph::Edge> m_edges; ///< of m_moves, by place in m_cards
    Digraph m_graph;
    std::vector<std::vector<Exit>> m_exits; ///< by component
    std::vector<char> m_canEnd;             ///< by component
    std::vector<int> m_starts;              ///< components
};

} // namespace throughline
