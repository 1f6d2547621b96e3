// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/destination.h"

#include "app/document/elementref.h"
#include "app/document/tr.h"
#include "core/model/cardcodes.h"
#include "core/model/queries.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

/// A code typed in full is meant; the beginning of one may be.
constexpr int WholeCode = 10'000;
constexpr int CodeBeginning = 40;

struct PlacedCard
{
    int step = 0;
    int row = 0;
    const Card* card = nullptr;
};

void takeCards(const Blueprint& blueprint, const QList<Lane>& lanes, QList<Destination>& places)
{
    const QHash<CardId, QString> codes = cardCodes(blueprint);
    QHash<LaneId, int> rows;
    for (const Lane& lane : lanes)
        rows.insert(lane.id, int(rows.size()));
    QList<PlacedCard> cards;
    for (const Card& card : blueprint.cards()) {
        const Step* step = blueprint.find(card.firstStep);
        cards += {step ? step->number : 0, rows.value(card.lane), &card};
    }
    std::ranges::stable_sort(
        cards, {}, [](const PlacedCard& placed) { return std::tuple(placed.step, placed.row, placed.card->position); });
    for (const PlacedCard& placed : cards) {
        const Lane* lane = blueprint.find(placed.card->lane);
        const QString laneName = lane ? displayName(*lane) : QString();
        places +=
            {refTo(placed.card->id), placed.card->title, codes.value(placed.card->id),
             placed.step > 0 ? tr("%1, step %2").arg(laneName).arg(placed.step) : tr("%1, not placed").arg(laneName)};
    }
}

bool acts(const Blueprint& blueprint, const Card& card, const RoleId& role)
{
    return rolesOf(blueprint, card).contains(role);
}

} // namespace

QList<Destination> destinationsOf(const Blueprint& blueprint)
{
    QList<Destination> places;
    const QList<Lane> lanes = orderedLanes(blueprint);
    for (const Phase& phase : orderedPhases(blueprint))
        places += {refTo(phase.id), displayName(phase), {}, {}};
    for (const Step& step : orderedSteps(blueprint)) {
        const Phase* phase = blueprint.find(step.phase);
        places += {refTo(step.id), step.name, QString::number(step.number), phase ? displayName(*phase) : QString()};
    }
    for (qsizetype row = 0; row < lanes.size(); ++row)
        places += {refTo(lanes[row].id), displayName(lanes[row]), laneLetters(int(row)), {}};
    takeCards(blueprint, lanes, places);
    QSet<RoleId> acting;
    for (const Card& card : blueprint.cards()) {
        for (const RoleId& role : rolesOf(blueprint, card))
            acting.insert(role);
    }
    for (const Role& role : blueprint.roles()) {
        if (acting.contains(role.id))
            places += {refTo(ElementKind::Role, role.id), displayName(role), {}, {}};
    }
    return places;
}

QList<FoundDestination> findDestinations(const QList<Destination>& places, const QString& typed, int limit)
{
    const QString code = QString(typed).remove(u' ').toUpper();
    if (code.isEmpty())
        return {};
    QList<FoundDestination> found;
    for (qsizetype i = 0; i < places.size(); ++i) {
        const Destination& place = places[i];
        const bool whole = place.code == code || (place.element.kind == ElementKind::Card && place.code + u'1' == code);
        if (!place.code.isEmpty() && whole)
            found += {int(i), WholeCode, {}};
        else if (const auto match = matchCommand(typed, place.name))
            found += {int(i), match->score, match->positions};
        else if (!place.code.isEmpty() && place.code.startsWith(code))
            found += {int(i), CodeBeginning, {}};
    }
    const auto better = [&](const FoundDestination& left, const FoundDestination& right) {
        return std::tuple(-left.score, places[left.place].name.size(), left.place) <
               std::tuple(-right.score, places[right.place].name.size(), right.place);
    };
    const auto end = found.begin() + std::min<qsizetype>(limit, found.size());
    std::partial_sort(found.begin(), end, found.end(), better);
    found.erase(end, found.end());
    return found;
}

QList<ElementRef> elementsAt(const Blueprint& blueprint, const ElementRef& place)
{
    if (place.kind != ElementKind::Role)
        return contains(blueprint, place) ? QList<ElementRef>{place} : QList<ElementRef>();
    QList<ElementRef> cards;
    for (const Card& card : blueprint.cards()) {
        if (acts(blueprint, card, RoleId(place.id)))
            cards += refTo(card.id);
    }
    return cards;
}

} // namespace throughline
