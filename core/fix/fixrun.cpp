// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fix/fixrun.h"

#include "core/edit/elementoperations.h"
#include "core/model/queries.h"

#include <algorithm>

using namespace Qt::StringLiterals;

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

void FixRun::addEnd(int node, const QString& why)
{
    Card card = cardAt(node);
    card.isEnd = true;
    add(u"mark-end"_s, u"Mark %1 as an end: %2"_s.arg(say.place(node), why), replaceElement(blueprint(), card));
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

int FixRun::nodeOf(const ElementRef& ref) const
{
    if (ref.kind == ElementKind::Card)
        return graph.cardIndex(CardId(ref.id));
    const auto lane = std::ranges::find(graph.lanes, ref.id, [](const Lane* l) { return l->id.value; });
    return ref.kind != ElementKind::Lane || lane == graph.lanes.end() ? -1
                                                                      : graph.laneNode(int(lane - graph.lanes.begin()));
}

int FixRun::subjectNode(qsizetype index) const
{
    return index < finding.subjects.size() ? graph.cardIndex(CardId(finding.subjects[index])) : -1;
}

int FixRun::subjectLink(qsizetype index) const
{
    return index < finding.subjects.size() ? graph.connectionIndex(ConnectionId(finding.subjects[index])) : -1;
}

std::vector<int> FixRun::nodes(Evidence::Part part) const
{
    std::vector<int> nodes;
    for (const ElementRef& ref : evidence(part)) {
        if (const int node = nodeOf(ref); node >= 0)
            nodes.push_back(node);
    }
    return nodes;
}

QString FixRun::whoAt(int node) const
{
    return graph.isCard(node) ? u"%1 (%2)"_s.arg(say.theRolesAt(node), say.place(node)) : say.theRolesAt(node);
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

Connection FixRun::connection(int from, int to, ConnectionKind kind) const
{
    const auto endAt = [this](int node) {
        return graph.isCard(node) ? End(cardAt(node).id) : End(graph.lanes[size_t(graph.laneOf(node))]->id);
    };
    Connection made;
    made.id = id<Connection>(u'e');
    made.from = endAt(from);
    made.to = endAt(to);
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
    made.position = bottomOf(lane, step);
    return made;
}

Card FixRun::movedTo(Card card, int node) const
{
    card.lane = graph.lanes[size_t(graph.laneOf(node))]->id;
    card.roles = graph.isCard(node) ? cardAt(node).roles : QList<RoleId>();
    card.position = bottomOf(card.lane, card.firstStep);
    return card;
}

int FixRun::bottomOf(const LaneId& lane, const StepId& step) const
{
    int bottom = 0;
    for (const Card& other : cardsIn(blueprint(), lane, step))
        bottom = std::max(bottom, other.position + 1);
    return bottom;
}

} // namespace throughline
