// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patch.h"

#include <QSet>

namespace throughline {

/// What cards and connections belong to: they, everything that leads to them and everything they lead to, with the
/// connections between.
struct Thread
{
    QSet<ElementRef> elements; ///< empty where none of them is connected
    qsizetype before = 0;      ///< cards that lead to them
    qsizetype after = 0;       ///< cards they lead to

    bool operator==(const Thread&) const = default;
};

/// The thread of some elements. O(connections).
[[nodiscard]] Thread threadOf(const Blueprint& blueprint, const QList<ElementRef>& refs);

/// Whether a patch may have made the thread of some elements another one. O(changes).
[[nodiscard]] bool changesThread(const Thread& thread, const QList<ElementRef>& refs, const Patch& patch);

} // namespace throughline
