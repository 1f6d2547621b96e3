// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/carddrag.h"

#include "core/model/queries.h"

namespace throughline {

namespace {

/// More targets than this are not outlined one by one.
constexpr qsizetype ManyCards = 60;

} // namespace

CardDrag::CardDrag(CanvasView& view, const CardId& grabbed, const Pointer& start)
    : m_view(view), m_grabbed(grabbed), m_cards(cardsOf(view.selection())), m_start(start.scene)
{
    if (const auto card = view.scene().layout().card(grabbed)) {
        m_row = card->row;
        m_column = card->firstColumn;
        // Grabbed in its second step a long card still moves as one.
        if (const auto spot = cellAt(view.scene().layout(), start.scene))
            m_column = spot->column;
    }
    view.overlay().lifted = m_cards;
}

std::optional<CellSpot> CardDrag::spotAt(const Pointer& pointer) const
{
    return cellAt(m_view.scene().layout(), pointer.scene);
}

void CardDrag::move(const Pointer& pointer)
{
    const bool copies = pointer.modifiers & Qt::ControlModifier;
    QSet<ElementRef> hidden;
    if (!copies) {
        const QSet<CardId> cards(m_cards.begin(), m_cards.end());
        for (const CardId& card : m_cards)
            hidden += refTo(card);
        for (const Connection& connection : connectionsAt(m_view.blueprint(), cards))
            hidden += refTo(connection.id);
    }
    if (hidden.isEmpty() != m_view.scene().options().hidden.isEmpty())
        m_view.setHidden(hidden);
    OverlayModel& overlay = m_view.overlay();
    overlay.liftOffset = pointer.scene - m_start;
    overlay.dropCells.clear();
    overlay.dropSpot = {};
    if (const auto spot = spotAt(pointer))
        showTargets(*spot);
    m_view.overlayChanged();
}

void CardDrag::showTargets(const CellSpot& spot)
{
    OverlayModel& overlay = m_view.overlay();
    overlay.dropCells = {spot.cell};
    if (m_cards.size() == 1) {
        overlay.dropSpot = spot.target;
        return;
    }
    const Layout& layout = m_view.scene().layout();
    if (m_cards.size() > ManyCards)
        return;
    overlay.dropCells.clear();
    for (const CardId& id : m_cards) {
        const auto card = layout.card(id);
        const int row = card ? card->row + spot.row - m_row : -1;
        const int column = card ? card->firstColumn + spot.column - m_column : -1;
        if (row < 0 || row >= layout.rows().size() || column < 0 || column >= layout.columns().size())
            continue;
        const QRectF cell(layout.columns()[column].left, layout.rows()[row].stripsBottom,
                          layout.columns()[column].width, layout.rows()[row].bottom - layout.rows()[row].stripsBottom);
        if (!overlay.dropCells.contains(cell))
            overlay.dropCells += cell;
    }
}

void CardDrag::drop(const Pointer& pointer)
{
    const std::optional<CellSpot> spot = spotAt(pointer);
    cancel();
    if (!spot)
        return;
    CanvasEdits edits(m_view);
    if (pointer.modifiers & Qt::ControlModifier)
        edits.copyCardsBy(m_cards, spot->row - m_row, spot->column - m_column);
    else if (m_cards.size() == 1)
        edits.moveCardTo(m_grabbed, *spot);
    else
        edits.moveCardsBy(m_cards, spot->row - m_row, spot->column - m_column);
}

void CardDrag::cancel()
{
    OverlayModel& overlay = m_view.overlay();
    overlay.lifted.clear();
    overlay.liftOffset = {};
    overlay.dropCells.clear();
    overlay.dropSpot = {};
    m_view.setHidden({});
    m_view.overlayChanged();
}

} // namespace throughline
