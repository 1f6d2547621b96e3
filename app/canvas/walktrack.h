// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasscene.h"
#include "app/canvas/walk.h"

namespace throughline {

/// Where a walk runs in a scene: the places of its stops and the lines between them, in scene coordinates. A value
/// without a link to the scene.
class WalkTrack
{
public:
    /// A part of a leg.
    struct Stretch
    {
        enum class Kind {
            Route,  ///< along a connection
            Jump,   ///< nobody drew it
            Inside, ///< across a card: the mark moves there, no line is drawn
        };
        Kind kind = Kind::Route;
        QList<QPointF> points; ///< at least two
    };

    WalkTrack() = default;
    WalkTrack(const CanvasScene& scene, const Walk& walk);

    /// The area of a stop; of one that is not drawn as a card, the place where a card is drawn for it.
    [[nodiscard]] QRectF stopRect(int stop) const { return m_rects.value(stop); }
    /// The stop has no card in the drawing: one is drawn above it.
    [[nodiscard]] bool isGhost(int stop) const { return m_ghosts.value(stop, false); }
    /// Where the mark rests at a stop.
    [[nodiscard]] QPointF anchor(int stop) const { return stopRect(stop).topLeft(); }
    [[nodiscard]] const QList<Stretch>& leg(int leg) const;
    [[nodiscard]] int stopCount() const { return int(m_rects.size()); }
    /// Where the mark is: the whole part is the stop it left, the rest the share of the way to the next.
    [[nodiscard]] QPointF pointAt(double position) const;
    /// The area of the stops from one to another and of the ways between.
    [[nodiscard]] QRectF bounds(int firstStop, int lastStop) const;

private:
    [[nodiscard]] QRectF placeOf(const CanvasScene& scene, const WalkStop& stop, const QRectF& before,
                                 bool* ghost) const;
    [[nodiscard]] QList<Stretch> legOf(const CanvasScene& scene, const QList<ElementRef>& way, int from) const;

    QList<QRectF> m_rects;
    QList<bool> m_ghosts;
    QList<QList<Stretch>> m_legs;
};

} // namespace throughline
