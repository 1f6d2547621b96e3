// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/connectiondrag.h"

#include "app/document/tr.h"
#include "core/model/queries.h"

#include <algorithm>
#include <array>

namespace throughline {

ConnectionDrag::ConnectionDrag(CanvasView& view, const End& end, QPointF from, int side)
    : m_view(view), m_fixed(end), m_fixedAt(from), m_fixedSide(side)
{
}

ConnectionDrag::ConnectionDrag(CanvasView& view, const ConnectionId& connection, ConnectionEnd side)
    : m_view(view), m_old(connection), m_side(side)
{
    const Connection* old = view.blueprint().find(connection);
    const auto route = view.scene().layout().route(connection);
    if (!old || !route)
        return;
    m_fixed = side == ConnectionEnd::To ? old->from : old->to;
    m_fixedAt = side == ConnectionEnd::To ? route->points.first() : route->points.last();
    view.setHidden({refTo(connection)});
}

ConnectionDrag::Target ConnectionDrag::targetAt(const Pointer& pointer) const
{
    const Hit hit = m_view.hitAt(pointer.item);
    const bool onCard =
        hit.ref.kind == ElementKind::Card && (hit.part == Hit::Part::Card || hit.part == Hit::Part::Handle ||
                                              hit.part == Hit::Part::Edge || hit.part == Hit::Part::Badge);
    if (onCard) {
        const bool isLoop = hit.part == Hit::Part::Handle && m_fixedSide >= 0 && hit.side != m_fixedSide &&
                            m_fixed == End(CardId(hit.ref.id));
        return {CardId(hit.ref.id), {}, m_view.scene().layout().cardRect(CardId(hit.ref.id)), isLoop};
    }
    if ((pointer.modifiers & Qt::ShiftModifier) && hit.spot)
        return {hit.spot->lane, {}, m_view.scene().areaOf(refTo(hit.spot->lane)), false};
    if (hit.ref.kind == ElementKind::Lane)
        return {LaneId(hit.ref.id), {}, m_view.scene().areaOf(hit.ref), false};
    if (hit.spot)
        return {LooseEnd(), hit.spot, hit.spot->target, false};
    return {};
}

bool ConnectionDrag::fits(const Target& target) const
{
    if (target.end == m_fixed)
        return target.isLoop;
    return !std::holds_alternative<LooseEnd>(target.end) || target.cell;
}

QString ConnectionDrag::hintFor(const Target& target) const
{
    if (!fits(target) && target.end == m_fixed)
        return cardAt(m_fixed) ? tr("On another of its dots: back to itself") : QString();
    if (!fits(target))
        return tr("Nothing here to connect with");
    if (target.isLoop)
        return tr("Back to itself");
    if (const LaneId* lane = laneAt(target.end))
        return tr("%1 (whole lane)").arg(nameOf(m_view.blueprint(), refTo(*lane)));
    return target.cell ? tr("New card") : nameOf(m_view.blueprint(), attachedTo(target.end));
}

void ConnectionDrag::move(const Pointer& pointer)
{
    const Target target = targetAt(pointer);
    m_overLanes = pointer.item.x() < m_view.viewport().left();
    ConnectionDraft draft;
    draft.fits = fits(target);
    draft.makesCard = draft.fits && std::holds_alternative<LooseEnd>(target.end);
    draft.target = draft.fits ? target.area : QRectF();
    QPointF fixed = m_fixedAt;
    if (const CardId* card = cardAt(m_fixed); card && m_fixedSide < 0) {
        // From the side that faces the pointer; what was pulled from a dot hangs on it.
        const auto points = handlePoints(m_view.scene().layout().cardRect(*card), m_view.camera().scale);
        fixed = *std::min_element(points.begin(), points.end(), [&](QPointF l, QPointF r) {
            return QLineF(l, pointer.scene).length() < QLineF(r, pointer.scene).length();
        });
    }
    draft.from = m_side == ConnectionEnd::To ? fixed : pointer.scene;
    draft.to = m_side == ConnectionEnd::To ? pointer.scene : fixed;
    m_view.overlay().draft = draft;
    m_view.overlay().hint = hintFor(target);
    m_view.overlay().hintAt = pointer.scene;
    m_view.overlay().handles = false;
    m_view.overlayChanged();
}

void ConnectionDrag::drop(const Pointer& pointer)
{
    const Target target = targetAt(pointer);
    cancel();
    if (!fits(target))
        return;
    CanvasEdits edits(m_view);
    if (!m_old.isEmpty() && target.cell)
        m_made = edits.reconnectToNewCard(m_old, m_side, *target.cell);
    else if (!m_old.isEmpty())
        edits.reconnect(m_old, m_side, target.end);
    else if (target.cell)
        m_made = edits.connectToNewCard(m_fixed, *target.cell);
    else
        edits.connect(m_fixed, target.end);
}

void ConnectionDrag::cancel()
{
    m_view.overlay().draft.reset();
    m_view.overlay().hint.clear();
    m_view.overlay().handles = m_view.showsHandles();
    m_view.setHidden({});
    m_view.overlayChanged();
}

QString ConnectionDrag::help() const
{
    return tr("To a card, a free cell (new card) or a lane's name   ·   Shift: the whole lane   ·   Esc: leave");
}

} // namespace throughline
