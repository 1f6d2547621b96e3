// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/gridshape.h"

namespace throughline {

namespace {

constexpr double FoldedGapPt = 4;

double emptyHeight(const LayoutStyle& style, const LayoutRow& row, LaneCurve curve)
{
    if (row.folded)
        return style.foldedCardPt;
    if (curve != LaneCurve::None)
        return CurveHeightPt;
    return row.stage == Stage::Evidence ? style.evidenceMinHeightPt : style.cardMinHeightPt;
}

} // namespace

RowFiller::RowFiller(const LayoutStyle& style, int columns, int trayStart)
    : m_style(style), m_columns(columns), m_trayStart(trayStart)
{
}

Tier& RowFiller::tierAt(int index)
{
    if (index == int(m_tiers.size())) {
        m_tiers.emplace_back();
        m_taken.emplace_back(size_t(m_columns), false);
    }
    return m_tiers[size_t(index)];
}

std::vector<Tier> RowFiller::fill(const LayoutRow& row, LaneCurve curve, std::vector<Standing>& cards)
{
    m_tiers.clear();
    m_taken.clear();
    m_lowest.assign(size_t(m_columns), -1);
    const auto isSingle = [](const Standing& card) { return card.place.first == card.place.last; };
    if (std::any_of(cards.begin(), cards.end(), isSingle))
        stack(cards);
    else if (cards.empty())
        tierAt(0).height = emptyHeight(m_style, row, curve);
    spread(cards);
    for (Tier& tier : m_tiers)
        finish(tier, cards);
    return std::move(m_tiers);
}

/// Stands the cards of one step on top of each other in the first tier; those without a step in the tray's columns.
void RowFiller::stack(std::vector<Standing>& cards)
{
    Tier& tier = tierAt(0);
    int unplaced = 0;
    for (int i = 0; i < int(cards.size()); ++i) {
        CardPlace& place = cards[size_t(i)].place;
        if (place.first != place.last)
            continue;
        if (place.inTray)
            place.first = place.last = m_trayStart + unplaced++ / m_style.trayStack;
        int& lowest = m_lowest[size_t(place.first)];
        if (lowest >= 0) {
            CardPlace& upper = cards[size_t(lowest)].place;
            upper.bottomFree = false;
            place.topFree = false;
            place.level = upper.level + 1;
            place.offset = upper.offset + upper.height + (place.folded ? FoldedGapPt : m_style.stackGapPt);
        }
        lowest = i;
        m_taken[0][size_t(place.first)] = true;
        tier.height = std::max(tier.height, place.offset + place.height);
        tier.cells.push_back({place.first, i});
    }
}

/// Gives each wide card the first tier where its columns are free: beside the single cards, or below them.
void RowFiller::spread(std::vector<Standing>& cards)
{
    for (int i = 0; i < int(cards.size()); ++i) {
        CardPlace& place = cards[size_t(i)].place;
        if (place.first == place.last)
            continue;
        place.tier = 0;
        const auto isTaken = [&] {
            const std::vector<bool>& taken = m_taken[size_t(place.tier)];
            return std::find(taken.begin() + place.first, taken.begin() + place.last + 1, true) !=
                   taken.begin() + place.last + 1;
        };
        while (place.tier < int(m_tiers.size()) && isTaken())
            ++place.tier;
        Tier& tier = tierAt(place.tier);
        for (int c = place.first; c <= place.last; ++c) {
            m_taken[size_t(place.tier)][size_t(c)] = true;
            tier.cells.push_back({c, i});
        }
        tier.height = std::max(tier.height, place.height);
    }
}

/// Sorts the cells, finds which ordinals are occupied, and names the cards by their slots.
void RowFiller::finish(Tier& tier, const std::vector<Standing>& cards) const
{
    std::stable_sort(tier.cells.begin(), tier.cells.end(),
                     [](CellEntry l, CellEntry r) { return l.column < r.column; });
    int last = -1;
    for (CellEntry& entry : tier.cells) {
        const Standing& card = cards[size_t(entry.card)];
        entry.card = card.card;
        if (entry.column != card.place.first || card.place.first <= last)
            continue; // counted with its first column, or with the card above it in the cell
        last = card.place.last;
        tier.spans.emplace_back(2 * card.place.first + 1, 2 * card.place.last + 1);
    }
}

} // namespace throughline
