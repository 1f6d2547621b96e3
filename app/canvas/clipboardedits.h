// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasview.h"
#include "app/canvas/landing.h"

namespace throughline {

/// Cards of a view on their way to the clipboard and from it, each one undo step on its document.
class ClipboardEdits
{
public:
    explicit ClipboardEdits(CanvasView& view) : m_view(view) {}

    /// Puts the selected cards on the clipboard. False, with the document's message, when none is selected.
    bool copy();
    /// copy(), and removes them.
    bool cut();
    /// Puts what the clipboard holds at a place, selects its cards and brings them in sight. False, with the document's
    /// message, when nothing can be pasted.
    bool paste(const Result<Landing>& landing);

    /// Where things are pasted that come to an element: the cell of a card, the first cell of a lane or step, or
    /// nowhere in particular.
    [[nodiscard]] static CellPlace placeAt(const Blueprint& blueprint, const ElementRef& element);

private:
    /// Of the document; empty: it has none.
    [[nodiscard]] QString path() const;
    [[nodiscard]] DocumentController& document() const { return *m_view.document(); }

    CanvasView& m_view;
};

} // namespace throughline
