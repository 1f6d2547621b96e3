// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/cardtext.h"

#include "tests/support/fakemeasurer.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using throughline::testing::blueprintOf;
using throughline::testing::FakeMeasurer;

namespace {

CardText textOf(const QByteArray& card)
{
    const Blueprint blueprint = blueprintOf("role Waiter\nlane F stage=frontstage role=Waiter\n" + card);
    return makeCardText(blueprint, *blueprint.cards().begin(), 160, {}, FakeMeasurer());
}

} // namespace

TEST(CardText, givesWhatPeopleNotedASlipEachAndRoomForIt)
{
    const CardText plain = textOf("card c lane=F step=1 \"Serve\"");
    const CardText noted =
        textOf("card c lane=F step=1 \"Serve\" note=\"Ask Ben\" pain=\"Too slow\" opportunity=\"Runner\"");
    ASSERT_EQ(noted.slips.size(), 3);
    EXPECT_EQ(noted.slips[0].mark, CardMark::PainPoint);
    EXPECT_EQ(noted.slips[1].mark, CardMark::Opportunity);
    EXPECT_EQ(noted.slips[2].lines, QStringList{QStringLiteral("Ask Ben")});
    const double room = 3 * (SlipGapPt + slipHeight(noted.slips[0], FakeMeasurer()));
    EXPECT_GE(noted.heightPt, plain.heightPt);
    EXPECT_GE(noted.heightPt, room);
}

TEST(CardText, breaksATitleWhereItWasTyped)
{
    Card card;
    card.title = QStringLiteral("Greet \n\n  seat the guests");
    const CardText text = makeCardText(Blueprint(), card, 400, {}, FakeMeasurer());
    EXPECT_EQ(text.titleLines, (QStringList{QStringLiteral("Greet"), QStringLiteral("seat the guests")}));
}

TEST(CardText, saysInWordsHowACardIsKnown)
{
    EXPECT_TRUE(textOf("card c lane=F step=1 status=assumed").metaLines.join(u' ').contains(QStringLiteral("assumed")));
    EXPECT_FALSE(textOf("card c lane=F step=1").metaLines.join(u' ').contains(QStringLiteral("assumed")));
}

TEST(CardText, namesNobodyOnAStickyNote)
{
    const CardText sticky = textOf("card c lane=F step=1 kind=pain \"Nobody knows\"");
    EXPECT_TRUE(sticky.metaLines.isEmpty());
    EXPECT_EQ(sticky.marks, QList<CardMark>{CardMark::PainPoint});
    EXPECT_FALSE(textOf("card c lane=F step=1").metaLines.isEmpty());
}
