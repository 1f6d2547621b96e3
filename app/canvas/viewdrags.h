// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/drag.h"

namespace throughline {

/// Selects the cards that a rectangle touches; with Shift or Ctrl in addition to what was selected.
class RubberBandDrag : public Drag
{
public:
    RubberBandDrag(CanvasView& view, const Pointer& start);

    void move(const Pointer& pointer) override;
    void drop(const Pointer& pointer) override;
    void cancel() override;

private:
    CanvasView& m_view;
    QPointF m_start;
    QList<ElementRef> m_before;
    QList<ElementRef> m_kept;
};

/// Moves the view with the pointer.
class PanDrag : public Drag
{
public:
    PanDrag(CanvasView& view, const Pointer& start);

    void move(const Pointer& pointer) override;
    void drop(const Pointer&) override {}
    void cancel() override {}
    [[nodiscard]] bool scrolls() const override { return false; }
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

private:
    CanvasView& m_view;
    QPointF m_last;
};

} // namespace throughline
