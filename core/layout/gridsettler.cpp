// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/gridsettler.h"

#include "core/model/queries.h"

namespace throughline {

namespace {

constexpr double TrayGapPt = 36;
constexpr double StepPaddingPt = 7;
constexpr double TrackMarginPt = 14; // from the edge of a gutter between columns to its first track
constexpr int EmptyColumns = 4;      // an empty blueprint is this wide

/// Words stand right of the tracks, where each connection is alone on the last stretch before its card.
void settleGutter(ColumnGutter& gutter, const LayoutStyle& style)
{
    const double tracks = gutter.tracks == 0 ? 0 : (gutter.tracks - 1) * style.trackPt + 2 * TrackMarginPt;
    const bool areBoth = gutter.tracks > 0 && gutter.labelRoom > 0;
    const double both = areBoth ? tracks - TrackMarginPt + gutter.labelRoom : 0;
    gutter.width = std::max({style.columnGutterPt, tracks, gutter.labelRoom, both});
    gutter.trackMiddle = areBoth ? tracks / 2 : gutter.width / 2;
    gutter.labelMiddle = areBoth ? gutter.width - gutter.labelRoom / 2 : gutter.width / 2;
}

void settleColumns(LayoutData& data)
{
    const int count = data.columnCount();
    data.headerWidth = data.style.laneHeaderPt;
    double x = data.headerWidth;
    for (int k = 0; k <= count; ++k) {
        ColumnGutter& gutter = data.gutters[size_t(k)];
        const bool trayStarts = k < count && data.columns[k].kind == ColumnKind::Tray &&
                                (k == 0 || data.columns[k - 1].kind != ColumnKind::Tray);
        if (trayStarts)
            x += TrayGapPt;
        gutter.left = x;
        settleGutter(gutter, data.style);
        x += gutter.width;
        if (k < count) {
            data.columns[k].gutterLeft = gutter.left;
            data.columns[k].left = x;
            x += data.columns[k].width;
        }
    }
}

bool staysAbove(LineKind kind, Stage stage)
{
    switch (kind) {
    case LineKind::Interaction:
        return stage <= Stage::Customer;
    case LineKind::Visibility:
        return stage <= Stage::Frontstage;
    case LineKind::InternalInteraction:
        return stage <= Stage::Backstage;
    }
    return false;
}

/// The lines that lie between two neighbouring rows, each in its strip from top on; returns where the strips end.
double settleLines(LayoutData& data, int row, double top)
{
    if (row == 0)
        return top;
    for (const LineKind kind : {LineKind::Interaction, LineKind::Visibility, LineKind::InternalInteraction}) {
        if (staysAbove(kind, data.rows[row - 1].stage) && !staysAbove(kind, data.rows[row].stage)) {
            data.lines += LayoutLine{kind, top, data.style.lineStripPt};
            top += data.style.lineStripPt;
        }
    }
    return top;
}

double headHeight(const LayoutRow& row, const TextMeasurer& measurer)
{
    return upToRaster(double(row.nameLines.size()) * measurer.lineHeight(TextRole::LaneName) +
                      double(row.detailLines.size()) * measurer.lineHeight(TextRole::LaneDetail));
}

double settleRow(LayoutData& data, int index, double y, const TextMeasurer& measurer)
{
    LayoutRow& row = data.rows[index];
    const double padding = row.folded ? data.style.rowPaddingPt / 2 : data.style.rowPaddingPt;
    row.top = y;
    row.stripsBottom = settleLines(data, index, y);
    y = row.stripsBottom;
    const int first = data.firstTier[size_t(index)];
    for (int t = first; t < data.firstTier[size_t(index) + 1]; ++t) {
        Tier& tier = data.tiers[size_t(t)];
        tier.trackTop = t == first ? y : y + data.style.stackGapPt / 2;
        y += tier.gutterHeight(data.style) + (t == first ? padding : data.style.stackGapPt);
        tier.top = y;
        if (t == first)
            row.contentTop = y;
        y += tier.height;
    }
    row.contentBottom = std::max(y, row.contentTop + headHeight(row, measurer));
    row.bottom = row.contentBottom + padding;
    return row.bottom;
}

void settleRows(LayoutData& data, const TextMeasurer& measurer)
{
    data.lines.clear();
    double y = data.headerHeight;
    for (int r = 0; r < int(data.rows.size()); ++r)
        y = settleRow(data, r, y, measurer);
    Tier& last = data.tiers.back();
    last.row = int(data.rows.size());
    last.trackTop = y - data.style.rowPaddingPt / 2;
    last.top = y + last.gutterHeight(data.style);
    if (!data.rows.isEmpty())
        data.rows.last().bottom = last.top;
}

/// The name of a phase in lines; that of known, which stood there before, where nothing changed.
QStringList phaseName(const PhaseId& id, double width, const Blueprint& blueprint, const TextMeasurer& measurer,
                      const LayoutPhase* known)
{
    if (known && known->phase == id && known->rect.width() == width)
        return known->nameLines;
    const Phase* element = blueprint.find(id);
    return measurer.wrap(element ? displayName(*element).simplified() : id.value, TextRole::PhaseName, width - 32);
}

void settlePhases(LayoutData& data, const Blueprint& blueprint, const TextMeasurer& measurer, bool samePhases)
{
    const QList<LayoutPhase> known = samePhases ? data.phases : QList<LayoutPhase>();
    data.phases.clear();
    const int count = data.columnCount();
    double height = data.style.phaseHeightPt;
    for (int c = 0; c < count; ++c) {
        const LayoutColumn& column = data.columns[c];
        if (column.phase.isEmpty())
            continue;
        int last = c;
        while (last + 1 < count && data.columns[last + 1].phase == column.phase)
            ++last;
        LayoutPhase phase;
        phase.phase = column.phase;
        phase.firstColumn = c;
        phase.lastColumn = last;
        const double left = column.left - 6;
        const bool lastOfAll = last + 1 == count || data.columns[last + 1].kind == ColumnKind::Tray;
        const double right =
            lastOfAll ? data.columns[last].left + data.columns[last].width + 14 : data.columns[last + 1].left - 10;
        const qsizetype index = data.phases.size();
        phase.nameLines =
            phaseName(column.phase, right - left, blueprint, measurer, index < known.size() ? &known[index] : nullptr);
        phase.rect = QRectF(left, 8, right - left, 0);
        height = std::max(height, double(phase.nameLines.size()) * measurer.lineHeight(TextRole::PhaseName) + 12);
        data.phases += phase;
        c = last;
    }
    for (LayoutPhase& phase : data.phases)
        phase.rect.setHeight(height);
    data.phaseBottom = 8 + height;
    qsizetype lines = 1;
    for (const LayoutColumn& column : data.columns)
        lines = std::max(lines, column.nameLines.size());
    data.headerHeight =
        std::ceil(data.phaseBottom + double(lines) * measurer.lineHeight(TextRole::StepName) + 2 * StepPaddingPt);
}

void settleBounds(LayoutData& data)
{
    const int count = data.columnCount();
    const int grid = data.trayStart();
    const double least = data.headerWidth + EmptyColumns * (data.style.cardWidthPt + data.style.columnGutterPt) +
                         data.style.columnGutterPt;
    const double bottom = data.tiers.back().top;
    const double end = data.gutters.back().left + data.gutters.back().width;
    const double gridRight =
        grid == count ? std::max(end, count == 0 ? least : end) : data.gutter(grid).left - TrayGapPt;
    data.grid = QRectF(QPointF(data.headerWidth, data.headerHeight), QPointF(gridRight, bottom));
    data.tray =
        grid == count ? QRectF() : QRectF(QPointF(gridRight + TrayGapPt / 2, data.headerHeight), QPointF(end, bottom));
    data.bounds = QRectF(QPointF(0, 0), QPointF(std::max(gridRight, end), bottom + (data.strays > 0 ? 32 : 0)));
}

} // namespace

double Tier::gutterHeight(const LayoutStyle& style) const
{
    return tracks * style.trackPt + labelRoom;
}

double Tier::trackMiddle(const LayoutStyle& style) const
{
    return labelBelowTracks ? trackTop + tracks * style.trackPt / 2 : trackTop + gutterHeight(style) / 2;
}

double Tier::labelMiddle(const LayoutStyle& style) const
{
    return labelBelowTracks ? trackTop + gutterHeight(style) - labelRoom / 2 : trackMiddle(style);
}

void settle(LayoutData& data, const TextMeasurer& measurer, const Blueprint& blueprint, bool samePhases)
{
    settleColumns(data);
    settlePhases(data, blueprint, measurer, samePhases);
    settleRows(data, measurer);
    settleBounds(data);
}

} // namespace throughline
