// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/overlay.h"
#include "core/model/queries.h"
#include "core/render/palette.h"
#include "core/scene/shapes.h"

#include <QFontMetricsF>
#include <QHash>
#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace throughline {

namespace {

constexpr int HintTextPx = 12;
constexpr double AsidePt = 9; ///< between two connections of the same lifted card
constexpr double HeadPt = 10; ///< what an arrow head takes around its line

/// The same route elsewhere; what it hops over stays behind.
Route translated(Route route, QPointF by)
{
    for (QPointF& point : route.points)
        point += by;
    route.hops.clear();
    route.label.translate(by);
    route.bounds.translate(by);
    return route;
}

/// Puts a label on the middle of the longest stretch of a route.
void putLabel(Route& route, QSizeF size, const QStringList& lines)
{
    QLineF longest;
    for (qsizetype i = 1; i < route.points.size(); ++i) {
        const QLineF stretch(route.points[i - 1], route.points[i]);
        if (stretch.length() > longest.length())
            longest = stretch;
    }
    route.label = QRectF(QPointF(), size);
    route.label.moveCenter(longest.center());
    route.labelLines = lines;
    route.bounds |= route.label;
}

} // namespace

void OverlayPainter::paintDropGuides(QPainter& painter, const OverlayModel& model) const
{
    const QColor accent = toColor(m_scene.theme().accent);
    QColor soft = accent;
    soft.setAlphaF(0.1F);
    for (const QRectF& cell : model.dropCells)
        painter.fillRect(cell, soft);
    if (!model.spliced.id.isEmpty())
        paintOutline(painter, model.spliced, 3, accent);
    for (const QRectF& spot : model.dropSpots) {
        const bool isBar = spot.height() <= DropBarPt;
        painter.setPen(isBar ? QPen(Qt::NoPen) : QPen(accent, px(1.5), Qt::DashLine));
        painter.setBrush(isBar ? accent : soft);
        painter.drawRoundedRect(spot, std::min(8.0, spot.height() / 2), std::min(8.0, spot.height() / 2));
    }
}

QList<CardId> OverlayPainter::liftedInSight(const OverlayModel& model) const
{
    // What is near, however much is lifted or drawn.
    const QRectF seen = m_camera.toScene(QRectF(QPointF(), m_viewport)).translated(-model.liftOffset);
    if (!model.liftedBand.isNull())
        return m_scene.layout().cardsIn(seen.intersected(model.liftedBand));
    if (model.lifted.size() == 1)
        return model.lifted;
    const QSet<CardId> lifted(model.lifted.begin(), model.lifted.end());
    QList<CardId> near = m_scene.layout().cardsIn(seen);
    near.removeIf([&](const CardId& id) { return !lifted.contains(id); });
    return near;
}

QRectF OverlayPainter::liftedExtent(const OverlayModel& model, const LiftedRoutes& lifted) const
{
    if (model.lifted.size() != 1)
        return m_camera.toScene(QRectF(QPointF(), m_viewport));
    QRectF area = m_scene.layout().cardRect(model.lifted.first()).translated(model.liftOffset);
    for (const auto& [connection, route] : lifted)
        area |= route.bounds;
    return area;
}

void OverlayPainter::paintLifted(QPainter& painter, const OverlayModel& model, const LiftedRoutes& lifted) const
{
    if (model.lifted.isEmpty() && model.liftedBand.isNull())
        return;
    SceneOptions options = m_scene.options();
    options.hidden.clear();
    const SceneBuilder builder = m_scene.builder(options);
    paintLiftedConnections(painter, builder, lifted);
    paintLiftedBand(painter, model);
    const QList<CardId> near = liftedInSight(model);
    painter.save();
    painter.translate(model.liftOffset);
    painter.setOpacity(model.copies || !model.liftedBand.isNull() ? 0.8 : 0.94);
    QList<DisplayItem> items;
    for (const CardId& id : near)
        items += builder.cardItem(id);
    m_painter.paintItems(items, painter, m_camera.scale * m_dpr);
    painter.setOpacity(1);
    for (const CardId& id : near) {
        if (model.liftedBand.isNull())
            paintOutline(painter, refTo(id), 2, toColor(m_scene.theme().accent));
        if (model.copies)
            paintCopySign(painter, m_scene.layout().cardRect(id));
    }
    painter.restore();
}

void OverlayPainter::paintLiftedBand(QPainter& painter, const OverlayModel& model) const
{
    if (model.liftedBand.isNull())
        return;
    QColor accent = toColor(m_scene.theme().accent);
    painter.setPen(QPen(accent, px(1.5)));
    accent.setAlphaF(0.12F);
    painter.setBrush(accent);
    painter.drawRect(model.liftedBand.translated(model.liftOffset));
}

void OverlayPainter::paintCopySign(QPainter& painter, const QRectF& card) const
{
    const QPointF centre = card.topLeft();
    painter.setPen(QPen(toColor(m_scene.theme().card), px(1.5)));
    painter.setBrush(toColor(m_scene.theme().accent));
    painter.drawEllipse(centre, px(9), px(9));
    painter.setPen(QPen(toColor(m_scene.theme().card), px(2), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre - QPointF(px(4.5), 0), centre + QPointF(px(4.5), 0));
    painter.drawLine(centre - QPointF(0, px(4.5)), centre + QPointF(0, px(4.5)));
}

QFont OverlayPainter::hintFont() const
{
    QFont font = fontOf(m_scene.typeface(), TextRole::CardMeta);
    font.setPixelSize(HintTextPx);
    return font;
}

QRectF OverlayPainter::hintRect(const OverlayModel& model) const
{
    // Beside the pointer, and within what is seen.
    const QSizeF size(QFontMetricsF(hintFont()).horizontalAdvance(model.hint) + 20, HintTextPx + 14);
    const QRectF all(QPointF(), m_viewport);
    QRectF rect(m_camera.toViewport(model.hintAt) + QPointF(16, 20), size);
    rect.moveLeft(std::max(std::min(rect.left(), all.right() - size.width() - 4), 4.0));
    if (rect.bottom() > all.bottom() - 4)
        rect.moveBottom(m_camera.toViewport(model.hintAt).y() - 12);
    return m_camera.toScene(rect);
}

void OverlayPainter::paintHint(QPainter& painter, const OverlayModel& model) const
{
    if (model.hint.isEmpty())
        return;
    const QRectF rect = m_camera.toViewport(hintRect(model));
    painter.save();
    painter.translate(m_camera.origin);
    painter.scale(1 / m_camera.scale, 1 / m_camera.scale);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toColor(m_scene.theme().ink));
    painter.drawRoundedRect(rect, 6, 6);
    painter.setPen(toColor(m_scene.theme().card));
    painter.setFont(hintFont());
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, model.hint);
    painter.restore();
}

QList<ElementRef> OverlayPainter::connectionsInSight(const OverlayModel& model) const
{
    const QSet<ElementRef>& hidden = m_scene.options().hidden;
    const auto isConnection = [](const ElementRef& ref) { return ref.kind == ElementKind::Connection; };
    QList<ElementRef> refs;
    if (model.lifted.size() == 1) {
        std::copy_if(hidden.begin(), hidden.end(), std::back_inserter(refs), isConnection);
        std::sort(refs.begin(), refs.end(), [](const ElementRef& l, const ElementRef& r) { return l.id < r.id; });
        return refs;
    }
    const QRectF seen = m_camera.toScene(QRectF(QPointF(), m_viewport));
    QSet<ElementRef> known;
    for (const QRectF& area : {seen, seen.translated(-model.liftOffset)}) {
        for (const ConnectionId& id : m_scene.layout().connectionsIn(area)) {
            if (hidden.contains(refTo(id)) && !known.contains(refTo(id))) {
                known += refTo(id);
                refs += refTo(id);
            }
        }
    }
    return refs;
}

LiftedRoutes OverlayPainter::liftedRoutes(const OverlayModel& model) const
{
    // Ways of their own while the hand moves; the routes follow when it lets go.
    if (model.lifted.isEmpty())
        return {};
    const QSet<CardId> lifted(model.lifted.begin(), model.lifted.end());
    const auto isLifted = [&](const End& end) {
        const CardId* card = cardAt(end);
        return card && lifted.contains(*card);
    };
    const auto rectOf = [&](const End& end) {
        const QRectF rect = m_scene.areaOf(attachedTo(end));
        return isLifted(end) ? rect.translated(model.liftOffset) : rect;
    };
    LiftedRoutes routes;
    QHash<QString, int> ofCard;
    for (const ElementRef& ref : connectionsInSight(model)) {
        const Connection* connection = m_scene.blueprint().find(ConnectionId(ref.id));
        const std::optional<Route> drawn = m_scene.layout().route(ConnectionId(ref.id));
        if (!connection || !drawn)
            continue;
        if (isLifted(connection->from) && isLifted(connection->to)) {
            routes.emplaceBack(connection, translated(*drawn, model.liftOffset));
            continue;
        }
        const QRectF from = rectOf(connection->from);
        const QRectF to = rectOf(connection->to);
        if (from.isNull() || to.isNull())
            continue;
        // Those of one card lie side by side.
        const int nth = ofCard[attachedTo(isLifted(connection->from) ? connection->from : connection->to).id]++;
        Route route = elbow(from, to, AsidePt * ((nth + 1) / 2) * (nth % 2 == 0 ? 1 : -1));
        if (route.points.isEmpty())
            continue;
        route.bounds = QPolygonF(route.points).boundingRect().adjusted(-HeadPt, -HeadPt, HeadPt, HeadPt);
        if (!drawn->label.isNull())
            putLabel(route, drawn->label.size(), drawn->labelLines);
        routes.emplaceBack(connection, route);
    }
    return routes;
}

void OverlayPainter::paintLiftedConnections(QPainter& painter, const SceneBuilder& builder,
                                            const LiftedRoutes& lifted) const
{
    QList<DisplayItem> lines;
    QList<DisplayItem> labels;
    for (const auto& [connection, route] : lifted) {
        lines += builder.connectionItem(*connection, route);
        labels += builder.labelItem(*connection, route);
    }
    m_painter.paintItems(lines, painter, m_camera.scale * m_dpr);
    m_painter.paintItems(labels, painter, m_camera.scale * m_dpr);
}

void OverlayPainter::paintDraft(QPainter& painter, const ConnectionDraft& draft) const
{
    const QColor accent = toColor(m_scene.theme().accent);
    if (!draft.target.isNull()) {
        QColor soft = accent;
        soft.setAlphaF(draft.makesCard ? 0.08F : 0.14F);
        painter.setPen(QPen(accent, px(2), draft.makesCard ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(soft);
        painter.drawRoundedRect(draft.target, 8, 8);
    }
    paintArrow(painter, draft.from, draft.to, draft.fits ? accent : toColor(m_scene.theme().muted), 2);
}

void OverlayPainter::paintArrow(QPainter& painter, QPointF from, QPointF to, const QColor& colour, double widthPx) const
{
    const QLineF line(from, to);
    painter.setPen(QPen(colour, px(widthPx), Qt::SolidLine, Qt::RoundCap));
    if (line.length() < px(8)) {
        painter.drawLine(line);
        return;
    }
    const QPointF along = (to - from) / line.length();
    const QPointF across(-along.y(), along.x());
    const double length = std::max(px(8), 8.0);
    painter.drawLine(from, to - along * length * 0.8);
    QPainterPath head(to);
    head.lineTo(to - along * length + across * length * 0.45);
    head.lineTo(to - along * length - across * length * 0.45);
    head.closeSubpath();
    painter.fillPath(head, colour);
}

} // namespace throughline
