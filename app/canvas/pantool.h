// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/tool.h"
#include "app/canvas/viewdrags.h"

namespace throughline {

/// Moves the view, wherever it is grabbed.
class PanTool : public Tool
{
public:
    explicit PanTool(CanvasView& view) : m_view(view) {}

    [[nodiscard]] std::unique_ptr<Drag> drag(const Hit&, const Pointer& start) override
    {
        return std::make_unique<PanDrag>(m_view, start);
    }
    ElementRef click(const Hit&, const Pointer&) override { return {}; }
    [[nodiscard]] Qt::CursorShape cursor(const Hit&) const override { return Qt::OpenHandCursor; }

private:
    CanvasView& m_view;
};

} // namespace throughline
