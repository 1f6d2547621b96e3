// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasitem.h"

#include <QImage>

namespace throughline::testing {

/// What the drawing of a canvas (without headers and overlay) has to look like: its blueprint painted at once, without
/// tiles.
[[nodiscard]] QImage referencePicture(const CanvasItem& canvas);

/// The share of pixels (0 to 1) of the drawing in a grabbed window that differ visibly from reference.
[[nodiscard]] double differingShare(const CanvasItem& canvas, const QImage& grabbed, const QImage& reference);

/// The same, looked at from afar: pictures that differ in sharpness alone do not differ.
[[nodiscard]] double coarseDifference(const CanvasItem& canvas, const QImage& grabbed, const QImage& reference);

} // namespace throughline::testing
