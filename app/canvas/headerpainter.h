// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/camera.h"
#include "app/canvas/canvasscene.h"
#include "core/layout/hittest.h"

#include <QImage>

#include <cmath>

class QPainter;

namespace throughline {

/// What the frozen headers show beside names: pointer, selection, a place to insert or to drop.
struct HeaderMarks
{
    ElementRef hovered;
    QSet<ElementRef> selected;
    std::optional<Gap> plus;
    bool plusHot = false; ///< the pointer is on the plus itself
    ElementRef foldHot;   ///< the lane or phase on whose sign for folding the pointer is
    std::optional<Gap> drop;

    bool operator==(const HeaderMarks&) const = default;
};

/// Paints the headers that stay in sight: lane names at the left, phases and steps at the top. Their words keep their
/// size at every scale; what does not fit is shortened or left out, from the least important on. All sizes are logical
/// pixels.
class HeaderPainter
{
public:
    /// The height of a line of a lane's name, and of one of what stands below it, before the size of words.
    static constexpr double NameHeight = 17;
    static constexpr double DetailHeight = 15;

    static constexpr double PlusRadius = 9;
    static constexpr double FoldReach = 10; ///< of the sign that folds, for the pointer

    HeaderPainter(const CanvasScene& scene, const Camera& camera, QSizeF viewport, double textScale,
                  const HeaderMarks& marks);

    [[nodiscard]] static double width(double textScale) { return std::round(176 * textScale); }
    [[nodiscard]] static double phaseHeight(double textScale) { return std::round(38 * textScale); }
    [[nodiscard]] static double height(double textScale) { return std::round(64 * textScale); }

    /// The strips, in device pixels.
    [[nodiscard]] QImage paintLanes(double dpr) const;
    [[nodiscard]] QImage paintSteps(double dpr) const;
    [[nodiscard]] QImage paintCorner(double dpr) const;

    /// Where the sign is that folds or unfolds a lane (in the strip of lanes) or a phase (in that of steps); nothing
    /// where there is no room for it.
    [[nodiscard]] std::optional<QPointF> foldSignAt(const LayoutRow& row) const;
    [[nodiscard]] std::optional<QPointF> foldSignAt(const LayoutPhase& phase) const;
    /// The name of a lane, phase or step that has no room to stand in full at its full size; empty where it has.
    [[nodiscard]] QString nameNotSeen(const ElementRef& ref) const;
    /// Where the plus of a gap is, in the strip of lanes or of steps.
    [[nodiscard]] QPointF plusAt(const Gap& gap) const;

private:
    [[nodiscard]] QImage strip(QSizeF size, double dpr) const;
    [[nodiscard]] double toX(double sceneX) const { return (sceneX - m_camera.origin.x()) * m_camera.scale; }
    [[nodiscard]] double toY(double sceneY) const { return (sceneY - m_camera.origin.y()) * m_camera.scale; }
    [[nodiscard]] QFont font(TextRole role, double sizePx = 0) const;
    void paintMark(QPainter& painter, const QRectF& rect, const ElementRef& ref) const;
    /// What a preview says of a lane, phase or step: an edge and a sign at the right.
    void paintPreview(QPainter& painter, const QRectF& rect, const ElementRef& ref) const;
    /// The lane without the strips of the lines above it.
    [[nodiscard]] QRectF properRect(const LayoutRow& row) const;
    void paintLaneBand(QPainter& painter, const LayoutRow& row) const;
    void paintLaneWords(QPainter& painter, const LayoutRow& row, double& wordsBottom) const;
    void paintLineName(QPainter& painter, const LayoutLine& line) const;
    void paintPhase(QPainter& painter, const LayoutPhase& phase) const;
    /// Where there is no room for every number, only one in so many is written: 1, 2, 5, 10, 20, …
    [[nodiscard]] int numberInterval() const;
    bool paintStepInTwoLines(QPainter& painter, const LayoutColumn& column, const QRectF& rect) const;
    void paintStep(QPainter& painter, const LayoutColumn& column, int interval, double& wordsRight) const;
    void paintFoldSign(QPainter& painter, QPointF at, bool folded, const ElementRef& ref) const;
    /// It is folded, or pointed at, or selected.
    [[nodiscard]] bool showsFoldSign(bool folded, const ElementRef& ref) const;
    void paintPlus(QPainter& painter, const Gap& gap) const;
    void paintDrop(QPainter& painter, const Gap& gap, QSizeF size) const;
    [[nodiscard]] Rgba stripeOf(const LaneId& lane) const;

    const CanvasScene& m_scene;
    Camera m_camera;
    QSizeF m_viewport;
    double m_text;
    const HeaderMarks& m_marks;
};

} // namespace throughline
