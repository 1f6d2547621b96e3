// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/camera.h"
#include "app/canvas/scenepainter.h"
#include "core/layout/hittest.h"
#include "core/scene/curvebuilder.h"

#include <QImage>
#include <QLineF>

#include <functional>

namespace throughline {

/// A connection being drawn or attached elsewhere. Scene coordinates.
struct ConnectionDraft
{
    QPointF from;
    QPointF to;
    QRectF target;          ///< outlined: what the connection would be attached to; null: nothing
    bool fits = false;      ///< letting go here would make it
    bool makesCard = false; ///< letting go here would make a card in target

    bool operator==(const ConnectionDraft&) const = default;
};

/// A point of a curve on its way to another value.
struct CurveDraft
{
    int row = 0;
    int column = 0;
    int value = 0;

    bool operator==(const CurveDraft&) const = default;
};

/// Everything drawn above the scene for a moment: selection, handles, what is dragged and where it would go, what is
/// lit.
struct OverlayModel
{
    QSet<ElementRef> lit; ///< when not empty, all else is veiled
    QList<ElementRef> selected;
    ElementRef hovered;
    bool handles = false; ///< of the hovered card, or of the only selected one
    QRectF cursorCell;    ///< the empty cell that keys act on
    QList<CardId> lifted; ///< drawn at liftOffset from their place
    QRectF liftedBand;    ///< a lane or the columns of a step or phase, drawn so with the cards in it
    QPointF liftOffset;
    bool copies = false; ///< what is lifted is copied, and says so
    QList<QRectF> dropCells;
    QList<QRectF> dropSpots; ///< where a card would stand, or a bar between the cards of a cell
    std::optional<Gap> dropGap;
    ElementRef spliced; ///< the connection that would lead through the lifted card
    QString hint;       ///< what letting go would do, in words, beside the pointer
    QPointF hintAt;     ///< the pointer (scene)
    QRectF rubberBand;
    std::optional<ConnectionDraft> draft;
    std::optional<CurveDraft> curve;
    QList<ElementRef> evidence; ///< of the current finding
    Severity evidenceSeverity = Severity::Warning;
    bool focused = false; ///< the canvas has the keyboard

    bool operator==(const OverlayModel&) const = default;
};

/// The picture of an overlay: an image and the part of the viewport it covers, both on whole device pixels.
struct OverlayPicture
{
    QImage image;
    QRectF rect; ///< logical pixels of the viewport; null: there is nothing to show
};

/// The picture of what paint draws in scene coordinates, of the part of the viewport that is seen.
[[nodiscard]] OverlayPicture pictureOf(const QRectF& seen, const Camera& camera, double dpr,
                                       const std::function<void(QPainter&)>& paint);

/// The four points from which a connection can be drawn, in scene coordinates: top, right, bottom, left.
[[nodiscard]] std::array<QPointF, 4> handlePoints(const QRectF& card, double scale);

/// Connections and their ways in the air.
using LiftedRoutes = QList<std::pair<const Connection*, Route>>;

class OverlayPainter
{
public:
    OverlayPainter(const CanvasScene& scene, const ScenePainter& painter, const Camera& camera, QSizeF viewport,
                   double dpr);

    /// Everything but the line of the gap.
    [[nodiscard]] OverlayPicture paint(const OverlayModel& model) const;
    /// The line of the gap something is dragged to, across the viewport; it lies below the rest. A picture of its own:
    /// one around both would be as large as the window.
    [[nodiscard]] OverlayPicture paintGap(const Gap& gap) const;
    /// The connections of what is lifted on their ways in the air, with their labels: as drawn where both ends are
    /// lifted, else from side to side.
    [[nodiscard]] LiftedRoutes liftedRoutes(const OverlayModel& model) const;

private:
    /// The part of the viewport that shows an area of the scene, with what spills out of it.
    [[nodiscard]] QRectF seenOf(const QRectF& area) const;
    void paintAll(QPainter& painter, const OverlayModel& model, const LiftedRoutes& lifted) const;
    [[nodiscard]] QRectF extent(const OverlayModel& model, const LiftedRoutes& lifted) const;
    [[nodiscard]] CurveBuilder curves() const;
    [[nodiscard]] ElementRef cardWithHandles(const OverlayModel& model) const;
    void paintVeil(QPainter& painter, const OverlayModel& model) const;
    void paintEvidence(QPainter& painter, const OverlayModel& model) const;
    void paintSelection(QPainter& painter, const OverlayModel& model) const;
    void paintOutline(QPainter& painter, const ElementRef& ref, double widthPx, const QColor& colour) const;
    void paintBadgesAndLabels(QPainter& painter, const OverlayModel& model) const;
    void paintHandles(QPainter& painter, const QRectF& card) const;
    void paintGrips(QPainter& painter, const QRectF& card) const;
    void paintDropGuides(QPainter& painter, const OverlayModel& model) const;
    void paintHint(QPainter& painter, const OverlayModel& model) const;
    [[nodiscard]] QRectF hintRect(const OverlayModel& model) const;
    [[nodiscard]] QFont hintFont() const;
    [[nodiscard]] QList<CardId> liftedInSight(const OverlayModel& model) const;
    /// Those of what is lifted.
    [[nodiscard]] QList<ElementRef> connectionsInSight(const OverlayModel& model) const;
    [[nodiscard]] QRectF liftedExtent(const OverlayModel& model, const LiftedRoutes& lifted) const;
    void paintLiftedBand(QPainter& painter, const OverlayModel& model) const;
    void paintCopySign(QPainter& painter, const QRectF& card) const;
    void paintLifted(QPainter& painter, const OverlayModel& model, const LiftedRoutes& lifted) const;
    void paintLiftedConnections(QPainter& painter, const SceneBuilder& builder, const LiftedRoutes& lifted) const;
    void paintDraft(QPainter& painter, const ConnectionDraft& draft) const;
    void paintArrow(QPainter& painter, QPointF from, QPointF to, const QColor& colour, double widthPx) const;
    [[nodiscard]] double px(double pixels) const { return pixels / m_camera.scale; }

    const CanvasScene& m_scene;
    const ScenePainter& m_painter;
    Camera m_camera;
    QSizeF m_viewport;
    double m_dpr;
};

} // namespace throughline
