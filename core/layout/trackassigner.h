// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/layoutdata.h"

#include <span>

namespace throughline {

/// Gives runs that share a channel tracks of their own, cluster by cluster: runs that overlap, directly or through
/// others. Beside cards that stand above each other those at different heights share nothing. Where a run lies depends
/// on the runs of its cluster, their plans and their cards alone.
class TrackAssigner
{
public:
    explicit TrackAssigner(LayoutData& data) : m_data(data) {}

    /// Assigns the clusters of a channel that touch one of the intervals of ordinals. Adds the plans of which a run
    /// lies elsewhere now to moved, some of them several times.
    void assign(bool vertical, int channel, std::vector<std::pair<int, int>> intervals, std::vector<int>& moved);

private:
    /// One run as its channel sees it.
    struct Occupant
    {
        int plan = 0;
        int run = 0;
        int lo = 0;
        int hi = 0;
        quint64 order = 0;  ///< of the plan
        int turn = 0;       ///< towards which side its neighbours lead: -2 (both back) to 2 (both forward)
        int rankAfter = 0;  ///< among those that turn alike: who turns off first lies where the others need not pass
        int rankBefore = 0; ///< the same for where they come from
        int rankFar = 0;    ///< the same for how far the neighbouring run goes
        bool backwards = false;
        bool isLoop = false; ///< from a card to itself
        double upper = 0;    ///< a horizontal run beside cards: where it may lie
        double lower = 0;
        int track = 0;
    };

    void assignCluster(ChannelIndex& index, size_t begin, size_t end, std::vector<int>& moved);
    int place(std::span<Occupant> together, std::vector<int>& moved);
    int fillTracks(std::span<Occupant> together);
    [[nodiscard]] bool runsBesideCards() const { return !m_vertical && m_channel % 2 != 0; }
    [[nodiscard]] Occupant occupantOf(const ChannelIndex::Entry& entry) const;
    [[nodiscard]] int heightOf(const RoutePlan& plan, int index) const;
    [[nodiscard]] std::pair<int, int> reachOf(const RoutePlan& plan, int index) const;
    [[nodiscard]] int sideOf(const RoutePlan& plan, int index, int neighbourIndex) const;
    void rank(Occupant& occupant, const RoutePlan& plan, int index) const;
    [[nodiscard]] bool isBackwards(const RoutePlan& plan, int index) const;
    void limit(Occupant& occupant, const RoutePlan& plan, int run) const;
    static void limitTogether(std::span<Occupant> together);
    [[nodiscard]] double offsetOf(const Occupant& occupant, std::span<const Occupant> together, int count) const;

    LayoutData& m_data;
    bool m_vertical = false;
    int m_channel = 0;
    std::vector<Occupant> m_cluster;
    std::vector<std::vector<std::pair<int, int>>> m_tracks;
};

} // namespace throughline
