// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/check/rules/threadwords.h"
#include "core/check/threads.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <deque>
#include <optional>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// The nodes on the way with the fewest changes of role from the asked card to one that answers, or nothing where it
/// takes fewer than so many, or none is found within a long search.
std::vector<int> longWay(const ServiceGraph& graph, const ThreadAnalysis& threads, const Contact& contact, int least,
                         int& hops)
{
    constexpr qsizetype Furthest = 20'000;
    std::deque<std::pair<int, int>> open{{contact.asked, 0}};
    QHash<int, int> cameFrom{{contact.asked, -1}};
    QHash<int, int> distance{{contact.asked, 0}};
    QSet<int> done;
    while (!open.empty() && done.size() < Furthest) {
        const auto [node, changes] = open.front();
        open.pop_front();
        if (done.contains(node))
            continue;
        done.insert(node);
        const auto answers = [&](int link) { return threads.isAnswerTo(graph.links[size_t(link)], contact); };
        if (std::ranges::any_of(graph.outLinks(node), answers)) {
            hops = changes;
            std::vector<int> way;
            for (int at = node; changes >= least && at >= 0; at = cameFrom.value(at, -1))
                way.insert(way.begin(), at);
            return way;
        }
        for (const int target : graph.inside.successors(node)) {
            const int step = graph.shareRole(node, target) ? 0 : 1;
            if (distance.value(target, changes + 2) <= changes + step)
                continue;
            distance.insert(target, changes + step);
            cameFrom.insert(target, node);
            if (step == 0)
                open.push_front({target, changes});
            else
                open.push_back({target, changes + 1});
        }
    }
    return {};
}

Finding silentFinding(const RuleRun& run, const Contact& contact, const std::vector<int>& way, int hops)
{
    const QString customer = run.say.theCustomer(contact.party);
    Finding finding;
    finding.subjects = {run.linkRef(contact.link).id};
    finding.detail = u"%1 hops"_s.arg(hops);
    finding.title = u"Silent wait: %1"_s.arg(run.say.requestTitle(contact.request));
    QStringList roles;
    for (const int node : way) {
        const QString name = run.say.theRolesAt(node);
        if (roles.isEmpty() || roles.last() != name)
            roles += name;
    }
    finding.message = u"%1 goes from %2 before %3 is answered, and nobody tells %3 anything meanwhile."_s.arg(
        contact.request >= 0 ? run.say.request(contact.request) : u"The request"_s, roles.join(u" to "_s), customer);
    finding.consequence = u"%1 does not know whether anybody is still at it."_s.arg(sentenceStart(customer));
    finding.remedies = {
        u"Let %1 tell %2 that it is being seen to, and by when."_s.arg(run.say.theRolesAt(contact.asked), customer),
        u"Promise a time: give the wait of %1 a duration."_s.arg(customer),
    };
    finding.evidence = {{Evidence::Part::Subject, run.linkRef(contact.link), {}}};
    for (const int node : way)
        finding.evidence += {Evidence::Part::Path, run.refOf(node), {}};
    finding.evidence +=
        {Evidence::Part::Missing, run.refOf(contact.asked), run.refOf(nextCustomerCard(run.graph, contact))};
    return finding;
}

/// The cards at which a finding of unanswered-handoff says that a request dies.
std::vector<char> deathBeds(RuleRun& run)
{
    std::vector<char> dying(size_t(run.graph.nodeCount()), 0);
    if (!run.context.isOn(u"unanswered-handoff"))
        return dying;
    const auto add = [&](const std::vector<int>& ends) {
        for (const int node : ends)
            dying[size_t(node)] = 1;
    };
    for (const UnansweredContact& unanswered : surveyUnanswered(run.context).unanswered)
        add(unanswered.ends);
    for (const InsideRequest& request : run.context.threads().insideRequests()) {
        if (!request.returns && !request.broken)
            add(run.context.threads().sinksFrom(run.graph.links[size_t(request.link)].to));
    }
    return dying;
}

/// The customers' cards from left to right.
std::vector<int> customersByColumn(const ServiceGraph& graph)
{
    std::vector<int> cards;
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party >= 0)
            cards.push_back(card);
    }
    std::ranges::stable_sort(cards, {}, [&](int card) { return graph.cards[size_t(card)].firstColumn; });
    return cards;
}

/// The first customer card not left of a card: where its work might be heading. -1 = none.
int customerAfter(const ServiceGraph& graph, const std::vector<int>& customers, int card)
{
    const auto next = std::ranges::lower_bound(customers, graph.cards[size_t(card)].firstColumn, {},
                                               [&](int other) { return graph.cards[size_t(other)].firstColumn; });
    return next == customers.end() ? -1 : *next;
}

bool isDropped(const ServiceGraph& graph, const Link& link)
{
    if (link.traffic != Traffic::Inside || link.kind != ConnectionKind::Handover || !graph.isCard(link.to) ||
        graph.shareRole(link.from, link.to))
        return false;
    const CardNode& receiver = graph.cards[size_t(link.to)];
    const auto fromCustomer = [&](int in) { return graph.links[size_t(in)].traffic == Traffic::ContactIn; };
    return graph.outLinks(link.to).empty() && graph.inside.successors(link.to).empty() && !receiver.card->isEnd &&
           receiver.kind != CardKind::Strategy && std::ranges::none_of(graph.inLinks(link.to), fromCustomer);
}

} // namespace

void findSilentWaits(RuleRun& run)
{
    const int least = int(run.parameter(u"hops"));
    const ThreadAnalysis& threads = run.context.threads();
    int total = 0;
    for (const Contact& contact : threads.contacts()) {
        if (!contact.isRequest || !contact.answered)
            continue;
        ++total;
        if (contact.toldBack)
            continue;
        int hops = 0;
        const std::vector<int> way = longWay(run.graph, threads, contact, least, hops);
        if (!way.empty())
            run.add(silentFinding(run, contact, way, hops));
    }
    run.cover(total, total, u"answered requests"_s);
}

void findDroppedHandoffs(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    std::optional<std::vector<char>> dying;
    std::vector<int> customers;
    int total = 0;
    for (int number = 0; number < int(graph.links.size()); ++number) {
        const Link& link = graph.links[size_t(number)];
        total += link.traffic == Traffic::Inside && link.kind == ConnectionKind::Handover ? 1 : 0;
        if (!isDropped(graph, link))
            continue;
        if (!dying) {
            dying = deathBeds(run);
            customers = customersByColumn(graph);
        }
        if ((*dying)[size_t(link.to)])
            continue;
        const QString giver = run.say.theRolesAt(link.from);
        const QString taker = run.say.theRolesAt(link.to);
        Finding finding;
        finding.subjects = {link.connection->id.value};
        finding.detail = u"ends at "_s + run.idOf(link.to);
        finding.title = u"Dropped handoff: %1"_s.arg(run.say.place(link.to));
        finding.message =
            u"%1 hands over to %2, and there it lies: nothing follows %3."_s.arg(giver, taker, run.say.place(link.to));
        finding.consequence = u"Whatever was handed over never gets back to a customer."_s;
        finding.remedies = {
            u"Draw what %1 does next after %2."_s.arg(taker, run.say.place(link.to)),
            u"Mark %1 as an end, if the work rightly ends there."_s.arg(run.say.place(link.to)),
            u"Hand over to somebody who can go on with it."_s,
        };
        finding.evidence = {{Evidence::Part::Culprit, run.linkRef(number), {}},
                            {Evidence::Part::Subject, run.refOf(link.to), {}},
                            {Evidence::Part::Path, run.refOf(link.from), {}}};
        if (const int next = customerAfter(graph, customers, link.to); next >= 0)
            finding.evidence += {Evidence::Part::Missing, run.refOf(link.to), run.refOf(next)};
        run.add(std::move(finding));
    }
    run.cover(total, total, u"hand-overs"_s);
}

} // namespace throughline
