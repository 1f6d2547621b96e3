// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridlayout.h"
#include "core/scene/displaylist.h"

/// The geometry of what a blueprint is drawn with: connectors, heads, chevrons, marks.
namespace throughline {

/// The route with rounded corners and an arc over each hop. Starts startPt and ends endPt short of its ends, to leave
/// room for heads.
[[nodiscard]] PathOp connectorPath(const Route& route, double cornerPt, double hopPt, double startPt, double endPt,
                                   const Stroke& stroke);

/// A way of right angles from one rectangle to another that looks at nothing between them: out of the sides that lie
/// furthest apart, with a turn halfway; asidePt from the middle of both, for several between the same two. Stays within
/// the rectangle around both; no points where they overlap.
[[nodiscard]] Route elbow(const QRectF& from, const QRectF& to, double asidePt = 0);

/// A triangle whose tip is at tip, pointing away from before.
[[nodiscard]] PathOp arrowHead(const QPointF& tip, const QPointF& before, double lengthPt, double widthPt, Rgba fill,
                               const Stroke& stroke);
[[nodiscard]] PathOp circle(const QPointF& centre, double radiusPt, Rgba fill, const Stroke& stroke);
/// A phase: a band that is notched at the left and points to the right.
[[nodiscard]] PathOp chevron(const QRectF& rect, double pointPt, Rgba fill);
/// The upper and lower left corners of a rounded rectangle filled widthPt wide: the stripe of a card.
[[nodiscard]] PathOp stripe(const QRectF& card, double radiusPt, double widthPt, Rgba fill);
/// A sheet of paper with its lower right corner folded up, foldPt wide; and the piece that is folded.
[[nodiscard]] PathOp sheet(const QRectF& rect, double foldPt, Rgba fill, const Stroke& stroke);
[[nodiscard]] PathOp sheetFold(const QRectF& rect, double foldPt, Rgba fill, const Stroke& stroke);
/// What folds: an angle that points down where something is open, to the right where it is folded.
[[nodiscard]] PathOp foldSign(const QPointF& centre, bool folded, double halfPt, const Stroke& stroke);
/// A small sign in a square of 12 pt.
[[nodiscard]] QList<DrawOp> markOps(CardMark mark, const QPointF& topLeft, Rgba colour);

} // namespace throughline
