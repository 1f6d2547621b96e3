// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/trackassigner.h"

#include "core/base/prefetch.h"

#include <tuple>

namespace throughline {

namespace {

/// A plan is read once for each of its runs, in the order of channels: by then it is long out of the cache.
constexpr size_t PlansAhead = 8;
constexpr double PortMarginPt = 12; // from a card's corner to the first connection
constexpr double LoopPt = 44;       // between the ends of a connection from a card to itself: room for its words
constexpr double LaneMarginPt = 8;  // from the edges of a lane to the first connection of the lane as a whole
constexpr int Heights = 64;         // in a tier: cards of one cell stand above each other

} // namespace

void TrackAssigner::assign(bool vertical, int channel, std::vector<std::pair<int, int>> intervals,
                           std::vector<int>& moved)
{
    m_vertical = vertical;
    m_channel = channel;
    ChannelIndex& index = m_data.channels(vertical)[size_t(channel)];
    std::sort(intervals.begin(), intervals.end());
    size_t done = 0;
    for (const auto& [from, to] : intervals) {
        for (auto [begin, end] = index.cluster(from, to, done); begin < end;
             std::tie(begin, end) = index.cluster(from, to, done)) {
            assignCluster(index, begin, end, moved);
            done = end;
        }
    }
    if (channel % 2 != 0)
        return;
    (vertical ? m_data.gutters[size_t(channel / 2)].tracks : m_data.tiers[size_t(channel / 2)].tracks) = index.tracks();
}

void TrackAssigner::assignCluster(ChannelIndex& index, size_t begin, size_t end, std::vector<int>& moved)
{
    m_cluster.clear();
    for (size_t i = begin; i < end; ++i) {
        if (i + PlansAhead < index.entries.size())
            prefetch(m_data.plan(index.entries[i + PlansAhead].plan));
        m_cluster.push_back(occupantOf(index.entries[i]));
    }
    int count = 0;
    if (runsBesideCards()) {
        // Whoever lies between the same heights as others, directly or through others, shares tracks with them.
        std::sort(m_cluster.begin(), m_cluster.end(),
                  [](const Occupant& l, const Occupant& r) { return l.upper < r.upper; });
        for (auto first = m_cluster.begin(); first != m_cluster.end();) {
            auto last = first + 1;
            for (double lower = first->lower; last != m_cluster.end() && last->upper <= lower; ++last)
                lower = std::max(lower, last->lower);
            count = std::max(count, place({first, last}, moved));
            first = last;
        }
    } else {
        count = place(m_cluster, moved);
    }
    for (size_t i = begin; i < end; ++i)
        index.entries[i].tracks = count;
}

/// Gives runs that are in each other's way their offsets; returns how many tracks they need.
int TrackAssigner::place(std::span<Occupant> together, std::vector<int>& moved)
{
    std::sort(together.begin(), together.end(), [](const Occupant& l, const Occupant& r) {
        return std::tie(l.turn, l.backwards, l.rankAfter, l.rankBefore, l.rankFar, l.order, l.run) <
               std::tie(r.turn, r.backwards, r.rankAfter, r.rankBefore, r.rankFar, r.order, r.run);
    });
    const int count = fillTracks(together);
    if (runsBesideCards())
        limitTogether(together);
    for (const Occupant& occupant : together) {
        float& offset = m_data.plans[size_t(occupant.plan)].runs[occupant.run].offset;
        const auto now = float(onRaster(offsetOf(occupant, together, count)));
        if (offset != now)
            moved.push_back(occupant.plan);
        offset = now;
    }
    return count;
}

/// Each gets the first track that is free along it; returns how many there are.
int TrackAssigner::fillTracks(std::span<Occupant> together)
{
    size_t count = 0;
    for (Occupant& occupant : together) {
        const auto isFree = [&](const std::vector<std::pair<int, int>>& track) {
            return std::none_of(track.begin(), track.end(), [&](const std::pair<int, int>& taken) {
                return taken.first <= occupant.hi && occupant.lo <= taken.second;
            });
        };
        const auto used = m_tracks.begin() + std::ptrdiff_t(count);
        const auto track = std::find_if(m_tracks.begin(), used, isFree);
        occupant.track = int(track - m_tracks.begin());
        if (track == used) {
            if (++count > m_tracks.size())
                m_tracks.emplace_back();
            m_tracks[count - 1].clear();
        }
        m_tracks[size_t(occupant.track)].emplace_back(occupant.lo, occupant.hi);
    }
    return int(count);
}

TrackAssigner::Occupant TrackAssigner::occupantOf(const ChannelIndex::Entry& entry) const
{
    const RoutePlan& plan = m_data.plan(entry.plan);
    Occupant occupant;
    occupant.plan = entry.plan;
    occupant.run = entry.run;
    occupant.lo = entry.lo;
    occupant.hi = entry.hi;
    occupant.isLoop = plan.from.card >= 0 && plan.from.card == plan.to.card;
    // Loops at one card lie inside each other: those that leave it lower come back higher.
    const bool comesBack = occupant.isLoop && entry.run > 0 && entry.run + 1 == int(plan.runs.size());
    occupant.order = comesBack ? ~plan.order : plan.order;
    occupant.turn = sideOf(plan, entry.run, entry.run - 1) + sideOf(plan, entry.run, entry.run + 1);
    occupant.backwards = isBackwards(plan, entry.run);
    rank(occupant, plan, entry.run);
    if (runsBesideCards())
        limit(occupant, plan, entry.run);
    return occupant;
}

/// How far down a horizontal run lies, finer than its channel: beside a card, by the card's place in its cell.
int TrackAssigner::heightOf(const RoutePlan& plan, int index) const
{
    const Run& run = plan.runs[index];
    const int height = Heights * run.channel;
    if (run.inGutter())
        return height;
    const RouteEnd& end = index == 0 ? plan.from : plan.to;
    return height + 1 + std::min(int(end.level), Heights - 2);
}

/// What a run covers along its direction: ordinals of columns, or heights.
std::pair<int, int> TrackAssigner::reachOf(const RoutePlan& plan, int index) const
{
    const Run& run = plan.runs[index];
    if (!run.vertical)
        return {run.lo, run.hi};
    const bool comes = index > 0;
    const bool goesOn = index + 1 < int(plan.runs.size());
    if (comes && goesOn)
        return std::minmax({heightOf(plan, index - 1), heightOf(plan, index + 1)});
    std::pair<int, int> reach{Heights * run.lo, Heights * run.hi};
    if (comes || goesOn) {
        const int neighbour = comes ? index - 1 : index + 1;
        (plan.runs[neighbour].channel == run.lo ? reach.first : reach.second) = heightOf(plan, neighbour);
    }
    return reach;
}

/// On which side of a run a neighbouring run lies: -1 or 1; 0 without a neighbour.
int TrackAssigner::sideOf(const RoutePlan& plan, int index, int neighbourIndex) const
{
    if (neighbourIndex < 0 || neighbourIndex >= int(plan.runs.size()))
        return 0;
    const Run& run = plan.runs[index];
    const int here = run.vertical ? run.channel : heightOf(plan, index);
    const auto [lo, hi] = reachOf(plan, neighbourIndex);
    if (hi > here)
        return 1;
    if (lo < here)
        return -1;
    // A stub that does not leave the gutter: its card tells.
    const RouteEnd& end = neighbourIndex == 0 ? plan.from : plan.to;
    if (end.card < 0)
        return -1;
    const PlacedCard& card = m_data.card(end.card);
    return 2 * (run.vertical ? card.last : card.tier) + 1 > run.channel ? 1 : -1;
}

/// Orders runs of one channel so that those that turn off do not cross those that go on.
void TrackAssigner::rank(Occupant& occupant, const RoutePlan& plan, int index) const
{
    const auto [lo, hi] = reachOf(plan, index);
    const int end = occupant.backwards ? lo : -hi;
    const int start = occupant.backwards ? hi : -lo;
    occupant.rankAfter = sideOf(plan, index, index + 1) * end;
    occupant.rankBefore = -sideOf(plan, index, index - 1) * start;
    // Runs that leave a card for one gutter: those that go on to its far end lie outside of the others when they
    // come back to this side, inside when they go on to the other.
    const int next = index > 0 ? index - 1 : index + 1;
    if (next >= int(plan.runs.size()))
        return;
    const auto [farLo, farHi] = reachOf(plan, next);
    const int far = sideOf(plan, index, next) > 0 ? farHi : farLo;
    const int turn = sideOf(plan, next, next - 1) + sideOf(plan, next, next + 1);
    occupant.rankFar = std::abs(turn) == 2 ? -far : turn == 0 ? far : 0;
}

/// Whether the way leads up or left along a run.
bool TrackAssigner::isBackwards(const RoutePlan& plan, int index) const
{
    const Run& run = plan.runs[index];
    if (run.vertical && index > 0 && index + 1 < int(plan.runs.size()))
        return heightOf(plan, index + 1) < heightOf(plan, index - 1);
    if (index + 1 < int(plan.runs.size()))
        return plan.runs[index + 1].channel <= run.lo && run.hi > run.lo;
    if (index > 0)
        return plan.runs[index - 1].channel >= run.hi && run.hi > run.lo;
    if (plan.from.card < 0 || plan.to.card < 0)
        return false;
    const PlacedCard& from = m_data.card(plan.from.card);
    const PlacedCard& to = m_data.card(plan.to.card);
    return run.vertical ? std::tie(from.tier, from.level) > std::tie(to.tier, to.level) : from.first > to.first;
}

/// Between the edges of the cards (or the lane's header) at its ends.
void TrackAssigner::limit(Occupant& occupant, const RoutePlan& plan, int run) const
{
    occupant.upper = -1e9;
    occupant.lower = 1e9;
    const auto narrow = [&](const RouteEnd& end) {
        if (end.card >= 0) {
            const PlacedCard& card = m_data.card(end.card);
            const double margin = std::min(PortMarginPt, card.height / 4);
            occupant.upper = std::max(occupant.upper, card.offset + margin);
            occupant.lower = std::min(occupant.lower, card.offset + card.height - margin);
        } else if (end.row >= 0) {
            const double height = m_data.tier(m_data.firstTier[size_t(end.row)]).height;
            const double margin = std::min(LaneMarginPt, height / 4);
            occupant.upper = std::max(occupant.upper, margin);
            occupant.lower = std::min(occupant.lower, height - margin);
        }
    };
    if (run == 0)
        narrow(plan.from);
    if (run + 1 == int(plan.runs.size()))
        narrow(plan.to);
    if (occupant.lower < occupant.upper)
        occupant.lower = occupant.upper = (occupant.lower + occupant.upper) / 2;
}

/// Tracks beside cards are only apart when they are counted from one edge: that of what all the cards have in common,
/// where there is any.
void TrackAssigner::limitTogether(std::span<Occupant> together)
{
    double upper = together.front().upper;
    double lower = together.front().lower;
    for (const Occupant& occupant : together) {
        upper = std::max(upper, occupant.upper);
        lower = std::min(lower, occupant.lower);
    }
    if (lower <= upper)
        return;
    for (Occupant& occupant : together) {
        occupant.upper = upper;
        occupant.lower = lower;
    }
}

double TrackAssigner::offsetOf(const Occupant& occupant, std::span<const Occupant> together, int count) const
{
    const double fromMiddle = occupant.track - (count - 1) / 2.0;
    if (m_channel % 2 == 0)
        return fromMiddle * m_data.style.trackPt;
    if (m_vertical) {
        const double width = m_data.columns[m_channel / 2].width;
        const double room = (width - 2 * PortMarginPt) / std::max(count - 1, 1);
        return width / 2 + fromMiddle * std::min(m_data.style.portSpacingPt, room);
    }
    const double room = occupant.lower - occupant.upper;
    const double middle = occupant.upper + std::min(room / 2, 20.0);
    const bool hasLoop = std::any_of(together.begin(), together.end(), [](const Occupant& o) { return o.isLoop; });
    const double widest = hasLoop ? LoopPt : m_data.style.portSpacingPt - 2;
    const double spacing = std::min(widest, room / std::max(count - 1, 1));
    // Beside many others, use the whole height rather than only what lies around the middle.
    const double start = std::clamp(middle - (count - 1) / 2.0 * spacing, occupant.upper,
                                    std::max(occupant.upper, occupant.lower - (count - 1) * spacing));
    return std::min(start + occupant.track * spacing, occupant.lower);
}

} // namespace throughline
