// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/displaylist.h"

#include <QColor>

namespace throughline {

/// A display list's colour as a QColor.
[[nodiscard]] QColor toColor(Rgba colour);

} // namespace throughline
