// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fix/fixrun.h"

#include "core/model/queries.h"

namespace throughline {

FixRun::FixRun(CheckContext& theContext, const Finding& theFinding, const IdSource& newId)
    : context(theContext), finding(theFinding), graph(theContext.graph), say(theContext.say), m_newId(newId)
{
}

void FixRun::add(const QString& id, const QString& text, const Result<Patch>& patch)
{
    addCandidate(id, text, patch, false);
}

void FixRun::addSafe(const QString& id, const QString& text, const Result<Patch>& patch)
{
    addCandidate(id, text, patch, true);
}

void FixRun::addCandidate(const QString& id, const QString& text, const Result<Patch>& patch, bool isSafe)
{
    if (!patch || patch->isEmpty())
        return;
    Fix fix;
    fix.id = id;
    fix.text = text;
    fix.patch = *patch;
    fix.isSafe = isSafe;
    m_candidates += fix;
}

QList<ElementRef> FixRun::evidence(Evidence::Part part) const
{
    QList<ElementRef> elements;
    for (const Evidence& evidence : finding.evidence) {
        if (evidence.part == part)
            elements += evidence.element;
    }
    return elements;
}

QList<Card> FixRun::cards(Evidence::Part part) const
{
    QList<Card> cards;
    for (const ElementRef& ref : evidence(part)) {
        const Card* card = ref.kind == ElementKind::Card ? blueprint().find(CardId(ref.id)) : nullptr;
        if (card)
            cards += *card;
    }
    return cards;
}

QList<Connection> FixRun::connections(Evidence::Part part) const
{
    QList<Connection> connections;
    for (const ElementRef& ref : evidence(part)) {
        const Connection* connection =
            ref.kind == ElementKind::Connection ? blueprint().find(ConnectionId(ref.id)) : nullptr;
        if (connection)
            connections += *connection;
    }
    return connections;
}

Connection FixRun::connection(const CardId& from, const CardId& to, ConnectionKind kind) const
{
    Connection made;
    made.id = id<Connection>(u'e');
    made.from = from;
    made.to = to;
    made.kind = kind;
    return made;
}

Card FixRun::card(const LaneId& lane, const StepId& step, const QString& title) const
{
    Card made;
    made.id = id<Card>(u'c');
    made.lane = lane;
    made.firstStep = step;
    made.title = title;
    for (const Card& other : cardsIn(blueprint(), lane, step))
        made.position = std::max(made.position, other.position + 1);
    return made;
}

} // namespace throughline
