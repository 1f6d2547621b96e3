// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"

#include <QStringList>

namespace throughline {

/// The contract "--format lines": one open finding a line, "RULE SUBJECT[ DETAIL]", sorted by code units. Accepted
/// findings are not listed.
[[nodiscard]] QStringList linesOf(const CheckResult& result);

} // namespace throughline
