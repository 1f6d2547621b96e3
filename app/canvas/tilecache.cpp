// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/tilecache.h"

#include <algorithm>

namespace throughline {

namespace {

/// Tiles that are kept beyond those in sight: 48 MB of pictures.
constexpr qsizetype SpareTiles = 192;

int floorDiv(int value, int divisor)
{
    return value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}

template <typename Visitor>
void forEachCell(const QRect& grid, Visitor visitor)
{
    for (int y = grid.top(); y <= grid.bottom(); ++y) {
        for (int x = grid.left(); x <= grid.right(); ++x)
            visitor(QPoint(x, y));
    }
}

} // namespace

QRect TileCache::gridOf(const QRect& area)
{
    if (area.isEmpty())
        return {};
    return {QPoint(floorDiv(area.left(), Size), floorDiv(area.top(), Size)),
            QPoint(floorDiv(area.right(), Size), floorDiv(area.bottom(), Size))};
}

QRect TileCache::areaOf(QPoint cell)
{
    return {cell.x() * Size, cell.y() * Size, Size, Size};
}

void TileCache::setScale(double deviceScale)
{
    if (deviceScale == m_scale)
        return;
    m_scale = deviceScale;
    m_tiles.clear();
}

void TileCache::clear()
{
    m_tiles.clear();
}

void TileCache::invalidate(const QRect& area)
{
    // A large area may hold more cells than there are tiles.
    const QRect grid = gridOf(area);
    for (auto tile = m_tiles.begin(); tile != m_tiles.end(); ++tile) {
        if (grid.contains(tile.key()))
            tile->dirty |= area.intersected(areaOf(tile.key())).translated(-areaOf(tile.key()).topLeft());
    }
}

void TileCache::paintTile(QPoint cell, const Paint& paint)
{
    Tile& tile = m_tiles[cell];
    const QRect area = areaOf(cell);
    QRect dirty = tile.dirty;
    if (tile.image.isNull()) {
        tile.image = QImage(Size, Size, QImage::Format_RGB32);
        dirty = QRect(0, 0, Size, Size);
    }
    paint(tile.image, area.topLeft(), dirty.translated(area.topLeft()));
    tile.dirty = {};
    tile.version = ++m_version;
}

bool TileCache::refresh(const QRect& view, const QRect& covered, const Paint& paint,
                        const std::function<double()>& msLeft)
{
    ++m_frame;
    bool complete = true;
    const auto bring = [&](QPoint cell, bool must) {
        const auto known = m_tiles.find(cell);
        const bool missing = known == m_tiles.end();
        if (missing || !known->dirty.isEmpty()) {
            if (must && missing)
                paintTile(cell, paint);
            else if (msLeft() > 0)
                paintTile(cell, paint);
            else
                complete = false;
        }
        if (const auto tile = m_tiles.find(cell); tile != m_tiles.end())
            tile->lastSeen = m_frame;
    };
    const QRect grid = gridOf(view);
    forEachCell(grid, [&](QPoint cell) { bring(cell, !covered.contains(areaOf(cell).intersected(view))); });
    // One ring around, so that the next steps of a pan find their tiles ready.
    const QRect ring = grid.adjusted(-1, -1, 1, 1);
    forEachCell(ring, [&](QPoint cell) {
        if (!grid.contains(cell))
            bring(cell, false);
    });
    dropOld(ring);
    return complete;
}

int TileCache::missing(const QRect& view) const
{
    int count = 0;
    forEachCell(gridOf(view), [&](QPoint cell) { count += m_tiles.contains(cell) ? 0 : 1; });
    return count;
}

bool TileCache::isUpToDate(const QRect& view) const
{
    bool upToDate = true;
    visit(view, [&](QPoint, const Tile& tile) { upToDate = upToDate && tile.dirty.isEmpty(); });
    return upToDate;
}

bool TileCache::isComplete(const QRect& view) const
{
    return missing(view) == 0 && isUpToDate(view);
}

void TileCache::visit(const QRect& view, const std::function<void(QPoint, const Tile&)>& visitor) const
{
    forEachCell(gridOf(view), [&](QPoint cell) {
        if (const auto tile = m_tiles.find(cell); tile != m_tiles.end())
            visitor(cell, *tile);
    });
}

void TileCache::dropOld(const QRect& keep)
{
    const qsizetype room = SpareTiles + qsizetype(keep.width()) * keep.height();
    if (m_tiles.size() <= room)
        return;
    QList<quint64> ages;
    for (const Tile& tile : std::as_const(m_tiles))
        ages += tile.lastSeen;
    const qsizetype surplus = m_tiles.size() - room + SpareTiles / 4;
    std::nth_element(ages.begin(), ages.begin() + surplus, ages.end());
    const quint64 oldest = ages[surplus];
    m_tiles.removeIf([&](const auto& entry) { return entry->lastSeen < oldest; });
}

} // namespace throughline
