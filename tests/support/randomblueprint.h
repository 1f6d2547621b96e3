// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/idsource.h"
#include "core/model/blueprint.h"
#include "core/model/patch.h"

#include <random>

namespace throughline::testing {

/// How large a random blueprint is; the numbers are upper bounds.
struct RandomSize
{
    int lanes = 6;
    int steps = 8;
    int cards = 24;
    int connections = 40;
};

/// A valid blueprint in which every field of the model is used now and then, texts with quotes, line breaks and
/// non-ASCII letters included. The same seed gives the same blueprint on every machine.
[[nodiscard]] Blueprint randomBlueprint(std::mt19937& random, const RandomSize& size = {});

/// A random edit by one of the operations of core/edit; empty when the operation drawn is not possible there.
[[nodiscard]] Patch randomEdit(const Blueprint& blueprint, std::mt19937& random, const IdSource& newId);

/// An IdSource that counts: c1001, e1002 …
[[nodiscard]] IdSource countingIds(int start = 1000);

} // namespace throughline::testing
