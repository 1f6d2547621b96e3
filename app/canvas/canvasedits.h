// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasview.h"
#include "app/canvas/dropplace.h"
#include "app/canvas/landing.h"

namespace throughline {

/// The edits that the hand on the canvas makes, each one undo step on the document of a view. Those that make something
/// give its reference, with kind Blueprint when it could not be made (the document's message says why).
class CanvasEdits
{
public:
    explicit CanvasEdits(CanvasView& view) : m_view(view) {}

    /// A new card without a title at a place of the grid.
    ElementRef newCard(const CellSpot& spot);
    /// A new card in the same lane, one step on; the step is made if there is none.
    ElementRef nextCard(const CardId& card);
    /// A new card in the lane below (by = 1) or above (by = -1) in the same step, with a connection from card to it: a
    /// request if the customer asks, otherwise a plain arrow.
    ElementRef answeringCard(const CardId& card, int by);
    /// A new card below card in its cell.
    ElementRef cardBelow(const CardId& card);

    /// What a request and its answer brought; kind Blueprint for what was not made.
    struct Exchange
    {
        ElementRef request;
        ElementRef card; ///< that answers, where there was none
    };
    /// A request from a card to the lane below, and the answer: by the first card there in the same step that it does
    /// not ask yet, or by a new one.
    Exchange askBelow(const CardId& asker);
    /// A request from one card to another, and the answer.
    Exchange ask(const CardId& asker, const CardId& answerer);
    /// The same with a new card that answers.
    Exchange askNewCard(const CardId& asker, const Result<Landing>& landing);

    ElementRef connect(const End& from, const End& to);
    /// Makes a card at spot and a connection from an end to it; gives the card.
    ElementRef connectToNewCard(const End& from, const CellSpot& spot);
    bool reconnect(const ConnectionId& connection, ConnectionEnd side, const End& end);
    /// Makes a card at spot and attaches one end of a connection to it; gives the card.
    ElementRef reconnectToNewCard(const ConnectionId& connection, ConnectionEnd side, const CellSpot& spot);

    /// Moves a card, or with copies a copy of it, to where it was dropped, and selects it. Gives the lane that was made
    /// for it and wants a name; kind Blueprint for none.
    ElementRef dropCard(const CardId& card, const DropPlace& place, bool copies);
    /// Why dropCard() would refuse; empty: it would not.
    [[nodiscard]] QString refusalOfDrop(const CardId& card, const DropPlace& place, bool copies) const;
    bool moveCardsBy(const QList<CardId>& cards, int rows, int columns);
    /// Why moveCardsBy() would refuse; empty: it would not.
    [[nodiscard]] QString refusalOfMove(const QList<CardId>& cards, int rows, int columns) const;
    /// Lets cards end some steps further right (by > 0) or left; each covers one step at least.
    bool stretchBy(const QList<CardId>& cards, int by);
    /// Lets one end of a card, the right one or the left one, come to the step of spot.
    bool stretchTo(const CardId& card, bool right, const CellSpot& spot);
    /// Copies cards with the connections among them and moves the copies; gives the copies.
    QList<ElementRef> copyCardsBy(const QList<CardId>& cards, int rows, int columns);
    /// Moves a card up or down in its cell, or into the next lane at the cell's border.
    bool moveCardVertically(const CardId& card, int by);
    /// Without this lane the blueprint has no customer.
    [[nodiscard]] bool isOnlyCustomer(const LaneId& lane) const;
    /// The stage of a lane that is moved to a gap, on that side of it: that of its neighbour there. Where the customer
    /// stands it becomes one if there is none.
    [[nodiscard]] Stage stageAt(const LaneId& lane, const Gap& gap, bool belowGap) const;
    bool moveLaneTo(const LaneId& lane, const Gap& gap, bool belowGap);
    /// Moves a step to a gap and into the phase on that side of it.
    bool moveStepTo(const StepId& step, const Gap& gap, bool rightOfGap);
    bool movePhaseTo(const PhaseId& phase, const Gap& gap);
    /// A new lane, or a new step, at a gap.
    ElementRef insertAt(const Gap& gap);

private:
    struct CardDrop
    {
        Patch patch;
        CardId card; ///< the moved one or its copy
        LaneId lane; ///< that may have been made for it
    };

    [[nodiscard]] Result<CardDrop> dropOf(const CardId& id, const DropPlace& place, bool copies) const;
    /// landing with a card on it.
    [[nodiscard]] Result<Landing> withCard(const Result<Landing>& landing, const CardId& id) const;
    ElementRef addCardAt(const Result<Landing>& landing, const QString& text, const End& from, ConnectionKind kind);
    [[nodiscard]] Result<Landing> landingOf(const DropPlace& place, const LaneId& newLane) const;
    [[nodiscard]] const Blueprint& blueprint() const { return m_view.blueprint(); }
    /// The part of it that is shown: its rows and columns are those of the layout.
    [[nodiscard]] const Blueprint& shown() const { return m_view.scene().blueprint(); }
    /// Moves cards of blueprint by shown rows and columns.
    [[nodiscard]] Result<Patch> moved(const Blueprint& blueprint, const QList<CardId>& cards, int rows,
                                      int columns) const;
    /// Selects elements, whatever part of the document is shown.
    void choose(const QList<ElementRef>& refs);
    [[nodiscard]] DocumentController& document() const { return *m_view.document(); }

    CanvasView& m_view;
};

/// The cards among references.
[[nodiscard]] QList<CardId> cardsOf(const QList<ElementRef>& refs);

/// A card or a lane as the end of a connection; nothing for what can be none.
[[nodiscard]] std::optional<End> endAt(const ElementRef& ref);

} // namespace throughline
