// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/connectionoperations.h"

#include "core/edit/draft.h"
#include "core/edit/refusal.h"
#include "core/model/queries.h"
#include "core/model/referrers.h"

#include <algorithm>

namespace throughline {

namespace {

bool isLooseEnd(const End& end)
{
    return std::holds_alternative<LooseEnd>(end);
}

/// Whether another connection says the same of the same two.
bool isDrawn(const Blueprint& blueprint, const Connection& connection)
{
    const CardId* card = cardAt(connection.from);
    const QList<const Connection*> atFrom =
        card ? referrers(blueprint.connections(), *card) : referrers(blueprint.connections(), *laneAt(connection.from));
    return std::any_of(atFrom.cbegin(), atFrom.cend(), [&](const Connection* other) {
        return other->id != connection.id && other->from == connection.from && other->to == connection.to &&
               other->kind == connection.kind && other->request == connection.request &&
               other->label == connection.label;
    });
}

Result<void> checkEnds(const Blueprint& blueprint, const Connection& connection)
{
    for (const End* end : {&connection.from, &connection.to}) {
        const CardId* card = cardAt(*end);
        const LaneId* lane = laneAt(*end);
        if (card && !blueprint.find(*card))
            return missing(*card);
        if (lane && !blueprint.find(*lane))
            return missing(*lane);
    }
    if (isLooseEnd(connection.from) && isLooseEnd(connection.to))
        return notPossible(QStringLiteral("A connection needs a card or a lane at one end at least"));
    if (laneAt(connection.from) && connection.from == connection.to)
        return notPossible(QStringLiteral("A lane cannot be connected with itself as a whole"));
    if (!isLoose(connection) && isDrawn(blueprint, connection))
        return notPossible(QStringLiteral("These two are already connected this way"));
    return {};
}

} // namespace

Result<Patch> connect(const Blueprint& blueprint, const Connection& connection)
{
    if (blueprint.find(connection.id))
        return alreadyThere(connection.id);
    if (Result<void> ends = checkEnds(blueprint, connection); !ends)
        return ends.error();
    Draft draft(blueprint);
    draft.put(connection);
    return draft.patch();
}

Result<Patch> setConnectionKind(const Blueprint& blueprint, const QList<ConnectionId>& ids, ConnectionKind kind)
{
    Draft draft(blueprint);
    for (const ConnectionId& id : ids) {
        std::optional<Connection> connection = draft.find(id);
        if (!connection)
            return missing(id);
        connection->kind = kind;
        if (kind != ConnectionKind::Answer)
            connection->answers = {};
        if (kind != ConnectionKind::Request)
            connection->replyExpected = true;
        draft.put(*connection);
    }
    return draft.patch();
}

Result<Patch> reconnect(const Blueprint& blueprint, const ConnectionId& id, ConnectionEnd side, const End& end)
{
    const Connection* connection = blueprint.find(id);
    if (!connection)
        return missing(id);
    Connection changed = *connection;
    (side == ConnectionEnd::From ? changed.from : changed.to) = end;
    if (Result<void> ends = checkEnds(blueprint, changed); !ends)
        return ends.error();
    Draft draft(blueprint);
    draft.put(changed);
    return draft.patch();
}

Result<Patch> leadThrough(const Blueprint& blueprint, const ConnectionId& id, const CardId& card,
                          const ConnectionId& onward)
{
    const Connection* connection = blueprint.find(id);
    if (!connection)
        return missing(id);
    if (!blueprint.find(card))
        return missing(card);
    if (connection->from == End(card) || connection->to == End(card))
        return notPossible(QStringLiteral("The connection begins or ends at this card already"));
    const Result<Patch> first = reconnect(blueprint, id, ConnectionEnd::To, card);
    if (!first)
        return first;
    // What was said of the whole way holds on its second half; the words stay on the first.
    Connection second = *connection;
    second.id = onward;
    second.from = card;
    second.label.clear();
    second.conditional = false;
    Blueprint between = blueprint;
    if (const Result<void> done = apply(between, *first); !done)
        return done.error();
    const Result<Patch> next = connect(between, second);
    return next ? Result<Patch>(compose(*first, *next)) : next;
}

Result<Patch> reverse(const Blueprint& blueprint, const QList<ConnectionId>& ids)
{
    Draft draft(blueprint);
    for (const ConnectionId& id : ids) {
        std::optional<Connection> connection = draft.find(id);
        if (!connection)
            return missing(id);
        std::swap(connection->from, connection->to);
        draft.put(*connection);
    }
    return draft.patch();
}

} // namespace throughline
