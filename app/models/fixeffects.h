// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fix/fix.h"
#include "core/metrics/comparison.h"
#include "core/model/blueprint.h"

#include <QVariantList>

/// What a fix does, in words and figures for people.
namespace throughline {

/// "Mends 2 findings, opens none."
[[nodiscard]] QString effectSentence(const Fix& fix);

/// The titles of findings in a list: "Silo break: Bar to Floor".
[[nodiscard]] QStringList titlesOf(const QList<Finding>& findings);

/// The changes that matter most for a rule first: its own numbers, then those that got better or worse, then the
/// others; each in the order of the catalogue. Changes that read the same before and after are left out.
[[nodiscard]] QList<MetricChange> byRelevance(const QList<MetricChange>& changes, QStringView rule,
                                              const QString& currency = {});

/// Changes as objects {title, meaning, before, after, verdict, verdictText}; verdict is "better", "worse" or "changed".
[[nodiscard]] QVariantList numberRows(const QList<MetricChange>& changes, const Blueprint& before,
                                      const Blueprint& after);

} // namespace throughline
