// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/walktrack.h"

#include "core/model/queries.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

constexpr QSizeF GhostSize(124, 44);
constexpr double GhostStepPt = 36;
constexpr int CurvePoints = 20;
/// How far a jump bows out, as a share of its length.
constexpr double Bow = 0.12;

using Stretch = WalkTrack::Stretch;

double lengthOf(const QList<QPointF>& points)
{
    double length = 0;
    for (qsizetype i = 1; i < points.size(); ++i)
        length += QLineF(points[i - 1], points[i]).length();
    return length;
}

/// Where the straight line from the middle of rect to target leaves it.
QPointF borderTowards(const QRectF& rect, QPointF target)
{
    const QPointF way = target - rect.center();
    if (way.isNull())
        return rect.center();
    const double across = way.x() == 0 ? 1e9 : std::abs(rect.width() / 2 / way.x());
    const double down = way.y() == 0 ? 1e9 : std::abs(rect.height() / 2 / way.y());
    return rect.center() + way * std::min({across, down, 1.0});
}

QList<QPointF> curveBetween(const QRectF& from, const QRectF& to)
{
    const QPointF begin = borderTowards(from, to.center());
    const QPointF end = borderTowards(to, from.center());
    const QPointF way = end - begin;
    const QPointF control = (begin + end) / 2 + QPointF(way.y(), -way.x()) * Bow;
    QList<QPointF> points;
    for (int i = 0; i <= CurvePoints; ++i) {
        const double t = double(i) / CurvePoints;
        points += begin * (1 - t) * (1 - t) + control * 2 * t * (1 - t) + end * t * t;
    }
    return points;
}

/// Puts the parts of a leg together.
class LegBuilder
{
public:
    explicit LegBuilder(const QRectF& start) : m_rect(start), m_at(start.topLeft()) {}

    void follow(QList<QPointF> route)
    {
        if (route.size() < 2)
            return;
        // Against the arrow where the way leads back.
        if (!m_rect.isNull() &&
            QLineF(route.last(), m_rect.center()).length() + 1 < QLineF(route.first(), m_rect.center()).length())
            std::reverse(route.begin(), route.end());
        moveTo(route.first());
        m_at = route.last();
        m_stretches += Stretch{Stretch::Kind::Route, route};
        m_isOnRoute = true;
    }
    void arrive(const QRectF& rect)
    {
        if (rect.isNull() || rect == m_rect)
            return;
        if (!m_isOnRoute) {
            const QList<QPointF> curve = curveBetween(m_rect, rect);
            moveTo(curve.first());
            m_stretches += Stretch{Stretch::Kind::Jump, curve};
            m_at = curve.last();
        }
        m_isOnRoute = false;
        m_rect = rect;
    }
    [[nodiscard]] QList<Stretch> endAt(QPointF anchor)
    {
        moveTo(anchor);
        return m_stretches;
    }

private:
    void moveTo(QPointF point)
    {
        if (point != m_at)
            m_stretches += Stretch{Stretch::Kind::Inside, {m_at, point}};
        m_at = point;
    }

    QRectF m_rect;
    QPointF m_at;
    QList<Stretch> m_stretches;
    bool m_isOnRoute = false;
};

} // namespace

WalkTrack::WalkTrack(const CanvasScene& scene, const Walk& walk)
{
    // The first one that is not drawn stands in the corner of the grid, with room for the words above it.
    QRectF before(scene.layout().gridRect().topLeft() + QPointF(-GhostSize.width(), 2 * GhostStepPt), GhostSize);
    for (const WalkStop& stop : walk.stops) {
        bool ghost = false;
        before = placeOf(scene, stop, before, &ghost);
        m_rects += before;
        m_ghosts += ghost;
    }
    for (int i = 0; i + 1 < int(m_rects.size()); ++i)
        m_legs += legOf(scene, walk.legs.value(i), i);
}

QRectF WalkTrack::placeOf(const CanvasScene& scene, const WalkStop& stop, const QRectF& before, bool* ghost) const
{
    if (stop.place.kind == ElementKind::Card) {
        const QRectF card = scene.layout().cardRect(CardId(stop.place.id));
        if (!card.isNull())
            return card;
    }
    *ghost = true;
    QRectF rect(before.topLeft() + QPointF(GhostStepPt, GhostStepPt), GhostSize);
    if (stop.place.kind == ElementKind::Lane) {
        const int row = scene.layout().rowOf(LaneId(stop.place.id));
        if (row >= 0) {
            const QRectF lane = scene.areaOf(stop.place);
            rect.moveLeft(std::clamp(before.left(), lane.left(), std::max(lane.left(), lane.right() - rect.width())));
            rect.moveTop(lane.center().y() - rect.height() / 2);
        }
        return rect;
    }
    // Beside whoever had it before, on the side with more room.
    const QRectF grid = scene.layout().gridRect();
    const bool right = before.right() + 2 * GhostStepPt + rect.width() < grid.right();
    rect.moveLeft(right ? before.right() + GhostStepPt : before.left() - GhostStepPt - rect.width());
    rect.moveTop(before.top());
    return rect;
}

QList<Stretch> WalkTrack::legOf(const CanvasScene& scene, const QList<ElementRef>& way, int from) const
{
    LegBuilder leg(m_rects[from]);
    for (const ElementRef& ref : way) {
        if (ref.kind == ElementKind::Connection) {
            if (const std::optional<Route> route = scene.layout().route(ConnectionId(ref.id)))
                leg.follow(route->points);
        } else if (ref.kind == ElementKind::Card) {
            leg.arrive(scene.layout().cardRect(CardId(ref.id)));
        } else {
            // Back over somebody who is drawn nowhere.
            for (int stop = from; stop >= 0; --stop) {
                if (isGhost(stop))
                    leg.arrive(m_rects[stop]);
            }
        }
    }
    leg.arrive(m_rects[from + 1]);
    return leg.endAt(anchor(from + 1));
}

const QList<Stretch>& WalkTrack::leg(int leg) const
{
    static const QList<Stretch> none;
    return leg >= 0 && leg < m_legs.size() ? m_legs[leg] : none;
}

QPointF WalkTrack::pointAt(double position) const
{
    if (m_rects.isEmpty())
        return {};
    const int stop = std::clamp(int(std::floor(position)), 0, stopCount() - 1);
    double total = 0;
    for (const Stretch& stretch : leg(stop))
        total += lengthOf(stretch.points);
    double left = total * std::clamp(position - stop, 0.0, 1.0);
    for (const Stretch& stretch : leg(stop)) {
        for (qsizetype i = 1; i < stretch.points.size(); ++i) {
            const QLineF line(stretch.points[i - 1], stretch.points[i]);
            if (left <= line.length())
                return line.length() > 0 ? line.pointAt(left / line.length()) : line.p1();
            left -= line.length();
        }
    }
    return leg(stop).isEmpty() || position <= stop ? anchor(stop) : anchor(stop + 1);
}

QRectF WalkTrack::bounds(int firstStop, int lastStop) const
{
    QRectF area;
    for (int stop = std::max(firstStop, 0); stop <= std::min(lastStop, stopCount() - 1); ++stop) {
        area |= m_rects[stop];
        if (stop == lastStop)
            break;
        for (const Stretch& stretch : leg(stop)) {
            for (const QPointF& point : stretch.points)
                area |= QRectF(point - QPointF(1, 1), QSizeF(2, 2));
        }
    }
    return area;
}

} // namespace throughline
