// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/threadwords.h"
#include "core/check/waits.h"
#include "core/fix/proposals/proposals.h"

#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// The customer's cards after one of them, nearest first.
std::vector<int> cardsAfter(const ServiceGraph& graph, int card)
{
    constexpr size_t Furthest = 4096;
    std::vector<int> open{card};
    QSet<int> seen{card};
    std::vector<int> after;
    for (size_t i = 0; i < open.size() && open.size() < Furthest; ++i) {
        for (const int next : graph.journey.successors(open[i])) {
            if (seen.contains(next))
                continue;
            seen.insert(next);
            open.push_back(next);
            if (graph.isCard(next))
                after.push_back(next);
        }
    }
    return after;
}

} // namespace

int columnOf(const ServiceGraph& graph, int node, bool last)
{
    if (!graph.isCard(node))
        return last ? -1 : std::numeric_limits<int>::max();
    return last ? graph.cards[size_t(node)].lastColumn : graph.cards[size_t(node)].firstColumn;
}

int serverOf(const ServiceGraph& graph, int card, bool last)
{
    int best = -1;
    const auto rank = [&](int node) {
        const int column = columnOf(graph, node, last);
        return std::pair(graph.rolesAt(node).allSystem, last ? -column : column);
    };
    for (const int node : graph.serving(card)) {
        if (best < 0 || rank(node) < rank(best))
            best = node;
    }
    return best;
}

const Contact* subjectContact(FixRun& run)
{
    const int link = run.subjectLink();
    const std::vector<Contact>& contacts = run.context.threads().contacts();
    const auto found = std::ranges::find(contacts, link, &Contact::link);
    return link < 0 || found == contacts.end() ? nullptr : &*found;
}

int answerPlace(FixRun& run, const Contact& contact, int from)
{
    const ServiceGraph& graph = run.graph;
    if (!graph.isCard(contact.asker))
        return contact.asker;
    const std::vector<int> after = cardsAfter(graph, contact.asker);
    const std::vector<int>& unfed = run.context.waits().unfed();
    const auto waits = [&](int card) { return std::ranges::binary_search(unfed, card); };
    const auto inTime = [&](int card) {
        return !graph.isCard(from) || graph.cards[size_t(card)].lastColumn >= graph.cards[size_t(from)].firstColumn;
    };
    if (const auto wait = std::ranges::find_if(after, waits); wait != after.end())
        return *wait;
    const auto next = std::ranges::find_if(after, inTime);
    return next != after.end() ? *next : nextCustomerCard(graph, contact);
}

Connection answerTo(FixRun& run, const Contact& contact, int from)
{
    Connection answer = run.connection(from, answerPlace(run, contact, from), ConnectionKind::Answer);
    if (contact.request >= 0)
        answer.request = run.graph.requests[size_t(contact.request)]->id;
    return answer;
}

int lastPerson(const ServiceGraph& graph, const std::vector<int>& ends)
{
    int last = -1;
    for (const int node : ends) {
        if (!graph.isCard(node) || graph.sideOf(node) != Side::Company || graph.rolesAt(node).mayBeSystem)
            continue;
        if (last < 0 || graph.cards[size_t(node)].lastColumn > graph.cards[size_t(last)].lastColumn)
            last = node;
    }
    return last;
}

QString aboutRequest(const FixRun& run, int request)
{
    return request < 0 ? QString() : u" about "_s + run.say.request(request);
}

Patch withConnections(const FixRun& run, const QList<Connection>& connections)
{
    Draft draft = run.draft();
    for (const Connection& connection : connections)
        draft.put(connection);
    return draft.patch();
}

} // namespace throughline
