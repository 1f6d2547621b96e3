// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cardcodes.h"

#include "core/model/patch.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::blueprintOf;

TEST(CardCodes, lettersLanesFromTheTop)
{
    EXPECT_EQ(laneLetters(0), u"A"_s);
    EXPECT_EQ(laneLetters(25), u"Z"_s);
    EXPECT_EQ(laneLetters(26), u"AA"_s);
    EXPECT_EQ(laneLetters(27), u"AB"_s);
    EXPECT_EQ(laneLetters(26 + 26 * 26), u"AAA"_s);
    EXPECT_EQ(laneLetters(-1), QString());
}

TEST(CardCodes, nameStepLaneAndPlaceInTheCell)
{
    const Blueprint blueprint = blueprintOf("lane Kitchen stage=backstage\n"
                                            "lane Guest stage=customer\n"
                                            "card g4 lane=Guest step=4 \"Asks\"\n"
                                            "card k1 lane=Kitchen step=4 \"Cooks\"\n"
                                            "card k2 lane=Kitchen step=4 \"Plates\"\n");
    const QHash<CardId, QString> codes = cardCodes(blueprint);
    // The customer stands above the kitchen, whatever was written first.
    EXPECT_EQ(codes.value(CardId(u"g4"_s)), u"4A"_s);
    EXPECT_EQ(codes.value(CardId(u"k1"_s)), u"4B1"_s);
    EXPECT_EQ(codes.value(CardId(u"k2"_s)), u"4B2"_s);
}

TEST(CardCodes, passOverCardsWithoutAStep)
{
    Blueprint blueprint = blueprintOf("lane Guest stage=customer\n"
                                      "card g1 lane=Guest step=1 \"Asks\"\n");
    Card loose;
    loose.id = CardId(u"loose"_s);
    loose.lane = blueprint.lanes().begin()->id;
    ASSERT_TRUE(apply(blueprint, Patch{{ElementChange<Card>{std::nullopt, loose}}}));
    const QHash<CardId, QString> codes = cardCodes(blueprint);
    EXPECT_EQ(codes.size(), 1);
    EXPECT_FALSE(codes.contains(CardId(u"loose"_s)));
}
