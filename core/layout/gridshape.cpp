// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/gridshape.h"

#include "core/model/queries.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr double EmptyPhasePt = 88;

/// Puts a column for each phase without steps behind the columns of the phases before it.
void addEmptyPhases(QList<LayoutColumn>& columns, const Blueprint& blueprint)
{
    QSet<PhaseId> used;
    for (const LayoutColumn& column : columns)
        used.insert(column.phase);
    QHash<PhaseId, qsizetype> rank;
    const QList<Phase> phases = orderedPhases(blueprint);
    for (qsizetype i = 0; i < phases.size(); ++i)
        rank.insert(phases[i].id, i);
    for (qsizetype i = 0; i < phases.size(); ++i) {
        if (used.contains(phases[i].id))
            continue;
        qsizetype at = -1;
        qsizetype before = -1;
        for (qsizetype c = 0; c < columns.size(); ++c) {
            const qsizetype other = rank.value(columns[c].phase, -1);
            if (other >= 0 && other < i)
                at = c + 1;
            if (other > i && before < 0)
                before = c;
        }
        LayoutColumn column;
        column.kind = ColumnKind::EmptyPhase;
        column.phase = phases[i].id;
        column.width = EmptyPhasePt;
        columns.insert(at >= 0 ? at : before >= 0 ? before : columns.size(), column);
    }
}

QString detailOf(const Blueprint& blueprint, const Lane& lane)
{
    if (lane.curve == LaneCurve::Emotion)
        return u"How the customer feels"_s;
    if (lane.curve != LaneCurve::None)
        return u"What it costs the customer"_s;
    QStringList parts;
    QStringList roles;
    for (const RoleId& id : lane.roles) {
        const Role* role = blueprint.find(id);
        if (!role)
            continue;
        const Department* department = blueprint.find(role->department);
        if (department && displayName(*department) != lane.name && !parts.contains(displayName(*department)))
            parts += displayName(*department);
        if (displayName(*role) != lane.name)
            roles += displayName(*role);
    }
    parts += roles;
    if (!parts.isEmpty())
        return parts.join(u" \u00b7 "_s);
    if (lane.stage == Stage::Customer)
        return u"Customer actions"_s;
    return lane.stage == Stage::Evidence ? u"What the customer sees"_s : QString();
}

} // namespace

QList<LayoutColumn> makeColumns(const Blueprint& blueprint, const LayoutStyle& style, const TextMeasurer& measurer,
                                int trayColumns)
{
    QList<LayoutColumn> columns;
    for (const Step& step : orderedSteps(blueprint)) {
        LayoutColumn column;
        column.step = step.id;
        column.phase = step.phase;
        column.number = step.number;
        column.width = style.cardWidthPt;
        if (!step.name.isEmpty())
            column.nameLines = measurer.wrap(step.name.simplified(), TextRole::StepName, column.width - 20);
        columns += column;
    }
    addEmptyPhases(columns, blueprint);
    LayoutColumn tray;
    tray.kind = ColumnKind::Tray;
    tray.width = style.cardWidthPt;
    for (int i = 0; i < trayColumns; ++i)
        columns += tray;
    return columns;
}

QList<LayoutRow> makeRows(const Blueprint& blueprint, const LayoutStyle& style, const TextMeasurer& measurer)
{
    const double width = style.laneHeaderPt - style.headerPaddingPt - 20;
    QList<LayoutRow> rows;
    for (const Lane& lane : orderedLanes(blueprint)) {
        LayoutRow row;
        row.lane = lane.id;
        row.stage = lane.stage;
        row.folded = lane.folded;
        row.nameLines = measurer.wrap(displayName(lane).simplified(), TextRole::LaneName, width);
        if (!lane.folded)
            row.detailLines = measurer.wrap(detailOf(blueprint, lane).simplified(), TextRole::LaneDetail, width);
        rows += row;
    }
    return rows;
}

} // namespace throughline
