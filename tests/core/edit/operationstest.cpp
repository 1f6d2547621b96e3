// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"

#include "core/model/queries.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using throughline::testing::countingIds;

namespace {

Card card(const QString& id, const QString& lane, const QString& step)
{
    Card card;
    card.id = CardId(id);
    card.lane = LaneId(lane);
    card.firstStep = StepId(step);
    return card;
}

Lane lane(const QString& id, Stage stage, int position)
{
    Lane lane;
    lane.id = LaneId(id);
    lane.stage = stage;
    lane.position = position;
    return lane;
}

/// Guest and Waiter over four steps s1..s4 in the phases P (s1, s2) and Q (s3, s4); g1 -> g2, g1 ?> w1.
Blueprint dinner()
{
    BlueprintBuilder builder;
    for (int i = 0; i < 2; ++i) {
        Phase phase;
        phase.id = PhaseId(QString(QChar(u'P' + i)));
        phase.position = i;
        builder.phases += phase;
    }
    for (int i = 1; i <= 4; ++i) {
        Step step;
        step.id = StepId(u's' + QString::number(i));
        step.number = i;
        step.phase = PhaseId(i <= 2 ? QStringLiteral("P") : QStringLiteral("Q"));
        builder.steps += step;
    }
    builder.lanes = {lane(QStringLiteral("Guest"), Stage::Customer, 0),
                     lane(QStringLiteral("Waiter"), Stage::Frontstage, 0),
                     lane(QStringLiteral("Busser"), Stage::Frontstage, 1)};
    builder.cards = {card(QStringLiteral("g1"), QStringLiteral("Guest"), QStringLiteral("s1")),
                     card(QStringLiteral("g2"), QStringLiteral("Guest"), QStringLiteral("s2")),
                     card(QStringLiteral("w1"), QStringLiteral("Waiter"), QStringLiteral("s1"))};
    Connection flow;
    flow.id = ConnectionId(QStringLiteral("e1"));
    flow.from = CardId(QStringLiteral("g1"));
    flow.to = CardId(QStringLiteral("g2"));
    flow.kind = ConnectionKind::Flow;
    Connection request = flow;
    request.id = ConnectionId(QStringLiteral("e2"));
    request.to = CardId(QStringLiteral("w1"));
    request.kind = ConnectionKind::Request;
    builder.connections = {flow, request};
    return *std::move(builder).build();
}

Blueprint after(Blueprint blueprint, const Result<Patch>& patch)
{
    EXPECT_TRUE(patch) << qPrintable(patch ? QString() : describe(patch.error()));
    const Result<void> applied = patch ? apply(blueprint, *patch) : Result<void>(patch.error());
    EXPECT_TRUE(applied);
    return blueprint;
}

QStringList stepIds(const Blueprint& blueprint)
{
    QStringList ids;
    for (const Step& step : orderedSteps(blueprint))
        ids += step.id.value;
    return ids;
}

QStringList laneIds(const Blueprint& blueprint)
{
    QStringList ids;
    for (const Lane& lane : orderedLanes(blueprint))
        ids += lane.id.value;
    return ids;
}

QStringList cellIds(const Blueprint& blueprint, const QString& lane, const QString& step)
{
    QStringList ids;
    for (const Card& card : cardsIn(blueprint, LaneId(lane), StepId(step)))
        ids += card.id.value;
    return ids;
}

} // namespace

TEST(AddCard, goesWhereItIsPutAmongTheCardsOfTheCell)
{
    const Blueprint twice = after(
        dinner(), addCard(dinner(), card(QStringLiteral("g0"), QStringLiteral("Guest"), QStringLiteral("s1")), 0));
    EXPECT_EQ(cellIds(twice, QStringLiteral("Guest"), QStringLiteral("s1")),
              QStringList({QStringLiteral("g0"), QStringLiteral("g1")}));
}

TEST(AddCard, refusesATakenId)
{
    EXPECT_FALSE(addCard(dinner(), card(QStringLiteral("g1"), QStringLiteral("Guest"), QStringLiteral("s1"))));
}

TEST(MoveCards, makesTheStepsItNeedsAtTheRight)
{
    const Blueprint start = dinner();
    const Blueprint moved = after(start, moveCards(start, {CardId(QStringLiteral("g2"))}, 0, 4, countingIds()));
    EXPECT_EQ(moved.steps().size(), 6);
    EXPECT_EQ(moved.find(CardId(QStringLiteral("g2")))->firstStep, orderedSteps(moved).last().id);
    EXPECT_EQ(orderedSteps(moved).last().phase, PhaseId(QStringLiteral("Q")));
}

TEST(MoveCards, refusesToLeaveTheGrid)
{
    EXPECT_FALSE(moveCards(dinner(), {CardId(QStringLiteral("g1"))}, -1, 0));
    EXPECT_FALSE(moveCards(dinner(), {CardId(QStringLiteral("g1"))}, 0, -1));
    EXPECT_FALSE(moveCards(dinner(), {CardId(QStringLiteral("w1"))}, 2, 0));
}

TEST(MoveCard, keepsItsLengthInSteps)
{
    const Blueprint wide = after(dinner(), setCardSpan(dinner(), CardId(QStringLiteral("w1")),
                                                       StepId(QStringLiteral("s2")), StepId(QStringLiteral("s1"))));
    EXPECT_EQ(wide.find(CardId(QStringLiteral("w1")))->lastStep, StepId(QStringLiteral("s2")));
    const Blueprint moved = after(wide, moveCard(wide, CardId(QStringLiteral("w1")),
                                                 {LaneId(QStringLiteral("Busser")), StepId(QStringLiteral("s3"))}));
    EXPECT_EQ(moved.find(CardId(QStringLiteral("w1")))->lastStep, StepId(QStringLiteral("s4")));
    EXPECT_EQ(moved.find(CardId(QStringLiteral("w1")))->lane, LaneId(QStringLiteral("Busser")));
}

TEST(InsertStep, pushesTheRestAndJoinsThePhaseOnItsLeft)
{
    Step step;
    step.id = StepId(QStringLiteral("new"));
    const Blueprint wider = after(dinner(), insertStep(dinner(), step, 2));
    EXPECT_EQ(stepIds(wider), QStringList({QStringLiteral("s1"), QStringLiteral("s2"), QStringLiteral("new"),
                                           QStringLiteral("s3"), QStringLiteral("s4")}));
    EXPECT_EQ(wider.find(step.id)->phase, PhaseId(QStringLiteral("P")));
    EXPECT_EQ(wider.find(CardId(QStringLiteral("g2")))->firstStep, StepId(QStringLiteral("s2")));
}

TEST(MoveStep, takesItsCardsAlongAndJoinsThePhaseItComesTo)
{
    const Blueprint moved = after(dinner(), moveStep(dinner(), StepId(QStringLiteral("s1")), 2));
    EXPECT_EQ(stepIds(moved),
              QStringList({QStringLiteral("s2"), QStringLiteral("s3"), QStringLiteral("s1"), QStringLiteral("s4")}));
    EXPECT_EQ(moved.find(StepId(QStringLiteral("s1")))->phase, PhaseId(QStringLiteral("Q")));
    EXPECT_EQ(cellIds(moved, QStringLiteral("Guest"), QStringLiteral("s1")), QStringList(QStringLiteral("g1")));
}

TEST(MoveStep, joinsThePhaseThatIsAskedForAtTheBorderOfTwo)
{
    const StepId first(QStringLiteral("s1"));
    const Blueprint left = after(dinner(), moveStep(dinner(), first, 1, PhaseId(QStringLiteral("P"))));
    EXPECT_EQ(left.find(first)->phase, PhaseId(QStringLiteral("P")));
    const Blueprint right = after(dinner(), moveStep(dinner(), first, 1, PhaseId(QStringLiteral("Q"))));
    EXPECT_EQ(right.find(first)->phase, PhaseId(QStringLiteral("Q")));
    EXPECT_EQ(stepIds(left), stepIds(right));
    EXPECT_FALSE(moveStep(dinner(), first, 1, PhaseId(QStringLiteral("none"))));
}

TEST(MovePhase, movesItsStepsAsABlock)
{
    const Blueprint moved = after(dinner(), movePhase(dinner(), PhaseId(QStringLiteral("Q")), 0));
    EXPECT_EQ(stepIds(moved),
              QStringList({QStringLiteral("s3"), QStringLiteral("s4"), QStringLiteral("s1"), QStringLiteral("s2")}));
    EXPECT_EQ(orderedPhases(moved).first().id, PhaseId(QStringLiteral("Q")));
}

TEST(AddPhase, comesWithAStep)
{
    Phase phase;
    phase.id = PhaseId(QStringLiteral("N"));
    const Blueprint more = after(dinner(), addPhase(dinner(), phase, StepId(QStringLiteral("n1")), 1));
    EXPECT_EQ(stepIds(more), QStringList({QStringLiteral("s1"), QStringLiteral("s2"), QStringLiteral("n1"),
                                          QStringLiteral("s3"), QStringLiteral("s4")}));
    EXPECT_EQ(phaseBlocks(more).size(), 3);
}

TEST(MoveLane, changesTheStageAndTheOrder)
{
    const Blueprint moved = after(dinner(), moveLane(dinner(), LaneId(QStringLiteral("Busser")), Stage::Frontstage, 0));
    EXPECT_EQ(laneIds(moved),
              QStringList({QStringLiteral("Guest"), QStringLiteral("Busser"), QStringLiteral("Waiter")}));
    const Blueprint back = after(moved, moveLane(moved, LaneId(QStringLiteral("Busser")), Stage::Backstage));
    EXPECT_EQ(laneIds(back),
              QStringList({QStringLiteral("Guest"), QStringLiteral("Waiter"), QStringLiteral("Busser")}));
}

TEST(Connect, refusesTheSameConnectionTwice)
{
    Connection again = *dinner().find(ConnectionId(QStringLiteral("e1")));
    again.id = ConnectionId(QStringLiteral("e9"));
    EXPECT_FALSE(connect(dinner(), again));
    again.kind = ConnectionKind::Tell;
    EXPECT_TRUE(connect(dinner(), again));
}

TEST(RemoveElements, takesTheConnectionsOfACardAlong)
{
    const Blueprint rest = after(dinner(), removeElements(dinner(), {{ElementKind::Card, QStringLiteral("g1")}}));
    EXPECT_EQ(rest.cards().size(), 2);
    EXPECT_TRUE(rest.connections().isEmpty());
}

TEST(RemoveElements, takesTheCardsOfALaneAlong)
{
    const Blueprint rest = after(dinner(), removeElements(dinner(), {{ElementKind::Lane, QStringLiteral("Guest")}}));
    EXPECT_EQ(rest.cards().size(), 1);
    EXPECT_TRUE(rest.connections().isEmpty());
}

TEST(RemoveElements, shrinksACardThatReachesBeyondARemovedStep)
{
    const Blueprint wide = after(dinner(), setCardSpan(dinner(), CardId(QStringLiteral("g1")),
                                                       StepId(QStringLiteral("s1")), StepId(QStringLiteral("s3"))));
    const Blueprint rest = after(wide, removeElements(wide, {{ElementKind::Step, QStringLiteral("s1")}}));
    EXPECT_EQ(rest.find(CardId(QStringLiteral("g1")))->firstStep, StepId(QStringLiteral("s2")));
    EXPECT_EQ(rest.find(CardId(QStringLiteral("g1")))->lastStep, StepId(QStringLiteral("s3")));
    EXPECT_FALSE(rest.find(CardId(QStringLiteral("w1"))));
}

TEST(RemoveElements, countsTheStepsBehindARemovedOneAnewButKeepsGapsThatSomebodyMade)
{
    const Blueprint before = blueprintOf("lane g stage=customer\n"
                                         "card a lane=g step=1\ncard b lane=g step=2\ncard c lane=g step=3\n"
                                         "card d lane=g step=4\ncard e lane=g step=5\ncard f lane=g step=10\n");
    const auto numberAt = [](const Blueprint& blueprint, const char* card) {
        return blueprint.find(blueprint.find(CardId(QString::fromLatin1(card)))->firstStep)->number;
    };
    QList<ElementRef> steps;
    for (const char* card : {"b", "d"})
        steps += ElementRef{ElementKind::Step, before.find(CardId(QString::fromLatin1(card)))->firstStep.value};
    const Blueprint rest = after(before, removeElements(before, steps));
    EXPECT_EQ(numberAt(rest, "a"), 1);
    EXPECT_EQ(numberAt(rest, "c"), 2);
    EXPECT_EQ(numberAt(rest, "e"), 3);
    EXPECT_EQ(numberAt(rest, "f"), 10);
}

TEST(RemoveElements, leavesTheStepsOfAPhaseToItsNeighbour)
{
    const Blueprint rest = after(dinner(), removeElements(dinner(), {{ElementKind::Phase, QStringLiteral("P")}}));
    EXPECT_EQ(rest.steps().size(), 4);
    EXPECT_EQ(rest.find(StepId(QStringLiteral("s1")))->phase, PhaseId(QStringLiteral("Q")));
}

TEST(Rename, cutsWhiteSpaceAndSaysWhenTheElementIsGone)
{
    const Blueprint named =
        after(dinner(), rename(dinner(), {ElementKind::Card, QStringLiteral("g1")}, QStringLiteral("  Sits down ")));
    EXPECT_EQ(named.find(CardId(QStringLiteral("g1")))->title, QStringLiteral("Sits down"));
    const Result<Patch> gone = rename(dinner(), {ElementKind::Card, QStringLiteral("nobody")}, QStringLiteral("x"));
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, Error::Code::Reference);
}

TEST(AbilityOperations, sayOneThingInPlaceOfEverythingSaidBefore)
{
    using Ability = Capability::Ability;
    BlueprintBuilder builder;
    for (const QString& id : {QStringLiteral("Busser"), QStringLiteral("Waiter")}) {
        Role role;
        role.id = RoleId(id);
        builder.roles += role;
    }
    Request bill;
    bill.id = RequestId(QStringLiteral("bill"));
    builder.requests += bill;
    Blueprint blueprint = *std::move(builder).build();
    const RoleId busser(QStringLiteral("Busser"));
    const RoleId waiter(QStringLiteral("Waiter"));
    ASSERT_TRUE(apply(blueprint, *sayAbility(blueprint, busser, bill.id, Ability::PassesOn, waiter)));
    ASSERT_TRUE(apply(blueprint, *sayAbility(blueprint, busser, bill.id, Ability::Fulfils)));
    ASSERT_EQ(blueprint.find(busser)->capabilities.size(), 1);
    EXPECT_EQ(blueprint.find(busser)->capabilities.first().ability, Ability::Fulfils);
    EXPECT_TRUE(blueprint.find(busser)->capabilities.first().passesTo.isEmpty());
    ASSERT_TRUE(apply(blueprint, *sayAbility(blueprint, busser, bill.id, std::nullopt)));
    EXPECT_TRUE(blueprint.find(busser)->capabilities.isEmpty());
    EXPECT_FALSE(sayAbility(blueprint, busser, bill.id, Ability::PassesOn, busser));
    EXPECT_FALSE(sayAbility(blueprint, busser, bill.id, Ability::PassesOn));
    EXPECT_TRUE(sayOnlyThese(blueprint, busser, false)->changes.isEmpty());
    ASSERT_TRUE(apply(blueprint, *sayOnlyThese(blueprint, busser, true)));
    EXPECT_TRUE(blueprint.find(busser)->onlyThese);
}

TEST(RequestOperations, nameWhatIsAskedForOnce)
{
    const Blueprint start = dinner();
    const ConnectionId asked(QStringLiteral("x1"));
    const ConnectionId answered(QStringLiteral("x2"));
    Blueprint blueprint = start;
    const auto take = [&](const Result<Patch>& patch) {
        ASSERT_TRUE(patch);
        ASSERT_TRUE(apply(blueprint, *patch));
    };
    take(addExchange(blueprint, CardId(QStringLiteral("g2")), CardId(QStringLiteral("w1")), asked, answered));
    EXPECT_EQ(blueprint.find(answered)->answers, asked);
    take(nameRequest(blueprint, asked, QStringLiteral(" a tabel "), countingIds()));
    const RequestId wrong = blueprint.find(asked)->request;
    EXPECT_EQ(blueprint.find(answered)->request, wrong);
    EXPECT_FALSE(blueprint.find(wrong)->catalogued);
    take(nameRequest(blueprint, asked, QStringLiteral("a table")));
    EXPECT_FALSE(blueprint.find(wrong)) << "nothing names it any more";
    EXPECT_EQ(blueprint.find(blueprint.find(answered)->request)->name, QStringLiteral("a table"));
    EXPECT_TRUE(validate(blueprint));
    EXPECT_FALSE(nameRequest(blueprint, answered, QStringLiteral("x"))) << "an answer asks for nothing";
}

TEST(ConnectionOperations, leadAConnectionThroughACard)
{
    Blueprint blueprint = dinner();
    const ConnectionId flow(QStringLiteral("e1"));
    const CardId waiter(QStringLiteral("w1"));
    const Result<Patch> patch = leadThrough(blueprint, flow, waiter, ConnectionId(QStringLiteral("x")));
    ASSERT_TRUE(patch);
    ASSERT_TRUE(apply(blueprint, *patch));
    EXPECT_EQ(blueprint.find(flow)->from, End(CardId(QStringLiteral("g1"))));
    EXPECT_EQ(blueprint.find(flow)->to, End(waiter));
    const Connection* onward = blueprint.find(ConnectionId(QStringLiteral("x")));
    ASSERT_TRUE(onward);
    EXPECT_EQ(onward->from, End(waiter));
    EXPECT_EQ(onward->to, End(CardId(QStringLiteral("g2"))));
    EXPECT_EQ(onward->kind, ConnectionKind::Flow);
    EXPECT_FALSE(leadThrough(blueprint, flow, waiter, ConnectionId(QStringLiteral("y")))) << "it ends there already";
}

namespace {

/// Where plain connections lead from a card on in its lane: "a b d c", a "?" where there are several ways, a "!" where
/// it goes round.
QString chainFrom(const Blueprint& blueprint, QString card)
{
    QStringList chain;
    while (!card.isEmpty()) {
        if (chain.contains(card))
            return chain.join(u' ') + u'!';
        chain += card;
        QStringList next;
        for (const Connection& connection : blueprint.connections()) {
            if (connection.from == End(CardId(card)))
                next += cardAt(connection.to)->value;
        }
        if (next.size() > 1)
            return chain.join(u' ') + u'?';
        card = next.value(0);
    }
    return chain.join(u' ');
}

/// A lane of cards a to d, one after the other, and "e", which leads to d.
Blueprint chain(const QByteArray& more = {})
{
    return throughline::testing::blueprintOf(
        "lane G stage=customer\ncard a lane=G step=1 \"A\"\ncard b lane=G step=2 \"B\"\n"
        "card c lane=G step=3 \"C\"\ncard d lane=G step=4 \"D\"\ncard e lane=G step=5 \"E\"\n"
        "a -> b\nb -> c\nc -> d\n" +
        more);
}

/// Moves a card between two others that are connected.
Blueprint movedBetween(Blueprint blueprint, const char* card, const char* from, const char* to)
{
    ConnectionId between;
    for (const Connection& connection : blueprint.connections()) {
        if (connection.from == End(CardId(QString::fromLatin1(from))) &&
            connection.to == End(CardId(QString::fromLatin1(to))))
            between = connection.id;
    }
    const Result<Patch> patch =
        moveInto(blueprint, between, CardId(QString::fromLatin1(card)), ConnectionId(QStringLiteral("x")));
    EXPECT_TRUE(patch && apply(blueprint, *patch));
    return blueprint;
}

} // namespace

TEST(Operations, closeTheChainBehindACardThatMovesAlongIt)
{
    EXPECT_EQ(chainFrom(movedBetween(chain(), "b", "c", "d"), QStringLiteral("a")), QStringLiteral("a c b d"));
    EXPECT_EQ(chainFrom(movedBetween(chain(), "c", "a", "b"), QStringLiteral("a")), QStringLiteral("a c b d"));
    EXPECT_EQ(chainFrom(movedBetween(chain(), "a", "c", "d"), QStringLiteral("b")), QStringLiteral("b c a d"));
    EXPECT_EQ(chainFrom(movedBetween(chain(), "d", "a", "b"), QStringLiteral("a")), QStringLiteral("a d b c"));
}

TEST(Operations, leaveAChainAloneThatWouldNotGoRound)
{
    const Blueprint aside = movedBetween(chain("e -> d\n"), "e", "a", "b");
    EXPECT_EQ(chainFrom(aside, QStringLiteral("a")), QStringLiteral("a e?")) << "e still leads to d as well";
    const Blueprint branching = movedBetween(chain("b -> e\n"), "b", "c", "d");
    EXPECT_EQ(chainFrom(branching, QStringLiteral("a")), QStringLiteral("a b?"));
    // Elsewhere than in its lane, what it has to do with others stays.
    const Blueprint across =
        movedBetween(chain("lane W stage=frontstage\ncard w lane=W step=1 \"W\"\ncard v lane=W step=2 \"V\"\nw -> v\n"),
                     "b", "w", "v");
    EXPECT_EQ(chainFrom(across, QStringLiteral("a")), QStringLiteral("a b?"));
}
