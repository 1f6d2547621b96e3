// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/branches.h"

#include "core/check/threadquestions.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace throughline {

namespace {

bool isPlain(const Link& link)
{
    return link.kind == ConnectionKind::Auto || link.kind == ConnectionKind::Flow;
}

bool expectsReply(const ServiceGraph& graph, const Contact& contact)
{
    return graph.links[size_t(contact.link)].connection->replyExpected;
}

} // namespace

BranchAnalysis::BranchAnalysis(const ServiceGraph& graph, const ThreadAnalysis& threads)
    : m_graph(graph),
      m_threads(threads),
      m_decides(size_t(graph.nodeCount()), 0),
      m_lacksExit(size_t(graph.nodeCount()), 0),
      m_afterADecision(size_t(graph.nodeCount()), 0),
      m_broken(size_t(graph.nodeCount()), 0),
      m_localIndex(size_t(graph.nodeCount()), -1)
{
    findDecisions();
    std::vector<Group> requests;
    collectRequests(requests);
    std::vector<Group> plain;
    collectPlain(plain);
    if (requests.empty() && plain.empty())
        return;
    for (const Link& link : graph.links) {
        if (link.traffic == Traffic::Loose && link.from >= 0)
            m_broken[size_t(link.from)] = 1;
    }
    m_forgetful = judge(requests);
    // Plain arrows: whoever seems forgotten is looked at once more by itself, with the later meetings that may be the
    // answer.
    std::vector<Group> again;
    for (const Forgetful& forgetful : judge(plain))
        again.push_back(laterMeetings(forgetful.contact, plain));
    const std::vector<Forgetful> confirmed = judge(again);
    m_forgetful.insert(m_forgetful.end(), confirmed.begin(), confirmed.end());
    std::sort(m_forgetful.begin(), m_forgetful.end(),
              [](const Forgetful& l, const Forgetful& r) { return l.contact < r.contact; });
}

void BranchAnalysis::findDecisions()
{
    std::vector<int> exits;
    for (int card = 0; card < m_graph.cardCount(); ++card) {
        if (m_graph.partyOf(card) >= 0 || !isDecision(m_graph, card))
            continue;
        m_decides[size_t(card)] = 1;
        const auto links = m_graph.outLinks(card);
        m_lacksExit[size_t(card)] = links.size() == 1 && m_graph.links[size_t(links.front())].conditional;
        const auto next = m_graph.inside.successors(card);
        exits.insert(exits.end(), next.begin(), next.end());
    }
    m_afterADecision = m_graph.inside.reachableFrom(exits);
}

void BranchAnalysis::collectRequests(std::vector<Group>& groups)
{
    std::vector<char> namedAnswer(m_graph.links.size(), 0);
    for (const Link& link : m_graph.links) {
        const int answered =
            link.connection->answers.isEmpty() ? -1 : m_graph.connectionIndex(link.connection->answers);
        if (answered >= 0)
            namedAnswer[size_t(answered)] = 1;
    }
    // party, request, and for requests that are answered by name the contact itself
    std::map<std::tuple<int, int, int>, size_t> groupOf;
    const std::vector<Contact>& contacts = m_threads.contacts();
    for (size_t number = 0; number < contacts.size(); ++number) {
        const Contact& contact = contacts[number];
        if (!contact.isRequest || !contact.answered || !contact.decides || !expectsReply(m_graph, contact))
            continue;
        ++m_checked;
        const int self = namedAnswer[size_t(contact.link)] ? int(number) : -1;
        const auto [place, fresh] = groupOf.try_emplace({contact.party, contact.request, self}, groups.size());
        if (fresh)
            groups.push_back({});
        groups[place->second].contacts.push_back(int(number));
    }
    std::vector<int> outs;
    for (size_t link = 0; !groups.empty() && link < m_graph.links.size(); ++link) {
        if (m_graph.links[link].traffic == Traffic::ContactOut)
            outs.push_back(int(link));
    }
    for (Group& group : groups) {
        const Contact& contact = contacts[size_t(group.contacts.front())];
        for (const int number : outs) {
            const Link& link = m_graph.links[size_t(number)];
            // A plain arrow on a branch may be its answer; what is unclear is not held against the branch.
            const bool perhaps = isPlain(link) && link.party == contact.party && m_afterADecision[size_t(link.from)];
            if (m_threads.isAnswerTo(link, contact) || perhaps)
                group.answering.push_back(link.from);
        }
    }
}

/// A plain contact is answered by anything that comes back, and done where it ends with a system, on purpose, or in the
/// role that was asked.
void BranchAnalysis::collectPlain(std::vector<Group>& groups)
{
    std::map<std::pair<int, int>, size_t> groupOf;
    const std::vector<Contact>& contacts = m_threads.contacts();
    for (size_t number = 0; number < contacts.size(); ++number) {
        const Contact& contact = contacts[number];
        const bool voice =
            m_graph.isCard(contact.asker) && m_graph.cards[size_t(contact.asker)].kind == CardKind::Voice;
        if (!contact.isPlain || !contact.anyBack || !contact.decides || voice || !expectsReply(m_graph, contact))
            continue;
        ++m_checked;
        const int roleSet = m_graph.isCard(contact.asked) ? m_graph.cards[size_t(contact.asked)].roleSet
                                                          : m_graph.laneOf(contact.asked);
        const auto [place, fresh] = groupOf.try_emplace({contact.party, roleSet}, groups.size());
        if (fresh)
            groups.push_back({});
        groups[place->second].contacts.push_back(int(number));
    }
    for (Group& group : groups) {
        const Contact& contact = contacts[size_t(group.contacts.front())];
        const std::vector<int>& asked = m_graph.rolesAt(contact.asked).roles;
        for (const Link& link : m_graph.links) {
            if (link.traffic == Traffic::ContactOut && link.party == contact.party)
                group.answering.push_back(link.from);
        }
        for (int node = 0; node < m_graph.nodeCount(); ++node) {
            if (m_graph.partyOf(node) >= 0 || !m_graph.inside.successors(node).empty())
                continue;
            const std::vector<int>& roles = m_graph.rolesAt(node).roles;
            const bool done = !m_graph.isCard(node) || m_graph.sideOf(node) != Side::Company ||
                              m_graph.rolesAt(node).mayBeSystem || m_graph.cards[size_t(node)].card->isEnd ||
                              std::ranges::find_first_of(roles, asked) != roles.end();
            if (done)
                group.answering.push_back(node);
        }
    }
}

BranchAnalysis::Group BranchAnalysis::laterMeetings(int number, const std::vector<Group>& plain) const
{
    Group group = *std::ranges::find_if(plain, [number](const Group& candidate) {
        return std::ranges::find(candidate.contacts, number) != candidate.contacts.end();
    });
    group.contacts = {number};
    const Contact& contact = m_threads.contacts()[size_t(number)];
    for (const Contact& other : m_threads.contacts()) {
        if (other.party == contact.party && other.isPlain && other.asker != contact.asker &&
            other.asked != contact.asked)
            group.answering.push_back(other.asked);
    }
    return group;
}

std::vector<BranchAnalysis::Forgetful> BranchAnalysis::judge(const std::vector<Group>& groups)
{
    std::vector<Forgetful> found;
    for (size_t first = 0; first < groups.size(); first += 64)
        judgeBatch({groups.data() + first, std::min<size_t>(64, groups.size() - first)}, found);
    return found;
}

void BranchAnalysis::judgeBatch(std::span<const Group> batch, std::vector<Forgetful>& found)
{
    const auto count = size_t(m_graph.nodeCount());
    m_answers.assign(count, 0);
    m_dies.assign(count, 0);
    m_reaches.assign(count, 0);
    for (size_t node = 0; node < count; ++node)
        m_answers[node] = m_broken[node] ? ~Mask(0) : 0;
    for (size_t group = 0; group < batch.size(); ++group) {
        for (const int node : batch[group].answering)
            m_answers[size_t(node)] |= Mask(1) << group;
    }
    spread();
    for (size_t group = 0; group < batch.size(); ++group) {
        const Mask bit = Mask(1) << group;
        for (const int number : batch[group].contacts) {
            const int asked = m_threads.contacts()[size_t(number)].asked;
            if (!(m_dies[size_t(asked)] & m_reaches[size_t(asked)] & bit))
                continue;
            Forgetful forgetful{number, branchesOf(asked, bit)};
            if (!forgetful.branches.empty())
                found.push_back(std::move(forgetful));
        }
    }
}

/// Works from where the threads end back to where they start.
void BranchAnalysis::spread()
{
    const Digraph& inside = m_graph.inside;
    for (int component = 0; component < inside.componentCount(); ++component) {
        if (inside.isCycle(component)) {
            judgeCycle(component);
            continue;
        }
        const auto node = size_t(inside.members(component).front());
        Mask all = ~Mask(0);
        Mask any = 0;
        Mask reaches = m_answers[node];
        for (const int target : inside.successors(int(node))) {
            all &= m_dies[size_t(target)];
            any |= m_dies[size_t(target)];
            reaches |= m_reaches[size_t(target)];
        }
        const bool chooses = m_decides[node] && !inside.successors(int(node)).empty();
        m_dies[node] = m_lacksExit[node] ? ~Mask(0) : chooses ? any : ~m_answers[node] & all;
        m_reaches[node] = reaches;
    }
}

void BranchAnalysis::judgeCycle(int component)
{
    const Digraph& inside = m_graph.inside;
    Mask chosen = 0;
    Mask all = ~Mask(0);
    Mask answers = 0;
    Mask cut = 0;
    Mask reaches = 0;
    for (const int node : inside.members(component)) {
        (m_decides[size_t(node)] ? answers : cut) |= m_answers[size_t(node)];
        for (const int target : inside.successors(node)) {
            reaches |= m_reaches[size_t(target)];
            if (inside.componentOf(target) == component)
                continue;
            all &= m_dies[size_t(target)];
            if (m_decides[size_t(node)])
                chosen |= m_dies[size_t(target)];
        }
        if (m_lacksExit[size_t(node)])
            chosen = ~Mask(0);
    }
    const Mask dies = chosen | (~answers & all);
    for (const int node : inside.members(component)) {
        m_dies[size_t(node)] = dies;
        m_reaches[size_t(node)] = reaches | answers | cut;
    }
    for (int bit = 0; cut != 0 && bit < 64; ++bit) {
        if (!(cut & (Mask(1) << bit)))
            continue;
        if (m_budget > 0) {
            cutCycle(component, bit);
        } else {
            for (const int node : inside.members(component))
                m_dies[size_t(node)] &= ~(Mask(1) << bit);
        }
    }
}

/// The same for one request that is answered within the circle: without the answering cards it falls into smaller
/// circles.
void BranchAnalysis::cutCycle(int component, int bit)
{
    const Digraph& inside = m_graph.inside;
    const Mask mask = Mask(1) << bit;
    std::vector<int> kept;
    for (const int node : inside.members(component)) {
        const bool removed = (m_answers[size_t(node)] & mask) && !m_decides[size_t(node)];
        m_dies[size_t(node)] &= ~mask;
        m_localIndex[size_t(node)] = removed ? -1 : int(kept.size());
        if (!removed)
            kept.push_back(node);
    }
    m_budget -= qint64(inside.members(component).size());
    std::vector<Digraph::Edge> edges;
    for (size_t local = 0; local < kept.size(); ++local) {
        for (const int target : inside.successors(kept[local])) {
            if (inside.componentOf(target) == component && m_localIndex[size_t(target)] >= 0)
                edges.push_back({int(local), m_localIndex[size_t(target)]});
        }
    }
    const Digraph rest(int(kept.size()), edges);
    for (int part = 0; part < rest.componentCount(); ++part) {
        bool all = true;
        bool chosen = false;
        bool answers = false;
        for (const int local : rest.members(part)) {
            const int node = kept[size_t(local)];
            answers = answers || (m_answers[size_t(node)] & mask);
            chosen = chosen || m_lacksExit[size_t(node)];
            for (const int target : inside.successors(node)) {
                const int other = inside.componentOf(target) == component ? m_localIndex[size_t(target)] : -1;
                if (other >= 0 && rest.componentOf(other) == part)
                    continue;
                const bool dies = m_dies[size_t(target)] & mask;
                all = all && dies;
                chosen = chosen || (dies && m_decides[size_t(node)]);
            }
        }
        if (chosen || (!answers && all)) {
            for (const int local : rest.members(part))
                m_dies[size_t(kept[size_t(local)])] |= mask;
        }
    }
    for (const int node : inside.members(component))
        m_localIndex[size_t(node)] = -1;
}

/// The decisions from which an answer can still come, with the exits from which none can.
std::vector<std::pair<int, int>> BranchAnalysis::branchesOf(int asked, Mask bit) const
{
    constexpr size_t Furthest = 100'000;
    std::vector<std::pair<int, int>> branches;
    std::vector<int> nodes{asked};
    QSet<int> seen{asked};
    for (size_t i = 0; i < nodes.size() && nodes.size() < Furthest; ++i) {
        const int node = nodes[i];
        if ((m_answers[size_t(node)] & bit) && !m_decides[size_t(node)])
            continue;
        if (m_lacksExit[size_t(node)] && (m_reaches[size_t(node)] & bit))
            branches.push_back({node, -1});
        for (const int target : m_graph.inside.successors(node)) {
            const bool forgets = (m_dies[size_t(target)] & bit) && !(m_reaches[size_t(target)] & bit);
            if (forgets && m_decides[size_t(node)])
                branches.push_back({node, target});
            if (!forgets && !seen.contains(target)) {
                seen.insert(target);
                nodes.push_back(target);
            }
        }
    }
    std::sort(branches.begin(), branches.end());
    branches.erase(std::unique(branches.begin(), branches.end()), branches.end());
    return branches;
}

} // namespace throughline
