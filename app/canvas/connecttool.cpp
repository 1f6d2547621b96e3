// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/connecttool.h"

#include "app/canvas/connectiondrag.h"
#include "app/canvas/viewdrags.h"

namespace throughline {

std::unique_ptr<Drag> ConnectTool::drag(const Hit& hit, const Pointer& start)
{
    if (hit.part == Hit::Part::ConnectionEnd)
        return std::make_unique<ConnectionDrag>(m_view, ConnectionId(hit.ref.id),
                                                hit.side == 0 ? ConnectionEnd::From : ConnectionEnd::To);
    if (hit.ref.kind == ElementKind::Card)
        return std::make_unique<ConnectionDrag>(m_view, CardId(hit.ref.id), start.scene);
    if (hit.ref.kind == ElementKind::Lane)
        return std::make_unique<ConnectionDrag>(m_view, LaneId(hit.ref.id), start.scene);
    return std::make_unique<RubberBandDrag>(m_view, start);
}

ElementRef ConnectTool::click(const Hit& hit, const Pointer&)
{
    const QList<CardId> first = cardsOf(m_view.selection());
    if (hit.ref.kind == ElementKind::Card && first.size() == 1 && first.first().value != hit.ref.id) {
        CanvasEdits(m_view).connect(first.first(), CardId(hit.ref.id));
        return {};
    }
    m_view.select(hit.ref.kind == ElementKind::Blueprint ? QList<ElementRef>() : QList<ElementRef>{hit.ref});
    return {};
}

Qt::CursorShape ConnectTool::cursor(const Hit&) const
{
    return Qt::CrossCursor;
}

} // namespace throughline
