// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/placetool.h"

#include "app/document/tr.h"

namespace throughline {

ElementRef PlaceTool::click(const Hit& hit, const Pointer& pointer)
{
    if (hit.part == Hit::Part::Cell && hit.spot)
        return CanvasEdits(m_view).newCard(*hit.spot);
    return SelectTool::click(hit, pointer);
}

QString PlaceTool::help() const
{
    return tr("Click a cell: new card   ·   Esc: leave");
}

Qt::CursorShape PlaceTool::cursor(const Hit& hit) const
{
    return hit.part == Hit::Part::Cell ? Qt::CrossCursor : SelectTool::cursor(hit);
}

} // namespace throughline
