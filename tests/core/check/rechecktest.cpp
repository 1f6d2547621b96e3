// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/recheck.h"

#include "core/check/checker.h"
#include "core/edit/operations.h"
#include "tests/support/allrules.h"
#include "tests/support/dice.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/randomservice.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;
using namespace throughline::testing;

namespace {

constexpr int Services = 400;
constexpr int EditsEach = 12;

/// A question that nobody answers, asked at g1 of w1; g2 and w2 are in order.
Blueprint unansweredAtFirst()
{
    return blueprintOf("lane G \"Guest\" stage=customer\nlane W \"Waiter\" stage=frontstage role=Waiter\nrole Waiter\n"
                       "card g1 lane=G step=1 \"Ask for water\"\ncard w1 lane=W step=1 \"Nod\"\n"
                       "card g2 lane=G step=2 end \"Ask for the bill\"\ncard w2 lane=W step=2 \"Bring it\"\n"
                       "g1 ?> w1 water\ng2 ?> w2 bill\nw2 !> g2 bill\ng1 -> g2\n");
}

template <typename Element, typename Edit>
Blueprint with(const Blueprint& blueprint, const QString& id, Edit edit)
{
    Blueprint edited = blueprint;
    const Element before = *blueprint.find(Id<Element>(id));
    Element after = before;
    edit(after);
    Patch patch;
    patch.changes += ElementChange<Element>{before, after};
    EXPECT_TRUE(apply(edited, patch));
    return edited;
}

Blueprint withTitle(const Blueprint& blueprint, const QString& card, const QString& title)
{
    return with<Card>(blueprint, card, [&](Card& c) { c.title = title; });
}

/// Changes a random card or connection in what people read and no rule does.
Blueprint withQuietEdit(const Blueprint& blueprint, std::mt19937& random)
{
    Dice dice(random);
    QStringList cards;
    for (const Card& card : blueprint.cards())
        cards += card.id.value;
    if (cards.isEmpty())
        return blueprint;
    return with<Card>(blueprint, dice.of(cards), [&](Card& card) {
        switch (dice.below(4)) {
        case 0:
            card.title = dice.text();
            break;
        case 1:
            card.note = dice.text();
            break;
        case 2:
            card.painPoints += dice.text();
            break;
        default:
            card.emotion = dice.below(5) - 2;
            break;
        }
    });
}

} // namespace

TEST(Recheck, holdsWhereTheCheckWouldSayTheSame)
{
    std::mt19937 random(20261);
    const IdSource newId = countingIds();
    int held = 0;
    int anew = 0;
    for (int i = 0; i < Services && !HasFailure(); ++i) {
        Blueprint checked = randomService(random);
        CheckResult result = checkBlueprint(checked, allRulesOn());
        for (int edit = 0; edit < EditsEach && !HasFailure(); ++edit) {
            SCOPED_TRACE("blueprint " + std::to_string(i) + ", edit " + std::to_string(edit));
            Blueprint now = checked;
            if (edit % 3 == 0)
                ASSERT_TRUE(apply(now, randomEdit(now, random, newId)));
            else
                now = withQuietEdit(now, random);
            const CheckResult wanted = checkBlueprint(now, allRulesOn());
            if (stillHolds(result, checked, now)) {
                EXPECT_EQ(result, wanted);
                ++held;
            } else {
                ++anew;
            }
            checked = now;
            result = wanted;
        }
    }
    EXPECT_GT(held, Services * EditsEach / 4);
    EXPECT_GT(anew, Services * EditsEach / 4);
}

TEST(Recheck, holdsWhenACardThatNoFindingNamesIsRenamed)
{
    const Blueprint checked = unansweredAtFirst();
    const CheckResult result = checkBlueprint(checked, allRulesOn());
    ASSERT_FALSE(result.findings.isEmpty());
    EXPECT_TRUE(stillHolds(result, checked, withTitle(checked, u"w2"_s, u"Bring the bill"_s)));
}

TEST(Recheck, doesNotHoldWhenACardThatAFindingNamesIsRenamed)
{
    const Blueprint checked = unansweredAtFirst();
    const CheckResult result = checkBlueprint(checked, allRulesOn());
    const Blueprint now = withTitle(checked, u"w1"_s, u"Shrug"_s);
    EXPECT_FALSE(stillHolds(result, checked, now));
    EXPECT_NE(checkBlueprint(now, allRulesOn()), result);
}

TEST(Recheck, holdsWhenALaneIsFolded)
{
    const Blueprint checked = unansweredAtFirst();
    const CheckResult result = checkBlueprint(checked, allRulesOn());
    EXPECT_TRUE(stillHolds(result, checked, with<Lane>(checked, u"W"_s, [](Lane& lane) { lane.folded = true; })));
}

TEST(Recheck, doesNotHoldWhenACardMovesToAnotherLane)
{
    const Blueprint checked = unansweredAtFirst();
    const CheckResult result = checkBlueprint(checked, allRulesOn());
    const Blueprint now = with<Card>(checked, u"w1"_s, [](Card& card) { card.lane = LaneId(u"G"_s); });
    EXPECT_FALSE(stillHolds(result, checked, now));
}

TEST(Recheck, doesNotHoldWhenACardChangesItsPlaceInTheCell)
{
    // What comes first in a cell comes first in the journey.
    const Blueprint checked = unansweredAtFirst();
    const CheckResult result = checkBlueprint(checked, allRulesOn());
    EXPECT_FALSE(stillHolds(result, checked, with<Card>(checked, u"g1"_s, [](Card& card) { card.position = 3; })));
}

TEST(Recheck, doesNotHoldWhenTheLevelOfARuleIsSaid)
{
    const Blueprint checked = unansweredAtFirst();
    const CheckResult result = checkBlueprint(checked, allRulesOn());
    Blueprint now = checked;
    Header quieter = checked.header();
    quieter.ruleSeverities.insert(u"unanswered-handoff"_s, Severity::Off);
    Patch patch;
    patch.changes += HeaderChange{checked.header(), quieter};
    ASSERT_TRUE(apply(now, patch));
    EXPECT_FALSE(stillHolds(result, checked, now));
}
