// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/servicegraph.h"

#include <vector>

namespace throughline {

struct Contact;
struct InsideRequest;

/// The questions put about all threads at once: does this thread hold a card from which such an arrow leads to that
/// customer?
class ThreadQuestions
{
public:
    explicit ThreadQuestions(const ServiceGraph& graph);

    enum class Back { Answer, Plain, Any, Told, SentAway };
    static constexpr int Unnamed = -1;
    static constexpr int AnyRequest = -2;
    static constexpr int AnyRole = -1;
    static constexpr int AnyParty = -1;

    /// Asks whether the thread from a node has an arrow of that sort to the customer, about the request (its number,
    /// Unnamed or AnyRequest), from a card of the role. The number is for answered().
    int ask(int node, Back back, int party, int request = AnyRequest, int role = AnyRole);
    int askBroken(int node) { return m_queries.ask(node, m_broken); }
    int askDecision(int node) { return m_queries.ask(node, m_decision); }
    /// Whether the thread comes to a card of one of the roles at the other node.
    int askReturn(int node, int toRolesAt);
    void run();
    [[nodiscard]] bool answered(int question) const { return m_queries.reaches(question); }
    /// A loose arrow into the customer's lane might be the answer.
    [[nodiscard]] bool partyIsBroken(int party) const { return m_partyBroken[size_t(party)] != 0; }

private:
    struct Key
    {
        Back back;
        int party;
        int request;
        int role;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0)
        {
            return qHashMulti(seed, int(key.back), key.party, key.request, key.role);
        }
    };
    void fillBacks();
    void fillBack(const Link& link);
    void fillReturns();

    const ServiceGraph& m_graph;
    ReachQueries m_queries;
    int m_broken = -1;
    int m_decision = -1;
    QHash<Key, int> m_sets;
    QHash<int, int> m_returnSets; ///< role set -> set of nodes
    std::vector<char> m_partyBroken;
};

/// A card at which the work takes one of several ways: so said, or with two or more conditional arrows leaving it.
[[nodiscard]] bool isDecision(const ServiceGraph& graph, int node);

} // namespace throughline
