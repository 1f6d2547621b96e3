// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/askables.h"
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/model/queries.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

constexpr size_t MostShown = 16;

/// What a role may be asked, sorted by what it does about it.
struct Asked
{
    std::vector<const Askable*> fulfils;
    std::vector<const Askable*> passes;
    std::vector<const Askable*> refuses;

    [[nodiscard]] size_t known() const { return fulfils.size() + passes.size() + refuses.size(); }
};

/// The company cards at which customers meet a role, or, met nowhere, the card a request is drawn into.
std::vector<int> placesOf(RuleRun& run, int role, const std::vector<const Askable*>& asked)
{
    std::vector<int> places;
    const auto add = [&](int node) {
        if (std::ranges::binary_search(run.graph.rolesAt(node).roles, role) &&
            std::ranges::find(places, node) == places.end() && places.size() < MostShown)
            places.push_back(node);
    };
    for (const Askable* askable : asked) {
        if (askable->link >= 0)
            add(run.graph.links[size_t(askable->link)].to);
    }
    for (const int card : run.context.meetings().cardsOf(role)) {
        for (const int node : run.graph.serving(card))
            add(node);
    }
    return places;
}

QString customerOf(RuleRun& run, int role, const std::vector<const Askable*>& asked)
{
    for (const Askable* askable : asked) {
        if (askable->link >= 0)
            return run.say.theCustomer(run.graph.links[size_t(askable->link)].party);
    }
    const std::vector<int>& met = run.context.meetings().cardsOf(role);
    return met.empty() ? u"the customer"_s : run.say.theCustomer(run.graph.cards[size_t(met.front())].party);
}

QString nameOfRequest(const RuleRun& run, const Askable& askable)
{
    if (askable.request >= 0)
        return run.say.request(askable.request);
    const QString label = run.say.label(askable.link);
    return label.isEmpty() ? u"what is asked at "_s + run.say.place(run.graph.links[size_t(askable.link)].from) : label;
}

QString namesOfRequests(const RuleRun& run, const std::vector<const Askable*>& asked)
{
    QStringList names;
    for (const Askable* askable : asked)
        names += nameOfRequest(run, *askable);
    return listed(names);
}

std::vector<int> fetchedRoles(const std::vector<const Askable*>& asked)
{
    std::vector<int> roles;
    // Of several it may go to, the first on the shortest way to somebody who does it.
    for (const Askable* askable : asked) {
        if (askable->next >= 0)
            roles.push_back(askable->next);
        else
            roles.insert(roles.end(), askable->passesTo.begin(), askable->passesTo.end());
    }
    std::sort(roles.begin(), roles.end());
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    return roles;
}

/// The connections by which cards of a role fetch others.
void addFetchingLinks(const RuleRun& run, const std::vector<int>& places, const std::vector<int>& fetched,
                      Finding& finding)
{
    for (const int place : places) {
        for (const int number : run.graph.outLinks(place)) {
            const Link& link = run.graph.links[size_t(number)];
            if (link.traffic != Traffic::Inside)
                continue;
            const std::vector<int>& roles = run.graph.rolesAt(link.to).roles;
            if (std::ranges::any_of(fetched, [&](int role) { return std::ranges::binary_search(roles, role); }))
                finding.evidence += {Evidence::Part::Culprit, run.linkRef(number), {}};
        }
    }
}

/// Who could do what a role cannot: for each request one role that fulfils it, met by customers if there is one.
class Doers
{
public:
    explicit Doers(RuleRun& run) : m_run(run) {}
    /// A role, -1 = nobody is said to.
    [[nodiscard]] int of(int request)
    {
        if (const auto known = m_known.constFind(request); known != m_known.constEnd())
            return *known;
        const ServiceGraph& graph = m_run.graph;
        const RequestReach reach = m_run.context.capabilities().reachOf(graph.requests[size_t(request)]->id);
        int doer = -1;
        bool met = false;
        for (int role = 0; role < int(graph.roles.size()) && !met; ++role) {
            if (reach.at(graph.roles[size_t(role)]->id).outcome != RoleOutcome::Fulfils)
                continue;
            met = m_run.context.meetings().isAskable(role, *graph.requests[size_t(request)]);
            if (doer < 0 || met)
                doer = role;
        }
        m_known.insert(request, doer);
        return doer;
    }
    /// A card at which it acts, -1 = none.
    [[nodiscard]] int cardOf(int role) const
    {
        for (int card = 0; card < m_run.graph.cardCount(); ++card) {
            if (m_run.graph.sideOf(card) == Side::Company &&
                std::ranges::binary_search(m_run.graph.rolesAt(card).roles, role))
                return card;
        }
        return -1;
    }
    /// Adds the way from one role to who could do it, as far as there are cards to draw it between.
    void addGhost(int request, int role, const std::vector<int>& places, Finding& finding)
    {
        const int doer = of(request);
        const int card = doer >= 0 && doer != role ? cardOf(doer) : -1;
        if (card >= 0 && !places.empty() && places.front() != card)
            finding.evidence += {Evidence::Part::Missing, m_run.refOf(places.front()), m_run.refOf(card)};
    }

private:
    RuleRun& m_run;
    QHash<int, int> m_known;
};

QString deadEndRoleMessage(RuleRun& run, int role, const Asked& asked)
{
    const QString name = run.say.theRole(role);
    const QString customer = customerOf(run, role, asked.passes);
    const QString others = run.say.theRoles(fetchedRoles(asked.passes), u"or"_s);
    const QString passed = namesOfRequests(run, asked.passes);
    if (asked.fulfils.empty()) {
        const QString none = asked.known() == 2 ? u"neither"_s : u"none of them"_s;
        return u"Asked for %1 things, %2 can do %3: for %4 %2 can only fetch %5."_s.arg(QString::number(asked.known()),
                                                                                        name, none, passed, others);
    }
    return u"%1 can do %2 of %3 things %4 may ask for here; for %5 %6 can only fetch %7."_s.arg(
        sentenceStart(name), QString::number(asked.fulfils.size()), QString::number(asked.known()), customer, passed,
        name, others);
}

Finding deadEndRoleFinding(RuleRun& run, int role, const Asked& asked)
{
    const QString name = run.say.theRole(role);
    const QString customer = customerOf(run, role, asked.passes);
    const std::vector<int> fetched = fetchedRoles(asked.passes);
    const std::vector<int> places = placesOf(run, role, asked.passes);
    const Askable* dearest = *std::ranges::max_element(asked.passes, {}, [](const Askable* a) { return a->hops; });
    Finding finding;
    finding.subjects = {run.roleRef(role).id};
    finding.detail = u"%1 of %2"_s.arg(asked.fulfils.size()).arg(asked.known());
    finding.title = u"Dead-end role: %1"_s.arg(run.say.role(role));
    finding.message = deadEndRoleMessage(run, role, asked);
    finding.consequence = u"%1 asks, waits for a second person and asks again."_s.arg(sentenceStart(customer));
    finding.remedies = {
        u"Let %1 see to %2."_s.arg(name, nameOfRequest(run, *dearest)),
        u"Let %1 ask %2 directly."_s.arg(customer, run.say.theRoles(fetched, u"or"_s)),
    };
    if (!places.empty())
        finding.remedies += u"Move %1 to %2."_s.arg(run.say.place(places.front()), run.say.theRole(fetched.front()));
    finding.remedies +=
        u"Accept it with the reason, if it must be so (a licence to serve alcohol, a key to the till)."_s;
    for (const int place : places)
        finding.evidence += {Evidence::Part::Subject, run.refOf(place), {}};
    finding.evidence += {Evidence::Part::Subject, run.roleRef(role), {}};
    addFetchingLinks(run, places, fetched, finding);
    for (const int other : fetched)
        finding.evidence += {Evidence::Part::Path, run.roleRef(other), {}};
    for (const Askable* askable : asked.passes) {
        if (askable->request >= 0)
            finding.evidence += {Evidence::Part::Path, run.requestRef(askable->request), {}};
        if (askable->link >= 0)
            finding.evidence += {Evidence::Part::Path, run.linkRef(askable->link), {}};
    }
    for (const Askable* askable : asked.passes) {
        if (askable->link < 0)
            continue;
        const Link& link = run.graph.links[size_t(askable->link)];
        finding.evidence += {Evidence::Part::Missing, run.refOf(link.to), run.refOf(link.from)};
    }
    return finding;
}

Finding deadEndRequestFinding(RuleRun& run, const Askable& askable, Doers& doers)
{
    const QString name = run.say.theRole(askable.role);
    const QString request = run.say.request(askable.request);
    const QString customer = customerOf(run, askable.role, {&askable});
    Finding finding;
    finding.subjects = {run.roleRef(askable.role).id};
    finding.variant = run.graph.requests[size_t(askable.request)]->id.value;
    finding.detail = finding.variant;
    finding.title =
        u"Dead-end request: %1 at %2"_s.arg(run.say.requestTitle(askable.request), run.say.role(askable.role));
    if (askable.outcome == RoleOutcome::Circles)
        finding.message = u"Ask %1 for %2 and it is passed into a circle: %3 only sends it round."_s.arg(
            name, request, run.say.theRoles(askable.passesTo, u"or"_s));
    else if (askable.passesTo.empty())
        finding.message = u"Ask %1 for %2 and it goes no further: %1 can neither do it nor fetch anyone who can."_s.arg(
            name, request);
    else
        finding.message = u"Ask %1 for %2 and it goes no further: it is passed to %3, where it dies."_s.arg(
            name, request, run.say.theRoles(askable.passesTo, u"or"_s));
    const int doer = doers.of(askable.request);
    finding.consequence = u"%1 has to find out alone whom to ask instead."_s.arg(sentenceStart(customer));
    finding.remedies = {
        u"Let %1 see to %2."_s.arg(name, request),
        doer >= 0 ? u"Let %1 pass %2 to %3, who can."_s.arg(name, request, run.say.theRole(doer))
                  : u"Let %1 pass %2 to a role that can."_s.arg(name, request),
        u"If %1 can do more than is listed, take back \u201conly these\u201d."_s.arg(name),
        u"If %1 cannot be asked for there, name the phases in which it can."_s.arg(request),
    };
    const std::vector<int> places = placesOf(run, askable.role, {&askable});
    for (const int place : places)
        finding.evidence += {Evidence::Part::Subject, run.refOf(place), {}};
    finding.evidence += {Evidence::Part::Culprit, run.roleRef(askable.role), {}};
    finding.evidence += {Evidence::Part::Path, run.requestRef(askable.request), {}};
    if (askable.link >= 0)
        finding.evidence += {Evidence::Part::Path, run.linkRef(askable.link), {}};
    for (const int role : askable.passesTo)
        finding.evidence += {Evidence::Part::Path, run.roleRef(role), {}};
    addFetchingLinks(run, places, askable.passesTo, finding);
    doers.addGhost(askable.request, askable.role, places, finding);
    return finding;
}

Finding circleFinding(RuleRun& run, const AskableTable::Circle& circle, Doers& doers)
{
    const QString request = run.say.request(circle.request);
    Finding finding;
    finding.subjects = {run.graph.requests[size_t(circle.request)]->id.value};
    QStringList roles;
    QStringList names;
    for (const int role : circle.roles) {
        roles += run.roleRef(role).id;
        names += run.say.role(role);
    }
    finding.variant = roles.join(u'>');
    finding.detail = finding.variant;
    finding.title = u"Pass-on loop: %1"_s.arg(run.say.requestTitle(circle.request));
    finding.message = circle.roles.size() == 1
                          ? u"Asked for %1, %2 passes it to nobody else."_s.arg(request, withArticle(names.front()))
                          : u"Asked for %1, %2 pass it round among themselves, and nobody sees to it."_s.arg(
                                request, withArticle(listed(names)));
    const int doer = doers.of(circle.request);
    finding.consequence = u"Whoever asks for %1 is sent from one to the next and back again."_s.arg(request);
    finding.remedies = {
        u"Let %1 see to %2."_s.arg(run.say.theRoles(circle.roles, u"or"_s), request),
        doer >= 0 ? u"Let one of them pass %1 to %2, who can."_s.arg(request, run.say.theRole(doer))
                  : u"Let one of them pass %1 to somebody outside the circle who can."_s.arg(request),
    };
    for (const int role : circle.roles) {
        for (const int place : placesOf(run, role, {}))
            finding.evidence += {Evidence::Part::Path, run.refOf(place), {}};
    }
    for (const int role : circle.roles)
        finding.evidence += {Evidence::Part::Culprit, run.roleRef(role), {}};
    finding.evidence += {Evidence::Part::Path, run.requestRef(circle.request), {}};
    doers.addGhost(circle.request, circle.roles.front(), placesOf(run, circle.roles.front(), {}), finding);
    return finding;
}

} // namespace

void findDeadEndRoles(RuleRun& run)
{
    const std::vector<Askable>& entries = run.context.askables().entries();
    const auto passes = size_t(run.parameter(u"passes"));
    const double share = run.parameter(u"share");
    for (size_t begin = 0; begin < entries.size();) {
        const int role = entries[begin].role;
        Asked asked;
        for (; begin < entries.size() && entries[begin].role == role; ++begin) {
            const Askable& entry = entries[begin];
            if (entry.own == OwnAbility::Fulfils)
                asked.fulfils.push_back(&entry);
            else if (entry.own == OwnAbility::PassesOn)
                asked.passes.push_back(&entry);
            else if (entry.own == OwnAbility::Refuses)
                asked.refuses.push_back(&entry);
        }
        if (asked.passes.size() >= passes && double(asked.fulfils.size()) < share * double(asked.known()))
            run.add(deadEndRoleFinding(run, role, asked));
    }
    const int total = int(entries.size());
    run.cover(total - run.context.askables().unknownCount(), total, u"things that can be asked of a role"_s,
              run.context.askables().unknownCount() > 0 ? u"nobody has said what the role does about them"_s
                                                        : QString());
}

void findDeadEndRequests(RuleRun& run)
{
    int total = 0;
    int known = 0;
    Doers doers(run);
    for (const Askable& entry : run.context.askables().entries()) {
        if (entry.request < 0)
            continue;
        ++total;
        known += entry.outcome != RoleOutcome::Unknown ? 1 : 0;
        const bool circles = entry.outcome == RoleOutcome::Circles && !entry.inCircle;
        if (entry.outcome == RoleOutcome::Dies || circles)
            run.add(deadEndRequestFinding(run, entry, doers));
    }
    run.cover(known, total, u"requests of a role"_s,
              known < total ? u"somebody on the way has not said what becomes of them"_s : QString());
}

void findPassOnLoops(RuleRun& run)
{
    Doers doers(run);
    for (const AskableTable::Circle& circle : run.context.askables().circles())
        run.add(circleFinding(run, circle, doers));
    const int requests = int(run.graph.requests.size());
    run.cover(requests, requests, u"requests"_s);
}

std::span<const Rule> deadEndRules()
{
    static constexpr std::array rules{
        Rule{u"dead-end-role", findDeadEndRoles},
        Rule{u"dead-end-request", findDeadEndRequests},
        Rule{u"pass-on-loop", findPassOnLoops},
        Rule{u"customer-stuck", findStuckCustomers},
    };
    return rules;
}

} // namespace throughline
