// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/camera.h"
#include "app/canvas/canvasscene.h"
#include "core/layout/hittest.h"

namespace throughline {

/// How the scene lies in the item.
struct ViewGeometry
{
    Camera camera;
    QRectF viewport; ///< logical pixels of the item, beside and below the headers
    double textScale = 1;
    bool showHeaders = true;

    [[nodiscard]] QPointF toScene(QPointF item) const { return camera.toScene(item - viewport.topLeft()); }
    [[nodiscard]] QPointF toItem(QPointF scene) const { return camera.toViewport(scene) + viewport.topLeft(); }
    [[nodiscard]] QRectF toItem(const QRectF& scene) const
    {
        return camera.toViewport(scene).translated(viewport.topLeft());
    }
};

/// What is at a point of the item.
struct Hit
{
    enum class Part {
        Nothing,
        Cell,
        Card,
        Badge,
        Handle,
        Edge,
        Connection,
        ConnectionEnd,
        Header,
        Plus,
        Fold,
        Corner,
        CurvePoint
    };

    Part part = Part::Nothing;
    ElementRef ref; ///< the card, connection, lane, step or phase; kind Blueprint for none
    int side = -1;  ///< Handle: as handlePoints() counts; Edge: 0 left, 1 right; ConnectionEnd: 0 from, 1 to
    std::optional<CellSpot> spot; ///< where in the grid, when it is there
    std::optional<Gap> gap;       ///< Plus, Fold and Header: the nearest
};

/// What the pointer is on. handlesOn: the cards that show handles; selectedConnections: those whose ends can be
/// grabbed.
[[nodiscard]] Hit hitAt(const CanvasScene& scene, const ViewGeometry& geometry, QPointF item,
                        const QList<ElementRef>& handlesOn, const QList<ElementRef>& selected);

} // namespace throughline
