// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/drag.h"

namespace throughline {

/// Moves the selected cards (with Ctrl: copies of them) to where they are dropped: into a cell; a single one also
/// between two steps or lanes, where one is made, and between the ends of a connection. What a move costs depends on
/// what is near, not on how much there is.
class CardDrag : public Drag
{
public:
    /// grabbed is the card under the pointer, one of the selected ones.
    CardDrag(CanvasView& view, const CardId& grabbed, const Pointer& start);

    void move(const Pointer& pointer) override;
    void drop(const Pointer& pointer) override;
    void cancel() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Qt::CursorShape cursor() const override
    {
        return m_copies ? Qt::DragCopyCursor : Qt::ClosedHandCursor;
    }
    [[nodiscard]] ElementRef madeCard() const override { return m_made; }

private:
    [[nodiscard]] std::optional<DropPlace> placeAt(const Pointer& pointer) const;
    /// Why nothing can be dropped there; empty: it can. Asked anew only when the place is another.
    [[nodiscard]] const QString& refusalAt(const DropPlace& place);
    [[nodiscard]] QString findRefusal(const DropPlace& place) const;
    void setCopies(bool copies);
    void clearTargets();
    void showTargets(const DropPlace& place);
    void showPlace(const DropPlace& place);
    [[nodiscard]] QString hintFor(const DropPlace& place) const;

    CanvasView& m_view;
    CardId m_grabbed;
    QList<CardId> m_cards;
    QSet<ElementRef> m_moving; ///< the cards and their connections
    QPointF m_start;
    bool m_copies = false;
    bool m_shown = false;
    ElementRef m_made;
    std::optional<DropPlace> m_asked; ///< the place that m_refusal is about
    bool m_askedCopies = false;
    QString m_refusal;
    int m_row = 0;
    int m_column = 0;
};

} // namespace throughline
