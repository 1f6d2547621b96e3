// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ask/askrole.h"
#include "core/ask/capabilities.h"
#include "core/check/branches.h"
#include "core/check/meetings.h"
#include "core/check/phrases.h"
#include "core/check/threads.h"

#include <optional>

namespace throughline {

/// Everything one question after the other is put to.
class AskSimulation::Parts
{
public:
    explicit Parts(const Blueprint& blueprint);

    const Blueprint blueprint; ///< a copy, so that the graph never outlives what it reads
    const ServiceGraph graph;
    const ThreadAnalysis threads;
    const BranchAnalysis branches;
    const Meetings meetings;
    const Capabilities abilities; ///< said, and proved by the drawing
    const Capabilities said;
    const Phrases say;
};

/// The best and the worst way of one question.
struct AskWays
{
    AskResult best;
    AskResult worst;
};

/// The ways a question takes along what was said of the roles.
[[nodiscard]] AskWays saidWays(const AskSimulation::Parts& parts, const Capabilities& abilities, const RoleId& role,
                               const RequestId& request);

/// The ways of the thread that starts with a contact; nothing where the drawing shows no answer but the role is said
/// to see to the request, so that what was said counts.
[[nodiscard]] std::optional<AskWays> drawnWays(const AskSimulation::Parts& parts, const Contact& contact);

/// How long a role takes for what it does about a request, where anybody has said.
[[nodiscard]] std::optional<Minutes> timeOf(const Role& role, const RequestId& request, Capability::Ability ability,
                                            const RoleId& passesTo);
/// Adds a part that may be unknown.
void add(KnownMinutes& minutes, const std::optional<Minutes>& part);

/// Department changes of the hop between two sets of roles, known or not.
void countDepartments(const RoleSet& from, const RoleSet& to, AskResult& result);

/// The shortest way from a node to a node of a circle and once around it; the last node stands there twice. Empty if no
/// circle can be reached.
[[nodiscard]] std::vector<int> wayIntoCircle(const Digraph& graph, int start);

/// The sentence for people about an answer.
[[nodiscard]] QString askSentence(const AskSimulation::Parts& parts, const AskAnswer& answer);

} // namespace throughline
