// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/drag.h"

#include <memory>

namespace throughline {

/// What the left button does. The canvas calls press() at once, drag() when the pointer has moved a little, or click()
/// when it was let go in place.
class Tool
{
public:
    Tool() = default;
    virtual ~Tool() = default;
    Q_DISABLE_COPY_MOVE(Tool)

    virtual void press(const Hit&, const Pointer&) {}
    [[nodiscard]] virtual std::unique_ptr<Drag> drag(const Hit& hit, const Pointer& start) = 0;
    /// Gives an element that was made and is to be named; kind Blueprint for none.
    virtual ElementRef click(const Hit& hit, const Pointer& pointer) = 0;
    virtual ElementRef doubleClick(const Hit& hit, const Pointer& pointer) { return click(hit, pointer); }
    /// Ends what earlier clicks began; false when nothing was.
    virtual bool cancel() { return false; }
    /// What the next click does after those, in words; empty: nothing was begun.
    [[nodiscard]] virtual QString help() const { return {}; }
    [[nodiscard]] virtual Qt::CursorShape cursor(const Hit& hit) const = 0;
};

} // namespace throughline
