// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/edit/idsource.h"
#include "core/model/patch.h"

#include <optional>

namespace throughline {

/// Adds lane (its id must be new) so that index lanes of its stage stand above it; -1 = below all of its stage.
[[nodiscard]] Result<Patch> addLane(const Blueprint& blueprint, const Lane& lane, int index = -1);

/// Moves a lane with its cards into a stage (perhaps another) so that index other lanes of that stage stand above it;
/// -1 = last.
[[nodiscard]] Result<Patch> moveLane(const Blueprint& blueprint, const LaneId& lane, Stage stage, int index = -1);

/// Adds step (its id must be new; its number is chosen here) as column index, 0 to the number of steps. A step without
/// a phase joins the phase of the column to its left, or, as the first column, of the one to its right.
[[nodiscard]] Result<Patch> insertStep(const Blueprint& blueprint, const Step& step, int index);

/// Moves a step with its cards so that index other steps stand to its left. It joins the phase given (empty: none).
/// Without one it joins that of its two neighbours, or at the border of two phases keeps its own if it borders on it.
/// Cards over several steps stay in order.
[[nodiscard]] Result<Patch> moveStep(const Blueprint& blueprint, const StepId& step, int index,
                                     const std::optional<PhaseId>& phase = {});

/// Adds phase (its id must be new) with one new step of the given id, so that index blocks of phases (as phaseBlocks()
/// counts them) stand to its left; -1 = at the right end.
[[nodiscard]] Result<Patch> addPhase(const Blueprint& blueprint, const Phase& phase, const StepId& firstStep,
                                     int index = -1);

/// Moves a phase with its steps and cards so that index blocks of other phases stand to its left.
[[nodiscard]] Result<Patch> movePhase(const Blueprint& blueprint, const PhaseId& phase, int index);

/// Makes a run of steps belong to a phase (empty: to none).
[[nodiscard]] Result<Patch> setPhaseOfSteps(const Blueprint& blueprint, const QList<StepId>& steps,
                                            const PhaseId& phase);

/// A run of neighbouring steps of one phase (or of none), from left to right.
struct PhaseBlock
{
    PhaseId phase;
    QList<StepId> steps;

    bool operator==(const PhaseBlock&) const = default;
};
[[nodiscard]] QList<PhaseBlock> phaseBlocks(const Blueprint& blueprint);

} // namespace throughline
