// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasscene.h"
#include "app/canvas/pixelpainter.h"

#include <map>

namespace throughline {

/// How a scene becomes a small picture: each axis is scaled on its own, so that a long journey is not a hair line.
struct MapScale
{
    QRectF content;  ///< of the scene: all of it fills the picture
    QSize size;      ///< of the picture, in device pixels
    double unit = 1; ///< device pixels of a logical one

    bool operator==(const MapScale&) const = default;

    [[nodiscard]] bool isEmpty() const { return content.isEmpty() || size.isEmpty(); }
    [[nodiscard]] double x() const { return size.width() / content.width(); }
    [[nodiscard]] double y() const { return size.height() / content.height(); }
    [[nodiscard]] QRectF toPixels(const QRectF& scene) const;
    [[nodiscard]] QRectF toScene(const QRectF& pixels) const;
};

/// Paints a scene as a map: lanes as bands, cards as specks in the colours of their departments, the places of findings
/// as signs whose shape says how bad they are.
class MapPainter
{
public:
    /// How far the sign of a finding reaches from its place, in logical pixels.
    static constexpr double ReachPx = 5;

    /// The image is of Format_RGB32, of the scale's size, and must outlive the painter.
    MapPainter(const CanvasScene& scene, const MapScale& scale, QImage& image)
        : m_scene(scene), m_theme(scene.theme()), m_scale(scale), m_image(image)
    {
    }

    /// Paints area (device pixels of the picture) over; what is there does not depend on what else is painted.
    /// O(what area shows), once scene.farMap() has its squares.
    void paint(const QRect& area);

private:
    struct Sign
    {
        Severity severity = Severity::Off;
        QPointF at;
    };

    [[nodiscard]] PixelRect pixels(const QRectF& scene) const;
    void paintGround(PixelPainter& painter, const QRectF& seen) const;
    void paintCards(PixelPainter& painter, const QRectF& seen) const;
    void collectSigns(const QRectF& seen);
    void collectHeaderSigns(const QRectF& seen);
    void addSign(Severity severity, QPointF scene);
    void paintSigns(const QRect& area) const;

    const CanvasScene& m_scene;
    const Theme& m_theme;
    MapScale m_scale;
    QImage& m_image;
    std::map<std::pair<int, int>, Sign> m_signs; ///< one at most in each small square of the picture
};

} // namespace throughline
