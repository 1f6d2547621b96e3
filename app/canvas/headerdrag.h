// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/drag.h"

namespace throughline {

/// Moves a lane, step or phase by its header, with its cards.
class HeaderDrag : public Drag
{
public:
    HeaderDrag(CanvasView& view, const ElementRef& header, const Pointer& start);

    void move(const Pointer& pointer) override;
    void drop(const Pointer& pointer) override;
    void cancel() override;
    /// A header moves along its own strip only.
    [[nodiscard]] Qt::Orientations scrolling() const override
    {
        return m_header.kind == ElementKind::Lane ? Qt::Vertical : Qt::Horizontal;
    }
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

private:
    /// The gap nearest to the pointer where the header can go; nothing where it already is.
    [[nodiscard]] std::optional<Gap> gapFor(const Pointer& pointer) const;
    [[nodiscard]] bool isOwnPlace(const Gap& gap) const;
    /// The stage a lane would be in behind the gap, if that is another one than its own.
    [[nodiscard]] std::optional<Stage> newStage(const Gap& gap, bool below) const;
    /// The header is that of the only customer lane.
    [[nodiscard]] bool isLastCustomer() const;
    /// The phase a step would be in on that side of the gap, if that is another one than its own.
    [[nodiscard]] std::optional<PhaseId> newPhase(const Gap& gap, bool right) const;
    [[nodiscard]] std::optional<PhaseId> phaseBeside(const Gap& gap, bool right) const;
    /// What letting go there would do besides moving, in words.
    [[nodiscard]] QString hintFor(const Gap& gap, bool beyond) const;
    [[nodiscard]] std::optional<Gap> nearestPhaseBorder(double at) const;

    CanvasView& m_view;
    ElementRef m_header;
    QPointF m_start;
};

} // namespace throughline
