// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/routes.h"

#include "tests/support/workedcase.h"

using namespace throughline;
using throughline::testing::blueprintOf;

namespace {

/// "3: a b d", the cost and the cards of a way; every card costs its minutes.
std::string wayOf(const QByteArray& text, Routes::Which which)
{
    const Blueprint blueprint = blueprintOf("lane C stage=customer\n" + text);
    const ServiceGraph graph(blueprint);
    const Routes routes(graph, graph.moves(), 0);
    if (routes.isEmpty())
        return "none";
    std::vector<double> costs;
    for (const int card : routes.cards())
        costs.push_back(graph.cards[size_t(card)].card->minutes.value_or(Minutes()).value());
    const Way route = routes.find(which, costs);
    QStringList ids;
    for (const int card : route.cards)
        ids += graph.cards[size_t(card)].card->id.value;
    ids.sort();
    return (QString::number(route.cost) + QStringLiteral(": ") + ids.join(u' ')).toStdString();
}

std::string cheapest(const QByteArray& text)
{
    return wayOf(text, Routes::Which::Cheapest);
}

std::string dearest(const QByteArray& text)
{
    return wayOf(text, Routes::Which::Dearest);
}

const QByteArray branchingWays = "card a lane=C step=1 minutes=1\ncard b lane=C step=2 minutes=2\n"
                                 "card c lane=C step=2 minutes=5\ncard d lane=C step=3 minutes=10\n"
                                 "a -> b\na -> c\nb -> d\nc -> d\n";

} // namespace

TEST(Routes, takesOneBranchAndNotTheSumOfAll)
{
    EXPECT_EQ(cheapest(branchingWays), "13: a b d");
    EXPECT_EQ(dearest(branchingWays), "16: a c d");
}

TEST(Routes, mayEndEarlyWhereAnEndIsMarked)
{
    QByteArray text = branchingWays;
    text.replace("step=2 minutes=2", "step=2 minutes=2 end");
    EXPECT_EQ(cheapest(text), "3: a b");
    EXPECT_EQ(dearest(text), "16: a c d");
}

TEST(Routes, countsACircleOnce)
{
    EXPECT_EQ(dearest("card a lane=C step=1 minutes=1\ncard b lane=C step=2 minutes=2\ncard c lane=C step=3 minutes=4\n"
                      "a -> b\nb -> a\nb -> c\n"),
              "7: a b c");
}

TEST(Routes, followsTheColumnsWhereNoArrowIsDrawn)
{
    EXPECT_EQ(cheapest("card a lane=C step=1 minutes=1\ncard b lane=C step=5 minutes=2\n"), "3: a b");
}

TEST(Routes, followsATimeOut)
{
    QByteArray text = "card a lane=C step=1 minutes=1 kind=wait timeout=3\ncard b lane=C step=2 minutes=2\n"
                      "card c lane=C step=3 minutes=4\na -> c\n";
    EXPECT_EQ(dearest(text), "5: a c") << "b is on no way";
}

TEST(Routes, leavesOutWhatNoArrowJoins)
{
    EXPECT_EQ(cheapest(branchingWays + "card x lane=C step=9 minutes=0\n"), "13: a b d");
    EXPECT_EQ(cheapest("card x lane=C step=9 minutes=7\n"), "7: x") << "the only card is the whole way";
    EXPECT_EQ(cheapest(""), "none");
}
