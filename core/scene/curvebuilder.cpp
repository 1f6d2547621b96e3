// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/curvebuilder.h"

#include "core/scene/shapes.h"

namespace throughline {

namespace {

constexpr double PointPt = 4.5;
constexpr double WordsPt = 8; // from a point to its words
constexpr double FadeShare = 0.74;

PathOp line(const QPointF& from, const QPointF& to, const Stroke& stroke)
{
    PathOp path;
    path.segments = {{PathOp::Segment::Kind::Move, from, {}, {}}, {PathOp::Segment::Kind::Line, to, {}, {}}};
    path.stroke = stroke;
    return path;
}

/// From one point to the next, level at both, so that each stretch depends on its two ends alone.
PathOp stretch(const QPointF& from, const QPointF& to, const Stroke& stroke)
{
    const double middle = (from.x() + to.x()) / 2;
    PathOp path;
    path.segments = {{PathOp::Segment::Kind::Move, from, {}, {}},
                     {PathOp::Segment::Kind::Curve, to, {middle, from.y()}, {middle, to.y()}}};
    path.stroke = stroke;
    return path;
}

} // namespace

CurveBuilder::CurveBuilder(const Blueprint& blueprint, const Layout& layout, const Theme& theme,
                           const SceneOptions& options, const TextMeasurer& measurer)
    : m_blueprint(blueprint), m_layout(layout), m_theme(theme), m_options(options), m_measurer(measurer)
{
}

std::optional<double> CurveBuilder::valueAt(LaneCurve curve, int column) const
{
    return column < 0 ? std::nullopt : curveValue(m_blueprint, m_layout, curve, column);
}

double CurveBuilder::middleOf(int column) const
{
    return m_layout.columns()[column].left + m_layout.columns()[column].width / 2;
}

QList<DisplayItem> CurveBuilder::items(const QRectF& area) const
{
    QList<DisplayItem> items;
    const double reach = m_layout.style().cardWidthPt;
    const auto [firstRow, lastRow] = m_layout.rowsIn(area.top(), area.bottom());
    const auto [first, last] = m_layout.columnsIn(area.left() - reach, area.right() + reach);
    for (int r = firstRow; r <= lastRow && first <= last; ++r) {
        if (const LaneCurve curve = curveOf(m_blueprint, m_layout.rows()[r]); curve != LaneCurve::None)
            items += item(r, curve, first, last);
    }
    return items;
}

DisplayItem CurveBuilder::item(int index, LaneCurve curve, int firstColumn, int lastColumn) const
{
    const LayoutRow& row = m_layout.rows()[index];
    const QRectF grid = m_layout.gridRect();
    const double middle = curveY(curve, row, axisOf(curve).middle);
    DisplayItem item;
    item.element = {ElementKind::Lane, row.lane.value};
    item.layer = Layer::Line;
    item.bounds = QRectF(QPointF(grid.left(), row.top), QPointF(grid.right(), row.bottom));
    item.ops += line({grid.left(), middle}, {grid.right(), middle}, {m_theme.grid, 0.9, Stroke::Dash::Dotted});
    const bool fade = !m_options.lit.isEmpty() && !m_options.lit.contains(item.element);
    const Rgba ground = m_theme.band(row.stage);
    const Rgba ink = fade ? mix(m_theme.connection, ground, FadeShare) : m_theme.connection;
    const Rgba words = fade ? mix(m_theme.muted, ground, FadeShare) : m_theme.muted;
    DisplayItem points;
    int before = stepBeside(m_layout, firstColumn, -1);
    int column = stepBeside(m_layout, firstColumn - 1, 1);
    std::optional<double> last = valueAt(curve, before);
    std::optional<double> value = valueAt(curve, column);
    for (bool inside = true; column >= 0 && inside; inside = before <= lastColumn) {
        const int next = stepBeside(m_layout, column, 1);
        const std::optional<double> ahead = valueAt(curve, next);
        if (last && value)
            item.ops +=
                stretch({middleOf(before), curveY(curve, row, *last)}, {middleOf(column), curveY(curve, row, *value)},
                        {ink, 2 * m_theme.strokeScale, Stroke::Dash::Solid});
        // The words stand on the side that the curve does not go to.
        const double rise = value ? last.value_or(*value) + ahead.value_or(*value) - 2 * *value : 0;
        addPoint(points, index, curve, column, {value, ink, words, rise > 0});
        before = std::exchange(column, next);
        last = std::exchange(value, ahead);
    }
    item.ops += points.ops;
    return item;
}

void CurveBuilder::addPoint(DisplayItem& item, int row, LaneCurve curve, int column, const Look& look) const
{
    const LayoutRow& lane = m_layout.rows()[row];
    const QPointF at(middleOf(column), curveY(curve, lane, look.value.value_or(axisOf(curve).middle)));
    if (!look.value) {
        // A step that says nothing is told apart from one that says zero.
        item.ops += circle(at, PointPt - 1, m_theme.band(lane.stage), {look.words, 1, Stroke::Dash::Dotted});
        return;
    }
    item.ops += circle(at, PointPt, m_theme.card, {look.ink, 2 * m_theme.strokeScale, Stroke::Dash::Solid});
    const TextRole role = TextRole::CardMeta;
    const QString words = curveWords(curve, *look.value);
    const double top = look.wordsBelow ? at.y() + WordsPt : at.y() - WordsPt - m_measurer.lineHeight(role);
    item.ops += TextOp{words,
                       QPointF(at.x(), top + m_measurer.ascent(role)),
                       role,
                       look.words,
                       TextOp::Align::Centre,
                       m_measurer.width(words, role)};
}

DisplayItem CurveBuilder::draftItem(int row, int column, int value) const
{
    const LayoutRow& lane = m_layout.rows()[row];
    const LaneCurve curve = curveOf(m_blueprint, lane);
    const QPointF at(middleOf(column), curveY(curve, lane, value));
    DisplayItem item;
    item.element = {ElementKind::Lane, lane.lane.value};
    item.layer = Layer::Overlay;
    item.bounds = QRectF(at, at).adjusted(-40, -40, 40, 40);
    double rise = 0;
    for (const int by : {-1, 1}) {
        const int beside = stepBeside(m_layout, column, by);
        const std::optional<double> other = valueAt(curve, beside);
        if (!other)
            continue;
        const QPointF end(middleOf(beside), curveY(curve, lane, *other));
        item.ops += stretch(end, at, {m_theme.accent, 2 * m_theme.strokeScale, Stroke::Dash::Dashed});
        item.bounds |= QRectF(end, at).normalized();
        rise += *other - value;
    }
    addPoint(item, row, curve, column, {double(value), m_theme.accent, m_theme.ink, rise > 0});
    return item;
}

QList<DrawOp> CurveBuilder::axisWords(const LayoutRow& row) const
{
    const LaneCurve curve = curveOf(m_blueprint, row);
    if (curve == LaneCurve::None)
        return {};
    const CurveAxis axis = axisOf(curve);
    const TextRole role = TextRole::LaneDetail;
    const double right = m_layout.headerWidth() - 8;
    QList<DrawOp> ops;
    for (const auto& [words, value] : {std::pair(axis.top, axis.most), std::pair(axis.bottom, axis.least)}) {
        const double top = curveY(curve, row, value) - m_measurer.lineHeight(role) / 2;
        ops += TextOp{words,
                      QPointF(right, top + m_measurer.ascent(role)),
                      role,
                      m_theme.muted,
                      TextOp::Align::Right,
                      m_measurer.width(words, role)};
    }
    return ops;
}

} // namespace throughline
