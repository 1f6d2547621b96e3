// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/digraph.h"

#include <algorithm>

namespace throughline {

namespace {

/// Offsets and values of lists grouped by a key, in the order given (counting sort).
template <typename KeyOf, typename ValueOf>
void group(size_t keys, size_t count, KeyOf keyOf, ValueOf valueOf, std::vector<int>& offsets, std::vector<int>& values)
{
    offsets.assign(keys + 1, 0);
    for (size_t i = 0; i < count; ++i) {
        const int key = keyOf(i);
        if (key >= 0)
            ++offsets[size_t(key) + 1];
    }
    for (size_t key = 0; key < keys; ++key)
        offsets[key + 1] += offsets[key];
    values.resize(size_t(offsets[keys]));
    std::vector<int> next(offsets.begin(), offsets.end() - 1);
    for (size_t i = 0; i < count; ++i) {
        const int key = keyOf(i);
        if (key >= 0)
            values[size_t(next[size_t(key)]++)] = valueOf(i);
    }
}

} // namespace

Digraph::Digraph(int nodeCount, const std::vector<Edge>& edges) : m_componentOf(size_t(nodeCount), -1)
{
    group(
        size_t(nodeCount), edges.size(), [&](size_t i) { return edges[i].from; }, [&](size_t i) { return edges[i].to; },
        m_offsets, m_targets);
    findComponents();
    collectMembers();
    linkComponents();
}

void Digraph::findComponents()
{
    const int count = nodeCount();
    std::vector<int> order(size_t(count), -1);
    std::vector<int> low(size_t(count), 0);
    std::vector<int> next(size_t(count), 0);
    std::vector<int> open;
    std::vector<int> path;
    int visited = 0;
    const auto enter = [&](int node) {
        order[size_t(node)] = low[size_t(node)] = visited++;
        next[size_t(node)] = m_offsets[size_t(node)];
        open.push_back(node);
        path.push_back(node);
    };
    const auto close = [&](int node) {
        int member = -1;
        do {
            member = open.back();
            open.pop_back();
            m_componentOf[size_t(member)] = m_componentCount;
        } while (member != node);
        ++m_componentCount;
    };
    for (int root = 0; root < count; ++root) {
        if (order[size_t(root)] >= 0)
            continue;
        enter(root);
        while (!path.empty()) {
            const auto node = size_t(path.back());
            if (next[node] < m_offsets[node + 1]) {
                const auto target = size_t(m_targets[size_t(next[node]++)]);
                if (order[target] < 0)
                    enter(int(target));
                else if (m_componentOf[target] < 0)
                    low[node] = std::min(low[node], order[target]);
                continue;
            }
            path.pop_back();
            if (!path.empty())
                low[size_t(path.back())] = std::min(low[size_t(path.back())], low[node]);
            if (low[node] == order[node])
                close(int(node));
        }
    }
}

void Digraph::collectMembers()
{
    group(
        size_t(m_componentCount), m_componentOf.size(), [this](size_t i) { return m_componentOf[i]; },
        [](size_t i) { return int(i); }, m_memberOffsets, m_members);
}

void Digraph::linkComponents()
{
    m_isCycle.assign(size_t(m_componentCount), 0);
    m_componentOffsets.assign(size_t(m_componentCount) + 1, 0);
    m_componentTargets.reserve(m_targets.size());
    for (int component = 0; component < m_componentCount; ++component) {
        const auto nodes = members(component);
        if (nodes.size() > 1)
            m_isCycle[size_t(component)] = 1;
        for (const int node : nodes) {
            for (const int target : successors(node)) {
                if (componentOf(target) != component)
                    m_componentTargets.push_back(componentOf(target));
                else if (target == node)
                    m_isCycle[size_t(component)] = 1;
            }
        }
        m_componentOffsets[size_t(component) + 1] = int(m_componentTargets.size());
    }
}

std::vector<char> Digraph::reachableFrom(const std::vector<int>& nodes) const
{
    std::vector<char> seen(m_componentOf.size(), 0);
    std::vector<int> open;
    for (const int node : nodes) {
        if (!seen[size_t(node)]) {
            seen[size_t(node)] = 1;
            open.push_back(node);
        }
    }
    while (!open.empty()) {
        const int node = open.back();
        open.pop_back();
        for (const int target : successors(node)) {
            if (!seen[size_t(target)]) {
                seen[size_t(target)] = 1;
                open.push_back(target);
            }
        }
    }
    return seen;
}

int ReachQueries::ask(int node, int set)
{
    m_questions.push_back({set, node});
    return int(m_questions.size()) - 1;
}

void ReachQueries::run()
{
    m_answers.assign(m_questions.size(), 0);
    std::sort(m_members.begin(), m_members.end(), [](const Pair& l, const Pair& r) { return l.set < r.set; });
    std::vector<int> questions(m_questions.size());
    for (size_t i = 0; i < questions.size(); ++i)
        questions[i] = int(i);
    std::sort(questions.begin(), questions.end(),
              [this](int l, int r) { return m_questions[size_t(l)].set < m_questions[size_t(r)].set; });

    std::vector<std::uint64_t> masks;
    size_t member = 0;
    size_t question = 0;
    while (question < questions.size()) {
        const int firstSet = m_questions[size_t(questions[question])].set / 64 * 64;
        while (member < m_members.size() && m_members[member].set < firstSet)
            ++member;
        size_t lastMember = member;
        while (lastMember < m_members.size() && m_members[lastMember].set < firstSet + 64)
            ++lastMember;
        size_t lastQuestion = question;
        while (lastQuestion < questions.size() && m_questions[size_t(questions[lastQuestion])].set < firstSet + 64)
            ++lastQuestion;
        runBatch(firstSet, {m_members.data() + member, lastMember - member},
                 {questions.data() + question, lastQuestion - question}, masks);
        member = lastMember;
        question = lastQuestion;
    }
}

void ReachQueries::runBatch(int firstSet, std::span<const Pair> members, std::span<const int> questions,
                            std::vector<std::uint64_t>& masks)
{
    if (members.empty())
        return;
    masks.assign(size_t(m_graph.componentCount()), 0);
    for (const Pair& member : members)
        masks[size_t(m_graph.componentOf(member.node))] |= std::uint64_t(1) << (member.set - firstSet);
    for (int component = 0; component < m_graph.componentCount(); ++component) {
        std::uint64_t mask = masks[size_t(component)];
        for (const int target : m_graph.successorComponents(component))
            mask |= masks[size_t(target)];
        masks[size_t(component)] = mask;
    }
    for (const int question : questions) {
        const Pair& pair = m_questions[size_t(question)];
        const std::uint64_t mask = masks[size_t(m_graph.componentOf(pair.node))];
        m_answers[size_t(question)] = (mask >> (pair.set - firstSet)) & 1 ? 1 : 0;
    }
}

} // namespace throughline
