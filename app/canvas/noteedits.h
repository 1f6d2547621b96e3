// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasview.h"
#include "app/canvas/landing.h"

class QMimeData;

namespace throughline {

/// Notes that the hand on the canvas makes, each one undo step on the document of a view; where one cannot be made, the
/// document's message says why.
class NoteEdits
{
public:
    explicit NoteEdits(CanvasView& view) : m_view(view) {}

    /// A new sticky note without words, of one of the kinds of sticky notes; kind Blueprint where it cannot be made.
    ElementRef newSticky(const Result<Landing>& landing, CardKind kind);
    bool setStatus(const QList<CardId>& cards, CardStatus status);
    /// What the customer feels at cards, one better (by = 1) or worse (by = -1).
    bool shiftEmotion(const QList<CardId>& cards, int by);
    /// Gives what a row's curve draws at a column another value, or none.
    bool setCurveValue(int row, int column, std::optional<int> value);
    /// The same, one higher or lower than it is.
    bool shiftCurveValue(int row, int column, int by);
    /// A lane with a curve above the customer's; kind Blueprint where it cannot be made.
    ElementRef newCurveLane(LaneCurve curve);

    /// Files, pictures and addresses onto a card.
    bool attach(const CardId& card, const QMimeData& data);
    /// The same onto a new card of evidence.
    bool newEvidence(const Result<Landing>& landing, const QMimeData& data);

private:
    [[nodiscard]] QString path() const;
    [[nodiscard]] const Blueprint& blueprint() const { return m_view.blueprint(); }
    [[nodiscard]] DocumentController& document() const { return *m_view.document(); }

    CanvasView& m_view;
};

} // namespace throughline
