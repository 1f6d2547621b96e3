// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/fix/mending.h"

using namespace Qt::StringLiterals;
using namespace throughline;
using namespace throughline::testing;

namespace {

const Card& cardOf(const Blueprint& blueprint, const QString& id)
{
    return *blueprint.find(CardId(id));
}

/// The connections between two cards.
QList<Connection> between(const Blueprint& blueprint, const QString& from, const QString& to)
{
    QList<Connection> found;
    for (const Connection& connection : blueprint.connections()) {
        if (connection.from == End(CardId(from)) && connection.to == End(CardId(to)))
            found += connection;
    }
    return found;
}

} // namespace

TEST(WaitFixes, endAWaitByWhoeverActsMeanwhile)
{
    const Blueprint nobodyWakes = workedCase("15d");
    const QList<Fix> fixes = expectFixes(
        nobodyWakes, u"endless-wait"_s, u"g7"_s,
        {u"draw-what-ends-it: Let the Employee (“Sets off the buzzer”) end “Waits for the buzzer”"_s,
         u"give-duration: Say that “Waits for the buzzer” is over after 10 min"_s,
         u"can-see-it: Say that the guest can see when “Waits for the buzzer” is over"_s,
         u"add-time-out: Let the guest wait no longer than 15 min at “Waits for the buzzer”, then go on to “Gets the meal”"_s});
    const Blueprint woken = mended(nobodyWakes, fixNamed(fixes, u"draw-what-ends-it"_s));
    ASSERT_EQ(between(woken, u"b7"_s, u"g7"_s).size(), 1);
    EXPECT_EQ(between(woken, u"b7"_s, u"g7"_s).first().kind, ConnectionKind::Tell);

    const Card patient = cardOf(mended(nobodyWakes, fixNamed(fixes, u"add-time-out"_s)), u"g7"_s);
    EXPECT_EQ(patient.waitTimeout->toString(), u"15");
    EXPECT_EQ(patient.timeoutTo, CardId(u"g8"_s));
    EXPECT_EQ(cardOf(mended(nobodyWakes, fixNamed(fixes, u"can-see-it"_s)), u"g7"_s).waitEndsBy, WaitEnd::Self);
}

TEST(WaitFixes, addWhatEndsAWaitWhereNobodyActsMeanwhile)
{
    const Blueprint bad = badExample(u"endless-wait"_s);
    const QList<Fix> fixes = expectFixes(
        bad, u"endless-wait"_s, u"w"_s,
        {u"draw-what-ends-it: Let the E (“e1”) end “w”"_s, u"add-what-ends-it: Let the E let G know when “w” is over"_s,
         u"give-duration: Say that “w” is over after 10 min"_s, u"can-see-it: Say that G can see when “w” is over"_s,
         u"add-time-out: Let G wait no longer than 15 min at “w”, then go on to “g3”"_s});
    const Blueprint after = mended(bad, fixNamed(fixes, u"add-what-ends-it"_s));
    const QList<Connection> news = connectionsAt(after, {CardId(u"w"_s)});
    const auto told = std::ranges::find(news, ConnectionKind::Tell, &Connection::kind);
    ASSERT_NE(told, news.end());
    const Card teller = *after.find(*cardAt(told->from));
    EXPECT_EQ(teller.title, u"Lets G know");
    EXPECT_EQ(teller.lane, LaneId(u"E"_s));
    EXPECT_EQ(teller.firstStep, cardOf(after, u"w"_s).firstStep) << "beneath the one who waits";
    EXPECT_EQ(between(after, u"e1"_s, teller.id.value).size(), 1);
}

TEST(WaitFixes, letTheCustomerEndAWaitOfTheCompany)
{
    expectFixes(
        workedCase("8g"), u"endless-wait"_s, u"v"_s,
        {u"draw-what-ends-it: Let G (“Steps up”) end “Waits until the guest steps up”"_s,
         u"give-duration: Say that “Waits until the guest steps up” is over after 10 min"_s,
         u"can-see-it: Say that the E can see when “Waits until the guest steps up” is over"_s,
         u"add-time-out: Let the E wait no longer than 15 min at “Waits until the guest steps up”, then go on to “Calls”"_s});
    const QList<Fix> fixes = fixesOfFinding(workedCase("15c"), u"endless-wait"_s);
    EXPECT_EQ(fixes.first().text, u"Let the Chef (“Puts it in the hatch”) end “Meal ready?”");
}

TEST(WaitFixes, keepTheDurationBelowTheCeiling)
{
    Blueprint blueprint = badExample(u"endless-wait"_s);
    Header header = blueprint.header();
    header.timeCeiling = *Minutes::from(5.0);
    ASSERT_TRUE(apply(blueprint, *setHeader(blueprint, header)));
    const QList<Fix> fixes = fixesOfFinding(blueprint, u"endless-wait"_s);
    EXPECT_EQ(fixNamed(fixes, u"give-duration"_s).text, u"Say that “w” is over after 5 min");
}

TEST(WaitFixes, letOneSideOfAMutualWaitGoFirst)
{
    const Blueprint bad = badExample(u"mutual-wait"_s);
    const QList<Fix> fixes = expectFixes(
        bad, u"mutual-wait"_s, u"v+w"_s,
        {u"let-one-go-first: Let the E go first: “Calls” before “Waits until the guest steps up”"_s,
         u"let-one-go-first: Let G go first: “Steps up” before “Waits to be called”"_s,
         u"add-time-out: Let G wait no longer than 15 min at “Waits to be called”, then go on to “Steps up”"_s,
         u"add-time-out: Let the E wait no longer than 15 min at “Waits until the guest steps up”, then go on to “Calls”"_s});
    const Blueprint after = mended(bad, fixes.first());
    EXPECT_EQ(cardOf(after, u"e3"_s).firstStep, cardOf(bad, u"v"_s).firstStep) << "they change places";
    EXPECT_EQ(cardOf(after, u"v"_s).firstStep, cardOf(bad, u"e3"_s).firstStep);
    EXPECT_EQ(between(after, u"e1"_s, u"e3"_s).size(), 1);
    EXPECT_EQ(between(after, u"e3"_s, u"v"_s).size(), 1);
    EXPECT_EQ(after.connections().size(), bad.connections().size());
    // The guest's end stays at the end.
    const Blueprint guestFirst = mended(bad, fixes[1]);
    EXPECT_TRUE(cardOf(guestFirst, u"w"_s).isEnd);
    EXPECT_FALSE(cardOf(guestFirst, u"g3"_s).isEnd);
}

TEST(WaitFixes, endAMutualWaitEarlierWhereMoreLiesBetween)
{
    const Blueprint blueprint = blueprintOf(R"(
        lane Guest stage=customer
        lane Desk stage=frontstage
        card g1 lane=Guest step=1 "Comes in"
        card g2 lane=Guest step=2 kind=wait "Waits to be called"
        card g3 lane=Guest step=3 "Gets up"
        card g4 lane=Guest step=4 end "Steps up"
        card d1 lane=Desk step=1 "Opens"
        card d2 lane=Desk step=2 kind=wait "Waits for the guest"
        card d3 lane=Desk step=3 "Clears the desk"
        card d4 lane=Desk step=4 "Calls"
        g1 -> g2
        g2 -> g3
        g3 -> g4
        d1 -> d2
        d2 -> d3
        d3 -> d4
        g1 -- d1
        g4 ~> d2
        d4 ~> g2
    )");
    const QList<Fix> fixes = fixesOfFinding(blueprint, u"mutual-wait"_s);
    EXPECT_EQ(fixes.first().text, u"Let the Desk end “Waits to be called” already at “Opens”");
    EXPECT_EQ(between(mended(blueprint, fixes.first()), u"d1"_s, u"g2"_s).size(), 1);
}
