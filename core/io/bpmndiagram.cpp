// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmndiagram.h"

#include "core/io/cardgrid.h"

#include <algorithm>

namespace throughline {

namespace {

constexpr int Left = 160;
constexpr int LaneLine = 130; ///< left of the pools: where flows to and from lanes run
constexpr int Top = 120;
constexpr int PoolTitle = 30;
constexpr int LaneTitle = 30;
constexpr int PoolGap = 40;
constexpr int EventSize = 36;
constexpr int GatewaySize = 50;
constexpr int BesideCard = 12; ///< between a card and the start or end beside it
constexpr int Channel = 10;    ///< above a card, where flows pass over its neighbours
constexpr int MessageShift = 5;
constexpr int DataWidth = 36;
constexpr int DataHeight = 50;
constexpr int DataPitch = 44;
constexpr int PhaseOverlap = 40; ///< by which a phase's frame stands out above and below the pools

QRect centred(const QRect& box, int size)
{
    return {box.x() + (box.width() - size) / 2, box.y() + (box.height() - size) / 2, size, size};
}

QPoint leftOf(const QRect& box)
{
    return {box.x(), box.y() + box.height() / 2};
}

QPoint rightOf(const QRect& box)
{
    return {box.x() + box.width(), box.y() + box.height() / 2};
}

QPoint topOf(const QRect& box)
{
    return {box.x() + box.width() / 2, box.y()};
}

QPoint bottomOf(const QRect& box)
{
    return {box.x() + box.width() / 2, box.y() + box.height()};
}

class DiagramMaker
{
public:
    DiagramMaker(const Blueprint& blueprint, const BpmnOutline& outline) : m_blueprint(blueprint), m_outline(outline)
    {
        m_style.extraHeight = [](const Card& card) {
            return card.gives.isEmpty() && card.asks.isEmpty() ? 0 : DataHeight + BesideCard;
        };
    }

    BpmnDiagram run()
    {
        int top = Top;
        for (const OutlinePool& pool : m_outline.pools)
            top += placePool(pool, top) + PoolGap;
        for (const OutlinePhase& phase : m_outline.phases) {
            const int width = (phase.lastColumn - phase.firstColumn + 1) * m_style.columnWidth;
            m_diagram.boxes.insert(phase.id, QRect(gridLeft() + phase.firstColumn * m_style.columnWidth,
                                                   Top - PhaseOverlap, width, top - PoolGap - Top + 2 * PhaseOverlap));
        }
        for (QList<int>& tops : m_topsOfColumn)
            std::sort(tops.begin(), tops.end());
        for (const OutlineNode& node : m_outline.nodes)
            placeNode(node);
        for (const OutlineFlow& flow : m_outline.flows)
            m_diagram.lines.insert(flow.id, route(flow));
        return m_diagram;
    }

private:
    static int gridLeft() { return Left + PoolTitle + LaneTitle; }

    /// The height of the pool.
    int placePool(const OutlinePool& pool, int top)
    {
        QList<LaneId> lanes;
        for (const OutlineLane& lane : pool.lanes)
            lanes += lane.lane;
        const CardGrid grid = cardGrid(m_blueprint, lanes, m_style);
        const int width = PoolTitle + LaneTitle + grid.width;
        m_diagram.boxes.insert(pool.id, QRect(Left, top, width, grid.height));
        for (qsizetype i = 0; i < pool.lanes.size(); ++i) {
            const QRect row(Left, top + grid.rows[i].top, width, grid.rows[i].height);
            m_laneBoxes.insert(pool.lanes[i].lane, row);
            if (pool.showsLanes)
                m_diagram.boxes.insert(pool.lanes[i].id, row.adjusted(PoolTitle, 0, 0, 0));
        }
        for (auto box = grid.boxes.cbegin(); box != grid.boxes.cend(); ++box)
            m_cells.insert(box.key(), box->translated(gridLeft(), top));
        for (const QRect& box : grid.boxes)
            m_topsOfColumn[box.x() + gridLeft()] += box.y() + top;
        return grid.height;
    }

    QRect boxOf(const OutlineNode& node) const
    {
        const QRect cell = m_cells.value(node.card);
        const QRect event = centred(cell, EventSize);
        switch (node.form) {
        case OutlineForm::Task:
        case OutlineForm::ServiceTask:
        case OutlineForm::ReceiveTask:
            return cell;
        case OutlineForm::Gateway:
            return centred(cell, GatewaySize);
        case OutlineForm::MessageEvent:
        case OutlineForm::TimerEvent:
        case OutlineForm::ConditionEvent:
            return event;
        case OutlineForm::StartEvent:
            return {cell.x() - BesideCard - EventSize, event.y(), EventSize, EventSize};
        case OutlineForm::EndEvent:
            return {rightOf(cell).x() + BesideCard, event.y(), EventSize, EventSize};
        case OutlineForm::TimeoutEvent:
            return {rightOf(cell).x() - EventSize, bottomOf(cell).y() - EventSize / 2, EventSize, EventSize};
        }
        return cell;
    }

    void placeNode(const OutlineNode& node)
    {
        const QRect box = boxOf(node);
        m_diagram.boxes.insert(node.id, box);
        int x = box.x();
        for (const OutlineData& data : node.data) {
            const QRect place(x, bottomOf(box).y() + BesideCard, DataWidth, DataHeight);
            m_diagram.boxes.insert(data.id, place);
            const QPoint above(topOf(place).x(), bottomOf(box).y());
            m_diagram.lines.insert(data.id, {above, topOf(place)});
            x += DataPitch;
        }
    }

    /// Beside each other from side to side, below each other straight down; else over the neighbours, in the channel
    /// above the source and the gap before the target. A lane as a whole is met at its left, where nothing else is.
    QList<QPoint> route(const OutlineFlow& flow) const
    {
        const bool betweenNodes = flow.fromLane.isEmpty() && flow.toLane.isEmpty();
        const QPoint start = rightOf(m_diagram.boxes.value(flow.from));
        const QPoint end =
            leftOf(flow.toLane.isEmpty() ? m_diagram.boxes.value(flow.to) : m_laneBoxes.value(flow.toLane));
        const int distance = end.x() - start.x();
        if (betweenNodes && distance > 0 && distance < m_style.columnWidth) {
            if (start.y() == end.y())
                return {start, end};
            const int middle = start.x() + distance / 2;
            return {start, {middle, start.y()}, {middle, end.y()}, end};
        }
        if (betweenNodes && seeEachOther(flow.from, flow.to)) {
            const QRect from = m_diagram.boxes.value(flow.from);
            const QRect to = m_diagram.boxes.value(flow.to);
            return from.y() < to.y() ? QList{bottomOf(from), topOf(to)} : QList{topOf(from), bottomOf(to)};
        }
        return wayOut(flow) + wayIn(flow, end);
    }

    /// Out of a card into the channel above it, out of a lane to the line at the left of all.
    QList<QPoint> wayOut(const OutlineFlow& flow) const
    {
        if (!flow.fromLane.isEmpty()) {
            const QPoint start = leftOf(m_laneBoxes.value(flow.fromLane));
            return {start, {LaneLine, start.y()}};
        }
        const QPoint start = topOf(m_diagram.boxes.value(flow.from));
        const int channel = cellOf(flow.from).y() - Channel;
        const int turn = flow.toLane.isEmpty() ? gapBefore(flow) : LaneLine;
        return {start, {start.x(), channel}, {turn, channel}};
    }

    QList<QPoint> wayIn(const OutlineFlow& flow, const QPoint& end) const
    {
        if (!flow.toLane.isEmpty())
            return {{LaneLine, end.y()}, end};
        const int gap = gapBefore(flow);
        if (flow.fromLane.isEmpty())
            return {{gap, end.y()}, end};
        const int channel = cellOf(flow.to).y() - Channel;
        return {{LaneLine, channel}, {gap, channel}, {gap, end.y()}, end};
    }

    /// Two cards of one column with no card between them.
    bool seeEachOther(const QString& fromId, const QString& toId) const
    {
        const QRect from = cellOf(fromId);
        const QRect to = cellOf(toId);
        if (from.x() != to.x() || from == to)
            return false;
        const QList<int> tops = m_topsOfColumn.value(from.x());
        const auto upper = std::lower_bound(tops.cbegin(), tops.cend(), std::min(from.y(), to.y()));
        return upper + 1 != tops.cend() && *(upper + 1) == std::max(from.y(), to.y());
    }

    QRect cellOf(const QString& node) const { return m_cells.value(nodeOf(node).card); }
    /// Where flows run down to the left of the target, messages beside sequences.
    int gapBefore(const OutlineFlow& flow) const
    {
        const int middle = cellOf(flow.to).x() - (m_style.columnWidth - m_style.cardWidth) / 2;
        return flow.sort == OutlineFlow::Sort::Sequence ? middle : middle - MessageShift;
    }

    const OutlineNode& nodeOf(const QString& id) const { return m_outline.nodes[m_outline.nodeIndexes.value(id)]; }

    const Blueprint& m_blueprint;
    const BpmnOutline& m_outline;
    CardGridStyle m_style;
    BpmnDiagram m_diagram;
    QHash<CardId, QRect> m_cells;
    QHash<int, QList<int>> m_topsOfColumn; ///< of the cells, by their left
    QHash<LaneId, QRect> m_laneBoxes;      ///< from the left of the pool
};

} // namespace

BpmnDiagram bpmnDiagram(const Blueprint& blueprint, const BpmnOutline& outline)
{
    return DiagramMaker(blueprint, outline).run();
}

} // namespace throughline
