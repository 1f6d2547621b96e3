// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/farmap.h"
#include "core/scene/scenebuilder.h"

namespace throughline {

/// What is in a square of a scene, for FarMap. O(what touches it).
[[nodiscard]] FarCell makeFarCell(const CanvasScene& scene, const QRectF& area);

/// The worst of the findings shown at an element; Off for none.
[[nodiscard]] Severity worstAt(const SceneOptions& options, const ElementRef& element);

} // namespace throughline
