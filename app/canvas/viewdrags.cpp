// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/viewdrags.h"

namespace throughline {

RubberBandDrag::RubberBandDrag(CanvasView& view, const Pointer& start)
    : m_view(view),
      m_start(start.scene),
      m_before(view.selection()),
      m_kept(start.modifiers & (Qt::ShiftModifier | Qt::ControlModifier) ? m_before : QList<ElementRef>())
{
}

void RubberBandDrag::move(const Pointer& pointer)
{
    const QRectF band = QRectF(m_start, pointer.scene).normalized();
    m_view.overlay().rubberBand = band;
    QSet<ElementRef> known(m_kept.begin(), m_kept.end());
    QList<ElementRef> refs = m_kept;
    for (const CardId& card : m_view.scene().layout().cardsIn(band)) {
        if (!known.contains(refTo(card)))
            refs += refTo(card);
    }
    m_view.select(refs);
    m_view.overlayChanged();
}

void RubberBandDrag::drop(const Pointer&)
{
    m_view.overlay().rubberBand = {};
    m_view.overlayChanged();
}

void RubberBandDrag::cancel()
{
    m_view.select(m_before);
    drop({});
}

PanDrag::PanDrag(CanvasView& view, const Pointer& start) : m_view(view), m_last(start.item) {}

void PanDrag::move(const Pointer& pointer)
{
    m_view.panBy(m_last - pointer.item);
    m_last = pointer.item;
}

} // namespace throughline
