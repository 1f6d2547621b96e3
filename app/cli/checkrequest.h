// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandparser.h"
#include "core/base/result.h"
#include "core/check/checker.h"

namespace throughline {

/// What "throughline check" is asked to do.
struct CheckRequest
{
    enum class Format { Text, Lines, Json, Sarif };
    enum class Colour { Auto, Always, Never };

    Format format = Format::Text;
    Colour colour = Colour::Auto;
    std::optional<Preset> preset; ///< nothing: what the folder of a file says, else recommended
    QMap<QString, Severity> severities;
    Severity atLeast = Severity::Warning;
    bool coverage = false;
    bool newOnly = false;
    QString baseline;
    QString customer;
    QStringList files;

    /// What the command line says of the check; folders come after it.
    [[nodiscard]] CheckOptions options() const;
};

/// The options of the command.
void addCheckOptions(CommandParser& parser);

/// Reads the options. Errors: Usage, one sentence.
[[nodiscard]] Result<CheckRequest> checkRequestFrom(const CommandParser& parser);

} // namespace throughline
