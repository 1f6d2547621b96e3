// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/threads.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace throughline {

/// On which branches of decisions a request that is answered elsewhere is forgotten (rules.md 2.3 C2). Cards that
/// answer and are no decisions are cut out; then a card dies when it is a decision with an exit into a dying card, or
/// when all its exits die; a circle dies when one of its decisions has an exit into a dying card, or when it has no
/// answering branch and all its exits die. An exit that has a condition and is the only one leaves another one out,
/// which dies. A plain arrow to the customer counts as an answer only behind a decision: before it every branch would
/// have it, and the answer is marked elsewhere. Sixty-four requests share one pass.
class BranchAnalysis
{
public:
    BranchAnalysis(const ServiceGraph& graph, const ThreadAnalysis& threads);

    struct Forgetful
    {
        int contact;
        /// Decision and the first card of the branch that forgets, ascending; -1 for an exit that nobody drew.
        std::vector<std::pair<int, int>> branches;
    };
    /// By contact.
    [[nodiscard]] const std::vector<Forgetful>& forgetful() const { return m_forgetful; }
    /// Requests and plain contacts with an answer and a decision on the way.
    [[nodiscard]] int checked() const { return m_checked; }

private:
    using Mask = std::uint64_t;
    /// Contacts that are answered by the same cards.
    struct Group
    {
        std::vector<int> contacts;
        std::vector<int> answering; ///< nodes
    };
    void collectRequests(std::vector<Group>& groups);
    void collectPlain(std::vector<Group>& groups);
    [[nodiscard]] Group laterMeetings(int contact, const std::vector<Group>& plain) const;
    [[nodiscard]] std::vector<Forgetful> judge(const std::vector<Group>& groups);
    void judgeBatch(std::span<const Group> batch, std::vector<Forgetful>& found);
    void spread();
    void judgeCycle(int component);
    void cutCycle(int component, int bit);
    [[nodiscard]] std::vector<std::pair<int, int>> branchesOf(int asked, Mask bit) const;

    const ServiceGraph& m_graph;
    const ThreadAnalysis& m_threads;
    void findDecisions();

    std::vector<char> m_decides;
    std::vector<char> m_lacksExit;      ///< the one exit of a decision has a condition: nobody drew the other
    std::vector<char> m_afterADecision; ///< some decision leads here
    std::vector<char> m_broken;         ///< a loose connection leaves the node: nobody knows where to
    std::vector<Mask> m_answers;
    std::vector<Mask> m_dies;
    std::vector<Mask> m_reaches; ///< can come to an answer
    std::vector<int> m_localIndex;
    std::vector<Forgetful> m_forgetful;
    qint64 m_budget = 20'000'000; ///< cards of circles looked at one request at a time
    int m_checked = 0;
};

} // namespace throughline
