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
          m_beyond(size_t(graph.inside.componentCount()))
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
        if (size_t(std::popcount(m_beyond[size_t(component)].alone)) < m_least)
            return {};
        if (const auto known = m_known.find(component); known != m_known.end())
            return known->second;
        return m_known[component] = walk(asked, budget);
    }

private:
    /// Departments that speak from a card on, and those of them that have the last word.
    struct Beyond
    {
        Mask ahead = 0;
        Mask alone = 0;
    };

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
            Beyond beyond;
            for (const int target : inside.successorComponents(component)) {
                beyond.ahead |= m_beyond[size_t(target)].ahead;
                beyond.alone |= m_beyond[size_t(target)].alone;
            }
            for (const int node : inside.members(component)) {
                if (m_speaks[size_t(node)])
                    beyond.ahead |= maskOf(node);
            }
            for (const int node : inside.members(component)) {
                if (!m_speaks[size_t(node)])
                    continue;
                m_leadsOn[size_t(node)] = (beyond.ahead & ~maskOf(node)) != 0;
                if (!m_leadsOn[size_t(node)])
                    beyond.alone |= maskOf(node);
            }
            m_beyond[size_t(component)] = beyond;
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
    std::vector<char> m_leadsOn;  ///< to a speaker of another department
    std::vector<Beyond> m_beyond; ///< by component
    std::map<int, Result> m_known;
};

/// Where the thread of a contact first parts, or somebody first turns to the customer: the card that sets them all off.
int fanOut(const ServiceGraph& graph, int asked, const std::vector<int>& speakers)
{
    int node = asked;
    QSet<int> seen{asked};
    while (!std::ranges::binary_search(speakers, node)) {
        const auto next = graph.inside.successors(node);
        if (next.size() != 1 || !graph.isCard(next.front()) || seen.contains(next.front()))
            break;
        node = next.front();
        seen.insert(node);
    }
    return node;
}

/// One card of each department that speaks without knowing of the others.
std::vector<int> spokesmen(const ServiceGraph& graph, const Voices::Result& voices)
{
    std::vector<int> nodes;
    for (const int department : voices.departments) {
        const auto speaker = std::ranges::find_if(voices.speakers, [&](int node) {
            return std::ranges::binary_search(graph.rolesAt(node).departments, department);
        });
        if (speaker != voices.speakers.end() && std::ranges::find(nodes, *speaker) == nodes.end())
            nodes.push_back(*speaker);
    }
    return nodes;
}

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
                        {Evidence::Part::Culprit, run.refOf(fanOut(graph, contact.asked, voices.speakers)), {}}};
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
    for (const int department : voices.departments)
        finding.evidence += {Evidence::Part::Subject, run.departmentRef(department), {}};
    const std::vector<int> chain = spokesmen(graph, voices);
    for (size_t i = 1; i < chain.size(); ++i)
        finding.evidence += {Evidence::Part::Missing, run.refOf(chain[i - 1]), run.refOf(chain[i])};
    return finding;
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

} // namespace throughline
