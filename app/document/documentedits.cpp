// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/documentcontroller.h"
#include "app/document/tr.h"
#include "core/check/phrases.h"
#include "core/edit/operations.h"
#include "core/edit/refusal.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <algorithm>

/// The edits of DocumentController: one operation of core/edit each.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename IdType>
QList<IdType> idsOf(const QList<ElementRef>& refs, ElementKind kind)
{
    QList<IdType> ids;
    for (const ElementRef& ref : refs) {
        if (ref.kind == kind)
            ids += IdType(ref.id);
    }
    return ids;
}

template <typename Element>
int indexOf(const QList<Element>& elements, const Id<Element>& id)
{
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const Element& e) { return e.id == id; });
    return found == elements.end() ? -1 : int(found - elements.begin());
}

QList<Lane> lanesOf(const Blueprint& blueprint, Stage stage)
{
    QList<Lane> lanes = orderedLanes(blueprint);
    lanes.removeIf([stage](const Lane& lane) { return lane.stage != stage; });
    return lanes;
}

/// What a deletion took, where that is more than meets the eye: lanes, steps and phases, or many elements. Empty for
/// others.
QString sentenceOfDeletion(const Blueprint& before, const QList<ElementRef>& doomed, const Patch& patch)
{
    constexpr qsizetype Many = 5;
    const bool headers = std::ranges::any_of(doomed, isHeader, &ElementRef::kind);
    if (doomed.size() < Many && !headers)
        return {};
    qsizetype cards = 0;
    qsizetype connections = 0;
    for (const Change& change : patch.changes) {
        const auto* card = std::get_if<ElementChange<Card>>(&change);
        const auto* connection = std::get_if<ElementChange<Connection>>(&change);
        cards += card && !card->after ? 1 : 0;
        connections += connection && !connection->after ? 1 : 0;
    }
    QStringList gone;
    const ElementRef& first = doomed.first();
    if (const Step* step = first.kind == ElementKind::Step ? before.find(StepId(first.id)) : nullptr;
        step && doomed.size() == 1)
        gone += tr("step %1").arg(step->number);
    else if (doomed.size() == 1)
        gone += tr("%1 %2").arg(kindWord(first.kind), nameOf(before, first));
    else if (headers)
        gone += tr("%1 elements").arg(doomed.size());
    if (cards > 0)
        gone += counted(cards, tr("card"), tr("cards"));
    if (connections > 0)
        gone += counted(connections, tr("connection"), tr("connections"));
    return tr("Deleted: %1").arg(gone.join(u", "_s));
}

} // namespace

bool DocumentController::deleteSelection()
{
    const QList<ElementRef> doomed = m_selection;
    if (doomed.isEmpty())
        return false;
    const QString text = doomed.size() == 1 ? tr("Delete %1").arg(kindWord(doomed.first().kind))
                                            : tr("Delete %1 elements").arg(doomed.size());
    const Result<Patch> patch = removeElements(blueprint(), doomed);
    const QString told = patch ? sentenceOfDeletion(blueprint(), doomed, *patch) : QString();
    if (!apply(patch, text))
        return false;
    if (!told.isEmpty())
        Q_EMIT deleted(told);
    return true;
}

bool DocumentController::remove(const QString& kind, const QString& id)
{
    return apply(removeElements(blueprint(), {{kindFromWord(kind), id}}), tr("Delete %1").arg(kind));
}

bool DocumentController::rename(const QString& kind, const QString& id, const QString& name)
{
    return apply(throughline::rename(blueprint(), {kindFromWord(kind), id}, name), tr("Rename %1").arg(kind));
}

QString DocumentController::kindOf(const QString& element, const QString& id) const
{
    const ElementKind kind = kindFromWord(element);
    if (const Card* card = kind == ElementKind::Card ? blueprint().find(CardId(id)) : nullptr)
        return word(card->kind);
    const Connection* connection = kind == ElementKind::Connection ? blueprint().find(ConnectionId(id)) : nullptr;
    return connection ? word(connection->kind) : QString();
}

bool DocumentController::setConnectionKind(const QString& kind)
{
    const auto wanted = connectionKindFrom(kind);
    const auto connections = idsOf<ConnectionId>(m_selection, ElementKind::Connection);
    if (!wanted || connections.isEmpty()) {
        fail(notPossible(tr("Select a connection first: then say what it is.")));
        return false;
    }
    return apply(throughline::setConnectionKind(blueprint(), connections, *wanted), tr("Change kind of connection"));
}

bool DocumentController::setCardKind(const QString& kind)
{
    const auto wanted = cardKindFrom(kind);
    Patch patch;
    for (const CardId& id : idsOf<CardId>(m_selection, ElementKind::Card)) {
        const Card* card = blueprint().find(id);
        if (!wanted || !card || card->kind == *wanted)
            continue;
        Card changedCard = *card;
        changedCard.kind = *wanted;
        patch.changes += ElementChange<Card>{*card, changedCard};
    }
    return wanted && apply(patch, tr("Change kind of card"));
}

bool DocumentController::reverseConnections()
{
    const auto connections = idsOf<ConnectionId>(m_selection, ElementKind::Connection);
    return !connections.isEmpty() && apply(reverse(blueprint(), connections), tr("Turn connection round"));
}

bool DocumentController::setLaneStage(const QString& lane, const QString& stage)
{
    const auto wanted = stageFrom(stage);
    return wanted && apply(throughline::moveLane(blueprint(), LaneId(lane), *wanted), tr("Change stage of lane"));
}

bool DocumentController::addLane(const QString& beside, bool above, const QString& stage)
{
    Lane lane;
    lane.id = LaneId(mintId(u'l'));
    lane.name = tr("New lane");
    lane.stage = stageFrom(stage).value_or(Stage::Frontstage);
    int index = -1;
    if (const Lane* neighbour = blueprint().find(LaneId(beside))) {
        lane.stage = neighbour->stage;
        index = indexOf(lanesOf(blueprint(), lane.stage), neighbour->id) + (above ? 0 : 1);
    }
    if (!apply(throughline::addLane(blueprint(), lane, index), tr("Add lane")))
        return false;
    setSelection({refTo(lane.id)});
    return true;
}

bool DocumentController::moveLane(const QString& lane, const QString& before)
{
    const Lane* moved = blueprint().find(LaneId(lane));
    if (!moved || lane == before)
        return false;
    const Lane* next = blueprint().find(LaneId(before));
    const Stage stage = next ? next->stage : moved->stage;
    QList<Lane> others = lanesOf(blueprint(), stage);
    others.removeIf([&](const Lane& other) { return other.id == moved->id; });
    const int index = next ? indexOf(others, next->id) : -1;
    return apply(throughline::moveLane(blueprint(), moved->id, stage, index), tr("Move lane"));
}

bool DocumentController::insertStep(const QString& beside, bool before)
{
    const QList<Step> steps = orderedSteps(blueprint());
    int index = int(steps.size());
    if (const int known = indexOf(steps, StepId(beside)); known >= 0)
        index = known + (before ? 0 : 1);
    Step step;
    step.id = StepId(mintId(u's'));
    if (!apply(throughline::insertStep(blueprint(), step, index), tr("Add step")))
        return false;
    setSelection({refTo(step.id)});
    return true;
}

bool DocumentController::moveStep(const QString& step, const QString& before)
{
    QList<Step> others = orderedSteps(blueprint());
    if (others.removeIf([&](const Step& other) { return other.id.value == step; }) == 0)
        return false;
    const int known = indexOf(others, StepId(before));
    const int index = known < 0 ? int(others.size()) : known;
    return apply(throughline::moveStep(blueprint(), StepId(step), index), tr("Move step"));
}

bool DocumentController::addPhase(const QString& firstStep)
{
    Phase phase;
    phase.id = PhaseId(mintId(u'p'));
    phase.name = tr("New phase");
    Result<Patch> patch = throughline::addPhase(blueprint(), phase, StepId(mintId(u's')));
    if (!firstStep.isEmpty()) {
        // The phase takes over the steps from firstStep to the end of the run it stands in.
        QList<StepId> steps;
        const QList<PhaseBlock> blocks = phaseBlocks(blueprint());
        for (const PhaseBlock& block : blocks) {
            if (const qsizetype from = block.steps.indexOf(StepId(firstStep)); from >= 0)
                steps = block.steps.mid(from);
        }
        patch = splitPhase(phase, steps);
    }
    if (!apply(patch, tr("Add phase")))
        return false;
    setSelection({refTo(phase.id)});
    return true;
}

Result<Patch> DocumentController::splitPhase(const Phase& phase, const QList<StepId>& steps) const
{
    if (steps.isEmpty())
        return notPossible(tr("There is no step where the phase could begin."));
    int position = 0;
    for (const Phase& other : blueprint().phases())
        position = std::max(position, other.position + 1);
    const Step* first = blueprint().find(steps.first());
    const Phase* old = first ? blueprint().find(first->phase) : nullptr;
    Patch patch;
    Phase added = phase;
    added.position = old ? old->position + 1 : position;
    for (const Phase& other : blueprint().phases()) {
        if (!old || other.position <= old->position)
            continue;
        Phase pushed = other;
        ++pushed.position;
        patch.changes += ElementChange<Phase>{other, pushed};
    }
    patch.changes += ElementChange<Phase>{std::nullopt, added};
    for (const StepId& id : steps) {
        const Step* step = blueprint().find(id);
        Step moved = *step;
        moved.phase = phase.id;
        patch.changes += ElementChange<Step>{*step, moved};
    }
    return patch;
}

bool DocumentController::movePhase(const QString& phase, const QString& before)
{
    QList<PhaseBlock> others = phaseBlocks(blueprint());
    others.removeIf([&](const PhaseBlock& block) { return block.phase.value == phase; });
    int index = int(others.size());
    for (int i = 0; i < others.size(); ++i) {
        if (!before.isEmpty() && others[i].phase.value == before) {
            index = i;
            break;
        }
    }
    return apply(throughline::movePhase(blueprint(), PhaseId(phase), index), tr("Move phase"));
}

bool DocumentController::moveSelection(int lanes, int steps)
{
    const auto cards = idsOf<CardId>(m_selection, ElementKind::Card);
    if (cards.isEmpty())
        return false;
    return apply(moveCards(blueprint(), cards, lanes, steps),
                 cards.size() == 1 ? tr("Move card") : tr("Move %1 cards").arg(cards.size()));
}

QString DocumentController::nameOf(const QString& kind, const QString& id) const
{
    return throughline::nameOf(blueprint(), {kindFromWord(kind), id});
}

} // namespace throughline
