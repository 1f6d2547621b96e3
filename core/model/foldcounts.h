// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patch.h"

#include <QHash>

namespace throughline {

/// What a folded lane or phase holds.
struct FoldCount
{
    int steps = 0; ///< none of a lane
    int cards = 0;

    bool operator==(const FoldCount&) const = default;
};

/// By folded lane and folded phase.
using FoldCounts = QHash<ElementRef, FoldCount>;

/// What the folded lanes and phases of a blueprint hold. A card that reaches out of a folded phase is not counted
/// there: it is seen. O(steps), and O(cards) where something is folded.
[[nodiscard]] FoldCounts foldCounts(const Blueprint& blueprint);
/// The counts after patch made after from the blueprint they are of. Costs what the patch changes unless lanes, phases
/// or steps are among it.
[[nodiscard]] FoldCounts foldCounts(FoldCounts counts, const Blueprint& after, const Patch& patch);

/// A count in words, the fullest first: "4 steps, 12 cards", "12 cards", "12".
[[nodiscard]] QStringList foldTexts(const FoldCount& count);

} // namespace throughline
