// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/hittest.h"

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

double distance(const QPointF& point, const QPointF& from, const QPointF& to)
{
    const double x = std::clamp(point.x(), std::min(from.x(), to.x()), std::max(from.x(), to.x()));
    const double y = std::clamp(point.y(), std::min(from.y(), to.y()), std::max(from.y(), to.y()));
    return std::hypot(point.x() - x, point.y() - y);
}

double distance(const QPointF& point, const Route& route)
{
    if (route.label.contains(point))
        return 0;
    double least = 1e9;
    for (qsizetype i = 0; i + 1 < route.points.size(); ++i)
        least = std::min(least, distance(point, route.points[i], route.points[i + 1]));
    return least;
}

QRectF square(const QPointF& point, double reach)
{
    return {point.x() - reach, point.y() - reach, 2 * reach, 2 * reach};
}

const LayoutPhase* phaseAt(const Layout& layout, double x)
{
    for (const LayoutPhase& phase : layout.phases()) {
        if (phase.rect.left() <= x && x <= phase.rect.right())
            return &phase;
    }
    return nullptr;
}

/// The column whose cards are nearest to x; -1 without columns.
int nearestColumn(const Layout& layout, double x)
{
    const QList<LayoutColumn>& columns = layout.columns();
    const auto next = std::lower_bound(columns.begin(), columns.end(), x, [](const LayoutColumn& column, double value) {
        return column.left + column.width < value;
    });
    const int index = int(next - columns.begin());
    if (index == int(columns.size()))
        return index - 1;
    if (index == 0)
        return 0;
    const LayoutColumn& before = columns[index - 1];
    return x - (before.left + before.width) < columns[index].left - x ? index - 1 : index;
}

CellSpot cellOf(const Layout& layout, int row, int column)
{
    const LayoutRow& lane = layout.rows()[row];
    const LayoutColumn& step = layout.columns()[column];
    CellSpot spot;
    spot.row = row;
    spot.column = column;
    spot.lane = lane.lane;
    spot.step = step.step;
    spot.phase = step.phase;
    spot.cell = QRectF(step.left, lane.stripsBottom, step.width, lane.bottom - lane.stripsBottom);
    return spot;
}

void findPlaceInCell(const Layout& layout, CellSpot& spot, double y)
{
    const LayoutRow& row = layout.rows()[spot.row];
    const double gap = layout.style().stackGapPt;
    double top = row.contentTop;
    double next = row.bottom;
    bool isBefore = false;
    for (const CardId& id : layout.cardsInCell(spot.row, spot.column)) {
        const std::optional<LayoutCard> card = layout.card(id);
        if (card->firstColumn != spot.column || y < card->rect.center().y()) {
            next = card->rect.top();
            isBefore = true;
            break;
        }
        ++spot.index;
        top = card->rect.bottom() + gap;
    }
    const double height = row.folded                     ? layout.style().foldedCardPt
                          : row.stage == Stage::Evidence ? layout.style().evidenceMinHeightPt
                                                         : layout.style().cardMinHeightPt;
    spot.target = QRectF(spot.cell.left(), top, spot.cell.width(), height);
    if ((spot.index > 0 || isBefore) && top + height > next) {
        // No room for a card: a bar where it goes.
        const double middle = isBefore ? next - gap / 2 : top - gap / 2;
        spot.target = QRectF(spot.cell.left(), middle - DropBarPt / 2, spot.cell.width(), DropBarPt);
    }
}

} // namespace

std::optional<ElementRef> elementAt(const Layout& layout, const QPointF& point, double tolerancePt)
{
    for (const CardId& card : layout.cardsIn(square(point, 0.5))) {
        if (layout.cardRect(card).contains(point))
            return ElementRef{ElementKind::Card, card.value};
    }
    std::optional<ElementRef> nearest;
    double least = tolerancePt;
    for (const ConnectionId& connection : layout.connectionsIn(square(point, tolerancePt))) {
        const double away = distance(point, *layout.route(connection));
        if (away > least || (nearest && away == least))
            continue;
        least = away;
        nearest = ElementRef{ElementKind::Connection, connection.value};
    }
    return nearest;
}

std::optional<ElementRef> headerAt(const Layout& layout, const QPointF& point)
{
    if (point.x() < layout.headerWidth() && point.y() >= layout.headerHeight()) {
        const auto [first, last] = layout.rowsIn(point.y(), point.y());
        if (first <= last)
            return ElementRef{ElementKind::Lane, layout.rows()[first].lane.value};
        return {};
    }
    if (point.y() >= layout.headerHeight() || point.x() < layout.headerWidth() || point.y() < 0)
        return {};
    if (point.y() < layout.phaseBottom()) {
        const LayoutPhase* phase = phaseAt(layout, point.x());
        return phase ? std::optional(ElementRef{ElementKind::Phase, phase->phase.value}) : std::nullopt;
    }
    const int column = nearestColumn(layout, point.x());
    if (column < 0 || layout.columns()[column].kind != ColumnKind::Step || point.x() > layout.gridRect().right())
        return {};
    return ElementRef{ElementKind::Step, layout.columns()[column].step.value};
}

std::optional<CellSpot> cellAt(const Layout& layout, const QPointF& point)
{
    if (point.x() < layout.headerWidth())
        return {};
    const auto [first, last] = layout.rowsIn(point.y(), point.y());
    if (first > last)
        return {};
    CellSpot spot;
    spot.row = first;
    const LayoutRow& row = layout.rows()[first];
    spot.lane = row.lane;
    spot.column = nearestColumn(layout, point.x());
    const LayoutStyle& style = layout.style();
    const bool pastGrid =
        layout.trayRect().isNull() &&
        (spot.column < 0 ||
         point.x() > layout.columns()[spot.column].left + layout.columns()[spot.column].width + style.columnGutterPt);
    if (pastGrid) {
        spot.beyond = true;
        const double left = spot.column < 0 ? layout.headerWidth() + style.columnGutterPt
                                            : layout.columns()[spot.column].left + layout.columns()[spot.column].width +
                                                  style.columnGutterPt;
        spot.column = int(layout.columns().size());
        spot.cell = QRectF(left, row.stripsBottom, style.cardWidthPt, row.bottom - row.stripsBottom);
    } else {
        spot = cellOf(layout, spot.row, spot.column);
    }
    findPlaceInCell(layout, spot, point.y());
    return spot;
}

CellSpot endOfCell(const Layout& layout, int row, int column)
{
    CellSpot spot = cellOf(layout, row, column);
    findPlaceInCell(layout, spot, spot.cell.bottom());
    return spot;
}

QList<Gap> gaps(const Layout& layout)
{
    QList<Gap> found;
    for (int r = 0; r < int(layout.rows().size()); ++r)
        found += Gap{Gap::Between::Rows, r, layout.rows()[r].top};
    found += Gap{Gap::Between::Rows, int(layout.rows().size()),
                 layout.rows().isEmpty() ? layout.headerHeight() : layout.rows().last().bottom};
    double end = layout.headerWidth() + layout.style().columnGutterPt / 2;
    int count = 0;
    for (const LayoutColumn& column : layout.columns()) {
        if (column.kind == ColumnKind::Tray)
            break;
        found += Gap{Gap::Between::Columns, count++, (column.gutterLeft + column.left) / 2};
        end = column.left + column.width + layout.style().columnGutterPt / 2;
    }
    found += Gap{Gap::Between::Columns, count, end};
    return found;
}

std::optional<Gap> gapAt(const Layout& layout, const QPointF& point, double tolerancePt)
{
    const bool inRows = point.x() < layout.headerWidth() && point.y() > layout.headerHeight() - tolerancePt;
    const bool inColumns =
        point.y() < layout.headerHeight() && point.y() >= 0 && point.x() > layout.headerWidth() - tolerancePt;
    std::optional<Gap> nearest;
    double least = tolerancePt;
    for (const Gap& gap : gaps(layout)) {
        const bool isRow = gap.between == Gap::Between::Rows;
        if (isRow ? !inRows : !inColumns)
            continue;
        const double away = std::abs((isRow ? point.y() : point.x()) - gap.positionPt);
        if (away > least || (nearest && away == least))
            continue;
        least = away;
        nearest = gap;
    }
    return nearest;
}

QRectF areaOf(const Layout& layout, const ElementRef& element)
{
    switch (element.kind) {
    case ElementKind::Card:
        return layout.cardRect(CardId(element.id));
    case ElementKind::Connection: {
        const std::optional<Route> route = layout.route(ConnectionId(element.id));
        return route ? route->bounds : QRectF();
    }
    case ElementKind::Lane: {
        const int row = layout.rowOf(LaneId(element.id));
        if (row < 0)
            return {};
        const LayoutRow& lane = layout.rows()[row];
        return {0, lane.stripsBottom, layout.headerWidth(), lane.bottom - lane.stripsBottom};
    }
    case ElementKind::Step: {
        const int index = layout.columnOf(StepId(element.id));
        if (index < 0)
            return {};
        const LayoutColumn& column = layout.columns()[index];
        return {column.left, layout.phaseBottom(), column.width, layout.headerHeight() - layout.phaseBottom()};
    }
    case ElementKind::Phase: {
        QRectF area;
        for (const LayoutPhase& phase : layout.phases()) {
            if (phase.phase.value == element.id)
                area |= phase.rect;
        }
        return area;
    }
    case ElementKind::Blueprint:
    case ElementKind::Department:
    case ElementKind::Role:
    case ElementKind::Request:
    case ElementKind::DataItem:
    case ElementKind::Acceptance:
        return {};
    }
    return {};
}

int routeEndAt(const Route& route, const QPointF& point, double tolerancePt)
{
    if (route.points.isEmpty())
        return -1;
    const QPointF toFrom = point - route.points.first();
    const QPointF toTo = point - route.points.last();
    const double from = std::hypot(toFrom.x(), toFrom.y());
    const double to = std::hypot(toTo.x(), toTo.y());
    if (std::min(from, to) > tolerancePt)
        return -1;
    return from < to ? 0 : 1;
}

} // namespace throughline
