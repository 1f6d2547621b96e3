// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QSet>

namespace throughline {

/// The threads that cards and connections belong to: they, everything that leads to them and everything they lead to,
/// with the connections between. Empty where none of them is connected. O(connections).
[[nodiscard]] QSet<ElementRef> threadOf(const Blueprint& blueprint, const QList<ElementRef>& refs);

/// How many cards lead to an element, and to how many it leads.
struct ThreadLength
{
    qsizetype before = 0;
    qsizetype after = 0;
};
[[nodiscard]] ThreadLength threadLength(const Blueprint& blueprint, const ElementRef& ref);

} // namespace throughline
