// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/commandmatcher.h"
#include "core/model/blueprint.h"

namespace throughline {

/// Somewhere in a blueprint that one can go to.
struct Destination
{
    ElementRef element; ///< a card, phase, step, lane or role
    QString name;
    QString code;  ///< "4B2" of a card, "4" of a step, "B" of a lane
    QString where; ///< "Waiter, step 4" of a card; the phase of a step; empty for the others

    bool operator==(const Destination&) const = default;
};

/// A place that answers to what was typed.
struct FoundDestination
{
    int place = -1; ///< its index
    int score = 0;
    QList<int> positions; ///< the letters of its name; empty when it was found by its code
};

/// Every phase, step, lane and card, in reading order, and every role that does something in the drawing.
[[nodiscard]] QList<Destination> destinationsOf(const Blueprint& blueprint);

/// The places whose name or code answers to what was typed, best first, as many as limit: a code typed in full comes
/// before everything. Nothing for nothing typed.
[[nodiscard]] QList<FoundDestination> findDestinations(const QList<Destination>& places, const QString& typed,
                                                       int limit);

/// What to select and show for a place: the element itself; for a role the cards it acts on.
[[nodiscard]] QList<ElementRef> elementsAt(const Blueprint& blueprint, const ElementRef& place);

} // namespace throughline
