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
    /// A new connection from an end that is drawn at from (scene). side: which of a card's handles that is, as
    /// handlePoints() counts; dropped on another one the connection leads back to the card itself.
    ConnectionDrag(CanvasView& view, const End& end, QPointF from, int side = -1);
    /// One side of a connection; the other stays.
    ConnectionDrag(CanvasView& view, const ConnectionId& connection, ConnectionEnd side);

    void move(const Pointer& pointer) override;
    void drop(const Pointer& pointer) override;
    void cancel() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
    /// The names of lanes are ends as well: on them the view does not scroll away.
    [[nodiscard]] Qt::Orientations scrolling() const override
    {
        return m_overLanes ? Qt::Orientations(Qt::Vertical) : Qt::Horizontal | Qt::Vertical;
    }
    [[nodiscard]] ElementRef madeCard() const override { return m_made; }

private:
    struct Target
    {
        End end;
        std::optional<CellSpot> cell;
        QRectF area;
        bool isLoop = false; ///< onto another side of the card where it begins
    };
    [[nodiscard]] Target targetAt(const Pointer& pointer) const;
    [[nodiscard]] bool fits(const Target& target) const;
    [[nodiscard]] QString hintFor(const Target& target) const;

    CanvasView& m_view;
    End m_fixed; ///< the end that stays
    QPointF m_fixedAt;
    int m_fixedSide = -1;
    bool m_overLanes = false;
    ConnectionId m_old; ///< empty for a new connection
    ConnectionEnd m_side = ConnectionEnd::To;
    ElementRef m_made;
};

} // namespace throughline
