// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/tool.h"

namespace throughline {

/// Selects, moves, connects from handles, inserts at pluses: the tool for nearly everything.
class SelectTool : public Tool
{
public:
    explicit SelectTool(CanvasView& view) : m_view(view) {}

    void press(const Hit& hit, const Pointer& pointer) override;
    [[nodiscard]] std::unique_ptr<Drag> drag(const Hit& hit, const Pointer& start) override;
    ElementRef click(const Hit& hit, const Pointer& pointer) override;
    ElementRef doubleClick(const Hit& hit, const Pointer& pointer) override;
    [[nodiscard]] Qt::CursorShape cursor(const Hit& hit) const override;

private:
    [[nodiscard]] bool isFreeCell(const Hit& hit, const Pointer& pointer) const;

    CanvasView& m_view;
    bool m_selectedByPress = false;
    bool m_selectedByPressBefore = false; ///< of a double click: by the first of its two
};

} // namespace throughline
