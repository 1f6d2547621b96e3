// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/camera.h"

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

QPointF centreOf(const Camera& camera, QSizeF viewport)
{
    return camera.toScene(QPointF(viewport.width() / 2, viewport.height() / 2));
}

Camera centredAt(QPointF centre, double scale, QSizeF viewport)
{
    return {centre - QPointF(viewport.width(), viewport.height()) / (2 * scale), scale};
}

/// The least shift of [from, from + length) into [0, size) with a margin; what does not fit begins at the margin.
double shiftInto(double from, double length, double size, double margin)
{
    if (length > size - 2 * margin)
        return margin - from;
    if (from < margin)
        return margin - from;
    if (from + length > size - margin)
        return size - margin - length - from;
    return 0;
}

double clampedOrigin(double origin, double contentFrom, double contentTo, double viewLength, double keep)
{
    const double least = contentFrom - std::max(viewLength - keep, 0.0);
    const double most = contentTo - std::min(keep, viewLength);
    return std::clamp(origin, std::min(least, most), std::max(least, most));
}

} // namespace

Camera Camera::zoomed(double factor, QPointF viewportPoint) const
{
    const double next = std::clamp(scale * factor, MinScale, MaxScale);
    const QPointF fixed = toScene(viewportPoint);
    return {fixed - viewportPoint / next, next};
}

Camera fitting(const QRectF& content, QSizeF viewport, double marginPx, double maxScale)
{
    const double width = std::max(viewport.width() - 2 * marginPx, 1.0);
    const double height = std::max(viewport.height() - 2 * marginPx, 1.0);
    const double fit = std::min(width / std::max(content.width(), 1.0), height / std::max(content.height(), 1.0));
    return centredAt(content.center(), std::clamp(std::min(fit, maxScale), Camera::MinScale, Camera::MaxScale),
                     viewport);
}

Camera revealing(const Camera& camera, const QRectF& rect, QSizeF viewport, double marginPx)
{
    const QRectF seen = camera.toViewport(rect);
    const double margin = std::min({marginPx, viewport.width() / 4, viewport.height() / 4});
    const QPointF shift(shiftInto(seen.x(), seen.width(), viewport.width(), margin),
                        shiftInto(seen.y(), seen.height(), viewport.height(), margin));
    return {camera.origin - shift / camera.scale, camera.scale};
}

Camera clamped(const Camera& camera, const QRectF& content, QSizeF viewport)
{
    const double keep = 80 / camera.scale;
    const QSizeF seen = viewport / camera.scale;
    return {{clampedOrigin(camera.origin.x(), content.left(), content.right(), seen.width(), keep),
             clampedOrigin(camera.origin.y(), content.top(), content.bottom(), seen.height(), keep)},
            camera.scale};
}

Camera between(const Camera& from, const Camera& to, QSizeF viewport, double progress)
{
    if (progress >= 1)
        return to;
    const double scale = from.scale * std::pow(to.scale / from.scale, progress);
    // Zooming about a fixed point moves the centre in proportion to 1 / scale.
    const double inverseChange = 1 / to.scale - 1 / from.scale;
    const double share = std::abs(inverseChange) < 1e-9 ? progress : (1 / scale - 1 / from.scale) / inverseChange;
    const QPointF start = centreOf(from, viewport);
    return centredAt(start + (centreOf(to, viewport) - start) * share, scale, viewport);
}

} // namespace throughline
