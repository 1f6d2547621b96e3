// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/chase.h"

#include <algorithm>
#include <map>

namespace throughline {

namespace {

using Mask = std::uint64_t;

int columnOf(const ServiceGraph& graph, int node)
{
    return graph.isCard(node) ? graph.cards[size_t(node)].firstColumn : -1;
}

/// Hands the bits of every component on to those it leads to.
void pushForward(const Digraph& graph, std::vector<Mask>& masks)
{
    for (int component = graph.componentCount() - 1; component >= 0; --component) {
        const Mask mask = masks[size_t(component)];
        if (mask == 0)
            continue;
        for (const int target : graph.successorComponents(component))
            masks[size_t(target)] |= mask;
    }
}

} // namespace

ChaseAnalysis::ChaseAnalysis(const ServiceGraph& graph, const ThreadAnalysis& threads)
    : m_graph(graph), m_threads(threads), m_isChased(threads.contacts().size(), 0)
{
    for (size_t link = 0; link < graph.links.size(); ++link) {
        if (graph.links[link].traffic == Traffic::ContactOut && graph.links[link].kind == ConnectionKind::SendAway)
            m_sentAway.push_back(int(link));
    }
    std::map<std::pair<int, int>, std::vector<int>> byRequest;
    for (size_t number = 0; number < threads.contacts().size(); ++number) {
        const Contact& contact = threads.contacts()[number];
        m_isChased[number] = contact.sentAway && !contact.answered;
        if (contact.isRequest && contact.request >= 0 && graph.isCard(contact.asker))
            byRequest[{contact.party, contact.request}].push_back(int(number));
    }
    std::vector<std::vector<int>> groups;
    for (auto& [key, contacts] : byRequest) {
        if (contacts.size() > 1)
            groups.push_back(std::move(contacts));
    }
    findAgain(groups);
}

/// Sixty-four earlier requests share one pass; a group that does not fit continues in the next one.
void ChaseAnalysis::findAgain(const std::vector<std::vector<int>>& groups)
{
    Batch batch;
    for (const std::vector<int>& group : groups) {
        batch.later.insert(batch.later.end(), group.begin(), group.end());
        for (const int contact : group) {
            batch.contacts.push_back(contact);
            if (batch.contacts.size() == 64) {
                findAgain(batch);
                batch = {{}, group};
            }
        }
    }
    findAgain(batch);
    mergeAgain();
}

/// Each later request once, with every earlier one.
void ChaseAnalysis::mergeAgain()
{
    std::stable_sort(m_again.begin(), m_again.end(), [](const Again& l, const Again& r) { return l.later < r.later; });
    std::vector<Again> merged;
    for (Again& again : m_again) {
        if (!merged.empty() && merged.back().later == again.later)
            merged.back().earlier.insert(merged.back().earlier.end(), again.earlier.begin(), again.earlier.end());
        else
            merged.push_back(std::move(again));
    }
    m_again = std::move(merged);
    for (Again& again : m_again) {
        std::sort(again.earlier.begin(), again.earlier.end());
        for (const int earlier : again.earlier)
            m_isChased[size_t(earlier)] = 1;
    }
}

bool ChaseAnalysis::isSameRequest(int contact, int other) const
{
    const Contact& l = m_threads.contacts()[size_t(contact)];
    const Contact& r = m_threads.contacts()[size_t(other)];
    return l.party == r.party && l.request == r.request;
}

/// For each journey component the requests of the batch of which something arrives there: an answer, a plain arrow, or
/// that the customer is sent away, which is a finding of its own.
std::vector<std::uint64_t> ChaseAnalysis::arrivals(const Batch& batch) const
{
    const Digraph& inside = m_graph.inside;
    std::vector<Mask> threads(size_t(inside.componentCount()), 0);
    std::vector<Mask> ofParty(m_graph.partyLane.size(), 0);
    std::vector<Mask> ofRequest(m_graph.requests.size(), 0);
    for (size_t bit = 0; bit < batch.contacts.size(); ++bit) {
        const Contact& contact = m_threads.contacts()[size_t(batch.contacts[bit])];
        threads[size_t(inside.componentOf(contact.asked))] |= Mask(1) << bit;
        ofParty[size_t(contact.party)] |= Mask(1) << bit;
        ofRequest[size_t(contact.request)] |= Mask(1) << bit;
    }
    pushForward(inside, threads);
    std::vector<Mask> arriving(size_t(m_graph.journey.componentCount()), 0);
    for (const Link& link : m_graph.links) {
        if (link.traffic != Traffic::ContactOut)
            continue;
        Mask open = threads[size_t(inside.componentOf(link.from))] & ofParty[size_t(link.party)];
        switch (link.kind) {
        case ConnectionKind::Auto:
        case ConnectionKind::Flow:
        case ConnectionKind::SendAway:
            break;
        case ConnectionKind::Answer:
            if (!link.connection->answers.isEmpty())
                open = 0; // settled below
            else if (link.request >= 0)
                open &= ofRequest[size_t(link.request)];
            break;
        case ConnectionKind::Tell:
        case ConnectionKind::Request:
        case ConnectionKind::Handover:
            open = 0;
            break;
        }
        arriving[size_t(m_graph.journey.componentOf(link.to))] |= open;
        for (size_t bit = 0; bit < batch.contacts.size(); ++bit) {
            const Contact& contact = m_threads.contacts()[size_t(batch.contacts[bit])];
            const auto asker = size_t(m_graph.journey.componentOf(contact.asker));
            if (!link.connection->answers.isEmpty() && m_threads.isAnswerTo(link, contact))
                arriving[size_t(m_graph.journey.componentOf(link.to))] |= Mask(1) << bit;
            // What goes to the customer's lane as a whole may arrive anywhere.
            if (!m_graph.isCard(link.to) && (open & (Mask(1) << bit)))
                arriving[asker] |= Mask(1) << bit;
            if (m_graph.isCard(link.to) && link.connection->answers.isEmpty())
                break;
        }
    }
    return arriving;
}

void ChaseAnalysis::findAgain(const Batch& batch)
{
    const std::vector<Contact>& contacts = m_threads.contacts();
    const Digraph& journey = m_graph.journey;
    if (batch.contacts.empty())
        return;
    std::vector<Mask> reached(size_t(journey.componentCount()), 0);
    for (size_t bit = 0; bit < batch.contacts.size(); ++bit)
        reached[size_t(journey.componentOf(contacts[size_t(batch.contacts[bit])].asker))] |= Mask(1) << bit;
    pushForward(journey, reached);

    // What arrived at a card on the way stays known: between the two asks is whatever the first leads to and what leads
    // to the second.
    std::vector<Mask> settled = arrivals(batch);
    for (size_t component = 0; component < settled.size(); ++component)
        settled[component] &= reached[component];
    pushForward(journey, settled);

    for (const int number : batch.later) {
        const Contact& later = contacts[size_t(number)];
        const auto component = size_t(journey.componentOf(later.asker));
        const Mask open = reached[component] & ~settled[component];
        Again again{number, {}};
        for (size_t bit = 0; open != 0 && bit < batch.contacts.size(); ++bit) {
            const Contact& earlier = contacts[size_t(batch.contacts[bit])];
            const bool same =
                (open & (Mask(1) << bit)) && isSameRequest(number, batch.contacts[bit]) && earlier.asker != later.asker;
            const bool circling = journey.componentOf(earlier.asker) == int(component);
            if (same && (!circling || columnOf(m_graph, earlier.asker) < columnOf(m_graph, later.asker)))
                again.earlier.push_back(batch.contacts[bit]);
        }
        if (!again.earlier.empty())
            m_again.push_back(std::move(again));
    }
}

} // namespace throughline
