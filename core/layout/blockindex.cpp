// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/blockindex.h"

namespace throughline {

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
}

void BlockIndex::take(std::vector<int>& slots, int slot)
{
    if (const auto found = std::find(slots.begin(), slots.end(), slot); found != slots.end()) {
        *found = slots.back();
        slots.pop_back();
    }
}

} // namespace throughline
