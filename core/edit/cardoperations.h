// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/edit/idsource.h"
#include "core/model/patch.h"

namespace throughline {

/// A place in the grid: a lane, a step (empty: unplaced, in the tray), and how many cards of that cell stand above it;
/// -1 puts it under all others.
struct CellPlace
{
    LaneId lane;
    StepId step;
    int index = -1;

    bool operator==(const CellPlace&) const = default;
};

/// Adds card (its id must be new) to the cell of its lane and firstStep so that index cards stand above it; -1 = at the
/// bottom. NotPossible in a lane that draws a curve, here and below.
[[nodiscard]] Result<Patch> addCard(const Blueprint& blueprint, const Card& card, int index = -1);

/// Moves one card to another place; a card over several steps keeps its number of steps as far as the grid reaches.
[[nodiscard]] Result<Patch> moveCard(const Blueprint& blueprint, const CardId& card, const CellPlace& place);

/// Moves cards together by rows (in the order of orderedLanes(); past one that draws a curve) and columns (in the order
/// of orderedSteps()), to the bottom of their new cells. Columns to the right of the last step are made; leaving the
/// grid on any other side is NotPossible.
[[nodiscard]] Result<Patch> moveCards(const Blueprint& blueprint, const QList<CardId>& cards, int rows, int columns,
                                      const IdSource& newId = mintId);

/// Moves a card up (by < 0) or down among the cards of its cell. NotPossible at the border of the cell.
[[nodiscard]] Result<Patch> shiftInCell(const Blueprint& blueprint, const CardId& card, int by);

/// Makes a card reach from one step to another (both included, in either order).
[[nodiscard]] Result<Patch> setCardSpan(const Blueprint& blueprint, const CardId& card, const StepId& first,
                                        const StepId& last);

} // namespace throughline
