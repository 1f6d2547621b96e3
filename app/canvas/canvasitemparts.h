// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasitem.h"
#include "app/canvas/keyinput.h"
#include "app/canvas/pointerinput.h"

namespace throughline {

/// What the item is made of, for its own sources: what is seen, the text edited in it, and the hands on it.
struct CanvasItem::Parts
{
    CanvasView view;
    InlineEditor editor{view};
    PointerInput pointer{view, editor};
    KeyInput keys{view, editor};
    bool pressing = false;  ///< a button is going down on the drawing
    bool cameByKey = false; ///< the keyboard did, through the window
};

} // namespace throughline
