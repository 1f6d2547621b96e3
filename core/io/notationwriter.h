// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QByteArray>

namespace throughline {

/// The blueprint in the text notation (docs/file-format.md), UTF-8 with a closing newline. readNotation() of it gives
/// the same blueprint, and writing that gives the same text. Any thread.
[[nodiscard]] QByteArray writeNotation(const Blueprint& blueprint);

} // namespace throughline
