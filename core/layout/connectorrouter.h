// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridmap.h"
#include "core/layout/labelplacer.h"
#include "core/layout/labelroom.h"
#include "core/layout/layoutdata.h"
#include "core/model/blueprint.h"

#include <unordered_map>

namespace throughline {

/// Plans the ways of connections, gives runs that share a channel tracks of their own, and keeps room for labels.
/// Everything that a change touches is told first; route() then plans that anew, and only that.
class ConnectorRouter
{
public:
    /// A plan made anew, and how it ran before.
    struct Changed
    {
        int plan = 0;
        ConnectionId connection;
        Runs before;
        bool moved = true; ///< false: the same as before
    };

    ConnectorRouter(LayoutData& data, LabelPlacer& labels, const TextMeasurer& measurer);

    /// Takes a connection off its ends, before what it connects changes; attach() or remove() has to follow.
    void detach(const ConnectionId& connection);
    void remove(const ConnectionId& connection);
    /// Puts a connection, new or detached, between its ends with its words.
    void attach(const Connection& connection, const QString& words);
    /// Routes every connection, where there are none yet.
    void routeAll(const Blueprint& blueprint);
    /// Gives a connection other words.
    void setWords(const ConnectionId& connection, const QString& words);

    void touch(int plan);
    /// Touches the connections of a card or lane, from its first end on. Their ends have moved.
    void touchEnds(int firstEnd);
    /// Touches the plans that looked at cells which were filled or emptied.
    void touchCells(const OrdinalBox& cells);
    /// Touches the plans whose reach does not stay together when the grid becomes another.
    void touchBroken(const GridMap& map);
    /// Takes over what became of the grid; afterwards channels, plans and reach count by it. Costs the plans behind the
    /// first place that changed, and the channels.
    void remap(const GridMap& map);

    /// Plans what was touched. Needs placed cards; afterwards the gutters know how wide they must be.
    void route();
    /// Takes the labels of what runs elsewhere now out of their places, and tells those near it.
    void liftLabels();
    /// Frees the slots of removed connections for others.
    void finish();

    /// What was planned anew, and what got other tracks.
    [[nodiscard]] const std::vector<Changed>& changed() const { return m_changed; }

private:
    /// What happened in a channel.
    struct Work
    {
        std::vector<std::pair<int, int>> intervals; ///< of ordinals where runs came or went
        std::vector<ChannelIndex::Entry> added;
    };

    RoutePlan& plan(int slot) { return m_data.plans[size_t(slot)]; }
    [[nodiscard]] static int keyOf(bool vertical, int channel) { return 2 * channel + (vertical ? 1 : 0); }
    Work& workAt(const Run& run) { return m_work[keyOf(run.vertical, run.channel)]; }
    [[nodiscard]] bool isTouched(int plan) const { return m_marks[size_t(plan)] != 0; }
    void enterAll(const Blueprint& blueprint);
    void resolveEnds(RoutePlan& plan, const Connection& connection) const;
    int addPlan(const ConnectionId& connection);
    [[nodiscard]] RouteEnd resolve(const End& end) const;
    int& firstEndAt(const RouteEnd& end);
    void link(int plan, bool to);
    void unlink(int plan, bool to);
    void setWords(int plan, const QString& words);
    void indexAnew();
    void remapChannels(bool vertical, const AxisMap& across, const AxisMap& along);
    void planAll(const std::vector<int>& slots);
    void enterRuns(const std::vector<int>& slots);
    std::vector<int> assignTracks(bool inTwo);
    void noteEnds(const RoutePlan& plan);
    void reserveAtEnds();

    LayoutData& m_data;
    LabelPlacer& m_labels;
    LabelRoom m_room;
    std::vector<quint8> m_marks; ///< by plan: what is new
    std::vector<Changed> m_changed;
    std::unordered_map<int, Work> m_work; ///< by twice the channel, + 1 for a vertical one
    std::vector<int> m_removed;
    std::vector<int> m_ends; ///< cards where connections came, went or run elsewhere
};

} // namespace throughline
