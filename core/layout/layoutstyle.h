// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/textmeasurer.h"

namespace throughline {

/// How a kind of text is set, whatever the typeface: size in points at the design size, OpenType weight (400 regular,
/// 600 semibold, 700 bold), extra space between letters.
struct TextStyle
{
    double sizePt = 12;
    int weight = 400;

    bool operator==(const TextStyle&) const = default;
};

/// The one type scale of blueprints and reports.
[[nodiscard]] TextStyle textStyle(TextRole role);

/// Distances of the grid in points. All of them lie on a raster of 4 except where a stroke asks otherwise.
struct LayoutStyle
{
    double cardWidthPt = 136;
    double cardMinHeightPt = 68;     ///< two lines of title and one of meta
    double evidenceMinHeightPt = 40; ///< evidence cards
    double cardPaddingPt = 10;       ///< text to the card's edges, beside the stripe
    double cardTopPt = 9;            ///< above a card's title
    double stripePt = 4;             ///< the department's colour at the left edge of a card
    double cardRadiusPt = 8;
    double stackGapPt = 20;   ///< between the cards of one cell
    double rowPaddingPt = 12; ///< between cards and the border of their lane
    double laneHeaderPt = 188;
    double headerPaddingPt = 16;
    double phaseHeightPt = 32;  ///< at least; grows with the name
    double lineStripPt = 24;    ///< the strip that names a line of interaction or visibility
    double columnGutterPt = 28; ///< at least; grows with the connections that run in it
    double trackPt = 8;         ///< between parallel connections in a gutter
    double portSpacingPt = 14;  ///< between connections at one side of a card
    double cornerPt = 6;        ///< radius of a connection's corners
    double hopPt = 4;           ///< radius of the arc with which a connection passes over another
    double foldedCardPt = 8;    ///< height of a card in a folded lane
    double labelMaxPt = 100;    ///< widest line of a connection's label
    double labelPaddingPt = 6;
    int trayStack = 3; ///< cards without a step that stand above each other in one lane before the tray widens

    bool operator==(const LayoutStyle&) const = default;
};

} // namespace throughline
