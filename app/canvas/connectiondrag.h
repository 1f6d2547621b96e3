// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/drag.h"

namespace throughline {

/// Draws a new connection from a card or lane, or attaches one end of a connection elsewhere: onto a card, onto a lane
/// as a whole (its header, or with Shift what is empty of it), or into an empty cell or beyond the last step, where it
/// makes a card.
class ConnectionDrag : public Drag
{
public:
    /// A new connection from an end that is drawn at from (scene).
    ConnectionDrag(CanvasView& view, const End& end, QPointF from);
    /// One side of a connection; the other stays.
    ConnectionDrag(CanvasView& view, const ConnectionId& connection, ConnectionEnd side);

    void move(const Pointer& pointer) override;
    void drop(const Pointer& pointer) override;
    void cancel() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
    [[nodiscard]] ElementRef madeCard() const override { return m_made; }

private:
    struct Target
    {
        End end;
        std::optional<CellSpot> cell;
        QRectF area;
    };
    [[nodiscard]] Target targetAt(const Pointer& pointer) const;
    [[nodiscard]] bool fits(const Target& target) const;
    [[nodiscard]] QString hintFor(const Target& target) const;

    CanvasView& m_view;
    End m_fixed; ///< the end that stays
    QPointF m_fixedAt;
    ConnectionId m_old; ///< empty for a new connection
    ConnectionEnd m_side = ConnectionEnd::To;
    ElementRef m_made;
};

} // namespace throughline
