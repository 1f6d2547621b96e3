// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/gapnear.h"

#include "core/model/queries.h"

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

/// The columns of the grid: the tray's stand behind them.
int columnCount(const Layout& layout)
{
    const QList<LayoutColumn>& columns = layout.columns();
    const auto tray = std::partition_point(columns.begin(), columns.end(),
                                           [](const LayoutColumn& c) { return c.kind != ColumnKind::Tray; });
    return int(tray - columns.begin());
}

} // namespace

Gap gapBefore(const Layout& layout, Gap::Between between, int index)
{
    if (between == Gap::Between::Rows) {
        const QList<LayoutRow>& rows = layout.rows();
        const double end = rows.isEmpty() ? layout.headerHeight() : rows.last().bottom;
        return {between, index, index < rows.size() ? rows[index].top : end};
    }
    const int count = columnCount(layout);
    const double half = layout.style().columnGutterPt / 2;
    if (index < count) {
        const LayoutColumn& column = layout.columns()[index];
        return {between, index, (column.gutterLeft + column.left) / 2};
    }
    const double end =
        count == 0 ? layout.headerWidth() : layout.columns()[count - 1].left + layout.columns()[count - 1].width;
    return {between, index, end + half};
}

Gap nearestGap(const Layout& layout, Gap::Between between, double at)
{
    const int count = between == Gap::Between::Rows ? int(layout.rows().size()) : columnCount(layout);
    int low = 0;
    int high = count;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (gapBefore(layout, between, middle).positionPt < at)
            low = middle + 1;
        else
            high = middle;
    }
    const Gap after = gapBefore(layout, between, low);
    if (low == 0)
        return after;
    const Gap before = gapBefore(layout, between, low - 1);
    return std::abs(before.positionPt - at) <= std::abs(after.positionPt - at) ? before : after;
}

int columnBeside(const Layout& layout, const Gap& gap, bool right)
{
    const int count = columnCount(layout);
    return count == 0 ? -1 : std::clamp(right ? gap.before : gap.before - 1, 0, count - 1);
}

int stepsLeftOf(const Blueprint& blueprint, const Layout& layout, const Gap& gap, const StepId& without)
{
    const QList<Step> steps = orderedSteps(blueprint);
    const auto rankOf = [&](const StepId& id) {
        const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.id == id; });
        return found == steps.end() ? -1 : int(found - steps.begin());
    };
    const QList<LayoutColumn>& columns = layout.columns();
    const auto isStep = [](const LayoutColumn& column) { return column.kind == ColumnKind::Step; };
    const auto at = columns.begin() + std::min<qsizetype>(gap.before, columns.size());
    const auto right = std::find_if(at, columns.end(), isStep);
    const bool isFirst = std::none_of(columns.begin(), at, isStep);
    const int end = isFirst ? 0 : right == columns.end() ? int(steps.size()) : rankOf(right->step);
    const int own = rankOf(without);
    return end - (own >= 0 && own < end ? 1 : 0);
}

double widthOf(const Layout& layout, const Gap& gap)
{
    const LayoutStyle& style = layout.style();
    if (gap.between == Gap::Between::Columns)
        return gap.before < columnCount(layout)
                   ? layout.columns()[gap.before].left - layout.columns()[gap.before].gutterLeft
                   : style.columnGutterPt;
    return 2 * style.rowPaddingPt;
}

} // namespace throughline
