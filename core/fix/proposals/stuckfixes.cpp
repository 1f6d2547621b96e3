// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// The customer's cards that lead to each other and nowhere else.
std::vector<int> circleAround(const ServiceGraph& graph, int card)
{
    std::vector<int> circle;
    for (const int node : graph.all.members(graph.all.componentOf(card))) {
        if (graph.isCard(node) && graph.partyOf(node) == graph.partyOf(card))
            circle.push_back(node);
    }
    return circle;
}

/// Where the customer decides, else the last card of the circle.
int exitOf(const ServiceGraph& graph, const std::vector<int>& circle)
{
    const auto rank = [&](int card) {
        const CardNode& node = graph.cards[size_t(card)];
        return std::pair(node.card->kind == CardKind::Decision, node.lastColumn);
    };
    return *std::ranges::max_element(circle, {}, rank);
}

/// The nearest card of the same customer to the right, -1 = none.
int nextCard(const ServiceGraph& graph, const std::vector<int>& circle, int card)
{
    int next = -1;
    for (int other = 0; other < graph.cardCount(); ++other) {
        const CardNode& node = graph.cards[size_t(other)];
        if (node.party != graph.cards[size_t(card)].party || node.firstColumn <= graph.cards[size_t(card)].lastColumn ||
            std::ranges::find(circle, other) != circle.end())
            continue;
        if (next < 0 || node.firstColumn < graph.cards[size_t(next)].firstColumn)
            next = other;
    }
    return next;
}

void addWayOn(FixRun& run, const QString& id, int from, int to)
{
    Connection way = run.connection(from, to, ConnectionKind::Flow);
    if (id == u"draw-exit"_s) {
        way.conditional = true;
        way.label = u"done"_s;
    }
    run.add(id,
            u"Let %1 go on from %2 to %3"_s.arg(run.say.theCustomer(run.graph.partyOf(from)), run.say.place(from),
                                                run.say.place(to)),
            connect(run.blueprint(), way));
}

} // namespace

void mendStuckCustomer(FixRun& run)
{
    const int card = run.subjectNode();
    if (card < 0 || run.graph.partyOf(card) < 0)
        return;
    const std::vector<int> circle = circleAround(run.graph, card);
    const int last = exitOf(run.graph, circle);
    const int next = nextCard(run.graph, circle, last);
    if (circle.size() > 1 && next >= 0)
        addWayOn(run, u"draw-exit"_s, last, next);
    run.addEnd(last, u"%1 leaves here"_s.arg(run.say.theCustomer(run.graph.partyOf(last))));
    if (circle.size() == 1 && next >= 0)
        addWayOn(run, u"draw-flow"_s, last, next);
}

} // namespace throughline
