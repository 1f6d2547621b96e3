// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QSet>

namespace throughline {

/// The thread a card belongs to: the card, everything that leads to it and everything it leads to, with the connections
/// between. Empty for a card without connections, and for a thread of more than limit elements. O(connections).
[[nodiscard]] QSet<ElementRef> threadOf(const Blueprint& blueprint, const CardId& card, qsizetype limit = 600);

} // namespace throughline
