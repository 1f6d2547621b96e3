// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/carddrag.h"

#include "app/document/tr.h"
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
    for (const CardId& card : m_cards)
        m_moving += refTo(card);
    for (const Connection& connection : connectionsAt(view.blueprint(), {m_cards.begin(), m_cards.end()}))
        m_moving += refTo(connection.id);
    view.overlay().lifted = m_cards;
}

std::optional<DropPlace> CardDrag::placeAt(const Pointer& pointer) const
{
    // Who lets go over a panel means no place behind it.
    if (!m_view.viewport().contains(pointer.item))
        return std::nullopt;
    if (m_cards.size() == 1)
        return dropPlaceAt(m_view.scene(), m_view.camera().scale, pointer.scene, m_grabbed);
    const std::optional<CellSpot> spot = cellAt(m_view.scene().layout(), pointer.scene);
    return spot ? std::optional(DropPlace{*spot, std::nullopt, {}, spot->target}) : std::nullopt;
}

void CardDrag::setCopies(bool copies)
{
    if (m_shown && copies == m_copies)
        return;
    m_shown = true;
    m_copies = copies;
    m_view.overlay().copies = copies;
    m_view.setHidden(copies ? QSet<ElementRef>() : m_moving);
}

void CardDrag::move(const Pointer& pointer)
{
    setCopies(pointer.modifiers & Qt::ControlModifier);
    OverlayModel& overlay = m_view.overlay();
    overlay.liftOffset = pointer.scene - m_start;
    clearTargets();
    overlay.hintAt = pointer.scene;
    const auto place = placeAt(pointer);
    const QString refusal = place ? refusalAt(*place) : QString();
    if (!place)
        overlay.hint = m_copies ? tr("No copy here") : tr("Stays where it was");
    else if (!refusal.isEmpty())
        overlay.hint = refusal;
    else
        showPlace(*place);
    m_view.overlayChanged();
}

const QString& CardDrag::refusalAt(const DropPlace& place)
{
    if (m_asked != place || m_askedCopies != m_copies) {
        m_refusal = findRefusal(place);
        m_asked = place;
        m_askedCopies = m_copies;
    }
    return m_refusal;
}

QString CardDrag::findRefusal(const DropPlace& place) const
{
    const CanvasEdits edits(m_view);
    if (m_cards.size() == 1)
        return edits.refusalOfDrop(m_grabbed, place, m_copies);
    if (m_cards.size() > ManyCards)
        return {};
    return edits.refusalOfMove(m_cards, place.spot.row - m_row, place.spot.column - m_column);
}

void CardDrag::clearTargets()
{
    OverlayModel& overlay = m_view.overlay();
    overlay.dropCells.clear();
    overlay.dropSpots.clear();
    overlay.dropGap.reset();
    overlay.spliced = {};
    overlay.hint.clear();
    m_view.marks().drop.reset();
}

QString CardDrag::hintFor(const DropPlace& place) const
{
    const Connection* connection = place.connection.isEmpty() ? nullptr : m_view.blueprint().find(place.connection);
    if (connection)
        return place.gap ? tr("Between these two, in a new step") : tr("Between these two");
    if (place.gap)
        return place.gap->between == Gap::Between::Columns ? tr("New step here") : tr("New lane here");
    if (m_copies)
        return m_cards.size() == 1 ? tr("Copy") : tr("%1 copies").arg(m_cards.size());
    return place.spot.beyond ? tr("New step here") : QString();
}

void CardDrag::showPlace(const DropPlace& place)
{
    OverlayModel& overlay = m_view.overlay();
    overlay.hint = hintFor(place);
    if (!place.connection.isEmpty())
        overlay.spliced = refTo(place.connection);
    if (!place.gap) {
        showTargets(place);
        return;
    }
    overlay.dropGap = place.gap;
    overlay.dropSpots = {place.target};
    m_view.marks().drop = place.gap;
}

void CardDrag::showTargets(const DropPlace& place)
{
    const CellSpot& spot = place.spot;
    OverlayModel& overlay = m_view.overlay();
    overlay.dropCells = {spot.cell};
    const Layout& layout = m_view.scene().layout();
    if (m_cards.size() == 1) {
        // Where nothing else stands it is put back; a copy goes beside it.
        const bool isOwn = !m_copies && layout.cardsInCell(spot.row, spot.column) == m_cards;
        overlay.dropSpots = {isOwn ? layout.cardRect(m_grabbed) : place.target};
        return;
    }
    if (m_cards.size() > ManyCards)
        return;
    overlay.dropCells.clear();
    for (const CardId& id : m_cards) {
        const auto card = layout.card(id);
        const int row = card ? card->row + spot.row - m_row : -1;
        const int column = card ? card->firstColumn + spot.column - m_column : -1;
        if (row < 0 || row >= layout.rows().size() || column < 0 || column >= layout.columns().size())
            continue;
        const CellSpot end = endOfCell(layout, row, column);
        if (overlay.dropCells.contains(end.cell))
            continue;
        overlay.dropCells += end.cell;
        // They go below what stands there.
        if (end.index > 0)
            overlay.dropSpots += end.target;
    }
}

void CardDrag::drop(const Pointer& pointer)
{
    const std::optional<DropPlace> place = placeAt(pointer);
    cancel();
    if (!place)
        return;
    CanvasEdits edits(m_view);
    const bool copies = pointer.modifiers & Qt::ControlModifier;
    if (m_cards.size() == 1)
        m_made = edits.dropCard(m_grabbed, *place, copies);
    else if (copies)
        edits.copyCardsBy(m_cards, place->spot.row - m_row, place->spot.column - m_column);
    else
        edits.moveCardsBy(m_cards, place->spot.row - m_row, place->spot.column - m_column);
}

void CardDrag::cancel()
{
    OverlayModel& overlay = m_view.overlay();
    overlay.lifted.clear();
    overlay.liftOffset = {};
    overlay.copies = false;
    clearTargets();
    m_view.setHidden({});
    m_view.overlayChanged();
}

QString CardDrag::help() const
{
    return tr(
        "Ctrl: copy   ·   between steps or lanes: makes one   ·   onto a connection: in between   ·   Esc: leave");
}

} // namespace throughline
