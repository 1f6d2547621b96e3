// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/keyinput.h"
#include "core/model/queries.h"

#include <algorithm>
#include <utility>

namespace throughline {

bool KeyInput::nextConnection()
{
    const ElementRef current = m_view.current();
    if (current.kind == ElementKind::Card)
        m_pivot = CardId(current.id);
    else if (current.kind != ElementKind::Connection || m_pivot.isEmpty())
        m_pivot = cardOfConnection();
    if (m_pivot.isEmpty())
        return false;
    const QList<Connection> all = connectionsAt(m_view.scene().blueprint(), {m_pivot});
    if (all.isEmpty())
        return false;
    const auto here = std::find_if(all.begin(), all.end(), [&](const Connection& c) { return refTo(c.id) == current; });
    const bool wrap = here == all.end() || here + 1 == all.end();
    m_view.select({refTo(wrap ? all.first().id : (here + 1)->id)});
    return true;
}

CardId KeyInput::cardOfConnection() const
{
    const ElementRef current = m_view.current();
    const Connection* connection =
        current.kind == ElementKind::Connection ? m_view.blueprint().find(ConnectionId(current.id)) : nullptr;
    if (!connection)
        return {};
    if (const CardId* from = cardAt(connection->from))
        return *from;
    const CardId* to = cardAt(connection->to);
    return to ? *to : CardId();
}

bool KeyInput::goToOtherEnd()
{
    const Connection* connection = m_view.current().kind == ElementKind::Connection
                                       ? m_view.blueprint().find(ConnectionId(m_view.current().id))
                                       : nullptr;
    if (!connection)
        return false;
    // Away from the card whose connections are gone through.
    const End& end = connection->to == End(m_pivot) ? connection->from : connection->to;
    if (const ElementRef other = attachedTo(end); !other.id.isEmpty())
        go(placeOf(m_view.scene().layout(), other));
    return true;
}

bool KeyInput::beginConnecting()
{
    if (sticky()) {
        m_view.document()->showMessage(tr("A sticky note is no part of the service: nothing is connected with it."));
        return true;
    }
    // With a connection selected, onward from where it leads.
    const std::optional<End> from = endAt(place().element);
    if (!from)
        return false;
    m_connectFrom = *from;
    showConnecting();
    Q_EMIT placeChanged(); // the hint says how to go on
    return true;
}

void KeyInput::leaveConnecting()
{
    if (!isConnecting())
        return;
    m_connectFrom = LooseEnd();
    m_view.overlay().draft.reset();
    m_view.overlayChanged();
    Q_EMIT placeChanged();
}

QRectF KeyInput::rectOfEnd(const End& end) const
{
    if (const CardId* card = cardAt(end))
        return m_view.scene().layout().cardRect(*card);
    const LaneId* lane = laneAt(end);
    const QRectF seen = m_view.camera().toScene(QRectF(QPointF(), m_view.viewport().size()));
    return lane ? m_view.scene().areaOf(refTo(*lane)).intersected(seen) : QRectF();
}

void KeyInput::showConnecting()
{
    const GridPlace here = place();
    const std::optional<End> there = endAt(here.element);
    const QRectF from = rectOfEnd(m_connectFrom);
    const QRectF to = here.isCell()                      ? cellRect(m_view.scene().layout(), here.row, here.column)
                      : !there || there == m_connectFrom ? QRectF()
                                                         : rectOfEnd(*there);
    if (from.isNull() || to.isNull())
        m_view.overlay().draft.reset();
    else
        m_view.overlay().draft = ConnectionDraft{from.center(), to.center(), to, true, here.isCell()};
    m_view.overlayChanged();
}

bool KeyInput::finishConnecting()
{
    const End from = m_connectFrom;
    leaveConnecting();
    const GridPlace here = place();
    CanvasEdits edits(m_view);
    if (here.isCell())
        return editNew(edits.connectToNewCard(from, spotOf(here)));
    const std::optional<End> there = endAt(here.element);
    // A card can lead back to itself, a lane cannot.
    return there && (there != from || cardAt(from)) && edits.connect(from, *there).kind != ElementKind::Blueprint;
}

bool KeyInput::askAndAnswer()
{
    if (sticky()) {
        m_view.document()->showMessage(tr("A sticky note asks nothing: select the card that does."));
        return true;
    }
    const GridPlace here = place();
    QList<CardId> cards = cardsOf(m_view.selection());
    if (cards.isEmpty() && here.element.kind == ElementKind::Card)
        cards += CardId(here.element.id);
    const CardId* chosen = cardAt(m_connectFrom);
    const CardId from = chosen ? *chosen : CardId();
    leaveConnecting();
    CanvasEdits edits(m_view);
    CanvasEdits::Exchange made;
    if (!from.isEmpty() && here.isCell())
        made = edits.askNewCard(from, landingAt(m_view.blueprint(), spotOf(here)));
    else if (!from.isEmpty() && cards.size() == 1 && cards.first() != from)
        made = edits.ask(from, cards.first());
    else if (cards.size() == 2)
        made = edits.ask(cards.first(), cards.last());
    else if (cards.size() == 1)
        made = edits.askBelow(cards.first());
    else
        return false;
    QList<ElementRef> names;
    for (const ElementRef& ref : {made.request, made.card}) {
        if (ref.kind != ElementKind::Blueprint)
            names += ref;
    }
    m_editor.beginFresh(names);
    return true;
}

} // namespace throughline
