// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::blueprintOf;
using throughline::testing::countingIds;
using throughline::testing::randomBlueprint;

namespace {

Blueprint billPaid()
{
    return blueprintOf("dept Floor\n"
                       "role Waiter dept=Floor fulfils=bill\n"
                       "lane Guest stage=customer\n"
                       "lane Serving stage=frontstage role=Waiter\n"
                       "lane Kitchen stage=backstage\n"
                       "card g1 lane=Guest step=1 \"Asks for the bill\"\n"
                       "card w1 lane=Serving step=2 \"Brings the bill\"\n"
                       "card k1 lane=Kitchen step=2 \"Cleans\"\n"
                       "g1 ?> w1 bill\n"
                       "w1 !> g1 bill\n"
                       "w1 -> k1\n");
}

Blueprint patched(const Blueprint& blueprint, const Result<Patch>& patch)
{
    Blueprint result = blueprint;
    EXPECT_TRUE(patch) << (patch ? "" : qPrintable(describe(patch.error())));
    if (patch) {
        EXPECT_TRUE(apply(result, *patch));
    }
    return result;
}

/// The card of that title that a patch adds.
Card addedCard(const Blueprint& after, const Result<Patch>& patch, const QString& title)
{
    for (const CardId& id : addedCards(*patch)) {
        const Card* card = after.find(id);
        if (card && card->title == title)
            return *card;
    }
    ADD_FAILURE() << "no card " << qPrintable(title);
    return {};
}

} // namespace

TEST(Copying, takesCardsWithWhatJoinsThemAndWhatTheyName)
{
    const Blueprint fragment = fragmentOf(billPaid(), {CardId(u"g1"_s), CardId(u"w1"_s)});
    EXPECT_EQ(fragment.cards().size(), 2);
    EXPECT_EQ(fragment.connections().size(), 2) << "the one that leads out stays behind";
    EXPECT_EQ(fragment.lanes().size(), 2);
    EXPECT_EQ(fragment.steps().size(), 2);
    EXPECT_EQ(fragment.roles().size(), 1);
    EXPECT_EQ(fragment.departments().size(), 1);
    EXPECT_EQ(fragment.requests().size(), 1);
    EXPECT_TRUE(validate(fragment));
}

TEST(Copying, pastesBesideWithNewIdsAndTheSameNames)
{
    const Blueprint before = billPaid();
    const Blueprint fragment = fragmentOf(before, {CardId(u"g1"_s), CardId(u"w1"_s)});
    const LaneId guest = before.find(CardId(u"g1"_s))->lane;
    const StepId second = before.find(CardId(u"w1"_s))->firstStep;
    const Result<Patch> patch = pasteFragment(before, fragment, {guest, second, -1}, countingIds());
    const Blueprint after = patched(before, patch);

    ASSERT_EQ(addedCards(*patch).size(), 2);
    EXPECT_EQ(after.cards().size(), 5);
    EXPECT_EQ(after.connections().size(), 5);
    EXPECT_EQ(after.roles().size(), 1) << "the waiter is the waiter";
    EXPECT_EQ(after.requests().size(), 1);
    EXPECT_EQ(after.steps().size(), 3) << "a step is made where the grid ends";
    const Card asks = addedCard(after, patch, u"Asks for the bill"_s);
    EXPECT_EQ(asks.lane, guest);
    EXPECT_EQ(asks.firstStep, second);
    const Card brings = addedCard(after, patch, u"Brings the bill"_s);
    EXPECT_EQ(brings.lane, before.find(CardId(u"w1"_s))->lane);
    EXPECT_EQ(brings.firstStep, orderedSteps(after).at(2).id);
}

TEST(Copying, pastesIntoAnotherBlueprintByName)
{
    const Blueprint target = blueprintOf("lane Visitor stage=customer\nlane serving stage=frontstage\n"
                                         "card v1 lane=Visitor step=1 \"Comes\"\n");
    const Blueprint fragment = fragmentOf(billPaid(), {CardId(u"g1"_s), CardId(u"w1"_s)});
    const Blueprint after = patched(target, pasteFragment(target, fragment, {}, countingIds()));
    EXPECT_EQ(after.lanes().size(), 3) << "Guest is new, Serving is there";
    EXPECT_EQ(after.roles().size(), 1);
    EXPECT_EQ(after.requests().size(), 1);
    const Role& waiter = *after.roles().begin();
    EXPECT_EQ(waiter.capabilities.size(), 1);
    EXPECT_EQ(waiter.capabilities.first().request, after.requests().begin()->id);
    EXPECT_FALSE(waiter.department.isEmpty());
}

TEST(Copying, makesCardsOfSpreadsheetCells)
{
    const Blueprint before = billPaid();
    const LaneId guest = before.find(CardId(u"g1"_s))->lane;
    const StepId first = before.find(CardId(u"g1"_s))->firstStep;
    const QList<QStringList> rows{{u"Arrives"_s, u""_s, u"Sits down"_s}, {u"Greets"_s}};
    const Result<Patch> patch = pasteCells(before, rows, {guest, first, -1}, countingIds());
    const Blueprint after = patched(before, patch);
    EXPECT_EQ(after.cards().size(), 6);
    EXPECT_EQ(addedCard(after, patch, u"Arrives"_s).position, 1) << "below the card that stands there";
    EXPECT_EQ(addedCard(after, patch, u"Sits down"_s).firstStep, orderedSteps(after).at(2).id);
    EXPECT_EQ(addedCard(after, patch, u"Greets"_s).lane, before.find(CardId(u"w1"_s))->lane);

    const LaneId kitchen = before.find(CardId(u"k1"_s))->lane;
    const Result<Patch> tooLow = pasteCells(before, rows, {kitchen, first, -1}, countingIds());
    ASSERT_FALSE(tooLow);
    EXPECT_EQ(tooLow.error().code, Error::Code::NotPossible);
}

TEST(Copying, holdsForAnyPieceOfAnyBlueprint)
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        const Blueprint source = randomBlueprint(random);
        const Blueprint target = seed % 2 ? source : randomBlueprint(random);
        QList<CardId> cards;
        for (const Card& card : source.cards()) {
            if (random() % 3 == 0)
                cards += card.id;
        }
        const Blueprint fragment = fragmentOf(source, cards);
        ASSERT_TRUE(validate(fragment)) << seed;
        EXPECT_EQ(fragment.cards().size(), cards.size());
        const Result<Patch> patch = pasteFragment(target, fragment, {}, countingIds(100'000));
        ASSERT_TRUE(patch) << seed;
        Blueprint after = target;
        const Result<void> applied = apply(after, *patch);
        ASSERT_TRUE(applied) << seed << qPrintable(describe(applied.error()));
        EXPECT_EQ(after.cards().size(), target.cards().size() + cards.size());
        EXPECT_EQ(after.connections().size(), target.connections().size() + fragment.connections().size());
        ASSERT_TRUE(apply(after, inverse(*patch)));
        EXPECT_EQ(after, target);
    }
}
