// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/blockindex.h"

namespace throughline {

namespace {

constexpr int UnevenTimes = 6; // as large as it should be

} // namespace

void BlockIndex::insert(int slot, const OrdinalBox& box)
{
    if (box.isEmpty())
        return;
    const OrdinalBox blocks = blocksOf(box);
    if (isWide(blocks)) {
        m_wide.push_back(slot);
        return;
    }
    for (int x = blocks.left; x <= blocks.right; ++x) {
        for (int y = blocks.top; y <= blocks.bottom; ++y)
            m_blocks[key(x, y)].push_back(slot);
    }
}

void BlockIndex::remove(int slot, const OrdinalBox& box)
{
    if (box.isEmpty())
        return;
    const OrdinalBox blocks = blocksOf(box);
    if (isWide(blocks)) {
        take(m_wide, slot);
        return;
    }
    for (int x = blocks.left; x <= blocks.right; ++x) {
        for (int y = blocks.top; y <= blocks.bottom; ++y) {
            if (const auto found = m_blocks.find(key(x, y)); found != m_blocks.end())
                take(found->second, slot);
        }
    }
}

void BlockIndex::clear()
{
    for (auto& block : m_blocks)
        block.second.clear(); // it will be filled again
    m_wide.clear();
    m_columns = {};
    m_tiers = {};
}

void BlockIndex::remap(const GridMap& map)
{
    m_columns.remap(map.columns);
    m_tiers.remap(map.tiers);
}

/// What came between goes to the block before it, what came behind the last to blocks of their own.
void BlockIndex::Axis::remap(const AxisMap& map)
{
    if (map.isIdentity())
        return;
    std::vector<int> now(size_t(map.newEnd()) + 1, -1);
    int last = -1; // of the ordinals that stay
    for (int o = 0; o <= map.oldEnd(); ++o) {
        if (map.at(o) >= 0) {
            last = map.at(o);
            now[size_t(last)] = at(o);
        }
    }
    const int behind = at(map.oldEnd()) + 1;
    int known = 0;
    int inBlock = 0;
    for (int o = 0; o < int(now.size()); ++o) {
        int& block = now[size_t(o)];
        if (o > last)
            block = behind + ((o - last - 1) >> Shift);
        else if (block < 0)
            block = known;
        inBlock = o > 0 && block == known ? inBlock + 1 : 1;
        isUneven = isUneven || inBlock > (UnevenTimes << Shift);
        known = block;
    }
    blocks = std::move(now);
}

std::vector<int> BlockIndex::slotsIn(const std::vector<OrdinalBox>& boxes, size_t end) const
{
    std::vector<bool> isIn(end, false);
    for (const OrdinalBox& box : boxes)
        visit(box, [&isIn](int slot) { isIn[size_t(slot)] = true; });
    std::vector<int> slots;
    for (size_t slot = 0; slot < end; ++slot) {
        if (isIn[slot])
            slots.push_back(int(slot));
    }
    return slots;
}

void BlockIndex::take(std::vector<int>& slots, int slot)
{
    if (const auto found = std::find(slots.begin(), slots.end(), slot); found != slots.end()) {
        *found = slots.back();
        slots.pop_back();
    }
}

} // namespace throughline
