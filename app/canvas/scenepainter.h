// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasscene.h"
#include "core/render/displaylistpainter.h"

#include <QImage>

class QPainter;

namespace throughline {

/// Paints a scene into pictures, with as much detail as the scale shows: everything from 0.4 device pixels a point,
/// what FarPainter makes of it below.
class ScenePainter
{
public:
    /// images: where the pictures on cards are found; not owned, may be null.
    explicit ScenePainter(const Typeface& typeface, ImageSource* images = nullptr);

    /// Words are drawn from this many device pixels a point on; below, cards are blocks. At least 0.4.
    void setWordsFrom(double scale);
    [[nodiscard]] double wordsFrom() const { return m_wordsFrom; }

    /// Paints area into image; area and imageOrigin (the image's top left) are device pixels of the whole scene at
    /// deviceScale device pixels per point. What was there in area is painted over. detailScale: the scale the picture
    /// will be shown at, when it is to be enlarged; it decides how much detail there is.
    void paint(const CanvasScene& scene, QImage& image, QPoint imageOrigin, const QRect& area, double deviceScale,
               double detailScale) const;
    void paint(const CanvasScene& scene, QImage& image, QPoint imageOrigin, const QRect& area, double deviceScale) const
    {
        paint(scene, image, imageOrigin, area, deviceScale, deviceScale);
    }

    /// Paints single items; the painter's coordinates are points.
    void paintItems(const QList<DisplayItem>& items, QPainter& painter, double deviceScale) const;

private:
    void paintFar(const CanvasScene& scene, QImage& image, QPoint imageOrigin, const QRect& area, double deviceScale,
                  double detailScale) const;

    DisplayListPainter m_items;
    double m_wordsFrom = 0.4;
};

} // namespace throughline
