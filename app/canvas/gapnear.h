// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/hittest.h"

namespace throughline {

/// The gap between two rows, or two columns of the grid, that is nearest to a coordinate (y or x) of the scene; those
/// at the ends included. O(log n).
[[nodiscard]] Gap nearestGap(const Layout& layout, Gap::Between between, double at);

/// The gap before the index-th row or column; with their number, the one after the last.
[[nodiscard]] Gap gapBefore(const Layout& layout, Gap::Between between, int index);

/// The column of the grid on one side of a gap between columns, the outermost one where there is none on that side; -1
/// in a grid without columns.
[[nodiscard]] int columnBeside(const Layout& layout, const Gap& gap, bool right);

/// The steps of a blueprint left of a gap between columns of a layout of it, or of a part of it, without one that
/// moves. Steps that are not shown stay left of the gap they are in, but for those before the first.
[[nodiscard]] int stepsLeftOf(const Blueprint& blueprint, const Layout& layout, const Gap& gap,
                              const StepId& without = {});

/// How wide the gap is: what is free between the cards on both sides of it.
[[nodiscard]] double widthOf(const Layout& layout, const Gap& gap);

} // namespace throughline
