// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QHash>
#include <QList>
#include <QRect>

#include <functional>

/// Where cards stand in the formats that other programs read: the order of the rows of a spreadsheet, and a plain grid
/// of boxes for programs that want coordinates. Not the layout of the editor (core/layout): no fonts, no routing.
namespace throughline {

/// The cards by step, then lane from top to bottom, then position, then id; cards without a step come last.
/// O(n log n).
[[nodiscard]] QList<Card> cardsByStep(const Blueprint& blueprint);

/// The index of every column: the steps from left to right, and under the empty id one column more for the cards
/// without a step, where there are any.
[[nodiscard]] QHash<StepId, int> columnIndexes(const Blueprint& blueprint);

/// The measures of a CardGrid, in pixels.
struct CardGridStyle
{
    int columnWidth = 230; ///< a card and the gap to the next one
    int cardWidth = 120;
    int cardHeight = 80;
    int rowGap = 20;        ///< above and below every card
    int lineGap = 0;        ///< between two rows with a line of interaction or visibility between them, for each line
    bool spanSteps = false; ///< a card over several steps is as wide as they are; else it stands in its first
    /// What a card needs below itself, for marks that belong to it; empty = nothing.
    std::function<int(const Card&)> extraHeight;
};

/// One row of a CardGrid.
struct CardGridRow
{
    LaneId lane;
    int top = 0; ///< from the top of the first row
    int height = 0;
};

/// A line that the stages of two neighbouring rows draw between them.
enum class CardGridLineKind { Interaction, Visibility, InternalInteraction };

struct CardGridLine
{
    CardGridLineKind kind = CardGridLineKind::Interaction;
    int y = 0; ///< in the middle of its gap
};

/// Boxes for cards: columns are steps, rows are the lanes given, cards of one cell stand below each other.
struct CardGrid
{
    QList<CardGridRow> rows; ///< in the order of the lanes given
    QList<CardGridLine> lines;
    QHash<CardId, QRect> boxes; ///< from the left of the first column and the top of the first row
    int columnCount = 0;
    int width = 0;
    int height = 0;
};

/// Puts the cards of the lanes on a grid; lanes decides the order of the rows. No two boxes overlap. O(n log n).
[[nodiscard]] CardGrid cardGrid(const Blueprint& blueprint, const QList<LaneId>& lanes, const CardGridStyle& style);

} // namespace throughline
