// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/operations.h"
#include "core/layout/hittest.h"

namespace throughline {

/// A place of the grid made ready for a card: where the grid ends or a phase has no step yet, a step is made first.
struct Landing
{
    Blueprint blueprint; ///< with the step, if one was needed
    Patch patch;         ///< what made it
    CellPlace place;
};

/// Makes spot ready for a card. Errors: NotPossible as for insertStep().
[[nodiscard]] Result<Landing> landingAt(const Blueprint& blueprint, const CellSpot& spot);

/// The step to the right of step, made in the phase of step when it is the last.
[[nodiscard]] Result<Landing> landingAfter(const Blueprint& blueprint, const LaneId& lane, const StepId& step);

/// landing's patch followed by next, which was made for landing's blueprint; an error passes through.
[[nodiscard]] Result<Patch> afterLanding(const Landing& landing, const Result<Patch>& next);

} // namespace throughline
