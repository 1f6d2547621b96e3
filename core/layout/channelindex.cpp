// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/channelindex.h"

namespace throughline {

std::pair<size_t, size_t> ChannelIndex::cluster(int from, int to, size_t after) const
{
    auto begin = size_t(std::lower_bound(reach.begin(), reach.end(), from) - reach.begin());
    begin = std::max(begin, after);
    if (begin >= entries.size() || entries[begin].lo > to)
        return {begin, begin};
    while (begin > after && reach[begin - 1] >= entries[begin].lo)
        --begin;
    size_t end = begin + 1;
    while (end < entries.size() && entries[end].lo <= reach[end - 1])
        ++end;
    return {begin, end};
}

int ChannelIndex::tracks() const
{
    int most = 0;
    for (const Entry& entry : entries)
        most = std::max(most, entry.tracks);
    return most;
}

void ChannelIndex::putIn(size_t from, const std::vector<Entry>& added)
{
    if (added.empty())
        return;
    const auto byLo = [](const Entry& l, const Entry& r) { return l.lo < r.lo; };
    const auto known = std::ptrdiff_t(entries.size());
    entries.insert(entries.end(), added.begin(), added.end());
    std::stable_sort(entries.begin() + known, entries.end(), byLo);
    std::inplace_merge(entries.begin() + std::ptrdiff_t(from), entries.begin() + known, entries.end(), byLo);
}

void ChannelIndex::measureReach(size_t from)
{
    reach.resize(entries.size());
    int furthest = from == 0 ? -1 : reach[from - 1];
    for (size_t i = from; i < entries.size(); ++i) {
        furthest = std::max(furthest, entries[i].hi);
        reach[i] = furthest;
    }
}

} // namespace throughline
