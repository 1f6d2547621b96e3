// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/displaylist.h"

#include <QImage>
#include <QRect>

namespace throughline {

/// An upright rectangle in device pixels, with fractions.
struct PixelRect
{
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
};

/// Fills upright rectangles in an opaque picture, straight into its pixels: many times quicker than a QPainter for tens
/// of thousands of small ones. A pixel that a rectangle covers by a part takes on that part of its colour, so what
/// moves or shrinks by less than a pixel does so without a jump.
class PixelPainter
{
public:
    /// Paints within area (device pixels of the whole scene) of image, whose top left is at imageOrigin. The image is
    /// of Format_RGB32 and must outlive the painter.
    PixelPainter(QImage& image, QPoint imageOrigin, const QRect& area);

    /// Strength (0 to 1) thins the colour.
    void fill(const PixelRect& rect, Rgba colour, float strength = 1);
    /// With round corners of that radius in pixels.
    void fillRound(const PixelRect& rect, float radius, Rgba colour, float strength = 1);

private:
    void fillFixed(int left, int top, int right, int bottom, Rgba colour, unsigned strength);

    uchar* m_bits;
    qsizetype m_stride;
    QPoint m_origin;
    QRect m_clip; ///< of the image
};

} // namespace throughline
