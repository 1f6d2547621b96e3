// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <optional>
#include <vector>

namespace throughline {

class Routes;
class ServiceGraph;

/// One customer's minutes on his quickest and on his slowest way, and how many of each he waits.
struct JourneyTime
{
    double quickest = 0;
    double quickestWaiting = 0;
    double slowest = 0;
    double slowestWaiting = 0;
    int known = 0;               ///< cards of the customer whose minutes are given
    int unknown = 0;             ///< and of which nobody has said them
    std::vector<int> slowestWay; ///< the cards on it, ascending

    bool operator==(const JourneyTime&) const = default;
};

/// How long a step takes the customer: of a wait how long it lasts; nothing where nobody has said.
[[nodiscard]] std::optional<double> minutesOf(const Card& card);

/// The time of one customer. Only when routes is not empty.
[[nodiscard]] JourneyTime journeyTime(const ServiceGraph& graph, const Routes& routes);

} // namespace throughline
