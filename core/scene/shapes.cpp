// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/shapes.h"

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

using Kind = PathOp::Segment::Kind;

constexpr double LeastFacingPt = 16; ///< a straight way is taken where two rectangles face each other this far
constexpr double Arc = 0.5523;       // a quarter circle as a cubic: distance of the control points in radii

void moveTo(PathOp& path, const QPointF& point)
{
    path.segments += {Kind::Move, point, {}, {}};
}

void lineTo(PathOp& path, const QPointF& point)
{
    path.segments += {Kind::Line, point, {}, {}};
}

void curveTo(PathOp& path, const QPointF& control1, const QPointF& control2, const QPointF& point)
{
    path.segments += {Kind::Curve, point, control1, control2};
}

void close(PathOp& path)
{
    path.segments += {Kind::Close, {}, {}, {}};
}

QRectF transposed(const QRectF& rect)
{
    return {rect.y(), rect.x(), rect.height(), rect.width()};
}

double length(const QPointF& vector)
{
    return std::hypot(vector.x(), vector.y());
}

QPointF unit(const QPointF& vector)
{
    const double size = length(vector);
    return size == 0 ? QPointF(1, 0) : vector / size;
}

/// A half circle over a crossing, from before to after it.
void hop(PathOp& path, const QPointF& at, const QPointF& along, double radius)
{
    const QPointF up(0, -radius);
    const QPointF start = at - along * radius;
    const QPointF end = at + along * radius;
    lineTo(path, start);
    curveTo(path, start + up * Arc, at + up - along * radius * Arc, at + up);
    curveTo(path, at + up + along * radius * Arc, end + up * Arc, end);
}

/// A rounded corner at corner, between what comes from before and what goes on to after.
void bend(PathOp& path, const QPointF& before, const QPointF& corner, const QPointF& after, double radius)
{
    const double room = std::min({radius, length(corner - before) / 2, length(after - corner) / 2});
    const QPointF in = unit(corner - before);
    const QPointF out = unit(after - corner);
    const QPointF start = corner - in * room;
    const QPointF end = corner + out * room;
    lineTo(path, start);
    curveTo(path, start + in * room * Arc, end - out * room * Arc, end);
}

PathOp polygon(std::initializer_list<QPointF> points, Rgba fill, const Stroke& stroke)
{
    PathOp path;
    path.fill = fill;
    path.stroke = stroke;
    for (const QPointF& point : points)
        path.segments.isEmpty() ? moveTo(path, point) : lineTo(path, point);
    close(path);
    return path;
}

PathOp openLine(std::initializer_list<QPointF> points, const Stroke& stroke)
{
    PathOp path;
    path.stroke = stroke;
    for (const QPointF& point : points)
        path.segments.isEmpty() ? moveTo(path, point) : lineTo(path, point);
    return path;
}

} // namespace

PathOp connectorPath(const Route& route, double cornerPt, double hopPt, double startPt, double endPt,
                     const Stroke& stroke)
{
    PathOp path;
    path.stroke = stroke;
    QList<QPointF> points = route.points;
    const qsizetype last = points.size() - 1;
    points[0] += unit(points[1] - points[0]) * std::min(startPt, length(points[1] - points[0]) / 2);
    points[last] += unit(points[last - 1] - points[last]) * std::min(endPt, length(points[last - 1] - points[last]));
    moveTo(path, points[0]);
    qsizetype nextHop = 0;
    for (qsizetype i = 1; i <= last; ++i) {
        const QPointF along = unit(points[i] - points[i - 1]);
        while (nextHop < route.hops.size() && points[i].y() == points[i - 1].y() &&
               route.hops[nextHop].y() == points[i].y() &&
               (route.hops[nextHop].x() - points[i - 1].x()) * (points[i].x() - route.hops[nextHop].x()) > 0)
            hop(path, route.hops[nextHop++], along, hopPt);
        if (i < last)
            bend(path, points[i - 1], points[i], points[i + 1], cornerPt);
        else
            lineTo(path, points[i]);
    }
    return path;
}

PathOp foldSign(const QPointF& centre, bool folded, double halfPt, const Stroke& stroke)
{
    const double flat = halfPt / 2;
    if (folded)
        return openLine({centre + QPointF(-flat, -halfPt), centre + QPointF(flat, 0), centre + QPointF(-flat, halfPt)},
                        stroke);
    return openLine({centre + QPointF(-halfPt, -flat), centre + QPointF(0, flat), centre + QPointF(halfPt, -flat)},
                    stroke);
}

Route elbow(const QRectF& from, const QRectF& to, double asidePt)
{
    Route route;
    const double across = std::max(to.left() - from.right(), from.left() - to.right());
    const double down = std::max(to.top() - from.bottom(), from.top() - to.bottom());
    if (across <= 0 && down <= 0)
        return route;
    // Worked out from side to side; what runs up or down is turned over for it.
    const bool upright = down > across;
    const QRectF start = upright ? transposed(from) : from;
    const QRectF end = upright ? transposed(to) : to;
    const bool ahead = start.right() < end.left();
    const double leave = ahead ? start.right() : start.left();
    const double arrive = ahead ? end.left() : end.right();
    const double top = std::max(start.top(), end.top());
    const double bottom = std::min(start.bottom(), end.bottom());
    const auto within = [asidePt](double low, double high) {
        return std::clamp((low + high) / 2 + asidePt, low, high);
    };
    if (bottom - top > LeastFacingPt) {
        const double at = within(top, bottom);
        route.points = {{leave, at}, {arrive, at}};
    } else {
        const double first = within(start.top(), start.bottom());
        const double last = within(end.top(), end.bottom());
        // Lines put aside do not cross where both turn.
        const double side = (last > first) == ahead ? -asidePt : asidePt;
        const double middle = std::clamp((leave + arrive) / 2 + side, std::min(leave, arrive), std::max(leave, arrive));
        route.points = {{leave, first}, {middle, first}, {middle, last}, {arrive, last}};
    }
    if (upright) {
        for (QPointF& point : route.points)
            point = point.transposed();
    }
    route.bounds = from | to;
    return route;
}

PathOp arrowHead(const QPointF& tip, const QPointF& before, double lengthPt, double widthPt, Rgba fill,
                 const Stroke& stroke)
{
    const QPointF along = unit(tip - before);
    const QPointF across(-along.y(), along.x());
    const QPointF base = tip - along * lengthPt;
    return polygon({tip, base + across * widthPt / 2, base - across * widthPt / 2}, fill, stroke);
}

PathOp circle(const QPointF& centre, double radiusPt, Rgba fill, const Stroke& stroke)
{
    PathOp path;
    path.fill = fill;
    path.stroke = stroke;
    const double r = radiusPt;
    const double c = r * Arc;
    const auto at = [&](double x, double y) { return centre + QPointF(x, y); };
    moveTo(path, at(r, 0));
    curveTo(path, at(r, c), at(c, r), at(0, r));
    curveTo(path, at(-c, r), at(-r, c), at(-r, 0));
    curveTo(path, at(-r, -c), at(-c, -r), at(0, -r));
    curveTo(path, at(c, -r), at(r, -c), at(r, 0));
    close(path);
    return path;
}

PathOp chevron(const QRectF& rect, double pointPt, Rgba fill)
{
    const double middle = rect.center().y();
    return polygon({rect.topLeft(),
                    {rect.right() - pointPt, rect.top()},
                    {rect.right(), middle},
                    {rect.right() - pointPt, rect.bottom()},
                    rect.bottomLeft(),
                    {rect.left() + pointPt, middle}},
                   fill, {});
}

PathOp stripe(const QRectF& card, double radiusPt, double widthPt, Rgba fill)
{
    // The left end of the card's outline, cut off at widthPt: where the arc of the corner stands at that x.
    const double radius = std::min(radiusPt, card.height() / 2);
    const double in = radius - std::min(widthPt, radius);
    const double cut = radius - std::sqrt(radius * radius - in * in);
    const double x = card.left() + widthPt;
    // A quarter circle from (left, top + radius) towards the top, approximated up to the cut.
    PathOp path;
    path.fill = fill;
    const double share = 0.55 * widthPt / std::max(radius, widthPt);
    moveTo(path, {x, card.top() + cut});
    curveTo(path, {x - widthPt * share, card.top() + cut + (radius - cut) * 0.22},
            {card.left(), card.top() + cut + (radius - cut) * 0.55}, {card.left(), card.top() + radius});
    lineTo(path, {card.left(), card.bottom() - radius});
    curveTo(path, {card.left(), card.bottom() - cut - (radius - cut) * 0.55},
            {x - widthPt * share, card.bottom() - cut - (radius - cut) * 0.22}, {x, card.bottom() - cut});
    close(path);
    return path;
}

PathOp sheet(const QRectF& rect, double foldPt, Rgba fill, const Stroke& stroke)
{
    return polygon({rect.topLeft(),
                    rect.topRight(),
                    {rect.right(), rect.bottom() - foldPt},
                    {rect.right() - foldPt, rect.bottom()},
                    rect.bottomLeft()},
                   fill, stroke);
}

PathOp sheetFold(const QRectF& rect, double foldPt, Rgba fill, const Stroke& stroke)
{
    return polygon({{rect.right(), rect.bottom() - foldPt},
                    {rect.right() - foldPt, rect.bottom() - foldPt},
                    {rect.right() - foldPt, rect.bottom()}},
                   fill, stroke);
}

QList<DrawOp> markOps(CardMark mark, const QPointF& topLeft, Rgba colour)
{
    const Stroke pen{colour, 1.2, Stroke::Dash::Solid};
    const auto at = [&](double x, double y) { return topLeft + QPointF(x, y); };
    switch (mark) {
    case CardMark::Decision: // a diamond
        return {polygon({at(6, 0.5), at(11.5, 6), at(6, 11.5), at(0.5, 6)}, 0, pen)};
    case CardMark::Wait: // a clock
        return {circle(at(6, 6), 5, 0, pen), openLine({at(6, 3), at(6, 6.2), at(8.2, 7.6)}, pen)};
    case CardMark::Payment: // a bank note
        return {RectOp{QRectF(at(0.5, 2.5), QSizeF(11, 7)), 1.5, 0, pen}, circle(at(6, 6), 1.6, 0, pen)};
    case CardMark::Voice: // a speech bubble
        return {
            polygon({at(1, 1.5), at(11, 1.5), at(11, 8.5), at(6, 8.5), at(3.4, 11), at(3.4, 8.5), at(1, 8.5)}, 0, pen)};
    case CardMark::Strategy: // a target
        return {circle(at(6, 6), 5, 0, pen), circle(at(6, 6), 1.8, colour, {})};
    case CardMark::JourneyEnd: // a flag
        return {openLine({at(2.5, 11.5), at(2.5, 0.8)}, pen),
                polygon({at(2.5, 1.2), at(10.5, 3.8), at(2.5, 6.4)}, colour, {})};
    case CardMark::Note: // a sheet with a folded corner
        return {polygon({at(1.5, 1), at(10.5, 1), at(10.5, 7.5), at(7, 11), at(1.5, 11)}, 0, pen),
                openLine({at(10.5, 7.5), at(7, 7.5), at(7, 11)}, pen)};
    case CardMark::PainPoint: // a bolt
        return {
            polygon({at(7.2, 0.6), at(2.4, 6.8), at(5.6, 6.8), at(4.8, 11.4), at(9.6, 5.2), at(6.4, 5.2)}, colour, {})};
    case CardMark::Opportunity: // a bulb
        return {circle(at(6, 4.8), 3.9, 0, pen), openLine({at(4.6, 8.6), at(4.6, 10), at(7.4, 10), at(7.4, 8.6)}, pen),
                openLine({at(5, 11.6), at(7, 11.6)}, pen)};
    case CardMark::Attachment: // a paper clip
        return {openLine({at(8.8, 3.4), at(8.8, 8.6), at(7.6, 10.8), at(5, 10.8), at(3.6, 8.8), at(3.6, 2.8),
                          at(4.6, 1.2), at(6, 1.2), at(6.8, 2.4), at(6.8, 7.8)},
                         pen)};
    }
    return {};
}

} // namespace throughline
