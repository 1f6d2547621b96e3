// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridmap.h"

#include <QtGlobal>

#include <unordered_map>
#include <vector>

namespace throughline {

/// Finds the boxes of ordinals that may meet a box: each is kept in the blocks of the grid that it touches. Adding,
/// removing and asking cost what lies in those blocks, however large the grid is. Blocks stay with their columns and
/// tiers when others come between.
class BlockIndex
{
public:
    void insert(int slot, const OrdinalBox& box);
    /// box must be the one slot was put in with, where remap() has taken it.
    void remove(int slot, const OrdinalBox& box);
    /// Empty, with blocks of one size again.
    void clear();
    /// Takes over what became of the grid. Every box in here must be one that map keeps. O(columns and tiers).
    void remap(const GridMap& map);
    /// So much came between the columns or tiers of one block that it is time to clear() and put everything in anew.
    [[nodiscard]] bool isUneven() const { return m_columns.isUneven || m_tiers.isUneven; }

    /// Calls visit(slot) for every slot whose box may meet box; some that do not, and some of them several times.
    template <typename Visit>
    void visit(const OrdinalBox& box, Visit call) const;
    /// The slots that one of boxes may meet, ascending; all are below end.
    [[nodiscard]] std::vector<int> slotsIn(const std::vector<OrdinalBox>& boxes, size_t end) const;

private:
    static constexpr int Shift = 3; ///< a block is four columns by four tiers
    static constexpr int WideBlocks = 64;

    /// Which block each ordinal of an axis is in; ordinals of a block are neighbours.
    struct Axis
    {
        std::vector<int> blocks; ///< by ordinal; empty: as they come
        bool isUneven = false;

        [[nodiscard]] int at(int ordinal) const
        {
            if (blocks.empty() || ordinal < 0)
                return ordinal >> Shift;
            return blocks[std::min(size_t(ordinal), blocks.size() - 1)];
        }
        void remap(const AxisMap& map);
    };

    [[nodiscard]] static quint64 key(int x, int y) { return (quint64(quint32(x)) << 32) | quint32(y); }
    [[nodiscard]] OrdinalBox blocksOf(const OrdinalBox& box) const
    {
        return {m_columns.at(box.left), m_columns.at(box.right), m_tiers.at(box.top), m_tiers.at(box.bottom)};
    }
    [[nodiscard]] static bool isWide(const OrdinalBox& blocks)
    {
        return qint64(blocks.right - blocks.left + 1) * (blocks.bottom - blocks.top + 1) > WideBlocks;
    }
    static void take(std::vector<int>& slots, int slot);

    Axis m_columns;
    Axis m_tiers;
    std::unordered_map<quint64, std::vector<int>> m_blocks;
    std::vector<int> m_wide; ///< what touches so many blocks that it is asked about each time
};

template <typename Visit>
void BlockIndex::visit(const OrdinalBox& box, Visit call) const
{
    const OrdinalBox blocks = blocksOf(box);
    const auto visitBlock = [&](const std::vector<int>& slots) {
        for (const int slot : slots)
            call(slot);
    };
    visitBlock(m_wide);
    if (qint64(blocks.right - blocks.left + 1) * (blocks.bottom - blocks.top + 1) > qint64(m_blocks.size())) {
        for (const auto& [place, slots] : m_blocks) {
            const int x = int(quint32(place >> 32));
            const int y = int(quint32(place));
            if (x >= blocks.left && x <= blocks.right && y >= blocks.top && y <= blocks.bottom)
                visitBlock(slots);
        }
        return;
    }
    for (int x = blocks.left; x <= blocks.right; ++x) {
        for (int y = blocks.top; y <= blocks.bottom; ++y) {
            if (const auto found = m_blocks.find(key(x, y)); found != m_blocks.end())
                visitBlock(found->second);
        }
    }
}

} // namespace throughline
