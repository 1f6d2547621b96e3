// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/model/blueprint.h"

namespace throughline {

/// Whether what the check said of one blueprint is, word for word, what it would say of another: they differ only in
/// what no rule reads (notes, folded lanes, what the customer feels ...) and in words that none of
/// its sentences uses. May say no where the answer is yes. Costs what differs when one was made from the other by
/// patches.
[[nodiscard]] bool stillHolds(const CheckResult& result, const Blueprint& checked, const Blueprint& now);

} // namespace throughline
