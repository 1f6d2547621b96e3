// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/waits.h"

#include "core/check/threadquestions.h"

#include <QSet>

#include <algorithm>

namespace throughline {

namespace {

bool mustBeEnded(const Card& card)
{
    return card.kind == CardKind::Wait && !card.waitDuration && !card.waitTimeout &&
           (card.waitEndsBy == WaitEnd::OtherSide || card.waitEndsBy == WaitEnd::Unspecified);
}

} // namespace

WaitAnalysis::WaitAnalysis(const ServiceGraph& graph)
    : m_graph(graph),
      m_receives(graph.lanes.size(), 0),
      m_isOpenWait(graph.cards.size(), 0),
      m_isUnfed(graph.cards.size(), 0),
      m_isGiven(size_t(graph.journey.nodeCount()), 0),
      m_needs(size_t(graph.journey.nodeCount()))
{
    findReceivers();
    findWaits();
    if (m_openWaits == 0)
        return;
    linkCards();
    m_happens = canHappen(false);
    findCircles(canHappen(true));
}

void WaitAnalysis::findReceivers()
{
    for (const Link& link : m_graph.links) {
        if (link.from >= 0 && link.to >= 0 && m_graph.laneOf(link.from) != m_graph.laneOf(link.to))
            m_receives[size_t(m_graph.laneOf(link.to))] = 1;
    }
}

/// Something from another lane leads to the card, or to its lane as a whole.
bool WaitAnalysis::isFed(int card) const
{
    const int lane = m_graph.laneOf(card);
    const auto sends = [&](int link) {
        const int from = m_graph.links[size_t(link)].from;
        return from >= 0 && m_graph.laneOf(from) != lane;
    };
    return std::ranges::any_of(m_graph.inLinks(card), sends) ||
           std::ranges::any_of(m_graph.inLinks(m_graph.laneNode(lane)), sends);
}

/// A decision waits for the first of several: where another of its waits ends, this one need not.
bool WaitAnalysis::endsInARace(int card) const
{
    const auto ends = [&](int other) {
        return m_graph.isCard(other) && other != card && m_graph.laneOf(other) == m_graph.laneOf(card) &&
               m_graph.cards[size_t(other)].kind == CardKind::Wait &&
               (!mustBeEnded(*m_graph.cards[size_t(other)].card) || isFed(other));
    };
    return std::ranges::any_of(m_graph.inLinks(card), [&](int in) {
        const int decision = m_graph.links[size_t(in)].from;
        return decision >= 0 && m_graph.laneOf(decision) == m_graph.laneOf(card) && isDecision(m_graph, decision) &&
               std::ranges::any_of(m_graph.outLinks(decision),
                                   [&](int out) { return ends(m_graph.links[size_t(out)].to); });
    });
}

/// A desk waits for whoever comes first. What comes may be drawn to the card behind the wait; and a wait that no
/// connection touches says nothing.
bool WaitAnalysis::opensItsLane(int card) const
{
    if (m_graph.partyOf(card) >= 0 || !m_graph.inLinks(card).empty())
        return false;
    return std::ranges::all_of(m_graph.outLinks(card), [&](int out) {
        const int next = m_graph.links[size_t(out)].to;
        return m_graph.isCard(next) && m_graph.laneOf(next) == m_graph.laneOf(card) &&
               (isFed(next) || m_graph.isBroken(next));
    });
}

void WaitAnalysis::findWaits()
{
    for (int card = 0; card < m_graph.cardCount(); ++card) {
        const CardNode& node = m_graph.cards[size_t(card)];
        if (node.side == Side::Evidence || !mustBeEnded(*node.card))
            continue;
        const bool fed = isFed(card);
        if (!fed && (endsInARace(card) || opensItsLane(card)))
            continue;
        m_isOpenWait[size_t(card)] = 1;
        ++m_openWaits;
        if (!fed && !m_graph.isBroken(card)) {
            m_isUnfed[size_t(card)] = 1;
            m_unfed.push_back(card);
        }
    }
}

void WaitAnalysis::addStep(int from, int to)
{
    const bool joint = from >= m_graph.nodeCount() || to >= m_graph.nodeCount();
    const bool other = !joint && m_graph.laneOf(from) != m_graph.laneOf(to);
    m_steps.push_back({from, to, other});
    Needs& needs = m_needs[size_t(to)];
    (other ? needs.sender : needs.turn) = true;
}

/// What leads to what: every connection, time-outs, the order of columns where it stands for flow.
void WaitAnalysis::linkCards()
{
    for (int node = 0; node < m_graph.journey.nodeCount(); ++node) {
        const bool joint = node >= m_graph.nodeCount();
        for (const int target : m_graph.all.successors(node)) {
            if (joint || m_graph.isCard(node) || !m_graph.isCard(target) ||
                m_graph.laneOf(node) != m_graph.laneOf(target))
                addStep(node, target);
        }
        if (!joint && !m_graph.isCard(node))
            m_isGiven[size_t(node)] = 1; // what a lane as a whole does nobody has drawn
        else if (!joint && m_graph.isBroken(node))
            m_isGiven[size_t(node)] = 1; // something may lead here that cannot be seen
    }
    // A message to a lane as a whole may be for any wait in it.
    for (int card = 0; card < m_graph.cardCount(); ++card) {
        const int lane = m_graph.laneNode(m_graph.cards[size_t(card)].lane);
        if (m_isOpenWait[size_t(card)] && !m_graph.inLinks(lane).empty())
            m_isGiven[size_t(card)] = 1;
    }
    std::stable_sort(m_steps.begin(), m_steps.end(), [](const Step& l, const Step& r) { return l.from < r.from; });
    m_stepOffsets.assign(size_t(m_graph.journey.nodeCount()) + 1, 0);
    for (const Step& step : m_steps)
        ++m_stepOffsets[size_t(step.from) + 1];
    for (size_t node = 1; node < m_stepOffsets.size(); ++node)
        m_stepOffsets[node] += m_stepOffsets[node - 1];
}

std::vector<char> WaitAnalysis::canHappen(bool unfedEnd)
{
    const size_t count = m_needs.size();
    std::vector<char> happens(count, 0);
    std::vector<char> hasTurn(count, 0);
    std::vector<char> hasSender(count, 0);
    std::vector<int> open;
    const auto consider = [&](int node) {
        const auto index = size_t(node);
        if (happens[index])
            return;
        const bool waits = m_graph.isCard(node) && m_isOpenWait[index];
        const bool turn = hasTurn[index] || !m_needs[index].turn;
        const bool sender = hasSender[index] || (waits && m_isUnfed[index] && unfedEnd);
        // A wait that ends by itself needs nobody but its turn.
        const bool alone = m_graph.isCard(node) && !waits && m_graph.cards[index].kind == CardKind::Wait;
        const bool first = !m_needs[index].turn && (alone || !m_needs[index].sender);
        const bool any = hasTurn[index] || hasSender[index] || first;
        if (m_isGiven[index] || (waits ? turn && sender : any)) {
            happens[index] = 1;
            open.push_back(node);
        }
    };
    for (int node = 0; node < int(count); ++node)
        consider(node);
    while (!open.empty()) {
        const auto node = size_t(open.back());
        open.pop_back();
        for (int i = m_stepOffsets[node]; i < m_stepOffsets[node + 1]; ++i) {
            const Step& step = m_steps[size_t(i)];
            (step.fromOtherLane ? hasSender : hasTurn)[size_t(step.to)] = 1;
            consider(step.to);
        }
    }
    m_hadTurn = std::move(hasTurn);
    return happens;
}

/// The sources among the circles of cards that wait for each other.
void WaitAnalysis::findCircles(const std::vector<char>& happens)
{
    std::vector<Digraph::Edge> edges;
    for (const Step& step : m_steps) {
        // A wait that has had its turn waits for its sender alone.
        const bool pending = step.fromOtherLane || !m_hadTurn[size_t(step.to)];
        if (!happens[size_t(step.from)] && !happens[size_t(step.to)] && pending)
            edges.push_back({step.from, step.to});
    }
    if (edges.empty())
        return;
    const Digraph stuck(int(happens.size()), edges);
    std::vector<char> fed(size_t(stuck.componentCount()), 0);
    for (const Digraph::Edge& edge : edges) {
        if (stuck.componentOf(edge.from) != stuck.componentOf(edge.to))
            fed[size_t(stuck.componentOf(edge.to))] = 1;
    }
    for (int component = 0; component < stuck.componentCount(); ++component) {
        if (fed[size_t(component)] || !stuck.isCycle(component))
            continue;
        std::vector<int> cards;
        for (const int node : stuck.members(component)) {
            if (m_graph.isCard(node))
                cards.push_back(node);
        }
        m_circles.push_back(std::move(cards));
    }
    std::sort(m_circles.begin(), m_circles.end());
}

std::vector<int> WaitAnalysis::behind(int unfedWait) const
{
    constexpr qsizetype Furthest = 4096;
    std::vector<int> found;
    std::vector<int> open{unfedWait};
    QSet<int> seen{unfedWait};
    while (!open.empty() && seen.size() < Furthest) {
        const auto node = size_t(open.back());
        open.pop_back();
        for (int i = m_stepOffsets[node]; i < m_stepOffsets[node + 1]; ++i) {
            const int to = m_steps[size_t(i)].to;
            if (m_happens[size_t(to)] || seen.contains(to))
                continue;
            seen.insert(to);
            open.push_back(to);
            if (m_graph.isCard(to) && m_isOpenWait[size_t(to)] && !m_isUnfed[size_t(to)])
                found.push_back(to);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace throughline
