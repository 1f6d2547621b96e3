// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/servicegraph.h"

#include <span>
#include <vector>

namespace throughline {

/// A customer tells a data item at a card.
struct Giving
{
    const DataItem* data = nullptr;
    int party = -1;
    int card = -1;
    int askedBy = -1; ///< company card, -1 = the customer's card says so itself
    bool recheck = false;
    bool sameAsking = false; ///< the company card asks once, further left; it only serves this card as well
};

/// Everything the customers tell, each item once a card, ordered by item, customer and place in the journey; volatile
/// items left out.
[[nodiscard]] std::vector<Giving> collectGivings(const ServiceGraph& graph);

/// Per component of the journey the first giving in it and the first one that leads to it, -1 = none.
struct Heard
{
    explicit Heard(int components) : here(size_t(components), -1), before(size_t(components), -1) {}
    std::vector<int> here;
    std::vector<int> before;
};

/// For each of the givings of one item by one customer the earlier one that leads to it first, null = none. The
/// components are the customers' own, in the order of the journey.
[[nodiscard]] std::vector<const Giving*> earlierGivings(const ServiceGraph& graph, std::span<const Giving> givings,
                                                        const std::vector<int>& customerComponents, Heard& heard);

} // namespace throughline
