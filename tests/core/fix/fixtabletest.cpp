// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/fix/fixcases.h"

using namespace Qt::StringLiterals;
using namespace throughline;
using namespace throughline::testing;

namespace {

/// One drawing, one of its findings, and what is offered to mend it, best first.
struct Row
{
    QByteArray drawing; ///< a case of cases.txt, or empty: the bad example of the rule
    QString rule;
    QString subject; ///< empty: the first finding of the rule
    QStringList fixes;
};

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
        {"4d",
         u"silo-break"_s,
         {},
         {u"draw-hand-over: Draw the 2 hand-overs between departments that go with the customer"_s}},
        {"",
         u"dead-end-role"_s,
         {},
         {u"grant-request: Let the Busser see to “beer”"_s,
          u"ask-directly: Let the guest ask the Waiter (“Brings the bill”) for “bill” directly"_s,
          u"move-card: Move “Fetches the waiter” to the Waiter"_s}},
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
    };
}

} // namespace

TEST(Fixes, areOfferedBestFirst)
{
    for (const Row& row : table()) {
        SCOPED_TRACE(qPrintable(row.rule + u' ' + QString::fromUtf8(row.drawing)));
        const Blueprint blueprint = row.drawing.isEmpty() ? badExample(row.rule) : workedCase(row.drawing);
        const QStringList offered = linesOf(fixesOfFinding(blueprint, row.rule, row.subject));
        EXPECT_EQ(offered.join(u'\n').toStdString(), row.fixes.join(u'\n').toStdString());
    }
}
