// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

namespace throughline {

/// validateElement() (core/model/validation.h) for every element of a blueprint. O(elements and what they name).
[[nodiscard]] Result<void> validateElements(const Blueprint& blueprint);

} // namespace throughline
