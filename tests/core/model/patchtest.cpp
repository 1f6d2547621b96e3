// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/patch.h"

#include <gtest/gtest.h>

using namespace throughline;

namespace {

Lane lane(const QString& id)
{
    Lane lane;
    lane.id = LaneId(id);
    return lane;
}

Card card(const QString& id, const QString& laneId)
{
    Card card;
    card.id = CardId(id);
    card.lane = LaneId(laneId);
    return card;
}

template <typename Element>
Patch added(const Element& element)
{
    return {{ElementChange<Element>{std::nullopt, element}}};
}

template <typename Element>
Patch removed(const Element& element)
{
    return {{ElementChange<Element>{element, std::nullopt}}};
}

Blueprint oneCard()
{
    BlueprintBuilder builder;
    builder.lanes = {lane(QStringLiteral("Guest"))};
    builder.cards = {card(QStringLiteral("g1"), QStringLiteral("Guest"))};
    return *std::move(builder).build();
}

void expectRefused(const Patch& patch, Error::Code code, const QString& path)
{
    Blueprint blueprint = oneCard();
    const Result<void> applied = apply(blueprint, patch);
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().code, code) << qPrintable(describe(applied.error()));
    EXPECT_EQ(applied.error().place.path, path);
    EXPECT_EQ(blueprint, oneCard()) << "a refused patch changes nothing";
}

} // namespace

TEST(Patch, isRefusedWhenTheDocumentMovedOn)
{
    Card other = card(QStringLiteral("g1"), QStringLiteral("Guest"));
    other.title = QStringLiteral("Sits down");
    expectRefused(removed(other), Error::Code::Conflict, QStringLiteral("cards/g1"));
    expectRefused(added(card(QStringLiteral("g1"), QStringLiteral("Guest"))), Error::Code::Conflict,
                  QStringLiteral("cards/g1"));
    expectRefused(removed(card(QStringLiteral("g9"), QStringLiteral("Guest"))), Error::Code::Conflict,
                  QStringLiteral("cards/g9"));
}

TEST(Patch, isRefusedWhenItWouldLeaveSomethingHanging)
{
    expectRefused(removed(lane(QStringLiteral("Guest"))), Error::Code::Reference, QStringLiteral("cards/g1/lane"));
    expectRefused(added(card(QStringLiteral("g2"), QStringLiteral("Nowhere"))), Error::Code::Reference,
                  QStringLiteral("cards/g2/lane"));
    Connection connection;
    connection.id = ConnectionId(QStringLiteral("e1"));
    connection.from = CardId(QStringLiteral("g1"));
    connection.to = CardId(QStringLiteral("nobody"));
    expectRefused(added(connection), Error::Code::Reference, QStringLiteral("connections/e1/to"));
}

TEST(Patch, isRefusedWhenAValueIsOutOfRange)
{
    Card worried = card(QStringLiteral("g2"), QStringLiteral("Guest"));
    worried.worry = 4;
    expectRefused(added(worried), Error::Code::Value, QStringLiteral("cards/g2/worry"));
    expectRefused(added(card(QStringLiteral("g 2"), QStringLiteral("Guest"))), Error::Code::Value,
                  QStringLiteral("cards/g 2/id"));
    Step step;
    step.id = StepId(QStringLiteral("s1"));
    step.number = -3;
    expectRefused(added(step), Error::Code::Value, QStringLiteral("steps/s1/number"));
}

TEST(Patch, isRefusedWhenTwoStepsWouldShareANumber)
{
    Step first;
    first.id = StepId(QStringLiteral("s1"));
    first.number = 1;
    Step second = first;
    second.id = StepId(QStringLiteral("s2"));
    Patch patch = added(first);
    patch.changes += added(second).changes;
    expectRefused(patch, Error::Code::Duplicate, QStringLiteral("steps/s2/number"));
}

TEST(Patch, isRefusedWhenADepartmentWouldBeInsideItself)
{
    Department one;
    one.id = DepartmentId(QStringLiteral("One"));
    one.parent = DepartmentId(QStringLiteral("Two"));
    Department two;
    two.id = DepartmentId(QStringLiteral("Two"));
    two.parent = DepartmentId(QStringLiteral("One"));
    Patch patch = added(one);
    patch.changes += added(two).changes;
    expectRefused(patch, Error::Code::Value, QStringLiteral("departments/One/parent"));
}

TEST(Patch, mayNumberStepsAnewButNotTurnASpanRound)
{
    BlueprintBuilder builder;
    builder.lanes = {lane(QStringLiteral("Guest"))};
    Step first;
    first.id = StepId(QStringLiteral("s1"));
    first.number = 1;
    Step last = first;
    last.id = StepId(QStringLiteral("s2"));
    last.number = 2;
    builder.steps = {first, last};
    Card wide = card(QStringLiteral("g1"), QStringLiteral("Guest"));
    wide.firstStep = first.id;
    wide.lastStep = last.id;
    builder.cards = {wide};
    Blueprint blueprint = *std::move(builder).build();
    const auto numbered = [&](int firstNumber, int lastNumber) {
        Blueprint after = blueprint;
        Step one = first;
        one.number = firstNumber;
        Step two = last;
        two.number = lastNumber;
        return apply(after, Patch{{ElementChange<Step>{first, one}, ElementChange<Step>{last, two}}});
    };
    EXPECT_TRUE(numbered(5, 9));
    EXPECT_TRUE(numbered(2, 3));
    const Result<void> turned = numbered(2, 1);
    ASSERT_FALSE(turned);
    EXPECT_EQ(turned.error().place.path, QStringLiteral("cards/g1/to"));
}

TEST(Patch, mayReplaceALaneAndItsCardsAtOnce)
{
    Blueprint blueprint = oneCard();
    Patch patch = removed(lane(QStringLiteral("Guest")));
    patch.changes += removed(card(QStringLiteral("g1"), QStringLiteral("Guest"))).changes;
    EXPECT_TRUE(apply(blueprint, patch));
    EXPECT_EQ(blueprint, Blueprint());
}

TEST(Builder, refusesTwoElementsOfOneId)
{
    BlueprintBuilder builder;
    builder.lanes = {lane(QStringLiteral("Guest")), lane(QStringLiteral("Guest"))};
    const Result<Blueprint> blueprint = std::move(builder).build();
    ASSERT_FALSE(blueprint);
    EXPECT_EQ(blueprint.error().code, Error::Code::Duplicate);
}
