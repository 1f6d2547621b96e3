// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/cardgrid.h"

#include "core/model/queries.h"

#include <algorithm>
#include <tuple>

namespace throughline {

QHash<StepId, int> columnIndexes(const Blueprint& blueprint)
{
    QHash<StepId, int> indexes;
    for (const Step& step : orderedSteps(blueprint))
        indexes.insert(step.id, int(indexes.size()));
    const auto hasNoStep = [](const Card& card) { return card.firstStep.isEmpty(); };
    if (std::any_of(blueprint.cards().begin(), blueprint.cards().end(), hasNoStep))
        indexes.insert(StepId(), int(indexes.size()));
    return indexes;
}

QList<Card> cardsByStep(const Blueprint& blueprint)
{
    const QHash<StepId, int> columns = columnIndexes(blueprint);
    QHash<LaneId, int> rows;
    for (const Lane& lane : orderedLanes(blueprint))
        rows.insert(lane.id, int(rows.size()));
    QList<Card> cards(blueprint.cards().begin(), blueprint.cards().end());
    const auto key = [&](const Card& card) {
        return std::tuple(columns.value(card.firstStep), rows.value(card.lane), card.position);
    };
    std::stable_sort(cards.begin(), cards.end(), [&](const Card& l, const Card& r) { return key(l) < key(r); });
    return cards;
}

CardGrid cardGrid(const Blueprint& blueprint, const QList<LaneId>& lanes, const CardGridStyle& style)
{
    CardGrid grid;
    const QHash<StepId, int> columns = columnIndexes(blueprint);
    grid.columnCount = std::max(1, int(columns.size()));
    grid.width = grid.columnCount * style.columnWidth;
    QHash<LaneId, QList<Card>> cardsOf;
    for (const Card& card : cardsByStep(blueprint))
        cardsOf[card.lane] += card;
    for (const LaneId& lane : lanes) {
        QList<int> bottoms(grid.columnCount, grid.height + style.rowGap);
        for (const Card& card : cardsOf.value(lane)) {
            const int column = columns.value(card.firstStep);
            const int left = column * style.columnWidth + (style.columnWidth - style.cardWidth) / 2;
            grid.boxes.insert(card.id, QRect(left, bottoms[column], style.cardWidth, style.cardHeight));
            grid.columns.insert(card.id, column);
            const int extra = style.extraHeight ? style.extraHeight(card) : 0;
            bottoms[column] += style.cardHeight + extra + style.rowGap;
        }
        const int least = grid.height + style.cardHeight + 2 * style.rowGap;
        const int bottom = std::max(least, *std::max_element(bottoms.cbegin(), bottoms.cend()));
        grid.rows += {lane, grid.height, bottom - grid.height};
        grid.height = bottom;
    }
    return grid;
}

} // namespace throughline
