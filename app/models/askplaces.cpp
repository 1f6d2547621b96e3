// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/askplaces.h"

#include "app/document/elementref.h"
#include "core/model/queries.h"

#include <cstdlib>
#include <limits>
#include <tuple>

namespace throughline {

AskPlaces::AskPlaces(const Blueprint& blueprint, const CardId& at) : m_blueprint(blueprint)
{
    for (const Step& step : orderedSteps(blueprint))
        m_columns.insert(step.id, int(m_columns.size()));
    if (const Card* card = blueprint.find(at))
        m_column = columnOf(*card);
}

int AskPlaces::columnOf(const Card& card) const
{
    return m_columns.value(card.firstStep, int(m_columns.size()));
}

ElementRef AskPlaces::placeOf(const RoleId& role, const ElementRef& from) const
{
    QSet<CardId> joined;
    for (const Connection& connection : m_blueprint.connections()) {
        const CardId* begin = cardAt(connection.from);
        const CardId* end = cardAt(connection.to);
        if (begin && end && refTo(*begin) == from)
            joined += *end;
        else if (begin && end && refTo(*end) == from)
            joined += *begin;
    }
    ElementRef best{ElementKind::Role, role.value};
    std::tuple<bool, int, bool> bestKey(true, std::numeric_limits<int>::max(), true);
    for (const Card& card : m_blueprint.cards()) {
        const Lane* lane = m_blueprint.find(card.lane);
        if (!lane || lane->stage == Stage::Customer || !rolesOf(m_blueprint, card).contains(role))
            continue;
        const std::tuple key(!joined.contains(card.id), std::abs(columnOf(card) - m_column),
                             lane->stage != Stage::Frontstage);
        if (key < bestKey) {
            best = refTo(card.id);
            bestKey = key;
        }
    }
    if (best.kind == ElementKind::Card)
        return best;
    for (const Lane& lane : orderedLanes(m_blueprint)) {
        if (lane.roles.contains(role))
            return refTo(lane.id);
    }
    return best;
}

ConnectionId AskPlaces::between(const ElementRef& from, const ElementRef& to) const
{
    ConnectionId found;
    for (const Connection& connection : m_blueprint.connections()) {
        const CardId* begin = cardAt(connection.from);
        const CardId* end = cardAt(connection.to);
        if (!begin || !end)
            continue;
        if (refTo(*begin) == from && refTo(*end) == to)
            return connection.id;
        if (refTo(*begin) == to && refTo(*end) == from)
            found = connection.id;
    }
    return found;
}

} // namespace throughline
