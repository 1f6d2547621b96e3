// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/queries.h"

#include "core/model/referrers.h"

#include <algorithm>
#include <tuple>

namespace throughline {

namespace {

template <typename Element, typename Key>
QList<Element> orderedBy(const Table<Element>& table, Key key)
{
    QList<Element> elements(table.begin(), table.end());
    std::stable_sort(elements.begin(), elements.end(),
                     [&](const Element& l, const Element& r) { return key(l) < key(r); });
    return elements;
}

QString endName(const Blueprint& blueprint, const End& end)
{
    const ElementRef at = attachedTo(end);
    return at.id.isEmpty() ? QStringLiteral("?") : nameOf(blueprint, at);
}

template <typename Element>
QString nameIn(const Blueprint& blueprint, const QString& id)
{
    const Element* element = blueprint.find(Id<Element>(id));
    return element ? displayName(*element) : id;
}

} // namespace

QList<Step> orderedSteps(const Blueprint& blueprint)
{
    return orderedBy(blueprint.steps(), [](const Step& step) { return step.number; });
}

QList<Lane> orderedLanes(const Blueprint& blueprint)
{
    return orderedBy(blueprint.lanes(), [](const Lane& lane) { return std::tuple(lane.stage, lane.position); });
}

QList<Phase> orderedPhases(const Blueprint& blueprint)
{
    return orderedBy(blueprint.phases(), [](const Phase& phase) { return phase.position; });
}

QList<Card> cardsIn(const Blueprint& blueprint, const LaneId& lane, const StepId& step)
{
    QList<Card> cards;
    blueprint.cards().visitLikely({cellKey(lane, step)}, [&](const Card& card) {
        if (card.lane == lane && card.firstStep == step)
            cards += card;
    });
    std::stable_sort(cards.begin(), cards.end(), [](const Card& l, const Card& r) { return l.position < r.position; });
    return cards;
}

const QList<RoleId>& rolesOf(const Blueprint& blueprint, const Card& card)
{
    return rolesOf(card, card.roles.isEmpty() ? blueprint.find(card.lane) : nullptr);
}

const QList<RoleId>& rolesOf(const Card& card, const Lane* lane)
{
    static const QList<RoleId> none;
    if (!card.roles.isEmpty())
        return card.roles;
    return lane ? lane->roles : none;
}

QList<DepartmentId> departmentsOf(const Blueprint& blueprint, const Card& card)
{
    QList<DepartmentId> departments;
    for (const RoleId& id : rolesOf(blueprint, card)) {
        const Role* role = blueprint.find(id);
        if (role && !role->department.isEmpty() && !departments.contains(role->department))
            departments += role->department;
    }
    return departments;
}

bool isCustomerCard(const Blueprint& blueprint, const Card& card)
{
    const Lane* lane = blueprint.find(card.lane);
    return lane && lane->stage == Stage::Customer;
}

const StepId& lastStepOf(const Card& card)
{
    return card.lastStep.isEmpty() ? card.firstStep : card.lastStep;
}

QList<Connection> connectionsAt(const Blueprint& blueprint, const QSet<CardId>& cards)
{
    ElementSet targets;
    for (const CardId& card : cards)
        targets.insert(ElementKind::Card, card.value);
    QList<Connection> connections;
    for (const Connection* connection : referrers(blueprint.connections(), targets)) {
        const CardId* from = cardAt(connection->from);
        const CardId* to = cardAt(connection->to);
        if ((from && cards.contains(*from)) || (to && cards.contains(*to)))
            connections += *connection;
    }
    return connections;
}

const CardId* cardAt(const End& end)
{
    return std::get_if<CardId>(&end);
}

const LaneId* laneAt(const End& end)
{
    return std::get_if<LaneId>(&end);
}

ElementRef attachedTo(const End& end)
{
    if (const CardId* card = cardAt(end))
        return {ElementKind::Card, card->value};
    const LaneId* lane = laneAt(end);
    return lane ? ElementRef{ElementKind::Lane, lane->value} : ElementRef();
}

bool isLoose(const Connection& connection)
{
    return std::holds_alternative<LooseEnd>(connection.from) || std::holds_alternative<LooseEnd>(connection.to);
}

QString nameOf(const Blueprint& blueprint, const ElementRef& ref)
{
    switch (ref.kind) {
    case ElementKind::Blueprint:
        return blueprint.header().title;
    case ElementKind::Department:
        return nameIn<Department>(blueprint, ref.id);
    case ElementKind::Role:
        return nameIn<Role>(blueprint, ref.id);
    case ElementKind::Request:
        return nameIn<Request>(blueprint, ref.id);
    case ElementKind::DataItem:
        return nameIn<DataItem>(blueprint, ref.id);
    case ElementKind::Phase:
        return nameIn<Phase>(blueprint, ref.id);
    case ElementKind::Step: {
        const Step* step = blueprint.find(StepId(ref.id));
        return step && step->name.isEmpty() ? QString::number(step->number) : nameIn<Step>(blueprint, ref.id);
    }
    case ElementKind::Lane:
        return nameIn<Lane>(blueprint, ref.id);
    case ElementKind::Card:
        return nameIn<Card>(blueprint, ref.id);
    case ElementKind::Connection: {
        const Connection* connection = blueprint.find(ConnectionId(ref.id));
        if (!connection)
            return ref.id;
        return endName(blueprint, connection->from) + QStringLiteral(" \u2192 ") + endName(blueprint, connection->to);
    }
    case ElementKind::Acceptance:
        return ref.id;
    }
    return ref.id;
}

bool contains(const Blueprint& blueprint, const ElementRef& ref)
{
    switch (ref.kind) {
    case ElementKind::Blueprint:
        return true;
    case ElementKind::Department:
        return blueprint.departments().contains(DepartmentId(ref.id));
    case ElementKind::Role:
        return blueprint.roles().contains(RoleId(ref.id));
    case ElementKind::Request:
        return blueprint.requests().contains(RequestId(ref.id));
    case ElementKind::DataItem:
        return blueprint.dataItems().contains(DataItemId(ref.id));
    case ElementKind::Phase:
        return blueprint.phases().contains(PhaseId(ref.id));
    case ElementKind::Step:
        return blueprint.steps().contains(StepId(ref.id));
    case ElementKind::Lane:
        return blueprint.lanes().contains(LaneId(ref.id));
    case ElementKind::Card:
        return blueprint.cards().contains(CardId(ref.id));
    case ElementKind::Connection:
        return blueprint.connections().contains(ConnectionId(ref.id));
    case ElementKind::Acceptance:
        return blueprint.acceptances().contains(AcceptanceId(ref.id));
    }
    return false;
}

} // namespace throughline
