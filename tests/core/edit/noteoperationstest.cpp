// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/noteoperations.h"

#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A guest and a waiter over three steps, a curve of the guest's feeling, a sticky note.
class Notes : public ::testing::Test
{
protected:
    [[nodiscard]] Blueprint after(const Result<Patch>& patch) const
    {
        EXPECT_TRUE(patch) << (patch ? "" : patch.error().message.toStdString());
        Blueprint changed = blueprint;
        if (patch) {
            EXPECT_TRUE(apply(changed, *patch));
        }
        return changed;
    }
    static const Card& card(const Blueprint& of, const char* id) { return *of.find(CardId(QString::fromLatin1(id))); }

    Blueprint blueprint = blueprintOf(R"(
        lane feel stage=customer curve=emotion "Feeling"
        lane g stage=customer "Guest"
        lane h stage=customer "Friend"
        lane w stage=frontstage "Waiter"
        card g1 lane=g step=1 emotion=1 "Sits down"
        card h1 lane=h step=1 to=2 "Sits down too"
        card w1 lane=w step=1 "Greets"
        card w3 lane=w step=3 "Clears"
        card n lane=g step=1 kind=note "Ask the owner"
    )");
    const CardId g1{u"g1"_s};
    const CardId w1{u"w1"_s};
    const CardId note{u"n"_s};
    const LaneId curve{u"feel"_s};
};

} // namespace

TEST_F(Notes, addAPainPointForEachLine)
{
    Blueprint changed = after(addRemark(blueprint, w1, Remark::PainPoint, u" too slow \n\nnobody looks"_s));
    EXPECT_EQ(card(changed, "w1").painPoints, (QStringList{u"too slow"_s, u"nobody looks"_s}));
    changed = after(addRemark(blueprint, w1, Remark::Opportunity, u"greet at the door"_s));
    EXPECT_EQ(card(changed, "w1").opportunities, QStringList{u"greet at the door"_s});
    changed = after(addRemark(blueprint, w1, Remark::Note, u"seen on Monday\nand Tuesday"_s));
    EXPECT_EQ(card(changed, "w1").note, u"seen on Monday\nand Tuesday");
}

TEST_F(Notes, replaceARemarkThatIsStillBeingWritten)
{
    const Blueprint two = after(addRemark(blueprint, w1, Remark::PainPoint, u"too slow\nnobody lo"_s));
    EXPECT_EQ(countRemarks(card(two, "w1"), Remark::PainPoint), 2);
    const auto written = [&](const QString& text) {
        Blueprint next = two;
        const Result<Patch> patch = addRemark(two, w1, Remark::PainPoint, text, 1);
        EXPECT_TRUE(patch && apply(next, *patch));
        return card(next, "w1").painPoints;
    };
    EXPECT_EQ(written(u"nobody looks"_s), (QStringList{u"too slow"_s, u"nobody looks"_s}));
    EXPECT_EQ(written(u" "_s), QStringList{u"too slow"_s});
}

TEST_F(Notes, changeNothingWhereNothingIsWritten)
{
    const Result<Patch> patch = addRemark(blueprint, w1, Remark::PainPoint, u"  \n "_s);
    ASSERT_TRUE(patch);
    EXPECT_TRUE(patch->isEmpty());
}

TEST_F(Notes, refuseRemarksOnStickyNotes)
{
    const Result<Patch> patch = addRemark(blueprint, note, Remark::PainPoint, u"x"_s);
    ASSERT_FALSE(patch);
    EXPECT_EQ(patch.error().code, Error::Code::NotPossible);
}

TEST_F(Notes, sayHowCardsAreKnownButNotStickyNotes)
{
    const Blueprint changed = after(setCardStatus(blueprint, {w1, note}, CardStatus::Assumed));
    EXPECT_EQ(card(changed, "w1").status, CardStatus::Assumed);
    EXPECT_EQ(card(changed, "n").status, CardStatus::Unstated);
    EXPECT_FALSE(setCardStatus(blueprint, {note}, CardStatus::Assumed));
}

TEST_F(Notes, feelBetterFromNothingAndUpToTheEnd)
{
    Blueprint changed = after(shiftEmotion(blueprint, {CardId(u"h1"_s)}, 1));
    EXPECT_EQ(card(changed, "h1").emotion, 1);
    changed = after(shiftEmotion(blueprint, {g1}, 1));
    EXPECT_EQ(card(changed, "g1").emotion, 2);
    EXPECT_FALSE(shiftEmotion(changed, {g1}, 1));
}

TEST_F(Notes, feelAtTheCustomersCardsOnly)
{
    EXPECT_FALSE(setEmotion(blueprint, {w1, note}, 1));
    const Blueprint changed = after(setEmotion(blueprint, {w1, g1}, std::nullopt));
    EXPECT_FALSE(card(changed, "g1").emotion);
}

TEST_F(Notes, giveACurveItsValueInAllCardsOfTheStep)
{
    EXPECT_EQ(cardsOfCurve(blueprint, StepId(u"s1"_s)), (QList<CardId>{g1, CardId(u"h1"_s)}));
    Blueprint changed = after(setCurveValue(blueprint, LaneCurve::Emotion, StepId(u"s1"_s), -2));
    EXPECT_EQ(card(changed, "g1").emotion, -2);
    EXPECT_EQ(card(changed, "h1").emotion, -2);
    EXPECT_FALSE(card(changed, "n").emotion);
    EXPECT_FALSE(card(changed, "w1").emotion);
    // A card over several steps is felt in each of them.
    changed = after(setCurveValue(blueprint, LaneCurve::Worry, StepId(u"s2"_s), 7));
    EXPECT_EQ(card(changed, "h1").worry, 3);
    EXPECT_FALSE(card(changed, "g1").worry);
}

TEST_F(Notes, refuseAValueWhereTheCustomerHasNoCard)
{
    const Result<Patch> patch = setCurveValue(blueprint, LaneCurve::Emotion, StepId(u"s3"_s), 1);
    ASSERT_FALSE(patch);
    EXPECT_EQ(patch.error().code, Error::Code::NotPossible);
}

TEST_F(Notes, addACurveAboveTheCustomer)
{
    const Blueprint changed = after(addCurveLane(blueprint, LaneId(u"worry"_s), LaneCurve::Worry, u"Worry"_s));
    const QList<Lane> lanes = orderedLanes(changed);
    ASSERT_EQ(lanes.size(), 5);
    EXPECT_EQ(lanes.first().id, LaneId(u"worry"_s));
    EXPECT_EQ(lanes.first().curve, LaneCurve::Worry);
    EXPECT_EQ(lanes.first().stage, Stage::Customer);
}

TEST_F(Notes, keepCardsOutOfLanesThatDrawACurve)
{
    Card added;
    added.id = CardId(u"new"_s);
    added.lane = curve;
    added.firstStep = StepId(u"s1"_s);
    for (const Result<Patch>& patch :
         {addCard(blueprint, added), moveCard(blueprint, g1, {curve, StepId(u"s1"_s), -1}),
          pasteCells(blueprint, {{u"a"_s}}, {curve, StepId(u"s1"_s), -1}),
          pasteFragment(blueprint, fragmentOf(blueprint, {g1}), {curve, StepId(u"s1"_s), -1})}) {
        ASSERT_FALSE(patch);
        EXPECT_EQ(patch.error().code, Error::Code::NotPossible);
        EXPECT_TRUE(patch.error().message.contains(u"Feeling"_s)) << patch.error().message.toStdString();
    }
}

TEST_F(Notes, movePastLanesThatDrawACurve)
{
    const Blueprint between = blueprintOf(R"(
        lane g stage=customer position=0 "Guest"
        lane feel stage=customer position=1 curve=emotion "Feeling"
        lane w stage=frontstage "Waiter"
        card g1 lane=g step=1 "Sits down"
    )");
    const Result<Patch> down = moveCards(between, {g1}, 1, 0);
    ASSERT_TRUE(down);
    Blueprint moved = between;
    ASSERT_TRUE(apply(moved, *down));
    EXPECT_EQ(moved.find(g1)->lane, LaneId(u"w"_s));
    const Result<Patch> up = moveCards(moved, {g1}, -1, 0);
    ASSERT_TRUE(up && apply(moved, *up));
    EXPECT_EQ(moved.find(g1)->lane, LaneId(u"g"_s));
    EXPECT_FALSE(moveCards(moved, {g1}, -1, 0));
}
