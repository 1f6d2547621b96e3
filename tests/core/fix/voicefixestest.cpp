// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/fix/mending.h"

using namespace Qt::StringLiterals;
using namespace throughline;
using namespace throughline::testing;

namespace {

QList<Connection> from(const Blueprint& blueprint, const QString& card)
{
    QList<Connection> found;
    for (const Connection& connection : blueprint.connections()) {
        if (connection.from == End(CardId(card)))
            found += connection;
    }
    return found;
}

} // namespace

TEST(VoiceFixes, handWhatIsSaidToThoseWhoMayDecide)
{
    const Blueprint bad = badExample(u"feedback-goes-nowhere"_s);
    const QList<Fix> fixes = expectFixes(
        bad, u"feedback-goes-nowhere"_s, u"c1"_s,
        {u"hand-on: Let the M (“Counts stars”) pass it on to the D (“Plans the product”), who may decide about the product"_s,
         u"inform-strategy: Let the M (“Counts stars”) pass it on to the X (“Sets targets”)"_s,
         u"give-mandate: Give Marketing the power to decide about the product"_s});
    const Blueprint handed = mended(bad, fixes.first());
    const QList<Connection> on = from(handed, u"m1"_s);
    ASSERT_EQ(on.size(), 1);
    EXPECT_EQ(on.first().to, End(CardId(u"r1"_s)));
    EXPECT_EQ(on.first().kind, ConnectionKind::Handover);
    EXPECT_FALSE(handed.find(CardId(u"m1"_s))->isEnd) << "the work no longer ends there";
    const Powers mandate = mended(bad, fixes.last()).find(DepartmentId(u"Marketing"_s))->mandate;
    EXPECT_EQ(mandate, Powers(Power::Comms | Power::Product));
}

TEST(VoiceFixes, letAnUnheardCustomerSpeakToWhoeverMayDecide)
{
    const Blueprint blueprint = blueprintOf(R"(
        dept RnD mandate=product
        role D dept=RnD
        lane Guest stage=customer
        lane Rd stage=backstage role=D
        card c1 lane=Guest step=1 kind=voice about=product "Complains"
        card r1 lane=Rd step=2 "Plans the product"
        card r2 lane=Rd step=3 "Builds it"
        r1 -> r2
    )");
    const QList<Fix> fixes = expectFixes(
        blueprint, u"feedback-goes-nowhere"_s, u"c1"_s,
        {u"hand-on: Let the guest say so to the D (“Plans the product”) at “Complains”, who may decide about the product"_s});
    EXPECT_EQ(from(mended(blueprint, fixes.first()), u"c1"_s).first().kind, ConnectionKind::Tell);
}

TEST(VoiceFixes, feedAStrategyFromWhatIsSaid)
{
    const Blueprint bad = badExample(u"strategy-deaf-to-customer"_s);
    const QList<Fix> fixes = expectFixes(
        bad, u"strategy-deaf-to-customer"_s, u"s1"_s,
        {u"feed-from-voice: Let the M (“Counts stars”) pass what is said at “Leaves a review” on to the X (“Sets targets”)"_s,
         u"tell-strategy: Let Cust say so to the X (“Sets targets”) at “Leaves a review”"_s});
    EXPECT_EQ(from(mended(bad, fixes.first()), u"m1"_s).first().to, End(CardId(u"s1"_s)));
}

TEST(VoiceFixes, giveTheCustomerAVoiceWhereThereIsNone)
{
    const Blueprint blueprint = blueprintOf(R"(
        role W
        lane Guest stage=customer
        lane Front stage=frontstage role=W
        lane Board stage=support
        card c1 lane=Guest step=1 "Orders"
        card c2 lane=Guest step=2 end "Eats"
        card w1 lane=Front step=1 "Takes the order"
        card s1 lane=Board step=2 kind=strategy "Sets targets"
        c1 -> c2
        c1 -> w1
        w1 ~> c2
        s1 -> w1
    )");
    const QList<Fix> fixes = expectFixes(
        blueprint, u"strategy-deaf-to-customer"_s, u"s1"_s,
        {u"add-voice: Let the guest say what it was like after “Eats”, for “Sets targets” to hear"_s,
         u"ask-the-front: Let the W (“Takes the order”) pass what the guest says on to the Board (“Sets targets”)"_s});
    const Blueprint after = mended(blueprint, fixes.first());
    const QList<Card> cell = cardsIn(after, LaneId(u"Guest"_s), blueprint.find(CardId(u"c2"_s))->firstStep);
    ASSERT_EQ(cell.size(), 2);
    EXPECT_EQ(cell.last().kind, CardKind::Voice);
    EXPECT_TRUE(cell.last().isEnd) << "the journey ends with what he says of it";
    EXPECT_FALSE(cell.first().isEnd);
    EXPECT_EQ(from(after, u"c2"_s).first().to, End(cell.last().id));
}

TEST(VoiceFixes, bringAStrategyToTheFront)
{
    const Blueprint blueprint = blueprintOf(R"(
        role X
        role W
        lane Cust stage=customer
        lane Front stage=frontstage role=W
        lane Bd stage=support role=X
        card c1 lane=Cust step=1 kind=voice "Complains"
        card c2 lane=Cust step=2 end "Comes again"
        card w1 lane=Front step=1 "Listens"
        card w2 lane=Front step=2 "Greets"
        card s1 lane=Bd step=2 kind=strategy "Sets targets"
        c1 -> c2
        c1 -> w1
        w1 => s1
        c2 -> w2
    )");
    const QList<Fix> fixes = expectFixes(blueprint, u"strategy-deaf-to-customer"_s, u"s1"_s,
                                         {u"bring-to-front: Let “Sets targets” reach Cust through the W (“Greets”)"_s});
    const Blueprint after = mended(blueprint, fixes.first());
    EXPECT_EQ(from(after, u"s1"_s).first().to, End(CardId(u"w2"_s)));
    EXPECT_EQ(from(after, u"w2"_s).first().to, End(CardId(u"c2"_s))) << "nothing came back to the customer from there";
}
