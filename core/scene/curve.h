// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridlayout.h"

/// What a lane draws as a curve over the steps: what the customer feels, or what it costs him in effort or worry.
namespace throughline {

/// The range of a curve and what its ends mean.
struct CurveAxis
{
    int least = 0;
    int most = 0;
    double middle = 0; ///< where its line lies
    QString top;
    QString bottom;
};

[[nodiscard]] CurveAxis axisOf(LaneCurve curve);
/// What a row draws; None for a row of cards and for a folded one.
[[nodiscard]] LaneCurve curveOf(const Blueprint& blueprint, const LayoutRow& row);

/// The mean of what the customer's cards of a column say, sticky notes left out; nothing where none says anything.
/// O(rows and cards of the column).
[[nodiscard]] std::optional<double> curveValue(const Blueprint& blueprint, const Layout& layout, LaneCurve curve,
                                               int column);
/// "content", "high (2.5)": a value in words, with the mean itself where it lies between two.
[[nodiscard]] QString curveWords(LaneCurve curve, double value);

/// Where a value stands in a row that draws a curve, in points of the layout.
[[nodiscard]] double curveY(LaneCurve curve, const LayoutRow& row, double value);
/// The whole value nearest to a height in such a row.
[[nodiscard]] int curveValueAt(LaneCurve curve, const LayoutRow& row, double y);
/// Where the point of a column stands; where nothing is known, on the line in the middle of its range.
[[nodiscard]] QPointF curvePoint(const Blueprint& blueprint, const Layout& layout, int row, int column);
/// The next column of a step in a direction (by = -1 or 1); -1 for none.
[[nodiscard]] int stepBeside(const Layout& layout, int column, int by);
/// Where the curve of a row may look different when a card that stands at rect says something else: as far as the
/// steps beside it.
[[nodiscard]] QRectF curveArea(const Layout& layout, const LayoutRow& row, const QRectF& rect);

} // namespace throughline
