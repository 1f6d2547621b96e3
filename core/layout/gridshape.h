// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/layoutdata.h"

namespace throughline {

/// The columns of a blueprint from left to right, without coordinates: steps, empty phases, then so many of the tray.
[[nodiscard]] QList<LayoutColumn> makeColumns(const Blueprint& blueprint, const LayoutStyle& style,
                                              const TextMeasurer& measurer, int trayColumns);
/// The rows of a blueprint from top to bottom, without coordinates.
[[nodiscard]] QList<LayoutRow> makeRows(const Blueprint& blueprint, const LayoutStyle& style,
                                        const TextMeasurer& measurer);

/// The height of the content of a lane that draws a curve and holds no cards.
inline constexpr double CurveHeightPt = 112;

/// Stands the cards of a row on top of each other, cell by cell, and wide ones beside them where there is room, else in
/// tiers of their own.
class RowFiller
{
public:
    /// A card and where it stands. Given: row, first and last column (but in the tray), height, folded, inTray.
    struct Standing
    {
        int card = 0; ///< slot
        CardPlace place;
    };

    RowFiller(const LayoutStyle& style, int columns, int trayStart);

    /// Completes the places of cards, which are in their order in the row; tiers are counted from the row's first.
    /// curve: what the row draws. Returns the tiers: height, cells and spans.
    [[nodiscard]] std::vector<Tier> fill(const LayoutRow& row, LaneCurve curve, std::vector<Standing>& cards);

private:
    void stack(std::vector<Standing>& cards);
    void spread(std::vector<Standing>& cards);
    Tier& tierAt(int index);
    void finish(Tier& tier, const std::vector<Standing>& cards) const;

    const LayoutStyle& m_style;
    int m_columns = 0;
    int m_trayStart = 0;
    std::vector<int> m_lowest;              ///< by column: the card lowest so far, as an index into the row
    std::vector<std::vector<bool>> m_taken; ///< by tier and column
    std::vector<Tier> m_tiers;
};

} // namespace throughline
