// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/labelplacer.h"

namespace throughline {

namespace {

constexpr double CardClearPt = 3; // between a label and a card
constexpr double BadgePt = 14;    // the corner of a card that belongs to badges
constexpr double HeadClearPt = 10;
constexpr double BesidePt = 6; // of a label beside a vertical stretch that lie on it
constexpr double Forbidden = 1e6;
constexpr double CoversLine = 60;  // another connection
constexpr double CoversStrip = 15; // the line of interaction or visibility
constexpr double NearHead = 60;
constexpr double OtherRun = 12;
constexpr double OffMiddle = 20; // times the distance from the middle, as a share
constexpr double Beside = 5;     // not centred on its connection

QRectF around(const QPointF& middle, const QSizeF& size)
{
    return {middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()};
}

} // namespace

int LabelPlacer::add(int plan)
{
    int slot = int(m_data.labels.size());
    if (m_data.freeLabels.empty()) {
        m_data.labels.emplace_back();
    } else {
        slot = m_data.freeLabels.back();
        m_data.freeLabels.pop_back();
    }
    label(slot) = {};
    label(slot).plan = plan;
    m_lifted.push_back(slot);
    return slot;
}

void LabelPlacer::drop(int slot)
{
    lift(slot);
    label(slot).plan = -1;
    m_dropped.push_back(slot);
}

void LabelPlacer::lift(int slot)
{
    PlacedLabel& lifted = label(slot);
    m_lifted.push_back(slot);
    if (lifted.reach.isEmpty())
        return; // nowhere yet
    m_data.labelCovers.remove(slot, lifted.covers);
    m_data.labelReach.remove(slot, lifted.reach);
    m_former.push_back({lifted.rect, lifted.column, lifted.tier});
    touch(lifted.covers);
    lifted.covers = lifted.reach = {};
}

void LabelPlacer::remap(const GridMap& map)
{
    for (OrdinalBox& box : m_touched)
        box = map.around(box);
    for (const int slot : m_data.labelReach.slotsIn(map.movedBoxes(), m_data.labels.size())) {
        PlacedLabel& moved = label(slot);
        if (!map.keeps(moved.reach)) {
            m_data.labelCovers.remove(slot, moved.covers);
            m_data.labelReach.remove(slot, moved.reach);
            touch(map.around(moved.covers));
            moved.covers = moved.reach = {};
            m_lifted.push_back(slot);
            continue;
        }
        moved.reach = map.at(moved.reach);
        moved.covers = map.at(moved.covers);
        moved.column = (moved.reach.left + 1) / 2;
        moved.tier = moved.reach.top / 2;
    }
    m_data.labelCovers.remap(map);
    m_data.labelReach.remap(map);
    if (m_data.labelCovers.isUneven() || m_data.labelReach.isUneven())
        indexAnew();
}

void LabelPlacer::indexAnew()
{
    m_data.labelCovers.clear();
    m_data.labelReach.clear();
    for (int slot = 0; slot < int(m_data.labels.size()); ++slot) {
        m_data.labelCovers.insert(slot, label(slot).covers);
        m_data.labelReach.insert(slot, label(slot).reach);
    }
}

void LabelPlacer::placeAll()
{
    m_touched.clear();
    m_lifted.clear();
    for (const int plan : m_data.planOrder) {
        if (m_data.plan(plan).label >= 0)
            findPlace(m_data.plan(plan).label);
    }
}

void LabelPlacer::place()
{
    Queue queue;
    for (const OrdinalBox& box : m_touched)
        enqueue(box, 0, queue);
    for (const int slot : m_lifted) {
        if (label(slot).plan >= 0)
            queue.emplace(orderOf(label(slot)), slot);
    }
    m_touched.clear();
    m_lifted.clear();
    while (!queue.empty()) {
        const int slot = queue.begin()->second;
        queue.erase(queue.begin());
        replace(slot, queue);
    }
}

void LabelPlacer::replace(int slot, Queue& queue)
{
    const PlacedLabel old = label(slot);
    lift(slot);
    m_touched.clear();
    m_lifted.clear();
    findPlace(slot);
    m_placed.push_back(slot);
    const PlacedLabel& now = label(slot);
    if (old.rect == now.rect && old.column == now.column && old.tier == now.tier && old.covers == now.covers) {
        m_placed.pop_back();
        if (!old.reach.isEmpty())
            m_former.pop_back();
        return;
    }
    enqueue(old.covers, orderOf(now), queue);
    enqueue(now.covers, orderOf(now), queue);
}

/// Queues the labels behind after whose place depends on what lies in box.
void LabelPlacer::enqueue(const OrdinalBox& box, quint64 after, Queue& queue)
{
    if (box.isEmpty())
        return;
    m_data.labelReach.visit(box, [&](int slot) {
        const quint64 order = orderOf(label(slot));
        if (order > after && label(slot).reach.meets(box))
            queue.emplace(order, slot);
    });
}

void LabelPlacer::finish()
{
    m_data.freeLabels.insert(m_data.freeLabels.end(), m_dropped.begin(), m_dropped.end());
    m_dropped.clear();
}

void LabelPlacer::findPlace(int slot)
{
    PlacedLabel& placed = label(slot);
    const RoutePlan& plan = m_data.plan(placed.plan);
    placed.isNarrow = false;
    if (plan.runs.empty())
        return;
    m_plan = placed.plan;
    m_order = plan.order;
    m_points = m_data.pointsOf(plan);
    m_best = Forbidden;
    m_rect = reserved(plan, placed);
    tryPlaces(placed);
    if (m_best >= CoversLine && !placed.narrow.lines.isEmpty()) {
        const double wide = m_best;
        placed.isNarrow = true;
        tryPlaces(placed);
        placed.isNarrow = m_best < wide;
    }
    settleReach(placed);
    m_data.labelCovers.insert(slot, placed.covers);
    m_data.labelReach.insert(slot, placed.reach);
}

/// The room kept for the words, then along the stretches of the connection.
void LabelPlacer::tryPlaces(const PlacedLabel& label)
{
    const RoutePlan& plan = m_data.plan(label.plan);
    consider(reserved(plan, label), 0);
    for (int i = 0; i + 1 < int(m_points.size()) && m_best > 0; ++i)
        alongSegment(i, label.words().size, i == label.run || m_points.size() == 2 ? 1 : OtherRun);
}

/// Keeps the rectangle found relative to where it is, and what it depends on.
void LabelPlacer::settleReach(PlacedLabel& label)
{
    const RoutePlan& plan = m_data.plan(label.plan);
    const double across = label.wide.size.width() + 2 * BadgePt;
    const double along = std::max(label.wide.size.height(), label.narrow.size.height()) + 2 * BadgePt;
    label.covers = m_data.ordinalsOf(m_rect.adjusted(-2, -2, 2, 2));
    if (m_best == 0 && label.run >= 0) { // in the room kept for it, with nothing near
        label.reach = m_data.ordinalsOf(m_rect.adjusted(-2 * BadgePt, -2 * BadgePt, 2 * BadgePt, 2 * BadgePt));
        label.reach.include(plan.runs[label.run].box());
    } else {
        QRectF all = m_rect;
        for (const QPointF& point : m_points)
            all |= QRectF(point, QSizeF(0.1, 0.1));
        label.reach = m_data.ordinalsOf(all.adjusted(-across, -along, across, along));
        for (const Run& run : plan.runs)
            label.reach.include(run.box());
    }
    // Runs are found by ordinals, but end at a card, which may be less high than its tier.
    label.reach.top = std::max(label.reach.top - 1, 0);
    label.reach.bottom = std::min(label.reach.bottom + 1, 2 * m_data.tierCount());
    label.column = (label.reach.left + 1) / 2;
    label.tier = label.reach.top / 2;
    label.rect = m_rect.translated(-m_data.gutter(label.column).left, -m_data.tier(label.tier).top);
}

/// In the room that was kept when the gutters got their widths.
QRectF LabelPlacer::reserved(const RoutePlan& plan, const PlacedLabel& label) const
{
    if (label.run < 0)
        return around((m_points.first() + m_points.last()) / 2, label.words().size);
    const auto gutterMiddle = [this](int index) {
        return m_data.gutter(index).left + m_data.gutter(index).labelMiddle;
    };
    const Run& run = plan.runs[label.run];
    QPointF middle = (m_points[label.run] + m_points[label.run + 1]) / 2;
    const int index = label.ordinal / 2;
    const bool inCell = label.ordinal % 2 != 0;
    if (run.vertical && !run.inGutter()) {
        const Tier& tier = m_data.tier(index);
        middle.setY(inCell ? tier.top + tier.height / 2 : tier.labelMiddle(m_data.style));
        const LayoutColumn& column = m_data.columns[run.channel / 2];
        const double half = label.words().size.width() / 2;
        middle.setX(std::clamp(middle.x(), column.left + half,
                               std::max(column.left + column.width - half, column.left + half)));
    } else if (run.vertical) {
        // On its connection, however far to the right the room goes.
        middle.setX(std::min(gutterMiddle(run.channel / 2), middle.x() + label.words().size.width() / 2 - BesidePt));
    } else if (!run.inGutter() && inCell) {
        middle.setX(m_data.columns[index].left + m_data.columns[index].width / 2);
    } else if (!run.inGutter()) {
        middle.setX(gutterMiddle(index));
    }
    return around(middle, label.words().size);
}

void LabelPlacer::alongSegment(int segment, const QSizeF& size, double cost)
{
    const QPointF from = m_points[segment];
    const QPointF to = m_points[segment + 1];
    const bool isVertical = from.x() == to.x();
    const double length = isVertical ? std::abs(to.y() - from.y()) : std::abs(to.x() - from.x());
    if (length < (isVertical ? size.height() : size.width()) / 2)
        return;
    for (const double share : {0.5, 0.35, 0.65, 0.2, 0.8}) {
        const QPointF way = (to - from) * share;
        const double offMiddle = cost + OffMiddle * std::abs(share - 0.5);
        const QRectF centred = around(from + QPointF(onRaster(way.x()), onRaster(way.y())), size);
        consider(centred, offMiddle);
        if (isVertical) {
            consider(centred.translated(size.width() / 2 - BesidePt, 0), offMiddle + Beside);
            consider(centred.translated(BesidePt - size.width() / 2, 0), offMiddle + Beside);
        } else {
            consider(centred.translated(0, -size.height() / 2 - 2), offMiddle + Beside);
            consider(centred.translated(0, size.height() / 2 + 2), offMiddle + Beside + 1);
        }
    }
}

void LabelPlacer::consider(const QRectF& rect, double cost)
{
    if (cost >= m_best || rect.left() < m_data.headerWidth + 2 || coversCard(rect) || coversLabel(rect))
        return;
    cost += costOfLines(rect);
    if (cost >= m_best)
        return;
    m_best = cost;
    m_rect = rect;
}

bool LabelPlacer::coversCard(const QRectF& rect) const
{
    bool covers = false;
    const QRectF clear = rect.adjusted(-BadgePt, -CardClearPt, BadgePt, BadgePt);
    m_data.visitCards(clear, [&](int index) {
        const QRectF card = m_data.rectOf(m_data.card(index));
        const QRectF badge(card.right() - BadgePt, card.top() - BadgePt + 3, 2 * BadgePt - 3, BadgePt);
        covers = covers || badge.intersects(rect) ||
                 card.adjusted(-CardClearPt, -CardClearPt, CardClearPt, CardClearPt).intersects(rect);
    });
    return covers;
}

bool LabelPlacer::coversLabel(const QRectF& rect) const
{
    bool covers = false;
    m_data.labelCovers.visit(m_data.ordinalsOf(rect), [&](int slot) {
        const PlacedLabel& other = m_data.labels[size_t(slot)];
        covers = covers || (orderOf(other) < m_order && m_data.rectOf(other).adjusted(-2, -2, 2, 2).intersects(rect));
    });
    return covers;
}

double LabelPlacer::costOfLines(const QRectF& rect) const
{
    double cost = 0;
    m_data.visitRuns(rect, [&](int plan, int run) {
        if (plan == m_plan)
            return;
        const RoutePlan& other = m_data.plan(plan);
        const QRectF line = QRectF(m_data.corner(other, run), m_data.corner(other, run + 1)).normalized();
        if (line.adjusted(-2, -2, 2, 2).intersects(rect))
            cost += CoversLine;
    });
    if (rect.adjusted(-HeadClearPt, -HeadClearPt, HeadClearPt, HeadClearPt).contains(m_points.last()))
        cost += NearHead;
    for (const LayoutLine& line : m_data.lines) {
        const double y = line.top + line.height / 2;
        if (rect.top() < y && rect.bottom() > y)
            cost += CoversStrip;
    }
    return cost;
}

} // namespace throughline
