// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/patch.h"

#include <QByteArray>

namespace throughline {

/// A patch as one line of text, UTF-8, without a line break: the elements before and after, each side as in a
/// .blueprint file, with a tab between the two.
[[nodiscard]] QByteArray writePatch(const Patch& patch);

/// Reads what writePatch() wrote; the changes stand in the order of tables and ids. Errors: Syntax, Value or Version
/// when it is not such a line.
[[nodiscard]] Result<Patch> readPatch(const QByteArray& line);

} // namespace throughline
