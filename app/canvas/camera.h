// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace throughline {

/// What part of the scene is seen: the scene point at the top left of the viewport and logical pixels per scene point.
/// The viewport is the part of the item beside and below the frozen headers.
struct Camera
{
    static constexpr double MinScale = 0.005; ///< shows 100,000 cards at once
    static constexpr double MaxScale = 8;

    QPointF origin;
    double scale = 1;

    bool operator==(const Camera&) const = default;

    [[nodiscard]] QPointF toViewport(QPointF scene) const { return (scene - origin) * scale; }
    [[nodiscard]] QPointF toScene(QPointF viewport) const { return origin + viewport / scale; }
    [[nodiscard]] QRectF toViewport(const QRectF& scene) const
    {
        return {toViewport(scene.topLeft()), scene.size() * scale};
    }
    [[nodiscard]] QRectF toScene(const QRectF& viewport) const
    {
        return {toScene(viewport.topLeft()), viewport.size() / scale};
    }
    /// The same view scaled by factor; the viewport point keeps its scene point. The scale stays in its range.
    [[nodiscard]] Camera zoomed(double factor, QPointF viewportPoint) const;
};

/// A camera at which content fills a viewport of that size, centred, with a margin, at most at maxScale.
[[nodiscard]] Camera fitting(const QRectF& content, QSizeF viewport, double marginPx, double maxScale);

/// A camera moved as little as needed so that rect is inside the viewport with a margin; a rect larger than the
/// viewport is shown from its top left.
[[nodiscard]] Camera revealing(const Camera& camera, const QRectF& rect, QSizeF viewport, double marginPx);

/// The camera moved so that content cannot be lost: at least a strip of it stays in the viewport.
[[nodiscard]] Camera clamped(const Camera& camera, const QRectF& content, QSizeF viewport);

/// Between two cameras, progress 0 to 1: the scale in equal ratios, and the centre of the view along the way that
/// zooming about one fixed point would take.
[[nodiscard]] Camera between(const Camera& from, const Camera& to, QSizeF viewport, double progress);

} // namespace throughline
