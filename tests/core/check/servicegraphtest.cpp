// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/servicegraph.h"

#include "core/check/digraph.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

#include <random>

using namespace throughline;
using throughline::testing::blueprintOf;

TEST(Digraph, answersReachabilityLikeASearchFromEachNode)
{
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        const int nodes = 1 + int(random() % 120);
        std::vector<Digraph::Edge> edges;
        for (int i = int(random() % 200); i > 0; --i)
            edges.push_back({int(random() % unsigned(nodes)), int(random() % unsigned(nodes))});
        const Digraph graph(nodes, edges);
        for (const Digraph::Edge& edge : edges)
            EXPECT_GE(graph.componentOf(edge.from), graph.componentOf(edge.to));
        ReachQueries queries(graph);
        for (int target = 0; target < nodes; ++target)
            queries.addMember(queries.addSet(), target);
        for (int from = 0; from < nodes; ++from) {
            for (int target = 0; target < nodes; ++target)
                static_cast<void>(queries.ask(from, target));
        }
        queries.run();
        for (int from = 0; from < nodes; ++from) {
            const std::vector<char> reached = graph.reachableFrom({from});
            for (int target = 0; target < nodes; ++target)
                EXPECT_EQ(queries.reaches(from * nodes + target), reached[size_t(target)] != 0);
        }
    }
}

TEST(ServiceGraph, ordersACustomerLaneByItsColumnsUntilOneArrowIsDrawn)
{
    const QByteArray lane = "lane G stage=customer\ncard a lane=G step=1\ncard b lane=G step=3\ncard c lane=G step=7\n";
    const Blueprint columns = blueprintOf(lane);
    EXPECT_EQ(ServiceGraph(columns).moves().size(), 2);
    const Blueprint drawn = blueprintOf(lane + "a -> c\n");
    const ServiceGraph graph(drawn);
    ASSERT_EQ(graph.moves().size(), 1);
    EXPECT_EQ(graph.moves().front().to, 2);
}

TEST(ServiceGraph, letsAFrontstageCardOfTheColumnServeWhereNothingIsDrawn)
{
    const Blueprint blueprint = blueprintOf("lane G stage=customer\nlane F stage=frontstage\nlane B stage=backstage\n"
                                            "card g1 lane=G step=1\ncard g2 lane=G step=2\ncard f1 lane=F step=1\n"
                                            "card f2 lane=F step=2\ncard b1 lane=B step=1\ng2 -- f2\n");
    const ServiceGraph graph(blueprint);
    const int g1 = graph.cardIndex(CardId(QStringLiteral("g1")));
    const int g2 = graph.cardIndex(CardId(QStringLiteral("g2")));
    ASSERT_EQ(graph.serving(g1).size(), 1U);
    EXPECT_EQ(graph.serving(g1).front(), graph.cardIndex(CardId(QStringLiteral("f1"))));
    EXPECT_TRUE(graph.servedByColumn(g1));
    ASSERT_EQ(graph.serving(g2).size(), 1U);
    EXPECT_FALSE(graph.servedByColumn(g2));
}

TEST(ServiceGraph, takesADepartmentForKnownOnlyWhenEveryRoleHasOne)
{
    const Blueprint blueprint = blueprintOf("dept D\nrole A dept=D\nrole B\nlane L stage=frontstage role=A,B\n"
                                            "lane M stage=frontstage role=A\nlane N stage=support\n");
    const ServiceGraph graph(blueprint);
    EXPECT_FALSE(graph.rolesAt(graph.laneNode(0)).departmentsKnown);
    EXPECT_TRUE(graph.rolesAt(graph.laneNode(1)).departmentsKnown);
    EXPECT_TRUE(graph.isUnnamed(graph.rolesAt(graph.laneNode(2)).roles.front()));
}

TEST(ServiceGraph, leavesStickyNotesAndCurvesOut)
{
    const QByteArray service = "lane G stage=customer\ncard a lane=G step=1\ncard b lane=G step=2\na -> b\n";
    const Blueprint plain = blueprintOf(service);
    const Blueprint noted = blueprintOf(service + "lane C stage=customer curve=emotion\n"
                                                  "card n lane=G step=1 kind=note \"Ask the guests\"\n"
                                                  "card p lane=G step=3 kind=pain \"Nobody knows\"\n"
                                                  "card o lane=C step=2 kind=opportunity\nn -- a\na -> p\n");
    const ServiceGraph without(plain);
    const ServiceGraph with(noted);
    EXPECT_EQ(with.cardCount(), without.cardCount());
    EXPECT_EQ(with.links.size(), without.links.size());
    EXPECT_EQ(with.partyLane.size(), without.partyLane.size());
    EXPECT_EQ(with.moves().size(), without.moves().size());
}
