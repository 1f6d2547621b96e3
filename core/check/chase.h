// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/threads.h"

#include <vector>

namespace throughline {

/// Where customers have to ask twice (rules.md 2.3 C4).
class ChaseAnalysis
{
public:
    ChaseAnalysis(const ServiceGraph& graph, const ThreadAnalysis& threads);

    /// A request asked again: contacts by their number, the earlier ones ascending.
    struct Again
    {
        int later;
        std::vector<int> earlier;
    };
    [[nodiscard]] const std::vector<Again>& askedAgain() const { return m_again; }
    /// The connections that send a customer away.
    [[nodiscard]] const std::vector<int>& sentAway() const { return m_sentAway; }
    /// The contact is part of a chase, so that its missing answer is no news: it leads to a send-away, or is asked
    /// again later.
    [[nodiscard]] bool isChased(int contact) const { return m_isChased[size_t(contact)] != 0; }

private:
    using Mask = std::uint64_t;
    /// Sixty-four requests at most that are looked at together, and everyone who may have asked the same later.
    struct Batch
    {
        std::vector<int> contacts;
        std::vector<int> later;
    };
    void findAgain(const std::vector<std::vector<int>>& groups);
    void findAgain(const Batch& batch);
    void mergeAgain();
    [[nodiscard]] std::vector<Mask> arrivals(const Batch& batch) const;
    [[nodiscard]] bool isSameRequest(int contact, int other) const;

    const ServiceGraph& m_graph;
    const ThreadAnalysis& m_threads;
    std::vector<Again> m_again;
    std::vector<int> m_sentAway;
    std::vector<char> m_isChased;
};

} // namespace throughline
