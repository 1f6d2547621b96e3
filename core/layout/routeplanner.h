// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/layoutdata.h"

namespace throughline {

/// Which cells and gutters each connection runs through, from the cells its ends stand in and from which cells are
/// empty; needs no coordinates. Never through a card. A plan depends on its ends and on the cells of its reach alone,
/// and costs what its reach holds. For one thread; several may plan for the same data.
class RoutePlanner
{
public:
    explicit RoutePlanner(const LayoutData& data) : m_data(data) {}

    /// Gives plan the cheapest way by length and corners, and its reach; none when both ends are attached to nothing. A
    /// labelled one does not run between the cards of a cell, where there is no room for words.
    void plan(RoutePlan& plan);

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
    void findWay(const RouteEnd& from, const RouteEnd& to, bool labelled);
    [[nodiscard]] static OrdinalBox around(const Spot& spot);
    [[nodiscard]] static double leastLength(const Spot& from, const Spot& to);
    [[nodiscard]] static std::optional<Run> sideways(const Spot& spot, int gutter);
    [[nodiscard]] static std::optional<Run> upOrDown(const Spot& spot, int column, int gutter);
    void straight(const Spot& from, const Spot& to);
    void oneCorner(const Spot& from, const Spot& to);
    void twoCorners(const Spot& from, const Spot& to);
    void moreCorners(const Spot& from, const Spot& to);
    void detour(const Spot& from, const Spot& to);

    const LayoutData& m_data;
    Runs m_best;
    OrdinalBox m_reach;
    double m_cost = 0;
};

} // namespace throughline
