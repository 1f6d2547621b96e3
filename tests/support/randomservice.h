// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <random>

namespace throughline::testing {

/// A valid blueprint that looks like a service: customers go from step to step, turn to the company, and what they set
/// off is handed on, decided, waited for, answered or forgotten. Unlike randomBlueprint() it makes every rule of the
/// catalogue fire now and then. The same seed gives the same blueprint on every machine.
[[nodiscard]] Blueprint randomService(std::mt19937& random);

} // namespace throughline::testing
