// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/threads.h"

#include "core/check/threadquestions.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <optional>

namespace throughline {

namespace {

using Back = ThreadQuestions::Back;

/// Where a customer card stands in his journey, for "later"; nothing for unplaced ones.
std::optional<qint64> placeInJourney(const ServiceGraph& graph, int node)
{
    if (!graph.isCard(node) || graph.cards[size_t(node)].firstColumn < 0)
        return std::nullopt;
    const CardNode& card = graph.cards[size_t(node)];
    return (qint64(card.firstColumn) << 20) + std::clamp(card.card->position, 0, (1 << 20) - 1);
}

bool isPlain(ConnectionKind kind)
{
    return kind == ConnectionKind::Auto || kind == ConnectionKind::Flow;
}

} // namespace

ThreadAnalysis::ThreadAnalysis(const ServiceGraph& graph) : m_graph(graph)
{
    collectContacts();
    ThreadQuestions questions(graph);
    askAll(questions);
    questions.run();
    readAnswers(questions);
    findSpecificAnswers();
    findLaterMeetings();
    findSinks();
    proveAbilities(questions);
}

void ThreadAnalysis::collectContacts()
{
    for (size_t number = 0; number < m_graph.links.size(); ++number) {
        const Link& link = m_graph.links[number];
        const ConnectionKind kind = link.kind;
        if (link.traffic == Traffic::ContactIn) {
            Contact contact;
            contact.link = int(number);
            contact.party = link.party;
            contact.asker = link.from;
            contact.asked = link.to;
            contact.request = link.request;
            contact.isRequest = kind == ConnectionKind::Request;
            contact.isPlain = isPlain(kind);
            m_contacts.push_back(contact);
        } else if (link.traffic == Traffic::Inside && kind == ConnectionKind::Request) {
            if (link.connection->replyExpected && !m_graph.shareRole(link.from, link.to)) {
                InsideRequest request;
                request.link = int(number);
                m_inside.push_back(request);
            }
        }
    }
}

/// Puts the questions in a fixed order that readAnswers() and proveAbilities() follow.
void ThreadAnalysis::askAll(ThreadQuestions& questions)
{
    for (const Contact& contact : m_contacts) {
        const int request = contact.request >= 0 ? contact.request : ThreadQuestions::AnyRequest;
        questions.ask(contact.asked, Back::Answer, contact.party, request);
        questions.ask(contact.asked, Back::Answer, contact.party, ThreadQuestions::Unnamed);
        questions.ask(contact.asked, Back::Plain, contact.party);
        questions.ask(contact.asked, Back::Any, contact.party);
        questions.ask(contact.asked, Back::Told, contact.party);
        questions.ask(contact.asked, Back::SentAway, contact.party);
        questions.askBroken(contact.asked);
        questions.askDecision(contact.asked);
    }
    for (const InsideRequest& request : m_inside) {
        const Link& link = m_graph.links[size_t(request.link)];
        questions.askReturn(link.to, link.from);
        questions.ask(link.to, Back::Any, ThreadQuestions::AnyParty);
        questions.askBroken(link.to);
    }
    for (const Contact& contact : m_contacts) {
        if (!contact.isRequest)
            continue;
        const int request = contact.request >= 0 ? contact.request : ThreadQuestions::AnyRequest;
        for (const int role : m_graph.rolesAt(contact.asked).roles) {
            if (m_graph.isUnnamed(role))
                continue;
            questions.ask(contact.asked, Back::Answer, contact.party, request, role);
            questions.ask(contact.asked, Back::Answer, contact.party, ThreadQuestions::Unnamed, role);
            questions.ask(contact.asked, Back::Plain, contact.party, ThreadQuestions::AnyRequest, role);
        }
    }
}

void ThreadAnalysis::readAnswers(const ThreadQuestions& questions)
{
    int question = 0;
    const auto next = [&] { return questions.answered(question++); };
    for (Contact& contact : m_contacts) {
        const bool matching = next();
        const bool unnamed = next();
        contact.answered = contact.isRequest && (matching || unnamed);
        contact.plainBack = next();
        contact.anyBack = next();
        contact.toldBack = next();
        contact.sentAway = next();
        contact.broken = next() || questions.partyIsBroken(contact.party);
        contact.decides = next();
    }
    for (InsideRequest& request : m_inside) {
        const bool returns = next();
        const bool reachesCustomer = next();
        request.returns = returns || reachesCustomer;
        request.broken = next();
    }
}

/// An answer that names the connection it answers is taken at its word, wherever it comes from.
void ThreadAnalysis::findSpecificAnswers()
{
    std::vector<char> named(m_graph.links.size(), 0);
    bool any = false;
    for (const Link& link : m_graph.links) {
        if (link.kind != ConnectionKind::Answer || link.connection->answers.isEmpty())
            continue;
        const int request = m_graph.connectionIndex(link.connection->answers);
        if (request >= 0) {
            named[size_t(request)] = 1;
            any = true;
        }
    }
    if (!any)
        return;
    for (Contact& contact : m_contacts)
        contact.answered = contact.answered || (contact.isRequest && named[size_t(contact.link)]);
    for (InsideRequest& request : m_inside)
        request.returns = request.returns || named[size_t(request.link)];
}

/// A plain arrow has no direction one could rely on: a later card of the customer that meets the thread may be where it
/// came back.
void ThreadAnalysis::findLaterMeetings()
{
    constexpr qint64 Never = -1;
    constexpr qint64 Unknown = std::numeric_limits<qint64>::max();
    std::vector<std::vector<size_t>> open(m_graph.partyLane.size());
    for (size_t i = 0; i < m_contacts.size(); ++i) {
        if (m_contacts[i].isPlain && !m_contacts[i].anyBack)
            open[size_t(m_contacts[i].party)].push_back(i);
    }
    std::vector<qint64> latest;
    for (size_t party = 0; party < open.size(); ++party) {
        if (open[party].empty())
            continue;
        latest.assign(size_t(m_graph.inside.componentCount()), Never);
        for (const Contact& contact : m_contacts) {
            if (contact.party != int(party) || !contact.isPlain)
                continue;
            qint64& place = latest[size_t(m_graph.inside.componentOf(contact.asked))];
            place = std::max(place, placeInJourney(m_graph, contact.asker).value_or(Unknown));
        }
        for (int component = 0; component < m_graph.inside.componentCount(); ++component) {
            for (const int target : m_graph.inside.successorComponents(component))
                latest[size_t(component)] = std::max(latest[size_t(component)], latest[size_t(target)]);
        }
        for (const size_t number : open[party]) {
            Contact& contact = m_contacts[number];
            const std::optional<qint64> place = placeInJourney(m_graph, contact.asker);
            contact.metLater = !place || latest[size_t(m_graph.inside.componentOf(contact.asked))] > *place;
        }
    }
}

void ThreadAnalysis::findSinks()
{
    constexpr size_t Most = 32;
    const Digraph& inside = m_graph.inside;
    m_sinksOf.assign(size_t(inside.componentCount()), -1);
    m_sinkLists.push_back({});
    std::vector<int> lists;
    std::vector<int> merged;
    for (int component = 0; component < inside.componentCount(); ++component) {
        const auto targets = inside.successorComponents(component);
        if (targets.empty()) {
            if (inside.isCycle(component)) {
                m_sinksOf[size_t(component)] = 0;
            } else {
                m_sinksOf[size_t(component)] = int(m_sinkLists.size());
                m_sinkLists.push_back({inside.members(component).front()});
            }
            continue;
        }
        lists.clear();
        for (const int target : targets)
            lists.push_back(m_sinksOf[size_t(target)]);
        std::sort(lists.begin(), lists.end());
        lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
        if (lists.size() == 1) {
            m_sinksOf[size_t(component)] = lists.front();
            continue;
        }
        std::vector<int> sinks = m_sinkLists[size_t(lists.front())];
        for (size_t i = 1; i < lists.size(); ++i) {
            const std::vector<int>& other = m_sinkLists[size_t(lists[i])];
            merged.clear();
            std::ranges::set_union(sinks, other, std::back_inserter(merged));
            if (merged.size() > Most)
                merged.resize(Most);
            std::swap(sinks, merged);
        }
        const auto same = std::ranges::find_if(lists, [&](int list) { return m_sinkLists[size_t(list)] == sinks; });
        m_sinksOf[size_t(component)] = same != lists.end() ? *same : int(m_sinkLists.size());
        if (same == lists.end())
            m_sinkLists.push_back(std::move(sinks));
    }
}

const std::vector<int>& ThreadAnalysis::sinksFrom(int node) const
{
    return m_sinkLists[size_t(m_sinksOf[size_t(m_graph.inside.componentOf(node))])];
}

bool ThreadAnalysis::isAnswerTo(const Link& answer, const Contact& contact) const
{
    if (answer.traffic != Traffic::ContactOut || answer.kind != ConnectionKind::Answer)
        return false;
    if (!answer.connection->answers.isEmpty())
        return answer.connection->answers == m_graph.links[size_t(contact.link)].connection->id;
    // What an unnamed request is about nobody has said, so that any answer may be meant for it.
    return answer.party == contact.party &&
           (answer.request < 0 || contact.request < 0 || answer.request == contact.request);
}

std::vector<int> ThreadAnalysis::thread(int asked, size_t most) const
{
    std::vector<int> nodes{asked};
    QSet<int> seen{asked};
    for (size_t i = 0; i < nodes.size() && nodes.size() < most; ++i) {
        for (const int target : m_graph.inside.successors(nodes[i])) {
            if (nodes.size() < most && !seen.contains(target)) {
                seen.insert(target);
                nodes.push_back(target);
            }
        }
    }
    return nodes;
}

/// The roles to whom the thread first leaves a role's own cards, or none within a long stretch.
std::vector<int> ThreadAnalysis::fetchedBy(int role, int asked) const
{
    constexpr size_t Longest = 256;
    std::vector<int> nodes{asked};
    QSet<int> seen{asked};
    std::vector<int> fetched;
    for (size_t i = 0; i < nodes.size() && nodes.size() < Longest; ++i) {
        for (const int target : m_graph.inside.successors(nodes[i])) {
            const std::vector<int>& roles = m_graph.rolesAt(target).roles;
            if (m_graph.sideOf(target) == Side::Evidence || std::ranges::binary_search(roles, role)) {
                if (!seen.contains(target)) {
                    seen.insert(target);
                    nodes.push_back(target);
                }
            } else {
                fetched.insert(fetched.end(), roles.begin(), roles.end());
            }
        }
    }
    std::sort(fetched.begin(), fetched.end());
    fetched.erase(std::unique(fetched.begin(), fetched.end()), fetched.end());
    return fetched;
}

/// What the drawing proves of the roles' abilities (rules.md 1.2 I6, I6b).
void ThreadAnalysis::proveAbilities(const ThreadQuestions& questions)
{
    const auto roleId = [this](int role) {
        return m_graph.isUnnamed(role) ? RoleId() : m_graph.roles[size_t(role)]->id;
    };
    for (const Link& link : m_graph.links) {
        if (link.kind != ConnectionKind::Answer || link.request < 0 || link.from < 0 || m_graph.partyOf(link.from) >= 0)
            continue;
        for (const int role : m_graph.rolesAt(link.from).roles) {
            if (!m_graph.isUnnamed(role))
                m_drawn += DrawnAbility{roleId(role), link.connection->request, Capability::Ability::Fulfils, {}};
        }
    }
    int question = int(m_contacts.size()) * 8 + int(m_inside.size()) * 3;
    for (const Contact& contact : m_contacts) {
        if (!contact.isRequest)
            continue;
        for (const int role : m_graph.rolesAt(contact.asked).roles) {
            if (m_graph.isUnnamed(role))
                continue;
            const bool answersMatching = questions.answered(question++);
            const bool answersUnnamed = questions.answered(question++);
            const bool unclear = questions.answered(question++);
            const bool answers = answersMatching || answersUnnamed;
            const std::vector<int> fetched =
                answers || unclear || contact.broken ? std::vector<int>() : fetchedBy(role, contact.asked);
            m_drawnAsks.push_back({role, contact.request, contact.link, answers, fetched});
            if (contact.request < 0)
                continue;
            const RequestId request = m_graph.requests[size_t(contact.request)]->id;
            if (answers)
                m_drawn += DrawnAbility{roleId(role), request, Capability::Ability::Fulfils, {}};
            for (const int other : fetched) {
                if (!m_graph.isUnnamed(other))
                    m_drawn += DrawnAbility{roleId(role), request, Capability::Ability::PassesOn, roleId(other)};
            }
        }
    }
}

} // namespace throughline
