// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/capabilities.h"

#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::blueprintOf;

namespace {

const QByteArray Roles = R"(
role Waiter fulfils=food,bill passes=highchair:Busser
role Busser fulfils=water passes=food:Waiter,highchair:Waiter complete
role Host passes=highchair:Waiter,food:Busser
role Clerk passes=*:Waiter refuses=bill
role Cook
)";

RequestReach reachOf(const QString& request, const QList<DrawnAbility>& drawn = {})
{
    return Capabilities(blueprintOf(Roles), drawn).reachOf(RequestId(request));
}

RoleOutcome outcome(const QString& role, const QString& request)
{
    return reachOf(request).at(RoleId(role)).outcome;
}

} // namespace

TEST(Capabilities, countsTheHopsToWhoeverDoesIt)
{
    const RequestReach reach = reachOf(u"food"_s);
    EXPECT_EQ(reach.at(RoleId(u"Waiter"_s)).outcome, RoleOutcome::Fulfils);
    EXPECT_EQ(reach.at(RoleId(u"Host"_s)).outcome, RoleOutcome::PassesOn);
    EXPECT_EQ(reach.at(RoleId(u"Host"_s)).hops, 2);
    EXPECT_EQ(reach.at(RoleId(u"Host"_s)).next, RoleId(u"Busser"_s));
}

TEST(Capabilities, takesSilenceForUnknownUntilTheListIsComplete)
{
    EXPECT_EQ(outcome(u"Cook"_s, u"bill"_s), RoleOutcome::Unknown);
    EXPECT_EQ(outcome(u"Busser"_s, u"bill"_s), RoleOutcome::Dies);
}

TEST(Capabilities, passesEverythingOnButWhatItRefuses)
{
    EXPECT_EQ(outcome(u"Clerk"_s, u"food"_s), RoleOutcome::PassesOn);
    EXPECT_EQ(outcome(u"Clerk"_s, u"bill"_s), RoleOutcome::Dies);
}

TEST(Capabilities, findsTheCircleAndWhoOnlyLeadsIntoIt)
{
    const RequestReach reach = reachOf(u"highchair"_s);
    ASSERT_EQ(reach.circles.size(), 1);
    EXPECT_EQ(reach.circles.first(), QList<RoleId>({RoleId(u"Busser"_s), RoleId(u"Waiter"_s)}));
    EXPECT_TRUE(reach.at(RoleId(u"Waiter"_s)).inCircle);
    EXPECT_EQ(reach.at(RoleId(u"Host"_s)).outcome, RoleOutcome::Circles);
    EXPECT_FALSE(reach.at(RoleId(u"Host"_s)).inCircle);
}

TEST(Capabilities, believesWhatTheDrawingProves)
{
    const QList<DrawnAbility> drawn{
        {RoleId(u"Cook"_s), RequestId(u"highchair"_s), Capability::Ability::Fulfils, {}},
        {RoleId(u"Busser"_s), RequestId(u"highchair"_s), Capability::Ability::PassesOn, RoleId(u"Cook"_s)}};
    const RequestReach reach = reachOf(u"highchair"_s, drawn);
    EXPECT_TRUE(reach.circles.isEmpty());
    EXPECT_EQ(reach.at(RoleId(u"Host"_s)).hops, 3);
}
