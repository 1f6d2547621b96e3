// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/fix/mending.h"

using namespace Qt::StringLiterals;
using namespace throughline;
using namespace throughline::testing;

namespace {

Blueprint withLooseEnds(const LooseEnd& from, const End& to)
{
    Blueprint blueprint = blueprintOf(R"(
        lane Guest stage=customer
        lane Desk stage=frontstage
        card g1 lane=Guest step=1 "Arrives"
        card g2 lane=Guest step=2 end "Leaves"
        card d1 lane=Desk step=1 "Greets"
        g1 -> g2
        g1 -- d1
    )");
    Draft draft(blueprint);
    Connection connection;
    connection.id = ConnectionId(u"loose"_s);
    connection.from = from;
    connection.to = to;
    draft.put(connection);
    EXPECT_TRUE(apply(blueprint, draft.patch()));
    return blueprint;
}

} // namespace

TEST(DrawingFixes, attachALooseEndToTheShapeItTouches)
{
    const Blueprint bad = badExample(u"loose-connection"_s);
    const QList<Fix> fixes =
        expectFixes(bad, u"loose-connection"_s, u"e2"_s,
                    {u"attach: Attach its loose end to “Greets”"_s,
                     u"delete-connection: Delete the connection from “Fills in the form”, which says nothing"_s});
    EXPECT_TRUE(fixes.first().isSafe) << "2 px away";
    EXPECT_FALSE(fixes.last().isSafe);
    EXPECT_EQ(mended(bad, fixes.first()).find(ConnectionId(u"e2"_s))->to, End(CardId(u"d1"_s)));
    EXPECT_FALSE(mended(bad, fixes.last()).find(ConnectionId(u"e2"_s)));
}

TEST(DrawingFixes, onlySuggestWhatWasDrawnFartherAway)
{
    const CardId d1(u"d1"_s);
    const CardId g2(u"g2"_s);
    const auto offered = [&](int distance, const End& to) {
        return fixesOfFinding(withLooseEnds({d1, distance}, to), u"loose-connection"_s, u"loose"_s);
    };
    EXPECT_TRUE(offered(2, g2).first().isSafe);
    EXPECT_FALSE(offered(3, g2).first().isSafe);
    EXPECT_EQ(offered(15, g2).first().id, u"attach");
    EXPECT_EQ(linesOf(offered(16, g2)),
              QStringList(u"delete-connection: Delete the connection to “Leaves”, which says nothing"_s));

    const Fix both = offered(1, LooseEnd{g2, 9}).first();
    EXPECT_EQ(both.text, u"Attach its loose ends to “Greets” and “Leaves”");
    EXPECT_FALSE(both.isSafe) << "one of them is 9 px away";
    EXPECT_EQ(offered(1, LooseEnd{d1, 1}).first().id, u"delete-connection") << "not from a card to itself";
}

TEST(DrawingFixes, placeALooseCardAfterThoseOfItsLane)
{
    const Blueprint bad = badExample(u"loose-card"_s);
    const QList<Fix> fixes = expectFixes(bad, u"loose-card"_s, u"d2"_s,
                                         {u"put-into-step: Put “Sends the newsletter” into step 2"_s,
                                          u"connect-card: Let “Sends the newsletter” follow “Greets”"_s,
                                          u"delete-card: Delete “Sends the newsletter”"_s});
    const Blueprint placed = mended(bad, fixes.first());
    EXPECT_EQ(placed.find(CardId(u"d2"_s))->firstStep, bad.find(CardId(u"g2"_s))->firstStep);
    EXPECT_EQ(placed.connections().size(), bad.connections().size());
    const Blueprint joined = mended(bad, fixes[1]);
    EXPECT_EQ(joined.find(CardId(u"d2"_s))->firstStep, bad.find(CardId(u"g2"_s))->firstStep);
    EXPECT_TRUE(std::ranges::any_of(joined.connections(), [](const Connection& connection) {
        return connection.from == End(CardId(u"d1"_s)) && connection.to == End(CardId(u"d2"_s));
    }));
}

TEST(DrawingFixes, markOrDrawAnAnswer)
{
    const Blueprint bad = badExample(u"answer-not-marked"_s);
    const QList<Fix> fixes = expectFixes(
        bad, u"answer-not-marked"_s, {},
        {u"mark-as-answer: Mark the arrow from “Collects the money” to “Pays” as the answer"_s,
         u"draw-answer: Let the Employee (“Hands over the meal”) answer the guest about “meal” at “Gets the meal”"_s});
    const Blueprint marked = mended(bad, fixes.first());
    EXPECT_EQ(marked.connections().size(), bad.connections().size());
    EXPECT_TRUE(std::ranges::any_of(marked.connections(), [](const Connection& connection) {
        return connection.kind == ConnectionKind::Answer && connection.from == End(CardId(u"e5"_s)) &&
               connection.request == RequestId(u"meal"_s);
    }));
}
