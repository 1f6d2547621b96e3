// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

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

/// The link between two nodes, whichever way it runs; -1 where only a lane or a column joins them.
int linkJoining(const ServiceGraph& graph, int left, int right)
{
    for (const int link : graph.outLinks(left)) {
        if (graph.links[size_t(link)].to == right)
            return link;
    }
    for (const int link : graph.inLinks(left)) {
        if (graph.links[size_t(link)].from == right)
            return link;
    }
    return -1;
}

/// The customer card a department could hear: a voice, else the one the way leads to, else the first.
int cardToHear(const ServiceGraph& graph, int nearest)
{
    int first = -1;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.party < 0)
            continue;
        if (node.kind == CardKind::Voice)
            return card;
        if (first < 0 || node.firstColumn < graph.cards[size_t(first)].firstColumn)
            first = card;
    }
    return nearest >= 0 ? nearest : first;
}

/// card is the one of the department nearest to the customer.
Finding sightFinding(const RuleRun& run, const Nearness& near, int number, int card)
{
    const ServiceGraph& graph = run.graph;
    const Department& department = *graph.departments[size_t(number)];
    const int distance = near.distance[size_t(card)];
    const QString name = run.say.department(number);
    const QString heads = QString::number(*department.heads);
    Finding finding;
    finding.subjects = {department.id.value};
    finding.title = u"Customer out of sight: %1"_s.arg(name);
    finding.message =
        distance < 0 ? u"%1 has %2 people, and nothing connects any of them to the customer."_s.arg(name, heads)
                     : u"%1 has %2 people, and the one nearest to the customer, at %3, is %4 connections away."_s.arg(
                           name, heads, run.say.place(card), QString::number(distance));
    finding.consequence = u"In so large a group the customer slips out of sight."_s;
    finding.evidence = {{Evidence::Part::Culprit, run.refOf(card), {}},
                        {Evidence::Part::Subject, run.departmentRef(number), {}}};
    int nearest = -1;
    for (int at = card; at >= 0; at = near.towards[size_t(at)]) {
        if (at != card)
            finding.evidence += {Evidence::Part::Path, run.refOf(at), {}};
        const int next = near.towards[size_t(at)];
        if (const int link = next >= 0 ? linkJoining(graph, at, next) : -1; link >= 0)
            finding.evidence += {Evidence::Part::Path, run.linkRef(link), {}};
        nearest = graph.partyOf(at) >= 0 && graph.isCard(at) ? at : nearest;
    }
    const int heard = cardToHear(graph, nearest);
    finding.evidence += {Evidence::Part::Missing, run.refOf(heard), run.refOf(card)};
    finding.remedies = {
        u"Give %1 a contact of its own with the customer, or let it hear what is said at %2."_s.arg(
            name, run.say.place(heard)),
        u"Split %1 into departments of at most %2 people."_s.arg(name, QString::number(run.parameter(u"heads")))};
    return finding;
}

} // namespace

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
        run.add(sightFinding(run, near, int(number), card));
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
        finding.title = u"Unowned moment: %1"_s.arg(run.say.card(card));
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
