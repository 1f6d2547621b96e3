// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/landing.h"

#include "core/edit/refusal.h"
#include "core/model/queries.h"

#include <QCoreApplication>

#include <algorithm>

namespace throughline {

namespace {

Result<Landing> withNewStep(const Blueprint& blueprint, const LaneId& lane, const PhaseId& phase, int index)
{
    Step step;
    step.id = StepId(mintId(u's'));
    step.phase = phase;
    Result<Patch> patch = insertStep(blueprint, step, index);
    if (!patch)
        return patch.error();
    Landing landing{blueprint, *patch, {lane, step.id, -1}};
    if (const Result<void> done = apply(landing.blueprint, *patch); !done)
        return done.error();
    return landing;
}

/// How many steps stand left of a phase that has none, by the order of phases.
int stepsBefore(const Blueprint& blueprint, const PhaseId& phase)
{
    const QList<Phase> phases = orderedPhases(blueprint);
    const auto rank = [&](const PhaseId& id) {
        const auto found = std::find_if(phases.begin(), phases.end(), [&](const Phase& p) { return p.id == id; });
        return found - phases.begin();
    };
    const QList<Step> steps = orderedSteps(blueprint);
    int index = 0;
    for (int i = 0; i < steps.size(); ++i) {
        if (!steps[i].phase.isEmpty() && rank(steps[i].phase) < rank(phase))
            index = i + 1;
    }
    return index;
}

} // namespace

Result<Landing> landingAt(const Blueprint& blueprint, const CellSpot& spot)
{
    if (!spot.step.isEmpty())
        return Landing{blueprint, {}, {spot.lane, spot.step, spot.index}};
    if (spot.beyond)
        return withNewStep(blueprint, spot.lane, {}, int(blueprint.steps().size()));
    const Phase* phase = blueprint.find(spot.phase);
    const auto isOfPhase = [&](const Step& step) { return step.phase == spot.phase; };
    if (phase && phase->folded && std::any_of(blueprint.steps().begin(), blueprint.steps().end(), isOfPhase))
        return notPossible(
            QCoreApplication::translate("CanvasEdits", "This phase is folded. Unfold it to put cards into it."));
    if (!spot.phase.isEmpty())
        return withNewStep(blueprint, spot.lane, spot.phase, stepsBefore(blueprint, spot.phase));
    return Landing{blueprint, {}, {spot.lane, {}, spot.index}};
}

Result<Landing> landingAfter(const Blueprint& blueprint, const LaneId& lane, const StepId& step)
{
    const QList<Step> steps = orderedSteps(blueprint);
    const auto here = std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.id == step; });
    if (here == steps.end() || here + 1 == steps.end())
        return withNewStep(blueprint, lane, {}, int(steps.size()));
    return Landing{blueprint, {}, {lane, (here + 1)->id, -1}};
}

Result<Landing> landingInNewStep(const Blueprint& blueprint, const LaneId& lane, int index)
{
    return withNewStep(blueprint, lane, {}, index);
}

Result<Landing> landingInNewLane(const Blueprint& blueprint, const Lane& lane, int index, const CellSpot& spot)
{
    Result<Landing> landing = landingAt(blueprint, spot);
    const QList<Lane> lanes = orderedLanes(blueprint);
    if (!landing || lanes.isEmpty())
        return landing;
    Lane made = lane;
    made.stage = lanes[std::clamp(index - 1, 0, int(lanes.size()) - 1)].stage;
    const int above = int(std::count_if(lanes.begin(), lanes.begin() + std::clamp(index, 0, int(lanes.size())),
                                        [&](const Lane& other) { return other.stage == made.stage; }));
    const Result<Patch> patch = afterLanding(*landing, addLane(landing->blueprint, made, above));
    if (!patch)
        return patch.error();
    Landing with{blueprint, *patch, {made.id, landing->place.step, -1}};
    if (const Result<void> done = apply(with.blueprint, *patch); !done)
        return done.error();
    return with;
}

Result<Patch> afterLanding(const Landing& landing, const Result<Patch>& next)
{
    if (!next)
        return next;
    return landing.patch.isEmpty() ? *next : compose(landing.patch, *next);
}

} // namespace throughline
