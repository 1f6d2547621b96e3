// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <QList>

#include <optional>

/// What the charts of a blueprint are drawn from, with the elements behind each figure.
namespace throughline {

/// One step of a customer. What nobody has said is absent, never zero.
struct JourneyStep
{
    ElementRef card;
    ElementRef phase; ///< kind Blueprint: in no phase
    std::optional<double> minutes;
    std::optional<int> worry;  ///< 0-3
    std::optional<int> effort; ///< 0-3
    bool waits = false;
    /// He does here what he has done before: asks for the same once more, or gives what he has given.
    bool again = false;
    bool onSlowestWay = false;

    bool operator==(const JourneyStep&) const = default;
};

/// The way of one customer.
struct Journey
{
    QList<ElementRef> about;  ///< his lane where there are several customers; empty: the whole
    QString customer;         ///< "the guest", "Nadia"
    QList<JourneyStep> steps; ///< every card of his from left to right, those that are nowhere last
    double quickest = 0;      ///< minutes
    double slowest = 0;

    bool operator==(const Journey&) const = default;
};

/// Hand-overs from one department to another, or within one, between different roles.
struct DepartmentHandovers
{
    ElementRef from; ///< kind Blueprint: of a role without a department
    ElementRef to;
    QList<ElementRef> connections;

    bool operator==(const DepartmentHandovers&) const = default;
};

/// What becomes of what customers may ask of one role: its row of the role x request table, counted.
struct RoleAnswers
{
    ElementRef role;
    int fulfils = 0;
    int passesOn = 0;
    int dies = 0; ///< and goes round in circles
    int unknown = 0;
    QList<ElementRef> cards; ///< where the customer meets the role, at most 256

    bool operator==(const RoleAnswers&) const = default;
};

} // namespace throughline
