// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridlayout.h"

/// What a card shows of its attachments: pictures in a strip below the words, the rest as slips at its foot.
namespace throughline {

/// The height of the strip of pictures with the gap above it; 0 for a card without.
[[nodiscard]] double picturesHeight(const Card& card);
/// The slips of what is no picture, the last of them for what there is no room for. widthPt: of the card's content.
[[nodiscard]] QList<CardSlip> attachmentSlips(const Card& card, double widthPt, const TextMeasurer& measurer);

/// Where the slips of a card stand, in their order.
[[nodiscard]] QList<QRectF> slipRects(const LayoutCard& card, const LayoutStyle& style, const TextMeasurer& measurer);

/// An attachment that a card shows.
struct AttachmentSpot
{
    qsizetype index = 0; ///< in Card::attachments
    QRectF rect;
    bool picture = false; ///< it is shown as one; else a slip names it
};

/// Where a card shows which of its attachments; nothing for a folded card. card: the one that is laid out at placed.
[[nodiscard]] QList<AttachmentSpot> attachmentSpots(const Card& card, const LayoutCard& placed,
                                                    const LayoutStyle& style, const TextMeasurer& measurer);

} // namespace throughline
