// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/stretchdrag.h"

#include "app/document/tr.h"

#include <algorithm>

namespace throughline {

std::optional<CellSpot> StretchDrag::spotAt(const Pointer& pointer) const
{
    const Layout& layout = m_view.scene().layout();
    const QRectF card = layout.cardRect(m_card);
    std::optional<CellSpot> spot = cellAt(layout, QPointF(pointer.scene.x(), card.center().y()));
    const bool isStep = spot && (spot->beyond || !spot->step.isEmpty());
    return isStep ? spot : std::nullopt;
}

bool StretchDrag::meetsOthers(const CellSpot& spot, int anchor) const
{
    const Layout& layout = m_view.scene().layout();
    for (int column = std::min(anchor, spot.column); column <= std::max(anchor, spot.column); ++column) {
        for (const CardId& id : layout.cardsInCell(spot.row, column)) {
            if (id != m_card)
                return true;
        }
    }
    return false;
}

void StretchDrag::move(const Pointer& pointer)
{
    OverlayModel& overlay = m_view.overlay();
    const Layout& layout = m_view.scene().layout();
    const auto card = layout.card(m_card);
    const auto spot = spotAt(pointer);
    overlay.dropSpots.clear();
    overlay.hint.clear();
    if (card && spot) {
        const int anchor = m_right ? card->firstColumn : card->lastColumn;
        const LayoutColumn& held = layout.columns()[anchor];
        const double left = std::min(held.left, spot->cell.left());
        const double right = std::max(held.left + held.width, spot->cell.right());
        overlay.dropSpots = {QRectF(left, card->rect.top(), right - left, card->rect.height())};
        const int steps = std::abs(spot->column - anchor) + 1;
        overlay.hint = spot->beyond                 ? tr("%1 steps, the last one new").arg(steps)
                       : steps == 1                 ? tr("1 step")
                       : meetsOthers(*spot, anchor) ? tr("%1 steps, below the cards there").arg(steps)
                                                    : tr("%1 steps").arg(steps);
    }
    overlay.hintAt = pointer.scene;
    m_view.overlayChanged();
}

void StretchDrag::drop(const Pointer& pointer)
{
    const auto spot = spotAt(pointer);
    cancel();
    if (spot)
        CanvasEdits(m_view).stretchTo(m_card, m_right, *spot);
}

void StretchDrag::cancel()
{
    m_view.overlay().dropSpots.clear();
    m_view.overlay().hint.clear();
    m_view.overlayChanged();
}

QString StretchDrag::help() const
{
    return tr("Over more steps, or fewer   ·   Esc: leave");
}

} // namespace throughline
