// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridmap.h"
#include "core/layout/layoutdata.h"

namespace throughline {

/// Keeps room for labels in the gutters, before these get their widths.
class LabelRoom
{
public:
    LabelRoom(LayoutData& data, const TextMeasurer& measurer) : m_data(data), m_measurer(measurer) {}

    /// Gives up the room kept for a label.
    void release(int label);
    /// Breaks the words of a label and keeps room for it along its plan.
    void reserve(int label);
    /// Whether the room for a label is no longer where it belongs, because others came to its plan's ends or went.
    [[nodiscard]] bool isOutdated(int label) const;
    /// Takes over what became of the grid, for the gutters that changed and for the label of a plan that stays.
    void remap(const GridMap& map);
    void remap(int label, const GridMap& map);
    /// Measures the gutters that changed.
    void measure();

private:
    [[nodiscard]] LabelWords wrapped(const QString& text, double width) const;
    [[nodiscard]] bool isCrowded(const PlacedLabel& label) const;
    [[nodiscard]] bool inEmptyCell(const RoutePlan& plan, PlacedLabel& label) const;
    [[nodiscard]] bool onRowGutter(const RoutePlan& plan, PlacedLabel& label) const;
    [[nodiscard]] bool betweenRows(const RoutePlan& plan, PlacedLabel& label) const;
    void inColumnGutter(const RoutePlan& plan, PlacedLabel& label);
    [[nodiscard]] std::pair<int, int> runInColumnGutter(const RoutePlan& plan) const;
    [[nodiscard]] std::vector<int>& labelsAt(const PlacedLabel& label);

    LayoutData& m_data;
    const TextMeasurer& m_measurer;
    std::vector<std::pair<bool, int>> m_changed; ///< gutters: between columns?, index
};

} // namespace throughline
