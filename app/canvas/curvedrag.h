// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/drag.h"

namespace throughline {

/// Moves a point of a curve up or down to another whole value.
class CurveDrag : public Drag
{
public:
    CurveDrag(CanvasView& view, const CellSpot& spot) : m_view(view), m_row(spot.row), m_column(spot.column) {}

    void move(const Pointer& pointer) override;
    void drop(const Pointer& pointer) override;
    void cancel() override;
    [[nodiscard]] bool scrolls() const override { return false; }
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::SizeVerCursor; }

private:
    CanvasView& m_view;
    int m_row = 0;
    int m_column = 0;
};

} // namespace throughline
