// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/displaylist.h"

#include <QByteArray>

namespace throughline {

/// A display list as JSON text, one item a line, numbers to a hundredth of a point: for comparing pictures without
/// pixels.
[[nodiscard]] QByteArray writeDisplayList(const DisplayList& list);

} // namespace throughline
