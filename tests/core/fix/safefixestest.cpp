// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/edit/draft.h"
#include "core/fix/fixes.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;

namespace {

Blueprint drawing()
{
    return throughline::testing::blueprintOf("lane Guest stage=customer\n"
                                             "lane Floor stage=frontstage\n"
                                             "card g1 lane=Guest step=1 \"Asks\"\n"
                                             "card w1 lane=Floor step=1 \"Listens\"\n"
                                             "card w2 lane=Floor step=2 \"Writes\"\n"
                                             "g1 -> w1\n");
}

Connection looseConnection(const QString& id, const CardId& from, const CardId& nearest, int distance)
{
    Connection connection;
    connection.id = ConnectionId(id);
    connection.from = from;
    connection.to = LooseEnd{nearest, distance};
    return connection;
}

Blueprint with(const Blueprint& blueprint, const QList<Connection>& connections)
{
    Draft draft(blueprint);
    for (const Connection& connection : connections)
        draft.put(connection);
    Blueprint result = blueprint;
    EXPECT_TRUE(apply(result, draft.patch()));
    return result;
}

} // namespace

TEST(SafeFixes, attachOnlyEndsThatTouchAShape)
{
    const CardId w1(u"w1"_s);
    const CardId w2(u"w2"_s);
    const Blueprint before =
        with(drawing(), {looseConnection(u"near"_s, w1, w2, 2), looseConnection(u"far"_s, w1, w2, 3)});
    const SafeFixes fixes = safeFixes(before);
    EXPECT_EQ(fixes.reattached, 1);
    EXPECT_EQ(fixes.text, u"Attach 1 loose connection"_s);

    Blueprint after = before;
    ASSERT_TRUE(apply(after, fixes.patch));
    EXPECT_EQ(after.find(ConnectionId(u"near"_s))->to, End(w2));
    EXPECT_EQ(after.find(ConnectionId(u"far"_s))->to, before.find(ConnectionId(u"far"_s))->to);
    EXPECT_TRUE(safeFixes(after).patch.isEmpty());
}

TEST(SafeFixes, removeRepeatedConnectionsButNotOnesThatSaySomethingElse)
{
    Connection first = looseConnection(u"first"_s, CardId(u"w1"_s), {}, 0);
    first.to = CardId(u"w2"_s);
    Connection again = first;
    again.id = ConnectionId(u"second"_s);
    Connection told = first;
    told.id = ConnectionId(u"told"_s);
    told.label = u"by telephone"_s;
    const Blueprint before = with(drawing(), {first, again, told});
    const SafeFixes fixes = safeFixes(before);
    EXPECT_EQ(fixes.duplicates, 1);

    Blueprint after = before;
    ASSERT_TRUE(apply(after, fixes.patch));
    EXPECT_TRUE(after.find(first.id));
    EXPECT_FALSE(after.find(again.id));
    EXPECT_TRUE(after.find(told.id));
}

TEST(SafeFixes, keepARepeatedRequestThatAnAnswerNames)
{
    Connection asked = looseConnection(u"asked"_s, CardId(u"w1"_s), {}, 0);
    asked.to = CardId(u"w2"_s);
    asked.kind = ConnectionKind::Request;
    Connection again = asked;
    again.id = ConnectionId(u"b-again"_s);
    Connection answer = looseConnection(u"answer"_s, CardId(u"w2"_s), {}, 0);
    answer.to = CardId(u"w1"_s);
    answer.kind = ConnectionKind::Answer;
    answer.answers = again.id;
    EXPECT_TRUE(safeFixes(with(drawing(), {asked, again, answer})).patch.isEmpty());
}

TEST(SafeFixes, doNothingToADrawingWithoutFault)
{
    const SafeFixes fixes = safeFixes(drawing());
    EXPECT_TRUE(fixes.patch.isEmpty());
    EXPECT_TRUE(fixes.text.isEmpty());
}

TEST(SafeFixes, seekOutTheOneAmongManyThatBringsAnErrorToLight)
{
    // The guest's request to w1 dies there as soon as it arrives; the other ends lie where they mean no harm.
    Connection asked = looseConnection(u"asked"_s, CardId(u"g1"_s), CardId(u"w1"_s), 1);
    asked.kind = ConnectionKind::Request;
    QList<Connection> loose{asked};
    for (int i = 0; i < 12; ++i) {
        Connection more = looseConnection(u"more%1"_s.arg(i), CardId(u"w1"_s), CardId(u"w2"_s), 1);
        more.label = QString::number(i);
        loose += more;
    }
    const Blueprint before = with(drawing(), loose);
    const CheckOptions all{.preset = Preset::All,
                           .severities = {{u"unanswered-handoff"_s, Severity::Error}, {u"no-reply"_s, Severity::Error}},
                           .today = {}};
    const SafeFixes fixes = safeFixes(before, all);
    Blueprint after = before;
    ASSERT_TRUE(apply(after, fixes.patch));
    EXPECT_EQ(safeFixes(before, all, checkBlueprint(before, all)), fixes) << "the same with the result at hand";
    EXPECT_GE(fixes.reattached, 12);
}

TEST(SafeFixes, areNoneOnceTheyAreStopped)
{
    const CardId w1(u"w1"_s);
    const Blueprint before = with(drawing(), {looseConnection(u"near"_s, w1, CardId(u"w2"_s), 2)});
    EXPECT_TRUE(safeFixes(before, {}, {}, [] { return true; }).patch.isEmpty());
    EXPECT_FALSE(safeFixes(before, {}, {}, [] { return false; }).patch.isEmpty());
}
