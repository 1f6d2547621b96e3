// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QByteArray>

namespace throughline {

/// The blueprint as a .blueprint file (docs/file-format.md): UTF-8, one element on one line, keys and elements in a
/// fixed order, a closing newline, so that two versions compare and merge line by line. What readBlueprint() reads of
/// it is the same blueprint. Any thread.
[[nodiscard]] QByteArray writeBlueprint(const Blueprint& blueprint);

} // namespace throughline
