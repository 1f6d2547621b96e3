// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandio.h"
#include "app/cli/commandparser.h"
#include "core/base/result.h"
#include "core/io/documentreader.h"

namespace throughline {

/// The bytes of a file, or of io.in when it is called "-".
[[nodiscard]] Result<QByteArray> readBytes(const QString& file, const CommandIo& io);
/// What a file is called in messages: its name, or "standard input".
[[nodiscard]] QString inputName(const QString& file);

/// Reads a blueprint from a file, or from io.in when it is called "-".
[[nodiscard]] Result<LoadedDocument> readInput(const QString& file, const CommandIo& io,
                                               const ReadOptions& options = {});

/// The same for a command with the option --customer: notes and errors go to io.err. Nothing when it could not be read.
[[nodiscard]] std::optional<Blueprint> readOrComplain(const QString& file, const CommandParser& parser,
                                                      const CommandIo& io);

} // namespace throughline
