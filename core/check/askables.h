// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ask/capabilities.h"
#include "core/check/meetings.h"
#include "core/check/threads.h"

#include <vector>

namespace throughline {

/// One request that a customer may put to one role, and what becomes of it.
struct Askable
{
    int role = -1;
    int request = -1; ///< -1: unnamed, then link is the connection that asks
    int link = -1;    ///< a connection that asks it of this role, -1 = none is drawn
    OwnAbility own = OwnAbility::Unknown;
    RoleOutcome outcome = RoleOutcome::Unknown;
    int hops = 0;
    int next = -1;             ///< role
    std::vector<int> passesTo; ///< roles, unnamed ones included
    bool inCircle = false;
};

/// What may be asked of whom, for the rules about dead ends. A catalogued request may be put to every role met in a
/// phase in which it is live; one that is only drawn to those it is drawn into (rules.md 2.3 family B).
class AskableTable
{
public:
    AskableTable(const ServiceGraph& graph, const ThreadAnalysis& threads, const Meetings& meetings,
                 const Capabilities& capabilities);

    /// Ordered by role, then request, unnamed ones last.
    [[nodiscard]] const std::vector<Askable>& entries() const { return m_entries; }
    struct Circle
    {
        int request;
        std::vector<int> roles; ///< ascending
    };
    [[nodiscard]] const std::vector<Circle>& circles() const { return m_circles; }
    [[nodiscard]] int unknownCount() const { return m_unknown; }

private:
    void addRequest(const ServiceGraph& graph, int request, const RequestReach& reach, const std::vector<int>& roles);

    std::vector<Askable> m_entries;
    std::vector<Circle> m_circles;
    int m_unknown = 0;
};

} // namespace throughline
