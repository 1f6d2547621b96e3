// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/cardoperations.h"

#include "core/edit/draft.h"
#include "core/edit/refusal.h"
#include "core/model/queries.h"

#include <QSet>

#include <algorithm>

namespace throughline {

namespace {

/// Puts card into the cell of its lane and step at index and numbers the cards of the cell.
void placeInCell(Draft& draft, Card card, int index)
{
    QList<Card> cell = cardsIn(draft.base(), card.lane, card.firstStep);
    cell.removeIf([&](const Card& other) {
        const std::optional<Card> now = draft.find(other.id);
        return other.id == card.id || !now || now->lane != card.lane || now->firstStep != card.firstStep;
    });
    const qsizetype place = index < 0 ? cell.size() : std::min<qsizetype>(index, cell.size());
    cell.insert(place, card);
    for (qsizetype i = 0; i < cell.size(); ++i) {
        Card numbered = cell[i].id == card.id ? card : *draft.find(cell[i].id);
        numbered.position = int(i);
        draft.put(numbered);
    }
}

qsizetype indexOfStep(const QList<Step>& steps, const StepId& id)
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].id == id)
            return i;
    }
    return -1;
}

/// Where a card starts and how many steps it covers, in columns.
struct Span
{
    qsizetype first = -1; ///< -1: unplaced
    qsizetype length = 1;
};

Span spanOf(const QList<Step>& steps, const Card& card)
{
    if (card.firstStep.isEmpty())
        return {};
    const qsizetype first = indexOfStep(steps, card.firstStep);
    return {first, indexOfStep(steps, lastStepOf(card)) - first + 1};
}

void setSpan(Card& card, const QList<Step>& steps, qsizetype first, qsizetype length)
{
    const qsizetype last = std::min(first + length, steps.size()) - 1;
    card.firstStep = steps[first].id;
    card.lastStep = last > first ? steps[last].id : StepId();
}

/// Adds columns at the right of the grid until there are count of them.
void growTo(QList<Step>& steps, qsizetype count, Draft& draft, const IdSource& newId)
{
    while (steps.size() < count) {
        Step step;
        step.id = StepId(newId(u's'));
        step.number = steps.isEmpty() ? 1 : steps.last().number + 1;
        step.phase = steps.isEmpty() ? PhaseId() : steps.last().phase;
        draft.put(step);
        steps += step;
    }
}

/// The row so many further; past lanes that draw a curve, which hold no cards.
qsizetype rowBeyond(const QList<Lane>& lanes, qsizetype from, int rows)
{
    qsizetype row = from + rows;
    while (rows != 0 && row >= 0 && row < lanes.size() && lanes[row].curve != LaneCurve::None)
        row += rows < 0 ? -1 : 1;
    return row;
}

/// Cards in the order in which they stand: by column, row and place in the cell, so that a moved block keeps its order.
void sortByPlace(QList<Card>& cards, const QList<Step>& steps)
{
    QHash<StepId, qsizetype> columns;
    for (qsizetype i = 0; i < steps.size(); ++i)
        columns.insert(steps[i].id, i);
    const auto place = [&](const Card& card) { return std::pair(columns.value(card.firstStep, -1), card.position); };
    std::stable_sort(cards.begin(), cards.end(), [&](const Card& l, const Card& r) { return place(l) < place(r); });
}

} // namespace

Result<Patch> addCard(const Blueprint& blueprint, const Card& card, int index)
{
    if (blueprint.find(card.id))
        return alreadyThere(card.id);
    const Lane* lane = blueprint.find(card.lane);
    if (!lane)
        return missing(card.lane);
    if (lane->curve != LaneCurve::None)
        return holdsNoCards(*lane);
    if (!card.firstStep.isEmpty() && !blueprint.find(card.firstStep))
        return missing(card.firstStep);
    Draft draft(blueprint);
    placeInCell(draft, card, index);
    return draft.patch();
}

Result<Patch> moveCard(const Blueprint& blueprint, const CardId& id, const CellPlace& place)
{
    const Card* card = blueprint.find(id);
    if (!card)
        return missing(id);
    const Lane* lane = blueprint.find(place.lane);
    if (!lane)
        return missing(place.lane);
    if (lane->curve != LaneCurve::None && place.lane != card->lane)
        return holdsNoCards(*lane);
    Card moved = *card;
    moved.lane = place.lane;
    if (place.step.isEmpty()) {
        moved.firstStep = {};
        moved.lastStep = {};
    } else {
        const QList<Step> steps = orderedSteps(blueprint);
        const qsizetype column = indexOfStep(steps, place.step);
        if (column < 0)
            return missing(place.step);
        setSpan(moved, steps, column, spanOf(steps, *card).length);
    }
    Draft draft(blueprint);
    placeInCell(draft, moved, place.index);
    return draft.patch();
}

Result<Patch> moveCards(const Blueprint& blueprint, const QList<CardId>& ids, int rows, int columns,
                        const IdSource& newId)
{
    const QList<Lane> lanes = orderedLanes(blueprint);
    QList<Step> steps = orderedSteps(blueprint);
    Draft draft(blueprint);
    QList<Card> cards;
    for (const CardId& id : ids) {
        const Card* card = blueprint.find(id);
        if (!card)
            return missing(id);
        cards += *card;
    }
    sortByPlace(cards, steps);
    for (const Card& card : cards) {
        Card moved = card;
        const auto lane = std::find_if(lanes.begin(), lanes.end(), [&](const Lane& l) { return l.id == card.lane; });
        const qsizetype row = rowBeyond(lanes, std::distance(lanes.begin(), lane), rows);
        if (row < 0 || row >= lanes.size())
            return notPossible(QStringLiteral("There is no lane there; add one first"));
        moved.lane = lanes[row].id;
        const Span span = spanOf(steps, card);
        if (span.first >= 0 && columns != 0) {
            if (span.first + columns < 0)
                return notPossible(QStringLiteral("There is no step there; insert one first"));
            growTo(steps, span.first + columns + span.length, draft, newId);
            setSpan(moved, steps, span.first + columns, span.length);
        }
        if (moved != card)
            placeInCell(draft, moved, -1);
    }
    return draft.patch();
}

Result<Patch> shiftInCell(const Blueprint& blueprint, const CardId& id, int by)
{
    const Card* card = blueprint.find(id);
    if (!card)
        return missing(id);
    const QList<Card> cell = cardsIn(blueprint, card->lane, card->firstStep);
    const qsizetype at = std::distance(
        cell.begin(), std::find_if(cell.begin(), cell.end(), [&](const Card& other) { return other.id == id; }));
    if (at + by < 0 || at + by >= cell.size())
        return notPossible(QStringLiteral("The card cannot go further in this cell"));
    Draft draft(blueprint);
    placeInCell(draft, *card, int(at) + by);
    return draft.patch();
}

Result<Patch> setCardSpan(const Blueprint& blueprint, const CardId& id, const StepId& first, const StepId& last)
{
    const Card* card = blueprint.find(id);
    if (!card)
        return missing(id);
    const QList<Step> steps = orderedSteps(blueprint);
    const qsizetype from = indexOfStep(steps, first);
    const qsizetype to = indexOfStep(steps, last);
    if (from < 0 || to < 0)
        return missing(from < 0 ? first : last);
    Card changed = *card;
    setSpan(changed, steps, std::min(from, to), std::abs(to - from) + 1);
    Draft draft(blueprint);
    if (changed.firstStep == card->firstStep)
        draft.put(changed);
    else
        placeInCell(draft, changed, -1);
    return draft.patch();
}

} // namespace throughline
