// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/routeplanner.h"

#include <array>
#include <limits>

namespace throughline {

namespace {

// What a way costs, in points: its length with rows and columns of usual size, and its corners.
constexpr double CornerCost = 40;
constexpr double ColumnCost = 136;
constexpr double GutterCost = 28;
constexpr double TierCost = 88;
constexpr double RowGutterCost = 24;
/// A customer's card is best entered and left downwards: its sides belong to the customer's own way.
constexpr double CustomerSideCost = 60;
constexpr double BelowCustomerCost = 20;

/// A few columns or gutters to try, in order, each once: most cards begin and end in one column.
class Distinct
{
public:
    Distinct(std::initializer_list<int> values)
    {
        for (const int value : values) {
            if (std::find(begin(), end(), value) == end())
                m_values[size_t(m_count++)] = value;
        }
    }
    [[nodiscard]] const int* begin() const { return m_values.data(); }
    [[nodiscard]] const int* end() const { return m_values.data() + m_count; }

private:
    std::array<int, 4> m_values{};
    int m_count = 0;
};

int odds(int lo, int hi)
{
    return (hi + 1) / 2 - lo / 2;
}

double lengthOf(const Run& run)
{
    const int lo = std::max(run.lo, 0);
    const int inside = odds(lo, run.hi);
    const int gutters = run.hi - lo + 1 - inside;
    return run.vertical ? inside * TierCost + gutters * RowGutterCost : inside * ColumnCost + gutters * GutterCost;
}

Run vertical(int channel, int a, int b)
{
    return {true, channel, std::min(a, b), std::max(a, b), 0};
}

Run horizontal(int channel, int a, int b)
{
    return {false, channel, std::min(a, b), std::max(a, b), 0};
}

} // namespace

RoutePlanner::Spot RoutePlanner::spotOf(const RouteEnd& end) const
{
    Spot spot;
    if (end.card < 0) {
        spot.tier = m_data.firstTier[size_t(end.row)];
        spot.first = spot.last = -1;
        spot.head = true;
        spot.lower = m_data.tier(spot.tier).height;
        return spot;
    }
    const PlacedCard& card = m_data.card(end.card);
    return {card.tier,     card.first,      card.last,
            card.topFree,  card.bottomFree, false,
            card.customer, card.offset,     card.offset + card.height};
}

bool RoutePlanner::isOccupied(int tier, int ordinal) const
{
    const auto& spans = m_data.tier(tier).spans;
    const auto after = std::upper_bound(spans.begin(), spans.end(), ordinal,
                                        [](int o, const std::pair<int, int>& span) { return o < span.first; });
    return after != spans.begin() && std::prev(after)->second >= ordinal;
}

bool RoutePlanner::isFree(const Run& run) const
{
    if (run.vertical) {
        const auto& tiers = m_data.occupied[size_t(run.channel)];
        const auto first = std::lower_bound(tiers.begin(), tiers.end(), run.lo / 2);
        return first == tiers.end() || 2 * *first + 1 > run.hi;
    }
    if (run.inGutter())
        return true;
    const auto& spans = m_data.tier(run.channel / 2).spans;
    const auto first = std::lower_bound(spans.begin(), spans.end(), run.lo,
                                        [](const std::pair<int, int>& span, int o) { return span.second < o; });
    return first == spans.end() || first->first > run.hi;
}

void RoutePlanner::consider(std::initializer_list<Run> runs, double extra)
{
    double cost = extra + CornerCost * double(runs.size() - 1);
    for (const Run& run : runs)
        cost += lengthOf(run);
    if (cost >= m_cost || !std::all_of(runs.begin(), runs.end(), [this](const Run& run) { return isFree(run); }))
        return;
    m_cost = cost;
    m_best = runs;
}

OrdinalBox RoutePlanner::around(const Spot& spot)
{
    return {std::max(2 * spot.first, 0), 2 * spot.last + 2, 2 * spot.tier, 2 * spot.tier + 2};
}

/// What every way between two spots costs at least: the cells and gutters between them.
double RoutePlanner::leastLength(const Spot& from, const Spot& to)
{
    const int columns = std::max(from.first - to.last, to.first - from.last);
    const int tiers = std::abs(from.tier - to.tier);
    return (columns > 0 ? columns * GutterCost + (columns - 1) * ColumnCost : 0) +
           (tiers > 0 ? tiers * RowGutterCost + (tiers - 1) * TierCost : 0);
}

/// From the side of a spot to a gutter between columns.
std::optional<Run> RoutePlanner::sideways(const Spot& spot, int gutter)
{
    if (gutter > spot.last)
        return horizontal(2 * spot.tier + 1, 2 * spot.last + 2, 2 * gutter);
    if (gutter <= spot.first)
        return horizontal(2 * spot.tier + 1, 2 * gutter, 2 * spot.first);
    return {};
}

/// From the top or bottom of a spot to a gutter between tiers.
std::optional<Run> RoutePlanner::upOrDown(const Spot& spot, int column, int gutter)
{
    if (gutter <= spot.tier && spot.top)
        return vertical(2 * column + 1, 2 * gutter, 2 * spot.tier);
    if (gutter > spot.tier && spot.bottom)
        return vertical(2 * column + 1, 2 * spot.tier + 2, 2 * gutter);
    return {};
}

void RoutePlanner::straight(const Spot& from, const Spot& to)
{
    const bool overlap = from.first <= to.last && to.first <= from.last && !from.head && !to.head;
    if (overlap && from.tier != to.tier) {
        const Spot& upper = from.tier < to.tier ? from : to;
        const Spot& lower = from.tier < to.tier ? to : from;
        if (upper.bottom && lower.top)
            consider({vertical(2 * std::max(from.first, to.first) + 1, 2 * upper.tier + 2, 2 * lower.tier)}, 0);
    }
    if (!overlap && from.tier == to.tier && std::min(from.lower, to.lower) - std::max(from.upper, to.upper) >= 6) {
        const Spot& left = from.first < to.first ? from : to;
        const Spot& right = from.first < to.first ? to : from;
        if (left.last < right.first)
            consider({horizontal(2 * from.tier + 1, 2 * left.last + 2, 2 * right.first)}, 0);
    }
}

void RoutePlanner::oneCorner(const Spot& from, const Spot& to)
{
    if (from.tier == to.tier)
        return;
    const auto bend = [this](const Spot& upright, const Spot& level) {
        for (const int column : Distinct{upright.first, upright.last}) {
            const bool down = level.tier > upright.tier;
            if (upright.head || (down ? !upright.bottom : !upright.top))
                continue;
            const Run rise =
                vertical(2 * column + 1, down ? 2 * upright.tier + 2 : 2 * upright.tier, 2 * level.tier + 1);
            if (column < level.first)
                consider({horizontal(2 * level.tier + 1, 2 * column + 1, 2 * level.first), rise},
                         level.customer ? CustomerSideCost : 0);
            else if (column > level.last)
                consider({horizontal(2 * level.tier + 1, 2 * level.last + 2, 2 * column + 1), rise},
                         level.customer ? CustomerSideCost : 0);
        }
    };
    const double before = m_cost;
    bend(from, to);
    if (m_cost < before)
        std::reverse(m_best.begin(), m_best.end());
    bend(to, from);
}

void RoutePlanner::twoCorners(const Spot& from, const Spot& to)
{
    const double sides = from.tier == to.tier ? 0 : CustomerSideCost * (int(from.customer) + int(to.customer));
    for (const int gutter : Distinct{from.last + 1, from.first, to.first, to.last + 1}) {
        if (gutter < 0)
            continue;
        const auto out = sideways(from, gutter);
        const auto in = sideways(to, gutter);
        if (out && in)
            consider({*out, vertical(2 * gutter, 2 * from.tier + 1, 2 * to.tier + 1), *in}, sides);
    }
    if (from.head || to.head)
        return;
    const Distinct starts{from.last, from.first};
    const Distinct ends{to.first, to.last};
    for (const int gutter : Distinct{from.tier, from.tier + 1, to.tier, to.tier + 1}) {
        const double below = from.customer && to.customer && gutter > from.tier ? BelowCustomerCost : 0;
        for (const int start : starts) {
            for (const int end : ends) {
                const auto out = upOrDown(from, start, gutter);
                const auto in = upOrDown(to, end, gutter);
                if (out && in && start != end)
                    consider({*out, horizontal(2 * gutter, 2 * start + 1, 2 * end + 1), *in}, below);
            }
        }
    }
}

void RoutePlanner::moreCorners(const Spot& from, const Spot& to)
{
    // Each of them has three corners and passes the tier and the column of one of its ends, or four and both tiers.
    const double extra = std::min(3 * CornerCost + TierCost + ColumnCost, 4 * CornerCost + 2 * TierCost);
    if (m_cost <= leastLength(from, to) + extra)
        return;
    const double outSide = from.customer ? CustomerSideCost / 2 : 0;
    const double inSide = to.customer ? CustomerSideCost / 2 : 0;
    const Distinct starts{from.last, from.first};
    const Distinct ends{to.first, to.last};
    for (const int level : Distinct{from.tier, from.tier + 1, to.tier, to.tier + 1}) {
        for (const int start : {from.last + 1, from.first}) {
            const auto out = start >= 0 ? sideways(from, start) : std::nullopt;
            if (!out)
                continue;
            const Run leave = vertical(2 * start, 2 * from.tier + 1, 2 * level);
            for (const int column : ends) {
                const auto in = to.head ? std::nullopt : upOrDown(to, column, level);
                if (in)
                    consider({*out, leave, horizontal(2 * level, 2 * start, 2 * column + 1), *in}, outSide);
            }
            for (const int end : {to.first, to.last + 1}) {
                const auto in = end >= 0 ? sideways(to, end) : std::nullopt;
                if (in && end != start)
                    consider({*out, leave, horizontal(2 * level, 2 * start, 2 * end),
                              vertical(2 * end, 2 * level, 2 * to.tier + 1), *in},
                             outSide + inSide);
            }
        }
        for (const int column : starts) {
            const auto out = from.head ? std::nullopt : upOrDown(from, column, level);
            for (const int end : {to.first, to.last + 1}) {
                const auto in = end >= 0 ? sideways(to, end) : std::nullopt;
                if (out && in)
                    consider({*out, horizontal(2 * level, 2 * column + 1, 2 * end),
                              vertical(2 * end, 2 * level, 2 * to.tier + 1), *in},
                             inSide);
            }
        }
    }
}

/// The way that always exists: out of the side, then tier by tier through the nearest place that is free, into the
/// side.
void RoutePlanner::detour(const Spot& from, const Spot& to)
{
    const bool down = to.tier > from.tier;
    const int end = 2 * m_data.columnCount();
    int ordinal = 2 * (from.last + 1);
    const int goal = to.head ? 0 : 2 * to.first;
    m_best = {*sideways(from, ordinal / 2)};
    int start = 2 * from.tier + 1; // of the vertical run under way
    int gutter = down || from.tier == to.tier ? 2 * from.tier + 2 : 2 * from.tier;
    const int last = to.tier == from.tier ? gutter : down ? 2 * to.tier : 2 * to.tier + 2;
    const auto moveTo = [&](int target) {
        if (target == ordinal)
            return;
        m_best.push_back(vertical(ordinal, start, gutter));
        m_best.push_back(horizontal(gutter, ordinal, target));
        start = gutter;
        ordinal = target;
    };
    while (gutter != last) {
        const int tier = (down ? gutter : gutter - 2) / 2;
        int step = 0;
        while (true) { // 0, +1, -1, +2, ...: the first ordinal that is free
            const int candidate = ordinal + step;
            m_reach.include({std::clamp(candidate, 0, end), std::clamp(candidate, 0, end), gutter, gutter});
            if (candidate >= 0 && candidate <= end && !isOccupied(tier, candidate))
                break;
            step = step > 0 ? -step : 1 - step;
        }
        moveTo(ordinal + step);
        gutter += down ? 2 : -2;
    }
    moveTo(goal);
    m_best.push_back(vertical(ordinal, start, 2 * to.tier + 1));
    m_best.push_back(to.head ? horizontal(2 * to.tier + 1, 0, 0) : *sideways(to, to.first));
}

void RoutePlanner::plan(RoutePlan& plan)
{
    m_best.clear();
    m_reach = {};
    for (RouteEnd* end : {&plan.from, &plan.to})
        end->level = end->card < 0 ? quint16(0) : quint16(std::min(m_data.card(end->card).level, 0xffff));
    if (!plan.from.isNowhere() || !plan.to.isNowhere())
        findWay(plan.from, plan.to, plan.label >= 0);
    plan.runs = m_best;
    plan.reach = m_reach;
}

void RoutePlanner::findWay(const RouteEnd& from, const RouteEnd& to, bool labelled)
{
    if (from.isNowhere() || to.isNowhere()) {
        const Spot spot = spotOf(from.isNowhere() ? to : from);
        const bool leave = to.isNowhere() || spot.head;
        m_reach = around(spot);
        m_best.push_back(*sideways(spot, leave ? spot.last + 1 : spot.first));
        return;
    }
    m_cost = std::numeric_limits<double>::max();
    const Spot start = spotOf(from);
    const Spot end = spotOf(to);
    m_reach = around(start);
    m_reach.include(around(end));
    const bool inOneCell = from.card >= 0 && to.card >= 0 && from.card != to.card && start.tier == end.tier &&
                           start.first == end.first && start.last == end.last;
    if (inOneCell && !labelled && std::abs(m_data.card(from.card).level - m_data.card(to.card).level) == 1) {
        m_best.push_back(vertical(2 * start.first + 1, 2 * start.tier + 1, 2 * start.tier + 1));
        return;
    }
    straight(start, end);
    oneCorner(start, end);
    if (m_cost > leastLength(start, end) + 2 * CornerCost)
        twoCorners(start, end);
    moreCorners(start, end);
    if (m_best.empty())
        detour(start, end);
}

} // namespace throughline
