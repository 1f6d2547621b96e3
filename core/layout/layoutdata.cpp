// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/layoutdata.h"

#include <cmath>

namespace throughline {

namespace {

constexpr double LooseGapPt = 10; // a loose end stops before the card it was drawn next to
constexpr double StubPt = 20;     // a connection with one end attached to nothing
constexpr double StrayPt = 40;    // a connection with both ends attached to nothing
constexpr double HopClearPt = 8;  // a hop stays this far from corners and ends

} // namespace

int LayoutData::trayStart() const
{
    int start = columnCount();
    while (start > 0 && columns[start - 1].kind == ColumnKind::Tray)
        --start;
    return start;
}

QRectF LayoutData::rectOf(const CardPlace& card) const
{
    const LayoutColumn& first = columns[card.first];
    const LayoutColumn& last = columns[card.last];
    return {first.left, tier(card.tier).top + card.offset, last.left + last.width - first.left, card.height};
}

double LayoutData::coordinate(const Run& run) const
{
    const int index = run.channel / 2;
    const auto offset = double(run.offset);
    if (run.vertical)
        return run.inGutter() ? gutter(index).left + gutter(index).trackMiddle + offset : columns[index].left + offset;
    return run.inGutter() ? tier(index).trackMiddle(style) + offset : tier(index).top + offset;
}

namespace {

/// Where a route meets the card or lane at one of its ends, given the run there.
QPointF anchor(const LayoutData& data, const RouteEnd& end, const Run& run, double across, bool upperOfPair)
{
    if (end.card < 0)
        return {data.headerWidth, across};
    const PlacedCard& card = data.card(end.card);
    const QRectF rect = data.rectOf(card);
    const bool inStack = run.vertical && run.lo == run.hi && run.lo == 2 * card.tier + 1;
    const double gap = !end.loose ? 0 : inStack && card.folded ? LooseGapPt / 5 : LooseGapPt;
    if (run.vertical) {
        const bool below = run.lo > 2 * card.tier + 1 || (inStack && upperOfPair);
        return {across, below ? rect.bottom() + gap : rect.top() - gap};
    }
    return {run.lo > 2 * card.last + 1 ? rect.right() + gap : rect.left() - gap, across};
}

} // namespace

QPointF LayoutData::corner(const RoutePlan& plan, int index) const
{
    const bool atFrom = index == 0;
    if (!atFrom && index < int(plan.runs.size())) {
        const Run& before = plan.runs[index - 1];
        const double here = coordinate(before);
        const double next = coordinate(plan.runs[index]);
        return before.vertical ? QPointF(here, next) : QPointF(next, here);
    }
    if (plan.from.isNowhere() || plan.to.isNowhere()) {
        const RouteEnd& end = plan.from.isNowhere() ? plan.to : plan.from;
        const Run& run = plan.runs.front();
        const QPointF at = anchor(*this, end, run, coordinate(run), false);
        if (plan.from.isNowhere() != atFrom)
            return at;
        const bool right = end.card < 0 || run.lo > 2 * card(end.card).last + 1;
        return {at.x() + (right ? StubPt : -StubPt), at.y()};
    }
    const bool fromIsUpper =
        plan.from.card >= 0 && plan.to.card >= 0 && card(plan.from.card).level < card(plan.to.card).level;
    const Run& run = atFrom ? plan.runs.front() : plan.runs.back();
    return anchor(*this, atFrom ? plan.from : plan.to, run, coordinate(run), fromIsUpper == atFrom);
}

QList<QPointF> LayoutData::pointsOf(const RoutePlan& plan) const
{
    if (plan.runs.empty()) {
        const double y = bounds.bottom() - 16;
        const double x = headerWidth + 24;
        return {QPointF(x, y), QPointF(x + StrayPt, y)};
    }
    QList<QPointF> points;
    points.reserve(plan.runs.size() + 1);
    for (int i = 0; i <= int(plan.runs.size()); ++i)
        points += corner(plan, i);
    return points;
}

QRectF LayoutData::rectOf(const PlacedLabel& label) const
{
    return label.rect.translated(gutter(label.column).left, tier(label.tier).top);
}

QRectF LayoutData::labelRect(const RoutePlan& plan, const QList<QPointF>& points) const
{
    if (plan.label < 0)
        return {};
    const PlacedLabel& label = labels[size_t(plan.label)];
    if (!plan.runs.empty())
        return rectOf(label);
    const QPointF middle = (points.first() + points.last()) / 2;
    const QSizeF size = label.words().size;
    return {middle - QPointF(size.width(), size.height()) / 2, size};
}

QList<QPointF> LayoutData::hopsOf(int plan, const QList<QPointF>& points) const
{
    QList<QPointF> hops;
    const RoutePlan& own = plans[size_t(plan)];
    for (qsizetype r = 0; r < own.runs.size(); ++r) {
        const Run& run = own.runs[r];
        if (run.vertical)
            continue;
        const double y = points[r].y();
        const auto [left, right] = std::minmax({points[r].x(), points[r + 1].x()});
        QList<double> crossings;
        const auto meet = [&](const ChannelIndex::Entry& entry) {
            const RoutePlan& other = plans[size_t(entry.plan)];
            if (entry.plan == plan)
                return;
            const double x = coordinate(other.runs[entry.run]);
            if (x < left + HopClearPt || x > right - HopClearPt)
                return;
            const auto [top, bottom] = std::minmax({corner(other, entry.run).y(), corner(other, entry.run + 1).y()});
            if (y > top + 2 && y < bottom - 2)
                crossings += x;
        };
        for (int o = std::max(run.lo, 0); o <= run.hi; ++o)
            verticals[size_t(o)].visit(run.channel, run.channel, meet);
        std::sort(crossings.begin(), crossings.end());
        const double spread = 2 * style.hopPt + 1; // closer ones share one arc
        QList<double> kept;
        for (const double x : crossings) {
            if (kept.isEmpty() || x - kept.last() >= spread)
                kept += x;
        }
        if (points[r].x() > points[r + 1].x())
            std::reverse(kept.begin(), kept.end());
        for (const double x : kept)
            hops += QPointF(x, y);
    }
    return hops;
}

std::pair<int, int> LayoutData::columnOrdinals(double left, double right) const
{
    const auto ordinalAt = [this](double x) {
        const auto after = std::upper_bound(gutters.begin(), gutters.end(), x,
                                            [](double value, const ColumnGutter& g) { return value < g.left; });
        const int index = int(after - gutters.begin()) - 1;
        if (index < 0)
            return -1;
        const bool inGutter = x <= gutter(index).left + gutter(index).width || index == columnCount();
        return inGutter ? 2 * index : 2 * index + 1;
    };
    return {ordinalAt(left), ordinalAt(right)};
}

std::pair<int, int> LayoutData::tierOrdinals(double top, double bottom) const
{
    const auto ordinalAt = [this](double y) {
        // The last tier that begins at or above y; what follows it down to the next belongs to it and the gutter below.
        const auto after =
            std::upper_bound(tiers.begin(), tiers.end(), y, [](double value, const Tier& t) { return value < t.top; });
        const int index = int(after - tiers.begin()) - 1;
        if (index < 0)
            return 0;
        if (index >= tierCount())
            return 2 * tierCount();
        return y <= tier(index).top + tier(index).height ? 2 * index + 1 : 2 * index + 2;
    };
    return {ordinalAt(top), ordinalAt(bottom)};
}

OrdinalBox LayoutData::ordinalsOf(const QRectF& area) const
{
    const auto [left, right] = columnOrdinals(area.left(), area.right());
    const auto [top, bottom] = tierOrdinals(area.top(), area.bottom());
    return {left, right, top, bottom};
}

double plannedWidth(const LayoutStyle& style, int columns)
{
    return columns * style.cardWidthPt + (columns - 1) * style.columnGutterPt;
}

} // namespace throughline
