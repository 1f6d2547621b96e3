// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/blueprint.h"

#include <QByteArray>

namespace throughline {

/// Reads a .blueprint file (docs/file-format.md). fileName stands in errors only. Every error has line, column and the
/// path of the element ("cards/17/lane"); then nothing is loaded. Keys this version does not know are kept with their
/// element. A file of a newer major version is refused. Limits: 256 MiB, 1,000,000 elements, 64 levels. Any thread.
[[nodiscard]] Result<Blueprint> readBlueprint(const QByteArray& utf8, const QString& fileName);

} // namespace throughline
