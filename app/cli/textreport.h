// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/findingwriter.h"

namespace throughline {

struct TextReportOptions
{
    bool coverage = false; ///< say too what could not be checked
    bool colour = false;   ///< with the escape sequences of a terminal
};

/// What was found in a file, for a person at a terminal: a finding a paragraph, a line with the count at the end.
[[nodiscard]] QString textReport(const CheckedFile& file, const TextReportOptions& options);

} // namespace throughline
