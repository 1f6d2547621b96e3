// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/merging.h"

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
using throughline::testing::randomEdit;

namespace {

Blueprint base()
{
    return blueprintOf("lane Guest stage=customer\nlane Floor stage=frontstage\n"
                       "card g1 lane=Guest step=1 \"Asks\"\ncard w1 lane=Floor step=1 \"Listens\"\n");
}

Blueprint renamed(const Blueprint& blueprint, const QString& card, const QString& title)
{
    Blueprint result = blueprint;
    EXPECT_TRUE(apply(result, *rename(blueprint, {ElementKind::Card, card}, title)));
    return result;
}

Blueprint without(const Blueprint& blueprint, const ElementRef& element)
{
    Blueprint result = blueprint;
    EXPECT_TRUE(apply(result, *removeElements(blueprint, {element})));
    return result;
}

Blueprint edited(Blueprint blueprint, std::mt19937& random, int edits, int firstId)
{
    const IdSource newId = countingIds(firstId);
    for (int i = 0; i < edits; ++i)
        EXPECT_TRUE(apply(blueprint, randomEdit(blueprint, random, newId)));
    return blueprint;
}

} // namespace

TEST(Merging, takesWhatOnlyOneChanged)
{
    const Result<Merge> merge =
        mergeBlueprints(base(), renamed(base(), u"g1"_s, u"Asks for the bill"_s), renamed(base(), u"w1"_s, u"Nods"_s));
    ASSERT_TRUE(merge);
    EXPECT_TRUE(merge->conflicts.isEmpty());
    EXPECT_EQ(merge->merged.find(CardId(u"g1"_s))->title, u"Asks for the bill"_s);
    EXPECT_EQ(merge->merged.find(CardId(u"w1"_s))->title, u"Nods"_s);
}

TEST(Merging, keepsMineAndSaysSoWhereBothChanged)
{
    const Result<Merge> merge =
        mergeBlueprints(base(), renamed(base(), u"g1"_s, u"Mine"_s), renamed(base(), u"g1"_s, u"Theirs"_s));
    ASSERT_TRUE(merge);
    EXPECT_EQ(merge->merged.find(CardId(u"g1"_s))->title, u"Mine"_s);
    EXPECT_EQ(merge->conflicts, (QList<ElementRef>{{ElementKind::Card, u"g1"_s}}));
}

TEST(Merging, loosesNothingThatOneOfThemStillUses)
{
    const LaneId floor = base().find(CardId(u"w1"_s))->lane;
    const Blueprint mine = without(base(), {ElementKind::Lane, floor.value});
    const Blueprint theirs = renamed(base(), u"w1"_s, u"Nods"_s);
    for (const bool swapped : {false, true}) {
        const Result<Merge> merge =
            swapped ? mergeBlueprints(base(), theirs, mine) : mergeBlueprints(base(), mine, theirs);
        ASSERT_TRUE(merge);
        ASSERT_TRUE(merge->merged.find(CardId(u"w1"_s)));
        EXPECT_EQ(merge->merged.find(CardId(u"w1"_s))->title, u"Nods"_s);
        EXPECT_TRUE(merge->merged.find(floor));
        EXPECT_FALSE(merge->conflicts.isEmpty());
    }
}

TEST(Merging, keepsTheConnectionsOfACardThatOneRemovedAndTheOtherChanged)
{
    const Blueprint start = blueprintOf("lane Guest stage=customer\nlane Floor stage=frontstage\n"
                                        "card g1 lane=Guest step=1 \"Asks\"\ncard w1 lane=Floor step=1 \"Listens\"\n"
                                        "card w2 lane=Floor step=2 \"Nods\"\n"
                                        "g1 ?> w1 id=asks\nw2 => g1 id=gone\nw1 -> w2 id=other\n");
    const Blueprint mine = renamed(start, u"g1"_s, u"Asks twice"_s);
    const Blueprint theirs = without(without(start, {ElementKind::Card, u"g1"_s}), {ElementKind::Card, u"w2"_s});
    for (const bool swapped : {false, true}) {
        const Result<Merge> merge =
            swapped ? mergeBlueprints(start, theirs, mine) : mergeBlueprints(start, mine, theirs);
        ASSERT_TRUE(merge);
        EXPECT_EQ(merge->merged.find(CardId(u"g1"_s))->title, u"Asks twice"_s);
        EXPECT_TRUE(merge->merged.find(ConnectionId(u"asks"_s)));
        EXPECT_FALSE(merge->merged.find(ConnectionId(u"gone"_s))) << "its other end was removed by one alone";
        EXPECT_FALSE(merge->merged.find(ConnectionId(u"other"_s)));
    }
}

TEST(Merging, ofOneSideIsThatSide)
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        const Blueprint start = randomBlueprint(random);
        const Blueprint other = edited(start, random, 12, 1000);
        for (const Result<Merge>& merge : {mergeBlueprints(start, other, start), mergeBlueprints(start, start, other),
                                           mergeBlueprints(start, other, other)}) {
            ASSERT_TRUE(merge) << seed;
            EXPECT_EQ(merge->merged, other) << seed;
            EXPECT_TRUE(merge->conflicts.isEmpty()) << seed;
        }
    }
}

TEST(Merging, ofTwoSidesHoldsTogether)
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        const Blueprint start = randomBlueprint(random);
        const Blueprint mine = edited(start, random, 8, 1000);
        const Blueprint theirs = edited(start, random, 8, 5000);
        const Result<Merge> merge = mergeBlueprints(start, mine, theirs);
        ASSERT_TRUE(merge) << seed << qPrintable(describe(merge.error()));
        ASSERT_TRUE(validate(merge->merged)) << seed;
        for (const Card& card : theirs.cards()) {
            if (!start.find(card.id)) {
                EXPECT_TRUE(merge->merged.find(card.id)) << "a card they added is there, seed " << seed;
            }
        }
        for (const Card& card : mine.cards())
            EXPECT_TRUE(merge->merged.find(card.id) || (start.find(card.id) && !theirs.find(card.id))) << seed;
    }
}
