// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomblueprint.h"

#include "core/model/words.h"
#include "tests/support/dice.h"

#include <algorithm>
#include <memory>

namespace throughline::testing {

namespace {

template <typename IdType>
QList<IdType> ids(const QString& prefix, int count)
{
    QList<IdType> made;
    for (int i = 1; i <= count; ++i)
        made += IdType(prefix + QString::number(i));
    return made;
}

/// The ids of everything the elements of one blueprint may name.
struct Names
{
    QList<DepartmentId> departments = ids<DepartmentId>(QStringLiteral("D"), 3);
    QList<RoleId> roles = ids<RoleId>(QStringLiteral("R"), 4);
    QList<RequestId> requests = ids<RequestId>(QStringLiteral("q"), 3);
    QList<DataItemId> data = ids<DataItemId>(QStringLiteral("i"), 3);
    QList<PhaseId> phases = ids<PhaseId>(QStringLiteral("P"), 3);
    QList<LaneId> lanes;
    QList<StepId> steps;
    QList<CardId> cards;
    QList<ConnectionId> connections;
};

Header randomHeader(Dice& dice)
{
    Header header;
    header.title = dice.text();
    header.scenario = dice.text();
    header.persona = dice.text();
    header.state = dice.oneIn(3) ? BlueprintState::ToBe : BlueprintState::AsIs;
    header.currency = dice.oneIn(3) ? QStringLiteral("EUR") : QString();
    header.timeCeiling = dice.minutes(4);
    header.worryCeiling = dice.level(4);
    header.effortCeiling = dice.level(4);
    header.moneyCeiling = dice.money(4);
    if (dice.oneIn(3))
        header.ruleSeverities.insert(QStringLiteral("silo-break"), Severity::Error);
    return header;
}

Capability randomCapability(Dice& dice, const Names& names)
{
    Capability capability;
    capability.ability = static_cast<Capability::Ability>(dice.below(3));
    capability.request = dice.of(names.requests);
    if (capability.ability == Capability::Ability::PassesOn) {
        capability.passesTo = dice.of(names.roles);
        if (dice.oneIn(4))
            capability.request = {};
    }
    capability.takes = dice.minutes(3);
    return capability;
}

Role randomRole(Dice& dice, const Names& names, const RoleId& id)
{
    Role role;
    role.id = id;
    role.name = dice.text();
    role.department = dice.maybe(names.departments, 2);
    role.kind = static_cast<RoleKind>(dice.below(4));
    role.onlyThese = dice.oneIn(4);
    for (int i = dice.below(4); i > 0; --i) {
        const Capability capability = randomCapability(dice, names);
        const bool said = std::any_of(role.capabilities.begin(), role.capabilities.end(), [&](const Capability& c) {
            return c.request == capability.request && c.ability == capability.ability &&
                   c.passesTo == capability.passesTo;
        });
        if (!said)
            role.capabilities += capability;
    }
    std::stable_sort(role.capabilities.begin(), role.capabilities.end(),
                     [](const Capability& l, const Capability& r) { return l.ability < r.ability; });
    return role;
}

void placeCard(Dice& dice, const Names& names, Card& card)
{
    if (names.steps.isEmpty() || dice.oneIn(12))
        return;
    const int first = dice.below(int(names.steps.size()));
    card.firstStep = names.steps[first];
    if (dice.oneIn(8) && first + 1 < names.steps.size())
        card.lastStep = names.steps[first + 1];
}

Card randomCard(Dice& dice, const Names& names, const CardId& id)
{
    Card card;
    card.id = id;
    card.lane = dice.of(names.lanes);
    placeCard(dice, names, card);
    card.title = dice.text();
    card.kind = static_cast<CardKind>(dice.below(7));
    card.roles = dice.some(names.roles, 12);
    card.isEnd = dice.oneIn(8);
    card.owner = dice.maybe(names.departments, 8);
    card.note = dice.oneIn(6) ? dice.text() : QString();
    card.status = dice.oneIn(4) ? static_cast<CardStatus>(dice.below(4)) : CardStatus::Unstated;
    if (dice.oneIn(8))
        card.painPoints += dice.text();
    if (dice.oneIn(8))
        card.opportunities += dice.text();
    if (dice.oneIn(10))
        card.attachments += {dice.text(), QStringLiteral("https://example.org/menu")};
    if (dice.oneIn(5))
        card.emotion = dice.below(5) - 2;
    if (card.kind == CardKind::Wait) {
        card.waitEndsBy = static_cast<WaitEnd>(dice.below(4));
        card.waitDuration = dice.minutes(3);
        card.waitTimeout = dice.minutes(3);
        card.timeoutTo = dice.maybe(names.cards, 5);
    }
    card.minutes = dice.minutes(3);
    card.worry = dice.level(5);
    card.effort = dice.level(5);
    card.money = dice.money(6);
    card.gives = dice.some(names.data, 8);
    card.asks = dice.some(names.data, 8);
    card.recheck = dice.oneIn(10);
    card.recheckReason = card.recheck ? dice.text() : QString();
    card.bill = dice.oneIn(10) ? QStringLiteral("table 4") : QString();
    if (dice.oneIn(8))
        card.about = dice.of(allPowers());
    return card;
}

End randomEnd(Dice& dice, const Names& names)
{
    if (dice.oneIn(12) || names.cards.isEmpty())
        return dice.of(names.lanes);
    if (dice.oneIn(15))
        return dice.oneIn(2) ? LooseEnd{} : LooseEnd{dice.of(names.cards), dice.below(40)};
    return dice.of(names.cards);
}

Connection randomConnection(Dice& dice, const Names& names, const ConnectionId& id)
{
    Connection connection;
    connection.id = id;
    connection.from = randomEnd(dice, names);
    connection.to = randomEnd(dice, names);
    connection.kind = static_cast<ConnectionKind>(dice.below(7));
    connection.request = dice.maybe(names.requests, 3);
    connection.carries = dice.some(names.data, 8);
    connection.conditional = dice.oneIn(8);
    connection.label = dice.oneIn(4) ? dice.text() : QString();
    if (connection.kind == ConnectionKind::Answer)
        connection.answers = dice.maybe(names.connections, 4);
    connection.replyExpected = !dice.oneIn(10);
    return connection;
}

void fillOrganisation(Dice& dice, const Names& names, BlueprintBuilder& builder)
{
    for (const DepartmentId& id : names.departments) {
        Department department;
        department.id = id;
        department.name = dice.text();
        if (id != names.departments.first())
            department.parent = dice.oneIn(4) ? names.departments.first() : DepartmentId();
        if (dice.oneIn(3))
            department.heads = dice.below(900);
        for (const Power power : allPowers()) {
            if (dice.oneIn(5))
                department.mandate |= power;
        }
        builder.departments += department;
    }
    for (const RoleId& id : names.roles)
        builder.roles += randomRole(dice, names, id);
    for (const RequestId& id : names.requests)
        builder.requests += Request{id, dice.text(), true, dice.some(names.phases, 4), dice.some(names.data, 4), {}};
    for (const DataItemId& id : names.data)
        builder.dataItems += DataItem{id, dice.text(), dice.oneIn(3), {}};
}

void fillGrid(Dice& dice, const Names& names, BlueprintBuilder& builder)
{
    for (qsizetype i = 0; i < names.phases.size(); ++i)
        builder.phases += Phase{names.phases[i], dice.text(), static_cast<PhaseKind>(dice.below(4)), int(i), false, {}};
    for (qsizetype i = 0; i < names.steps.size(); ++i) {
        Step step;
        step.id = names.steps[i];
        step.number = int(i) + 1;
        step.name = dice.oneIn(3) ? dice.text() : QString();
        const qsizetype phase = i * names.phases.size() / names.steps.size();
        step.phase = dice.oneIn(9) ? PhaseId() : names.phases[phase];
        builder.steps += step;
    }
    QMap<Stage, int> inStage;
    for (qsizetype i = 0; i < names.lanes.size(); ++i) {
        Lane lane;
        lane.id = names.lanes[i];
        lane.name = dice.text();
        lane.stage = i == 0 ? Stage::Customer : static_cast<Stage>(dice.below(5));
        lane.position = inStage[lane.stage]++;
        lane.roles = dice.some(names.roles, 4);
        lane.folded = dice.oneIn(12);
        builder.lanes += lane;
    }
}

/// Positions within each cell count from 0 in the order of ids, as the editor keeps them.
void numberCells(QList<Card>& cards)
{
    QHash<QString, int> next;
    for (Card& card : cards)
        card.position = next[card.lane.value + u' ' + card.firstStep.value]++;
}

Acceptance acceptedDeadEnd()
{
    Acceptance acceptance;
    acceptance.rule = QStringLiteral("dead-end-role");
    acceptance.subject = QStringLiteral("R1");
    acceptance.id = AcceptanceId(acceptance.rule + u' ' + acceptance.subject);
    acceptance.reason = QStringLiteral("Licence to serve alcohol");
    return acceptance;
}

} // namespace

Blueprint randomBlueprint(std::mt19937& random, const RandomSize& size)
{
    Dice dice(random);
    Names names;
    names.lanes = ids<LaneId>(QStringLiteral("L"), 1 + dice.below(size.lanes));
    names.steps = ids<StepId>(QStringLiteral("s"), 1 + dice.below(size.steps));
    names.cards = ids<CardId>(QStringLiteral("c"), dice.below(size.cards + 1));
    names.connections = ids<ConnectionId>(QStringLiteral("e"), dice.below(size.connections + 1));
    BlueprintBuilder builder;
    builder.header = randomHeader(dice);
    fillOrganisation(dice, names, builder);
    fillGrid(dice, names, builder);
    for (const CardId& id : names.cards)
        builder.cards += randomCard(dice, names, id);
    numberCells(builder.cards);
    for (const ConnectionId& id : names.connections)
        builder.connections += randomConnection(dice, names, id);
    if (dice.oneIn(3))
        builder.acceptances += acceptedDeadEnd();
    Result<Blueprint> blueprint = std::move(builder).build();
    if (!blueprint)
        qFatal("randomBlueprint made an invalid blueprint: %s", qPrintable(describe(blueprint.error())));
    return *blueprint;
}

IdSource countingIds(int start)
{
    auto next = std::make_shared<int>(start);
    return [next](QChar prefix) { return prefix + QString::number(++*next); };
}

} // namespace throughline::testing
