// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/thread.h"

#include "app/document/elementref.h"
#include "core/model/queries.h"

#include <QHash>

namespace throughline {

namespace {

struct Hop
{
    CardId card;
    ConnectionId connection;
};

void follow(const QHash<CardId, QList<Hop>>& hops, const CardId& start, QSet<ElementRef>& found)
{
    QSet<CardId> seen{start};
    QList<CardId> open{start};
    while (!open.isEmpty()) {
        const CardId card = open.takeLast();
        for (const Hop& hop : hops.value(card)) {
            found += refTo(hop.connection);
            if (seen.contains(hop.card))
                continue;
            seen += hop.card;
            found += refTo(hop.card);
            open += hop.card;
        }
    }
}

} // namespace

QSet<ElementRef> threadOf(const Blueprint& blueprint, const CardId& card, qsizetype limit)
{
    QHash<CardId, QList<Hop>> forth;
    QHash<CardId, QList<Hop>> back;
    for (const Connection& connection : blueprint.connections()) {
        const CardId* from = cardAt(connection.from);
        const CardId* to = cardAt(connection.to);
        if (!from || !to)
            continue;
        forth[*from] += Hop{*to, connection.id};
        back[*to] += Hop{*from, connection.id};
    }
    QSet<ElementRef> found;
    follow(forth, card, found);
    follow(back, card, found);
    if (found.isEmpty() || found.size() > limit)
        return {};
    found += refTo(card);
    return found;
}

} // namespace throughline
