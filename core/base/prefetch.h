// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace throughline {

/// Asks the processor for an item that will be read soon, so that walking over items scattered in memory does not wait
/// for each. Changes nothing else.
template <typename Item>
void prefetch(const Item& item)
{
    constexpr size_t CacheLine = 64;
    const auto* start = reinterpret_cast<const char*>(&item);
    for (size_t at = 0; at < sizeof(Item); at += CacheLine)
        __builtin_prefetch(start + at);
}

} // namespace throughline
