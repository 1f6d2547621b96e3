// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridlayout.h"

namespace throughline {

/// The words and the height of a card that is widthPt wide.
[[nodiscard]] CardText makeCardText(const Blueprint& blueprint, const Card& card, double widthPt,
                                    const LayoutStyle& style, const TextMeasurer& measurer);

/// Above a slip, and between its edge and its words.
inline constexpr double SlipGapPt = 4;
inline constexpr double SlipPaddingPt = 3;
/// The mark of a slip and the space behind it.
inline constexpr double SlipMarkPt = 16;
/// Below the last line of a card.
inline constexpr double CardBottomPt = 8;
/// The height of a slip without the gap above it.
[[nodiscard]] double slipHeight(const CardSlip& slip, const TextMeasurer& measurer);

/// The height of the line of marks and figures of a card, with the gap above it; 0 where it has none.
[[nodiscard]] double metaHeight(const CardText& text, const TextMeasurer& measurer);

/// What stands on a connection: its label, or the request and the data it carries; empty where there is nothing to say.
[[nodiscard]] QString labelOf(const Blueprint& blueprint, const Connection& connection);

} // namespace throughline
