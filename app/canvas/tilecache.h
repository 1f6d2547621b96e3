// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QPoint>
#include <QRect>

#include <functional>

namespace throughline {

/// The picture of the scene at one scale in squares of device pixels, aligned to the scene's zero point, so that
/// panning needs only what newly comes into sight. Painting is the caller's; this says what to paint when.
class TileCache
{
public:
    static constexpr int Size = 256;

    struct Tile
    {
        QImage image;
        QRect dirty;         ///< device pixels of the tile that no longer show the scene
        quint64 version = 0; ///< changes whenever the image does
        quint64 lastSeen = 0;
    };

    /// Paints area (device pixels of the whole scene at the cache's scale) into image, whose top left is at
    /// imageOrigin.
    using Paint = std::function<void(QImage& image, QPoint imageOrigin, const QRect& area)>;

    /// Forgets everything when the scale (device pixels per point) is another one.
    void setScale(double deviceScale);
    [[nodiscard]] double scale() const { return m_scale; }
    void clear();

    /// Marks an area (device pixels of the scene) as out of date; what is there stays in sight until it is painted
    /// anew.
    void invalidate(const QRect& area);

    /// Paints what is missing or dirty in view (device pixels of the scene): missing tiles outside covered always, the
    /// rest, then those around the view, as long as msLeft() is positive. True when nothing is left to do.
    bool refresh(const QRect& view, const QRect& covered, const Paint& paint, const std::function<double()>& msLeft);
    /// How many tiles of the view are not there at all.
    [[nodiscard]] int missing(const QRect& view) const;
    /// Those tiles of the view that are there are up to date.
    [[nodiscard]] bool isUpToDate(const QRect& view) const;
    /// Every tile of the view is there and up to date.
    [[nodiscard]] bool isComplete(const QRect& view) const;

    /// The tiles that touch view: their place in the grid of tiles and the tile. In the order of rows, then columns.
    void visit(const QRect& view, const std::function<void(QPoint, const Tile&)>& visitor) const;

private:
    static QRect gridOf(const QRect& area);
    static QRect areaOf(QPoint cell);
    void paintTile(QPoint cell, const Paint& paint);
    void dropOld(const QRect& keep);

    QHash<QPoint, Tile> m_tiles;
    double m_scale = 0;
    quint64 m_version = 0;
    quint64 m_frame = 0;
};

} // namespace throughline
