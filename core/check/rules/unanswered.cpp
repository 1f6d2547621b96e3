// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/chase.h"
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/check/rules/threadwords.h"
#include "core/check/threads.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// The roles that are said to see to a request themselves or to pass it to somebody who does. What the drawing merely
/// proves excuses nobody.
class SaidAbilities
{
public:
    explicit SaidAbilities(const ServiceGraph& graph) : m_graph(graph), m_said(graph.blueprint) {}
    [[nodiscard]] bool seesTo(int node, int request)
    {
        if (request < 0 || m_said.isEmpty())
            return false;
        if (!m_reach.contains(request))
            m_reach.insert(request, m_said.reachOf(m_graph.requests[size_t(request)]->id));
        const RequestReach& reach = *m_reach.constFind(request);
        return std::ranges::any_of(m_graph.rolesAt(node).roles, [&](int role) {
            if (m_graph.isUnnamed(role))
                return false;
            const RoleOutcome outcome = reach.at(m_graph.roles[size_t(role)]->id).outcome;
            return outcome == RoleOutcome::Fulfils || outcome == RoleOutcome::PassesOn;
        });
    }

private:
    const ServiceGraph& m_graph;
    Capabilities m_said;
    QHash<int, RequestReach> m_reach;
};

/// The cards at which a thread of plain arrows ends with a person of another role who was not meant to keep it.
std::vector<int> lyingWith(CheckContext& context, const Contact& contact)
{
    const ServiceGraph& graph = context.graph;
    std::vector<int> lying;
    for (const int sink : context.threads().sinksFrom(contact.asked)) {
        if (!graph.isCard(sink) || graph.sideOf(sink) != Side::Company || graph.rolesAt(sink).mayBeSystem ||
            graph.cards[size_t(sink)].card->isEnd)
            continue;
        if (!graph.shareRole(sink, contact.asked))
            lying.push_back(sink);
    }
    return lying;
}

QString idList(const RuleRun& run, const std::vector<int>& nodes)
{
    QStringList ids;
    for (const int node : nodes)
        ids += run.idOf(node);
    return ids.join(u',');
}

QString placeList(const RuleRun& run, const std::vector<int>& nodes)
{
    QStringList names;
    for (const int node : nodes)
        names += run.say.place(node);
    return listed(names);
}

/// "it is handed on to the ProductDesk, and ", or nothing where the asked role keeps it.
QString handedTo(const RuleRun& run, const Contact& contact, const std::vector<int>& ends)
{
    std::vector<int> roles;
    const std::vector<int>& asked = run.graph.rolesAt(contact.asked).roles;
    // Systems only where nobody else received it.
    const bool people = std::ranges::any_of(ends, [&](int node) { return !run.graph.rolesAt(node).mayBeSystem; });
    for (const int node : ends) {
        if (people && run.graph.rolesAt(node).mayBeSystem)
            continue;
        for (const int role : run.graph.rolesAt(node).roles) {
            if (!std::ranges::binary_search(asked, role) && std::ranges::find(roles, role) == roles.end())
                roles.push_back(role);
        }
    }
    return roles.empty() ? QString() : u"it is handed on to %1, and "_s.arg(run.say.theRoles(roles, u"and"_s));
}

QString unansweredMessage(const RuleRun& run, const Contact& contact, const std::vector<int>& ends)
{
    const Phrases& say = run.say;
    const QString customer = sentenceStart(say.theCustomer(contact.party));
    const QString asked = say.theRolesAt(contact.asked);
    const QString opening = contact.isRequest
                                ? u"%1 asks %2 for %3"_s.arg(customer, asked, say.request(contact.request))
                                : u"%1 turns to %2 at %3"_s.arg(customer, asked, say.place(contact.asker));
    const QString nothing = contact.isRequest ? u"no answer ever comes back"_s : u"nothing ever comes back"_s;
    const QString end = ends.empty() ? u"it goes round in circles"_s : u"it ends at "_s + placeList(run, ends);
    return u"%1: %2%3. As drawn, %4."_s.arg(opening, handedTo(run, contact, ends), nothing, end);
}

/// The hand-overs that lie where a request dies: the same work, so no findings of their own.
QStringList droppedAt(const RuleRun& run, const std::vector<int>& ends)
{
    QStringList sentences;
    for (const int node : ends) {
        for (const int number : run.graph.inLinks(node)) {
            const Link& link = run.graph.links[size_t(number)];
            if (link.traffic == Traffic::Inside && link.kind == ConnectionKind::Handover)
                sentences +=
                    u"What %1 hands over at %2 lies there."_s.arg(run.say.theRolesAt(link.from), run.say.place(node));
        }
    }
    return sentences;
}

Finding unansweredFinding(const RuleRun& run, const Contact& contact, const std::vector<int>& ends)
{
    const Phrases& say = run.say;
    const Link& link = run.graph.links[size_t(contact.link)];
    const QString customer = say.theCustomer(contact.party);
    Finding finding;
    finding.subjects = {link.connection->id.value};
    finding.confidence = contact.isRequest ? Confidence::Drawn : Confidence::Inferred;
    finding.detail = ends.empty() ? u"circles"_s : u"dies at "_s + idList(run, ends);
    const QString title = contact.request >= 0 ? say.requestTitle(contact.request) : say.place(contact.asker);
    finding.title = (contact.isRequest ? u"Unanswered handoff: %1"_s : u"Possible unanswered handoff: %1"_s).arg(title);
    finding.message = unansweredMessage(run, contact, ends);
    finding.consequence = u"%1 waits, asks again elsewhere or gives up."_s.arg(sentenceStart(customer));
    const int dying = ends.empty() ? contact.asked : ends.front();
    const int returnTo = nextCustomerCard(run.graph, contact);
    finding.remedies = {u"Draw the answer to %1 from %2."_s.arg(customer, say.place(dying))};
    if (dying != contact.asked)
        finding.remedies += u"Let %1 tell %2 what became of it."_s.arg(say.theRolesAt(contact.asked), customer);
    if (contact.toldBack && contact.isRequest)
        finding.remedies += u"If what %1 is told is the answer, mark it as the answer."_s.arg(customer);
    finding.remedies += contact.isRequest ? u"Say that no reply is expected, if none is."_s
                                          : u"Mark %1 as an end, if it rightly ends there."_s.arg(say.place(dying));
    finding.evidence = {{Evidence::Part::Subject, run.linkRef(contact.link), {}}};
    for (const int node : ends)
        finding.evidence += {Evidence::Part::Culprit, run.refOf(node), {}};
    finding.suppressed = droppedAt(run, ends);
    addThread(run, contact.asked, finding);
    finding.evidence += {Evidence::Part::Missing, run.refOf(dying), run.refOf(returnTo)};
    return finding;
}

Finding noReplyFinding(const RuleRun& run, int number)
{
    const Link& link = run.graph.links[size_t(number)];
    const QString asker = run.say.theRolesAt(link.from);
    const QString asked = run.say.theRolesAt(link.to);
    const std::vector<int>& ends = run.context.threads().sinksFrom(link.to);
    const int dying = ends.empty() ? link.to : ends.front();
    Finding finding;
    finding.subjects = {link.connection->id.value};
    finding.detail = u"no reply"_s;
    finding.title = u"Unanswered handoff: %1"_s.arg(link.request >= 0 ? run.say.requestTitle(link.request)
                                                                      : run.say.place(link.to));
    finding.message = u"%1 asks %2 for %3 and never hears back, nor does any customer."_s.arg(
        asker, asked, run.say.request(link.request));
    finding.consequence = u"Whoever waits for %1 waits in vain, and the customer behind it too."_s.arg(asker);
    finding.remedies = {
        u"Draw the answer from %1 to %2."_s.arg(run.say.place(dying), run.say.place(link.from)),
        u"Say that no reply is expected, if none is."_s,
    };
    finding.evidence = {{Evidence::Part::Subject, run.linkRef(number), {}},
                        {Evidence::Part::Culprit, run.refOf(dying), {}}};
    finding.suppressed = droppedAt(run, ends);
    addThread(run, link.to, finding);
    finding.evidence += {Evidence::Part::Missing, run.refOf(dying), run.refOf(link.from)};
    return finding;
}

Finding unmarkedFinding(const RuleRun& run, const Contact& contact, int back)
{
    const Link& link = run.graph.links[size_t(contact.link)];
    const QString customer = run.say.theCustomer(contact.party);
    Finding finding;
    finding.subjects = {link.connection->id.value};
    finding.title = u"Answer not marked: %1"_s.arg(run.say.requestTitle(contact.request));
    finding.message = u"%1 asks %2 for %3; only plain arrows come back, and none says that it is the answer."_s.arg(
        customer, run.say.theRolesAt(contact.asked), run.say.request(contact.request));
    finding.consequence = u"Whether %1 is answered cannot be known from the drawing."_s.arg(customer);
    finding.evidence = {{Evidence::Part::Subject, run.linkRef(contact.link), {}}};
    if (back >= 0) {
        const Link& arrow = run.graph.links[size_t(back)];
        finding.remedies += u"Mark the arrow from %1 to %2 as the answer, if it is."_s.arg(run.say.place(arrow.from),
                                                                                           run.say.place(arrow.to));
        finding.evidence += {Evidence::Part::Culprit, run.linkRef(back), {}};
    }
    finding.remedies += u"Draw the answer from where the request is seen to."_s;
    return finding;
}

/// Where work may come from a question: a customer turns to the company, or, where it may be so, somebody asks inside.
/// What is loose may be a question too.
std::vector<char> leadFromAQuestion(const ServiceGraph& graph, bool orInside)
{
    std::vector<int> asked;
    for (const Link& link : graph.links) {
        const bool inside = orInside && link.traffic == Traffic::Inside && link.kind == ConnectionKind::Request;
        if (link.to >= 0 && (inside || link.traffic == Traffic::ContactIn || link.traffic == Traffic::Loose))
            asked.push_back(link.to);
    }
    return graph.inside.reachableFrom(asked);
}

Finding unaskedFinding(const RuleRun& run, int number)
{
    const Link& link = run.graph.links[size_t(number)];
    Finding finding;
    finding.subjects = {link.connection->id.value};
    finding.variant = u"no question"_s;
    finding.title = u"Answer to nothing: %1"_s.arg(link.request >= 0 ? run.say.requestTitle(link.request)
                                                                     : run.say.place(link.from));
    const QString about = link.request >= 0 ? u" about "_s + run.say.request(link.request) : QString();
    finding.message = u"%1 answers%2 at %3, and nothing drawn leads there from anyone who asks."_s.arg(
        run.say.theRolesAt(link.from), about, run.say.place(link.from));
    finding.consequence = u"Who asked, and whether the question ever arrives, cannot be known from the drawing."_s;
    finding.remedies = {
        u"Draw the request that %1 answers."_s.arg(run.say.place(link.from)),
        u"If nobody asked, make it a message instead of an answer."_s,
    };
    finding.evidence = {{Evidence::Part::Subject, run.linkRef(number), {}},
                        {Evidence::Part::Culprit, run.refOf(link.from), {}},
                        {Evidence::Part::Missing, run.refOf(link.to), run.refOf(link.from)}};
    return finding;
}

/// Requests that are reported as unanswered or unmarked already: an answer to the same thing that nothing leads to has
/// the same cause.
class MissedRequests
{
public:
    MissedRequests(const ThreadAnalysis& threads, const ServiceGraph& graph)
    {
        for (const Contact& contact : threads.contacts()) {
            if (contact.isRequest && !contact.answered)
                m_missed.insert({contact.party, contact.request});
        }
        for (const InsideRequest& request : threads.insideRequests()) {
            if (!request.returns)
                m_missed.insert({-1, graph.links[size_t(request.link)].request});
        }
    }
    /// An unnamed request or answer may be about anything.
    [[nodiscard]] bool mayHold(const Link& answer) const
    {
        const int party = answer.traffic == Traffic::ContactOut ? answer.party : -1;
        if (answer.request >= 0)
            return m_missed.contains({party, answer.request}) || m_missed.contains({party, -1});
        const auto first = m_missed.lower_bound({party, -1});
        return first != m_missed.end() && first->first == party;
    }

private:
    std::set<std::pair<int, int>> m_missed; ///< customer, -1 = inside; request, -1 = unnamed
};

/// Answers that nothing leads to from anyone who could have asked.
int findUnaskedAnswers(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    std::vector<int> answers;
    for (int number = 0; number < int(graph.links.size()); ++number) {
        const Link& link = graph.links[size_t(number)];
        const bool between = link.traffic == Traffic::ContactOut || link.traffic == Traffic::Inside;
        if (between && link.kind == ConnectionKind::Answer && link.connection->answers.isEmpty())
            answers.push_back(number);
    }
    if (answers.empty())
        return 0;
    const std::vector<char> asked = leadFromAQuestion(graph, true);
    const std::vector<char> askedByCustomer = leadFromAQuestion(graph, false);
    const MissedRequests missed(run.context.threads(), graph);
    for (const int number : answers) {
        const Link& link = graph.links[size_t(number)];
        const std::vector<char>& lead = link.traffic == Traffic::ContactOut ? askedByCustomer : asked;
        if (!lead[size_t(link.from)] && !missed.mayHold(link))
            run.add(unaskedFinding(run, number));
    }
    return int(answers.size());
}

} // namespace

UnansweredSurvey surveyUnanswered(CheckContext& context)
{
    const ServiceGraph& graph = context.graph;
    const std::vector<Contact>& contacts = context.threads().contacts();
    const bool chases = context.isOn(u"customer-must-chase");
    SaidAbilities said(graph);
    UnansweredSurvey survey;
    for (size_t number = 0; number < contacts.size(); ++number) {
        const Contact& contact = contacts[number];
        if (!graph.links[size_t(contact.link)].connection->replyExpected || !(contact.isRequest || contact.isPlain))
            continue;
        ++survey.total;
        if (contact.isRequest) {
            if (contact.answered)
                continue;
            const bool unclear = contact.plainBack || contact.broken || said.seesTo(contact.asked, contact.request);
            survey.unclear += unclear ? 1 : 0;
            if (!unclear && !(chases && context.chase().isChased(int(number))))
                survey.unanswered.push_back({int(number), context.threads().sinksFrom(contact.asked)});
            continue;
        }
        const bool voice = graph.isCard(contact.asker) && graph.cards[size_t(contact.asker)].kind == CardKind::Voice;
        if (voice || contact.anyBack || contact.metLater || contact.broken)
            continue;
        std::vector<int> lying = lyingWith(context, contact);
        if (!lying.empty())
            survey.unanswered.push_back({int(number), std::move(lying)});
    }
    return survey;
}

void findUnanswered(RuleRun& run)
{
    const ThreadAnalysis& threads = run.context.threads();
    UnansweredSurvey survey = surveyUnanswered(run.context);
    for (const UnansweredContact& unanswered : survey.unanswered)
        run.add(unansweredFinding(run, threads.contacts()[size_t(unanswered.contact)], unanswered.ends));
    for (const InsideRequest& request : threads.insideRequests()) {
        ++survey.total;
        survey.unclear += request.broken && !request.returns ? 1 : 0;
        if (!request.returns && !request.broken)
            run.add(noReplyFinding(run, request.link));
    }
    run.cover(survey.total - survey.unclear, survey.total, u"requests"_s,
              survey.unclear > 0 ? u"a plain arrow comes back, a connection is loose or a role is said to see to it"_s
                                 : QString());
}

void findUnmarkedAnswers(RuleRun& run)
{
    const ThreadAnalysis& threads = run.context.threads();
    int total = 0;
    for (const Contact& contact : threads.contacts()) {
        if (!contact.isRequest || !run.graph.links[size_t(contact.link)].connection->replyExpected)
            continue;
        ++total;
        if (!contact.answered && contact.plainBack)
            run.add(unmarkedFinding(run, contact, nearestPlainBack(run.graph, threads, contact)));
    }
    total += findUnaskedAnswers(run);
    run.cover(total, total, u"requests and answers"_s);
}

std::span<const Rule> unansweredRules()
{
    static constexpr std::array rules{
        Rule{u"unanswered-handoff", findUnanswered},   Rule{u"sometimes-unanswered", findSometimesUnanswered},
        Rule{u"customer-must-chase", findChases},      Rule{u"endless-wait", findEndlessWaits},
        Rule{u"mutual-wait", findMutualWaits},         Rule{u"silent-wait", findSilentWaits},
        Rule{u"dropped-handoff", findDroppedHandoffs},
    };
    return rules;
}

} // namespace throughline
