// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/model/blueprint.h"

#include <QList>

namespace throughline {

/// What only shows between two versions: the findings of the rules in comparisonCatalogue(). Elements of the evidence
/// are those of the later version; its severities and acceptances count. Ordered by phase from left to right. Pure;
/// linear in cards and connections.
[[nodiscard]] QList<Finding> findShifts(const Blueprint& before, const Blueprint& after);

} // namespace throughline
