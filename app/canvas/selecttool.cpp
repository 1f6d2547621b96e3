// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/selecttool.h"

#include "app/canvas/carddrag.h"
#include "app/canvas/connectiondrag.h"
#include "app/canvas/curvedrag.h"
#include "app/canvas/headerdrag.h"
#include "app/canvas/stretchdrag.h"
#include "app/canvas/viewdrags.h"
#include "app/document/folding.h"
#include "core/model/queries.h"

#include <utility>

namespace throughline {

namespace {

bool adds(const Pointer& pointer)
{
    return pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
}

bool isElement(const Hit& hit)
{
    return hit.ref.kind != ElementKind::Blueprint;
}

} // namespace

void SelectTool::press(const Hit& hit, const Pointer& pointer)
{
    m_selectedByPressBefore = std::exchange(m_selectedByPress, false);
    const QList<ElementRef> before = m_view.selection();
    if (!isElement(hit) || hit.part == Hit::Part::Handle || hit.part == Hit::Part::Plus ||
        hit.part == Hit::Part::Fold || before.contains(hit.ref))
        return;
    // With Ctrl it is copied when it is dragged: a click is what adds it.
    if (hit.ref.kind == ElementKind::Card && (pointer.modifiers & Qt::ControlModifier))
        return;
    m_view.select(adds(pointer) ? before + QList<ElementRef>{hit.ref} : QList<ElementRef>{hit.ref});
    m_selectedByPress = true;
}

std::unique_ptr<Drag> SelectTool::drag(const Hit& hit, const Pointer& start)
{
    switch (hit.part) {
    case Hit::Part::Handle: {
        const QRectF rect = m_view.scene().layout().cardRect(CardId(hit.ref.id));
        return std::make_unique<ConnectionDrag>(m_view, CardId(hit.ref.id),
                                                handlePoints(rect, m_view.camera().scale)[size_t(hit.side)], hit.side);
    }
    case Hit::Part::Edge:
        return std::make_unique<StretchDrag>(m_view, CardId(hit.ref.id), hit.side == 1);
    case Hit::Part::ConnectionEnd:
        return std::make_unique<ConnectionDrag>(m_view, ConnectionId(hit.ref.id),
                                                hit.side == 0 ? ConnectionEnd::From : ConnectionEnd::To);
    case Hit::Part::Card:
    case Hit::Part::Badge:
        if (hit.ref.kind == ElementKind::Card && !m_view.selection().contains(hit.ref))
            m_view.select({hit.ref});
        if (hit.ref.kind == ElementKind::Card)
            return std::make_unique<CardDrag>(m_view, CardId(hit.ref.id), start);
        break;
    case Hit::Part::Header:
    case Hit::Part::Fold:
        if (hit.ref.kind == ElementKind::Lane && (start.modifiers & Qt::ShiftModifier))
            return std::make_unique<ConnectionDrag>(m_view, LaneId(hit.ref.id), start.scene);
        if (isElement(hit))
            return std::make_unique<HeaderDrag>(m_view, hit.ref, start);
        return std::make_unique<PanDrag>(m_view, start);
    case Hit::Part::Corner:
        return std::make_unique<PanDrag>(m_view, start);
    case Hit::Part::CurvePoint:
        return std::make_unique<CurveDrag>(m_view, *hit.spot);
    case Hit::Part::Plus:
    case Hit::Part::Connection:
    case Hit::Part::Cell:
    case Hit::Part::Nothing:
        break;
    }
    return std::make_unique<RubberBandDrag>(m_view, start);
}

ElementRef SelectTool::click(const Hit& hit, const Pointer& pointer)
{
    if (hit.part == Hit::Part::Plus && hit.gap)
        return CanvasEdits(m_view).insertAt(*hit.gap);
    if (hit.part == Hit::Part::Fold && m_view.canEdit()) {
        toggleFold(*m_view.document(), hit.ref);
        return {};
    }
    if (!isElement(hit)) {
        if (adds(pointer))
            return {};
        m_view.select({});
        // What is typed now becomes a card in this cell.
        if ((hit.part == Hit::Part::Cell || hit.part == Hit::Part::CurvePoint) && hit.spot)
            Q_EMIT m_view.cellPicked(hit.spot->row, hit.spot->column);
        return {};
    }
    if (hit.part == Hit::Part::Card && pointer.modifiers == Qt::ControlModifier) {
        if (const std::optional<Attachment> attachment = m_view.attachmentAt(CardId(hit.ref.id), pointer.scene)) {
            Q_EMIT m_view.attachmentWanted(attachment->name, attachment->target);
            return {};
        }
    }
    QList<ElementRef> refs = m_view.selection();
    if (adds(pointer)) {
        if (!m_selectedByPress && !refs.removeOne(hit.ref))
            refs += hit.ref;
        m_view.select(refs);
    } else if (refs != QList<ElementRef>{hit.ref}) {
        m_view.select({hit.ref});
    }
    return {};
}

/// Lines run through the middle of cells, where one aims for a cell: what is free is free for a card, but on the words
/// of the connection, and where the connection had been chosen before.
bool SelectTool::isFreeCell(const Hit& hit, const Pointer& pointer) const
{
    if (hit.part != Hit::Part::Connection || !m_selectedByPressBefore || !hit.spot ||
        !hit.spot->cell.contains(pointer.scene))
        return false;
    const std::optional<Route> route = m_view.scene().layout().route(ConnectionId(hit.ref.id));
    const Lane* lane = m_view.blueprint().find(hit.spot->lane);
    return lane && lane->curve == LaneCurve::None && !hit.spot->step.isEmpty() &&
           !(route && route->label.contains(pointer.scene)) &&
           cardsIn(m_view.blueprint(), lane->id, hit.spot->step).isEmpty();
}

ElementRef SelectTool::doubleClick(const Hit& hit, const Pointer& pointer)
{
    if (isFreeCell(hit, pointer))
        return CanvasEdits(m_view).newCard(*hit.spot);
    if (isElement(hit) && hit.part != Hit::Part::Plus && hit.part != Hit::Part::Fold)
        return hit.ref;
    if (hit.part == Hit::Part::Cell && hit.spot)
        return CanvasEdits(m_view).newCard(*hit.spot);
    if (hit.part == Hit::Part::Plus && hit.gap)
        return m_view.current();
    return {};
}

Qt::CursorShape SelectTool::cursor(const Hit& hit) const
{
    switch (hit.part) {
    case Hit::Part::Handle:
    case Hit::Part::ConnectionEnd:
        return Qt::CrossCursor;
    case Hit::Part::Edge:
        return Qt::SizeHorCursor;
    case Hit::Part::Plus:
    case Hit::Part::Fold:
    case Hit::Part::Badge:
    case Hit::Part::Connection:
        return Qt::PointingHandCursor;
    case Hit::Part::CurvePoint:
        return Qt::SizeVerCursor;
    case Hit::Part::Card:
    case Hit::Part::Header:
    case Hit::Part::Corner:
    case Hit::Part::Cell:
    case Hit::Part::Nothing:
        break;
    }
    return Qt::ArrowCursor;
}

} // namespace throughline
