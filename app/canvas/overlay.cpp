// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/overlay.h"

#include "core/model/queries.h"
#include "core/render/palette.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline {

namespace {

constexpr double HandleRadiusPx = 5;
/// Around everything: strokes, handles, shadows, badges.
constexpr double SpillPx = 24;
constexpr float VeilStrength = 0.74F;
constexpr double SmallestWithGripsPx = 40;

} // namespace

OverlayPicture pictureOf(const QRectF& seen, const Camera& camera, double dpr,
                         const std::function<void(QPainter&)>& paint)
{
    const QRect device = QRectF(seen.topLeft() * dpr, seen.size() * dpr).toAlignedRect();
    if (device.isEmpty())
        return {};
    OverlayPicture picture{QImage(device.size(), QImage::Format_ARGB32_Premultiplied),
                           QRectF(QPointF(device.topLeft()) / dpr, QSizeF(device.size()) / dpr)};
    picture.image.fill(Qt::transparent);
    QPainter painter(&picture.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-device.topLeft());
    painter.scale(camera.scale * dpr, camera.scale * dpr);
    painter.translate(-camera.origin);
    paint(painter);
    return picture;
}

std::array<QPointF, 4> handlePoints(const QRectF& card, double scale)
{
    const double out = 2 / scale;
    return {QPointF(card.center().x(), card.top() - out), QPointF(card.right() + out, card.center().y()),
            QPointF(card.center().x(), card.bottom() + out), QPointF(card.left() - out, card.center().y())};
}

OverlayPainter::OverlayPainter(const CanvasScene& scene, const ScenePainter& painter, const Camera& camera,
                               QSizeF viewport, double dpr)
    : m_scene(scene), m_painter(painter), m_camera(camera), m_viewport(viewport), m_dpr(dpr)
{
}

CurveBuilder OverlayPainter::curves() const
{
    return {m_scene.blueprint(), m_scene.layout(), m_scene.theme(), m_scene.options(), m_scene.measurer()};
}

ElementRef OverlayPainter::cardWithHandles(const OverlayModel& model) const
{
    if (!model.handles)
        return {};
    if (model.hovered.kind == ElementKind::Card)
        return model.hovered;
    const bool one = model.selected.size() == 1 && model.selected.first().kind == ElementKind::Card;
    return one ? model.selected.first() : ElementRef();
}

QRectF OverlayPainter::extent(const OverlayModel& model, const LiftedRoutes& lifted) const
{
    const QRectF all = m_camera.toScene(QRectF(QPointF(), m_viewport));
    if (!model.lit.isEmpty())
        return all;
    QRectF area = model.rubberBand | model.cursorCell;
    const auto add = [&](const QRectF& rect) {
        if (!rect.isNull() && rect.intersects(all))
            area |= rect;
    };
    for (const ElementRef& ref : model.selected)
        add(m_scene.areaOf(ref));
    for (const ElementRef& ref : model.evidence)
        add(m_scene.areaOf(ref));
    if (!model.hovered.id.isEmpty())
        add(m_scene.areaOf(model.hovered));
    for (const QRectF& cell : model.dropCells)
        add(cell);
    for (const QRectF& spot : model.dropSpots)
        add(spot);
    if (!model.lifted.isEmpty() || !model.liftedBand.isNull())
        area |= liftedExtent(model, lifted);
    if (!model.spliced.id.isEmpty())
        add(m_scene.areaOf(model.spliced));
    if (!model.hint.isEmpty())
        area |= hintRect(model);
    if (model.curve)
        area |= curves().draftItem(model.curve->row, model.curve->column, model.curve->value).bounds;
    if (model.draft)
        area |= QRectF(model.draft->from, model.draft->to).normalized().adjusted(-1, -1, 1, 1) | model.draft->target;
    return area;
}

QRectF OverlayPainter::seenOf(const QRectF& area) const
{
    return m_camera.toViewport(area)
        .adjusted(-SpillPx, -SpillPx, SpillPx, SpillPx)
        .intersected(QRectF(QPointF(), m_viewport));
}

OverlayPicture OverlayPainter::paint(const OverlayModel& model) const
{
    const LiftedRoutes lifted = liftedRoutes(model);
    const QRectF area = extent(model, lifted);
    if (area.isNull())
        return {};
    return pictureOf(seenOf(area), m_camera, m_dpr, [&](QPainter& painter) { paintAll(painter, model, lifted); });
}

OverlayPicture OverlayPainter::paintGap(const Gap& gap) const
{
    const QRectF all = m_camera.toScene(QRectF(QPointF(), m_viewport));
    const double at = gap.positionPt;
    const QLineF line = gap.between == Gap::Between::Rows ? QLineF(all.left(), at, all.right(), at)
                                                          : QLineF(at, all.top(), at, all.bottom());
    return pictureOf(seenOf({line.p1(), line.p2()}), m_camera, m_dpr, [&](QPainter& painter) {
        painter.setPen(QPen(toColor(m_scene.theme().accent), px(3)));
        painter.drawLine(line);
    });
}

void OverlayPainter::paintAll(QPainter& painter, const OverlayModel& model, const LiftedRoutes& lifted) const
{
    paintVeil(painter, model);
    paintEvidence(painter, model);
    paintDropGuides(painter, model);
    paintSelection(painter, model);
    paintBadgesAndLabels(painter, model);
    paintLifted(painter, model, lifted);
    if (model.curve)
        m_painter.paintItems({curves().draftItem(model.curve->row, model.curve->column, model.curve->value)}, painter,
                             m_camera.scale * m_dpr);
    if (model.draft)
        paintDraft(painter, *model.draft);
    if (!model.rubberBand.isNull()) {
        QColor accent = toColor(m_scene.theme().accent);
        painter.setPen(QPen(accent, px(1)));
        accent.setAlphaF(0.1F);
        painter.setBrush(accent);
        painter.drawRect(model.rubberBand);
    }
    paintHint(painter, model);
}

void OverlayPainter::paintVeil(QPainter& painter, const OverlayModel& model) const
{
    if (model.lit.isEmpty())
        return;
    const QRectF all = m_camera.toScene(QRectF(QPointF(), m_viewport));
    QColor veil = toColor(m_scene.theme().paper);
    veil.setAlphaF(VeilStrength);
    painter.fillRect(all.adjusted(-1, -1, 1, 1), veil);
    const SceneBuilder builder = m_scene.builder();
    // Only what is in sight, however long the thread is. Its lines are heavier than they were, so that it is told from
    // the rest by more than its strength.
    QList<DisplayItem> lines;
    QList<DisplayItem> cards;
    const QColor under = toColor(m_scene.theme().ink);
    painter.setBrush(Qt::NoBrush);
    for (const ConnectionId& id : m_scene.layout().connectionsIn(all)) {
        if (!model.lit.contains(refTo(id)))
            continue;
        const auto route = m_scene.layout().route(id);
        QColor halo = under;
        halo.setAlphaF(0.16F);
        painter.setPen(QPen(halo, std::max(px(7), 5.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(route->points.constData(), int(route->points.size()));
        lines += builder.connectionItem(id);
        cards += builder.labelItem(id);
    }
    for (const CardId& id : m_scene.layout().cardsIn(all)) {
        if (model.lit.contains(refTo(id)))
            cards += {builder.cardItem(id), builder.badgeItem(refTo(id))};
    }
    m_painter.paintItems(lines, painter, m_camera.scale * m_dpr);
    m_painter.paintItems(cards, painter, m_camera.scale * m_dpr);
}

void OverlayPainter::paintOutline(QPainter& painter, const ElementRef& ref, double widthPx, const QColor& colour) const
{
    if (ref.kind == ElementKind::Card) {
        const QRectF card = m_scene.layout().cardRect(CardId(ref.id));
        if (card.isNull())
            return;
        const double out = px(widthPx) / 2;
        const double radius = std::min(m_scene.layout().style().cardRadiusPt, card.height() / 2) + out;
        painter.setPen(QPen(colour, px(widthPx)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.adjusted(-out, -out, out, out), radius, radius);
    } else if (ref.kind == ElementKind::Connection) {
        const std::optional<Route> route = m_scene.layout().route(ConnectionId(ref.id));
        if (!route)
            return;
        QColor halo = colour;
        halo.setAlphaF(0.35F);
        painter.setPen(QPen(halo, px(widthPx * 3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(route->points.constData(), int(route->points.size()));
        painter.setPen(QPen(colour, px(1.5)));
        painter.setBrush(toColor(m_scene.theme().card));
        // Over what the connection meets, so that its head or diamond is seen.
        const QList<QPointF>& points = route->points;
        for (const auto& [end, before] :
             {std::pair(points.first(), points[1]), std::pair(points.last(), points[points.size() - 2])}) {
            const QLineF on(before, end);
            painter.drawEllipse(on.length() > 0 ? on.pointAt(1 + px(4) / on.length()) : end, px(4), px(4));
        }
    } else if (const QRectF area = m_scene.areaOf(ref); !area.isNull()) {
        QColor tint = colour;
        tint.setAlphaF(0.06F);
        painter.fillRect(area, tint);
    }
}

void OverlayPainter::paintEvidence(QPainter& painter, const OverlayModel& model) const
{
    const QColor colour = toColor(m_scene.theme().of(model.evidenceSeverity));
    for (const ElementRef& ref : model.evidence)
        paintOutline(painter, ref, 2.5, colour);
}

void OverlayPainter::paintSelection(QPainter& painter, const OverlayModel& model) const
{
    const QColor accent = toColor(m_scene.theme().accent);
    const QRectF all = m_camera.toScene(QRectF(QPointF(), m_viewport));
    if (!model.cursorCell.isNull()) {
        painter.setPen(QPen(accent, px(1.5), Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(model.cursorCell, 8, 8);
    }
    const bool isMoving = !model.lifted.isEmpty() && !model.copies;
    if (!model.hovered.id.isEmpty() && !model.selected.contains(model.hovered) && !isMoving) {
        QColor soft = accent;
        soft.setAlphaF(0.55F);
        paintOutline(painter, model.hovered, 1.5, soft);
    }
    for (const ElementRef& ref : model.selected) {
        const QRectF area = m_scene.areaOf(ref);
        if (area.intersects(all) && !(isMoving && ref.kind == ElementKind::Card))
            paintOutline(painter, ref, 2, accent);
    }
    // The last one selected is what keys act on: with the keyboard here it carries a second ring.
    if (model.focused && !isMoving && model.selected.size() > 1) {
        QColor ring = accent;
        ring.setAlphaF(0.35F);
        paintOutline(painter, model.selected.last(), 6, ring);
    }
    if (const ElementRef ref = cardWithHandles(model); !ref.id.isEmpty() && !isMoving)
        paintHandles(painter, m_scene.layout().cardRect(CardId(ref.id)));
}

/// An outline passes through the badges at its corner and the label of a connection: they are drawn over it once more,
/// so that they can be read.
void OverlayPainter::paintBadgesAndLabels(QPainter& painter, const OverlayModel& model) const
{
    const bool isMoving = !model.lifted.isEmpty() && !model.copies;
    if (isMoving)
        return;
    const QRectF all = m_camera.toScene(QRectF(QPointF(), m_viewport));
    QList<DisplayItem> items;
    const auto add = [&](const ElementRef& ref) {
        const bool isConnection = ref.kind == ElementKind::Connection;
        if ((ref.kind != ElementKind::Card && !isConnection) || !m_scene.areaOf(ref).intersects(all))
            return;
        if (isConnection)
            items += m_scene.builder().labelItem(ConnectionId(ref.id));
        if (const DisplayItem badge = m_scene.builder().badgeItem(ref); !badge.ops.isEmpty())
            items += badge;
    };
    for (const ElementRef& ref : model.evidence)
        add(ref);
    for (const ElementRef& ref : model.selected)
        add(ref);
    add(model.hovered);
    m_painter.paintItems(items, painter, m_camera.scale * m_dpr);
}

void OverlayPainter::paintHandles(QPainter& painter, const QRectF& card) const
{
    if (card.isNull() || card.height() * m_camera.scale < 16)
        return;
    painter.setPen(QPen(toColor(m_scene.theme().accent), px(1.5)));
    painter.setBrush(toColor(m_scene.theme().card));
    for (const QPointF& point : handlePoints(card, m_camera.scale))
        painter.drawEllipse(point, px(HandleRadiusPx), px(HandleRadiusPx));
    paintGrips(painter, card);
}

void OverlayPainter::paintGrips(QPainter& painter, const QRectF& card) const
{
    // Two short bars in the lower corners: the edges can be pulled over more steps.
    const double length = std::min(px(12), card.height() / 4);
    if (card.height() * m_camera.scale < SmallestWithGripsPx)
        return;
    QPen pen(toColor(m_scene.theme().accent), px(4), Qt::SolidLine, Qt::RoundCap);
    painter.setPen(pen);
    const double bottom = card.bottom() - px(8);
    for (const double x : {card.left(), card.right()})
        painter.drawLine(QPointF(x, bottom - length), QPointF(x, bottom));
}

} // namespace throughline
