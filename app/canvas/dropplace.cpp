// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/dropplace.h"

#include "app/canvas/gapnear.h"
#include "core/model/queries.h"

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

constexpr double LineReachPx = 8;
constexpr double GapReachPx = 10;
constexpr double BelowReachPx = 40;
constexpr double Inside = 0.01;

/// The connection under the point that could lead through the card. Notes lie beside the service, whatever line is
/// below them.
const Connection* connectionUnder(const CanvasScene& scene, double scale, QPointF point, const CardId& card)
{
    const Card* dropped = scene.blueprint().find(card);
    if (!dropped || isSticky(*dropped))
        return nullptr;
    const std::optional<ElementRef> ref = elementAt(scene.layout(), point, LineReachPx / scale);
    if (!ref || ref->kind != ElementKind::Connection)
        return nullptr;
    const Connection* connection = scene.blueprint().find(ConnectionId(ref->id));
    const bool own = connection && (connection->from == End(card) || connection->to == End(card));
    return !connection || own || isLoose(*connection) ? nullptr : connection;
}

/// Between neighbouring steps there is no cell for a card: it needs a step of its own.
bool joinsNeighbours(const Layout& layout, const Connection& connection)
{
    const CardId* from = cardAt(connection.from);
    const CardId* to = cardAt(connection.to);
    const auto first = from ? layout.card(*from) : std::nullopt;
    const auto second = to ? layout.card(*to) : std::nullopt;
    return first && second && first->row == second->row &&
           (second->firstColumn == first->lastColumn + 1 || first->firstColumn == second->lastColumn + 1);
}

bool isNear(const Layout& layout, const Gap& gap, double at, double scale)
{
    return std::abs(gap.positionPt - at) <= std::min(GapReachPx / scale, widthOf(layout, gap) / 2);
}

/// On the border of two rows a point belongs to the lower one, and just below the last to that.
QPointF inRows(const Layout& layout, double scale, QPointF point)
{
    if (layout.rows().isEmpty())
        return point;
    const double bottom = layout.rows().last().bottom;
    const bool below = point.y() >= bottom && point.y() <= bottom + BelowReachPx / scale;
    return {point.x(), below ? bottom - Inside : point.y() + Inside};
}

} // namespace

std::optional<DropPlace> dropPlaceAt(const CanvasScene& scene, double scale, QPointF pointer, const CardId& card)
{
    const Layout& layout = scene.layout();
    const QPointF point = inRows(layout, scale, pointer);
    const std::optional<CellSpot> spot = cellAt(layout, point);
    if (!spot)
        return std::nullopt;
    DropPlace place{*spot, std::nullopt, {}, spot->target};
    const Connection* connection = connectionUnder(scene, scale, point, card);
    if (connection)
        place.connection = connection->id;
    const bool inTray = !layout.trayRect().isNull() && point.x() >= layout.trayRect().left();
    if (inTray || spot->beyond)
        return place;
    const Gap columns = nearestGap(layout, Gap::Between::Columns, point.x());
    const Gap rows = nearestGap(layout, Gap::Between::Rows, point.y());
    const QSizeF size = layout.cardRect(card).size();
    if (isNear(layout, columns, point.x(), scale) && (!connection || joinsNeighbours(layout, *connection))) {
        place.gap = columns;
        // The first of its lane there, wherever the cards of the step beside it end.
        const double top = layout.rows()[spot->row].contentTop;
        place.target = QRectF(columns.positionPt - size.width() / 2, top, size.width(), size.height());
    } else if (isNear(layout, rows, point.y(), scale) && !connection) {
        place.gap = rows;
        place.target = QRectF(spot->target.left(), rows.positionPt - size.height() / 2, size.width(), size.height());
    }
    return place;
}

} // namespace throughline
