// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/catalogue.h"
#include "tests/core/fix/fixcases.h"

using namespace Qt::StringLiterals;
using namespace throughline;
using namespace throughline::testing;

namespace {

/// One drawing, one of its findings, and what is offered to mend it, best first.
struct Row
{
    QByteArray drawing; ///< a case of cases.txt, one of the variants below, or empty: the bad example of the rule
    QString rule;
    QString subject; ///< empty: the first finding of the rule
    QStringList fixes;
};

QByteArray badNotation(const QString& rule)
{
    const Result<QByteArray> notation = readFile(QStringLiteral(THROUGHLINE_TEST_DATA "/rules/%1/bad.bpt").arg(rule));
    EXPECT_TRUE(notation);
    return notation ? *notation : QByteArray();
}

/// The known drawings with something added that gives a fix its chance.
Blueprint drawingOf(const Row& row)
{
    if (row.drawing.isEmpty())
        return badExample(row.rule);
    if (row.drawing == "till") // the bar writes to a system already
        return blueprintOf(workedCaseText("4a") + "card y3 lane=TillL step=3 \"Bar tab\"\nb3 -> y3\n");
    if (row.drawing == "voice")
        return blueprintOf(workedCaseText("14a") + "card c9 lane=C step=3 kind=voice \"Says how it was\"\n");
    if (row.drawing == "circle")
        return blueprintOf(badNotation(u"customer-stuck"_s) +
                           "card g5 lane=Guest step=2 \"Sits down again\"\ng2 -> g5\ng5 -> g2\n");
    if (row.drawing == "other") // somebody else could take what the product desk drops
        return blueprintOf(workedCaseText("2f") + "role Clerk dept=Mortgages\n"
                                                  "lane Office stage=backstage role=Clerk\n"
                                                  "card k1 lane=Office step=2 \"Works out the rate\"\n"
                                                  "card k2 lane=Office step=3 \"Sends the offer\" end\n"
                                                  "k1 -> k2\n");
    return workedCase(row.drawing);
}

QList<Row> table()
{
    return {
        {"",
         u"silo-break"_s,
         u"g1>g2"_s,
         {u"draw-hand-over: Hand over from the Host (“h1”) to the Bartender (“b2”)"_s,
          u"share-system: Let the Host and the Bartender share one record, in the lane TillL"_s,
          u"one-department: Put the Host and the Bartender in one department, Floor"_s,
          u"one-role: Let the Host see to “b2” as well"_s}},
        {"till",
         u"silo-break"_s,
         u"g3>g4"_s,
         {u"draw-hand-over: Hand over from the Bartender (“b3”) to the Waiter (“w4”)"_s,
          u"share-system: Let the Waiter (“w4”) use “Bar tab” too"_s,
          u"one-role: Let the Bartender see to “w4” as well"_s,
          u"one-department: Put the Bartender and the Waiter in one department, Floor"_s}},
        {"4d",
         u"silo-break"_s,
         {},
         {u"draw-hand-over: Draw the 2 hand-overs between departments that go with the customer"_s}},
        {"",
         u"toll-between-departments"_s,
         {},
         {u"move-to-bill: Hand the open bill over from the Bartender (“b3”) to the Waiter (“w5”) and drop “Pays the bar bill”"_s,
          u"one-bill: Put “Pays the bar bill” and “Pays the bill” on one running bill, “one bill”"_s,
          u"draw-by-pass: Let the guest go from “Has a drink” to “Sits, orders” and pay later"_s}},
        {"",
         u"asked-again"_s,
         {},
         {u"carry-data: Hand “name” over from the A (“a1”) to the B (“b2”) and stop asking for it there"_s,
          u"stop-asking: Stop asking for “name” at “b2”"_s,
          u"mark-recheck: Mark “b2” as a check that is made on purpose, and give the reason"_s,
          u"mark-volatile: Mark “name” as something that has to be told anew each time"_s}},
        {"",
         u"too-many-contacts"_s,
         {},
         {u"one-voice: Let only the S (“s”) turn to the buyer, and the F, I and V hand over to the S"_s,
          u"link-in-chain: Hand over from the F to the I to the V to the S"_s,
          u"drop-contact: Drop what the buyer does not need: “i” and “v”"_s}},
        {"voice",
         u"customer-out-of-sight"_s,
         {},
         {u"add-contact: Let the L (“x3”) tell C at “Says how it was” how it stands"_s,
          u"feed-voice: Let the L (“x3”) hear what C says at “Says how it was”"_s,
          u"split-department: Split Lab: give the L a smaller department within it"_s}},
        {"", u"unowned-moment"_s, {}, {u"set-owner: Make Floor answer for “Eats”"_s}},
        {"",
         u"dead-end-role"_s,
         {},
         {u"grant-request: Let the Busser see to “beer”"_s,
          u"ask-directly: Let the guest ask the Waiter (“Brings the bill”) for “bill” directly"_s,
          u"move-card: Move “Fetches the waiter” to the Waiter"_s}},
        {"1a",
         u"dead-end-role"_s,
         {},
         {u"grant-request: Let the Busser see to “bill”"_s, u"move-card: Move “Fills water, clears” to the Waiter"_s}},
        {"16b",
         u"dead-end-role"_s,
         {},
         {u"grant-request: Let the Busser see to what is asked at “Asks for a”"_s,
          u"ask-directly: Let the guest ask the Waiter (“Brings the”) for what is asked at “Asks for the” directly"_s,
          u"move-card: Move “Fetches the waiter” to the Waiter"_s}},
        {"",
         u"dead-end-request"_s,
         {},
         {u"let-fulfil: Let the Busser see to “bill”"_s,
          u"untick-only-these: Take back that the Busser can do only what is listed"_s,
          u"pass-on: Let the Busser pass “bill” to the Waiter"_s}},
        {"",
         u"pass-on-loop"_s,
         {},
         {u"let-fulfil: Let the Waiter see to “highchair”"_s, u"let-fulfil: Let the Busser see to “highchair”"_s,
          u"pass-out: Let the Waiter pass “highchair” to the Manager, who sees to it"_s}},
        {"",
         u"customer-stuck"_s,
         {},
         {u"mark-end: Mark “Is told to take a number” as an end: the guest leaves here"_s,
          u"draw-flow: Let the guest go on from “Is told to take a number” to “Leaves with a ticket”"_s}},
        {"circle",
         u"customer-stuck"_s,
         {},
         {u"draw-exit: Let the guest go on from “Is told to take a number” to “Leaves with a ticket”"_s,
          u"mark-end: Mark “Is told to take a number” as an end: the guest leaves here"_s}},
        {"",
         u"unanswered-handoff"_s,
         {},
         {u"draw-answer: Let the ProductDesk (“Gets the mail”) answer the client about “mortgage” at “Decides”"_s,
          u"answer-from-asked: Let the Banker (“Takes the question”) answer the client about “mortgage” at “Decides”"_s,
          u"no-reply-expected: Say that the client expects no answer about “mortgage” at “Asks about a mortgage”"_s}},
        {"2d",
         u"unanswered-handoff"_s,
         {},
         {u"draw-answer: Let the ProductDesk (“Gets the mail”) answer the client about “mortgage” at “Decides”"_s,
          u"answer-from-asked: Let the Banker (“Takes the question”) answer the client about “mortgage” at “Decides”"_s,
          u"mark-as-answer: Mark what the Banker (“Takes the question”) tells the client as the answer"_s,
          u"no-reply-expected: Say that the client expects no answer about “mortgage” at “Asks about a mortgage”"_s}},
        {"11e",
         u"unanswered-handoff"_s,
         {},
         {u"draw-answer: Let the Back (“p1”) answer the client at “Gives up”"_s,
          u"answer-from-asked: Let the Front (“b1”) answer the client at “Gives up”"_s,
          u"mark-end: Mark “p1” as an end: it rightly stops there"_s}},
        {"15c",
         u"unanswered-handoff"_s,
         {},
         {u"draw-answer: Let the Chef (“Puts it in the hatch”) answer the Employee (“Meal ready?”) about “meal”"_s,
          u"no-reply-expected: Say that the Employee expects no answer about “meal” at “Informs the chef”"_s}},
        {"",
         u"sometimes-unanswered"_s,
         {},
         {u"answer-on-branch: Let the Back (“z1”) answer the client about “q” too, at “c2”"_s,
          u"say-no: Let the Front tell the client no after “z1”"_s,
          u"merge-branch: Lead “z1” back to “a1”, where the answer is given"_s}},
        {"",
         u"dropped-handoff"_s,
         {},
         {u"continue: Let the ProductDesk (“Gets the mail”) tell the client at “Decides” what became of it"_s,
          u"mark-end: Mark “Gets the mail” as an end: the work rightly stops there"_s}},
        {"other",
         u"dropped-handoff"_s,
         {},
         {u"continue: Let the ProductDesk (“Gets the mail”) tell the client at “Decides” what became of it"_s,
          u"mark-end: Mark “Gets the mail” as an end: the work rightly stops there"_s,
          u"other-receiver: Hand over from the Banker to the Clerk (“Works out the rate”) instead and drop “Gets the mail”"_s}},
        {"",
         u"customer-must-chase"_s,
         {},
         {u"make-promise: Let the Desk (“d1”) take it down and see to it, and the caller wait for the answer instead of asking again at “Calls again”"_s,
          u"hand-over-inside: Go on inside from the Desk (“d1”) to “d3”, with what the caller has said, and drop “Calls again”"_s,
          u"answer-at-once: Let the Desk (“d1”) answer the caller about “refund” at “Is told to call back”"_s}},
        {"7b",
         u"customer-must-chase"_s,
         {},
         {u"answer-at-once: Let the Desk (“d1”) answer the caller about “refund” at “Is told to call back”"_s,
          u"make-promise: Let the Desk (“d1”) take it down and see to it, and the caller wait for the answer instead of asking again at “Calls again”"_s,
          u"hand-over-inside: Go on inside from the Desk (“d1”) to “d3”, with what the caller has said, and drop “Calls again”"_s}},
        {"",
         u"silent-wait"_s,
         {},
         {u"tell-progress: Let the D (“a1”) tell C at “c1” that it is being seen to"_s,
          u"promise-time: Let the D (“a1”) promise C an answer within a day"_s}},
    };
}

} // namespace

TEST(Fixes, areOfferedBestFirst)
{
    for (const Row& row : table()) {
        SCOPED_TRACE(qPrintable(row.rule + u' ' + QString::fromUtf8(row.drawing)));
        const QStringList offered = linesOf(fixesOfFinding(drawingOf(row), row.rule, row.subject));
        EXPECT_EQ(offered.join(u'\n').toStdString(), row.fixes.join(u'\n').toStdString());
    }
}

TEST(Fixes, existForEveryRuleButCostlySteps)
{
    for (const CatalogueEntry& entry : catalogue())
        EXPECT_EQ(hasFixes(entry.id), entry.id != u"costly-step"_s) << qPrintable(entry.id);
    EXPECT_FALSE(hasFixes(u"no-such-rule"_s));
}
