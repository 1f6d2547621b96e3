// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandio.h"
#include "core/base/result.h"
#include "core/io/documentreader.h"

namespace throughline {

/// Reads a blueprint from a file, or from io.in when it is called "-".
[[nodiscard]] Result<LoadedDocument> readInput(const QString& file, const CommandIo& io,
                                               const ReadOptions& options = {});

} // namespace throughline
