// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasitem.h"
#include "app/canvas/canvasscene.h"

#include <QImage>

namespace throughline::testing {

/// What the drawing of a canvas (without headers and overlay) has to look like: its blueprint painted at once, without
/// tiles.
[[nodiscard]] QImage referencePicture(const CanvasItem& canvas);

/// referencePicture() again and again: lays a blueprint out only when the document is another one.
class ReferencePainter
{
public:
    /// With the badges of the canvas's check where it is up to date.
    [[nodiscard]] QImage paint(const CanvasItem& canvas);

private:
    void take(const CanvasItem& canvas);

    CanvasScene m_scene;
    std::optional<quint64> m_revision;
    bool m_found = false;
};

/// The share of pixels (0 to 1) of the drawing in a grabbed window that differ visibly from reference.
[[nodiscard]] double differingShare(const CanvasItem& canvas, const QImage& grabbed, const QImage& reference);

/// The same, looked at from afar: pictures that differ in sharpness alone do not differ.
[[nodiscard]] double coarseDifference(const CanvasItem& canvas, const QImage& grabbed, const QImage& reference);

/// How many pixels of a picture of a window have exactly its background, which shows where nothing was drawn.
[[nodiscard]] qsizetype barePixels(const QImage& grabbed, QRgb background);

} // namespace throughline::testing
