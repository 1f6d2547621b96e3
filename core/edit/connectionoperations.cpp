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

/// Connections that say no more than what comes after what.
bool isPlain(const Connection& connection)
{
    return connection.kind == ConnectionKind::Auto || connection.kind == ConnectionKind::Flow;
}

bool isInLane(const Blueprint& blueprint, const End& end, const LaneId& lane)
{
    const CardId* id = cardAt(end);
    const Card* card = id ? blueprint.find(*id) : nullptr;
    return card && card->lane == lane;
}

/// The plain connections from a card to others of its lane.
QList<Connection> nextInLane(const Blueprint& blueprint, const CardId& id, const LaneId& lane)
{
    QList<Connection> next;
    for (const Connection& connection : connectionsAt(blueprint, {id})) {
        if (isPlain(connection) && connection.from == End(id) && connection.to != End(id) &&
            isInLane(blueprint, connection.to, lane))
            next += connection;
    }
    return next;
}

/// Whether plain connections of the lane lead from one end to another, not through a card. Looks at so many cards at
/// most.
bool leadsTo(const Blueprint& blueprint, const End& from, const End& to, const LaneId& lane, const CardId& notThrough)
{
    constexpr qsizetype Furthest = 500;
    QList<End> open{from};
    for (qsizetype i = 0; i < open.size() && i < Furthest; ++i) {
        if (open[i] == to)
            return true;
        for (const Connection& connection : nextInLane(blueprint, *cardAt(open[i]), lane)) {
            if (connection.to != End(notThrough) && !open.contains(connection.to))
                open += connection.to;
        }
    }
    return false;
}

/// Closes the chain of a lane behind a card that goes between the ends of a connection of that lane.
Patch closeChain(const Blueprint& blueprint, const CardId& id, const Connection& between)
{
    const LaneId lane = blueprint.find(id)->lane;
    Draft draft(blueprint);
    if (!isInLane(blueprint, between.from, lane) || !isInLane(blueprint, between.to, lane))
        return draft.patch();
    const QList<Connection> after = nextInLane(blueprint, id, lane);
    QList<Connection> before = connectionsAt(blueprint, {id});
    before.removeIf([&](const Connection& connection) {
        return !isPlain(connection) || connection.to != End(id) || connection.from == End(id) ||
               !isInLane(blueprint, connection.from, lane);
    });
    if (before.size() > 1 || after.size() > 1)
        return draft.patch();
    if (!before.isEmpty() && !after.isEmpty()) {
        draft.remove(before.first().id);
        draft.remove(after.first().id);
        Connection closing = before.first();
        closing.to = after.first().to;
        if (closing.from != closing.to && !isDrawn(blueprint, closing))
            draft.put(closing);
    } else if (!after.isEmpty() && leadsTo(blueprint, after.first().to, between.from, lane, id)) {
        draft.remove(after.first().id);
    } else if (!before.isEmpty() && leadsTo(blueprint, between.to, before.first().from, lane, id)) {
        draft.remove(before.first().id);
    }
    return draft.patch();
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

Result<Patch> moveInto(const Blueprint& blueprint, const ConnectionId& id, const CardId& card,
                       const ConnectionId& onward)
{
    const Connection* connection = blueprint.find(id);
    // What is missing, leadThrough() says.
    const Patch closed = connection && blueprint.find(card) ? closeChain(blueprint, card, *connection) : Patch();
    Blueprint without = blueprint;
    if (const Result<void> done = apply(without, closed); !done)
        return done.error();
    const Result<Patch> through = leadThrough(without, id, card, onward);
    return through && !closed.isEmpty() ? Result<Patch>(compose(closed, *through)) : through;
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
