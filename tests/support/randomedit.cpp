// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "tests/support/dice.h"
#include "tests/support/randomblueprint.h"

namespace throughline::testing {

namespace {

template <typename Element>
QList<Id<Element>> idsOf(const Table<Element>& table)
{
    QList<Id<Element>> all;
    for (const Element& element : table)
        all += element.id;
    return all;
}

QList<ElementRef> allRefs(const Blueprint& blueprint)
{
    QList<ElementRef> refs;
    const auto add = [&refs](ElementKind kind, const auto& table) {
        for (const auto& element : table)
            refs += ElementRef{kind, element.id.value};
    };
    add(ElementKind::Department, blueprint.departments());
    add(ElementKind::Role, blueprint.roles());
    add(ElementKind::Request, blueprint.requests());
    add(ElementKind::DataItem, blueprint.dataItems());
    add(ElementKind::Phase, blueprint.phases());
    add(ElementKind::Step, blueprint.steps());
    add(ElementKind::Lane, blueprint.lanes());
    add(ElementKind::Card, blueprint.cards());
    add(ElementKind::Connection, blueprint.connections());
    return refs;
}

/// One random edit of one blueprint; every draw function does nothing where there is nothing to draw from.
class EditDraw
{
public:
    EditDraw(const Blueprint& blueprint, std::mt19937& random, const IdSource& newId)
        : m_blueprint(blueprint),
          m_dice(random),
          m_newId(newId),
          m_cards(idsOf(blueprint.cards())),
          m_connections(idsOf(blueprint.connections())),
          m_lanes(idsOf(blueprint.lanes())),
          m_steps(idsOf(blueprint.steps())),
          m_phases(idsOf(blueprint.phases()))
    {
    }

    Result<Patch> draw()
    {
        using Draw = Result<Patch> (EditDraw::*)();
        static constexpr Draw draws[] = {
            &EditDraw::newLane,  &EditDraw::lane,    &EditDraw::newStep, &EditDraw::step,    &EditDraw::newPhase,
            &EditDraw::phase,    &EditDraw::removal, &EditDraw::removal, &EditDraw::block,   &EditDraw::block,
            &EditDraw::card,     &EditDraw::span,    &EditDraw::shift,   &EditDraw::newLink, &EditDraw::newLink,
            &EditDraw::linkKind, &EditDraw::turn,    &EditDraw::attach,  &EditDraw::name,    &EditDraw::newCard,
            &EditDraw::newCard,
        };
        return (this->*draws[m_dice.below(int(std::size(draws)))])();
    }

private:
    Result<Patch> newLane()
    {
        Lane lane;
        lane.id = LaneId(m_newId(u'l'));
        lane.name = m_dice.text();
        lane.stage = static_cast<Stage>(m_dice.below(5));
        return addLane(m_blueprint, lane, m_dice.below(4) - 1);
    }
    Result<Patch> lane()
    {
        if (m_lanes.isEmpty())
            return Patch{};
        return moveLane(m_blueprint, m_dice.of(m_lanes), static_cast<Stage>(m_dice.below(5)), m_dice.below(4) - 1);
    }
    Result<Patch> newStep()
    {
        Step step;
        step.id = StepId(m_newId(u's'));
        return insertStep(m_blueprint, step, m_dice.below(10));
    }
    Result<Patch> step()
    {
        return m_steps.isEmpty() ? Patch{} : moveStep(m_blueprint, m_dice.of(m_steps), m_dice.below(10));
    }
    Result<Patch> newPhase()
    {
        Phase phase;
        phase.id = PhaseId(m_newId(u'p'));
        phase.name = m_dice.text();
        return addPhase(m_blueprint, phase, StepId(m_newId(u's')), m_dice.below(4) - 1);
    }
    Result<Patch> phase()
    {
        return m_phases.isEmpty() ? Patch{} : movePhase(m_blueprint, m_dice.of(m_phases), m_dice.below(4));
    }
    Result<Patch> removal() { return removeElements(m_blueprint, m_dice.some(allRefs(m_blueprint), 25)); }
    Result<Patch> block()
    {
        return moveCards(m_blueprint, m_dice.some(m_cards, 5), m_dice.below(5) - 2, m_dice.below(5) - 2, m_newId);
    }
    Result<Patch> card()
    {
        if (m_cards.isEmpty())
            return Patch{};
        return moveCard(m_blueprint, m_dice.of(m_cards),
                        {m_dice.of(m_lanes), m_dice.maybe(m_steps, 1), m_dice.below(3) - 1});
    }
    Result<Patch> span()
    {
        if (m_cards.isEmpty() || m_steps.isEmpty())
            return Patch{};
        return setCardSpan(m_blueprint, m_dice.of(m_cards), m_dice.of(m_steps), m_dice.of(m_steps));
    }
    Result<Patch> shift()
    {
        return m_cards.isEmpty() ? Patch{} : shiftInCell(m_blueprint, m_dice.of(m_cards), m_dice.below(3) - 1);
    }
    Result<Patch> newLink()
    {
        if (m_cards.isEmpty())
            return Patch{};
        Connection connection;
        connection.id = ConnectionId(m_newId(u'e'));
        connection.from = m_dice.of(m_cards);
        connection.to = m_dice.of(m_cards);
        connection.kind = static_cast<ConnectionKind>(m_dice.below(7));
        return connect(m_blueprint, connection);
    }
    Result<Patch> linkKind()
    {
        return setConnectionKind(m_blueprint, m_dice.some(m_connections, 6),
                                 static_cast<ConnectionKind>(m_dice.below(7)));
    }
    Result<Patch> turn() { return reverse(m_blueprint, m_dice.some(m_connections, 6)); }
    Result<Patch> attach()
    {
        if (m_connections.isEmpty() || m_cards.isEmpty())
            return Patch{};
        return reconnect(m_blueprint, m_dice.of(m_connections), static_cast<ConnectionEnd>(m_dice.below(2)),
                         m_dice.of(m_cards));
    }
    Result<Patch> name()
    {
        const QList<ElementRef> refs = allRefs(m_blueprint);
        return refs.isEmpty() ? Patch{} : rename(m_blueprint, m_dice.of(refs), m_dice.text());
    }
    Result<Patch> newCard()
    {
        if (m_lanes.isEmpty())
            return Patch{};
        Card card;
        card.id = CardId(m_newId(u'c'));
        card.lane = m_dice.of(m_lanes);
        card.firstStep = m_dice.maybe(m_steps, 1);
        card.title = m_dice.text();
        return addCard(m_blueprint, card, m_dice.below(3) - 1);
    }

    const Blueprint& m_blueprint;
    Dice m_dice;
    const IdSource& m_newId;
    QList<CardId> m_cards;
    QList<ConnectionId> m_connections;
    QList<LaneId> m_lanes;
    QList<StepId> m_steps;
    QList<PhaseId> m_phases;
};

} // namespace

Patch randomEdit(const Blueprint& blueprint, std::mt19937& random, const IdSource& newId)
{
    const Result<Patch> patch = EditDraw(blueprint, random, newId).draw();
    return patch ? *patch : Patch{};
}

} // namespace throughline::testing
