// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/scenepainter.h"
#include "app/canvas/walktrack.h"

#include <QImage>

namespace throughline {

/// Paints a walk above the scene. The painter's coordinates are points of the scene; scale is logical pixels per point.
class WalkPainter
{
public:
    WalkPainter(const CanvasScene& scene, const ScenePainter& items, const Walk& walk, int reached, double scale,
                double dpr);

    /// What is painted, with what stands around it; null for an empty walk.
    [[nodiscard]] QRectF extent() const;
    void paint(QPainter& painter) const;

private:
    void paintLit(QPainter& painter) const;
    void paintLegs(QPainter& painter) const;
    void paintStop(QPainter& painter, int stop) const;
    void paintGhost(QPainter& painter, int stop) const;
    void paintLabel(QPainter& painter, int stop) const;
    [[nodiscard]] bool isLabelled(int stop) const;
    void paintDead(QPainter& painter) const;
    [[nodiscard]] QColor colourOf(int stop) const;
    [[nodiscard]] double px(double pixels) const { return pixels / m_scale; }

    const CanvasScene& m_scene;
    const ScenePainter& m_items;
    const Walk& m_walk;
    WalkTrack m_track;
    int m_reached;
    double m_scale;
    double m_dpr;
};

/// The mark that travels: a disc of DiscPx logical pixels with a sign, the same on every theme.
struct WalkMark
{
    static constexpr int DiscPx = 30;
    static constexpr int SidePx = 40; ///< of its picture, the shadow included

    [[nodiscard]] static QImage picture(WalkSign sign, double dpr);
};

} // namespace throughline
