// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/connectorrouter.h"

#include "core/layout/cardtext.h"
#include "core/layout/routeplanner.h"
#include "core/model/queries.h"

#include <tuple>

namespace throughline {

namespace {

constexpr double PortMarginPt = 12;  // from a card's corner to the first connection
constexpr double GutterLabelPt = 76; // widest line of a label that stands in a gutter between columns
constexpr double ArrowPt = 12;       // room for a head beside a label

RouteEnd resolve(const LayoutData& data, const End& end)
{
    RouteEnd resolved;
    if (const CardId* card = cardAt(end)) {
        resolved.card = data.cardIndex.value(card->value, -1);
    } else if (const LaneId* lane = laneAt(end)) {
        resolved.row = data.rowIndex.value(lane->value, -1);
    } else {
        resolved.loose = true;
        resolved.card = data.cardIndex.value(std::get<LooseEnd>(end).nearest.value, -1);
    }
    return resolved;
}

/// One run as its channel sees it.
struct Occupant
{
    int plan = 0;
    int run = 0;
    int lo = 0;
    int hi = 0;
    int turn = 0;       ///< towards which side its neighbours lead: -2 (both back) to 2 (both forward)
    int rankAfter = 0;  ///< among those that turn alike: who turns off first lies where the others need not pass
    int rankBefore = 0; ///< the same for where they come from
    int rankFar = 0;    ///< the same for how far the neighbouring run goes
    bool backwards = false;
    double upper = 0; ///< a horizontal run beside cards: where it may lie
    double lower = 0;
    int track = 0;
};

class TrackAssigner
{
public:
    explicit TrackAssigner(LayoutData& data)
        : m_data(data), m_verticals(2 * size_t(data.columnCount()) + 1), m_horizontals(2 * size_t(data.tierCount()) + 1)
    {
        for (int p = 0; p < int(data.plans.size()); ++p)
            collect(p);
    }

    void assign()
    {
        for (size_t o = 0; o < m_verticals.size(); ++o)
            assignChannel(m_verticals[o], int(o), true);
        for (size_t o = 0; o < m_horizontals.size(); ++o)
            assignChannel(m_horizontals[o], int(o), false);
    }

private:
    void collect(int planIndex)
    {
        const RoutePlan& plan = m_data.plans[size_t(planIndex)];
        for (int i = 0; i < int(plan.runs.size()); ++i) {
            const Run& run = plan.runs[size_t(i)];
            const Run* before = i > 0 ? &plan.runs[size_t(i) - 1] : nullptr;
            const Run* after = i + 1 < int(plan.runs.size()) ? &plan.runs[size_t(i) + 1] : nullptr;
            Occupant occupant{planIndex, i, run.lo, run.hi};
            occupant.turn = sideOf(plan, i, i - 1) + sideOf(plan, i, i + 1);
            occupant.backwards = isBackwards(plan, run, before, after);
            rank(occupant, plan, i);
            if (!run.vertical && !run.inGutter())
                limit(occupant, plan, i);
            auto& channels = run.vertical ? m_verticals : m_horizontals;
            channels[size_t(run.channel)].push_back(occupant);
        }
    }

    /// On which side of a run's channel a neighbouring run lies: -1 or 1; 0 without a neighbour.
    [[nodiscard]] int sideOf(const RoutePlan& plan, int index, int neighbourIndex) const
    {
        if (neighbourIndex < 0 || neighbourIndex >= int(plan.runs.size()))
            return 0;
        const Run& run = plan.runs[size_t(index)];
        const Run& neighbour = plan.runs[size_t(neighbourIndex)];
        if (neighbour.hi > run.channel)
            return 1;
        if (neighbour.lo < run.channel)
            return -1;
        // A stub that does not leave the gutter: its card tells.
        const RouteEnd& end = neighbourIndex == 0 ? plan.from : plan.to;
        if (end.card < 0)
            return -1;
        const PlacedCard& card = m_data.cards[size_t(end.card)];
        return 2 * (run.vertical ? card.last : card.tier) + 1 > run.channel ? 1 : -1;
    }

    /// Orders runs of one channel so that those that turn off do not cross those that go on.
    void rank(Occupant& occupant, const RoutePlan& plan, int index) const
    {
        const Run& run = plan.runs[size_t(index)];
        const int end = occupant.backwards ? run.lo : -run.hi;
        const int start = occupant.backwards ? run.hi : -run.lo;
        occupant.rankAfter = sideOf(plan, index, index + 1) * end;
        occupant.rankBefore = -sideOf(plan, index, index - 1) * start;
        // Runs that leave a card for one gutter: those that go on to its far end lie outside of the others when they
        // come back to this side, inside when they go on to the other.
        const int next = index > 0 ? index - 1 : index + 1;
        if (next >= int(plan.runs.size()))
            return;
        const int far = sideOf(plan, index, next) > 0 ? plan.runs[size_t(next)].hi : plan.runs[size_t(next)].lo;
        const int turn = sideOf(plan, next, next - 1) + sideOf(plan, next, next + 1);
        occupant.rankFar = std::abs(turn) == 2 ? -far : turn == 0 ? far : 0;
    }

    /// Whether the way leads up or left along this run.
    [[nodiscard]] bool isBackwards(const RoutePlan& plan, const Run& run, const Run* before, const Run* after) const
    {
        if (after)
            return after->channel <= run.lo && run.hi > run.lo;
        if (before)
            return before->channel >= run.hi && run.hi > run.lo;
        if (plan.from.card < 0 || plan.to.card < 0)
            return false;
        const PlacedCard& from = m_data.cards[size_t(plan.from.card)];
        const PlacedCard& to = m_data.cards[size_t(plan.to.card)];
        return run.vertical ? std::tie(from.tier, from.level) > std::tie(to.tier, to.level) : from.first > to.first;
    }

    /// Between the edges of the cards (or the lane's header) at its ends.
    void limit(Occupant& occupant, const RoutePlan& plan, int run) const
    {
        occupant.upper = -1e9;
        occupant.lower = 1e9;
        const auto narrow = [&](const RouteEnd& end) {
            if (end.card >= 0) {
                const PlacedCard& card = m_data.cards[size_t(end.card)];
                const double margin = std::min(PortMarginPt, card.height / 4);
                occupant.upper = std::max(occupant.upper, card.offset + margin);
                occupant.lower = std::min(occupant.lower, card.offset + card.height - margin);
            } else if (end.row >= 0) {
                const Tier& tier = m_data.tiers[size_t(m_data.firstTier[size_t(end.row)])];
                occupant.upper = std::max(occupant.upper, std::min(8.0, tier.height / 4));
                occupant.lower = std::min(occupant.lower, tier.height - std::min(8.0, tier.height / 4));
            }
        };
        if (run == 0)
            narrow(plan.from);
        if (run + 1 == int(plan.runs.size()))
            narrow(plan.to);
        if (occupant.lower < occupant.upper)
            occupant.lower = occupant.upper = (occupant.lower + occupant.upper) / 2;
    }

    void assignChannel(std::vector<Occupant>& occupants, int channel, bool isVertical)
    {
        std::sort(occupants.begin(), occupants.end(), [](const Occupant& l, const Occupant& r) {
            return std::tie(l.lo, l.plan, l.run) < std::tie(r.lo, r.plan, r.run);
        });
        for (size_t begin = 0; begin < occupants.size();) {
            size_t end = begin + 1;
            for (int reach = occupants[begin].hi; end < occupants.size() && occupants[end].lo <= reach; ++end)
                reach = std::max(reach, occupants[end].hi);
            std::vector<Occupant> cluster(occupants.begin() + std::ptrdiff_t(begin),
                                          occupants.begin() + std::ptrdiff_t(end));
            assignCluster(cluster, channel, isVertical);
            begin = end;
        }
    }

    /// Runs that overlap, directly or through others: each gets the first track that is free along it.
    void assignCluster(std::vector<Occupant>& cluster, int channel, bool isVertical)
    {
        std::sort(cluster.begin(), cluster.end(), [](const Occupant& l, const Occupant& r) {
            return std::tie(l.turn, l.backwards, l.rankAfter, l.rankBefore, l.rankFar, l.plan, l.run) <
                   std::tie(r.turn, r.backwards, r.rankAfter, r.rankBefore, r.rankFar, r.plan, r.run);
        });
        std::vector<std::vector<std::pair<int, int>>> tracks;
        for (Occupant& occupant : cluster) {
            const auto isFree = [&](const std::vector<std::pair<int, int>>& track) {
                return std::none_of(track.begin(), track.end(), [&](const std::pair<int, int>& taken) {
                    return taken.first <= occupant.hi && occupant.lo <= taken.second;
                });
            };
            const auto track = std::find_if(tracks.begin(), tracks.end(), isFree);
            occupant.track = int(track - tracks.begin());
            if (track == tracks.end())
                tracks.emplace_back();
            tracks[size_t(occupant.track)].emplace_back(occupant.lo, occupant.hi);
        }
        const int count = int(tracks.size());
        if (channel % 2 == 0)
            setGutter(cluster, channel, isVertical, count);
        else if (isVertical)
            setColumn(cluster, channel, count);
        else
            setBeside(cluster, count);
    }

    Run& runOf(const Occupant& occupant) { return m_data.plans[size_t(occupant.plan)].runs[size_t(occupant.run)]; }

    void setGutter(const std::vector<Occupant>& cluster, int channel, bool isVertical, int count)
    {
        for (const Occupant& occupant : cluster)
            runOf(occupant).offset = (occupant.track - (count - 1) / 2.0) * m_data.style.trackPt;
        int& tracks = isVertical ? m_data.gutterTracks[size_t(channel / 2)] : m_data.tiers[size_t(channel / 2)].tracks;
        tracks = std::max(tracks, count);
    }

    void setColumn(const std::vector<Occupant>& cluster, int channel, int count)
    {
        const double width = m_data.columns[channel / 2].width;
        const double spacing =
            std::min(m_data.style.portSpacingPt, (width - 2 * PortMarginPt) / std::max(count - 1, 1));
        for (const Occupant& occupant : cluster)
            runOf(occupant).offset = width / 2 + (occupant.track - (count - 1) / 2.0) * spacing;
    }

    void setBeside(const std::vector<Occupant>& cluster, int count)
    {
        for (const Occupant& occupant : cluster) {
            const double room = occupant.lower - occupant.upper;
            const double middle = occupant.upper + std::min(room / 2, 20.0);
            const double spacing = std::min(m_data.style.portSpacingPt - 2, room / std::max(count - 1, 1));
            // Beside many others, use the whole height rather than only what lies around the middle.
            const double start = std::clamp(middle - (count - 1) / 2.0 * spacing, occupant.upper,
                                            std::max(occupant.upper, occupant.lower - (count - 1) * spacing));
            runOf(occupant).offset = std::min(start + occupant.track * spacing, occupant.lower);
        }
    }

    LayoutData& m_data;
    std::vector<std::vector<Occupant>> m_verticals;
    std::vector<std::vector<Occupant>> m_horizontals;
};

/// The first ordinal of a whole empty cell in the middle of what a run covers, or -1. The cells in which it turns or
/// ends do not count.
int emptyCellAlong(const RoutePlan& plan, int index)
{
    const Run& run = plan.runs[size_t(index)];
    int lo = run.lo;
    int hi = run.hi;
    for (const int other : {index - 1, index + 1}) {
        if (other < 0 || other >= int(plan.runs.size()))
            continue;
        const int corner = plan.runs[size_t(other)].channel;
        if (corner == lo)
            ++lo;
        else if (corner == hi)
            --hi;
    }
    if (lo % 2 == 0)
        ++lo;
    if (hi % 2 == 0)
        --hi;
    if (hi < lo || lo < 0)
        return -1;
    const int middle = (lo + hi) / 2;
    return middle % 2 == 0 ? middle - 1 : middle;
}

class LabelReserver
{
public:
    LabelReserver(LayoutData& data, const TextMeasurer& measurer) : m_data(data), m_measurer(measurer) {}

    void reserve(RoutePlan& plan)
    {
        setWidth(plan, m_data.style.labelMaxPt);
        if (plan.runs.empty() || inEmptyCell(plan) || onRowGutter(plan) || betweenRows(plan))
            return;
        setWidth(plan, GutterLabelPt);
        for (int i = 0; i < int(plan.runs.size()); ++i) {
            const Run& run = plan.runs[size_t(i)];
            const int gutter = run.vertical ? run.channel : run.lo % 2 == 0 ? run.lo : run.lo + 1;
            if (gutter % 2 != 0 || gutter < 0 || gutter / 2 > m_data.columnCount())
                continue;
            plan.labelRun = i;
            plan.labelOrdinal = run.vertical ? (run.lo + run.hi) / 2 : gutter;
            double& room = m_data.gutterLabel[size_t(gutter / 2)];
            room = std::max(room, plan.labelSize.width() + 2 * ArrowPt + 8);
            return;
        }
    }

private:
    void setWidth(RoutePlan& plan, double width)
    {
        plan.labelLines = m_measurer.wrap(plan.labelText, TextRole::Label, width);
        double widest = 0;
        for (const QString& line : plan.labelLines)
            widest = std::max(widest, m_measurer.width(line, TextRole::Label));
        plan.labelSize = QSizeF(widest + 2 * m_data.style.labelPaddingPt,
                                double(plan.labelLines.size()) * m_measurer.lineHeight(TextRole::Label) + 4);
    }

    static void keepRoom(Tier& tier, const RoutePlan& plan)
    {
        tier.labelRoom = std::max(tier.labelRoom, plan.labelSize.height() + 6);
    }

    /// A stretch through a whole empty cell needs no room kept.
    bool inEmptyCell(RoutePlan& plan) const
    {
        for (int i = 0; i < int(plan.runs.size()); ++i) {
            if (plan.runs[size_t(i)].inGutter())
                continue;
            const int cell = emptyCellAlong(plan, i);
            if (cell < 0)
                continue;
            plan.labelRun = i;
            plan.labelOrdinal = cell;
            return true;
        }
        return false;
    }

    bool onRowGutter(RoutePlan& plan) const
    {
        for (int i = 0; i < int(plan.runs.size()); ++i) {
            const Run& run = plan.runs[size_t(i)];
            if (run.vertical || !run.inGutter() || run.hi - run.lo < 2)
                continue;
            plan.labelRun = i;
            plan.labelOrdinal = (run.lo + run.hi) / 2;
            keepRoom(m_data.tiers[size_t(run.channel / 2)], plan);
            return true;
        }
        return false;
    }

    bool betweenRows(RoutePlan& plan) const
    {
        for (int i = 0; i < int(plan.runs.size()); ++i) {
            const Run& run = plan.runs[size_t(i)];
            if (!run.vertical || run.inGutter() || (run.lo == run.hi && run.lo % 2 != 0))
                continue;
            plan.labelRun = i;
            plan.labelOrdinal = run.lo % 2 == 0 ? run.lo : run.lo + 1;
            keepRoom(m_data.tiers[size_t(plan.labelOrdinal / 2)], plan);
            m_data.tiers[size_t(plan.labelOrdinal / 2)].labelBelowTracks = true;
            return true;
        }
        return false;
    }

    LayoutData& m_data;
    const TextMeasurer& m_measurer;
};

} // namespace

void planRoutes(LayoutData& data, const Blueprint& blueprint, const TextMeasurer& measurer)
{
    RoutePlanner planner(data);
    data.plans.reserve(size_t(blueprint.connections().size()));
    for (const Connection& connection : blueprint.connections()) {
        RoutePlan plan;
        plan.connection = connection.id;
        plan.from = resolve(data, connection.from);
        plan.to = resolve(data, connection.to);
        if (plan.from.card >= 0 && plan.from.card == plan.to.card && (plan.from.loose || plan.to.loose))
            (plan.from.loose ? plan.from : plan.to).card = -1; // a loose end beside its own other end: a stub
        plan.labelText = labelOf(blueprint, connection);
        plan.runs = planner.plan(plan.from, plan.to, !plan.labelText.isEmpty());
        data.planIndex.insert(connection.id.value, int(data.plans.size()));
        data.plans.push_back(std::move(plan));
    }
    TrackAssigner(data).assign();
    LabelReserver reserver(data, measurer);
    for (RoutePlan& plan : data.plans) {
        if (!plan.labelText.isEmpty())
            reserver.reserve(plan);
    }
}

void indexRuns(LayoutData& data)
{
    data.verticals.assign(2 * size_t(data.columnCount()) + 1, {});
    data.horizontals.assign(2 * size_t(data.tierCount()) + 1, {});
    for (int p = 0; p < int(data.plans.size()); ++p) {
        const std::vector<Run>& runs = data.plans[size_t(p)].runs;
        for (int r = 0; r < int(runs.size()); ++r) {
            const Run& run = runs[size_t(r)];
            auto& channels = run.vertical ? data.verticals : data.horizontals;
            channels[size_t(run.channel)].entries.push_back({run.lo, run.hi, p, r});
        }
    }
    for (auto* channels : {&data.verticals, &data.horizontals}) {
        for (ChannelIndex& channel : *channels) {
            std::stable_sort(channel.entries.begin(), channel.entries.end(),
                             [](const auto& l, const auto& r) { return l.lo < r.lo; });
            channel.reach.reserve(channel.entries.size());
            for (const auto& entry : channel.entries)
                channel.reach.push_back(channel.reach.empty() ? entry.hi : std::max(channel.reach.back(), entry.hi));
        }
    }
}

} // namespace throughline
