// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/scenepainter.h"

#include "app/canvas/farpainter.h"
#include "core/render/palette.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

/// Device pixels a point below which nobody can read words.
constexpr double LeastForWords = 0.3;

} // namespace

ScenePainter::ScenePainter(const Typeface& typeface, ImageSource* images) : m_items(typeface)
{
    m_items.setImages(images);
}

void ScenePainter::setWordsFrom(double scale)
{
    m_wordsFrom = std::max(scale, LeastForWords);
}

void ScenePainter::paint(const CanvasScene& scene, QImage& image, QPoint imageOrigin, const QRect& area,
                         double deviceScale, double detailScale) const
{
    if (detailScale < m_wordsFrom) {
        paintFar(scene, image, imageOrigin, area, deviceScale, detailScale);
        return;
    }
    const QRectF sceneArea(QPointF(area.topLeft()) / deviceScale, QSizeF(area.size()) / deviceScale);
    QPainter painter(&image);
    painter.translate(-imageOrigin);
    painter.setClipRect(area);
    painter.fillRect(area, toColor(scene.theme().paper));
    painter.scale(deviceScale, deviceScale);
    painter.setRenderHint(QPainter::Antialiasing);
    m_items.paint(scene.builder().gridItems(sceneArea), painter, sceneArea, Detail::Full);
}

void ScenePainter::paintFar(const CanvasScene& scene, QImage& image, QPoint imageOrigin, const QRect& area,
                            double deviceScale, double detailScale) const
{
    FarPainter far(scene, image, imageOrigin, area, deviceScale, detailScale);
    far.paintGround();
    if (!scene.options().preview.isEmpty()) {
        // A preview marks lanes and steps as well.
        const QRectF sceneArea(QPointF(area.topLeft()) / deviceScale, QSizeF(area.size()) / deviceScale);
        QPainter painter(&image);
        painter.translate(-imageOrigin);
        painter.setClipRect(area);
        painter.scale(deviceScale, deviceScale);
        m_items.paint(scene.builder().bandItems(sceneArea), painter, sceneArea, Detail::Shapes);
    }
    far.paintElements();
}

void ScenePainter::paintItems(const QList<DisplayItem>& items, QPainter& painter, double deviceScale) const
{
    m_items.paint(items, painter, {}, deviceScale >= m_wordsFrom ? Detail::Full : Detail::Shapes);
}

} // namespace throughline
