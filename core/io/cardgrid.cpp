// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/cardgrid.h"

#include "core/model/queries.h"

#include <algorithm>
#include <tuple>

namespace throughline {

namespace {

bool staysAbove(CardGridLineKind line, Stage stage)
{
    switch (line) {
    case CardGridLineKind::Interaction:
        return stage <= Stage::Customer;
    case CardGridLineKind::Visibility:
        return stage <= Stage::Frontstage;
    case CardGridLineKind::InternalInteraction:
        return stage <= Stage::Backstage;
    }
    return false;
}

class GridMaker
{
public:
    GridMaker(const Blueprint& blueprint, const CardGridStyle& style)
        : m_blueprint(blueprint), m_style(style), m_columns(columnIndexes(blueprint))
    {
        m_grid.columnCount = std::max(1, int(m_columns.size()));
        m_grid.width = m_grid.columnCount * style.columnWidth;
        for (const Card& card : cardsByStep(blueprint))
            m_cardsOf[card.lane] += card;
    }

    CardGrid run(const QList<LaneId>& lanes)
    {
        for (const LaneId& lane : lanes) {
            if (!m_grid.rows.isEmpty())
                drawLines(m_blueprint.find(m_grid.rows.last().lane)->stage, m_blueprint.find(lane)->stage);
            addRow(lane);
        }
        return m_grid;
    }

private:
    void drawLines(Stage above, Stage below)
    {
        for (const CardGridLineKind kind :
             {CardGridLineKind::Interaction, CardGridLineKind::Visibility, CardGridLineKind::InternalInteraction}) {
            if (m_style.lineGap > 0 && staysAbove(kind, above) && !staysAbove(kind, below)) {
                m_grid.lines += {kind, m_grid.height + m_style.lineGap / 2};
                m_grid.height += m_style.lineGap;
            }
        }
    }

    void addRow(const LaneId& lane)
    {
        const int top = m_grid.height;
        QList<int> bottoms(m_grid.columnCount, top + m_style.rowGap);
        for (const Card& card : m_cardsOf.value(lane))
            addCard(card, bottoms);
        const int least = top + m_style.cardHeight + 2 * m_style.rowGap;
        m_grid.height = std::max(least, *std::max_element(bottoms.cbegin(), bottoms.cend()));
        m_grid.rows += {lane, top, m_grid.height - top};
    }

    void addCard(const Card& card, QList<int>& bottoms)
    {
        const int first = m_columns.value(card.firstStep);
        const bool spans = m_style.spanSteps && !card.lastStep.isEmpty();
        const int last = spans ? m_columns.value(card.lastStep) : first;
        const auto from = bottoms.begin() + first;
        const auto end = bottoms.begin() + last + 1;
        const int top = *std::max_element(from, end);
        const int left = first * m_style.columnWidth + (m_style.columnWidth - m_style.cardWidth) / 2;
        const int width = (last - first) * m_style.columnWidth + m_style.cardWidth;
        m_grid.boxes.insert(card.id, QRect(left, top, width, m_style.cardHeight));
        const int extra = m_style.extraHeight ? m_style.extraHeight(card) : 0;
        std::fill(from, end, top + m_style.cardHeight + extra + m_style.rowGap);
    }

    const Blueprint& m_blueprint;
    const CardGridStyle& m_style;
    QHash<StepId, int> m_columns;
    QHash<LaneId, QList<Card>> m_cardsOf;
    CardGrid m_grid;
};

} // namespace

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
    return GridMaker(blueprint, style).run(lanes);
}

} // namespace throughline
