// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/walkpainter.h"

#include "core/model/queries.h"
#include "core/render/palette.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

constexpr double LabelPx = 13;
constexpr double LabelHeightPx = 24;
/// How far a label reaches into the card below it.
constexpr double LiftPx = 6;
constexpr double SpillPx = 60;
const QColor AnsweredFill(0x0B, 0x7A, 0x4B);
const QColor DiesFill(0xC4, 0x32, 0x0A);
const QColor CirclesFill(0xB5, 0x47, 0x08);
const QColor UnknownFill(0x5B, 0x65, 0x75);
const QColor WalkFill(0x25, 0x63, 0xEB);

QColor fillOf(WalkSign sign)
{
    switch (sign) {
    case WalkSign::Answered:
        return AnsweredFill;
    case WalkSign::Dies:
        return DiesFill;
    case WalkSign::Circles:
        return CirclesFill;
    case WalkSign::Unknown:
        return UnknownFill;
    case WalkSign::Asks:
    case WalkSign::Holds:
        break;
    }
    return WalkFill;
}

QFont labelFont(const Typeface& typeface)
{
    QFont font(typeface.family);
    font.setPixelSize(int(LabelPx));
    font.setWeight(QFont::DemiBold);
    return font;
}

/// The sign within a square of side 1 about the origin, as strokes.
QPainterPath strokesOf(WalkSign sign)
{
    QPainterPath path;
    switch (sign) {
    case WalkSign::Answered:
        path.moveTo(-0.26, 0.02);
        path.lineTo(-0.07, 0.21);
        path.lineTo(0.27, -0.19);
        break;
    case WalkSign::Dies:
        path.moveTo(-0.2, -0.2);
        path.lineTo(0.2, 0.2);
        path.moveTo(0.2, -0.2);
        path.lineTo(-0.2, 0.2);
        break;
    case WalkSign::Circles:
        path.arcMoveTo(QRectF(-0.24, -0.24, 0.48, 0.48), 60);
        path.arcTo(QRectF(-0.24, -0.24, 0.48, 0.48), 60, 290);
        path.moveTo(0.31, -0.21);
        path.lineTo(0.13, -0.2);
        path.lineTo(0.14, -0.38);
        break;
    case WalkSign::Unknown:
    case WalkSign::Asks:
    case WalkSign::Holds:
        path.arcMoveTo(QRectF(-0.16, -0.32, 0.32, 0.32), 170);
        path.arcTo(QRectF(-0.16, -0.32, 0.32, 0.32), 170, -220);
        path.lineTo(0, 0.12);
        path.moveTo(0, 0.3);
        path.lineTo(0.001, 0.3);
        break;
    }
    return path;
}

void paintSign(QPainter& painter, QPointF centre, double side, WalkSign sign)
{
    painter.save();
    painter.translate(centre);
    painter.scale(side, side);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(strokesOf(sign));
    painter.restore();
}

} // namespace

QImage WalkMark::picture(WalkSign sign, double dpr)
{
    const int side = int(std::ceil(SidePx * dpr));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(dpr, dpr);
    const QPointF centre(SidePx / 2.0, SidePx / 2.0);
    painter.setPen(Qt::NoPen);
    for (int i = 3; i > 0; --i) {
        painter.setBrush(QColor(0, 0, 0, 22));
        painter.drawEllipse(centre + QPointF(0, 1.5), DiscPx / 2.0 + i, DiscPx / 2.0 + i);
    }
    painter.setBrush(Qt::white);
    painter.drawEllipse(centre, DiscPx / 2.0, DiscPx / 2.0);
    painter.setBrush(fillOf(sign));
    painter.drawEllipse(centre, DiscPx / 2.0 - 2.5, DiscPx / 2.0 - 2.5);
    paintSign(painter, centre, DiscPx - 7, sign);
    return image;
}

WalkPainter::WalkPainter(const CanvasScene& scene, const ScenePainter& items, const Walk& walk, int reached,
                         double scale, double dpr)
    : m_scene(scene), m_items(items), m_walk(walk), m_track(scene, walk), m_reached(reached), m_scale(scale), m_dpr(dpr)
{
}

QRectF WalkPainter::extent() const
{
    QRectF area = m_track.bounds(0, m_track.stopCount() - 1);
    const QFontMetricsF metrics(labelFont(m_scene.typeface()));
    for (int stop = 0; stop < m_track.stopCount(); ++stop) {
        const double width = px(metrics.horizontalAdvance(m_walk.stops[stop].label) + SpillPx);
        area |= QRectF(m_track.anchor(stop), QSizeF(width, 1));
    }
    for (const QList<ElementRef>& leg : m_walk.legs)
        area |= m_scene.areaOf(leg);
    area |= m_scene.areaOf(m_walk.dead);
    return area.isNull() ? area : area.adjusted(-px(SpillPx), -px(SpillPx), px(SpillPx), px(SpillPx));
}

QColor WalkPainter::colourOf(int stop) const
{
    return stop <= m_reached ? fillOf(m_walk.stops[stop].sign) : toColor(m_scene.theme().muted);
}

void WalkPainter::paint(QPainter& painter) const
{
    paintLit(painter);
    paintLegs(painter);
    if (m_reached >= m_track.stopCount() - 1)
        paintDead(painter);
    for (int stop = 0; stop < m_track.stopCount(); ++stop)
        paintStop(painter, stop);
    for (int stop = 0; stop < m_track.stopCount(); ++stop)
        paintLabel(painter, stop);
}

void WalkPainter::paintLit(QPainter& painter) const
{
    const SceneBuilder builder = m_scene.builder();
    QSet<ElementRef> seen;
    QList<DisplayItem> lines;
    QList<DisplayItem> cards;
    const auto add = [&](const ElementRef& ref) {
        if (seen.contains(ref))
            return;
        seen += ref;
        if (ref.kind == ElementKind::Card) {
            cards += builder.cardItem(CardId(ref.id));
        } else if (ref.kind == ElementKind::Connection) {
            lines += builder.connectionItem(ConnectionId(ref.id));
        }
    };
    for (const WalkStop& stop : m_walk.stops)
        add(stop.place);
    for (const QList<ElementRef>& leg : m_walk.legs)
        std::for_each(leg.begin(), leg.end(), add);
    std::for_each(m_walk.dead.begin(), m_walk.dead.end(), add);
    m_items.paintItems(lines, painter, m_scale * m_dpr);
    m_items.paintItems(cards, painter, m_scale * m_dpr);
}

void WalkPainter::paintLegs(QPainter& painter) const
{
    using Kind = WalkTrack::Stretch::Kind;
    painter.setBrush(Qt::NoBrush);
    for (int leg = 0; leg + 1 < m_track.stopCount(); ++leg) {
        const bool done = leg < m_reached;
        QColor colour = done ? WalkFill : toColor(m_scene.theme().muted);
        colour.setAlphaF(done ? 0.9F : 0.45F);
        for (const WalkTrack::Stretch& stretch : m_track.leg(leg)) {
            if (stretch.kind == Kind::Inside)
                continue;
            const bool jump = stretch.kind == Kind::Jump;
            QPen pen(colour, px(done ? 4 : 2.5), Qt::SolidLine, jump ? Qt::FlatCap : Qt::RoundCap, Qt::RoundJoin);
            if (jump)
                pen.setDashPattern({2.2, 1.6});
            painter.setPen(pen);
            painter.drawPolyline(stretch.points.constData(), int(stretch.points.size()));
        }
    }
    // What a connection says stays readable.
    QList<DisplayItem> labels;
    for (const QList<ElementRef>& leg : m_walk.legs) {
        for (const ElementRef& ref : leg) {
            if (ref.kind == ElementKind::Connection)
                labels += m_scene.builder().labelItem(ConnectionId(ref.id));
        }
    }
    m_items.paintItems(labels, painter, m_scale * m_dpr);
}

void WalkPainter::paintStop(QPainter& painter, int stop) const
{
    const QRectF rect = m_track.stopRect(stop);
    if (m_track.isGhost(stop))
        paintGhost(painter, stop);
    const bool current = stop == m_reached;
    const double width = px(current ? 4 : stop < m_reached ? 3 : 1.5);
    const double radius = m_scene.layout().style().cardRadiusPt + width / 2;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colourOf(stop), width, stop <= m_reached ? Qt::SolidLine : Qt::DashLine));
    const double out = width / 2;
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius, radius);
    if (!current)
        return;
    QColor halo = colourOf(stop);
    halo.setAlphaF(0.22F);
    painter.setPen(QPen(halo, px(8)));
    painter.drawRoundedRect(rect.adjusted(-px(8), -px(8), px(8), px(8)), radius + px(6), radius + px(6));
}

void WalkPainter::paintGhost(QPainter& painter, int stop) const
{
    const QRectF rect = m_track.stopRect(stop);
    const double radius = m_scene.layout().style().cardRadiusPt;
    painter.setPen(Qt::NoPen);
    painter.setBrush(toColor(m_scene.theme().card));
    painter.drawRoundedRect(rect, radius, radius);
    QFont font(m_scene.typeface().family);
    font.setPixelSize(11);
    painter.setFont(font);
    painter.setPen(toColor(m_scene.theme().muted));
    const ElementRef& place = m_walk.stops[stop].place;
    const bool lane = place.kind == ElementKind::Lane;
    const QString name = nameOf(m_scene.blueprint(), place).simplified();
    const QString text = lane ? name : QCoreApplication::translate("WalkPainter", "%1\nnot drawn").arg(name);
    painter.drawText(rect.adjusted(8, 4, -8, -4), Qt::AlignCenter | Qt::TextWordWrap, text);
}

bool WalkPainter::isLabelled(int stop) const
{
    if (m_walk.stops[stop].label.isEmpty() || stop > m_reached)
        return false;
    // Who asked is not said again once the answer is back with him.
    const bool isBack = m_reached > stop && m_walk.stops[m_reached].place == m_walk.stops[stop].place;
    return m_walk.stops[stop].sign != WalkSign::Asks || !isBack;
}

void WalkPainter::paintLabel(QPainter& painter, int stop) const
{
    const QString& text = m_walk.stops[stop].label;
    // Of several at one place each stands above the one before.
    int below = 0;
    for (int other = 0; other < stop; ++other)
        below += m_walk.stops[other].place == m_walk.stops[stop].place && isLabelled(other);
    if (!isLabelled(stop))
        return;
    const QFont font = labelFont(m_scene.typeface());
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 30;
    painter.save();
    painter.translate(m_track.anchor(stop));
    painter.scale(1 / m_scale, 1 / m_scale);
    const QRectF pill(10, LiftPx - LabelHeightPx - below * (LabelHeightPx + 3), width, LabelHeightPx);
    painter.setPen(QPen(toColor(m_scene.theme().paper), 2));
    painter.setBrush(fillOf(m_walk.stops[stop].sign));
    painter.drawRoundedRect(pill, LabelHeightPx / 2, LabelHeightPx / 2);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(pill.adjusted(18, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    painter.restore();
}

void WalkPainter::paintDead(QPainter& painter) const
{
    const double radius = m_scene.layout().style().cardRadiusPt;
    for (const ElementRef& ref : m_walk.dead) {
        const QRectF card = ref.kind == ElementKind::Card ? m_scene.layout().cardRect(CardId(ref.id)) : QRectF();
        if (card.isNull())
            continue;
        painter.setPen(QPen(DiesFill, px(3)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card, radius, radius);
        painter.setPen(QPen(Qt::white, px(2)));
        painter.setBrush(DiesFill);
        painter.drawEllipse(card.topRight(), px(11), px(11));
        paintSign(painter, card.topRight(), px(20), WalkSign::Dies);
    }
}

} // namespace throughline
