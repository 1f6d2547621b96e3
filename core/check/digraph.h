// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace throughline {

/// A directed graph over the numbers 0 to nodeCount-1 with its strongly connected components (Tarjan 1972). Components
/// are numbered so that every edge between two of them leads to the smaller number: ascending order visits what a
/// component leads to before the component itself. Everything is linear in nodes and edges.
class Digraph
{
public:
    struct Edge
    {
        int from;
        int to;
    };

    Digraph() = default;
    Digraph(int nodeCount, const std::vector<Edge>& edges);

    [[nodiscard]] int nodeCount() const { return int(m_componentOf.size()); }
    [[nodiscard]] int componentCount() const { return m_componentCount; }
    [[nodiscard]] std::span<const int> successors(int node) const { return slice(m_offsets, m_targets, node); }
    [[nodiscard]] int componentOf(int node) const { return m_componentOf[size_t(node)]; }
    /// The nodes of a component in ascending order.
    [[nodiscard]] std::span<const int> members(int component) const
    {
        return slice(m_memberOffsets, m_members, component);
    }
    /// The components an edge leads to from this one; itself left out, repetitions possible.
    [[nodiscard]] std::span<const int> successorComponents(int component) const
    {
        return slice(m_componentOffsets, m_componentTargets, component);
    }
    /// More than one node, or a node with an edge to itself.
    [[nodiscard]] bool isCycle(int component) const { return m_isCycle[size_t(component)] != 0; }

    /// Everything reachable from the nodes, themselves included, as one flag a node. O(n+m).
    [[nodiscard]] std::vector<char> reachableFrom(const std::vector<int>& nodes) const;

private:
    static std::span<const int> slice(const std::vector<int>& offsets, const std::vector<int>& values, int index)
    {
        const auto begin = size_t(offsets[size_t(index)]);
        return {values.data() + begin, size_t(offsets[size_t(index) + 1]) - begin};
    }
    void findComponents();
    void collectMembers();
    void linkComponents();

    std::vector<int> m_offsets;
    std::vector<int> m_targets;
    std::vector<int> m_componentOf;
    std::vector<int> m_memberOffsets;
    std::vector<int> m_members;
    std::vector<int> m_componentOffsets;
    std::vector<int> m_componentTargets;
    std::vector<char> m_isCycle;
    int m_componentCount = 0;
};

/// Answers "can node a reach a member of set S?" for many pairs at once. Sixty-four sets share one pass over the
/// components, so the whole costs O((nodes + edges) * sets / 64) and no closure is ever stored.
class ReachQueries
{
public:
    explicit ReachQueries(const Digraph& graph) : m_graph(graph) {}

    [[nodiscard]] int addSet() { return m_setCount++; }
    void addMember(int set, int node) { m_members.push_back({set, node}); }
    /// The number of the question, for reaches(). A node reaches itself.
    int ask(int node, int set);
    /// Answers what was asked.
    void run();
    /// Only after run().
    [[nodiscard]] bool reaches(int question) const { return m_answers[size_t(question)] != 0; }

private:
    struct Pair
    {
        int set;
        int node;
    };
    void runBatch(int firstSet, std::span<const Pair> members, std::span<const int> questions,
                  std::vector<std::uint64_t>& masks);

    const Digraph& m_graph;
    int m_setCount = 0;
    std::vector<Pair> m_members;
    std::vector<Pair> m_questions;
    std::vector<char> m_answers;
};

} // namespace throughline
