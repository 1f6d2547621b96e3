// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/mappicture.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

constexpr int TilePixels = 32;

} // namespace

void MapPicture::setSize(QSize size, double unit)
{
    if (size == m_scale.size && unit == m_scale.unit)
        return;
    begin({m_scale.content, size, unit});
}

void MapPicture::begin(const MapScale& scale)
{
    if (scale.size != m_scale.size)
        m_image = QImage(scale.size, QImage::Format_RGB32);
    m_scale = scale;
    m_across = (scale.size.width() + TilePixels - 1) / TilePixels;
    const int down = (scale.size.height() + TilePixels - 1) / TilePixels;
    m_dirty.assign(size_t(m_across) * size_t(down), true);
    m_dirtyCount = int(m_dirty.size());
}

void MapPicture::markAll()
{
    std::fill(m_dirty.begin(), m_dirty.end(), true);
    m_dirtyCount = int(m_dirty.size());
}

void MapPicture::invalidate(const SceneDirt& dirt)
{
    if (dirt.everything || m_scale.isEmpty()) {
        markAll();
        return;
    }
    for (const QRectF& area : dirt.areas)
        mark(m_scale.toPixels(area));
}

void MapPicture::mark(const QRectF& pixels)
{
    // Signs reach beyond their places, and are chosen among those of the squares around.
    const double reach = 2 * MapPainter::ReachPx * m_scale.unit;
    const QRect rect =
        pixels.adjusted(-reach, -reach, reach, reach).toAlignedRect().intersected(QRect(QPoint(), m_scale.size));
    if (rect.isEmpty())
        return;
    for (int y = rect.top() / TilePixels; y <= rect.bottom() / TilePixels; ++y) {
        for (int x = rect.left() / TilePixels; x <= rect.right() / TilePixels; ++x) {
            const auto tile = size_t(y * m_across + x);
            if (!m_dirty[tile])
                ++m_dirtyCount;
            m_dirty[tile] = true;
        }
    }
}

QRect MapPicture::tileRect(int tile) const
{
    const QRect rect(tile % m_across * TilePixels, tile / m_across * TilePixels, TilePixels, TilePixels);
    return rect.intersected(QRect(QPoint(), m_scale.size));
}

bool MapPicture::paint(const CanvasScene& scene, double ms)
{
    if (scene.content() != m_scale.content)
        begin({scene.content(), m_scale.size, m_scale.unit});
    if (m_scale.isEmpty() || isDone())
        return true;
    QElapsedTimer timer;
    timer.start();
    const auto left = [&] { return ms - double(timer.nsecsElapsed()) / 1e6; };
    MapPainter painter(scene, m_scale, m_image);
    for (int tile = 0; tile < int(m_dirty.size()); ++tile) {
        if (!m_dirty[size_t(tile)])
            continue;
        const QRect rect = tileRect(tile);
        // What a tile shows may have to be looked up first, which takes longer than painting it.
        const double reach = 2 * MapPainter::ReachPx * m_scale.unit;
        const QRectF shown = m_scale.toScene(QRectF(rect).adjusted(-reach, -reach, reach, reach));
        if (left() <= 0 || !scene.farMap().prepare(scene, shown.intersected(m_scale.content), left()))
            return false;
        painter.paint(rect);
        m_dirty[size_t(tile)] = false;
        --m_dirtyCount;
        m_paintedPixels += qint64(rect.width()) * rect.height();
    }
    m_done = m_image;
    m_done.setDevicePixelRatio(m_scale.unit);
    return true;
}

} // namespace throughline
