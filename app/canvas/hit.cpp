// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/hit.h"

#include "app/canvas/gapnear.h"
#include "app/canvas/headerpainter.h"
#include "app/canvas/overlay.h"
#include "core/scene/curve.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

constexpr double HandleReachPx = 9;
constexpr double LineReachPx = 6;
constexpr double EndReachPx = 8;
constexpr double PlusReachPx = 12;
constexpr double EdgeReachPx = 4;
constexpr double CurveReachPx = 12;

/// Cards that are so small on the screen have no handles.
constexpr double SmallestWithHandlesPx = 16;

std::optional<Hit> handleAt(const CanvasScene& scene, double scale, QPointF point, const QList<ElementRef>& cards)
{
    for (const ElementRef& ref : cards) {
        if (ref.kind != ElementKind::Card)
            continue;
        const QRectF rect = scene.layout().cardRect(CardId(ref.id));
        if (rect.isNull() || rect.height() * scale < SmallestWithHandlesPx)
            continue;
        const auto points = handlePoints(rect, scale);
        for (size_t side = 0; side < points.size(); ++side) {
            if (QLineF(points[side], point).length() * scale <= HandleReachPx)
                return Hit{Hit::Part::Handle, ref, int(side), {}, {}};
        }
    }
    return std::nullopt;
}

std::optional<Hit> connectionEndAt(const CanvasScene& scene, double scale, QPointF point, const QList<ElementRef>& refs)
{
    for (const ElementRef& ref : refs) {
        if (ref.kind != ElementKind::Connection)
            continue;
        const std::optional<Route> route = scene.layout().route(ConnectionId(ref.id));
        const int end = route ? routeEndAt(*route, point, EndReachPx / scale) : -1;
        if (end >= 0)
            return Hit{Hit::Part::ConnectionEnd, ref, end, {}, {}};
    }
    return std::nullopt;
}

/// A dot of a card or the end of a selected connection: of those in reach the nearer, of two alike the dot.
std::optional<Hit> dotAt(const CanvasScene& scene, double scale, QPointF point, const QList<ElementRef>& cards,
                         const QList<ElementRef>& selected)
{
    const std::optional<Hit> handle = handleAt(scene, scale, point, cards);
    const std::optional<Hit> end = connectionEndAt(scene, scale, point, selected);
    if (!handle || !end)
        return handle ? handle : end;
    const QPointF dot = handlePoints(scene.layout().cardRect(CardId(handle->ref.id)), scale)[size_t(handle->side)];
    const QList<QPointF> way = scene.layout().route(ConnectionId(end->ref.id))->points;
    const QPointF at = end->side == 0 ? way.first() : way.last();
    return QLineF(at, point).length() < QLineF(dot, point).length() ? end : handle;
}

/// The left and right edge of a card can be pulled over more steps.
std::optional<Hit> edgeAt(const CanvasScene& scene, double scale, QPointF point, const QList<ElementRef>& cards)
{
    for (const ElementRef& ref : cards) {
        const auto card = ref.kind == ElementKind::Card ? scene.layout().card(CardId(ref.id)) : std::nullopt;
        if (!card || card->inTray || card->rect.height() * scale < SmallestWithHandlesPx ||
            point.y() < card->rect.top() || point.y() > card->rect.bottom())
            continue;
        const double reach = EdgeReachPx / scale;
        if (std::abs(point.x() - card->rect.left()) <= reach)
            return Hit{Hit::Part::Edge, ref, 0, {}, {}};
        if (std::abs(point.x() - card->rect.right()) <= reach)
            return Hit{Hit::Part::Edge, ref, 1, {}, {}};
    }
    return std::nullopt;
}

/// The sign that folds a lane or a phase; strip: a point of the strip of headers it is in.
bool isOnFoldSign(const Layout& layout, const HeaderPainter& headers, const ElementRef& ref, QPointF strip)
{
    const auto isNear = [&](const std::optional<QPointF>& sign) {
        return sign && QLineF(*sign, strip).length() <= HeaderPainter::FoldReach;
    };
    if (ref.kind == ElementKind::Lane) {
        const int row = layout.rowOf(LaneId(ref.id));
        return row >= 0 && isNear(headers.foldSignAt(layout.rows()[row]));
    }
    if (ref.kind != ElementKind::Phase)
        return false;
    return std::any_of(layout.phases().begin(), layout.phases().end(), [&](const LayoutPhase& phase) {
        return refTo(phase.phase) == ref && isNear(headers.foldSignAt(phase));
    });
}

Hit headerHit(const CanvasScene& scene, const ViewGeometry& geometry, QPointF item)
{
    const bool inLanes = item.x() < geometry.viewport.left();
    const bool inSteps = item.y() < geometry.viewport.top();
    if (inLanes && inSteps)
        return {Hit::Part::Corner, {}, -1, {}, {}};
    const Layout& layout = scene.layout();
    const QPointF inScene = geometry.toScene(item);
    // The frozen header stands for the layout's header strip beside or above the same row or column.
    QPointF point(layout.headerWidth() / 2, inScene.y());
    if (inSteps) {
        const bool inPhases = item.y() < HeaderPainter::phaseHeight(geometry.textScale) + geometry.viewport.top() -
                                             HeaderPainter::height(geometry.textScale);
        const double middle = inPhases ? layout.phaseBottom() / 2 : (layout.phaseBottom() + layout.headerHeight()) / 2;
        point = QPointF(inScene.x(), middle);
    }
    Hit hit{Hit::Part::Header, headerAt(layout, point).value_or(ElementRef()), -1, {}, {}};
    hit.gap = nearestGap(layout, inSteps ? Gap::Between::Columns : Gap::Between::Rows, inSteps ? point.x() : point.y());
    const HeaderMarks none;
    const HeaderPainter headers(scene, geometry.camera, geometry.viewport.size(), geometry.textScale, none);
    const QPointF strip = inSteps ? item - QPointF(geometry.viewport.left(),
                                                   geometry.viewport.top() - HeaderPainter::height(geometry.textScale))
                                  : item - QPointF(geometry.viewport.left() - HeaderPainter::width(geometry.textScale),
                                                   geometry.viewport.top());
    if (isOnFoldSign(layout, headers, hit.ref, strip))
        hit.part = Hit::Part::Fold;
    else if (QLineF(headers.plusAt(*hit.gap), strip).length() <= PlusReachPx)
        hit.part = Hit::Part::Plus;
    return hit;
}

/// The finding's badges stand at the top right corner of their element.
bool isOnBadge(const CanvasScene& scene, const ElementRef& ref, QPointF point)
{
    const auto found = scene.options().callouts.constFind(ref);
    return found != scene.options().callouts.cend() && !found->isEmpty() &&
           scene.builder().badgeItem(ref).bounds.contains(point);
}

bool isOnCurvePoint(const CanvasScene& scene, double scale, const CellSpot& spot, QPointF point)
{
    const LayoutRow& row = scene.layout().rows()[spot.row];
    if (spot.step.isEmpty() || curveOf(scene.blueprint(), row) == LaneCurve::None)
        return false;
    const QPointF at = curvePoint(scene.blueprint(), scene.layout(), spot.row, spot.column);
    return QLineF(at, point).length() * scale <= CurveReachPx;
}

} // namespace

Hit hitAt(const CanvasScene& scene, const ViewGeometry& geometry, QPointF item, const QList<ElementRef>& handlesOn,
          const QList<ElementRef>& selected)
{
    if (!geometry.viewport.contains(item))
        return geometry.showHeaders ? headerHit(scene, geometry, item) : Hit();
    const double scale = geometry.camera.scale;
    const QPointF point = geometry.toScene(item);
    const std::optional<CellSpot> spot = cellAt(scene.layout(), point);
    // The ends of what is selected lie on the edges and badges of cards.
    Hit hit = dotAt(scene, scale, point, handlesOn, selected).value_or(Hit());
    const double reach = 24;
    for (const CardId& card :
         scene.layout().cardsIn(QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach))) {
        if (hit.part == Hit::Part::Nothing && isOnBadge(scene, refTo(card), point))
            hit = {Hit::Part::Badge, refTo(card), -1, {}, {}};
    }
    if (hit.part == Hit::Part::Nothing)
        hit = edgeAt(scene, scale, point, handlesOn).value_or(Hit());
    if (hit.part == Hit::Part::Nothing) {
        const auto ref = elementAt(scene.layout(), point, LineReachPx / scale);
        // Connections run through the middle of steps, where the points of curves stand.
        if (spot && !(ref && ref->kind == ElementKind::Card) && isOnCurvePoint(scene, scale, *spot, point)) {
            hit.part = Hit::Part::CurvePoint;
        } else if (ref) {
            hit.part = ref->kind == ElementKind::Card ? Hit::Part::Card : Hit::Part::Connection;
            hit.ref = *ref;
            if (hit.part == Hit::Part::Connection && isOnBadge(scene, *ref, point))
                hit.part = Hit::Part::Badge;
        } else if (spot) {
            hit.part = Hit::Part::Cell;
        }
    }
    hit.spot = spot;
    return hit;
}

} // namespace throughline
