// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/headerdrag.h"

#include "app/canvas/gapnear.h"
#include "app/document/tr.h"
#include "core/model/queries.h"

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

/// What a lane is said to turn into beside the pointer.
QString becomes(Stage stage)
{
    switch (stage) {
    case Stage::Evidence:
        return tr("Becomes what the customer sees");
    case Stage::Customer:
        return tr("Becomes a customer");
    case Stage::Frontstage:
        return tr("Becomes frontstage");
    case Stage::Backstage:
        return tr("Becomes backstage");
    case Stage::Support:
        return tr("Becomes support");
    }
    return {};
}

/// Whether the pointer is below a gap between rows, or right of one between columns.
bool isBeyond(const Gap& gap, const Pointer& pointer)
{
    return (gap.between == Gap::Between::Rows ? pointer.scene.y() : pointer.scene.x()) >= gap.positionPt;
}

} // namespace

HeaderDrag::HeaderDrag(CanvasView& view, const ElementRef& header, const Pointer& start)
    : m_view(view), m_header(header), m_start(start.scene)
{
    view.overlay().liftedBand = view.scene().areaOf(header);
}

std::optional<Gap> HeaderDrag::nearestPhaseBorder(double at) const
{
    const Layout& layout = m_view.scene().layout();
    std::optional<Gap> nearest;
    for (const LayoutPhase& phase : layout.phases()) {
        for (const int column : {phase.firstColumn, phase.lastColumn + 1}) {
            const Gap gap = gapBefore(layout, Gap::Between::Columns, column);
            if (!nearest || std::abs(gap.positionPt - at) < std::abs(nearest->positionPt - at))
                nearest = gap;
        }
    }
    return nearest;
}

bool HeaderDrag::isOwnPlace(const Gap& gap) const
{
    const Layout& layout = m_view.scene().layout();
    if (m_header.kind == ElementKind::Phase) {
        return std::any_of(layout.phases().begin(), layout.phases().end(), [&](const LayoutPhase& phase) {
            return phase.phase.value == m_header.id && phase.firstColumn <= gap.before &&
                   gap.before <= phase.lastColumn + 1;
        });
    }
    const int own =
        m_header.kind == ElementKind::Lane ? layout.rowOf(LaneId(m_header.id)) : layout.columnOf(StepId(m_header.id));
    return gap.before == own || gap.before == own + 1;
}

std::optional<Gap> HeaderDrag::gapFor(const Pointer& pointer) const
{
    const bool rows = m_header.kind == ElementKind::Lane;
    const double at = rows ? pointer.scene.y() : pointer.scene.x();
    const std::optional<Gap> nearest =
        m_header.kind == ElementKind::Phase
            ? nearestPhaseBorder(at)
            : nearestGap(m_view.scene().layout(), rows ? Gap::Between::Rows : Gap::Between::Columns, at);
    if (!nearest || !isOwnPlace(*nearest))
        return nearest;
    // Beyond its own border a lane can still change its stage, and a step its phase.
    const bool beyond = isBeyond(*nearest, pointer);
    const bool changes = rows ? newStage(*nearest, beyond).has_value() : newPhase(*nearest, beyond).has_value();
    return changes ? nearest : std::nullopt;
}

std::optional<Stage> HeaderDrag::newStage(const Gap& gap, bool below) const
{
    const Lane* lane = m_view.blueprint().find(LaneId(m_header.id));
    if (!lane)
        return std::nullopt;
    const Stage stage = CanvasEdits(m_view).stageAt(lane->id, gap, below);
    return stage != lane->stage ? std::optional(stage) : std::nullopt;
}

bool HeaderDrag::isLastCustomer() const
{
    const Lane* lane = m_view.blueprint().find(LaneId(m_header.id));
    return lane && lane->stage == Stage::Customer && lane->curve == LaneCurve::None &&
           CanvasEdits(m_view).isOnlyCustomer(lane->id);
}

std::optional<PhaseId> HeaderDrag::newPhase(const Gap& gap, bool right) const
{
    const Step* step = m_header.kind == ElementKind::Step ? m_view.blueprint().find(StepId(m_header.id)) : nullptr;
    const std::optional<PhaseId> phase = phaseBeside(gap, right);
    return step && phase != step->phase ? phase : std::nullopt;
}

std::optional<PhaseId> HeaderDrag::phaseBeside(const Gap& gap, bool right) const
{
    const Layout& layout = m_view.scene().layout();
    const int column = columnBeside(layout, gap, right);
    return column < 0 ? std::nullopt : std::optional(layout.columns()[column].phase);
}

QString HeaderDrag::hintFor(const Gap& gap, bool beyond) const
{
    if (m_header.kind == ElementKind::Lane) {
        const std::optional<Stage> stage = newStage(gap, beyond);
        if (!stage)
            return {};
        return isLastCustomer() ? tr("%1: no customer lane would be left").arg(becomes(*stage)) : becomes(*stage);
    }
    const Step* step = m_header.kind == ElementKind::Step ? m_view.blueprint().find(StepId(m_header.id)) : nullptr;
    if (!step)
        return {};
    if (const std::optional<PhaseId> phase = newPhase(gap, beyond))
        return phase->isEmpty() ? tr("Leaves its phase")
                                : tr("Joins %1").arg(nameOf(m_view.blueprint(), refTo(*phase)));
    if (phaseBeside(gap, false) == phaseBeside(gap, true))
        return {};
    return step->phase.isEmpty() ? tr("Stays without a phase")
                                 : tr("Stays in %1").arg(nameOf(m_view.blueprint(), refTo(step->phase)));
}

void HeaderDrag::move(const Pointer& pointer)
{
    const std::optional<Gap> shown = gapFor(pointer);
    m_view.overlay().dropGap = shown;
    const QPointF way = pointer.scene - m_start;
    m_view.overlay().liftOffset = m_header.kind == ElementKind::Lane ? QPointF(0, way.y()) : QPointF(way.x(), 0);
    m_view.overlay().hint = shown ? hintFor(*shown, isBeyond(*shown, pointer)) : QString();
    m_view.overlay().hintAt = pointer.scene;
    m_view.marks().drop = shown;
    m_view.marks().plus.reset();
    m_view.overlayChanged();
}

void HeaderDrag::drop(const Pointer& pointer)
{
    const std::optional<Gap> gap = gapFor(pointer);
    cancel();
    if (!gap)
        return;
    CanvasEdits edits(m_view);
    if (m_header.kind == ElementKind::Lane)
        edits.moveLaneTo(LaneId(m_header.id), *gap, isBeyond(*gap, pointer));
    else if (m_header.kind == ElementKind::Step)
        edits.moveStepTo(StepId(m_header.id), *gap, isBeyond(*gap, pointer));
    else
        edits.movePhaseTo(PhaseId(m_header.id), *gap);
}

void HeaderDrag::cancel()
{
    m_view.overlay().hint.clear();
    m_view.overlay().dropGap.reset();
    m_view.overlay().liftedBand = {};
    m_view.overlay().liftOffset = {};
    m_view.marks().drop.reset();
    m_view.overlayChanged();
}

} // namespace throughline
