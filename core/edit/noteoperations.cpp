// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/noteoperations.h"

#include "core/edit/gridoperations.h"
#include "core/edit/refusal.h"
#include "core/model/queries.h"
#include "core/model/referrers.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

/// The cards changed one by one; what change leaves as it was is no part of the patch.
template <typename Change>
Patch changed(const Blueprint& blueprint, const QList<CardId>& cards, Change change)
{
    Patch patch;
    for (const CardId& id : cards) {
        const Card* card = blueprint.find(id);
        if (!card)
            continue;
        Card after = *card;
        change(after);
        if (after != *card)
            patch.changes += ElementChange<Card>{*card, after};
    }
    return patch;
}

bool isCustomers(const Blueprint& blueprint, const Card& card)
{
    const Lane* lane = blueprint.find(card.lane);
    return lane && lane->stage == Stage::Customer && lane->curve == LaneCurve::None && !isSticky(card);
}

/// Those of the customer, or why there are none.
Result<QList<CardId>> customersAmong(const Blueprint& blueprint, const QList<CardId>& cards)
{
    QList<CardId> own;
    for (const CardId& id : cards) {
        const Card* card = blueprint.find(id);
        if (card && isCustomers(blueprint, *card))
            own += id;
    }
    if (own.isEmpty())
        return notPossible(u"What is felt is said at the customer's cards; select one of them"_s);
    return own;
}

std::optional<int>& valueOf(Card& card, LaneCurve curve)
{
    if (curve == LaneCurve::Effort)
        return card.effort;
    return curve == LaneCurve::Worry ? card.worry : card.emotion;
}

} // namespace

Result<Patch> addRemark(const Blueprint& blueprint, const CardId& id, Remark remark, const QString& text,
                        std::optional<qsizetype> after)
{
    const Card* card = blueprint.find(id);
    if (!card)
        return missing(id);
    if (isSticky(*card))
        return notPossible(u"A sticky note is a remark itself; type into it"_s);
    return changed(blueprint, {id}, [&](Card& written) {
        if (remark == Remark::Note) {
            written.note = text.trimmed();
            return;
        }
        QStringList& list = remark == Remark::PainPoint ? written.painPoints : written.opportunities;
        list = list.first(std::clamp<qsizetype>(after.value_or(list.size()), 0, list.size()));
        for (const QString& line : text.split(u'\n')) {
            if (const QString words = line.simplified(); !words.isEmpty())
                list += words;
        }
    });
}

qsizetype countRemarks(const Card& card, Remark remark)
{
    if (remark == Remark::Note)
        return 0;
    return remark == Remark::PainPoint ? card.painPoints.size() : card.opportunities.size();
}

Result<Patch> setCardStatus(const Blueprint& blueprint, const QList<CardId>& cards, CardStatus status)
{
    QList<CardId> known = cards;
    known.removeIf([&](const CardId& id) {
        const Card* card = blueprint.find(id);
        return !card || isSticky(*card);
    });
    if (known.isEmpty())
        return notPossible(u"Select a card first, then say how it is known"_s);
    return changed(blueprint, known, [status](Card& card) { card.status = status; });
}

Result<Patch> setEmotion(const Blueprint& blueprint, const QList<CardId>& cards, std::optional<int> emotion)
{
    const Result<QList<CardId>> own = customersAmong(blueprint, cards);
    if (!own)
        return own.error();
    return changed(blueprint, *own, [emotion](Card& card) {
        card.emotion = emotion ? std::optional(std::clamp(*emotion, -2, 2)) : std::nullopt;
    });
}

Result<Patch> shiftEmotion(const Blueprint& blueprint, const QList<CardId>& cards, int by)
{
    const Result<QList<CardId>> own = customersAmong(blueprint, cards);
    if (!own)
        return own.error();
    const Patch patch =
        changed(blueprint, *own, [by](Card& card) { card.emotion = std::clamp(card.emotion.value_or(0) + by, -2, 2); });
    if (patch.isEmpty())
        return notPossible(by > 0 ? u"It cannot feel better than delighted"_s : u"It cannot feel worse than upset"_s);
    return patch;
}

QList<CardId> cardsOfCurve(const Blueprint& blueprint, const StepId& id)
{
    const Step* step = blueprint.find(id);
    ElementSet lanes;
    for (const Lane& lane : blueprint.lanes()) {
        if (lane.stage == Stage::Customer)
            lanes.insert(ElementKind::Lane, lane.id.value);
    }
    QList<CardId> cards;
    for (const Card* card : referrers(blueprint.cards(), lanes)) {
        const Step* first = step && isCustomers(blueprint, *card) ? blueprint.find(card->firstStep) : nullptr;
        const Step* last = first ? blueprint.find(lastStepOf(*card)) : nullptr;
        if (last && first->number <= step->number && step->number <= last->number)
            cards += card->id;
    }
    return cards;
}

Result<Patch> setCurveValue(const Blueprint& blueprint, LaneCurve curve, const StepId& step, std::optional<int> value)
{
    const QList<CardId> cards = cardsOfCurve(blueprint, step);
    if (cards.isEmpty() || curve == LaneCurve::None)
        return notPossible(u"The customer has no card in this step; the curve is drawn through his cards"_s);
    const int least = curve == LaneCurve::Emotion ? -2 : 0;
    const int most = curve == LaneCurve::Emotion ? 2 : 3;
    return changed(blueprint, cards, [&](Card& card) {
        valueOf(card, curve) = value ? std::optional(std::clamp(*value, least, most)) : std::nullopt;
    });
}

Result<Patch> addCurveLane(const Blueprint& blueprint, const LaneId& id, LaneCurve curve, const QString& name)
{
    Lane lane;
    lane.id = id;
    lane.name = name;
    lane.stage = Stage::Customer;
    lane.curve = curve;
    return addLane(blueprint, lane, 0);
}

} // namespace throughline
