// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/check/threads.h"

#include <QSet>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// Who turns to one customer without knowing of whom, per contact (rules.md 2.3 A4).
class Voices
{
    using Mask = std::uint64_t;

public:
    Voices(const ServiceGraph& graph, int party, size_t least)
        : m_graph(graph),
          m_least(least),
          m_speaks(size_t(graph.nodeCount()), 0),
          m_leadsOn(size_t(graph.nodeCount()), 0),
          m_ahead(size_t(graph.inside.componentCount())),
          m_alone(size_t(graph.inside.componentCount()))
    {
        for (const Link& link : graph.links) {
            if (link.traffic == Traffic::ContactOut && link.party == party && !departmentsOf(link.from).empty())
                m_speaks[size_t(link.from)] = 1;
        }
        lookAhead();
    }

    struct Result
    {
        std::vector<int> departments; ///< uncoordinated, ascending
        std::vector<int> speakers;    ///< nodes
    };

    /// The uncoordinated departments a contact sets off; empty where there cannot be enough of them. budget counts down
    /// with every node looked at.
    Result uncoordinated(int asked, qint64& budget)
    {
        const int component = m_graph.inside.componentOf(asked);
        if (size_t(std::popcount(m_alone[size_t(component)])) < m_least)
            return {};
        if (const auto known = m_known.find(component); known != m_known.end())
            return known->second;
        return m_known[component] = walk(asked, budget);
    }

private:
    [[nodiscard]] const std::vector<int>& departmentsOf(int node) const { return m_graph.rolesAt(node).departments; }

    /// Departments as bits; beyond sixty-four some share one.
    [[nodiscard]] Mask maskOf(int node) const
    {
        Mask mask = 0;
        for (const int department : departmentsOf(node))
            mask |= Mask(1) << (department % 64);
        return mask;
    }

    /// From the ends of all threads back: which departments still speak further on, and which speakers are the last
    /// word of theirs.
    void lookAhead()
    {
        const Digraph& inside = m_graph.inside;
        for (int component = 0; component < inside.componentCount(); ++component) {
            Mask ahead = 0;
            Mask alone = 0;
            for (const int target : inside.successorComponents(component)) {
                ahead |= m_ahead[size_t(target)];
                alone |= m_alone[size_t(target)];
            }
            for (const int node : inside.members(component)) {
                if (m_speaks[size_t(node)])
                    ahead |= maskOf(node);
            }
            for (const int node : inside.members(component)) {
                if (!m_speaks[size_t(node)])
                    continue;
                m_leadsOn[size_t(node)] = (ahead & ~maskOf(node)) != 0;
                if (!m_leadsOn[size_t(node)])
                    alone |= maskOf(node);
            }
            m_ahead[size_t(component)] = ahead;
            m_alone[size_t(component)] = alone;
        }
    }

    /// The thread itself, from its start: a speaker that follows another department's is coordinated with it.
    Result walk(int asked, qint64& budget) const
    {
        const Digraph& inside = m_graph.inside;
        std::vector<int> components{inside.componentOf(asked)};
        QSet<int> seen{components.front()};
        for (size_t i = 0; i < components.size(); ++i) {
            for (const int target : inside.successorComponents(components[i])) {
                if (!seen.contains(target)) {
                    seen.insert(target);
                    components.push_back(target);
                }
            }
            budget -= qint64(inside.members(components[i]).size());
            if (budget <= 0)
                return {};
        }
        std::ranges::sort(components, std::greater<>());
        QHash<int, Mask> behind;
        Result result;
        for (const int component : components) {
            const Mask before = behind.value(component, 0);
            Mask known = before;
            for (const int node : inside.members(component)) {
                if (!m_speaks[size_t(node)])
                    continue;
                result.speakers.push_back(node);
                known |= maskOf(node);
                if (!m_leadsOn[size_t(node)] && (before & ~maskOf(node)) == 0)
                    result.departments.insert(result.departments.end(), departmentsOf(node).begin(),
                                              departmentsOf(node).end());
            }
            for (const int target : inside.successorComponents(component))
                behind[target] |= known;
        }
        std::ranges::sort(result.departments);
        result.departments.erase(std::unique(result.departments.begin(), result.departments.end()),
                                 result.departments.end());
        std::ranges::sort(result.speakers);
        return result;
    }

    const ServiceGraph& m_graph;
    size_t m_least;
    std::vector<char> m_speaks;
    std::vector<char> m_leadsOn; ///< to a speaker of another department
    std::vector<Mask> m_ahead;
    std::vector<Mask> m_alone;
    std::map<int, Result> m_known;
};

Finding contactsFinding(const RuleRun& run, const Contact& contact, const Voices::Result& voices)
{
    const ServiceGraph& graph = run.graph;
    const QString customer = run.say.theCustomer(contact.party);
    const QString departments = run.say.departments(voices.departments);
    Finding finding;
    finding.subjects = {run.linkRef(contact.link).id};
    finding.detail = u"%1 departments"_s.arg(voices.departments.size());
    QStringList ids;
    for (const int department : voices.departments)
        ids += graph.departments[size_t(department)]->id.value;
    finding.variant = ids.join(u'+');
    finding.title = u"Too many contacts: %1 departments"_s.arg(voices.departments.size());
    finding.message = u"One contact at %1, and %2 each turn to %3 without knowing of each other."_s.arg(
        run.say.place(contact.asker), departments, customer);
    finding.consequence = u"%1 hears from %2 departments and has to make one story of it."_s.arg(
        sentenceStart(customer), QString::number(voices.departments.size()));
    finding.remedies = {
        u"Let one role speak to %1 and the others hand over to it, for instance %2."_s.arg(
            customer, run.say.theRolesAt(voices.speakers.front())),
        u"Link the departments in a chain, so that each knows what the one before has said."_s,
        u"Drop a contact that %1 does not need."_s.arg(customer),
    };
    finding.evidence = {{Evidence::Part::Subject, run.linkRef(contact.link), {}},
                        {Evidence::Part::Culprit, run.refOf(contact.asked), {}}};
    for (const int node : voices.speakers) {
        if (finding.evidence.size() > 64)
            break;
        finding.evidence += {Evidence::Part::Path, run.refOf(node), {}};
        for (const int number : graph.outLinks(node)) {
            const Link& link = graph.links[size_t(number)];
            if (link.traffic == Traffic::ContactOut && link.party == contact.party)
                finding.evidence += {Evidence::Part::Path, run.linkRef(number), {}};
        }
    }
    return finding;
}

/// How far every card is from the nearest customer, in connections either way, and over which card the way leads.
struct Nearness
{
    std::vector<int> distance; ///< node -> connections, -1 = not connected
    std::vector<int> towards;
};

Nearness nearness(const ServiceGraph& graph)
{
    Nearness near{std::vector<int>(size_t(graph.nodeCount()), -1), std::vector<int>(size_t(graph.nodeCount()), -1)};
    std::vector<std::vector<int>> cardsOf(graph.lanes.size());
    std::vector<int> front;
    std::vector<std::pair<int, int>> byColumn; // frontstage card, customer card
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        cardsOf[size_t(node.lane)].push_back(card);
        if (node.party < 0)
            continue;
        near.distance[size_t(card)] = 0;
        front.push_back(card);
        if (graph.servedByColumn(card)) {
            for (const int server : graph.serving(card))
                byColumn.emplace_back(server, card);
        }
    }
    std::vector<int> following;
    const auto reach = [&](int node, int from, int distance, std::vector<int>& list) {
        if (near.distance[size_t(node)] >= 0)
            return;
        near.distance[size_t(node)] = distance;
        near.towards[size_t(node)] = from;
        list.push_back(node);
    };
    for (const auto& [server, card] : byColumn)
        reach(server, card, 1, following);
    for (int distance = 0; !front.empty(); ++distance) {
        for (size_t i = 0; i < front.size(); ++i) {
            const int node = front[i];
            // What ends at a lane as a whole is as near to each of its cards.
            if (!graph.isCard(node)) {
                for (const int card : cardsOf[size_t(graph.laneOf(node))])
                    reach(card, node, distance, front);
            } else if (const int lane = graph.laneNode(graph.laneOf(node));
                       !graph.inLinks(lane).empty() || !graph.outLinks(lane).empty()) {
                reach(lane, node, distance, front);
            }
            for (const int link : graph.outLinks(node)) {
                if (graph.links[size_t(link)].to >= 0)
                    reach(graph.links[size_t(link)].to, node, distance + 1, following);
            }
            for (const int link : graph.inLinks(node)) {
                if (graph.links[size_t(link)].from >= 0)
                    reach(graph.links[size_t(link)].from, node, distance + 1, following);
            }
        }
        front = std::move(following);
        following.clear();
    }
    return near;
}

} // namespace

void findTooManyContacts(RuleRun& run)
{
    const ThreadAnalysis& threads = run.context.threads();
    const auto least = size_t(run.parameter(u"departments"));
    std::vector<std::vector<int>> byParty(run.graph.partyLane.size());
    for (size_t number = 0; number < threads.contacts().size(); ++number)
        byParty[size_t(threads.contacts()[number].party)].push_back(int(number));
    qint64 budget = 5'000'000;
    for (size_t party = 0; party < byParty.size(); ++party) {
        if (byParty[party].empty())
            continue;
        Voices voices(run.graph, int(party), least);
        std::map<std::vector<int>, bool> reported;
        for (const int number : byParty[party]) {
            const Contact& contact = threads.contacts()[size_t(number)];
            const Voices::Result result = voices.uncoordinated(contact.asked, budget);
            if (result.departments.size() >= least && !std::exchange(reported[result.departments], true))
                run.add(contactsFinding(run, contact, result));
        }
    }
    const int total = int(threads.contacts().size());
    run.cover(total, total, u"contacts"_s, budget > 0 ? QString() : u"the longest threads were left out"_s);
}

void findOutOfSight(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    const double most = run.parameter(u"heads");
    const int far = int(run.parameter(u"distance"));
    const int total = int(graph.departments.size());
    const int known =
        int(std::ranges::count_if(graph.departments, [](const Department* d) { return d->heads.has_value(); }));
    run.cover(known, total, u"departments"_s,
              known < total ? u"nobody has said how many heads they have"_s : QString());
    const bool hasCustomer = std::ranges::any_of(graph.cards, [](const CardNode& node) { return node.party >= 0; });
    const bool hasLarge = std::ranges::any_of(graph.departments,
                                              [&](const Department* d) { return double(d->heads.value_or(0)) > most; });
    if (!hasCustomer || !hasLarge)
        return;
    const Nearness near = nearness(graph);
    std::vector<int> nearest(graph.departments.size(), -1);
    const auto distanceOf = [&](int card) {
        return near.distance[size_t(card)] < 0 ? std::numeric_limits<int>::max() : near.distance[size_t(card)];
    };
    for (int card = 0; card < graph.cardCount(); ++card) {
        for (const int department : graph.rolesAt(card).departments) {
            int& best = nearest[size_t(department)];
            if (best < 0 || distanceOf(card) < distanceOf(best))
                best = card;
        }
    }
    for (size_t number = 0; number < graph.departments.size(); ++number) {
        const Department& department = *graph.departments[number];
        const int card = nearest[number];
        if (card < 0 || double(department.heads.value_or(0)) <= most || distanceOf(card) < far)
            continue;
        const int distance = near.distance[size_t(card)];
        Finding finding;
        finding.subjects = {department.id.value};
        const QString name = run.say.department(int(number));
        finding.title = u"Customer out of sight: %1"_s.arg(name);
        const QString heads = QString::number(*department.heads);
        finding.message =
            distance < 0
                ? u"%1 has %2 people, and nothing connects any of them to the customer."_s.arg(name, heads)
                : u"%1 has %2 people, and the one nearest to the customer, at %3, is %4 connections away."_s.arg(
                      name, heads, run.say.place(card), QString::number(distance));
        finding.consequence = u"In so large a group the customer slips out of sight."_s;
        finding.remedies = {
            u"Give %1 a contact of its own with the customer, or let it hear the customer\u2019s voice."_s.arg(name),
            u"Split %1 into smaller departments."_s.arg(name)};
        finding.evidence = {{Evidence::Part::Culprit, run.refOf(card), {}},
                            {Evidence::Part::Subject, {ElementKind::Department, department.id.value}, {}}};
        for (int at = near.towards[size_t(card)]; at >= 0; at = near.towards[size_t(at)])
            finding.evidence += {Evidence::Part::Path, run.refOf(at), {}};
        run.add(std::move(finding));
    }
}

/// Only once owners are used at all.
void findUnownedMoments(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    const bool used =
        std::ranges::any_of(graph.cards, [](const CardNode& node) { return !node.card->owner.isEmpty(); });
    int total = 0;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.party < 0)
            continue;
        ++total;
        if (!used || !node.card->owner.isEmpty())
            continue;
        Finding finding;
        finding.subjects = {run.idOf(card)};
        finding.title =
            u"Unowned moment: %1"_s.arg(node.card->title.isEmpty() ? run.idOf(card) : node.card->title.simplified());
        finding.message = u"Nobody answers for what %1 goes through at %2."_s.arg(run.say.theCustomer(node.party),
                                                                                  run.say.place(card));
        finding.consequence = u"What goes wrong here is nobody\u2019s to mend."_s;
        finding.evidence = {{Evidence::Part::Culprit, run.refOf(card), {}}};
        for (const int server : graph.serving(card)) {
            for (const int department : graph.rolesAt(server).departments) {
                if (finding.remedies.isEmpty())
                    finding.remedies +=
                        u"Make %1 the owner of %2."_s.arg(run.say.department(department), run.say.place(card));
            }
        }
        if (finding.remedies.isEmpty())
            finding.remedies += u"Name the department that answers for %1."_s.arg(run.say.place(card));
        run.add(std::move(finding));
    }
    run.cover(used ? total : 0, total, u"customer cards"_s,
              used || total == 0 ? QString() : u"no card names an owner yet"_s);
}

} // namespace throughline
