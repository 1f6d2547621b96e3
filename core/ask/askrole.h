// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ask/capabilities.h"
#include "core/ask/rolerequesttable.h"
#include "core/model/blueprint.h"

#include <QList>
#include <QString>

#include <memory>

namespace throughline {

/// What becomes of a question put to a role.
enum class AskOutcome {
    Fulfilled,
    Dies,    ///< somebody refuses, or no answer ever comes back
    Circles, ///< it returns to somebody who had it before
    Unknown, ///< nobody has said
    NotHere, ///< the role is not met there
};

/// What a result rests on: a thread in the drawing, or what was said of the roles (their capabilities).
enum class AskBasis { Drawn, Said };

/// A sum of which some parts may be unknown.
struct KnownMinutes
{
    Minutes sum;
    int known = 0;
    int unknown = 0;

    bool operator==(const KnownMinutes&) const = default;
    /// "7 min", "≥ 7 min (2 of 5 unknown)", "unknown". Never a bare number with something unknown in it.
    [[nodiscard]] QString toString() const;
};

/// Who holds the question for a while.
struct AskStop
{
    QList<RoleId> roles;       ///< empty: a role that nobody named; several: they work jointly
    QString who;               ///< its name as people read it
    ElementRef place;          ///< the first of its cards on the way (Drawn), or the role (Said)
    bool isFetched = false;    ///< comes to the customer: not the first, and it stands before the line of visibility
    QList<DataItemId> again;   ///< what the customer is asked for again here, because it was not carried along
    bool againAssumed = false; ///< no hand-over to it is drawn, so that nobody knows what it carries
    KnownMinutes minutes;      ///< from the question until it leaves these hands

    bool operator==(const AskStop&) const = default;
};

/// One way a question can go.
struct AskResult
{
    AskOutcome outcome = AskOutcome::Unknown;
    AskBasis basis = AskBasis::Said;
    QList<AskStop> path; ///< the role asked first; in a circle the last is one that was there before
    /// Every card and connection on the way in order, ready to be played on the canvas; roles where nothing is drawn.
    QList<ElementRef> walk;
    int hops = 0;                ///< changes of hands on the way to the answer
    int returnHops = 0;          ///< on the way back to whoever stands before the customer
    bool returnAssumed = false;  ///< nobody drew the way back
    int departmentChanges = 0;   ///< hops from one department to another
    int departmentsUnknown = 0;  ///< hops of which nobody knows whether they are
    int visibilityCrossings = 0; ///< the way back included
    KnownMinutes minutes;
    QList<ElementRef> diesAt; ///< where it ends: cards (Drawn) or the role (Said); at most 64
    QString reason;           ///< a clause that says why it is not fulfilled; empty when it is

    bool operator==(const AskResult&) const = default;
    /// The roles that come to the customer.
    [[nodiscard]] QList<RoleId> fetched() const;
};

/// The answer to "ask this role for that at this card". Where the question can go several ways, best is the one with
/// the fewest hops, then the least time; worst is the one that dies, else circles, else is unknown, else is longest.
struct AskAnswer
{
    RoleId role;
    RequestId request;
    CardId at;          ///< where it was asked; empty: the customer never meets the role
    CardId nearest;     ///< when it is not there: the nearest moment, by steps, at which it is met; may be empty
    bool isLive = true; ///< the request is one that customers may have in that phase
    AskResult best;
    AskResult worst;
    QString sentence; ///< for people

    bool operator==(const AskAnswer&) const = default;
    [[nodiscard]] AskOutcome outcome() const { return best.outcome; }
};

/// Puts questions to a blueprint (rules.md 3). Prepared once, asks many; reading it from several threads is safe.
class AskSimulation
{
public:
    explicit AskSimulation(const Blueprint& blueprint);
    ~AskSimulation();
    AskSimulation(const AskSimulation&) = delete;
    AskSimulation& operator=(const AskSimulation&) = delete;

    /// What happens when the customer asks the role for the request at that card. Without a card: where the request is
    /// drawn into the role, else where the role is first met while the request is live, else where it is first met.
    /// A role or card that does not exist gives NotHere. O(cards + connections + roles).
    [[nodiscard]] AskAnswer ask(const RoleId& role, const RequestId& request, const CardId& at = {}) const;

    /// Who can answer what: roleRequestTable() of the blueprint.
    [[nodiscard]] RoleRequestTable table() const;
    /// The abilities that the drawing proves, whatever anybody says.
    [[nodiscard]] const QList<DrawnAbility>& drawnAbilities() const;
    /// The customer's cards at which a role is met, in the order of the journey; empty for a role nobody meets.
    [[nodiscard]] QList<CardId> meetingsWith(const RoleId& role) const;
    /// The roles met at a card of the customer, by id.
    [[nodiscard]] QList<RoleId> rolesMetAt(const CardId& card) const;

    class Parts; ///< (core/ask/askparts.h)

private:
    std::unique_ptr<const Parts> m_parts;
};

/// The word of an outcome as the command line prints it: fulfilled, dies, loop, unknown, not-here.
[[nodiscard]] QString word(AskOutcome outcome);

} // namespace throughline
