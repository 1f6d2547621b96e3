// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/cardtext.h"
#include "core/model/queries.h"
#include "core/scene/curvebuilder.h"
#include "core/scene/scenebuilder.h"
#include "core/scene/shapes.h"

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr double ChevronPointPt = 8;
constexpr double BarPt = 3;
constexpr double FoldHalfPt = 3.5;
/// From the right end of a lane's header.
constexpr double FoldInsetPt = 14;

QString nameOf(LineKind kind)
{
    switch (kind) {
    case LineKind::Interaction:
        return u"LINE OF INTERACTION"_s;
    case LineKind::Visibility:
        return u"LINE OF VISIBILITY"_s;
    case LineKind::InternalInteraction:
        return u"LINE OF INTERNAL INTERACTION"_s;
    }
    return {};
}

PathOp straightLine(const QPointF& from, const QPointF& to, const Stroke& stroke)
{
    PathOp path;
    path.segments = {{PathOp::Segment::Kind::Move, from, {}, {}}, {PathOp::Segment::Kind::Line, to, {}, {}}};
    path.stroke = stroke;
    return path;
}

Rgba laneColour(const Blueprint& blueprint, const Theme& theme, const LayoutRow& row)
{
    if (row.stage <= Stage::Customer)
        return theme.ink;
    const Lane* lane = blueprint.find(row.lane);
    for (const RoleId& id : lane ? lane->roles : QList<RoleId>()) {
        const Role* role = blueprint.find(id);
        if (role && !role->department.isEmpty())
            return departmentColour(blueprint, theme, role->department);
    }
    return theme.noDepartment;
}

} // namespace

QList<DisplayItem> SceneBuilder::bandItems(const QRectF& area) const
{
    const QRectF grid = m_layout.gridRect();
    const QRectF tray = m_layout.trayRect();
    const double left = grid.left();
    DisplayItem bands;
    bands.layer = Layer::Band;
    bands.bounds = QRectF(QPointF(left - 1, grid.top()), QPointF(std::max(grid.right(), tray.right()), grid.bottom()));
    DisplayItem lines;
    lines.layer = Layer::Line;
    lines.bounds = bands.bounds;
    const Stroke rule{m_theme.hairline, 0.75, Stroke::Dash::Solid};
    const auto [first, last] = m_layout.rowsIn(area.top(), area.bottom());
    for (int r = first; r <= last; ++r) {
        const LayoutRow& row = m_layout.rows()[r];
        const Rgba colour = m_theme.band(row.stage);
        bands.ops += RectOp{QRectF(left - 1, row.top, grid.width() + 1, row.bottom - row.top), 0, colour, {}};
        if (!tray.isNull())
            bands.ops += RectOp{QRectF(tray.left(), row.top, tray.width(), row.bottom - row.top),
                                0,
                                mix(colour, m_theme.paper, 0.5),
                                {}};
        if (row.stripsBottom == row.top)
            lines.ops += straightLine({left, row.top}, {grid.right(), row.top}, rule);
    }
    DisplayItem borders;
    borders.layer = Layer::Grid;
    borders.bounds = lines.bounds;
    for (const LayoutPhase& phase : m_layout.phases()) {
        const LayoutColumn& column = m_layout.columns()[phase.firstColumn];
        const double x = phase.firstColumn == 0 ? column.left - 14 : (column.gutterLeft + column.left) / 2;
        if (phase.firstColumn > 0 && area.left() <= x && x <= area.right())
            borders.ops += straightLine({x, grid.top()}, {x, grid.bottom()}, {m_theme.grid, 0.9, Stroke::Dash::Dotted});
    }
    for (const LayoutLine& line : m_layout.lines()) {
        const double y = line.top + line.height / 2;
        const bool solid = line.kind == LineKind::Visibility;
        lines.ops += straightLine({left, y}, {grid.right(), y},
                                  {m_theme.ink, (solid ? 1.25 : 1.1) * m_theme.strokeScale,
                                   solid ? Stroke::Dash::Solid : Stroke::Dash::Dashed});
    }
    QList<DisplayItem> items{bands, borders, lines};
    items += CurveBuilder(m_blueprint, m_layout, m_theme, m_options, m_measurer).items(area);
    if (!m_options.preview.isEmpty())
        items += previewBandItems(area);
    return items;
}

QList<DisplayItem> SceneBuilder::laneHeaderItems(const QRectF& area) const
{
    QList<DisplayItem> items;
    const double width = m_layout.headerWidth();
    const double left = m_layout.style().headerPaddingPt;
    const CurveBuilder curves(m_blueprint, m_layout, m_theme, m_options, m_measurer);
    const auto [first, last] = m_layout.rowsIn(area.top(), area.bottom());
    for (int r = first; r <= last; ++r) {
        const LayoutRow& row = m_layout.rows()[r];
        DisplayItem item;
        item.element = {ElementKind::Lane, row.lane.value};
        item.layer = Layer::Header;
        item.bounds = QRectF(0, row.top, width, row.bottom - row.top);
        item.ops += RectOp{item.bounds, 0, m_theme.band(row.stage), {}};
        if (row.stripsBottom == row.top)
            item.ops += straightLine({0, row.top}, {width, row.top}, {m_theme.hairline, 0.75, Stroke::Dash::Solid});
        const double nameHeight = double(row.nameLines.size()) * m_measurer.lineHeight(TextRole::LaneName);
        const double height = nameHeight + double(row.detailLines.size()) * m_measurer.lineHeight(TextRole::LaneDetail);
        const double middle = (row.contentTop + row.contentBottom) / 2;
        const double barHalf = std::max(height / 2 + 2, std::min(row.contentBottom - row.contentTop, 64.0) / 2 - 6);
        if (row.stage != Stage::Evidence)
            item.ops += RectOp{QRectF(left, middle - barHalf, BarPt, 2 * barHalf),
                               BarPt / 2,
                               laneColour(m_blueprint, m_theme, row),
                               {}};
        addLines(item, row.nameLines,
                 {left + 12, middle - height / 2, TextRole::LaneName, m_theme.ink, TextOp::Align::Left});
        addLines(
            item, row.detailLines,
            {left + 12, middle - height / 2 + nameHeight, TextRole::LaneDetail, m_theme.muted, TextOp::Align::Left});
        item.ops += curves.axisWords(row);
        addFold(item, row);
        addHeader(items, item);
    }
    for (const LayoutLine& line : m_layout.lines()) {
        if (line.top > area.bottom() || line.top + line.height < area.top())
            continue;
        DisplayItem item;
        item.layer = Layer::Header;
        item.bounds = QRectF(0, line.top, width, line.height);
        const double top = line.top + (line.height - m_measurer.lineHeight(TextRole::LineName)) / 2;
        const QString name = nameOf(line.kind);
        addLines(item, {name}, {left, top, TextRole::LineName, m_theme.ink, TextOp::Align::Left});
        const double y = line.top + line.height / 2;
        const double end = left + m_measurer.width(name, TextRole::LineName) + 8;
        const bool solid = line.kind == LineKind::Visibility;
        if (end < width)
            item.ops += straightLine({end, y}, {width, y},
                                     {m_theme.ink, (solid ? 1.25 : 1.1) * m_theme.strokeScale,
                                      solid ? Stroke::Dash::Solid : Stroke::Dash::Dashed});
        items += item;
    }
    return items;
}

QList<DisplayItem> SceneBuilder::stepHeaderItems(const QRectF& area) const
{
    QList<DisplayItem> items;
    const double height = m_layout.headerHeight();
    const double left = std::max(area.left(), m_layout.headerWidth());
    DisplayItem ground;
    ground.layer = Layer::Header;
    ground.bounds = QRectF(QPointF(left, 0), QPointF(std::max(left, area.right()), height));
    ground.ops += RectOp{ground.bounds, 0, m_theme.paper, {}};
    const double end = std::min(ground.bounds.right(), m_layout.gridRect().right());
    ground.ops += straightLine({left, height}, {end, height}, {m_theme.hairline, 0.75, Stroke::Dash::Solid});
    items += ground;
    for (const LayoutPhase& phase : m_layout.phases()) {
        if (phase.rect.right() < area.left() || phase.rect.left() > area.right())
            continue;
        DisplayItem item;
        item.element = {ElementKind::Phase, phase.phase.value};
        item.layer = Layer::Header;
        item.bounds = phase.rect;
        item.ops += chevron(phase.rect, ChevronPointPt, m_theme.chevron);
        const double textHeight = double(phase.nameLines.size()) * m_measurer.lineHeight(TextRole::PhaseName);
        addLines(item, phase.nameLines,
                 {phase.rect.left() + ChevronPointPt + 8, phase.rect.center().y() - textHeight / 2, TextRole::PhaseName,
                  m_theme.ink, TextOp::Align::Left});
        addFold(item, phase);
        addHeader(items, item);
    }
    const auto [first, last] = m_layout.columnsIn(area.left(), area.right());
    for (int c = first; c <= last; ++c)
        addStepHeader(items, c);
    return items;
}

std::optional<FoldCount> foldShown(const Layout&, const SceneOptions& options, const LayoutRow& row)
{
    const auto found = row.folded ? options.folds.constFind({ElementKind::Lane, row.lane.value}) : options.folds.cend();
    return found == options.folds.cend() ? std::nullopt : std::optional(*found);
}

std::optional<FoldCount> foldShown(const Layout& layout, const SceneOptions& options, const LayoutPhase& phase)
{
    const bool closed = layout.columns()[phase.firstColumn].kind == ColumnKind::EmptyPhase;
    const auto found = closed ? options.folds.constFind({ElementKind::Phase, phase.phase.value}) : options.folds.cend();
    return found == options.folds.cend() ? std::nullopt : std::optional(*found);
}

void SceneBuilder::addFold(DisplayItem& item, const LayoutRow& row) const
{
    const std::optional<FoldCount> fold = foldShown(m_layout, m_options, row);
    if (!fold)
        return;
    const double y = (row.contentTop + row.contentBottom) / 2;
    const double right = m_layout.headerWidth() - FoldInsetPt;
    item.ops += foldSign({right, y}, true, FoldHalfPt, {m_theme.muted, 1.25, Stroke::Dash::Solid});
    double name = 0;
    for (const QString& line : row.nameLines)
        name = std::max(name, m_measurer.width(line, TextRole::LaneName));
    const double room = right - 2 * FoldHalfPt - 4 - (m_layout.style().headerPaddingPt + 12 + name + 8);
    for (const QString& text : foldTexts(*fold)) {
        if (m_measurer.width(text, TextRole::LaneDetail) > room)
            continue;
        addLines(item, {text},
                 {right - 2 * FoldHalfPt - 4, y - m_measurer.lineHeight(TextRole::LaneDetail) / 2, TextRole::LaneDetail,
                  m_theme.muted, TextOp::Align::Right});
        break;
    }
}

void SceneBuilder::addFold(DisplayItem& item, const LayoutPhase& phase) const
{
    const std::optional<FoldCount> fold = foldShown(m_layout, m_options, phase);
    if (!fold)
        return;
    const QPointF at(phase.rect.right() - ChevronPointPt - FoldHalfPt - 2, phase.rect.center().y());
    item.ops += foldSign(at, true, FoldHalfPt, {m_theme.ink, 1.25, Stroke::Dash::Solid});
    const LayoutColumn& column = m_layout.columns()[phase.firstColumn];
    for (const QString& text : foldTexts(*fold)) {
        if (m_measurer.width(text, TextRole::StepName) > column.width)
            continue;
        addLines(item, {text},
                 {column.left + 2, m_layout.phaseBottom() + 6, TextRole::StepName, m_theme.muted, TextOp::Align::Left});
        item.bounds |=
            QRectF(column.left, m_layout.phaseBottom(), column.width, m_layout.headerHeight() - m_layout.phaseBottom());
        break;
    }
}

void SceneBuilder::addHeader(QList<DisplayItem>& items, DisplayItem item) const
{
    const ElementRef element = item.element;
    if (const std::optional<PreviewMark> mark = previewMark(element)) {
        item.ops += RectOp{item.bounds.adjusted(2, 2, -2, -2), 4, 0, previewEdge(*mark)};
        if (*mark == PreviewMark::Removed)
            strikeOut(item);
    }
    items += item;
    for (const DisplayItem& sign : {previewSignItem(element), badgeItem(element)}) {
        if (!sign.ops.isEmpty())
            items += sign;
    }
}

void SceneBuilder::addStepHeader(QList<DisplayItem>& items, int index) const
{
    const LayoutColumn& column = m_layout.columns()[index];
    DisplayItem item;
    item.layer = Layer::Header;
    const double top = m_layout.phaseBottom() + 6;
    item.bounds =
        QRectF(column.left, m_layout.phaseBottom(), column.width + 8, m_layout.headerHeight() - m_layout.phaseBottom());
    if (column.kind == ColumnKind::Step && m_options.stepNumbers) {
        item.element = {ElementKind::Step, column.step.value};
        const QString number = QString::number(column.number);
        addLines(item, {number}, {column.left + 2, top, TextRole::StepName, m_theme.muted, TextOp::Align::Left});
        const double indent = std::max(16.0, m_measurer.width(number, TextRole::StepName) + 8);
        addLines(item, column.nameLines,
                 {column.left + 2 + indent, top, TextRole::StepName, m_theme.ink, TextOp::Align::Left});
    } else if (column.kind == ColumnKind::Tray &&
               (index == 0 || m_layout.columns()[index - 1].kind != ColumnKind::Tray)) {
        addLines(item, {u"Without a step"_s},
                 {column.left + 2, top, TextRole::StepName, m_theme.muted, TextOp::Align::Left});
    }
    if (item.ops.isEmpty())
        return;
    addHeader(items, item);
}

DisplayItem SceneBuilder::cornerItem() const
{
    DisplayItem item;
    item.layer = Layer::Header;
    item.bounds = QRectF(0, 0, m_layout.headerWidth(), m_layout.headerHeight());
    item.ops += RectOp{item.bounds, 0, m_theme.paper, {}};
    item.ops += straightLine(item.bounds.bottomLeft(), item.bounds.bottomRight(),
                             {m_theme.hairline, 0.75, Stroke::Dash::Solid});
    const double left = m_layout.style().headerPaddingPt;
    const double lineHeight = m_measurer.lineHeight(TextRole::LaneDetail);
    if (!m_layout.phases().isEmpty())
        addLines(item, {u"Phase"_s},
                 {left, (8 + m_layout.phaseBottom() - lineHeight) / 2, TextRole::LaneDetail, m_theme.muted,
                  TextOp::Align::Left});
    const auto steps = m_blueprint.steps().size();
    QString summary = steps == 1 ? u"1 step"_s : u"%1 steps"_s.arg(steps);
    if (!m_options.customerTime.isEmpty())
        summary += u" \u00b7 "_s + m_options.customerTime;
    if (steps > 0)
        addLines(item, {summary},
                 {left, m_layout.phaseBottom() + 6, TextRole::LaneDetail, m_theme.muted, TextOp::Align::Left});
    return item;
}

} // namespace throughline
