// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/drag.h"

namespace throughline {

/// Pulls the left or right edge of a card over more steps, or fewer; beyond the last one a step is made.
class StretchDrag : public Drag
{
public:
    StretchDrag(CanvasView& view, const CardId& card, bool right) : m_view(view), m_card(card), m_right(right) {}

    void move(const Pointer& pointer) override;
    void drop(const Pointer& pointer) override;
    void cancel() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::SizeHorCursor; }

private:
    /// The cell the edge would come to, in the card's own lane.
    [[nodiscard]] std::optional<CellSpot> spotAt(const Pointer& pointer) const;
    /// Whether other cards stand where it would reach from the step of its other edge.
    [[nodiscard]] bool meetsOthers(const CellSpot& spot, int anchor) const;

    CanvasView& m_view;
    CardId m_card;
    bool m_right;
};

} // namespace throughline
