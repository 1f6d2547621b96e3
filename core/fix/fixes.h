// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/check/checker.h"
#include "core/edit/idsource.h"
#include "core/fix/fix.h"
#include "core/metrics/comparison.h"

#include <functional>
#include <optional>

namespace throughline {

/// What would mend a finding of blueprint, best first: fewest new findings, then the order in which docs/rules.md names
/// the ways of its rule. Each was tried: after it the finding is gone and no error is new, both judged by options. Ids
/// of new elements come from newId. Empty where no edit is known to help. Pure; costs one check per way.
[[nodiscard]] QList<Fix> fixesFor(const Blueprint& blueprint, const Finding& finding, const CheckOptions& options = {},
                                  const IdSource& newId = mintId);

/// The numbers that a patch of blueprint changes, in the order of the catalogue: what a preview shows beside the
/// drawing. Empty when the patch does not fit. Pure; costs the numbers of two blueprints.
[[nodiscard]] QList<MetricChange> numbersChangedBy(const Blueprint& blueprint, const Patch& patch);

/// Everything that can be mended without changing what the drawing means, as one patch.
struct SafeFixes
{
    Patch patch;        ///< empty when there is nothing to do
    int reattached = 0; ///< loose ends attached to the shape they lie at (2 px at most)
    int duplicates = 0; ///< connections removed that repeated another one exactly
    QString text;       ///< "Attach 3 loose ends and remove 1 duplicate"; empty when there is nothing to do

    bool operator==(const SafeFixes&) const = default;
};

/// "Fix all that is safe" (docs/rules.md). No error is new after it, judged by options. Where loose connections bring
/// errors to light when they are attached, those that do are sought out with a few dozen checks at most; what is not
/// settled by then is left for people. before: what the check by options said of blueprint, where that is known.
/// isStopped is asked between checks; once it says yes, nothing is to be mended.
[[nodiscard]] SafeFixes safeFixes(const Blueprint& blueprint,
                                  const CheckOptions& options = {.preset = Preset::All, .severities = {}, .today = {}},
                                  const std::optional<CheckResult>& before = std::nullopt,
                                  const std::function<bool()>& isStopped = {});

/// Whether a rule has ways to be mended at all; false for an unknown rule.
[[nodiscard]] bool hasFixes(QStringView rule);

} // namespace throughline
