// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/chase.h"
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

QString unansweredSentence(const RuleRun& run, const Contact& contact)
{
    return u"%1 asks %2 for %3 and gets no answer."_s.arg(sentenceStart(run.say.theCustomer(contact.party)),
                                                          run.say.theRolesAt(contact.asked),
                                                          run.say.request(contact.request));
}

/// The contacts that a send-away answers, by their link: those that lead to its start inside the company, nearest
/// first, so many at most.
std::vector<int> askedBefore(const ServiceGraph& graph, const Link& sendAway)
{
    constexpr size_t Furthest = 256;
    std::vector<int> asks;
    std::vector<int> open{sendAway.from};
    QSet<int> seen{sendAway.from};
    for (size_t i = 0; i < open.size() && open.size() < Furthest; ++i) {
        for (const int number : graph.inLinks(open[i])) {
            const Link& link = graph.links[size_t(number)];
            if (link.traffic == Traffic::ContactIn && link.party == sendAway.party)
                asks.push_back(number);
            if (link.traffic == Traffic::Inside && !seen.contains(link.from)) {
                seen.insert(link.from);
                open.push_back(link.from);
            }
        }
    }
    return asks;
}

/// The first time the customer turns to the company again after being sent away; -1 = nothing of the kind is drawn
/// near.
int askedAfter(const ServiceGraph& graph, const Link& sendAway)
{
    constexpr size_t Furthest = 256;
    std::vector<int> open{sendAway.to};
    QSet<int> seen{sendAway.to};
    for (size_t i = 0; i < open.size() && open.size() < Furthest; ++i) {
        if (open[i] < graph.nodeCount()) {
            for (const int number : graph.outLinks(open[i])) {
                if (graph.links[size_t(number)].traffic == Traffic::ContactIn)
                    return number;
            }
        }
        for (const int target : graph.journey.successors(open[i])) {
            if (!seen.contains(target)) {
                seen.insert(target);
                open.push_back(target);
            }
        }
    }
    return -1;
}

/// "to call again", "to go to the Cashier (Finance)", or, where the drawing does not say, both.
QString whereTo(const RuleRun& run, const Link& sendAway, int next)
{
    if (next < 0)
        return u"to come back, call again or go elsewhere"_s;
    const int asked = run.graph.links[size_t(next)].to;
    const RoleSet& there = run.graph.rolesAt(asked);
    if (haveCommon(run.graph.rolesAt(sendAway.from).roles, there.roles))
        return u"to call back or come again"_s;
    const QString name = run.say.theRolesAt(asked);
    return there.departments.empty() ? u"to go to %1"_s.arg(name)
                                     : u"to go to %1 (%2)"_s.arg(name, run.say.departments(there.departments));
}

Finding sentAwayFinding(RuleRun& run, int number)
{
    const Link& link = run.graph.links[size_t(number)];
    const QString customer = run.say.theCustomer(link.party);
    const QString sender = run.say.theRolesAt(link.from);
    const int next = askedAfter(run.graph, link);
    Finding finding;
    finding.subjects = {link.connection->id.value};
    finding.detail = u"sent away"_s;
    finding.title = u"Customer must chase: sent away by %1"_s.arg(sender);
    finding.message =
        u"%1 sends %2 away at %3, %4."_s.arg(sender, customer, run.say.place(link.from), whereTo(run, link, next));
    finding.consequence = u"The work of remembering and asking again falls to %1."_s.arg(customer);
    finding.remedies = {
        u"Let %1 take down what %2 wants, see to it and answer; draw the answer from %3."_s.arg(
            sender, customer, run.say.place(link.from)),
        u"Hand it over inside to whoever can help, with what %1 has already said."_s.arg(customer),
    };
    finding.evidence = {{Evidence::Part::Culprit, run.linkRef(number), {}},
                        {Evidence::Part::Path, run.refOf(link.from), {}},
                        {Evidence::Part::Path, run.refOf(link.to), {}}};
    for (const int ask : askedBefore(run.graph, link))
        finding.evidence += {Evidence::Part::Path, run.linkRef(ask), {}};
    if (next >= 0) {
        const Link& again = run.graph.links[size_t(next)];
        finding.evidence += {Evidence::Part::Path, run.linkRef(next), {}};
        if (!run.graph.shareRole(link.from, again.to))
            finding.evidence += {Evidence::Part::Missing, run.refOf(link.from), run.refOf(again.to)};
    }
    return finding;
}

/// The requests that go unanswered because the customer is sent away: no findings of their own.
QStringList unansweredBefore(const RuleRun& run, const Link& sendAway, const std::vector<int>& contactOfLink)
{
    QStringList sentences;
    for (const int ask : askedBefore(run.graph, sendAway)) {
        const int number = contactOfLink[size_t(ask)];
        if (number < 0)
            continue;
        const Contact& contact = run.context.threads().contacts()[size_t(number)];
        if (contact.isRequest && !contact.answered)
            sentences += unansweredSentence(run, contact);
    }
    return sentences;
}

Finding askedTwiceFinding(RuleRun& run, const ChaseAnalysis::Again& again)
{
    const std::vector<Contact>& contacts = run.context.threads().contacts();
    const Contact& later = contacts[size_t(again.later)];
    const Contact& earlier = contacts[size_t(again.earlier.front())];
    const Request& request = *run.graph.requests[size_t(later.request)];
    const QString customer = run.say.theCustomer(later.party);
    const QString name = run.say.request(later.request);
    Finding finding;
    finding.subjects = {run.linkRef(later.link).id};
    finding.detail = u"asks %1 again"_s.arg(request.id.value);
    finding.title = u"Customer must chase: %1"_s.arg(run.say.requestTitle(later.request));
    finding.message = u"%1 asks %2 for %3 at %4 and again at %5, and hears nothing in between."_s.arg(
        customer, run.say.theRolesAt(earlier.asked), name, run.say.place(earlier.asker), run.say.place(later.asker));
    finding.consequence = u"We make %1 do our remembering for us."_s.arg(customer);
    finding.remedies = {
        u"Let %1 answer before %2 has to ask again; draw the answer from %3."_s.arg(
            run.say.theRolesAt(earlier.asked), customer, run.say.place(earlier.asked)),
        u"Turn the second asking into a wait that %1 ends."_s.arg(run.say.theRolesAt(later.asked)),
    };
    finding.evidence = {{Evidence::Part::Subject, run.linkRef(later.link), {}}};
    for (const int number : again.earlier) {
        const Contact& contact = contacts[size_t(number)];
        finding.evidence += {Evidence::Part::Path, run.linkRef(contact.link), {}};
        if (!contact.answered)
            finding.suppressed += unansweredSentence(run, contact);
    }
    finding.evidence += {Evidence::Part::Missing, run.refOf(earlier.asked), run.refOf(later.asker)};
    return finding;
}

} // namespace

void findChases(RuleRun& run)
{
    const ChaseAnalysis& chase = run.context.chase();
    const std::vector<Contact>& contacts = run.context.threads().contacts();
    std::vector<int> contactOfLink(run.graph.links.size(), -1);
    for (size_t number = 0; number < contacts.size(); ++number)
        contactOfLink[size_t(contacts[number].link)] = int(number);
    for (const int link : chase.sentAway()) {
        Finding finding = sentAwayFinding(run, link);
        finding.suppressed = unansweredBefore(run, run.graph.links[size_t(link)], contactOfLink);
        run.add(std::move(finding));
    }
    for (const ChaseAnalysis::Again& again : chase.askedAgain())
        run.add(askedTwiceFinding(run, again));
    const int requests = int(std::ranges::count_if(contacts, [](const Contact& c) { return c.isRequest; }));
    const int named =
        int(std::ranges::count_if(contacts, [](const Contact& c) { return c.isRequest && c.request >= 0; }));
    run.cover(named, requests, u"requests"_s, named < requests ? u"they do not say what they ask for"_s : QString());
}

} // namespace throughline
