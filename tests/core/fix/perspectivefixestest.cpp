// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/fix/mending.h"

using namespace Qt::StringLiterals;
using namespace throughline;
using namespace throughline::testing;

namespace {

/// The cards of a lane from left to right.
QList<Card> cardsOfLane(const Blueprint& blueprint, const LaneId& lane)
{
    QList<Card> cards;
    for (const Step& step : orderedSteps(blueprint))
        cards += cardsIn(blueprint, lane, step.id);
    return cards;
}

QStringList titlesOf(const QList<Card>& cards)
{
    QStringList titles;
    for (const Card& card : cards)
        titles += displayName(card);
    return titles;
}

bool leadsTo(const Blueprint& blueprint, const Card& from, const Card& to)
{
    return std::ranges::any_of(blueprint.connections(), [&](const Connection& connection) {
        return connection.from == End(from.id) && connection.to == End(to.id);
    });
}

} // namespace

TEST(PerspectiveFixes, giveTheJourneyItsCustomer)
{
    const Blueprint bad = badExample(u"no-customer-lane"_s);
    const QList<Fix> fixes =
        expectFixes(bad, u"no-customer-lane"_s, {},
                    {u"add-customer-lane: Add a lane for the customer on top, with 2 moments to describe"_s,
                     u"make-lane-customer: Say that the lane Sales is the customer’s own"_s});
    const Blueprint after = mended(bad, fixes.first());
    const Lane top = orderedLanes(after).first();
    EXPECT_EQ(top.name, u"Customer");
    EXPECT_EQ(top.stage, Stage::Customer);
    EXPECT_EQ(titlesOf(cardsOfLane(after, top.id)), QStringList({u"Meets the Sales"_s, u"Meets the Sales"_s}))
        << "where somebody stands in front of the customer";
    EXPECT_EQ(mended(bad, fixes.last()).find(LaneId(u"Sales"_s))->stage, Stage::Customer);
}

TEST(PerspectiveFixes, takeNoRoleOfTheHouseForTheCustomer)
{
    const Blueprint blueprint = blueprintOf(R"(
        role Clerk
        lane Desk stage=frontstage role=Clerk
        lane Back stage=backstage
        card d1 lane=Desk step=1 "Greets"
        card b2 lane=Back step=2 "Books"
        d1 -> b2
    )");
    expectFixes(blueprint, u"no-customer-lane"_s, {},
                {u"add-customer-lane: Add a lane for the customer on top, with 1 moment to describe"_s});
}

TEST(PerspectiveFixes, showTheCustomerInAPhaseOfTheCompany)
{
    const Blueprint bad = badExample(u"company-only-phase"_s);
    const QList<Fix> fixes =
        expectFixes(bad, u"company-only-phase"_s, u"Prepare"_s,
                    {u"add-wait: Show that the guest waits 10 min during Prepare"_s,
                     u"tell-customer: Let the Kitchen (“Plates”) tell the guest during Prepare how it is going"_s});
    const Blueprint waiting = mended(bad, fixes.first());
    const Card wait = cardsOfLane(waiting, LaneId(u"Guest"_s)).last();
    EXPECT_EQ(wait.kind, CardKind::Wait);
    EXPECT_EQ(wait.waitDuration->toString(), u"10");
    EXPECT_EQ(wait.firstStep, bad.find(CardId(u"k2"_s))->firstStep);
    EXPECT_EQ(wait.lastStep, bad.find(CardId(u"k3"_s))->firstStep) << "as long as the work";
    const Blueprint told = mended(bad, fixes.last());
    const Card news = cardsOfLane(told, LaneId(u"Guest"_s)).last();
    EXPECT_EQ(news.title, u"Hears how it is going");
    EXPECT_TRUE(leadsTo(told, *bad.find(CardId(u"k3"_s)), news));
}

TEST(PerspectiveFixes, leadTheJourneyThroughTheWait)
{
    const Blueprint blueprint = blueprintOf(R"(
        lane Guest stage=customer
        lane Desk stage=frontstage
        lane Kitchen stage=backstage
        card g1 lane=Guest step=1 "Orders"
        card d1 lane=Desk step=1 "Takes the order"
        card k2 lane=Kitchen step=2 minutes=5 "Cuts"
        card k3 lane=Kitchen step=3 minutes=20 "Cooks"
        card k4 lane=Kitchen step=4 "Plates"
        card d5 lane=Desk step=5 "Carries"
        card g6 lane=Guest step=6 end "Eats"
        g1 -> g6
        g1 -- d1
        d1 -> k2
        k2 -> k3
        k3 -> k4
        k4 -> d5
        d5 ~> g6
    )");
    const QList<Fix> fixes =
        expectFixes(blueprint, u"company-only-phase"_s, {},
                    {u"add-wait: Show that the guest waits 25 min in steps 2 to 5"_s,
                     u"tell-customer: Let the Desk (“Carries”) tell the guest in steps 2 to 5 how it is going"_s});
    const Blueprint after = mended(blueprint, fixes.first());
    const QList<Card> journey = cardsOfLane(after, LaneId(u"Guest"_s));
    ASSERT_EQ(titlesOf(journey), QStringList({u"Orders"_s, u"Waits"_s, u"Eats"_s}));
    EXPECT_TRUE(leadsTo(after, journey[0], journey[1]));
    EXPECT_TRUE(leadsTo(after, journey[1], journey[2]));
    EXPECT_FALSE(leadsTo(after, journey[0], journey[2]));
}

TEST(PerspectiveFixes, letNobodyWaitWhoHasLeft)
{
    const Blueprint blueprint = blueprintOf(R"(
        phase Buy
        phase Book
        lane Guest stage=customer
        lane Desk stage=frontstage
        lane Back stage=backstage
        card g1 lane=Guest step=1 phase=Buy "Looks"
        card g2 lane=Guest step=2 phase=Buy end "Leaves"
        card d1 lane=Desk step=1 phase=Buy "Greets"
        card b3 lane=Back step=3 phase=Book "Books"
        card b4 lane=Back step=4 phase=Book "Files"
        g1 -> g2
        g1 -- d1
        d1 -> b3
        b3 -> b4
    )");
    expectFixes(blueprint, u"company-only-phase"_s, {},
                {u"tell-customer: Let the Back (“Files”) tell the guest during Book how it is going"_s});
}

TEST(PerspectiveFixes, goOnAfterTheSale)
{
    const Blueprint bad = badExample(u"journey-stops-at-sale"_s);
    const QList<Fix> fixes = expectFixes(bad, u"journey-stops-at-sale"_s, {},
                                         {u"show-customer-in-phase: Show in Use how the buyer uses what was bought"_s});
    const Blueprint after = mended(bad, fixes.first());
    const Card use = cardsOfLane(after, LaneId(u"Buyer"_s)).last();
    EXPECT_EQ(use.title, u"Uses what was bought");
    EXPECT_EQ(after.find(use.firstStep)->phase, PhaseId(u"Use"_s));
}

TEST(PerspectiveFixes, addThePhasesBeforeAndAfterTheSale)
{
    const Blueprint blueprint = blueprintOf(R"(
        phase Buy kind=buy
        lane Buyer stage=customer
        lane Shop stage=frontstage
        card b1 lane=Buyer step=1 phase=Buy "Chooses"
        card b2 lane=Buyer step=2 phase=Buy end "Pays"
        card s1 lane=Shop step=2 phase=Buy "Takes the money"
        b1 -> b2
        b2 -- s1
    )");
    Blueprint after = blueprint;
    QStringList texts;
    for (int i = 0; i < 2; ++i) {
        const Finding finding = findingOf(after, u"journey-stops-at-sale"_s);
        const QList<Fix> fixes = fixesFor(after, finding, allRulesOn(), countingIds(1000 * (i + 1)));
        ASSERT_EQ(fixes.size(), 1);
        texts += fixes.first().id + u": "_s + fixes.first().text;
        after = mended(after, fixes.first());
    }
    texts.sort();
    EXPECT_EQ(
        texts,
        QStringList({u"add-phase: Add a phase “Find” before the purchase, in which the buyer looks for what helps"_s,
                     u"add-phase: Add a phase “Use” after the purchase, in which the buyer uses what was bought"_s}));
    const QList<Card> journey = cardsOfLane(after, LaneId(u"Buyer"_s));
    ASSERT_EQ(titlesOf(journey),
              QStringList({u"Looks for what helps"_s, u"Chooses"_s, u"Pays"_s, u"Uses what was bought"_s}));
    for (qsizetype i = 0; i + 1 < journey.size(); ++i)
        EXPECT_TRUE(leadsTo(after, journey[i], journey[i + 1])) << i;
    EXPECT_FALSE(journey[2].isEnd) << "the journey goes on";
    EXPECT_TRUE(journey[3].isEnd);
}

TEST(PerspectiveFixes, knowNoPatchThatMakesAStepCheaper)
{
    const Blueprint bad = badExample(u"costly-step"_s);
    EXPECT_TRUE(fixesOfFinding(bad, u"costly-step"_s).isEmpty());
    EXPECT_FALSE(hasFixes(u"costly-step"));
}
