// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/scenepainter.h"

#include "core/render/palette.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

/// Below these many device pixels a point there are: no words; no edges of cards; no connections; single pixels only.
constexpr double WordsFrom = 0.4;
constexpr double EdgesFrom = 0.1;
constexpr double ConnectionsFrom = 0.06;
constexpr double BlocksFrom = 0.03;
constexpr qsizetype MostLines = 4000;

/// Calls visit for each block of a card that touches area.
template <typename Visit>
void visitBlocks(const CanvasScene& scene, const QRectF& area, Visit visit)
{
    const auto [first, last] = scene.layout().rowsIn(area.top(), area.bottom());
    const QSet<ElementRef>& hidden = scene.options().hidden;
    for (int row = first; row <= last; ++row) {
        for (const CardBlock& block : scene.blocksOfRow(row)) {
            if (block.rect.left() > area.right())
                break;
            if (block.rect.intersects(area) && (hidden.isEmpty() || !hidden.contains(block.ref)))
                visit(block);
        }
    }
}

} // namespace

ScenePainter::ScenePainter(const Typeface& typeface) : m_items(typeface) {}

void ScenePainter::setWordsFrom(double scale)
{
    m_wordsFrom = std::max(scale, WordsFrom);
}

void ScenePainter::paint(const CanvasScene& scene, QImage& image, QPoint imageOrigin, const QRect& area,
                         double deviceScale, double detailScale) const
{
    const QRectF sceneArea(QPointF(area.topLeft()) / deviceScale, QSizeF(area.size()) / deviceScale);
    {
        QPainter painter(&image);
        painter.translate(-imageOrigin);
        painter.setClipRect(area);
        painter.fillRect(area, toColor(scene.theme().paper));
        painter.scale(deviceScale, deviceScale);
        if (detailScale >= m_wordsFrom) {
            painter.setRenderHint(QPainter::Antialiasing);
            m_items.paint(scene.builder().gridItems(sceneArea), painter, sceneArea, Detail::Full);
            return;
        }
        m_items.paint(scene.builder().bandItems(sceneArea), painter, sceneArea, Detail::Shapes);
        if (detailScale >= ConnectionsFrom)
            paintConnections(scene, painter, sceneArea, deviceScale);
        if (detailScale >= BlocksFrom)
            paintBlocks(scene, painter, sceneArea, deviceScale);
    }
    if (detailScale < BlocksFrom)
        paintDots(scene, image, imageOrigin, area, deviceScale);
}

void ScenePainter::paintItems(const QList<DisplayItem>& items, QPainter& painter, double deviceScale) const
{
    m_items.paint(items, painter, {}, deviceScale >= m_wordsFrom ? Detail::Full : Detail::Shapes);
}

void ScenePainter::paintBlocks(const CanvasScene& scene, QPainter& painter, const QRectF& area, double deviceScale)
{
    const bool edges = deviceScale >= EdgesFrom;
    const QColor edge = toColor(scene.theme().cardEdge);
    const QHash<ElementRef, QList<Callout>>& callouts = scene.options().callouts;
    const QHash<ElementRef, PreviewMark>& preview = scene.options().preview;
    painter.setRenderHint(QPainter::Antialiasing, edges);
    const double line = 1 / deviceScale;
    visitBlocks(scene, area, [&](const CardBlock& block) {
        if (edges) {
            painter.fillRect(block.rect, edge);
            painter.fillRect(block.rect.adjusted(line, line, -line, -line), toColor(block.fill));
        } else {
            painter.fillRect(block.rect, toColor(block.fill));
        }
        const double stripe = std::max(scene.layout().style().stripePt, 2 * line);
        painter.fillRect(QRectF(block.rect.topLeft(), QSizeF(stripe, block.rect.height())), toColor(block.stripe));
        if (const auto mark = preview.constFind(block.ref); mark != preview.cend())
            paintPreviewed(scene, painter, block, *mark, deviceScale);
        const auto found = callouts.constFind(block.ref);
        if (found != callouts.cend() && !found->isEmpty()) {
            const double side = std::max(18.0, 5 * line);
            painter.fillRect(QRectF(block.rect.right() - side / 2, block.rect.top() - side / 2, side, side),
                             toColor(scene.theme().of(found->first().severity)));
        }
    });
}

void ScenePainter::paintPreviewed(const CanvasScene& scene, QPainter& painter, const CardBlock& block, PreviewMark mark,
                                  double deviceScale)
{
    const bool goes = mark == PreviewMark::Removed;
    if (goes) {
        QColor pale = toColor(scene.theme().paper);
        pale.setAlphaF(0.7F);
        painter.fillRect(block.rect, pale);
    }
    QPen pen(toColor(goes ? scene.theme().muted : scene.theme().accent), 2);
    pen.setStyle(mark == PreviewMark::Changed ? Qt::SolidLine : Qt::DashLine);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(block.rect.adjusted(-1, -1, 1, 1) + QMarginsF(1, 1, 1, 1) / deviceScale);
    painter.setPen(Qt::NoPen);
}

void ScenePainter::paintConnections(const CanvasScene& scene, QPainter& painter, const QRectF& area, double deviceScale)
{
    // Lines fade out on the way down, before they would cover what they join.
    const double strength = std::clamp((deviceScale - ConnectionsFrom) / (2 * ConnectionsFrom), 0.15, 1.0);
    const Rgba paper = scene.theme().band(Stage::Frontstage);
    const QColor loud = toColor(mix(paper, scene.theme().connection, 0.75 * strength));
    const QColor quiet = toColor(mix(paper, scene.theme().quietConnection, strength));
    painter.setRenderHint(QPainter::Antialiasing, false);
    QList<const ThinLine*> seen;
    for (const ThinLine& line : scene.thinLines()) {
        if (line.bounds.intersects(area) && !scene.options().hidden.contains(line.ref))
            seen += &line;
    }
    // So many lines would cover what they join.
    if (seen.size() > MostLines)
        return;
    const auto draw = [&](const QColor& colour, const auto& isWanted) {
        QPen pen(colour);
        pen.setCosmetic(true);
        painter.setPen(pen);
        for (const ThinLine* line : seen) {
            if (isWanted(*line))
                painter.drawPolyline(line->points.constData(), int(line->points.size()));
        }
    };
    draw(quiet, [](const ThinLine& line) { return line.quiet; });
    draw(loud, [](const ThinLine& line) { return !line.quiet; });
    const QHash<ElementRef, PreviewMark>& preview = scene.options().preview;
    if (!preview.isEmpty())
        draw(toColor(scene.theme().accent), [&](const ThinLine& line) {
            return preview.value(line.ref, PreviewMark::Removed) != PreviewMark::Removed;
        });
    const QHash<ElementRef, Severity>& tinted = scene.options().tinted;
    for (const Severity severity : {Severity::Hint, Severity::Warning, Severity::Error}) {
        if (!tinted.isEmpty())
            draw(toColor(scene.theme().of(severity)),
                 [&](const ThinLine& line) { return tinted.value(line.ref, Severity::Off) == severity; });
    }
}

void ScenePainter::paintDots(const CanvasScene& scene, QImage& image, QPoint imageOrigin, const QRect& area,
                             double deviceScale)
{
    const QRect inside = area.translated(-imageOrigin).intersected(image.rect());
    const QRectF sceneArea(QPointF(area.topLeft()) / deviceScale, QSizeF(area.size()) / deviceScale);
    visitBlocks(scene, sceneArea, [&](const CardBlock& block) {
        const QRect dots(
            QPoint(int(std::floor(block.rect.left() * deviceScale)), int(std::floor(block.rect.top() * deviceScale))),
            QSize(std::max(1, int(block.rect.width() * deviceScale)),
                  std::max(1, int(block.rect.height() * deviceScale))));
        const QRect shown = dots.translated(-imageOrigin).intersected(inside);
        for (int y = shown.top(); y <= shown.bottom(); ++y) {
            auto* pixels = reinterpret_cast<QRgb*>(image.scanLine(y));
            std::fill(pixels + shown.left(), pixels + shown.right() + 1, 0xff000000u | block.stripe);
        }
    });
}

} // namespace throughline
