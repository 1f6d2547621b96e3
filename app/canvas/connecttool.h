// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/tool.h"

namespace throughline {

/// Draws connections: by dragging from a card or a lane's header, or by clicking one end and then the other, which in
/// an empty cell is a new card.
class ConnectTool : public Tool
{
public:
    explicit ConnectTool(CanvasView& view) : m_view(view) {}

    [[nodiscard]] std::unique_ptr<Drag> drag(const Hit& hit, const Pointer& start) override;
    ElementRef click(const Hit& hit, const Pointer& pointer) override;
    bool cancel() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Qt::CursorShape cursor(const Hit& hit) const override;

private:
    /// The end that was clicked first: the card or lane that is selected.
    [[nodiscard]] std::optional<End> firstEnd() const;

    CanvasView& m_view;
};

} // namespace throughline
