// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/farmap.h"

namespace throughline {

/// What is in a square of a scene, for FarMap. O(what touches it).
[[nodiscard]] FarCell makeFarCell(const CanvasScene& scene, const QRectF& area);

} // namespace throughline
