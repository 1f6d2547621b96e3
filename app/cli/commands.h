// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandio.h"

#include <QStringList>

namespace throughline {

/// True when the first argument names a command (or asks for help or the version), so that no editor is opened; also
/// when it is a word that names neither a command nor a file, which runCommand() then says.
[[nodiscard]] bool isCommandLine(const QStringList& arguments);

/// True when the command measures text and therefore needs a QGuiApplication (it needs no window system).
[[nodiscard]] bool needsFonts(const QStringList& arguments);

/// Runs "check FILE…", "ask FILE …", "numbers FILE", "compare BEFORE AFTER", "export FILE --to OUT", "import FILE -o
/// OUT", "--help", "--version"; arguments are those after the program's name. Prints results to io.out and messages to
/// io.err.
[[nodiscard]] ExitStatus runCommand(const QStringList& arguments, const CommandIo& io);

ExitStatus runCheck(const QStringList& arguments, const CommandIo& io);
ExitStatus runAsk(const QStringList& arguments, const CommandIo& io);
ExitStatus runNumbers(const QStringList& arguments, const CommandIo& io);
ExitStatus runCompare(const QStringList& arguments, const CommandIo& io);
ExitStatus runExport(const QStringList& arguments, const CommandIo& io);
ExitStatus runImport(const QStringList& arguments, const CommandIo& io);

} // namespace throughline
