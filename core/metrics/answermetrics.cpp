// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccontext.h"

#include <QSet>

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

enum class Answered { Sure, Not, Unclear };

/// The fewest changes of hands from every card of the company to one that answers, backwards from the answers: one
/// search serves all requests that the same arrows answer.
class HopSearch
{
public:
    explicit HopSearch(const ServiceGraph& graph) : m_graph(graph), m_before(size_t(graph.nodeCount()))
    {
        for (int node = 0; node < graph.nodeCount(); ++node) {
            for (const int target : graph.inside.successors(node))
                m_before[size_t(target)].push_back(node);
        }
    }

    /// Hops by node; -1 = none of the answering nodes can be reached.
    [[nodiscard]] std::vector<int> hopsTo(const std::vector<int>& answering) const
    {
        std::vector<int> hops(size_t(m_graph.nodeCount()), -1);
        std::deque<std::pair<int, int>> open;
        for (const int node : answering)
            open.push_back({0, node});
        while (!open.empty()) {
            const auto [distance, node] = open.front();
            open.pop_front();
            if (hops[size_t(node)] >= 0)
                continue;
            hops[size_t(node)] = distance;
            for (const int before : m_before[size_t(node)]) {
                if (hops[size_t(before)] >= 0)
                    continue;
                if (isHop(before, node))
                    open.push_back({distance + 1, before});
                else
                    open.push_front({distance, before});
            }
        }
        return hops;
    }

    [[nodiscard]] bool isHop(int from, int to) const
    {
        return m_graph.sideOf(to) == Side::Company && !m_graph.shareRole(from, to);
    }

private:
    const ServiceGraph& m_graph;
    std::vector<std::vector<int>> m_before;
};

/// Every request that a customer is drawn asking and to which a reply is expected.
class Questions
{
public:
    explicit Questions(const MetricContext& context) : m_context(context)
    {
        const std::vector<Contact>& contacts = context.threads.contacts();
        for (const BranchAnalysis::Forgetful& forgetful : context.branches.forgetful())
            m_forgetful.insert(forgetful.contact);
        std::vector<int> group(contacts.size());
        std::iota(group.begin(), group.end(), 0);
        for (const ChaseAnalysis::Again& again : context.chase.askedAgain()) {
            for (const int earlier : again.earlier)
                group[size_t(rootOf(group, earlier))] = rootOf(group, again.later);
        }
        for (int number = 0; number < int(contacts.size()); ++number) {
            if (isQuestion(number))
                chains[rootOf(group, number)].push_back(number);
        }
    }

    [[nodiscard]] bool isQuestion(int number) const
    {
        const Contact& contact = m_context.threads.contacts()[size_t(number)];
        return contact.isRequest && expectsReply(contact);
    }
    [[nodiscard]] bool expectsReply(const Contact& contact) const
    {
        return m_context.graph.links[size_t(contact.link)].connection->replyExpected;
    }
    [[nodiscard]] bool isForgetful(int number) const { return m_forgetful.contains(number); }

    [[nodiscard]] Answered answered(int number) const
    {
        const Contact& contact = m_context.threads.contacts()[size_t(number)];
        if (contact.answered)
            return isForgetful(number) ? Answered::Not : Answered::Sure;
        if (contact.plainBack || contact.broken)
            return Answered::Unclear;
        return saidHops(contact) >= 0 ? Answered::Sure : Answered::Not;
    }

    /// How often a role that is said to see to the request passes it on; -1 = none is said to.
    [[nodiscard]] int saidHops(const Contact& contact) const
    {
        if (contact.request < 0)
            return -1;
        auto known = m_reach.constFind(contact.request);
        if (known == m_reach.constEnd())
            known = m_reach.insert(contact.request,
                                   m_context.said.reachOf(m_context.graph.requests[size_t(contact.request)]->id));
        int fewest = -1;
        for (const int role : m_context.graph.rolesAt(contact.asked).roles) {
            if (m_context.graph.isUnnamed(role))
                continue;
            const RequestReach::Entry entry = known->at(m_context.graph.roles[size_t(role)]->id);
            const bool sees = entry.outcome == RoleOutcome::Fulfils || entry.outcome == RoleOutcome::PassesOn;
            if (sees && (fewest < 0 || entry.hops < fewest))
                fewest = entry.hops;
        }
        return fewest;
    }

    std::map<int, std::vector<int>> chains; ///< the same question asked again and again; contacts ascending

private:
    static int rootOf(std::vector<int>& group, int number)
    {
        while (group[size_t(number)] != number)
            number = group[size_t(number)] = group[size_t(group[size_t(number)])];
        return number;
    }

    const MetricContext& m_context;
    QSet<int> m_forgetful;
    mutable QHash<int, RequestReach> m_reach;
};

Metric answerRate(const MetricContext& context, const Questions& questions)
{
    Metric metric = metricOf(u"answer-rate"_s);
    int sure = 0;
    int unclear = 0;
    for (const auto& [root, asks] : questions.chains) {
        bool anySure = false;
        bool anyUnclear = false;
        for (const int number : asks) {
            anySure = anySure || questions.answered(number) == Answered::Sure;
            anyUnclear = anyUnclear || questions.answered(number) == Answered::Unclear;
        }
        sure += anySure;
        unclear += !anySure && anyUnclear;
        if (!anySure && !anyUnclear)
            addElement(metric, context.linkRef(context.threads.contacts()[size_t(asks.back())].link));
    }
    const int known = int(questions.chains.size()) - unclear;
    setShare(metric, sure, known, unclear);
    metric.sentence = questions.chains.empty()
                          ? u"The drawing shows no question of the customer."_s
                          : u"%1 of %2 answered on every branch."_s.arg(sure).arg(
                                counted(known, u"question of the customer is"_s, u"questions of the customer are"_s));
    if (unclear > 0)
        metric.sentence += u" Of %1 it is unclear."_s.arg(counted(unclear, u"further one"_s, u"further ones"_s));
    return metric;
}

Metric asksPerQuestion(const Questions& questions)
{
    Metric metric = metricOf(u"asks-per-question"_s);
    for (const auto& [root, asks] : questions.chains)
        metric.numerator += double(asks.size());
    metric.denominator = double(questions.chains.size());
    metric.known = int(questions.chains.size());
    if (metric.known > 0)
        metric.value = metric.numerator / metric.denominator;
    metric.sentence = u"The customer asks %1 for %2."_s.arg(counted(qsizetype(metric.numerator), u"time"_s, u"times"_s),
                                                            counted(metric.known, u"question"_s, u"questions"_s));
    return metric;
}

/// Plain arrows: something comes back, or it verifiably lies with somebody else; in between nobody knows.
Metric inferredAnswerRate(const MetricContext& context, const Questions& questions)
{
    Metric metric = metricOf(u"inferred-answer-rate"_s);
    QSet<QString> unanswered;
    for (const Finding& finding : context.found().findings) {
        if (finding.rule == u"unanswered-handoff"_s)
            unanswered.insert(finding.subjects.first());
    }
    int answered = 0;
    int lying = 0;
    int unknown = 0;
    for (int number = 0; number < int(context.threads.contacts().size()); ++number) {
        const Contact& contact = context.threads.contacts()[size_t(number)];
        const bool voice = context.graph.isCard(contact.asker) &&
                           context.graph.cards[size_t(contact.asker)].card->kind == CardKind::Voice;
        if (!contact.isPlain || voice || !questions.expectsReply(contact))
            continue;
        const bool lies = questions.isForgetful(number) || unanswered.contains(context.linkRef(contact.link).id);
        if (lies)
            addElement(metric, context.linkRef(contact.link));
        ++(lies ? lying : contact.anyBack || contact.metLater ? answered : unknown);
    }
    setShare(metric, answered, answered + lying, unknown);
    metric.sentence = u"To %1 of %2 from the customer something comes back."_s.arg(answered).arg(
        counted(answered + lying, u"plain arrow"_s, u"plain arrows"_s));
    if (unknown > 0)
        metric.sentence += u" Of %1 more nobody knows."_s.arg(unknown);
    return metric;
}

/// The answered requests with their hops.
class AnsweredHops
{
public:
    AnsweredHops(const MetricContext& context, const Questions& questions) : m_context(context), m_search(context.graph)
    {
        std::map<std::tuple<int, int, int>, std::vector<int>> groups;
        const std::vector<Contact>& contacts = context.threads.contacts();
        QSet<int> named;
        for (const Link& link : context.graph.links) {
            if (!link.connection->answers.isEmpty())
                named.insert(context.graph.connectionIndex(link.connection->answers));
        }
        for (int number = 0; number < int(contacts.size()); ++number) {
            const Contact& contact = contacts[size_t(number)];
            if (!questions.isQuestion(number))
                continue;
            const int said = contact.answered || contact.plainBack || contact.broken ? -1 : questions.saidHops(contact);
            if (said >= 0)
                add(contact, said);
            if (contact.answered)
                groups[{contact.party, contact.request, named.contains(contact.link) ? number : -1}].push_back(number);
        }
        for (const auto& [key, members] : groups)
            measure(members);
    }

    int count = 0;
    int direct = 0; ///< without a hop
    int sum = 0;
    int most = 0;
    QList<ElementRef> farthest; ///< the requests with the most hops

private:
    void add(const Contact& contact, int hops)
    {
        ++count;
        sum += hops;
        direct += hops == 0;
        if (hops > most)
            farthest.clear();
        most = std::max(most, hops);
        if (hops == most && hops > 0)
            farthest += m_context.linkRef(contact.link);
    }

    void measure(const std::vector<int>& members)
    {
        const std::vector<Contact>& contacts = m_context.threads.contacts();
        std::vector<int> answering;
        for (const Link& link : m_context.graph.links) {
            if (link.from >= 0 && m_context.threads.isAnswerTo(link, contacts[size_t(members.front())]))
                answering.push_back(link.from);
        }
        const std::vector<int> hops = m_search.hopsTo(answering);
        const auto jump = [&](int asked) { return !answering.empty() && m_search.isHop(asked, answering.front()); };
        for (const int number : members) {
            const Contact& contact = contacts[size_t(number)];
            const int found = hops[size_t(contact.asked)];
            // An answer that names its request counts even where no thread leads to it.
            add(contact, found >= 0 ? found : int(jump(contact.asked)));
        }
    }

    const MetricContext& m_context;
    HopSearch m_search;
};

void addHopMetrics(const AnsweredHops& hops, QList<Metric>& metrics)
{
    Metric mean = metricOf(u"hops-per-request"_s);
    mean.numerator = hops.sum;
    mean.denominator = hops.count;
    mean.known = hops.count;
    if (hops.count > 0)
        mean.value = mean.numerator / mean.denominator;
    mean.sentence = u"%1 for %2."_s.arg(counted(hops.sum, u"change of hands"_s, u"changes of hands"_s),
                                        counted(hops.count, u"answered request"_s, u"answered requests"_s));
    mean.elements = hops.farthest.mid(0, 256);
    Metric most = metricOf(u"most-hops"_s);
    setCount(most, hops.most, hops.count, 0);
    if (hops.count == 0)
        most.value.reset();
    most.sentence = u"The request that wanders farthest changes hands %1."_s.arg(
        hops.most == 1 ? u"once"_s : u"%1 times"_s.arg(hops.most));
    most.elements = mean.elements;
    Metric first = metricOf(u"first-person-resolution"_s);
    setShare(first, hops.direct, hops.count, 0);
    first.sentence = u"%1 of %2 answered by the role that was asked."_s.arg(hops.direct)
                         .arg(counted(hops.count, u"answered request is"_s, u"answered requests are"_s));
    first.elements = mean.elements;
    metrics += {mean, most, first};
}

} // namespace

void addAnswerMetrics(const MetricContext& context, QList<Metric>& metrics)
{
    const Questions questions(context);
    metrics += answerRate(context, questions);
    metrics += inferredAnswerRate(context, questions);
    metrics += asksPerQuestion(questions);
    addHopMetrics(AnsweredHops(context, questions), metrics);
}

} // namespace throughline
