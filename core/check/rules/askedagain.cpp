// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/model/queries.h"

#include <QHash>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// A customer tells a data item at a card.
struct Giving
{
    const DataItem* data = nullptr;
    int party = -1;
    int card = -1;
    int askedBy = -1; ///< company card, -1 = the customer's card says so itself
    bool recheck = false;
    bool sameAsking = false; ///< the company card asks once, further left; it only serves this card as well
};

bool isContactIn(const ServiceGraph& graph, int card, int node)
{
    return std::ranges::any_of(graph.outLinks(card), [&](int number) {
        const Link& link = graph.links[size_t(number)];
        return link.to == node && link.traffic == Traffic::ContactIn;
    });
}

/// The customer card at which a company card does its asking: the first by which the customer turns to it, else the
/// first it serves. -1 for cards that ask nothing.
std::vector<int> askingPlaces(const ServiceGraph& graph)
{
    std::vector<int> places(graph.cards.size(), -1);
    std::vector<char> turnedTo(graph.cards.size(), 0);
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party < 0)
            continue;
        for (const int node : graph.serving(card)) {
            if (!graph.isCard(node) || graph.cards[size_t(node)].card->asks.isEmpty())
                continue;
            int& place = places[size_t(node)];
            const bool turns = isContactIn(graph, card, node);
            const bool first =
                place < 0 || graph.cards[size_t(card)].firstColumn < graph.cards[size_t(place)].firstColumn;
            if (turns > bool(turnedTo[size_t(node)]) || (turns == bool(turnedTo[size_t(node)]) && first)) {
                place = card;
                turnedTo[size_t(node)] = turns;
            }
        }
    }
    return places;
}

/// Asked there by several: deliberate only if all of them say so. What the card itself gives is what it was asked.
void mergeInto(Giving& merged, const Giving& giving)
{
    if (giving.askedBy < 0) {
        merged.sameAsking = false;
        return;
    }
    if (merged.askedBy < 0 || (merged.sameAsking && !giving.sameAsking)) {
        merged.recheck = merged.recheck || giving.recheck;
        merged.askedBy = giving.askedBy;
    } else {
        merged.recheck = merged.recheck && giving.recheck;
    }
    merged.sameAsking = merged.sameAsking && giving.sameAsking;
}

/// Everything the customers tell, each item once a card, ordered by item, customer and place in the journey.
std::vector<Giving> collectGivings(const ServiceGraph& graph)
{
    const std::vector<int> askingPlace = askingPlaces(graph);
    std::vector<Giving> givings;
    const auto add = [&](const DataItemId& id, int card, int askedBy) {
        const DataItem* data = graph.blueprint.find(id);
        if (!data || data->isVolatile)
            return;
        const bool recheck =
            graph.cards[size_t(askedBy < 0 ? card : askedBy)].card->recheck || graph.cards[size_t(card)].card->recheck;
        const bool same = askedBy >= 0 && askingPlace[size_t(askedBy)] != card;
        givings.push_back({data, graph.cards[size_t(card)].party, card, askedBy, recheck, same});
    };
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party < 0)
            continue;
        for (const DataItemId& id : graph.cards[size_t(card)].card->gives)
            add(id, card, -1);
        for (const int node : graph.serving(card)) {
            if (!graph.isCard(node))
                continue;
            for (const DataItemId& id : graph.cards[size_t(node)].card->asks)
                add(id, card, node);
        }
    }
    // Tables keep their elements in the order of their ids, but not at ascending addresses.
    std::ranges::stable_sort(givings, [&](const Giving& l, const Giving& r) {
        if (l.data != r.data)
            return l.data->id < r.data->id;
        const auto place = [&](const Giving& g) {
            return std::tuple(g.party, graph.cards[size_t(g.card)].firstColumn, g.card);
        };
        return place(l) < place(r);
    });
    std::vector<Giving> merged;
    for (const Giving& giving : givings) {
        const bool known = !merged.empty() && merged.back().data == giving.data && merged.back().card == giving.card;
        if (known)
            mergeInto(merged.back(), giving);
        else
            merged.push_back(giving);
    }
    return merged;
}

/// Per component of the journey the first giving in it and the first one that leads to it, -1 = none.
struct Heard
{
    explicit Heard(int components) : here(size_t(components), -1), before(size_t(components), -1) {}
    std::vector<int> here;
    std::vector<int> before;
};

int earliest(int left, int right)
{
    return left < 0 ? right : right < 0 ? left : std::min(left, right);
}

/// For each of the givings of one item by one customer the earliest other one that leads to it, null = none.
std::vector<const Giving*> earlierGivings(const ServiceGraph& graph, std::span<const Giving> givings,
                                          const std::vector<int>& customerComponents, Heard& heard)
{
    for (const int component : customerComponents)
        heard.here[size_t(component)] = heard.before[size_t(component)] = -1;
    std::vector<const Giving*> earlier(givings.size(), nullptr);
    const auto componentOf = [&](const Giving& giving) { return size_t(graph.journey.componentOf(giving.card)); };
    // Within a circle the one further left comes first.
    for (size_t i = 0; i < givings.size(); ++i) {
        int& first = heard.here[componentOf(givings[i])];
        if (first >= 0)
            earlier[i] = &givings[size_t(first)];
        else
            first = int(i);
    }
    for (const int component : customerComponents) {
        const int known = earliest(heard.here[size_t(component)], heard.before[size_t(component)]);
        if (known < 0)
            continue;
        for (const int target : graph.journey.successorComponents(component))
            heard.before[size_t(target)] = earliest(heard.before[size_t(target)], known);
    }
    for (size_t i = 0; i < givings.size(); ++i) {
        const int before = heard.before[componentOf(givings[i])];
        if (before >= 0)
            earlier[i] = &givings[size_t(before)];
    }
    return earlier;
}

/// The links on the shortest way inside the company from who heard it to who asks; empty = none is near.
std::vector<int> wayBetween(const ServiceGraph& graph, int heardAt, int askedAt)
{
    constexpr size_t Furthest = 4096;
    QHash<int, int> cameBy;
    std::vector<int> open;
    for (const int node : graph.serving(heardAt)) {
        cameBy.insert(node, -1);
        open.push_back(node);
    }
    const auto asks = graph.serving(askedAt);
    for (size_t i = 0; i < open.size() && open.size() < Furthest; ++i) {
        if (std::ranges::binary_search(asks, open[i])) {
            std::vector<int> way;
            for (int link = cameBy.value(open[i]); link >= 0; link = cameBy.value(graph.links[size_t(link)].from))
                way.insert(way.begin(), link);
            return way;
        }
        for (const int number : graph.outLinks(open[i])) {
            const Link& link = graph.links[size_t(number)];
            if (link.traffic == Traffic::Inside && !cameBy.contains(link.to)) {
                cameBy.insert(link.to, number);
                open.push_back(link.to);
            }
        }
    }
    return {};
}

bool servedBySameRole(const ServiceGraph& graph, int left, int right)
{
    for (const int l : graph.serving(left)) {
        for (const int r : graph.serving(right)) {
            const std::vector<int>& roles = graph.rolesAt(l).roles;
            if (std::ranges::find_first_of(roles, graph.rolesAt(r).roles) != roles.end())
                return true;
        }
    }
    return false;
}

void addWay(const RuleRun& run, const Giving& told, const Giving& again, Finding& finding)
{
    const ServiceGraph& graph = run.graph;
    const QString name = displayName(*again.data);
    const std::vector<int> way = wayBetween(graph, told.card, again.card);
    bool carried = true;
    for (const int number : way) {
        const Link& link = graph.links[size_t(number)];
        const bool drops = carried && !link.connection->carries.contains(again.data->id);
        if (drops) {
            carried = false;
            finding.remedies +=
                u"Carry %1 from %2 to %3."_s.arg(quoted(name), run.say.place(link.from), run.say.place(link.to));
        }
        finding.evidence += {drops ? Evidence::Part::Culprit : Evidence::Part::Path, run.linkRef(number), {}};
    }
    const auto hearing = graph.serving(told.card);
    const auto asking = graph.serving(again.card);
    const bool meet =
        !hearing.empty() && !asking.empty() && std::ranges::find_first_of(hearing, asking) != hearing.end();
    if (way.empty() && !meet && !hearing.empty() && !asking.empty()) {
        finding.remedies += u"Draw a hand-over from %1 to %2 that carries %3."_s.arg(
            run.say.place(hearing.front()), run.say.place(asking.front()), quoted(name));
        finding.evidence += {Evidence::Part::Missing, run.refOf(hearing.front()), run.refOf(asking.front())};
    }
}

Finding againFinding(const RuleRun& run, const Giving& told, const Giving& again)
{
    const ServiceGraph& graph = run.graph;
    const QString name = quoted(displayName(*again.data));
    const QString customer = run.say.theCustomer(again.party);
    Finding finding;
    finding.subjects = {run.idOf(again.card)};
    finding.variant = again.data->id.value;
    finding.detail = finding.variant;
    const bool inferred = graph.partyIsVirtual[size_t(again.party)] || graph.servedByColumn(again.card) ||
                          graph.servedByColumn(told.card);
    finding.confidence = inferred ? Confidence::Inferred : Confidence::Drawn;
    finding.title = (inferred ? u"Possibly asked again: %1"_s : u"Asked again: %1"_s).arg(displayName(*again.data));
    const QString asker = again.askedBy >= 0 ? run.say.theRolesAt(again.askedBy) : QString();
    finding.message =
        asker.isEmpty()
            ? u"%1 has already told us %2 at %3 and has to tell it again at %4."_s.arg(
                  sentenceStart(customer), name, run.say.place(told.card), run.say.place(again.card))
            : u"%1 has already told us %2 at %3, and %4 asks for it again at %5."_s.arg(
                  sentenceStart(customer), name, run.say.place(told.card), asker, run.say.place(again.card));
    finding.consequence =
        u"%1 does our passing on, and wonders whether anybody listened."_s.arg(sentenceStart(customer));
    finding.evidence = {{Evidence::Part::Subject, run.refOf(again.card), {}},
                        {Evidence::Part::Path, run.refOf(told.card), {}}};
    if (again.askedBy >= 0)
        finding.evidence += {Evidence::Part::Path, run.refOf(again.askedBy), {}};
    addWay(run, told, again, finding);
    finding.remedies +=
        u"Stop asking for %1 at %2."_s.arg(name, run.say.place(again.askedBy >= 0 ? again.askedBy : again.card));
    finding.remedies += u"If it is asked on purpose, mark it as a check and give the reason."_s;
    return finding;
}

} // namespace

void findAskedAgain(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    const std::vector<Giving> givings = collectGivings(graph);
    run.cover(int(givings.size()), int(givings.size()), u"tellings of data"_s);
    if (givings.size() < 2)
        return;
    std::vector<int> customerComponents;
    for (int component = graph.journey.componentCount() - 1; component >= 0; --component) {
        const int node = graph.journey.members(component).front();
        if (node >= graph.nodeCount() || graph.partyOf(node) >= 0)
            customerComponents.push_back(component);
    }
    Heard heard(graph.journey.componentCount());
    for (size_t begin = 0; begin < givings.size();) {
        size_t end = begin;
        while (end < givings.size() && givings[end].data == givings[begin].data &&
               givings[end].party == givings[begin].party)
            ++end;
        const std::span<const Giving> group(givings.data() + begin, end - begin);
        begin = end;
        if (group.size() < 2)
            continue;
        const std::vector<const Giving*> earlier = earlierGivings(graph, group, customerComponents, heard);
        for (size_t i = 0; i < group.size(); ++i) {
            if (!earlier[i] || group[i].recheck || group[i].sameAsking)
                continue;
            const bool same = servedBySameRole(graph, earlier[i]->card, group[i].card);
            run.add(againFinding(run, *earlier[i], group[i]), same ? Severity::Hint : Severity::Error);
        }
    }
}

} // namespace throughline
