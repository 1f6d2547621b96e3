// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/selecttool.h"

namespace throughline {

/// Puts a new card where it is clicked; on what is already there it does what the select tool does.
class PlaceTool : public SelectTool
{
public:
    explicit PlaceTool(CanvasView& view) : SelectTool(view), m_view(view) {}

    ElementRef click(const Hit& hit, const Pointer& pointer) override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Qt::CursorShape cursor(const Hit& hit) const override;

private:
    CanvasView& m_view;
};

} // namespace throughline
