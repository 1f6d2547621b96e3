// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/servicegraph.h"

#include <vector>

namespace throughline {

/// Which waits end and which cannot (rules.md 2.3 C5, C6): a least fixpoint over "can happen", where a wait needs both
/// its turn and its sender, and everything else any one of what leads to it. No state space.
class WaitAnalysis
{
public:
    explicit WaitAnalysis(const ServiceGraph& graph);

    /// Waits that somebody else must end and to which nobody sends anything, ascending; those of the company whether or
    /// not its lane receives anything.
    [[nodiscard]] const std::vector<int>& unfed() const { return m_unfed; }
    /// Waits that somebody else must end. Not among them: a wait in a race with another that ends (a time-out drawn as
    /// a branch), and in lanes of the company one that no connection touches or that opens the lane for what comes in
    /// at the card behind it.
    [[nodiscard]] int openWaits() const { return m_openWaits; }
    /// The lane receives something from another one.
    [[nodiscard]] bool receives(int lane) const { return m_receives[size_t(lane)] != 0; }
    /// Waits that cannot end while an unfed one does not, ascending.
    [[nodiscard]] std::vector<int> behind(int unfedWait) const;
    /// Cards that cannot happen even if every unfed wait ends, as circles nothing outside leads to; each with the cards
    /// in it.
    [[nodiscard]] const std::vector<std::vector<int>>& circles() const { return m_circles; }
    /// The wait ends only when somebody else does something.
    [[nodiscard]] bool isOpenWait(int card) const { return m_isOpenWait[size_t(card)] != 0; }

private:
    struct Needs
    {
        bool turn = false;   ///< something in its own lane leads here
        bool sender = false; ///< something in another lane does
    };
    void findReceivers();
    [[nodiscard]] bool isFed(int card) const;
    [[nodiscard]] bool endsInARace(int card) const;
    [[nodiscard]] bool opensItsLane(int card) const;
    void findWaits();
    void linkCards();
    [[nodiscard]] std::vector<char> canHappen(bool unfedEnd);
    void findCircles(const std::vector<char>& happens);
    void addStep(int from, int to);

    struct Step
    {
        int from;
        int to;
        bool fromOtherLane;
    };

    const ServiceGraph& m_graph;
    std::vector<char> m_receives;
    std::vector<char> m_isOpenWait;
    std::vector<char> m_isUnfed;
    std::vector<char> m_isGiven; ///< happens whatever else does
    std::vector<Needs> m_needs;
    std::vector<Step> m_steps; ///< by from
    std::vector<int> m_stepOffsets;
    std::vector<int> m_unfed;
    std::vector<char> m_happens;
    std::vector<char> m_hadTurn;
    std::vector<std::vector<int>> m_circles;
    int m_openWaits = 0;
};

} // namespace throughline
