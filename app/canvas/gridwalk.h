// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridlayout.h"

namespace throughline {

enum class Direction { Left, Right, Up, Down };

/// What the keyboard stands on: a card, an empty cell, or the header of a lane, step or phase.
struct GridPlace
{
    ElementRef element; ///< kind Blueprint for an empty cell
    int row = -1;       ///< of a card or cell
    int column = -1;

    [[nodiscard]] bool isCell() const { return element.kind == ElementKind::Blueprint && row >= 0 && column >= 0; }
    bool operator==(const GridPlace&) const = default;
};

/// The place of an element; an invalid one (no element, no cell) for what has none.
[[nodiscard]] GridPlace placeOf(const Layout& layout, const ElementRef& element);

/// A place of the grid by what stays the same while lanes and steps come and go, and where it was.
struct GridMark
{
    LaneId lane;   ///< of its row
    StepId step;   ///< of its column
    PhaseId phase; ///< of its column, where it has no step
    int row = -1;
    int column = -1;
    int index = 0; ///< in the cell

    bool operator==(const GridMark&) const = default;
};

[[nodiscard]] GridMark markOf(const Layout& layout, const GridPlace& place);
/// What stands at a mark: the card at its index or the last of the cell, the empty cell, or the header. Where its lane
/// or step is gone, what is in its row or column now; an invalid place where there is nothing.
[[nodiscard]] GridPlace placeAt(const Layout& layout, const GridMark& mark);

/// The next place in a direction: the next card of the cell, the next cell, and beyond the first row or column the
/// headers. The same place at the border.
[[nodiscard]] GridPlace walk(const Layout& layout, const GridPlace& from, Direction direction);

/// The first card in reading order, or the first cell.
[[nodiscard]] GridPlace firstPlace(const Layout& layout);
/// The first (or last) card of a row; the place itself when the row is empty.
[[nodiscard]] GridPlace endOfRow(const Layout& layout, const GridPlace& from, bool last);

/// The area of a cell of the grid, as hit tests see it.
[[nodiscard]] QRectF cellRect(const Layout& layout, int row, int column);

} // namespace throughline
