// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

namespace throughline {

/// What somebody may decide, as a sentence names it: "the product", "how the company is organised".
[[nodiscard]] QString powerInWords(Power power);

} // namespace throughline
