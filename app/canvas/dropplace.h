// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasscene.h"
#include "core/layout/hittest.h"

namespace throughline {

/// Where a card that is let go of would come to stand: in a cell, or between two steps or lanes, where one is made for
/// it; and perhaps between the two ends of a connection.
struct DropPlace
{
    CellSpot spot;           ///< the cell; for a new step or lane: the one beside it
    std::optional<Gap> gap;  ///< where a step or lane is made first
    ConnectionId connection; ///< that would lead through the card; empty for none
    QRectF target;           ///< where the card would stand (scene)

    bool operator==(const DropPlace&) const = default;
};

/// The place at a point of the scene. card: the one that is moved; its own connections lead nowhere new. Nothing
/// outside the grid.
[[nodiscard]] std::optional<DropPlace> dropPlaceAt(const CanvasScene& scene, double scale, QPointF point,
                                                   const CardId& card);

} // namespace throughline
