// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/farpainter.h"

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

/// Device pixels a point at which a detail is gone, and at which there is all of it.
struct Range
{
    double gone;
    double whole;

    [[nodiscard]] float at(double scale) const
    {
        const double share = std::clamp((scale - gone) / (whole - gone), 0.0, 1.0);
        return float(share * share * (3 - 2 * share));
    }
};

constexpr Range Words{0.12, 0.3};
constexpr Range Heads{0.12, 0.25};
constexpr Range Edges{0.05, 0.12};
constexpr Range Lines{0.07, 0.2};
/// From the other end: cards are no specks yet at the first scale.
constexpr Range Specks{0.14, 0.04};

/// Thinner lines than this many pixels are hard to see.
constexpr float LeastLine = 0.5F;
constexpr float LeastStripe = 1.6F;
/// How dark the letters of a line are on the whole.
constexpr float InkShare = 0.42F;
constexpr float HeadPt = 8;
constexpr float BadgePt = 9;
constexpr float LeastBadge = 1.1F;
constexpr float LeastNearBadge = 2.5F;
/// How much of its department's colour a card takes on.
constexpr float SpeckShare = 0.85F;
/// How far badges and heads reach beyond the square they belong to.
constexpr double ReachPt = 24;

constexpr float widthPt(FarLine line)
{
    return line == FarLine::Quiet ? 1.25F : line == FarLine::Loud ? 1.5F : 1.75F;
}

Rgba colourOf(FarLine line, const Theme& theme)
{
    switch (line) {
    case FarLine::Quiet:
        return theme.quietConnection;
    case FarLine::Loud:
        return theme.connection;
    case FarLine::Preview:
        return theme.accent;
    case FarLine::Hint:
        return theme.of(Severity::Hint);
    case FarLine::Warning:
        return theme.of(Severity::Warning);
    case FarLine::Error:
        break;
    }
    return theme.of(Severity::Error);
}

} // namespace

FarPainter::Detail FarPainter::detailAt(double scale)
{
    return {Words.at(scale), Heads.at(scale), Edges.at(scale), Lines.at(scale), Specks.at(scale)};
}

FarPainter::FarPainter(const CanvasScene& scene, QImage& image, QPoint imageOrigin, const QRect& area,
                       double deviceScale, double detailScale)
    : m_scene(scene),
      m_theme(scene.theme()),
      m_image(image),
      m_area(area),
      m_sceneArea(QPointF(area.topLeft()) / deviceScale, QSizeF(area.size()) / deviceScale),
      m_pixels(image, imageOrigin, area),
      m_scale(float(deviceScale)),
      m_detail(detailAt(detailScale))
{
    const QRectF content = scene.layout().bounds();
    const QRectF seen = m_sceneArea.adjusted(-ReachPt, -ReachPt, ReachPt, ReachPt).intersected(content);
    if (seen.isEmpty())
        return;
    m_grid = FarMap::cellsOf(seen);
    m_cells.reserve(size_t(m_grid.width()) * size_t(m_grid.height()));
    scene.farMap().visit(scene, seen, [this](QPoint place, const FarCell& cell) { m_cells.push_back({place, &cell}); });
}

PixelRect FarPainter::toPixels(const QRectF& rect) const
{
    return {float(rect.left()) * m_scale, float(rect.top()) * m_scale, float(rect.right()) * m_scale,
            float(rect.bottom()) * m_scale};
}

void FarPainter::paintGround()
{
    m_pixels.fill({float(m_area.left()), float(m_area.top()), float(m_area.right() + 1), float(m_area.bottom() + 1)},
                  m_theme.paper);
    paintBands();
    paintRules();
}

void FarPainter::paintElements()
{
    if (m_detail.lines > 0) {
        for (int group = 0; group < 2 * FarLineCount; ++group)
            paintLines(group);
    }
    if (m_detail.heads > 0)
        paintHeads();
    paintBlocks();
    paintBadges();
}

void FarPainter::paintBands()
{
    const Layout& layout = m_scene.layout();
    const QRectF grid = layout.gridRect();
    const QRectF tray = layout.trayRect();
    const auto [first, last] = layout.rowsIn(m_sceneArea.top(), m_sceneArea.bottom());
    for (int r = first; r <= last; ++r) {
        const LayoutRow& row = layout.rows()[r];
        const Rgba colour = m_theme.band(row.stage);
        const double height = row.bottom - row.top;
        m_pixels.fill(toPixels({grid.left() - 1, row.top, grid.width() + 1, height}), colour);
        if (!tray.isNull())
            m_pixels.fill(toPixels({tray.left(), row.top, tray.width(), height}), mix(colour, m_theme.paper, 0.5));
    }
}

void FarPainter::paintRules()
{
    const Layout& layout = m_scene.layout();
    const QRectF grid = layout.gridRect();
    const auto level = [&](double y, double widthPt, Rgba colour, float strength) {
        m_pixels.fill(toPixels({grid.left(), y - widthPt / 2, grid.width(), widthPt}), colour, strength);
    };
    for (const LayoutPhase& phase : layout.phases()) {
        const LayoutColumn& column = layout.columns()[phase.firstColumn];
        const double x = (column.gutterLeft + column.left) / 2;
        if (phase.firstColumn > 0 && m_sceneArea.left() <= x && x <= m_sceneArea.right())
            m_pixels.fill(toPixels({x - 0.45, grid.top(), 0.9, grid.height()}), m_theme.grid, 0.5F);
    }
    const auto [first, last] = layout.rowsIn(m_sceneArea.top(), m_sceneArea.bottom());
    for (int r = first; r <= last; ++r) {
        const LayoutRow& row = layout.rows()[r];
        if (row.stripsBottom == row.top)
            level(row.top, 0.75, m_theme.hairline, 1);
    }
    // The lines of interaction and visibility are never too thin to be seen.
    const double least = 1 / double(m_scale);
    for (const LayoutLine& line : layout.lines()) {
        const bool solid = line.kind == LineKind::Visibility;
        level(line.top + line.height / 2, std::max(1.25 * m_theme.strokeScale, least), m_theme.ink,
              solid ? 0.8F : 0.4F);
    }
}

void FarPainter::paintLines(int group)
{
    const auto line = FarLine(group / 2);
    const bool upright = group % 2 == 0;
    const Rgba colour = colourOf(line, m_theme);
    const float half = std::max(widthPt(line) * float(m_theme.strokeScale) * m_scale, LeastLine) / 2;
    const auto low = float(upright ? m_sceneArea.left() : m_sceneArea.top()) - half / m_scale;
    const auto high = float(upright ? m_sceneArea.right() : m_sceneArea.bottom()) + half / m_scale;
    for (const Cell& cell : m_cells) {
        const FarRun* run = cell.cell->runs.data() + cell.cell->runsBegin[size_t(group)];
        const FarRun* end = cell.cell->runs.data() + cell.cell->runsBegin[size_t(group) + 1];
        for (; run != end; ++run) {
            if (run->at < low || run->at > high)
                continue;
            const float at = run->at * m_scale;
            const float from = run->from * m_scale;
            const float to = run->to * m_scale;
            m_pixels.fill(upright ? PixelRect{at - half, from, at + half, to}
                                  : PixelRect{from, at - half, to, at + half},
                          colour, m_detail.lines);
        }
    }
}

void FarPainter::paintHeads()
{
    const float length = HeadPt * m_scale;
    const int slices = std::max(2, int(std::ceil(length)));
    const float slice = length / float(slices);
    for (const Cell& cell : m_cells) {
        for (const FarHead& head : cell.cell->heads) {
            const Rgba colour = colourOf(head.line, m_theme);
            for (int i = 0; i < slices; ++i) {
                const float near = float(i) * slice;
                const float half = (near + slice / 2) * 0.47F;
                const float x = head.x * m_scale;
                const float y = head.y * m_scale;
                if (head.dx != 0) {
                    const auto [from, to] = std::minmax({x - head.dx * near, x - head.dx * (near + slice)});
                    m_pixels.fill({from, y - half, to, y + half}, colour, m_detail.heads);
                } else {
                    const auto [from, to] = std::minmax({y - head.dy * near, y - head.dy * (near + slice)});
                    m_pixels.fill({x - half, from, x + half, to}, colour, m_detail.heads);
                }
            }
        }
    }
}

void FarPainter::paintBlocks()
{
    const auto left = float(m_sceneArea.left());
    const auto right = float(m_sceneArea.right());
    const auto top = float(m_sceneArea.top());
    const auto bottom = float(m_sceneArea.bottom());
    for (const Cell& cell : m_cells) {
        const QPointF corner = FarMap::areaOf(cell.place).topLeft();
        for (const FarBlock& block : cell.cell->blocks) {
            // One that lies in several squares is painted with the first of them.
            if (block.left > right || block.right < left || block.top > bottom || block.bottom < top ||
                (block.left < float(corner.x()) && cell.place.x() > m_grid.left()) ||
                (block.top < float(corner.y()) && cell.place.y() > m_grid.top()))
                continue;
            const PixelRect rect{block.left * m_scale, block.top * m_scale, block.right * m_scale,
                                 block.bottom * m_scale};
            paintBlock(block, rect);
            if (block.previewed)
                paintPreview(rect, block.goes);
        }
    }
}

void FarPainter::paintBlock(const FarBlock& block, const PixelRect& rect)
{
    if (m_detail.edges <= 0) {
        // Specks are seen however small they would be.
        m_pixels.fill({rect.left, rect.top, std::max(rect.right, rect.left + 1), std::max(rect.bottom, rect.top + 1)},
                      block.quiet ? block.fill : block.stripe, SpeckShare);
        return;
    }
    paintCard(block, rect);
    paintWords(block, rect);
}

void FarPainter::paintCard(const FarBlock& block, const PixelRect& rect)
{
    const float radius = float(m_scene.layout().style().cardRadiusPt) * m_scale;
    const Rgba edge = block.quiet ? m_theme.evidenceEdge : m_theme.cardEdge;
    const float line = std::max(float(m_theme.strokeScale) * m_scale, LeastLine) * m_detail.edges;
    m_pixels.fillRound(rect, radius, edge);
    const PixelRect inner{rect.left + line, rect.top + line, rect.right - line, rect.bottom - line};
    m_pixels.fillRound(inner, radius - line, block.fill);
    if (block.quiet)
        return;
    m_pixels.fillRound(inner, radius - line, block.stripe, SpeckShare * m_detail.specks);
    const float stripe = std::max(float(m_scene.layout().style().stripePt) * m_scale, LeastStripe);
    m_pixels.fill(
        {rect.left, rect.top + radius / 2, std::min(rect.left + stripe, rect.right), rect.bottom - radius / 2},
        block.stripe);
}

void FarPainter::paintWords(const FarBlock& block, const PixelRect& rect)
{
    if (m_detail.words <= 0)
        return;
    const LayoutStyle& style = m_scene.layout().style();
    const TextMeasurer& measurer = m_scene.measurer();
    const auto left = rect.left + float(style.cardPaddingPt + (block.quiet ? 0 : style.stripePt)) * m_scale;
    const auto bar = [&](float top, quint8 length, double sizePt, Rgba colour) {
        const auto height = float(sizePt * 0.56) * m_scale;
        const auto right = std::min(left + 2.F * float(length) * m_scale, rect.right - 1);
        m_pixels.fill({left, top, right, top + height}, colour, InkShare * m_detail.words);
    };
    const TextRole role = block.quiet ? TextRole::CardQuiet : TextRole::CardTitle;
    const auto lineHeight = float(measurer.lineHeight(role)) * m_scale;
    // Where the small letters of the first line begin.
    float top = rect.top + float(9 + measurer.ascent(role) - 0.56 * textStyle(role).sizePt) * m_scale;
    for (const quint8 length : block.title) {
        if (length == 0)
            break;
        bar(top, length, textStyle(role).sizePt, block.quiet ? m_theme.muted : m_theme.ink);
        top += lineHeight;
    }
    if (block.meta > 0) {
        const double up = 8 + measurer.lineHeight(TextRole::CardMeta) - measurer.ascent(TextRole::CardMeta) +
                          0.56 * textStyle(TextRole::CardMeta).sizePt;
        bar(rect.bottom - float(up) * m_scale, block.meta, textStyle(TextRole::CardMeta).sizePt, m_theme.muted);
    }
}

void FarPainter::paintPreview(const PixelRect& rect, bool goes)
{
    if (goes)
        m_pixels.fill(rect, m_theme.paper, 0.7F);
    const Rgba colour = goes ? m_theme.muted : m_theme.accent;
    constexpr float Line = 2;
    m_pixels.fill({rect.left - Line, rect.top - Line, rect.right + Line, rect.top}, colour);
    m_pixels.fill({rect.left - Line, rect.bottom, rect.right + Line, rect.bottom + Line}, colour);
    m_pixels.fill({rect.left - Line, rect.top, rect.left, rect.bottom}, colour);
    m_pixels.fill({rect.right, rect.top, rect.right + Line, rect.bottom}, colour);
}

void FarPainter::paintBadges()
{
    const float half = std::max(BadgePt * m_scale, LeastBadge + (LeastNearBadge - LeastBadge) * m_detail.edges);
    for (const Cell& cell : m_cells) {
        for (const FarBlock& block : cell.cell->blocks) {
            if (block.severity == Severity::Off)
                continue;
            const float x = (block.right - 2) * m_scale;
            const float y = (block.top + 2) * m_scale;
            m_pixels.fillRound({x - half, y - half, x + half, y + half}, half, m_theme.of(block.severity));
        }
    }
}

} // namespace throughline
