// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/ordinals.h"

#include <QtGlobal>

#include <unordered_map>
#include <vector>

namespace throughline {

/// Finds the boxes of ordinals that may meet a box: each is kept in the blocks of the grid that it touches. Adding,
/// removing and asking cost what lies in those blocks, however large the grid is.
class BlockIndex
{
public:
    void insert(int slot, const OrdinalBox& box);
    /// box must be the one slot was put in with.
    void remove(int slot, const OrdinalBox& box);
    void clear();

    /// Calls visit(slot) for every slot whose box may meet box; some that do not, and some of them several times.
    template <typename Visit>
    void visit(const OrdinalBox& box, Visit call) const;

private:
    static constexpr int Shift = 3; ///< a block is four columns by four tiers
    static constexpr int WideBlocks = 64;

    [[nodiscard]] static quint64 key(int x, int y) { return (quint64(quint32(x)) << 32) | quint32(y); }
    [[nodiscard]] static OrdinalBox blocksOf(const OrdinalBox& box)
    {
        return {box.left >> Shift, box.right >> Shift, box.top >> Shift, box.bottom >> Shift};
    }
    [[nodiscard]] static bool isWide(const OrdinalBox& blocks)
    {
        return qint64(blocks.right - blocks.left + 1) * (blocks.bottom - blocks.top + 1) > WideBlocks;
    }
    static void take(std::vector<int>& slots, int slot);

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
