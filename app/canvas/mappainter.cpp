// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/mappainter.h"

#include "app/canvas/farcell.h"
#include "core/render/palette.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

/// Signs of findings nearer to each other than this many logical pixels become one, the worst.
constexpr double SquarePx = 8;
constexpr double SignPx = 3.6;
constexpr double RingPx = 1;
/// Phases narrower than this many logical pixels are not told apart.
constexpr double LeastPhasePx = 10;
/// Evidence is no doing of a department: it stays in the background.
constexpr float QuietShare = 0.55F;

/// A triangle for a warning, a square on its corner for an error, a circle for a hint.
QPainterPath signPath(Severity severity, QPointF at, double half)
{
    QPainterPath path;
    switch (severity) {
    case Severity::Error:
        path.addPolygon(
            QPolygonF({at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)}));
        break;
    case Severity::Warning:
        path.addPolygon(
            QPolygonF({at + QPointF(0, -half), at + QPointF(half, half * 0.8), at + QPointF(-half, half * 0.8)}));
        break;
    case Severity::Hint:
    case Severity::Off:
        path.addEllipse(at, half * 0.8, half * 0.8);
        break;
    }
    path.closeSubpath();
    return path;
}

} // namespace

QRectF MapScale::toPixels(const QRectF& scene) const
{
    return {(scene.left() - content.left()) * x(), (scene.top() - content.top()) * y(), scene.width() * x(),
            scene.height() * y()};
}

QRectF MapScale::toScene(const QRectF& pixels) const
{
    return {content.left() + pixels.left() / x(), content.top() + pixels.top() / y(), pixels.width() / x(),
            pixels.height() / y()};
}

PixelRect MapPainter::pixels(const QRectF& scene) const
{
    const QRectF rect = m_scale.toPixels(scene);
    return {float(rect.left()), float(rect.top()), float(rect.right()), float(rect.bottom())};
}

void MapPainter::paint(const QRect& area)
{
    PixelPainter painter(m_image, {0, 0}, area);
    // A sign reaches into area from the squares around it.
    const double around = std::ceil(SquarePx * m_scale.unit) + 1;
    const QRectF seen =
        m_scale.toScene(QRectF(area).adjusted(-around, -around, around, around)).intersected(m_scale.content);
    paintGround(painter, seen);
    paintCards(painter, seen);
    m_signs.clear();
    collectSigns(seen);
    collectHeaderSigns(seen);
    paintSigns(area);
}

void MapPainter::paintGround(PixelPainter& painter, const QRectF& seen) const
{
    const Layout& layout = m_scene.layout();
    const QRectF grid = layout.gridRect();
    const QRectF tray = layout.trayRect();
    painter.fill(pixels(m_scale.content), m_theme.paper);
    const auto [first, last] = layout.rowsIn(seen.top(), seen.bottom());
    for (int r = first; r <= last; ++r) {
        const LayoutRow& row = layout.rows()[r];
        const Rgba colour = m_theme.band(row.stage);
        painter.fill(pixels({grid.left(), row.top, grid.width(), row.bottom - row.top}), colour);
        if (!tray.isNull())
            painter.fill(pixels({tray.left(), row.top, tray.width(), row.bottom - row.top}),
                         mix(colour, m_theme.paper, 0.5));
    }
    const auto line = float(m_scale.unit);
    for (const LayoutPhase& phase : layout.phases()) {
        const LayoutColumn& column = layout.columns()[phase.firstColumn];
        const double x = (column.gutterLeft + column.left) / 2;
        if (phase.firstColumn == 0 || x < seen.left() || x > seen.right() ||
            phase.rect.width() * m_scale.x() < LeastPhasePx * m_scale.unit)
            continue;
        const PixelRect rect = pixels({x, grid.top(), 0, grid.height()});
        painter.fill({rect.left, rect.top, rect.left + line, rect.bottom}, m_theme.grid, 0.7F);
    }
    for (const LayoutLine& stage : layout.lines()) {
        const PixelRect rect = pixels({grid.left(), stage.top + stage.height / 2, grid.width(), 0});
        painter.fill({rect.left, rect.top - line / 2, rect.right, rect.top + line / 2}, m_theme.ink,
                     stage.kind == LineKind::Visibility ? 0.7F : 0.25F);
    }
}

void MapPainter::paintCards(PixelPainter& painter, const QRectF& seen) const
{
    QRect grid = FarMap::cellsOf(seen);
    m_scene.farMap().visit(m_scene, seen, [&](QPoint place, const FarCell& cell) {
        const QPointF corner = FarMap::areaOf(place).topLeft();
        for (const FarBlock& block : cell.blocks) {
            // One that lies in several squares is painted with the first of them.
            if ((block.left < float(corner.x()) && place.x() > grid.left()) ||
                (block.top < float(corner.y()) && place.y() > grid.top()))
                continue;
            const PixelRect rect = pixels(QRectF(QPointF(double(block.left), double(block.top)),
                                                 QPointF(double(block.right), double(block.bottom))));
            painter.fill(rect, block.quiet ? m_theme.evidenceEdge : block.stripe, block.quiet ? QuietShare : 1);
        }
    });
}

void MapPainter::addSign(Severity severity, QPointF scene)
{
    if (severity == Severity::Off)
        return;
    // At the border of the picture a sign is moved inwards, to be seen whole.
    const double reach = ReachPx * m_scale.unit;
    const QPointF there = m_scale.toPixels(QRectF(scene, QSizeF())).topLeft();
    const QPointF at(std::clamp(there.x(), std::min(reach, m_scale.size.width() / 2.0),
                                std::max(m_scale.size.width() - reach, m_scale.size.width() / 2.0)),
                     std::clamp(there.y(), std::min(reach, m_scale.size.height() / 2.0),
                                std::max(m_scale.size.height() - reach, m_scale.size.height() / 2.0)));
    const double square = SquarePx * m_scale.unit;
    Sign& sign = m_signs[{int(at.y() / square), int(at.x() / square)}];
    const auto rank = [](const Sign& one) { return std::tuple(-int(one.severity), one.at.y(), one.at.x()); };
    if (const Sign fresh{severity, at}; sign.severity == Severity::Off || rank(fresh) < rank(sign))
        sign = fresh;
}

void MapPainter::collectSigns(const QRectF& seen)
{
    m_scene.farMap().visit(m_scene, seen, [&](QPoint, const FarCell& cell) {
        for (const FarBlock& block : cell.blocks)
            addSign(block.severity, QPointF(double(block.right), double(block.top)));
        for (const FarSpot& spot : cell.spots)
            addSign(spot.severity, QPointF(double(spot.x), double(spot.y)));
    });
}

void MapPainter::collectHeaderSigns(const QRectF& seen)
{
    if (m_scene.options().callouts.isEmpty())
        return;
    const auto add = [&](const ElementRef& ref, QPointF at) { addSign(worstAt(m_scene.options(), ref), at); };
    const Layout& layout = m_scene.layout();
    const auto [firstRow, lastRow] = layout.rowsIn(seen.top(), seen.bottom());
    for (int r = firstRow; r <= lastRow; ++r) {
        const LayoutRow& row = layout.rows()[r];
        add(refTo(row.lane), {m_scale.content.left(), (row.top + row.bottom) / 2});
    }
    const auto [firstColumn, lastColumn] = layout.columnsIn(seen.left(), seen.right());
    for (int c = firstColumn; c <= lastColumn; ++c) {
        const LayoutColumn& column = layout.columns()[c];
        add(refTo(column.step), {column.left + column.width / 2, m_scale.content.top()});
    }
    for (const LayoutPhase& phase : layout.phases())
        add(refTo(phase.phase), {phase.rect.center().x(), m_scale.content.top()});
}

void MapPainter::paintSigns(const QRect& area) const
{
    if (m_signs.empty())
        return;
    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area);
    const double half = SignPx * m_scale.unit;
    painter.setPen(QPen(toColor(m_theme.card), RingPx * m_scale.unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    // The worst lie above the others.
    for (const Severity severity : {Severity::Hint, Severity::Warning, Severity::Error}) {
        painter.setBrush(toColor(m_theme.of(severity)));
        for (const auto& [square, sign] : m_signs) {
            if (sign.severity == severity)
                painter.drawPath(signPath(severity, sign.at, half));
        }
    }
}

} // namespace throughline
