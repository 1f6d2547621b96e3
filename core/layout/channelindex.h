// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

namespace throughline {

/// The runs of one channel, ordered by lo; reach[i] is the greatest hi up to i.
struct ChannelIndex
{
    struct Entry
    {
        int lo = 0;
        int hi = 0;
        int plan = 0;
        int run = 0;
        int tracks = 0; ///< of the runs that overlap it, directly or through others
    };
    std::vector<Entry> entries;
    std::vector<int> reach;

    /// Calls call(entry) for every run that covers an ordinal from from to to.
    template <typename Visit>
    void visit(int from, int to, Visit call) const;

    /// The runs that overlap from-to and those that overlap them, as far as that goes without a gap: the index of the
    /// first one at or behind after, and of the one behind the last; equal when there is none.
    [[nodiscard]] std::pair<size_t, size_t> cluster(int from, int to, size_t after) const;
    /// Of the entries that reach to first or beyond: removes those for which isGone(plan). Then puts added in, all of
    /// which begin at first or beyond.
    template <typename IsGone>
    void replace(int first, IsGone isGone, const std::vector<Entry>& added);
    /// Of the entries that reach to first or beyond: removes those for which isGone(plan), and counts the others by
    /// at(ordinal), which keeps their order.
    template <typename IsGone, typename At>
    void remap(int first, IsGone isGone, At at);
    /// The most tracks of any cluster.
    [[nodiscard]] int tracks() const;

private:
    /// Removes the entries for which isGone(plan) behind those that end before first; the number of these.
    template <typename IsGone>
    size_t takeOut(int first, IsGone isGone);
    void measureReach(size_t from);
    void putIn(size_t from, const std::vector<Entry>& added);
};

template <typename Visit>
void ChannelIndex::visit(int from, int to, Visit call) const
{
    const auto first = std::lower_bound(reach.begin(), reach.end(), from);
    for (auto i = size_t(first - reach.begin()); i < entries.size() && entries[i].lo <= to; ++i) {
        if (entries[i].hi >= from)
            call(entries[i]);
    }
}

template <typename IsGone>
size_t ChannelIndex::takeOut(int first, IsGone isGone)
{
    const auto from = std::lower_bound(reach.begin(), reach.end(), first) - reach.begin();
    const auto isOfGone = [&](const Entry& entry) { return isGone(entry.plan); };
    entries.erase(std::remove_if(entries.begin() + from, entries.end(), isOfGone), entries.end());
    return size_t(from);
}

template <typename IsGone>
void ChannelIndex::replace(int first, IsGone isGone, const std::vector<Entry>& added)
{
    const size_t from = takeOut(first, isGone);
    putIn(from, added);
    measureReach(from);
}

template <typename IsGone, typename At>
void ChannelIndex::remap(int first, IsGone isGone, At at)
{
    const size_t from = takeOut(first, isGone);
    std::for_each(entries.begin() + std::ptrdiff_t(from), entries.end(), [&](Entry& entry) {
        entry.lo = at(entry.lo);
        entry.hi = at(entry.hi);
    });
    measureReach(from);
}

} // namespace throughline
