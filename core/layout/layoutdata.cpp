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

QRectF LayoutData::rectOf(const PlacedCard& card) const
{
    const LayoutColumn& first = columns[card.first];
    const LayoutColumn& last = columns[card.last];
    return {first.left, tiers[size_t(card.tier)].top + card.offset, last.left + last.width - first.left, card.height};
}

double LayoutData::coordinate(const Run& run) const
{
    const auto index = size_t(run.channel / 2);
    if (run.vertical)
        return run.inGutter() ? gutterLeft[index] + gutterWidth[index] / 2 + run.offset
                              : columns[run.channel / 2].left + run.offset;
    return run.inGutter() ? tiers[index].trackMiddle(style) + run.offset : tiers[index].top + run.offset;
}

QRectF LayoutData::rowHeadRect(int row) const
{
    return {0, rows[row].top, headerWidth, rows[row].bottom - rows[row].top};
}

namespace {

/// Where a route meets the card or lane at one of its ends, given the run there.
QPointF anchor(const LayoutData& data, const RouteEnd& end, const Run& run, double across, bool upperOfPair)
{
    if (end.card < 0 && end.row >= 0)
        return {data.headerWidth, across};
    const PlacedCard& card = data.cards[size_t(end.card)];
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

QList<QPointF> LayoutData::pointsOf(const RoutePlan& plan) const
{
    if (plan.runs.empty()) {
        const double y = bounds.bottom() - 16;
        const double x = headerWidth + 24;
        return {QPointF(x, y), QPointF(x + StrayPt, y)};
    }
    const Run& first = plan.runs.front();
    const Run& last = plan.runs.back();
    const bool fromIsUpper = plan.from.card >= 0 && plan.to.card >= 0 &&
                             cards[size_t(plan.from.card)].level < cards[size_t(plan.to.card)].level;
    if (plan.from.isNowhere() || plan.to.isNowhere()) {
        const RouteEnd& end = plan.from.isNowhere() ? plan.to : plan.from;
        const QPointF at = anchor(*this, end, first, coordinate(first), false);
        const bool right = end.card < 0 || first.lo > 2 * cards[size_t(end.card)].last + 1;
        const QPointF away(at.x() + (right ? StubPt : -StubPt), at.y());
        return plan.from.isNowhere() ? QList<QPointF>{away, at} : QList<QPointF>{at, away};
    }
    QList<QPointF> points{anchor(*this, plan.from, first, coordinate(first), fromIsUpper)};
    for (size_t i = 0; i + 1 < plan.runs.size(); ++i) {
        const double here = coordinate(plan.runs[i]);
        const double next = coordinate(plan.runs[i + 1]);
        points += plan.runs[i].vertical ? QPointF(here, next) : QPointF(next, here);
    }
    points += anchor(*this, plan.to, last, coordinate(last), !fromIsUpper);
    return points;
}

QList<QPointF> LayoutData::hopsOf(int plan, const QList<QPointF>& points) const
{
    QList<QPointF> hops;
    const RoutePlan& own = plans[size_t(plan)];
    for (size_t r = 0; r < own.runs.size(); ++r) {
        const Run& run = own.runs[r];
        if (run.vertical)
            continue;
        const double y = points[qsizetype(r)].y();
        const auto [left, right] = std::minmax({points[qsizetype(r)].x(), points[qsizetype(r) + 1].x()});
        QList<double> crossings;
        const auto meet = [&](const ChannelIndex::Entry& entry) {
            const RoutePlan& other = plans[size_t(entry.plan)];
            if (entry.plan == plan)
                return;
            const double x = coordinate(other.runs[size_t(entry.run)]);
            if (x < left + HopClearPt || x > right - HopClearPt)
                return;
            const QList<QPointF> ends = pointsOf(other);
            const auto [top, bottom] = std::minmax({ends[entry.run].y(), ends[entry.run + 1].y()});
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
        if (points[qsizetype(r)].x() > points[qsizetype(r) + 1].x())
            std::reverse(kept.begin(), kept.end());
        for (const double x : kept)
            hops += QPointF(x, y);
    }
    return hops;
}

std::pair<int, int> LayoutData::columnOrdinals(double left, double right) const
{
    const auto ordinalAt = [this](double x) {
        const auto after = std::upper_bound(gutterLeft.begin(), gutterLeft.end(), x);
        const int gutter = int(after - gutterLeft.begin()) - 1;
        if (gutter < 0)
            return -1;
        const bool inGutter = x <= gutterLeft[size_t(gutter)] + gutterWidth[size_t(gutter)] || gutter == columnCount();
        return inGutter ? 2 * gutter : 2 * gutter + 1;
    };
    return {ordinalAt(left), ordinalAt(right)};
}

std::pair<int, int> LayoutData::tierOrdinals(double top, double bottom) const
{
    const auto ordinalAt = [this](double y) {
        // The last tier that begins at or above y; what follows it down to the next belongs to it and the gutter below.
        const auto after = std::upper_bound(tiers.begin(), tiers.end(), y,
                                            [](double value, const Tier& tier) { return value < tier.top; });
        const int tier = int(after - tiers.begin()) - 1;
        if (tier < 0)
            return 0;
        if (tier >= tierCount())
            return 2 * tierCount();
        return y <= tiers[size_t(tier)].top + tiers[size_t(tier)].height ? 2 * tier + 1 : 2 * tier + 2;
    };
    return {ordinalAt(top), ordinalAt(bottom)};
}

} // namespace throughline
