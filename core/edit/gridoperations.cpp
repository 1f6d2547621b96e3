// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/gridoperations.h"

#include "core/edit/draft.h"
#include "core/edit/refusal.h"
#include "core/model/queries.h"

#include <QHash>

#include <algorithm>

namespace throughline {

namespace {

/// The lanes of one stage in order, as they stand in the blueprint, without one of them.
QList<Lane> lanesOfStage(const Blueprint& blueprint, Stage stage, const LaneId& without)
{
    QList<Lane> lanes = orderedLanes(blueprint);
    lanes.removeIf([&](const Lane& lane) { return lane.stage != stage || lane.id == without; });
    return lanes;
}

void numberLanes(Draft& draft, const QList<Lane>& lanes)
{
    for (qsizetype i = 0; i < lanes.size(); ++i) {
        Lane lane = lanes[i];
        lane.position = int(i);
        draft.put(lane);
    }
}

/// Numbers steps from left to right with as few changes as possible: a step that already stands right of its neighbour
/// keeps its number.
void numberSteps(Draft& draft, QList<Step>& steps)
{
    int next = 1;
    for (Step& step : steps) {
        step.number = std::max(step.number, next);
        next = step.number + 1;
        draft.put(step);
    }
}

/// The order of steps has changed: cards that span several steps go from the leftmost to the rightmost of their ends.
void straightenSpans(Draft& draft, const QList<Step>& steps)
{
    QHash<StepId, qsizetype> column;
    for (qsizetype i = 0; i < steps.size(); ++i)
        column.insert(steps[i].id, i);
    for (const Card& card : draft.base().cards()) {
        if (!card.lastStep.isEmpty() && column.value(card.lastStep) < column.value(card.firstStep)) {
            Card turned = card;
            std::swap(turned.firstStep, turned.lastStep);
            draft.put(turned);
        }
    }
}

PhaseId phaseAt(const QList<Step>& steps, qsizetype index)
{
    return index >= 0 && index < steps.size() ? steps[index].phase : PhaseId();
}

/// The phase a step joins that comes to stand between steps[index - 1] and steps[index].
PhaseId phaseForPlace(const QList<Step>& steps, qsizetype index, const PhaseId& own)
{
    const PhaseId left = phaseAt(steps, index - 1);
    const PhaseId right = phaseAt(steps, index);
    if (index > 0 && index < steps.size() && left == right)
        return left;
    const bool borders = (index > 0 && left == own) || (index < steps.size() && right == own);
    if (borders)
        return own;
    return index > 0 ? left : right;
}

/// Lays steps out in their new order, where a moved step that has to fit between two others pushes the rest.
Patch reordered(const Blueprint& blueprint, QList<Step> steps, Draft draft)
{
    // Numbers are dealt anew in the new order, from the sorted set of those in use, so that a move touches only what
    // moved past.
    QList<int> numbers;
    for (const Step& step : steps) {
        if (blueprint.find(step.id))
            numbers += step.number;
    }
    std::sort(numbers.begin(), numbers.end());
    while (numbers.size() < steps.size())
        numbers += numbers.isEmpty() ? 1 : numbers.last() + 1;
    for (qsizetype i = 0; i < steps.size(); ++i)
        steps[i].number = numbers[i];
    numberSteps(draft, steps);
    straightenSpans(draft, steps);
    return draft.patch();
}

qsizetype blockStart(const QList<PhaseBlock>& blocks, qsizetype index)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i < index; ++i)
        start += blocks[i].steps.size();
    return start;
}

void numberPhases(Draft& draft, const QList<Step>& steps)
{
    QList<PhaseId> order;
    for (const Step& step : steps) {
        if (!step.phase.isEmpty() && !order.contains(step.phase))
            order += step.phase;
    }
    for (const Phase& phase : orderedPhases(draft.base())) {
        if (!order.contains(phase.id))
            order += phase.id;
    }
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (std::optional<Phase> phase = draft.find(order[i])) {
            phase->position = int(i);
            draft.put(*phase);
        }
    }
}

} // namespace

Result<Patch> addLane(const Blueprint& blueprint, const Lane& lane, int index)
{
    if (blueprint.find(lane.id))
        return alreadyThere(lane.id);
    QList<Lane> lanes = lanesOfStage(blueprint, lane.stage, lane.id);
    lanes.insert(index < 0 ? lanes.size() : std::min<qsizetype>(index, lanes.size()), lane);
    Draft draft(blueprint);
    numberLanes(draft, lanes);
    return draft.patch();
}

Result<Patch> moveLane(const Blueprint& blueprint, const LaneId& id, Stage stage, int index)
{
    const Lane* lane = blueprint.find(id);
    if (!lane)
        return missing(id);
    Lane moved = *lane;
    moved.stage = stage;
    QList<Lane> lanes = lanesOfStage(blueprint, stage, id);
    lanes.insert(index < 0 ? lanes.size() : std::min<qsizetype>(index, lanes.size()), moved);
    Draft draft(blueprint);
    numberLanes(draft, lanes);
    return draft.patch();
}

Result<Patch> insertStep(const Blueprint& blueprint, const Step& step, int index)
{
    if (blueprint.find(step.id))
        return alreadyThere(step.id);
    QList<Step> steps = orderedSteps(blueprint);
    const qsizetype place = std::clamp<qsizetype>(index, 0, steps.size());
    Step added = step;
    if (added.phase.isEmpty())
        added.phase = place > 0 ? phaseAt(steps, place - 1) : phaseAt(steps, 0);
    added.number = place > 0 ? steps[place - 1].number + 1 : 1;
    steps.insert(place, added);
    Draft draft(blueprint);
    numberSteps(draft, steps);
    return draft.patch();
}

Result<Patch> moveStep(const Blueprint& blueprint, const StepId& id, int index, const std::optional<PhaseId>& phase)
{
    if (phase && !phase->isEmpty() && !blueprint.find(*phase))
        return missing(*phase);
    QList<Step> steps = orderedSteps(blueprint);
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.id == id; });
    if (found == steps.end())
        return missing(id);
    Step moved = *found;
    steps.erase(found);
    const qsizetype place = std::clamp<qsizetype>(index, 0, steps.size());
    moved.phase = phase ? *phase : phaseForPlace(steps, place, moved.phase);
    steps.insert(place, moved);
    return reordered(blueprint, steps, Draft(blueprint));
}

Result<Patch> addPhase(const Blueprint& blueprint, const Phase& phase, const StepId& firstStep, int index)
{
    if (blueprint.find(phase.id))
        return alreadyThere(phase.id);
    if (blueprint.find(firstStep))
        return alreadyThere(firstStep);
    const QList<PhaseBlock> blocks = phaseBlocks(blueprint);
    const qsizetype block = index < 0 ? blocks.size() : std::min<qsizetype>(index, blocks.size());
    const qsizetype place = blockStart(blocks, block);
    QList<Step> steps = orderedSteps(blueprint);
    Step step;
    step.id = firstStep;
    step.phase = phase.id;
    step.number = place > 0 ? steps[place - 1].number + 1 : 1;
    steps.insert(place, step);
    Draft draft(blueprint);
    draft.put(phase);
    numberSteps(draft, steps);
    numberPhases(draft, steps);
    return draft.patch();
}

Result<Patch> movePhase(const Blueprint& blueprint, const PhaseId& id, int index)
{
    if (!blueprint.find(id))
        return missing(id);
    QList<Step> moved;
    QList<Step> steps;
    for (const Step& step : orderedSteps(blueprint))
        (step.phase == id ? moved : steps) += step;
    if (moved.isEmpty())
        return notPossible(QStringLiteral("The phase has no steps to move"));
    qsizetype place = 0;
    for (int block = 0; block < index && place < steps.size(); ++block) {
        const PhaseId phase = steps[place].phase;
        while (place < steps.size() && steps[place].phase == phase)
            ++place;
    }
    for (qsizetype i = 0; i < moved.size(); ++i)
        steps.insert(place + i, moved[i]);
    Draft draft(blueprint);
    numberPhases(draft, steps);
    return reordered(blueprint, steps, draft);
}

Result<Patch> setPhaseOfSteps(const Blueprint& blueprint, const QList<StepId>& ids, const PhaseId& phase)
{
    if (!phase.isEmpty() && !blueprint.find(phase))
        return missing(phase);
    Draft draft(blueprint);
    for (const StepId& id : ids) {
        std::optional<Step> step = draft.find(id);
        if (!step)
            return missing(id);
        step->phase = phase;
        draft.put(*step);
    }
    return draft.patch();
}

QList<PhaseBlock> phaseBlocks(const Blueprint& blueprint)
{
    QList<PhaseBlock> blocks;
    for (const Step& step : orderedSteps(blueprint)) {
        if (blocks.isEmpty() || blocks.last().phase != step.phase)
            blocks += PhaseBlock{step.phase, {}};
        blocks.last().steps += step.id;
    }
    return blocks;
}

} // namespace throughline
