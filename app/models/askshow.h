// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/walk.h"
#include "core/ask/askrole.h"
#include "core/check/finding.h"

#include <optional>

/// A question as it is played: what is said at each stop, and the walk on the canvas.
namespace throughline {

/// One stop of a question that is played.
struct AskStep
{
    QString number; ///< "1", "2"; empty at the customer and at the end
    QString action; ///< what happens: "fetches"; empty where somebody is just asked
    QString who;    ///< "Waiter"; at the end: "answered"
    QString detail; ///< what is asked for again here, or why it ends; one sentence, may be empty
    int hops = 0;   ///< changes of hands so far
    KnownMinutes minutes;
    WalkSign sign = WalkSign::Holds;

    bool operator==(const AskStep&) const = default;
};

/// A question from the customer to its end. steps[i] is walk.stops[i].
struct AskShow
{
    QString question; ///< "Ask the Busser for “the bill”"
    QString sentence; ///< the one that the command line prints
    QList<AskStep> steps;
    Walk walk;

    bool operator==(const AskShow&) const = default;
    [[nodiscard]] bool isEmpty() const { return steps.isEmpty(); }
};

/// An answer going its best or its worst way. Where nothing of it is drawn, its stops are the cards at which the roles
/// work nearest to where it is asked, else their lanes.
[[nodiscard]] AskShow showOf(const Blueprint& blueprint, const AskAnswer& answer, bool worst);

/// What a finding says about a question that somebody can put to a role.
struct AskOfFinding
{
    RoleId role;
    RequestId request;
    CardId at;
    bool worst = false; ///< it is the worst way that the finding is about

    bool operator==(const AskOfFinding&) const = default;
};

/// The question that a finding is about, where it is about one; else nothing. table: as the document is.
[[nodiscard]] std::optional<AskOfFinding> questionOf(const Blueprint& blueprint, const RoleRequestTable& table,
                                                     const Finding& finding);

/// A finding about the thread of a contact that is no question to a role (a plain arrow, a role nobody named), played
/// from the contact to where it ends. Empty where the finding is about something else.
[[nodiscard]] AskShow showOf(const Blueprint& blueprint, const Finding& finding);

} // namespace throughline
