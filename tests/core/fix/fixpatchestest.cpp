// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "tests/core/fix/fixcases.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace throughline;
using namespace throughline::testing;

/// What single fixes change in the drawing, element by element.

TEST(Fixes, drawTheHandOverBetweenThoseWhoServe)
{
    const Blueprint before = badExample(u"silo-break"_s);
    const Fix fix = fixNamed(fixesOfFinding(before, u"silo-break"_s, u"g3>g4"_s), u"draw-hand-over"_s);
    ASSERT_EQ(fix.patch.changes.size(), 1);
    const Blueprint after = mended(before, fix);
    const Connection* drawn = after.find(ConnectionId(touched(fix.patch).first().id));
    ASSERT_TRUE(drawn);
    EXPECT_EQ(drawn->from, End(CardId(u"b3"_s)));
    EXPECT_EQ(drawn->to, End(CardId(u"w4"_s)));
    EXPECT_EQ(drawn->kind, ConnectionKind::Handover);
}

TEST(Fixes, shareARecordInTheLaneOfSystemsAndJoinBothSides)
{
    const Blueprint before = badExample(u"silo-break"_s);
    const Blueprint after =
        mended(before, fixNamed(fixesOfFinding(before, u"silo-break"_s, u"g3>g4"_s), u"share-system"_s));
    const auto record = std::ranges::find(after.cards(), u"Shared record"_s, &Card::title);
    ASSERT_NE(record, after.cards().end());
    EXPECT_EQ(record->lane, LaneId(u"TillL"_s));
    EXPECT_EQ(record->firstStep, after.find(CardId(u"g4"_s))->firstStep);
    ASSERT_EQ(record->roles.size(), 1);
    EXPECT_EQ(after.find(record->roles.first())->kind, RoleKind::System);
    EXPECT_EQ(connectionsAt(after, {record->id}).size(), 2);
}

TEST(Fixes, letTheAmountGoToTheSecondBillAndLeadTheCustomerOn)
{
    const Blueprint before = badExample(u"toll-between-departments"_s);
    const Blueprint after =
        mended(before, fixNamed(fixesOfFinding(before, u"toll-between-departments"_s), u"move-to-bill"_s));
    EXPECT_FALSE(after.find(CardId(u"g3"_s)));
    const auto leads = [&](const QString& from, const QString& to, ConnectionKind kind) {
        return std::ranges::any_of(after.connections(), [&](const Connection& c) {
            return c.from == End(CardId(from)) && c.to == End(CardId(to)) && c.kind == kind;
        });
    };
    EXPECT_TRUE(leads(u"g2"_s, u"g4"_s, ConnectionKind::Flow));
    ASSERT_TRUE(leads(u"b3"_s, u"w5"_s, ConnectionKind::Handover));
    EXPECT_TRUE(dataItemNamed(after, u"Open bill"_s));
}

TEST(Fixes, makeTheRoleSeeToItInItsListAndInTheDrawing)
{
    const Blueprint before = badExample(u"dead-end-role"_s);
    const Blueprint after = mended(before, fixNamed(fixesOfFinding(before, u"dead-end-role"_s), u"grant-request"_s));
    const Role* busser = after.find(RoleId(u"Busser"_s));
    ASSERT_EQ(busser->capabilities.size(), 1);
    EXPECT_EQ(busser->capabilities.first().request, RequestId(u"beer"_s));
    EXPECT_EQ(busser->capabilities.first().ability, Capability::Ability::Fulfils);
    EXPECT_TRUE(std::ranges::any_of(after.connections(), [](const Connection& c) {
        return c.kind == ConnectionKind::Answer && c.from == End(CardId(u"b1"_s)) && c.request == RequestId(u"beer"_s);
    }));
}

TEST(Fixes, dropTheCardThatOnlyFetchedWhenTheCustomerAsksDirectly)
{
    const Blueprint before = badExample(u"dead-end-role"_s);
    const Blueprint after = mended(before, fixNamed(fixesOfFinding(before, u"dead-end-role"_s), u"ask-directly"_s));
    EXPECT_FALSE(after.find(CardId(u"b2"_s)));
    EXPECT_TRUE(after.find(CardId(u"b1"_s)));
    EXPECT_TRUE(std::ranges::any_of(after.connections(), [](const Connection& c) {
        return c.kind == ConnectionKind::Request && c.from == End(CardId(u"g3"_s)) && c.to == End(CardId(u"w2"_s));
    }));
}

TEST(Fixes, turnASecondAskingIntoAWaitThatIsEnded)
{
    const Blueprint before = badExample(u"customer-must-chase"_s);
    const Blueprint after =
        mended(before, fixNamed(fixesOfFinding(before, u"customer-must-chase"_s), u"make-promise"_s));
    const Card* wait = after.find(CardId(u"c3"_s));
    EXPECT_EQ(wait->kind, CardKind::Wait);
    EXPECT_EQ(wait->waitEndsBy, WaitEnd::OtherSide);
    EXPECT_TRUE(std::ranges::none_of(after.connections(), [](const Connection& c) {
        return c.kind == ConnectionKind::SendAway ||
               (c.kind == ConnectionKind::Request && c.from == End(CardId(u"c3"_s)));
    }));
    EXPECT_TRUE(std::ranges::any_of(after.connections(), [](const Connection& c) {
        return c.kind == ConnectionKind::Answer && c.from == End(CardId(u"d3"_s)) && c.to == End(CardId(u"c3"_s));
    }));
}
