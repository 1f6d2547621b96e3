// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/scenebuilder.h"
#include "core/scene/shapes.h"

#include <algorithm>

/// How a patch looks before it is applied. Nothing here is told by colour alone: what comes is dashed and has a plus,
/// what changes has a heavy edge and a dot, what goes is pale, struck out and has a minus.
namespace throughline {

namespace {

constexpr double SignRadiusPt = 8;
constexpr double SignReachPt = 4;
constexpr double TintShare = 0.07; // of the accent, in the ground of what comes or changes
constexpr double PaleShare = 0.55; // of the ground, in what goes
constexpr double BesideBadgePt = 20;
constexpr double BandInsetPt = 3;

PathOp stroke(const QPointF& from, const QPointF& to, const Stroke& stroke)
{
    PathOp path;
    path.segments = {{PathOp::Segment::Kind::Move, from, {}, {}}, {PathOp::Segment::Kind::Line, to, {}, {}}};
    path.stroke = stroke;
    return path;
}

constexpr Rgba withAlpha(Rgba colour, quint32 alpha)
{
    return (colour & 0x00ffffffU) | (alpha << 24);
}

} // namespace

std::optional<PreviewMark> SceneBuilder::previewMark(const ElementRef& element) const
{
    const auto mark = m_options.preview.constFind(element);
    return mark == m_options.preview.cend() ? std::nullopt : std::optional(*mark);
}

Stroke SceneBuilder::previewEdge(PreviewMark mark) const
{
    switch (mark) {
    case PreviewMark::Added:
        return {m_theme.accent, 1.75 * m_theme.strokeScale, Stroke::Dash::Dashed};
    case PreviewMark::Changed:
        return {m_theme.accent, 2.25 * m_theme.strokeScale, Stroke::Dash::Solid};
    case PreviewMark::Removed:
        return {m_theme.muted, 1.0 * m_theme.strokeScale, Stroke::Dash::Dashed};
    }
    return {};
}

Rgba SceneBuilder::previewGround(PreviewMark mark, Rgba ground, Rgba band) const
{
    return mark == PreviewMark::Removed ? mix(ground, band, PaleShare) : mix(ground, m_theme.accent, TintShare);
}

void SceneBuilder::strikeOut(DisplayItem& item) const
{
    QList<DrawOp> strokes;
    for (DrawOp& op : item.ops) {
        auto* text = std::get_if<TextOp>(&op);
        if (!text || text->text.isEmpty())
            continue;
        text->colour = m_theme.muted;
        const double y = text->baseline.y() - m_measurer.ascent(text->role) * 0.3;
        const double left = text->align == TextOp::Align::Left     ? text->baseline.x()
                            : text->align == TextOp::Align::Centre ? text->baseline.x() - text->widthPt / 2
                                                                   : text->baseline.x() - text->widthPt;
        strokes += stroke({left, y}, {left + text->widthPt, y},
                          {m_theme.muted, 1.0 * m_theme.strokeScale, Stroke::Dash::Solid});
    }
    item.ops += strokes;
}

QPointF SceneBuilder::previewSignAnchor(const ElementRef& element) const
{
    QPointF at = badgeAnchor(element);
    if (at.isNull())
        return at;
    if (element.kind == ElementKind::Card)
        return m_layout.cardRect(CardId(element.id)).topLeft() + QPointF(2, 2);
    if (element.kind == ElementKind::Connection) {
        const std::optional<Route> route = m_layout.route(ConnectionId(element.id));
        if (!route->label.isNull())
            return route->label.topLeft() + QPointF(-2, 2);
    }
    if (m_options.callouts.contains(element))
        at.rx() -= BesideBadgePt;
    return at;
}

DisplayItem SceneBuilder::previewSignItem(const ElementRef& element) const
{
    DisplayItem item;
    item.element = element;
    item.layer = Layer::Badge;
    const std::optional<PreviewMark> mark = previewMark(element);
    const QPointF at = mark ? previewSignAnchor(element) : QPointF();
    if (at.isNull() || m_options.hidden.contains(element))
        return item;
    const bool added = *mark == PreviewMark::Added;
    const Rgba colour = *mark == PreviewMark::Removed ? m_theme.muted : m_theme.accent;
    const Rgba sign = added ? m_theme.card : colour;
    const Stroke line{sign, 1.75, Stroke::Dash::Solid};
    item.bounds = QRectF(at, QSizeF()).adjusted(-SignRadiusPt, -SignRadiusPt, SignRadiusPt, SignRadiusPt);
    item.bounds.adjust(-2, -2, 2, 2);
    item.ops += circle(at, SignRadiusPt, added ? colour : m_theme.card,
                       {added ? m_theme.card : colour, 1.5, Stroke::Dash::Solid});
    if (*mark == PreviewMark::Changed) {
        item.ops += circle(at, 3, colour, {});
        return item;
    }
    item.ops += stroke(at - QPointF(SignReachPt, 0), at + QPointF(SignReachPt, 0), line);
    if (added)
        item.ops += stroke(at - QPointF(0, SignReachPt), at + QPointF(0, SignReachPt), line);
    return item;
}

QList<DisplayItem> SceneBuilder::previewBandItems(const QRectF& area) const
{
    QList<DisplayItem> items;
    const QRectF grid = m_layout.gridRect();
    const auto add = [&](const ElementRef& element, const QRectF& band) {
        const std::optional<PreviewMark> mark = previewMark(element);
        if (!mark || !band.intersects(area))
            return;
        DisplayItem item;
        item.element = element;
        item.layer = Layer::Line;
        item.bounds = band;
        const Rgba fill =
            *mark == PreviewMark::Removed ? withAlpha(m_theme.paper, 0xa0) : withAlpha(m_theme.accent, 0x0d);
        item.ops += RectOp{band.adjusted(BandInsetPt, BandInsetPt, -BandInsetPt, -BandInsetPt),
                           m_layout.style().cardRadiusPt, fill, previewEdge(*mark)};
        items += item;
    };
    for (const LayoutRow& row : m_layout.rows())
        add({ElementKind::Lane, row.lane.value},
            QRectF(grid.left(), row.stripsBottom, grid.width(), row.bottom - row.stripsBottom));
    for (const LayoutColumn& column : m_layout.columns()) {
        if (column.kind == ColumnKind::Step)
            add({ElementKind::Step, column.step.value},
                QRectF(column.left - 10, grid.top(), column.width + 20, grid.height()));
    }
    return items;
}

} // namespace throughline
