// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasedits.h"
#include "app/document/tr.h"
#include "core/model/queries.h"

#include <algorithm>

namespace throughline {

namespace {

/// The cards that a card asks something already.
QSet<CardId> askedBy(const Blueprint& blueprint, const CardId& asker)
{
    QSet<CardId> asked;
    for (const Connection& connection : connectionsAt(blueprint, {asker})) {
        const CardId* to = cardAt(connection.to);
        if (connection.kind == ConnectionKind::Request && connection.from == End(asker) && to)
            asked += *to;
    }
    return asked;
}

} // namespace

CanvasEdits::Exchange CanvasEdits::askBelow(const CardId& asker)
{
    const Layout& layout = m_view.scene().layout();
    const auto card = layout.card(asker);
    if (!card)
        return {};
    int row = card->row + 1;
    // Lanes that draw a curve hold no cards.
    while (row < layout.rows().size() && blueprint().find(layout.rows()[row].lane)->curve != LaneCurve::None)
        ++row;
    if (row >= layout.rows().size()) {
        document().showMessage(tr("There is no lane below to ask. Add one with the plus beside the lanes, or select "
                                  "the card that answers as well."));
        return {};
    }
    const QSet<CardId> asked = askedBy(blueprint(), asker);
    for (const CardId& there : layout.cardsInCell(row, card->firstColumn)) {
        if (!asked.contains(there))
            return ask(asker, there);
    }
    const CellPlace place{layout.rows()[row].lane, layout.columns()[card->firstColumn].step, -1};
    return askNewCard(asker, Landing{blueprint(), {}, place});
}

CanvasEdits::Exchange CanvasEdits::ask(const CardId& asker, const CardId& answerer)
{
    const ConnectionId request(mintId(u'e'));
    const Result<Patch> patch = addExchange(blueprint(), asker, answerer, request, ConnectionId(mintId(u'e')));
    if (!document().apply(patch, tr("Ask and answer")))
        return {};
    document().setSelection({refTo(asker)});
    return {refTo(request), {}};
}

CanvasEdits::Exchange CanvasEdits::askNewCard(const CardId& asker, const Result<Landing>& landing)
{
    const ConnectionId request(mintId(u'e'));
    const CardId answerer(mintId(u'c'));
    const Result<Landing> made = withCard(landing, answerer);
    const Result<Patch> patch =
        made ? afterLanding(*made, addExchange(made->blueprint, asker, answerer, request, ConnectionId(mintId(u'e'))))
             : Result<Patch>(made.error());
    if (!document().apply(patch, tr("Ask and answer")))
        return {};
    document().setSelection({refTo(answerer)});
    return {refTo(request), refTo(answerer)};
}

ElementRef CanvasEdits::reconnectToNewCard(const ConnectionId& connection, ConnectionEnd side, const CellSpot& spot)
{
    const CardId id(mintId(u'c'));
    const Result<Landing> made = withCard(landingAt(blueprint(), spot), id);
    const Result<Patch> patch = made
                                    ? afterLanding(*made, throughline::reconnect(made->blueprint, connection, side, id))
                                    : Result<Patch>(made.error());
    if (!document().apply(patch, tr("Attach connection to a new card")))
        return {};
    document().setSelection({refTo(id)});
    return refTo(id);
}

} // namespace throughline
