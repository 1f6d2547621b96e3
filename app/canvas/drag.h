// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasedits.h"

namespace throughline {

/// The pointer: where it is in the item and in the scene, and the keys held with it.
struct Pointer
{
    QPointF item;
    QPointF scene;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
};

/// What goes on between pressing a button and letting it go. Changes nothing in the document before drop().
class Drag
{
public:
    Drag() = default;
    virtual ~Drag() = default;
    Q_DISABLE_COPY_MOVE(Drag)

    virtual void move(const Pointer& pointer) = 0;
    virtual void drop(const Pointer& pointer) = 0;
    /// Takes away what the drag has put on the overlay; nothing has happened.
    virtual void cancel() = 0;
    /// The view scrolls when the pointer comes to its border.
    [[nodiscard]] virtual bool scrolls() const { return true; }
    /// The directions in which it scrolls then, as the pointer is now.
    [[nodiscard]] virtual Qt::Orientations scrolling() const { return Qt::Horizontal | Qt::Vertical; }
    [[nodiscard]] virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }
    /// What else the hand can do meanwhile, in words; empty: nothing.
    [[nodiscard]] virtual QString help() const { return {}; }
    /// A new card (or lane) that was made, for typing its title; kind Blueprint for none.
    [[nodiscard]] virtual ElementRef madeCard() const { return {}; }
};

} // namespace throughline
