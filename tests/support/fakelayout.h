// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridlayout.h"
#include "tests/support/fakemeasurer.h"
#include "tests/support/readnotation.h"

namespace throughline::testing {

/// The layout without fonts, the same on every machine.
[[nodiscard]] inline Layout layoutOf(const Blueprint& blueprint)
{
    return layoutBlueprint(blueprint, {}, FakeMeasurer());
}

[[nodiscard]] inline Layout layoutOf(const char* notation)
{
    return layoutOf(blueprintOf(notation));
}

} // namespace throughline::testing
