// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/ordinals.h"

#include <vector>

namespace throughline {

/// Where the columns (or tiers) of a grid stand in the grid that became of it: what was inserted, removed or moved, and
/// what only moved along with the rest. A gutter stays when both its neighbours stay and stay neighbours.
class AxisMap
{
public:
    /// indices gives the new index of each old column, or -1 where it is gone; in any order. Those that do not keep the
    /// order of most others count as gone here and new there.
    AxisMap(std::vector<int> indices, int newCount);

    [[nodiscard]] bool isIdentity() const { return m_gone.empty() && m_newEnd == oldEnd(); }
    /// The new index of a column that stays, or -1.
    [[nodiscard]] int index(int old) const { return m_indices[size_t(old)]; }
    /// The new ordinal of an ordinal that stays, or -1. The header (-1) stays where it is.
    [[nodiscard]] int at(int ordinal) const { return ordinal < 0 ? ordinal : m_ordinals[size_t(ordinal)]; }
    /// The last ordinal of the old and of the new grid.
    [[nodiscard]] int oldEnd() const { return int(m_ordinals.size()) - 1; }
    [[nodiscard]] int newEnd() const { return m_newEnd; }
    /// The lowest ordinal that is gone or counts otherwise in the new grid; behind the last where there is none.
    [[nodiscard]] int firstMoved() const { return m_firstMoved; }
    /// The ordinals that are gone, as ranges of neighbours in order. The header goes with the gutter beside it.
    [[nodiscard]] const std::vector<std::pair<int, int>>& gone() const { return m_gone; }
    /// Whether all ordinals from lo to hi stay, and so stay neighbours.
    [[nodiscard]] bool keeps(int lo, int hi) const;
    /// lo to hi in the new grid, with all that came between.
    [[nodiscard]] std::pair<int, int> around(int lo, int hi) const;

private:
    std::vector<int> m_indices;
    std::vector<int> m_ordinals;
    std::vector<int> m_goneBefore; ///< how many of the ordinals before each are gone
    std::vector<std::pair<int, int>> m_gone;
    int m_firstMoved = 0;
    int m_newEnd = 0; ///< the last new ordinal
};

/// Both axes of a grid.
struct GridMap
{
    AxisMap columns;
    AxisMap tiers;

    [[nodiscard]] bool isIdentity() const { return columns.isIdentity() && tiers.isIdentity(); }
    [[nodiscard]] bool keeps(const OrdinalBox& box) const
    {
        return columns.keeps(box.left, box.right) && tiers.keeps(box.top, box.bottom);
    }
    /// Where a box that is kept stands now.
    [[nodiscard]] OrdinalBox at(const OrdinalBox& box) const
    {
        return {columns.at(box.left), columns.at(box.right), tiers.at(box.top), tiers.at(box.bottom)};
    }
    /// What a box became, with all that came between.
    [[nodiscard]] OrdinalBox around(const OrdinalBox& box) const;
    /// Boxes of the old grid: what touches none of them counts as before; what touches none of the second kind stays.
    [[nodiscard]] std::vector<OrdinalBox> movedBoxes() const;
    [[nodiscard]] std::vector<OrdinalBox> goneBoxes() const;
};

} // namespace throughline
