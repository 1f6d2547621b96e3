// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <QList>
#include <QString>

namespace throughline {

/// What a stop of a walk shows beside itself.
enum class WalkSign {
    Asks,     ///< the customer, before he asks
    Holds,    ///< somebody has the question
    Answered, ///< ✓
    Dies,     ///< ✕
    Circles,  ///< ↻
    Unknown,  ///< ?
};

/// Where a question is for a while.
struct WalkStop
{
    ElementRef place; ///< a card or a lane; a role: somebody who is not drawn
    QString label;    ///< a few words beside it: "2 fetches Waiter"; empty: none
    WalkSign sign = WalkSign::Holds;

    bool operator==(const WalkStop&) const = default;
};

/// A question on its way through the drawing, shown above it: its stops in the light, the way between them, a mark that
/// travels. Everything else is veiled.
struct Walk
{
    QList<WalkStop> stops;
    /// legs[i] leads from stop i to stop i + 1: cards and connections in the order of the way; where no connection
    /// stands between two cards, the way jumps.
    QList<QList<ElementRef>> legs;
    QList<ElementRef> dead; ///< where it ends without an answer, marked once the last stop is reached

    bool operator==(const Walk&) const = default;
    [[nodiscard]] bool isEmpty() const { return stops.isEmpty(); }
};

} // namespace throughline
