// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/curvedrag.h"

#include "app/canvas/noteedits.h"
#include "core/scene/curve.h"

namespace throughline {

void CurveDrag::move(const Pointer& pointer)
{
    const LayoutRow& row = m_view.scene().layout().rows()[m_row];
    const int value = curveValueAt(curveOf(m_view.blueprint(), row), row, pointer.scene.y());
    m_view.overlay().curve = CurveDraft{m_row, m_column, value};
    m_view.overlayChanged();
}

void CurveDrag::drop(const Pointer& pointer)
{
    move(pointer);
    const CurveDraft draft = *m_view.overlay().curve;
    cancel();
    NoteEdits(m_view).setCurveValue(draft.row, draft.column, draft.value);
}

void CurveDrag::cancel()
{
    m_view.overlay().curve.reset();
    m_view.overlayChanged();
}

} // namespace throughline
