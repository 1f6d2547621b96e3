// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/servicegraph.h"

#include <vector>

namespace throughline {

/// For every customer card the card next before it that lies on every way to it from a start of his journey, -1 where
/// there is none (immediate dominators; Cooper, Harvey and Kennedy, A simple, fast dominance algorithm, 2001). Starts
/// are the cards nothing leads to, and of a circle nothing leads to the first card by column. Numbers are those of
/// ServiceGraph::journey.
[[nodiscard]] std::vector<int> journeyDominators(const ServiceGraph& graph);

} // namespace throughline
