// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/thread.h"

#include "app/document/elementref.h"
#include "core/model/queries.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace throughline {

namespace {

struct Hop
{
    CardId card;
    ConnectionId connection;
};

using Hops = QHash<CardId, QList<Hop>>;

/// What leads on from each card, and what leads to it.
struct Web
{
    Hops forth;
    Hops back;
};

Web webOf(const Blueprint& blueprint)
{
    Web web;
    for (const Connection& connection : blueprint.connections()) {
        const CardId* from = cardAt(connection.from);
        const CardId* to = cardAt(connection.to);
        if (!from || !to)
            continue;
        web.forth[*from] += Hop{*to, connection.id};
        web.back[*to] += Hop{*from, connection.id};
    }
    return web;
}

void follow(const Hops& hops, const QList<CardId>& starts, QSet<ElementRef>& found)
{
    QSet<CardId> seen(starts.begin(), starts.end());
    QList<CardId> open = starts;
    while (!open.isEmpty()) {
        const CardId card = open.takeLast();
        const auto next = hops.constFind(card);
        if (next == hops.cend())
            continue;
        for (const Hop& hop : *next) {
            found += refTo(hop.connection);
            if (seen.contains(hop.card))
                continue;
            seen += hop.card;
            found += refTo(hop.card);
            open += hop.card;
        }
    }
}

/// Where following begins in each direction: the cards, and the ends of connections.
struct Starts
{
    QList<CardId> forth;
    QList<CardId> back;
    QSet<ElementRef> own;
};

Starts startsOf(const Blueprint& blueprint, const QList<ElementRef>& refs)
{
    Starts starts;
    for (const ElementRef& ref : refs) {
        if (ref.kind == ElementKind::Card) {
            starts.forth += CardId(ref.id);
            starts.back += CardId(ref.id);
            starts.own += ref;
        }
        const Connection* connection =
            ref.kind == ElementKind::Connection ? blueprint.find(ConnectionId(ref.id)) : nullptr;
        if (!connection)
            continue;
        starts.own += ref;
        if (const CardId* to = cardAt(connection->to)) {
            starts.forth += *to;
            starts.own += refTo(*to);
        }
        if (const CardId* from = cardAt(connection->from)) {
            starts.back += *from;
            starts.own += refTo(*from);
        }
    }
    return starts;
}

qsizetype cardsAmong(const QSet<ElementRef>& refs)
{
    return std::count_if(refs.begin(), refs.end(), [](const ElementRef& ref) { return ref.kind == ElementKind::Card; });
}

} // namespace

Thread threadOf(const Blueprint& blueprint, const QList<ElementRef>& refs)
{
    const Starts starts = startsOf(blueprint, refs);
    if (starts.own.isEmpty())
        return {};
    const Web web = webOf(blueprint);
    QSet<ElementRef> after;
    QSet<ElementRef> before;
    follow(web.forth, starts.forth, after);
    follow(web.back, starts.back, before);
    const bool alone = after.isEmpty() && before.isEmpty() && starts.own.size() == refs.size();
    if (alone)
        return {};
    return {after + before + starts.own, cardsAmong(before), cardsAmong(after)};
}

bool changesThread(const Thread& thread, const QList<ElementRef>& refs, const Patch& patch)
{
    const auto touches = [&](const std::optional<Connection>& connection) {
        if (!connection)
            return false;
        return std::ranges::any_of(std::array{connection->from, connection->to}, [&](const End& end) {
            const CardId* card = cardAt(end);
            return card && (thread.elements.contains(refTo(*card)) || refs.contains(refTo(*card)));
        });
    };
    return std::ranges::any_of(patch.changes, [&](const Change& change) {
        const auto* own = std::get_if<ElementChange<Connection>>(&change);
        if (!own ||
            (own->before && own->after && own->before->from == own->after->from && own->before->to == own->after->to))
            return false;
        return touches(own->before) || touches(own->after);
    });
}

} // namespace throughline
