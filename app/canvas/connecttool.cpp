// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/connecttool.h"

#include "app/canvas/connectiondrag.h"
#include "app/canvas/viewdrags.h"
#include "app/document/tr.h"

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
    const std::optional<End> first = firstEnd();
    const std::optional<End> here = endAt(hit.ref);
    if (first && here && here != first)
        CanvasEdits(m_view).connect(*first, *here);
    else if (first && hit.part == Hit::Part::Cell && hit.spot)
        return CanvasEdits(m_view).connectToNewCard(*first, *hit.spot);
    else
        m_view.select(hit.ref.kind == ElementKind::Blueprint ? QList<ElementRef>() : QList<ElementRef>{hit.ref});
    return {};
}

std::optional<End> ConnectTool::firstEnd() const
{
    const QList<ElementRef> refs = m_view.selection();
    return refs.size() == 1 ? endAt(refs.first()) : std::nullopt;
}

bool ConnectTool::cancel()
{
    if (!firstEnd())
        return false;
    m_view.select({});
    return true;
}

QString ConnectTool::help() const
{
    return firstEnd() ? tr("Click the other end: card, free cell (new card), lane's name   ·   Esc: leave") : QString();
}

Qt::CursorShape ConnectTool::cursor(const Hit&) const
{
    return Qt::CrossCursor;
}

} // namespace throughline
