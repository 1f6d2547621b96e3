// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/drag.h"

namespace throughline {

/// Moves the selected cards (with Ctrl: copies of them) to where they are dropped.
class CardDrag : public Drag
{
public:
    /// grabbed is the card under the pointer, one of the selected ones.
    CardDrag(CanvasView& view, const CardId& grabbed, const Pointer& start);

    void move(const Pointer& pointer) override;
    void drop(const Pointer& pointer) override;
    void cancel() override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

private:
    [[nodiscard]] std::optional<CellSpot> spotAt(const Pointer& pointer) const;
    void showTargets(const CellSpot& spot);

    CanvasView& m_view;
    CardId m_grabbed;
    QList<CardId> m_cards;
    QPointF m_start;
    int m_row = 0;
    int m_column = 0;
};

} // namespace throughline
