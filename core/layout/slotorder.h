// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <vector>

/// Keeps slots in the order of what they hold. Each item carries a number that grows along the order, so that two are
/// compared without looking at their ids; between two neighbours there is room for more.
namespace throughline {

namespace detail {

inline constexpr quint64 OrderGap = quint64(1) << 32;

template <typename Item>
void renumber(const std::vector<int>& slots, std::vector<Item>& items)
{
    for (size_t i = 0; i < slots.size(); ++i)
        items[size_t(slots[i])].order = OrderGap * (i + 1);
}

} // namespace detail

/// Puts a slot at the end, where its item's id is known to belong.
template <typename Item>
void putLast(std::vector<int>& slots, std::vector<Item>& items, int slot)
{
    items[size_t(slot)].order = slots.empty() ? detail::OrderGap : items[size_t(slots.back())].order + detail::OrderGap;
    slots.push_back(slot);
}

/// Puts a slot where its item's id, the member key, belongs, and gives the item its number. O(log n) comparisons; n
/// steps once in a while, when there is no number left between two neighbours.
template <typename Item, typename Key>
void putInOrder(std::vector<int>& slots, std::vector<Item>& items, int slot, Key Item::*key)
{
    Item& item = items[size_t(slot)];
    if (slots.empty() || items[size_t(slots.back())].*key < item.*key) {
        putLast(slots, items, slot);
        return;
    }
    const auto place = std::lower_bound(slots.begin(), slots.end(), slot,
                                        [&](int l, int r) { return items[size_t(l)].*key < items[size_t(r)].*key; });
    const quint64 after = items[size_t(*place)].order;
    const quint64 before = place == slots.begin() ? 0 : items[size_t(*std::prev(place))].order;
    item.order = before + (after - before) / 2;
    slots.insert(place, slot);
    if (item.order == before)
        detail::renumber(slots, items);
}

/// Takes a slot out, found by its item's number.
template <typename Item>
void takeOutOfOrder(std::vector<int>& slots, const std::vector<Item>& items, int slot)
{
    const auto place = std::lower_bound(slots.begin(), slots.end(), slot,
                                        [&](int l, int r) { return items[size_t(l)].order < items[size_t(r)].order; });
    slots.erase(place);
}

} // namespace throughline
