// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/requestoperations.h"

#include "core/edit/connectionoperations.h"
#include "core/edit/draft.h"
#include "core/edit/elementoperations.h"
#include "core/edit/refusal.h"
#include "core/model/referrers.h"

#include <algorithm>

namespace throughline {

namespace {

Connection connectionOf(const ConnectionId& id, const End& from, const End& to, ConnectionKind kind)
{
    Connection connection;
    connection.id = id;
    connection.from = from;
    connection.to = to;
    connection.kind = kind;
    return connection;
}

/// A request that was only drawn and that no connection names any more in a draft that gave it to none, nor any role or
/// phase.
bool isForgotten(const Draft& draft, const Request& request)
{
    if (request.catalogued || !request.livePhases.isEmpty() || !request.needs.isEmpty())
        return false;
    const QList<const Connection*> connections = referrers(draft.base().connections(), request.id);
    const auto stillNames = [&](const Connection* connection) {
        const std::optional<Connection> now = draft.find(connection->id);
        return now && now->request == request.id;
    };
    return std::none_of(connections.begin(), connections.end(), stillNames) &&
           referrers(draft.base().roles(), request.id).isEmpty();
}

} // namespace

Result<Patch> addExchange(const Blueprint& blueprint, const End& asker, const End& answerer,
                          const ConnectionId& request, const ConnectionId& answer)
{
    const Result<Patch> asked = connect(blueprint, connectionOf(request, asker, answerer, ConnectionKind::Request));
    if (!asked)
        return asked;
    Blueprint between = blueprint;
    if (const Result<void> done = apply(between, *asked); !done)
        return done.error();
    Connection back = connectionOf(answer, answerer, asker, ConnectionKind::Answer);
    back.answers = request;
    const Result<Patch> answered = connect(between, back);
    return answered ? Result<Patch>(compose(*asked, *answered)) : answered;
}

Result<Patch> nameRequest(const Blueprint& blueprint, const ConnectionId& id, const QString& name,
                          const IdSource& newId)
{
    const Connection* connection = blueprint.find(id);
    if (!connection)
        return missing(id);
    if (connection->kind != ConnectionKind::Request)
        return notPossible(QStringLiteral("Only a request asks for something by name"));
    Draft draft(blueprint);
    const QString wanted = name.trimmed();
    const RequestId before = connection->request;
    RequestId asked;
    if (const Request* known = wanted.isEmpty() ? nullptr : requestNamed(blueprint, wanted)) {
        asked = known->id;
    } else if (!wanted.isEmpty()) {
        Request made;
        made.id = RequestId(newId(u'q'));
        made.name = wanted;
        made.catalogued = false;
        draft.put(made);
        asked = made.id;
    }
    Connection named = *connection;
    named.request = asked;
    draft.put(named);
    for (const Connection* other : referrers(blueprint.connections(), id)) {
        if (other->kind != ConnectionKind::Answer || other->answers != id)
            continue;
        Connection changed = *other;
        changed.request = asked;
        draft.put(changed);
    }
    const Request* old = before.isEmpty() || before == asked ? nullptr : blueprint.find(before);
    if (old && isForgotten(draft, *old))
        draft.remove(old->id);
    return draft.patch();
}

} // namespace throughline
