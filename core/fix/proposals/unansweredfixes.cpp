// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/waits.h"
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

void addAnswer(FixRun& run, const Contact& contact, const QString& id, int from)
{
    const Connection answer = answerTo(run, contact, from);
    const int place = answerPlace(run, contact, from);
    run.add(id,
            u"Let %1 answer %2%3 at %4"_s.arg(run.whoAt(from), run.say.theCustomer(contact.party),
                                              aboutRequest(run, contact.request), run.say.place(place)),
            connect(run.blueprint(), answer));
}

/// What the customer is told turns out to be the answer: the nearest such connection in the thread.
void addMarkedTell(FixRun& run, const Contact& contact)
{
    constexpr size_t Furthest = 2048;
    for (const int node : run.context.threads().thread(contact.asked, Furthest)) {
        for (const int number : run.graph.outLinks(node)) {
            const Link& link = run.graph.links[size_t(number)];
            if (link.traffic != Traffic::ContactOut || link.party != contact.party ||
                link.connection->kind != ConnectionKind::Tell)
                continue;
            Connection answer = *link.connection;
            answer.kind = ConnectionKind::Answer;
            answer.request = run.graph.links[size_t(contact.link)].connection->request;
            run.add(u"mark-as-answer"_s,
                    u"Mark what %1 tells %2 as the answer"_s.arg(run.whoAt(node), run.say.theCustomer(contact.party)),
                    replaceElement(run.blueprint(), answer));
            return;
        }
    }
}

void addNoReply(FixRun& run, const Link& link)
{
    Connection request = *link.connection;
    request.replyExpected = false;
    run.add(u"no-reply-expected"_s,
            u"Say that %1 expects no answer%2 at %3"_s.arg(link.party >= 0 ? run.say.theCustomer(link.party)
                                                                           : run.say.theRolesAt(link.from),
                                                           aboutRequest(run, link.request), run.say.place(link.from)),
            replaceElement(run.blueprint(), request));
}

void addEnds(FixRun& run, const std::vector<int>& ends)
{
    Draft draft = run.draft();
    QStringList names;
    for (const int node : ends) {
        if (!run.graph.isCard(node) || run.cardAt(node).isEnd)
            continue;
        Card card = run.cardAt(node);
        card.isEnd = true;
        draft.put(card);
        names += run.say.place(node);
    }
    run.add(u"mark-end"_s, u"Mark %1 as an end: it rightly stops there"_s.arg(listed(names)), draft.patch());
}

/// Where the role that asked had best hear the reply: at a wait of its own that nothing ends yet, else where it asked.
int replyPlace(FixRun& run, const Link& link)
{
    const ServiceGraph& graph = run.graph;
    if (!graph.isCard(link.from))
        return link.from;
    int best = link.from;
    for (const int wait : run.context.waits().unfed()) {
        const bool later = graph.cards[size_t(wait)].firstColumn >= graph.cards[size_t(link.from)].firstColumn;
        const bool sameRoles = graph.rolesAt(wait).roles == graph.rolesAt(link.from).roles;
        const bool nearer =
            best == link.from || graph.cards[size_t(wait)].firstColumn < graph.cards[size_t(best)].firstColumn;
        if (later && sameRoles && nearer && wait != link.from)
            best = wait;
    }
    return best;
}

void addReply(FixRun& run, const Link& link, const QString& id, int from)
{
    const int place = replyPlace(run, link);
    Connection reply = run.connection(from, place, ConnectionKind::Answer);
    reply.request = link.connection->request;
    run.add(id, u"Let %1 answer %2%3"_s.arg(run.whoAt(from), run.whoAt(place), aboutRequest(run, link.request)),
            connect(run.blueprint(), reply));
}

void mendNoReply(FixRun& run, const Link& link)
{
    const int end = lastPerson(run.graph, run.context.threads().sinksFrom(link.to));
    if (end >= 0)
        addReply(run, link, u"draw-answer"_s, end);
    if (end < 0 || run.graph.rolesAt(end).roles != run.graph.rolesAt(link.to).roles)
        addReply(run, link, u"answer-from-asked"_s, link.to);
    addNoReply(run, link);
}

} // namespace

void mendUnanswered(FixRun& run)
{
    const int number = run.subjectLink();
    if (number < 0)
        return;
    const Link& link = run.graph.links[size_t(number)];
    const Contact* contact = subjectContact(run);
    if (!contact) {
        mendNoReply(run, link);
        return;
    }
    const std::vector<int> ends = run.nodes(Evidence::Part::Culprit);
    const int end = lastPerson(run.graph, ends);
    if (end >= 0)
        addAnswer(run, *contact, u"draw-answer"_s, end);
    if (end < 0 || run.graph.rolesAt(end).roles != run.graph.rolesAt(contact->asked).roles)
        addAnswer(run, *contact, u"answer-from-asked"_s, contact->asked);
    if (contact->isRequest && contact->toldBack)
        addMarkedTell(run, *contact);
    if (contact->isRequest)
        addNoReply(run, link);
    else
        addEnds(run, ends);
}

std::span<const FixProposal> unansweredFixes()
{
    static constexpr std::array proposals{
        FixProposal{u"unanswered-handoff", mendUnanswered},
        FixProposal{u"sometimes-unanswered", mendSometimesUnanswered},
        FixProposal{u"dropped-handoff", mendDroppedHandoff},
        FixProposal{u"customer-must-chase", mendChase},
        FixProposal{u"silent-wait", mendSilentWait},
    };
    return proposals;
}

} // namespace throughline
