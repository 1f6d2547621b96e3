// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/gridwalk.h"

#include "app/document/elementref.h"

#include <algorithm>

namespace throughline {

namespace {

/// The card of a cell at an index, counted from the end when negative; the cell itself when it is empty.
GridPlace inCell(const Layout& layout, int row, int column, qsizetype index)
{
    const QList<CardId> cards = layout.cardsInCell(row, column);
    if (cards.isEmpty())
        return {{}, row, column};
    const qsizetype wanted = index < 0 ? cards.size() + index : std::min(index, cards.size() - 1);
    return {refTo(cards[std::max<qsizetype>(wanted, 0)]), row, column};
}

qsizetype indexInCell(const Layout& layout, const GridPlace& place)
{
    return place.element.kind == ElementKind::Card
               ? layout.cardsInCell(place.row, place.column).indexOf(CardId(place.element.id))
               : 0;
}

int phaseIndexOf(const Layout& layout, int column)
{
    for (int i = 0; i < layout.phases().size(); ++i) {
        if (layout.phases()[i].firstColumn <= column && column <= layout.phases()[i].lastColumn)
            return i;
    }
    return -1;
}

GridPlace stepHeader(const Layout& layout, int column)
{
    const LayoutColumn& at = layout.columns()[column];
    if (at.kind == ColumnKind::Step)
        return {refTo(at.step), -1, column};
    const int phase = phaseIndexOf(layout, column);
    return phase < 0 ? GridPlace() : GridPlace{refTo(layout.phases()[phase].phase), -1, column};
}

GridPlace walkFromLane(const Layout& layout, const GridPlace& from, Direction direction)
{
    const int rows = int(layout.rows().size());
    if (direction == Direction::Right)
        return layout.columns().isEmpty() ? from : inCell(layout, from.row, 0, 0);
    const int row = from.row + (direction == Direction::Down ? 1 : direction == Direction::Up ? -1 : 0);
    return row < 0 || row >= rows ? from : GridPlace{refTo(layout.rows()[row].lane), row, -1};
}

GridPlace walkFromStep(const Layout& layout, const GridPlace& from, Direction direction)
{
    if (direction == Direction::Down)
        return layout.rows().isEmpty() ? from : inCell(layout, 0, from.column, 0);
    if (direction == Direction::Up) {
        const int phase = phaseIndexOf(layout, from.column);
        return phase < 0 || layout.phases()[phase].phase.isEmpty()
                   ? from
                   : GridPlace{refTo(layout.phases()[phase].phase), -1, from.column};
    }
    const int column = from.column + (direction == Direction::Right ? 1 : -1);
    return column < 0 || column >= layout.columns().size() || layout.columns()[column].kind == ColumnKind::Tray
               ? from
               : stepHeader(layout, column);
}

GridPlace walkFromPhase(const Layout& layout, const GridPlace& from, Direction direction)
{
    const int here = phaseIndexOf(layout, from.column);
    if (here < 0 || direction == Direction::Up)
        return from;
    if (direction == Direction::Down)
        return layout.columns()[from.column].kind == ColumnKind::Step ? stepHeader(layout, from.column)
                                                                      : inCell(layout, 0, from.column, 0);
    for (int i = here + (direction == Direction::Right ? 1 : -1); i >= 0 && i < layout.phases().size();
         i += direction == Direction::Right ? 1 : -1) {
        if (!layout.phases()[i].phase.isEmpty())
            return {refTo(layout.phases()[i].phase), -1, layout.phases()[i].firstColumn};
    }
    return from;
}

GridPlace walkFromCell(const Layout& layout, const GridPlace& from, Direction direction)
{
    const qsizetype index = indexInCell(layout, from);
    switch (direction) {
    case Direction::Left:
        return from.column == 0 ? GridPlace{refTo(layout.rows()[from.row].lane), from.row, -1}
                                : inCell(layout, from.row, from.column - 1, index);
    case Direction::Right: {
        int column = from.column + 1;
        // A card over several steps is left at its far end.
        if (const auto card = layout.card(CardId(from.element.id)))
            column = card->lastColumn + 1;
        return column >= layout.columns().size() ? from : inCell(layout, from.row, column, index);
    }
    case Direction::Up:
        if (index > 0)
            return inCell(layout, from.row, from.column, index - 1);
        return from.row == 0 ? stepHeader(layout, from.column) : inCell(layout, from.row - 1, from.column, -1);
    case Direction::Down:
        if (index + 1 < layout.cardsInCell(from.row, from.column).size())
            return inCell(layout, from.row, from.column, index + 1);
        return from.row + 1 >= layout.rows().size() ? from : inCell(layout, from.row + 1, from.column, 0);
    }
    return from;
}

} // namespace

GridPlace placeOf(const Layout& layout, const ElementRef& element)
{
    if (element.kind == ElementKind::Card) {
        const auto card = layout.card(CardId(element.id));
        return card ? GridPlace{element, card->row, card->firstColumn} : GridPlace();
    }
    if (element.kind == ElementKind::Lane) {
        const int row = layout.rowOf(LaneId(element.id));
        return row < 0 ? GridPlace() : GridPlace{element, row, -1};
    }
    if (element.kind == ElementKind::Step) {
        const int column = layout.columnOf(StepId(element.id));
        return column < 0 ? GridPlace() : GridPlace{element, -1, column};
    }
    if (element.kind == ElementKind::Phase) {
        for (const LayoutPhase& phase : layout.phases()) {
            if (phase.phase.value == element.id)
                return {element, -1, phase.firstColumn};
        }
    }
    return {};
}

GridMark markOf(const Layout& layout, const GridPlace& place)
{
    GridMark mark;
    if (place.row >= 0 && place.row < layout.rows().size()) {
        mark.row = place.row;
        mark.lane = layout.rows()[place.row].lane;
    }
    if (place.column >= 0 && place.column < layout.columns().size()) {
        mark.column = place.column;
        mark.step = layout.columns()[place.column].step;
        mark.phase = layout.columns()[place.column].phase;
    }
    if (mark.row >= 0 && mark.column >= 0)
        mark.index = int(std::max<qsizetype>(indexInCell(layout, place), 0));
    return mark;
}

namespace {

int columnAt(const Layout& layout, const GridMark& mark)
{
    if (!mark.step.isEmpty()) {
        if (const int column = layout.columnOf(mark.step); column >= 0)
            return column;
    }
    // An empty phase, or the one its step is folded into.
    for (int i = 0; i < layout.columns().size(); ++i) {
        const LayoutColumn& column = layout.columns()[i];
        if (column.kind == ColumnKind::EmptyPhase && column.phase == mark.phase)
            return i;
    }
    return std::min(mark.column, int(layout.columns().size()) - 1);
}

} // namespace

GridPlace placeAt(const Layout& layout, const GridMark& mark)
{
    const int known = mark.lane.isEmpty() ? -1 : layout.rowOf(mark.lane);
    const int row = known >= 0 ? known : std::min(mark.row, int(layout.rows().size()) - 1);
    const int column = columnAt(layout, mark);
    if (row >= 0 && column >= 0)
        return inCell(layout, row, column, mark.index);
    if (row >= 0 && mark.column < 0)
        return {refTo(layout.rows()[row].lane), row, -1};
    return column >= 0 && mark.row < 0 ? stepHeader(layout, column) : GridPlace();
}

GridPlace walk(const Layout& layout, const GridPlace& from, Direction direction)
{
    switch (from.element.kind) {
    case ElementKind::Lane:
        return walkFromLane(layout, from, direction);
    case ElementKind::Step:
        return walkFromStep(layout, from, direction);
    case ElementKind::Phase:
        return walkFromPhase(layout, from, direction);
    default:
        return from.row < 0 || from.column < 0 ? firstPlace(layout) : walkFromCell(layout, from, direction);
    }
}

GridPlace firstPlace(const Layout& layout)
{
    if (layout.rows().isEmpty() || layout.columns().isEmpty())
        return layout.rows().isEmpty() ? GridPlace() : GridPlace{refTo(layout.rows()[0].lane), 0, -1};
    for (int row = 0; row < layout.rows().size(); ++row) {
        const GridPlace place = endOfRow(layout, {{}, row, 0}, false);
        if (place.element.kind == ElementKind::Card)
            return place;
    }
    return {{}, 0, 0};
}

GridPlace endOfRow(const Layout& layout, const GridPlace& from, bool last)
{
    if (from.row < 0)
        return from;
    const int columns = int(layout.columns().size());
    for (int i = 0; i < columns; ++i) {
        const int column = last ? columns - 1 - i : i;
        if (!layout.cardsInCell(from.row, column).isEmpty())
            return inCell(layout, from.row, column, 0);
    }
    return from;
}

QRectF cellRect(const Layout& layout, int row, int column)
{
    if (row < 0 || column < 0 || row >= layout.rows().size() || column >= layout.columns().size())
        return {};
    const LayoutRow& r = layout.rows()[row];
    const LayoutColumn& c = layout.columns()[column];
    const double padding = std::min(layout.style().rowPaddingPt, (r.bottom - r.stripsBottom) / 4);
    return {c.left, r.stripsBottom + padding, c.width, r.bottom - r.stripsBottom - 2 * padding};
}

} // namespace throughline
