// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/headerdrag.h"

#include <algorithm>
#include <cmath>

namespace throughline {

HeaderDrag::HeaderDrag(CanvasView& view, const ElementRef& header) : m_view(view), m_header(header) {}

bool HeaderDrag::isPhaseBorder(const Gap& gap) const
{
    const QList<LayoutPhase>& phases = m_view.scene().layout().phases();
    return gap.before >= m_view.scene().layout().columns().size() ||
           std::any_of(phases.begin(), phases.end(), [&](const LayoutPhase& phase) {
               return phase.firstColumn == gap.before || phase.lastColumn + 1 == gap.before;
           });
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
    std::optional<Gap> nearest;
    for (const Gap& gap : gaps(m_view.scene().layout())) {
        const bool fits =
            (gap.between == Gap::Between::Rows) == rows && (m_header.kind != ElementKind::Phase || isPhaseBorder(gap));
        if (fits && (!nearest || std::abs(gap.positionPt - at) < std::abs(nearest->positionPt - at)))
            nearest = gap;
    }
    if (!nearest || !isOwnPlace(*nearest))
        return nearest;
    // Beyond its own border a lane can still change its stage.
    return rows && changesStage(*nearest, at >= nearest->positionPt) ? nearest : std::nullopt;
}

bool HeaderDrag::changesStage(const Gap& gap, bool below) const
{
    const QList<LayoutRow>& all = m_view.scene().layout().rows();
    const int own = m_view.scene().layout().rowOf(LaneId(m_header.id));
    const int neighbour = std::clamp(below ? gap.before : gap.before - 1, 0, int(all.size()) - 1);
    return own >= 0 && all[neighbour].stage != all[own].stage;
}

void HeaderDrag::move(const Pointer& pointer)
{
    const std::optional<Gap> shown = gapFor(pointer);
    m_view.overlay().dropGap = shown;
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
        edits.moveLaneTo(LaneId(m_header.id), *gap, pointer.scene.y() >= gap->positionPt);
    else if (m_header.kind == ElementKind::Step)
        edits.moveStepTo(StepId(m_header.id), *gap);
    else
        edits.movePhaseTo(PhaseId(m_header.id), *gap);
}

void HeaderDrag::cancel()
{
    m_view.overlay().dropGap.reset();
    m_view.marks().drop.reset();
    m_view.overlayChanged();
}

} // namespace throughline
