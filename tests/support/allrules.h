// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/checker.h"

namespace throughline::testing {

/// Every rule on, on no day in particular.
[[nodiscard]] inline CheckOptions allRulesOn()
{
    return {.preset = Preset::All, .severities = {}, .today = {}};
}

} // namespace throughline::testing
