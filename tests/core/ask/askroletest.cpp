// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/askrole.h"

#include "core/model/patch.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/workedcase.h"

using namespace throughline;
using throughline::testing::blueprintOf;
using throughline::testing::randomBlueprint;
using throughline::testing::workedCase;

namespace {

AskAnswer ask(const Blueprint& blueprint, const char* role, const char* request, const char* at = "")
{
    return AskSimulation(blueprint).ask(RoleId(QString::fromLatin1(role)), RequestId(QString::fromLatin1(request)),
                                        CardId(QString::fromLatin1(at)));
}

/// "fulfilled Busser > Waiter".
std::string summary(const AskResult& result)
{
    QStringList names;
    for (const AskStop& stop : result.path)
        names += stop.who;
    return (word(result.outcome) + u' ' + names.join(QStringLiteral(" > "))).toStdString();
}

QStringList idsOf(const QList<ElementRef>& refs)
{
    QStringList ids;
    for (const ElementRef& ref : refs)
        ids += ref.id;
    return ids;
}

} // namespace

TEST(AskRole, fetchesWhoeverCan)
{
    const AskAnswer answer = ask(workedCase("1a"), "Busser", "drink", "g1");
    EXPECT_EQ(summary(answer.best), "fulfilled Busser > Waiter");
    EXPECT_EQ(answer.best.hops, 1);
    EXPECT_EQ(answer.best.departmentChanges, 0);
    EXPECT_EQ(answer.best.basis, AskBasis::Said);
    EXPECT_EQ(answer.best.fetched(), QList{RoleId(QStringLiteral("Waiter"))});
    EXPECT_EQ(answer.worst, answer.best);
    EXPECT_EQ(answer.sentence.toStdString(), "Ask the Busser for \u201cdrink\u201d: he fetches the Waiter, who brings "
                                             "it. 1 hop, same department.");
}

TEST(AskRole, diesAtACompleteListAndAtARefusal)
{
    const AskAnswer dies = ask(workedCase("1b"), "Busser", "bill");
    EXPECT_EQ(summary(dies.best), "dies Busser");
    EXPECT_EQ(idsOf(dies.best.diesAt), QStringList{QStringLiteral("Busser")});
    EXPECT_EQ(dies.sentence.toStdString(),
              "Ask the Busser for \u201cbill\u201d: the Busser does only what is listed, and this is not.");
    const Blueprint refusing = blueprintOf("role R refuses=q\nask q\nlane C stage=customer\n"
                                           "lane F stage=frontstage role=R\ncard c lane=C step=1\n"
                                           "card f lane=F step=1\nc -- f\n");
    EXPECT_EQ(ask(refusing, "R", "q").sentence.toStdString(), "Ask the R for \u201cq\u201d: the R refuses.");
}

TEST(AskRole, isUnknownWhereNobodyHasSaid)
{
    const AskAnswer answer = ask(workedCase("1a"), "Hostess", "bill");
    EXPECT_EQ(summary(answer.best), "unknown Hostess");
    EXPECT_EQ(answer.at, CardId(QStringLiteral("g1"))) << "the bill is asked for where it is live";
    EXPECT_EQ(answer.sentence.toStdString(),
              "Ask the Hostess for \u201cbill\u201d: nobody has said what the Hostess does about it.");
}

TEST(AskRole, showsTheCircle)
{
    const AskAnswer answer = ask(workedCase("12a"), "Host", "highchair");
    EXPECT_EQ(summary(answer.best), "loop Host > Waiter > Busser > Waiter");
    EXPECT_EQ(answer.sentence.toStdString(),
              "Ask the Host for \u201chighchair\u201d: he sends you to the Waiter, who sends you to the Busser, who "
              "sends you to the Waiter again: a circle. 3 hops, same department.");
}

TEST(AskRole, knowsWhereTheRoleIsMetInstead)
{
    const AskAnswer elsewhere = ask(workedCase("1a"), "Busser", "drink", "g0");
    EXPECT_EQ(elsewhere.outcome(), AskOutcome::NotHere);
    EXPECT_EQ(elsewhere.nearest, CardId(QStringLiteral("g1")));
    EXPECT_EQ(elsewhere.sentence.toStdString(), "The Busser is not there at \u201cIs seated\u201d; the nearest moment "
                                                "to meet the Busser is \u201cEats\u201d.");
    const AskAnswer never = ask(workedCase("12a"), "Manager", "highchair");
    EXPECT_EQ(never.outcome(), AskOutcome::NotHere);
    EXPECT_TRUE(never.nearest.isEmpty());
    EXPECT_EQ(never.sentence.toStdString(), "The Manager is never met by the customer.");
    EXPECT_EQ(ask(workedCase("1a"), "Nobody", "drink").outcome(), AskOutcome::NotHere);
    EXPECT_EQ(ask(workedCase("1a"), "Busser", "drink", "nowhere").outcome(), AskOutcome::NotHere);
}

TEST(AskRole, saysWhenNobodyExpectsTheRequestThere)
{
    const AskAnswer answer = ask(workedCase("1a"), "Hostess", "bill", "g0");
    EXPECT_FALSE(answer.isLive);
    EXPECT_TRUE(answer.sentence.endsWith(QStringLiteral("Nobody expects that request in this phase.")));
}

TEST(AskRole, followsTheDrawnThreadFirst)
{
    const AskAnswer answered = ask(workedCase("2b"), "Banker", "mortgage");
    EXPECT_EQ(summary(answered.best), "fulfilled Banker > ProductDesk");
    EXPECT_EQ(answered.best.basis, AskBasis::Drawn);
    EXPECT_EQ(answered.best.departmentChanges, 1);
    EXPECT_EQ(answered.best.visibilityCrossings, 2) << "down to the desk, and up with the answer";
    EXPECT_EQ(idsOf(answered.best.walk),
              (QStringList{QStringLiteral("c1"), QStringLiteral("e1"), QStringLiteral("b1"), QStringLiteral("e2"),
                           QStringLiteral("p1"), QStringLiteral("e4"), QStringLiteral("c2")}));
    EXPECT_EQ(answered.sentence.toStdString(),
              "Ask the Banker for \u201cmortgage\u201d: he passes it on to the ProductDesk, who answers. 1 hop, 1 "
              "change of department.");
}

TEST(AskRole, diesWhereTheDrawnThreadEndsWithoutAnAnswer)
{
    const AskAnswer dies = ask(workedCase("2d"), "Banker", "mortgage");
    EXPECT_EQ(summary(dies.best), "dies Banker > ProductDesk");
    EXPECT_EQ(idsOf(dies.best.diesAt), QStringList{QStringLiteral("p1")});
    EXPECT_EQ(dies.sentence.toStdString(),
              "Ask the Banker for \u201cmortgage\u201d: he passes it on to the ProductDesk, and no answer ever comes "
              "back; it ends at \u201cGets the mail\u201d. 1 hop, 1 change of department.");
}

TEST(AskRole, takesWhatWasSaidWhereTheDrawingShowsNoAnswer)
{
    const QByteArray text =
        "role Banker fulfils=mortgage\nlane Client stage=customer\nlane Front stage=frontstage role=Banker\n"
        "card c1 lane=Client step=1\ncard b1 lane=Front step=1\nc1 ?> b1 mortgage\n";
    const AskAnswer answer = ask(blueprintOf(text), "Banker", "mortgage");
    EXPECT_EQ(summary(answer.best), "fulfilled Banker");
    EXPECT_EQ(answer.best.basis, AskBasis::Said);
}

TEST(AskRole, goesRoundInCirclesWithTheDrawing)
{
    const AskAnswer answer =
        ask(blueprintOf("role A\nrole B\nlane C stage=customer\nlane F stage=frontstage role=A\nlane G stage=backstage "
                        "role=B\ncard c lane=C step=1\ncard a lane=F step=1\ncard b lane=G step=2\n"
                        "c ?> a q\na => b\nb => a\n"),
            "A", "q");
    EXPECT_EQ(summary(answer.best), "loop A > B > A");
}

TEST(AskRole, leavesAPlainArrowBackAndALooseEndOpen)
{
    const QByteArray text = "role A\nlane C stage=customer\nlane F stage=frontstage role=A\ncard c lane=C step=1\n"
                            "card d lane=C step=2\ncard a lane=F step=1\nc ?> a q\na -- d\n";
    const AskAnswer answer = ask(blueprintOf(text), "A", "q");
    EXPECT_EQ(answer.outcome(), AskOutcome::Unknown);
    EXPECT_TRUE(answer.sentence.contains(QStringLiteral("plain arrow"))) << qPrintable(answer.sentence);
}

TEST(AskRole, tellsTheWorstBranchOfADecision)
{
    const Blueprint blueprint = blueprintOf(
        "role F\nrole B\nlane Client stage=customer\nlane Front stage=frontstage role=F\nlane Back stage=backstage "
        "role=B\ncard c1 lane=Client step=1\ncard c2 lane=Client step=5 end\ncard f1 lane=Front step=1\n"
        "card d1 lane=Back step=2 kind=decision \"Decide\"\ncard a1 lane=Back step=3\n"
        "card z1 lane=Back step=3 \"File\"\nc1 ?> f1 q\nf1 => d1\nd1 -> a1 if\nd1 -> z1 if\na1 !> c2 q\nc1 -> c2\n");
    const AskAnswer answer = ask(blueprint, "F", "q");
    EXPECT_EQ(answer.best.outcome, AskOutcome::Fulfilled);
    EXPECT_EQ(answer.worst.outcome, AskOutcome::Dies);
    EXPECT_EQ(idsOf(answer.worst.diesAt), QStringList{QStringLiteral("z1")});
    EXPECT_TRUE(answer.sentence.contains(
        QStringLiteral("At worst, he passes it on to the B, and on the way from \u201cDecide\u201d to \u201cFile\u201d "
                       "it is forgotten")))
        << qPrintable(answer.sentence);
}

TEST(AskRole, reportsTheBestAndTheWorstOfAlternatives)
{
    // A passes q to B or C; B does it; C passes to D, who does it too; or to E, who refuses.
    const QByteArray text = "role A passes=q:B,q:C\nrole B fulfils=q\nrole C passes=q:D\nrole D fulfils=q\nask q\n"
                            "lane L stage=customer\nlane F stage=frontstage role=A\ncard c lane=L step=1\n"
                            "card a lane=F step=1\nc -- a\n";
    const AskAnswer both = ask(blueprintOf(text), "A", "q");
    EXPECT_EQ(summary(both.best), "fulfilled A > B");
    EXPECT_EQ(summary(both.worst), "fulfilled A > C > D");
    QByteArray refusing = text;
    refusing.replace("role C passes=q:D", "role C passes=q:D,q:E\nrole E refuses=q");
    EXPECT_EQ(summary(ask(blueprintOf(refusing), "A", "q").worst), "dies A > C > E");
    refusing.replace("role E refuses=q", "role E passes=q:C");
    EXPECT_EQ(summary(ask(blueprintOf(refusing), "A", "q").worst), "loop A > C > E > C");
    refusing.replace("role E passes=q:C", "role E");
    EXPECT_EQ(summary(ask(blueprintOf(refusing), "A", "q").worst), "unknown A > C > E");
}

TEST(AskRole, addsUpWhatIsKnownOfTheTime)
{
    Blueprint blueprint = blueprintOf("role A passes=q:B,q:C\nrole B fulfils=q\nrole C fulfils=q\nask q\n"
                                      "lane L stage=customer\nlane F stage=frontstage role=A\n"
                                      "card c lane=L step=1\ncard a lane=F step=1\nc -- a\n");
    const auto setTime = [&](const char* id, qsizetype index, double minutes) {
        const Role before = *blueprint.find(RoleId(QString::fromLatin1(id)));
        Role after = before;
        after.capabilities[index].takes = *Minutes::from(minutes);
        ASSERT_TRUE(apply(blueprint, Patch{{ElementChange<Role>{before, after}}}));
    };
    setTime("B", 0, 7);
    EXPECT_EQ(ask(blueprint, "A", "q").best.minutes.toString(), QStringLiteral("\u2265 7 min (1 of 2 unknown)"));
    setTime("A", 0, 1);
    setTime("A", 1, 1);
    setTime("C", 0, 3.5);
    const AskAnswer quick = ask(blueprint, "A", "q");
    EXPECT_EQ(summary(quick.best), "fulfilled A > C") << "as many hops, but quicker";
    EXPECT_EQ(quick.best.minutes.toString(), QStringLiteral("4.5 min"));
    EXPECT_TRUE(quick.sentence.contains(QStringLiteral("4.5 min")));
    EXPECT_EQ(KnownMinutes().toString(), QStringLiteral("unknown"));
}

TEST(AskRole, addsTheMinutesOfCardsAndWaitsOnADrawnThread)
{
    const AskAnswer answer =
        ask(blueprintOf("role A\nrole B\nlane C stage=customer\nlane F stage=frontstage role=A\n"
                        "lane G stage=backstage role=B\ncard c lane=C step=1\ncard d lane=C step=4\n"
                        "card a lane=F step=1 minutes=2\ncard w lane=G step=2 kind=wait dur=5\ncard b lane=G step=3\n"
                        "c ?> a q\na => w\nw -> b\nb !> d q\n"),
            "A", "q");
    EXPECT_EQ(answer.best.minutes.toString(), QStringLiteral("\u2265 7 min (1 of 3 unknown)"));
    EXPECT_EQ(answer.best.hops, 1);
}

TEST(AskRole, walksBackFromBehindTheLine)
{
    const QByteArray text =
        "dept D\ndept K\nrole W dept=D passes=q:Cook\nrole Cook dept=K fulfils=q\nask q needs=table\n"
        "lane C stage=customer\nlane F stage=frontstage role=W\nlane B stage=backstage role=Cook\n"
        "card c lane=C step=1\ncard w lane=F step=1\ncard k lane=B step=1\nc -- w\n";
    const AskResult silent = ask(blueprintOf(text), "W", "q").best;
    EXPECT_EQ(silent.returnHops, 1);
    EXPECT_TRUE(silent.returnAssumed);
    EXPECT_EQ(silent.visibilityCrossings, 2);
    EXPECT_EQ(silent.departmentChanges, 1);
    EXPECT_TRUE(silent.fetched().isEmpty());
    ASSERT_EQ(silent.path.size(), 2);
    EXPECT_EQ(silent.path[1].again, QList{DataItemId(QStringLiteral("table"))});
    EXPECT_TRUE(silent.path[1].againAssumed) << "nobody drew a hand-over";
    const AskResult lost = ask(blueprintOf(text + "w => k\n"), "W", "q").best;
    EXPECT_EQ(lost.path[1].again, QList{DataItemId(QStringLiteral("table"))});
    EXPECT_FALSE(lost.path[1].againAssumed);
    EXPECT_TRUE(ask(blueprintOf(text + "w => k +table\n"), "W", "q").best.path[1].again.isEmpty());
}

TEST(AskRole, neitherFetchesNorTellsAgainWhoeverHadItBefore)
{
    const AskAnswer answer =
        ask(blueprintOf("role Waiter\nrole Cook\nask q needs=order\nlane C stage=customer\n"
                        "lane F stage=frontstage role=Waiter\nlane K stage=backstage role=Cook\n"
                        "card c lane=C step=1\ncard a lane=F step=1\ncard k lane=K step=2\ncard b lane=F step=3\n"
                        "c ?> a q\na => k +order\nk => b\nb !> c q\n"),
            "Waiter", "q");
    EXPECT_EQ(summary(answer.best), "fulfilled Waiter > Cook > Waiter");
    EXPECT_TRUE(answer.best.fetched().isEmpty());
    EXPECT_TRUE(answer.best.path.last().again.isEmpty());
}

TEST(AskRole, asksAgainWhatADrawnHandoverDoesNotCarry)
{
    const QByteArray text = "role A\nrole B\nask q needs=x,y\nlane C stage=customer\nlane F stage=frontstage role=A\n"
                            "lane G stage=frontstage role=B\ncard c lane=C step=1\ncard d lane=C step=2\n"
                            "card a lane=F step=1\ncard b lane=G step=1\nc ?> a q\na => b +x\nb !> d q\n";
    const AskAnswer answer = ask(blueprintOf(text), "A", "q");
    ASSERT_EQ(answer.best.path.size(), 2);
    EXPECT_EQ(answer.best.path[1].again, QList{DataItemId(QStringLiteral("y"))});
    EXPECT_TRUE(
        answer.sentence.endsWith(QStringLiteral("The B has to ask for \u201cy\u201d again: nothing carries it along.")))
        << qPrintable(answer.sentence);
}

TEST(AskRole, answersEveryQuestionAboutRandomBlueprintsTheSameHoweverTheyAreDeclared)
{
    qsizetype questions = 0;
    for (unsigned seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        const Blueprint blueprint = randomBlueprint(random);
        const AskSimulation simulation(blueprint);
        const AskSimulation other(throughline::testing::redeclared(blueprint, random));
        for (const Role& role : blueprint.roles()) {
            for (const Request& request : blueprint.requests()) {
                const AskAnswer answer = simulation.ask(role.id, request.id);
                const AskAnswer same = other.ask(role.id, request.id);
                ++questions;
                EXPECT_FALSE(answer.sentence.isEmpty());
                EXPECT_EQ(answer.best.outcome, same.best.outcome) << "seed " << seed;
                EXPECT_EQ(answer.worst.outcome, same.worst.outcome) << "seed " << seed;
                EXPECT_EQ(answer.best.hops, same.best.hops) << "seed " << seed;
                EXPECT_EQ(answer.best.minutes, same.best.minutes) << "seed " << seed;
                EXPECT_EQ(answer.worst.hops, same.worst.hops) << "seed " << seed;
                EXPECT_EQ(answer.at, same.at) << "seed " << seed;
                if (answer.outcome() != AskOutcome::NotHere) {
                    EXPECT_EQ(answer.best.path.size(), answer.best.hops + 1) << "seed " << seed;
                }
                EXPECT_LE(answer.best.departmentChanges + answer.best.departmentsUnknown, answer.best.hops);
            }
        }
    }
    EXPECT_GT(questions, 1000);
}

TEST(AskRole, asksAtEveryCardWithoutHarm)
{
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        const Blueprint blueprint = randomBlueprint(random);
        const AskSimulation simulation(blueprint);
        for (const Card& card : blueprint.cards()) {
            for (const Role& role : blueprint.roles()) {
                for (const Request& request : blueprint.requests())
                    EXPECT_FALSE(simulation.ask(role.id, request.id, card.id).sentence.isEmpty());
            }
        }
    }
}
