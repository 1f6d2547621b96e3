// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/foldcounts.h"

#include "core/model/queries.h"

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Adds a card to what folded things hold, or takes it away.
void count(FoldCounts& counts, const Blueprint& blueprint, const Card& card, int by)
{
    const auto add = [&](const ElementRef& ref) {
        if (const auto found = counts.find(ref); found != counts.end())
            found->cards += by;
    };
    add({ElementKind::Lane, card.lane.value});
    const Step* first = card.firstStep.isEmpty() ? nullptr : blueprint.find(card.firstStep);
    const Step* last = first ? blueprint.find(lastStepOf(card)) : nullptr;
    if (first && last && first->phase == last->phase)
        add({ElementKind::Phase, first->phase.value});
}

bool isGrid(const Change& change)
{
    const ElementKind kind = refOf(change).kind;
    return kind == ElementKind::Lane || kind == ElementKind::Phase || kind == ElementKind::Step;
}

} // namespace

FoldCounts foldCounts(const Blueprint& blueprint)
{
    FoldCounts counts;
    for (const Lane& lane : blueprint.lanes()) {
        if (lane.folded)
            counts.insert({ElementKind::Lane, lane.id.value}, {});
    }
    for (const Phase& phase : blueprint.phases()) {
        if (phase.folded)
            counts.insert({ElementKind::Phase, phase.id.value}, {});
    }
    if (counts.isEmpty())
        return counts;
    for (const Step& step : blueprint.steps()) {
        if (const auto found = counts.find({ElementKind::Phase, step.phase.value}); found != counts.end())
            ++found->steps;
    }
    for (const Card& card : blueprint.cards())
        count(counts, blueprint, card, 1);
    return counts;
}

FoldCounts foldCounts(FoldCounts counts, const Blueprint& after, const Patch& patch)
{
    if (std::any_of(patch.changes.begin(), patch.changes.end(), isGrid))
        return foldCounts(after);
    if (counts.isEmpty())
        return counts;
    for (const Change& change : patch.changes) {
        const auto* card = std::get_if<ElementChange<Card>>(&change);
        if (card && card->before)
            count(counts, after, *card->before, -1);
        if (card && card->after)
            count(counts, after, *card->after, 1);
    }
    return counts;
}

QStringList foldTexts(const FoldCount& count)
{
    const QString cards = count.cards == 1 ? u"1 card"_s : u"%1 cards"_s.arg(count.cards);
    const QString number = QString::number(count.cards);
    if (count.steps == 0)
        return {cards, number};
    return {(count.steps == 1 ? u"1 step, "_s : u"%1 steps, "_s.arg(count.steps)) + cards, cards, number};
}

} // namespace throughline
