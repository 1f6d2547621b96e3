// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/connectorrouter.h"

#include "core/base/parallel.h"
#include "core/layout/cardtext.h"
#include "core/layout/routeplanner.h"
#include "core/layout/slotorder.h"
#include "core/layout/trackassigner.h"
#include "core/model/queries.h"

#include <array>

namespace throughline {

namespace {

/// So many plans are worth a second thread.
constexpr size_t ManyPlans = 4000;

/// A run with the cells its ends reach into: a card may be less high than its tier.
OrdinalBox spilled(const Run& run)
{
    const OrdinalBox box = run.box();
    return run.vertical ? OrdinalBox{box.left, box.right, std::max(box.top - 1, 0), box.bottom + 1} : box;
}

/// The lowest ordinal of any interval.
int firstOf(const std::vector<std::pair<int, int>>& intervals)
{
    return std::min_element(intervals.begin(), intervals.end())->first;
}

/// How much of a plan is new.
enum Mark : quint8 {
    Untouched,
    Touched,   ///< to be planned anew, perhaps to what it was
    Elsewhere, ///< to be planned anew, and its ends or the grid below it have moved
    Shifted,   ///< the same plan on other tracks
};

} // namespace

ConnectorRouter::ConnectorRouter(LayoutData& data, LabelPlacer& labels, const TextMeasurer& measurer)
    : m_data(data), m_labels(labels), m_room(data, measurer), m_marks(data.plans.size(), Untouched)
{
}

int ConnectorRouter::addPlan(const ConnectionId& connection)
{
    int slot = int(m_data.plans.size());
    if (m_data.freePlans.empty()) {
        m_data.plans.emplace_back();
        m_marks.push_back(Untouched);
    } else {
        slot = m_data.freePlans.back();
        m_data.freePlans.pop_back();
    }
    plan(slot) = {};
    plan(slot).connection = connection;
    m_data.planIndex.insert(connection.value, slot);
    putInOrder(m_data.planOrder, m_data.plans, slot, &RoutePlan::connection);
    m_marks[size_t(slot)] = Elsewhere;
    m_changed.push_back({slot, connection, {}, true});
    return slot;
}

RouteEnd ConnectorRouter::resolve(const End& end) const
{
    RouteEnd resolved;
    if (const CardId* card = cardAt(end)) {
        resolved.card = m_data.cardIndex.value(card->value);
    } else if (const LaneId* lane = laneAt(end)) {
        resolved.row = m_data.rowIndex.value(lane->value, -1);
    } else {
        resolved.loose = true;
        resolved.card = m_data.cardIndex.value(std::get<LooseEnd>(end).nearest.value);
    }
    return resolved;
}

int& ConnectorRouter::firstEndAt(const RouteEnd& end)
{
    return end.card >= 0 ? m_data.cards[size_t(end.card)].firstEnd : m_data.rowEnds[size_t(end.row)];
}

void ConnectorRouter::link(int slot, bool to)
{
    RouteEnd& end = to ? plan(slot).to : plan(slot).from;
    if (end.isNowhere())
        return;
    int& first = firstEndAt(end);
    end.next = first;
    first = 2 * slot + (to ? 1 : 0);
}

void ConnectorRouter::unlink(int slot, bool to)
{
    RouteEnd& end = to ? plan(slot).to : plan(slot).from;
    if (end.isNowhere())
        return;
    const int own = 2 * slot + (to ? 1 : 0);
    int* place = &firstEndAt(end);
    while (*place != own) {
        RoutePlan& other = plan(*place / 2);
        place = &(*place % 2 != 0 ? other.to : other.from).next;
    }
    *place = end.next;
    end = {};
}

void ConnectorRouter::detach(const ConnectionId& connection)
{
    const int slot = m_data.planIndex.value(connection.value);
    if (slot < 0)
        return;
    touch(slot);
    m_marks[size_t(slot)] = Elsewhere;
    unlink(slot, false);
    unlink(slot, true);
}

void ConnectorRouter::remove(const ConnectionId& connection)
{
    const int slot = m_data.planIndex.value(connection.value);
    if (slot < 0)
        return;
    setWords(slot, QString());
    m_data.planIndex.remove(connection.value);
    takeOutOfOrder(m_data.planOrder, m_data.plans, slot);
    plan(slot).connection = {};
    m_removed.push_back(slot);
}

void ConnectorRouter::attach(const Connection& connection, const QString& words)
{
    int slot = m_data.planIndex.value(connection.id.value);
    if (slot < 0)
        slot = addPlan(connection.id);
    resolveEnds(plan(slot), connection);
    link(slot, false);
    link(slot, true);
    setWords(slot, words);
}

void ConnectorRouter::routeAll(const Blueprint& blueprint)
{
    enterAll(blueprint);
    planAll(m_data.planOrder);
    assignTracks(m_data.plans.size() >= ManyPlans);
    for (PlacedLabel& label : m_data.labels)
        m_room.reserve(int(&label - m_data.labels.data()));
    m_room.measure();
}

void ConnectorRouter::enterAll(const Blueprint& blueprint)
{
    std::vector<const Connection*> all;
    all.reserve(size_t(blueprint.connections().size()));
    for (const Connection& connection : blueprint.connections())
        all.push_back(&connection);
    const bool isLarge = all.size() >= ManyPlans;
    m_data.plans.resize(all.size());
    m_marks.assign(all.size(), Elsewhere);
    shareOut(all.size(), isLarge, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            resolveEnds(m_data.plans[i], *all[i]);
    });
    const auto index = [&] {
        m_data.planIndex.reserve(qsizetype(all.size()));
        for (size_t i = 0; i < all.size(); ++i)
            m_data.planIndex.insert(all[i]->id.value, int(i));
    };
    const auto enter = [&] {
        for (int slot = 0; slot < int(all.size()); ++slot) {
            putLast(m_data.planOrder, m_data.plans, slot);
            link(slot, false);
            link(slot, true);
            setWords(slot, labelOf(blueprint, *all[size_t(slot)]));
        }
    };
    doBoth(isLarge, enter, index);
}

void ConnectorRouter::resolveEnds(RoutePlan& plan, const Connection& connection) const
{
    plan.connection = connection.id;
    plan.from = resolve(connection.from);
    plan.to = resolve(connection.to);
    // A loose end beside its own other end: a stub.
    if (plan.from.card >= 0 && plan.from.card == plan.to.card && plan.from.loose)
        plan.from.card = -1;
    else if (plan.from.card >= 0 && plan.from.card == plan.to.card && plan.to.loose)
        plan.to.card = -1;
}

void ConnectorRouter::setWords(const ConnectionId& connection, const QString& words)
{
    if (const int slot = m_data.planIndex.value(connection.value); slot >= 0)
        setWords(slot, words);
}

void ConnectorRouter::setWords(int slot, const QString& words)
{
    int& label = plan(slot).label;
    if (label < 0 ? words.isEmpty() : m_data.labels[size_t(label)].text == words)
        return;
    touch(slot);
    if (words.isEmpty()) {
        m_room.release(label);
        m_labels.drop(label);
        label = -1;
        return;
    }
    if (label < 0)
        label = m_labels.add(slot);
    else
        m_labels.lift(label);
    m_data.labels[size_t(label)].text = words;
}

void ConnectorRouter::touch(int slot)
{
    if (m_marks[size_t(slot)] != Untouched)
        return;
    m_marks[size_t(slot)] = Touched;
    RoutePlan& touched = plan(slot);
    for (const Run& run : std::as_const(touched.runs))
        workAt(run).intervals.emplace_back(run.lo, run.hi);
    m_data.planReach.remove(slot, touched.reach);
    m_data.strays -= touched.runs.empty() ? 1 : 0;
    noteEnds(touched);
    if (touched.label >= 0)
        m_room.release(touched.label);
    m_changed.push_back({slot, touched.connection, std::move(touched.runs), false});
    touched.runs.clear();
    touched.reach = {};
}

void ConnectorRouter::touchEnds(int firstEnd)
{
    m_data.visitEnds(firstEnd, [this](int slot, const RouteEnd&) {
        touch(slot);
        m_marks[size_t(slot)] = Elsewhere;
    });
}

void ConnectorRouter::touchCells(const OrdinalBox& cells)
{
    std::vector<int> found;
    m_data.planReach.visit(cells, [&](int slot) {
        if (plan(slot).reach.meets(cells))
            found.push_back(slot);
    });
    for (const int slot : found)
        touch(slot);
}

void ConnectorRouter::touchBroken(const GridMap& map)
{
    for (const int slot : m_data.planReach.slotsIn(map.goneBoxes(), m_data.plans.size())) {
        if (!map.keeps(plan(slot).reach))
            touch(slot);
    }
}

void ConnectorRouter::remap(const GridMap& map)
{
    for (Changed& change : m_changed) {
        for (const Run& run : std::as_const(change.before))
            m_labels.touch(map.around(run.box()));
        change.before.clear();
        m_marks[size_t(change.plan)] = Elsewhere;
    }
    std::unordered_map<int, Work> work;
    for (auto& [key, known] : m_work) {
        const bool isVertical = key % 2 != 0;
        const int channel = (isVertical ? map.columns : map.tiers).at(key / 2);
        if (channel < 0)
            continue;
        for (auto& [from, to] : known.intervals)
            std::tie(from, to) = (isVertical ? map.tiers : map.columns).around(from, to);
        work[keyOf(isVertical, channel)] = std::move(known);
    }
    m_work = std::move(work);
    m_room.remap(map);
    for (const int slot : m_data.planReach.slotsIn(map.movedBoxes(), m_data.plans.size())) {
        RoutePlan& moved = plan(slot);
        for (Run& run : moved.runs) {
            const AxisMap& across = run.vertical ? map.columns : map.tiers;
            const AxisMap& along = run.vertical ? map.tiers : map.columns;
            run.channel = across.at(run.channel);
            run.lo = along.at(run.lo);
            run.hi = along.at(run.hi);
        }
        moved.reach = map.at(moved.reach);
        if (moved.label >= 0)
            m_room.remap(moved.label, map);
    }
    m_data.planReach.remap(map);
    if (m_data.planReach.isUneven())
        indexAnew();
    remapChannels(true, map.columns, map.tiers);
    remapChannels(false, map.tiers, map.columns);
}

void ConnectorRouter::indexAnew()
{
    m_data.planReach.clear();
    for (int slot = 0; slot < int(m_data.plans.size()); ++slot)
        m_data.planReach.insert(slot, plan(slot).reach);
}

void ConnectorRouter::remapChannels(bool vertical, const AxisMap& across, const AxisMap& along)
{
    std::vector<ChannelIndex>& channels = m_data.channels(vertical);
    std::vector<ChannelIndex> moved(size_t(across.newEnd()) + 1);
    for (int o = 0; o < int(channels.size()); ++o) {
        const int channel = across.at(o);
        if (channel < 0)
            continue; // every plan here was touched
        ChannelIndex& index = moved[size_t(channel)];
        index = std::move(channels[size_t(o)]);
        int first = along.firstMoved();
        if (const auto work = m_work.find(keyOf(vertical, channel)); work != m_work.end())
            first = std::min(first, firstOf(work->second.intervals));
        index.remap(
            first, [this](int slot) { return isTouched(slot); }, [&](int ordinal) { return along.at(ordinal); });
    }
    channels = std::move(moved);
}

void ConnectorRouter::route()
{
    std::vector<int> alive;
    for (const Changed& change : m_changed) {
        if (!plan(change.plan).connection.isEmpty())
            alive.push_back(change.plan);
    }
    planAll(alive);
    const std::vector<int> shifted = assignTracks(alive.size() >= ManyPlans);
    for (Changed& change : m_changed) {
        const RoutePlan& planned = plan(change.plan);
        change.moved = m_marks[size_t(change.plan)] == Elsewhere || change.before != planned.runs;
        if (planned.label >= 0)
            m_room.reserve(planned.label);
        noteEnds(planned);
    }
    reserveAtEnds();
    m_room.measure();
    for (const int slot : shifted) {
        if (m_marks[size_t(slot)] != Untouched)
            continue;
        m_marks[size_t(slot)] = Shifted;
        m_changed.push_back({slot, plan(slot).connection, plan(slot).runs, true});
    }
}

void ConnectorRouter::noteEnds(const RoutePlan& plan)
{
    for (const RouteEnd& end : {plan.from, plan.to}) {
        if (end.card >= 0)
            m_ends.push_back(end.card);
    }
}

/// Keeps room elsewhere for what others come to stand beside, or no longer do.
void ConnectorRouter::reserveAtEnds()
{
    std::sort(m_ends.begin(), m_ends.end());
    m_ends.erase(std::unique(m_ends.begin(), m_ends.end()), m_ends.end());
    for (const int card : m_ends) {
        m_data.visitEnds(m_data.card(card).firstEnd, [this](int slot, const RouteEnd&) {
            const int label = plan(slot).label;
            if (label < 0 || !m_room.isOutdated(label))
                return;
            m_room.reserve(label);
            m_labels.lift(label);
        });
    }
    m_ends.clear();
}

void ConnectorRouter::liftLabels()
{
    for (const Changed& change : m_changed) {
        if (!change.moved)
            continue;
        const RoutePlan& now = plan(change.plan);
        if (now.label >= 0)
            m_labels.lift(now.label);
        for (const Run& run : change.before)
            m_labels.touch(spilled(run));
        for (const Run& run : now.runs)
            m_labels.touch(spilled(run));
    }
}

/// Plans anew what has no runs and is in no index.
void ConnectorRouter::planAll(const std::vector<int>& slots)
{
    const bool areMany = slots.size() >= ManyPlans;
    shareOut(slots.size(), areMany, [this, &slots](size_t begin, size_t end) {
        RoutePlanner planner(m_data);
        for (size_t i = begin; i < end; ++i)
            planner.plan(plan(slots[i]));
    });
    doBoth(
        areMany, [&] { enterRuns(slots); },
        [&] {
            for (const int slot : slots)
                m_data.planReach.insert(slot, plan(slot).reach);
        });
}

/// Makes the runs of plans work for their channels.
void ConnectorRouter::enterRuns(const std::vector<int>& slots)
{
    for (const int slot : slots) {
        const RoutePlan& planned = plan(slot);
        m_data.strays += planned.runs.empty() ? 1 : 0;
        for (int r = 0; r < int(planned.runs.size()); ++r) {
            const Run& run = planned.runs[r];
            Work& work = workAt(run);
            work.intervals.emplace_back(run.lo, run.hi);
            work.added.push_back({run.lo, run.hi, slot, r, 0});
        }
    }
}

/// Returns the plans of which a run changed its track, some of them several times. Channels do not know of each other:
/// many of them are shared out between threads.
std::vector<int> ConnectorRouter::assignTracks(bool inTwo)
{
    std::vector<std::pair<int, Work*>> channels;
    channels.reserve(m_work.size());
    for (auto& [key, work] : m_work)
        channels.emplace_back(key, &work);
    std::array<std::vector<int>, 2> moved;
    shareOut(channels.size(), inTwo, [&](size_t begin, size_t end) {
        TrackAssigner assigner(m_data);
        for (size_t i = begin; i < end; ++i) {
            const auto& [key, work] = channels[i];
            const bool isVertical = key % 2 != 0;
            ChannelIndex& index = m_data.channels(isVertical)[size_t(key / 2)];
            index.replace(
                firstOf(work->intervals), [this](int slot) { return isTouched(slot); }, work->added);
            assigner.assign(isVertical, key / 2, std::move(work->intervals), moved[begin == 0 ? 0 : 1]);
        }
    });
    moved[0].insert(moved[0].end(), moved[1].begin(), moved[1].end());
    return std::move(moved[0]);
}

void ConnectorRouter::finish()
{
    m_data.freePlans.insert(m_data.freePlans.end(), m_removed.begin(), m_removed.end());
}

} // namespace throughline
