// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridmap.h"
#include "core/layout/layoutdata.h"

namespace throughline {

/// Gives coordinates to columns, rows and tiers once the gutters know what runs in them. samePhases: no phase was
/// renamed since the last time. O(columns and tiers).
void settle(LayoutData& data, const TextMeasurer& measurer, const Blueprint& blueprint, bool samePhases);

/// The coordinates of a grid at one time, to tell what moved.
class GridGeometry
{
public:
    explicit GridGeometry(const LayoutData& data);

    /// The rectangle of a box of ordinals.
    [[nodiscard]] QRectF rectOf(const OrdinalBox& box) const;
    [[nodiscard]] QRectF rectOf(const CardPlace& card) const;
    /// A rectangle that counts from a gutter between columns and the top of a tier.
    [[nodiscard]] QRectF rectAt(const QRectF& rect, int column, int tier) const;

    /// The ordinals of columns (tiers) that are not as they were in before, given where they stood there.
    [[nodiscard]] std::vector<int> changedColumns(const GridGeometry& before, const AxisMap& map) const;
    [[nodiscard]] std::vector<int> changedTiers(const GridGeometry& before, const AxisMap& map) const;
    [[nodiscard]] double columnStart(int ordinal) const { return m_columns[size_t(ordinal)].start; }
    [[nodiscard]] double tierStart(int ordinal) const { return m_tiers[size_t(ordinal)].start; }

private:
    /// One ordinal; what is in it counts from its start.
    struct Stretch
    {
        double start = 0;
        double length = 0;
        double inner = 0;  ///< a column's width; where the tracks begin
        double labels = 0; ///< room for labels
        double strips = 0; ///< where the strips of lines begin
        double stripsLength = 0;
        int tracks = 0;
        bool below = false;
    };

    static bool isAlike(const Stretch& left, const Stretch& right);
    static std::vector<int> changed(const std::vector<Stretch>& before, const std::vector<Stretch>& now,
                                    const AxisMap& map);

    std::vector<Stretch> m_columns; ///< by ordinal
    std::vector<Stretch> m_tiers;
};

} // namespace throughline
