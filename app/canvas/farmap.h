// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"
#include "core/scene/displaylist.h"

#include <QHash>
#include <QList>
#include <QPoint>
#include <QRectF>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace throughline {

class CanvasScene;
struct LayoutChange;

/// How a connection looks from far away; the order in which they lie above each other.
enum class FarLine : quint8 { Quiet, Loud, Preview, Hint, Warning, Error };
inline constexpr int FarLineCount = int(FarLine::Error) + 1;

/// A card seen from far away: a block with bars for words.
struct FarBlock
{
    float left = 0; ///< in points of the scene, as everything here
    float top = 0;
    float right = 0;
    float bottom = 0;
    Rgba fill = 0;
    Rgba stripe = 0;
    /// The lengths of the lines of its title, in units of 2 points; 0: no further line.
    std::array<quint8, 3> title{};
    quint8 meta = 0; ///< of the line below; 0: none
    bool quiet = false;
    bool previewed = false;
    bool goes = false;                 ///< the preview takes it away
    Severity severity = Severity::Off; ///< of its badge
};

/// A straight stretch of a connection: upright or level.
struct FarRun
{
    float at = 0; ///< across its direction
    float from = 0;
    float to = 0; ///< never less than from
};

/// Where a connection's arrow head touches.
struct FarHead
{
    float x = 0;
    float y = 0;
    qint8 dx = 0; ///< -1, 0 or 1: the direction it points in
    qint8 dy = 0;
    FarLine line = FarLine::Quiet;
};

/// Where a connection lies that a finding is shown at.
struct FarSpot
{
    float x = 0;
    float y = 0;
    Severity severity = Severity::Off;
};

/// What a square of the scene holds.
struct FarCell
{
    std::vector<FarBlock> blocks; ///< that touch it, some of them belonging to further cells as well
    /// The runs within it, cut off at its borders: for each FarLine the upright ones, then the level ones; runsBegin
    /// tells where each of these groups begins.
    std::vector<FarRun> runs;
    std::array<quint32, 2 * FarLineCount + 1> runsBegin{};
    std::vector<FarHead> heads;
    std::vector<FarSpot> spots; ///< each belonging to one square
};

/// A scene as it is drawn from far away, in squares that are made when they are first looked at, or ahead of that, and
/// kept until something in them changes: so a view of everything costs what it shows, not what the model holds.
class FarMap
{
public:
    static constexpr double CellPt = 2048;

    /// Forgets everything.
    void clear() { m_cells.clear(); }
    /// Forgets what touches one of the areas (points of the scene).
    void invalidate(const QList<QRectF>& areas);
    /// Forgets what a change of the layout moved or changed.
    void follow(const LayoutChange& change);

    /// Calls visit(place in the grid of squares, square) for the squares that area touches, by rows; makes those that
    /// are missing.
    void visit(const CanvasScene& scene, const QRectF& area,
               const std::function<void(QPoint, const FarCell&)>& visit) const;
    /// Makes missing squares of area for about so many milliseconds; true when none is missing.
    bool prepare(const CanvasScene& scene, const QRectF& area, double ms) const;

    /// The squares that area touches: their places in the grid of squares.
    [[nodiscard]] static QRect cellsOf(const QRectF& area);
    [[nodiscard]] static QRectF areaOf(QPoint cell);

private:
    const FarCell& cell(const CanvasScene& scene, QPoint place) const;

    mutable QHash<QPoint, std::shared_ptr<const FarCell>> m_cells;
};

} // namespace throughline
