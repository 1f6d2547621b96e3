// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/servicegraph.h"

#include <vector>

namespace throughline {

/// Which roles the customers meet, where and in which phases (rules.md 2.3 family B: what can be asked of whom).
class Meetings
{
public:
    explicit Meetings(const ServiceGraph& graph);

    /// The customer cards at which a role is met, ascending.
    [[nodiscard]] const std::vector<int>& cardsOf(int role) const { return m_cards[size_t(role)]; }
    /// A catalogued request can be put to a role: it is met in a phase in which the request is live.
    [[nodiscard]] bool isAskable(int role, const Request& request) const;

private:
    const ServiceGraph& m_graph;
    std::vector<std::vector<int>> m_cards;
    std::vector<std::vector<char>> m_phases; ///< role -> phase
};

} // namespace throughline
