// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridlayout.h"

#include <optional>

/// What lies at a point of the picture. Points and tolerances are in points of the layout; divide pixels by the scale
/// first.
namespace throughline {

/// The element under a point of the grid: a card, else a label or connection within tolerancePt, else nothing.
[[nodiscard]] std::optional<ElementRef> elementAt(const Layout& layout, const QPointF& point, double tolerancePt);

/// The lane, step or phase whose header contains a point. The header column is the strip left of headerWidth(), the
/// header row the strip above headerHeight(), wherever the view shows them.
[[nodiscard]] std::optional<ElementRef> headerAt(const Layout& layout, const QPointF& point);

/// The height of a bar that stands for a card where there is no room for one, between the cards of a cell.
inline constexpr double DropBarPt = 5;

/// A cell of the grid, and the place in it where a card dropped at a point would go.
struct CellSpot
{
    int row = 0;
    int column = 0;
    LaneId lane;
    StepId step;         ///< empty: the tray, an empty phase, or beyond the last column
    PhaseId phase;       ///< of the column
    bool beyond = false; ///< right of the last step: a new step belongs there
    int index = 0;       ///< before the index-th card of the cell
    QRectF cell;         ///< the cell's area, gutters left out
    QRectF target;       ///< where the card would stand; a bar DropBarPt high where it would go between or below others

    bool operator==(const CellSpot&) const = default;
};

/// The cell at a point; points in gutters belong to the nearest cell. Nothing above, below or left of the grid.
[[nodiscard]] std::optional<CellSpot> cellAt(const Layout& layout, const QPointF& point);
/// The cell of a row and a column, which must be there, and the place in it below all its cards.
[[nodiscard]] CellSpot endOfCell(const Layout& layout, int row, int column);

/// A place between two lanes or between two columns where something can be inserted.
struct Gap
{
    enum class Between { Rows, Columns };

    Between between = Between::Rows;
    int before = 0;        ///< index of the row or column after the gap; size() at the end
    double positionPt = 0; ///< y of a gap between rows, x of a gap between columns

    bool operator==(const Gap&) const = default;
};

/// The gap between lanes (for a point in the header column) or between columns (in the header row) within tolerancePt.
[[nodiscard]] std::optional<Gap> gapAt(const Layout& layout, const QPointF& point, double tolerancePt);
/// Every gap, rows from the top, then columns from the left, the outer ones included.
[[nodiscard]] QList<Gap> gaps(const Layout& layout);

/// The area of a lane's, step's or phase's header, of a card, of a connection's bounds; null for anything else.
[[nodiscard]] QRectF areaOf(const Layout& layout, const ElementRef& element);

/// The end of a route a point is at, within tolerancePt: 0 from, 1 to, -1 neither.
[[nodiscard]] int routeEndAt(const Route& route, const QPointF& point, double tolerancePt);

} // namespace throughline
