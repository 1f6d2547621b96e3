// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/layoutdata.h"

namespace throughline {

/// Which cells and gutters each connection runs through, from the cells its ends stand in and from which cells are
/// empty; needs no coordinates. Never through a card. O(connections) for drawings whose connections span a bounded part
/// of it.
class RoutePlanner
{
public:
    explicit RoutePlanner(const LayoutData& data);

    /// The cheapest way by length and corners; empty when both ends are attached to nothing. A labelled one does not
    /// run between the cards of a cell, where there is no room for words.
    [[nodiscard]] std::vector<Run> plan(const RouteEnd& from, const RouteEnd& to, bool labelled);

private:
    struct Spot
    {
        int tier = 0;
        int first = 0;
        int last = 0;
        bool top = false; ///< can be left upwards
        bool bottom = false;
        bool head = false; ///< a lane's header: only to the right
        bool customer = false;
        double upper = 0; ///< its extent within the tier
        double lower = 0;
    };

    [[nodiscard]] Spot spotOf(const RouteEnd& end) const;
    [[nodiscard]] bool isFree(const Run& run) const;
    [[nodiscard]] bool isOccupied(int tier, int ordinal) const;
    void consider(std::initializer_list<Run> runs, double extra);
    [[nodiscard]] static std::optional<Run> sideways(const Spot& spot, int gutter);
    [[nodiscard]] static std::optional<Run> upOrDown(const Spot& spot, int column, int gutter);
    void straight(const Spot& from, const Spot& to);
    void oneCorner(const Spot& from, const Spot& to);
    void twoCorners(const Spot& from, const Spot& to);
    void moreCorners(const Spot& from, const Spot& to);
    void detour(const Spot& from, const Spot& to);

    const LayoutData& m_data;
    std::vector<std::vector<std::pair<int, int>>> m_tiers; ///< occupied ordinals of each tier, disjoint, in order
    std::vector<std::vector<int>> m_columns;               ///< occupied tiers of each ordinal of columns, in order
    std::vector<Run> m_best;
    double m_cost = 0;
};

} // namespace throughline
