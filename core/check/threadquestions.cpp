// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/threadquestions.h"

#include <algorithm>

namespace throughline {

bool isDecision(const ServiceGraph& graph, int node)
{
    if (!graph.isCard(node))
        return false;
    if (graph.cards[size_t(node)].kind == CardKind::Decision)
        return true;
    return std::ranges::count_if(graph.outLinks(node),
                                 [&](int link) { return graph.links[size_t(link)].conditional; }) >= 2;
}

ThreadQuestions::ThreadQuestions(const ServiceGraph& graph)
    : m_graph(graph), m_queries(graph.inside), m_partyBroken(graph.partyLane.size(), 0)
{
    m_broken = m_queries.addSet();
    m_decision = m_queries.addSet();
    for (const Link& link : graph.links) {
        if (link.traffic != Traffic::Loose)
            continue;
        if (link.from >= 0 && graph.partyOf(link.from) < 0)
            m_queries.addMember(m_broken, link.from);
        const ConnectionKind kind = link.kind;
        const bool mayAnswer =
            kind == ConnectionKind::Answer || kind == ConnectionKind::Auto || kind == ConnectionKind::Flow;
        if (mayAnswer && link.to >= 0 && graph.partyOf(link.to) >= 0)
            m_partyBroken[size_t(graph.partyOf(link.to))] = 1;
    }
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party < 0 && isDecision(graph, card))
            m_queries.addMember(m_decision, card);
    }
}

int ThreadQuestions::ask(int node, Back back, int party, int request, int role)
{
    const Key key{back, party, request, role};
    auto set = m_sets.constFind(key);
    if (set == m_sets.constEnd())
        set = m_sets.insert(key, m_queries.addSet());
    return m_queries.ask(node, *set);
}

int ThreadQuestions::askReturn(int node, int toRolesAt)
{
    const int roleSet =
        m_graph.isCard(toRolesAt) ? m_graph.cards[size_t(toRolesAt)].roleSet : m_graph.laneOf(toRolesAt);
    auto set = m_returnSets.constFind(roleSet);
    if (set == m_returnSets.constEnd())
        set = m_returnSets.insert(roleSet, m_queries.addSet());
    return m_queries.ask(node, *set);
}

void ThreadQuestions::run()
{
    fillBacks();
    fillReturns();
    m_queries.run();
}

void ThreadQuestions::fillBacks()
{
    for (const Link& link : m_graph.links) {
        if (link.traffic == Traffic::ContactOut)
            fillBack(link);
    }
}

void ThreadQuestions::fillBack(const Link& link)
{
    const auto fill = [&](Back back, int party, int request, int role) {
        if (const auto set = m_sets.constFind(Key{back, party, request, role}); set != m_sets.constEnd())
            m_queries.addMember(*set, link.from);
    };
    const auto fillRoles = [&](Back back, int request) {
        fill(back, link.party, request, AnyRole);
        for (const int role : m_graph.rolesAt(link.from).roles)
            fill(back, link.party, request, role);
    };
    fill(Back::Any, link.party, AnyRequest, AnyRole);
    fill(Back::Any, AnyParty, AnyRequest, AnyRole);
    switch (link.kind) {
    case ConnectionKind::Answer:
        // An answer that names its request answers nothing else.
        if (!link.connection->answers.isEmpty())
            break;
        fillRoles(Back::Answer, link.request);
        fillRoles(Back::Answer, AnyRequest);
        break;
    case ConnectionKind::Auto:
    case ConnectionKind::Flow:
        fillRoles(Back::Plain, AnyRequest);
        break;
    case ConnectionKind::Tell:
        fill(Back::Told, link.party, AnyRequest, AnyRole);
        break;
    case ConnectionKind::SendAway:
        fill(Back::SentAway, link.party, AnyRequest, AnyRole);
        break;
    case ConnectionKind::Request:
    case ConnectionKind::Handover:
        break;
    }
}

void ThreadQuestions::fillReturns()
{
    if (m_returnSets.isEmpty())
        return;
    std::vector<std::vector<int>> nodesOf(m_graph.roleDepartment.size());
    for (int node = 0; node < m_graph.nodeCount(); ++node) {
        if (m_graph.partyOf(node) >= 0)
            continue;
        for (const int role : m_graph.rolesAt(node).roles)
            nodesOf[size_t(role)].push_back(node);
    }
    QList<int> roleSets = m_returnSets.keys();
    std::sort(roleSets.begin(), roleSets.end());
    for (const int roleSet : roleSets) {
        for (const int role : m_graph.roleSets[size_t(roleSet)].roles) {
            for (const int node : nodesOf[size_t(role)])
                m_queries.addMember(m_returnSets.value(roleSet), node);
        }
    }
}

} // namespace throughline
