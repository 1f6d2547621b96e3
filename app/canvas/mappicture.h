// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/mappainter.h"

#include <vector>

namespace throughline {

/// The map of a scene as a picture that is painted in slices, and anew only where the scene changed.
class MapPicture
{
public:
    /// In device pixels, of which unit make a logical one. Another size: everything is to be painted.
    void setSize(QSize size, double unit);
    /// What no longer looks as it did.
    void invalidate(const SceneDirt& dirt);
    [[nodiscard]] bool isDone() const { return m_dirtyCount == 0; }
    /// Paints for about so many milliseconds; true when nothing is left to paint, and image() is as the scene is.
    bool paint(const CanvasScene& scene, double ms);
    /// As it was when painting was done last; null before.
    [[nodiscard]] const QImage& image() const { return m_done; }
    /// How many device pixels have been painted so far: what it all cost.
    [[nodiscard]] qint64 paintedPixels() const { return m_paintedPixels; }

private:
    void begin(const MapScale& scale);
    void markAll();
    void mark(const QRectF& pixels);
    [[nodiscard]] QRect tileRect(int tile) const;

    MapScale m_scale;
    QImage m_image;
    QImage m_done;
    int m_across = 0;          ///< tiles in a row
    std::vector<bool> m_dirty; ///< by tile
    int m_dirtyCount = 0;
    qint64 m_paintedPixels = 0;
};

} // namespace throughline
