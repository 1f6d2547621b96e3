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

/// A place in a step that is made as column index.
[[nodiscard]] Result<Landing> landingInNewStep(const Blueprint& blueprint, const LaneId& lane, int index);

/// A place in a lane that is made above row index (all rows: below the last), in the stage of the lane above it; at the
/// place of spot otherwise.
[[nodiscard]] Result<Landing> landingInNewLane(const Blueprint& blueprint, const Lane& lane, int index,
                                               const CellSpot& spot);

/// landing's patch followed by next, which was made for landing's blueprint; an error passes through.
[[nodiscard]] Result<Patch> afterLanding(const Landing& landing, const Result<Patch>& next);

} // namespace throughline
