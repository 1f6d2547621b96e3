// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/connectorrouter.h"
#include "core/layout/gridshape.h"
#include "core/model/patch.h"

#include <QSet>

namespace throughline {

/// Keeps columns, rows, tiers and the cards in them up with a patch, and tells the router and the labels what that
/// touches. Rows that the patch does not touch stay as they are; when columns, rows or tiers come, go or change places,
/// what stands behind the first of them is counted anew.
class GridUpdater
{
public:
    /// A card that stands elsewhere now, and where it stood.
    struct MovedCard
    {
        CardId card;
        std::optional<CardPlace> before;
        std::optional<CardPlace> after;
    };

    GridUpdater(LayoutData& data, const Blueprint& blueprint, const TextMeasurer& measurer, ConnectorRouter& router,
                LabelPlacer& labels);

    /// Makes the grid of the whole blueprint, in data that hold nothing yet.
    void makeAll();
    void update(const Patch& patch);
    /// Frees the slots of removed cards for others.
    void finish();

    [[nodiscard]] const GridMap& map() const { return m_map; }
    [[nodiscard]] const std::vector<MovedCard>& movedCards() const { return m_moved; }

private:
    enum CardMark : quint8 { LookUp = 1, Measure = 2 };

    /// A row filled anew, before it is put in.
    struct Draft
    {
        int row = 0;
        std::vector<Tier> tiers;
        std::vector<RowFiller::Standing> cards;
    };

    PlacedCard& card(int slot) { return m_data.cards[size_t(slot)]; }
    /// The blueprint's card in a slot.
    [[nodiscard]] const Card& element(int slot) const;
    void updateRows(const Patch& patch);
    void renumberRows(const std::vector<int>& newIndex);
    void renumberRow(size_t row, int index);
    void measureRow(int row);
    void measureCardsOf(const QSet<RoleId>& roles, bool money);
    void updateCards(const Patch& patch);
    int addCard(const Card& added);
    void removeCard(const CardId& id);
    void changeCard(const Card& before, const Card& after);
    void putInRow(int slot, const Card& placed);
    void takeOutOfRow(int slot);
    void markCard(int slot, int mark);
    void updateColumns(bool changed);
    void touchRow(int row);
    void touchRowsOfBrokenCards(const AxisMap& columns);
    void measureAll();
    void measureMarked();
    void measure(int slot, int span, const TextMeasurer& measurer);
    [[nodiscard]] bool isInTray(int slot) const;
    [[nodiscard]] std::pair<int, int> columnsOf(int slot) const;
    [[nodiscard]] std::vector<int> tierIndices(const std::vector<int>& newFirst) const;
    void draftTouchedRows();
    void draft(int row);
    [[nodiscard]] std::vector<int> firstTiers() const;
    void rebuild();
    void remapGrid();
    void remapCards();
    void install(Draft& draft);
    void installCells(int tier, Tier& filled);
    void installCard(const RowFiller::Standing& standing);
    void flip(int tier, int ordinal, bool isOccupied);

    LayoutData& m_data;
    const Blueprint& m_blueprint;
    const TextMeasurer& m_measurer;
    ConnectorRouter& m_router;
    LabelPlacer& m_labels;
    GridMap m_map;
    std::vector<int> m_rowBefore;    ///< of each row: its index before, or -1
    std::vector<int> m_newColumn;    ///< of each column before: its index now, or -1
    std::vector<quint8> m_rowMarks;  ///< rows to fill anew
    std::vector<quint8> m_cardMarks; ///< by slot
    std::vector<int> m_markedCards;
    bool m_makesAll = false;
    std::vector<const Card*> m_elements; ///< by slot, while everything is made; else empty
    std::vector<Draft> m_drafts;
    std::vector<MovedCard> m_moved;
    std::vector<int> m_removed;
};

} // namespace throughline
