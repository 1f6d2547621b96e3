// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/threadquestions.h"
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// The first cards of the branches on which the customer is forgotten.
std::vector<int> branchesOf(const FixRun& run)
{
    std::vector<int> branches;
    for (const ElementRef& ref : run.evidence(Evidence::Part::Culprit)) {
        const int link = ref.kind == ElementKind::Connection ? run.graph.connectionIndex(ConnectionId(ref.id)) : -1;
        const int node = link >= 0 ? run.graph.links[size_t(link)].to : run.nodeOf(ref);
        if (node >= 0 && run.graph.partyOf(node) < 0 && std::ranges::find(branches, node) == branches.end())
            branches.push_back(node);
    }
    return branches;
}

/// Where the forgotten branches end: the one card without continuation, else where the branch begins.
std::vector<int> endsOf(FixRun& run)
{
    constexpr size_t Most = 16;
    std::vector<int> ends;
    std::vector<int> forks;
    const auto add = [&](int node) {
        if (std::ranges::find(ends, node) == ends.end() && ends.size() < Most)
            ends.push_back(node);
    };
    for (const int branch : branchesOf(run)) {
        const std::vector<int>& sinks = run.context.threads().sinksFrom(branch);
        if (sinks.size() == 1)
            add(sinks.front());
        else
            forks.push_back(branch);
    }
    for (const int branch : forks) {
        const std::vector<int>& sinks = run.context.threads().sinksFrom(branch);
        if (!isDecision(run.graph, branch)) {
            const auto known = [&](int sink) { return std::ranges::find(ends, sink) != ends.end(); };
            if (sinks.empty() || !std::ranges::all_of(sinks, known))
                add(branch);
            continue;
        }
        for (const int sink : sinks)
            add(sink);
    }
    return ends;
}

QString placesOf(const FixRun& run, const std::vector<int>& nodes)
{
    QStringList names;
    for (const int node : nodes)
        names += run.say.place(node);
    return listed(names);
}

void addAnswers(FixRun& run, const Contact& contact, const std::vector<int>& ends)
{
    QList<Connection> answers;
    for (const int end : ends)
        answers += answerTo(run, contact, end);
    const QString customer = run.say.theCustomer(contact.party);
    const QString text =
        ends.size() == 1
            ? u"Let %1 answer %2%3 too, at %4"_s.arg(run.whoAt(ends.front()), customer,
                                                     aboutRequest(run, contact.request),
                                                     run.say.place(answerPlace(run, contact, ends.front())))
            : u"Answer %1%2 from %3 too"_s.arg(customer, aboutRequest(run, contact.request), placesOf(run, ends));
    run.add(u"answer-on-branch"_s, text, withConnections(run, answers));
}

/// Whoever was asked says that it is not to be.
void addNo(FixRun& run, const Contact& contact, const std::vector<int>& ends)
{
    const ServiceGraph& graph = run.graph;
    const int end = ends.front();
    if (!graph.isCard(contact.asked) || !graph.isCard(end) ||
        graph.rolesAt(contact.asked).roles == graph.rolesAt(end).roles)
        return;
    const QString customer = run.say.theCustomer(contact.party);
    const Card& asked = *graph.cards[size_t(contact.asked)].card;
    Card no = run.card(asked.lane, graph.cards[size_t(end)].card->firstStep, u"Tell %1 no"_s.arg(customer));
    no.roles = asked.roles;
    Draft draft = run.draft();
    draft.put(no);
    for (const int node : ends) {
        Connection handOver = run.connection(node, contact.asked, ConnectionKind::Handover);
        handOver.to = no.id;
        draft.put(handOver);
    }
    Connection answer = answerTo(run, contact, end);
    answer.from = no.id;
    answer.label = u"no"_s;
    draft.put(answer);
    run.add(u"say-no"_s,
            u"Let %1 tell %2 no after %3"_s.arg(run.say.theRolesAt(contact.asked), customer, placesOf(run, ends)),
            draft.patch());
}

/// The nearest card of the thread that answers, -1 = none is near.
int answeringCard(FixRun& run, const Contact& contact)
{
    constexpr size_t Furthest = 2048;
    for (const int node : run.context.threads().thread(contact.asked, Furthest)) {
        for (const int number : run.graph.outLinks(node)) {
            const Link& link = run.graph.links[size_t(number)];
            const bool back = link.traffic == Traffic::ContactOut && link.party == contact.party;
            if (contact.isRequest ? run.context.threads().isAnswerTo(link, contact) : back)
                return node;
        }
    }
    return -1;
}

void addMerge(FixRun& run, const Contact& contact, const std::vector<int>& ends)
{
    const int answering = answeringCard(run, contact);
    if (answering < 0)
        return;
    QList<Connection> ways;
    for (const int end : ends) {
        if (end == answering)
            return;
        const bool own = run.graph.rolesAt(end).roles == run.graph.rolesAt(answering).roles;
        ways += run.connection(end, answering, own ? ConnectionKind::Flow : ConnectionKind::Handover);
    }
    run.add(u"merge-branch"_s,
            u"Lead %1 back to %2, where the answer is given"_s.arg(placesOf(run, ends), run.say.place(answering)),
            withConnections(run, ways));
}

} // namespace

void mendSometimesUnanswered(FixRun& run)
{
    const Contact* contact = subjectContact(run);
    if (!contact)
        return;
    const std::vector<int> ends = endsOf(run);
    if (ends.empty())
        return;
    addAnswers(run, *contact, ends);
    addNo(run, *contact, ends);
    addMerge(run, *contact, ends);
}

} // namespace throughline
