// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccontext.h"

#include <algorithm>
#include <cstdint>
#include <map>

using namespace Qt::StringLiterals;

/// What the customer tells us, how often, and whether it comes along.
namespace throughline {

namespace {

/// The data that the customer gives at a card: what it says itself, and what the cards that serve it ask for (I7).
QList<DataItemId> givenAt(const MetricContext& context, int card)
{
    QList<DataItemId> given = context.graph.cards[size_t(card)].card->gives;
    for (const int server : context.graph.serving(card)) {
        if (context.graph.isCard(server))
            given += context.graph.cards[size_t(server)].card->asks;
    }
    std::ranges::sort(given);
    given.erase(std::unique(given.begin(), given.end()), given.end());
    return given;
}

bool isVolatile(const MetricContext& context, const DataItemId& id)
{
    const DataItem* item = context.graph.blueprint.find(id);
    return item && item->isVolatile;
}

/// Which data items are given before each component of the journeys, sixty-four at a time.
class GivenBefore
{
public:
    using Mask = std::uint64_t;

    GivenBefore(const Digraph& journey, const std::vector<std::pair<int, Mask>>& given)
        : m_journey(journey), m_before(size_t(journey.componentCount()), 0)
    {
        std::vector<Mask> here(size_t(journey.componentCount()), 0);
        for (const auto& [card, mask] : given)
            here[size_t(journey.componentOf(card))] |= mask;
        for (int component = journey.componentCount() - 1; component >= 0; --component) {
            const Mask mask = here[size_t(component)] | m_before[size_t(component)];
            for (const int target : journey.successorComponents(component))
                m_before[size_t(target)] |= mask;
        }
    }

    [[nodiscard]] Mask at(int card) const { return m_before[size_t(m_journey.componentOf(card))]; }

private:
    const Digraph& m_journey;
    std::vector<Mask> m_before;
};

/// The cards at which one data item is given again: on the way from another, or in a circle with one that stands
/// earlier.
std::vector<int> againAmong(const ServiceGraph& graph, const std::vector<int>& givers, const GivenBefore& before,
                            GivenBefore::Mask bit)
{
    std::map<int, std::pair<int, int>> first; // component -> column and card of the earliest
    for (const int card : givers) {
        const std::pair place(graph.cards[size_t(card)].firstColumn, card);
        const auto [found, fresh] = first.try_emplace(graph.journey.componentOf(card), place);
        found->second = std::min(found->second, place);
    }
    std::vector<int> again;
    for (const int card : givers) {
        const bool earlier = first.at(graph.journey.componentOf(card)).second != card;
        if (((before.at(card) & bit) || earlier) && !graph.cards[size_t(card)].card->recheck)
            again.push_back(card);
    }
    return again;
}

Metric askedAgain(const MetricContext& context, const GivenAgain& given)
{
    Metric metric = metricOf(u"asked-again-share"_s);
    for (const int card : given.cards)
        addElement(metric, context.cardRef(card));
    const auto again = int(given.cards.size());
    setShare(metric, again, given.asked, 0);
    metric.sentence = given.asked == 0
                          ? u"Nobody has said what the customer is asked for."_s
                          : u"Of %1 that the customer is asked for, %2 been given before."_s.arg(
                                counted(given.asked, u"item"_s, u"items"_s), counted(again, u"has"_s, u"have"_s));
    return metric;
}

/// For up to sixty-four data items at once: what is known before a node and what is needed after it.
class DataFlow
{
public:
    using Mask = std::uint64_t;

    DataFlow(const MetricContext& context, std::vector<Mask> given, std::vector<Mask> needed)
        : m_inside(context.graph.inside), m_known(fold(given)), m_needed(fold(needed))
    {
        for (int component = m_inside.componentCount() - 1; component >= 0; --component) {
            for (const int target : m_inside.successorComponents(component))
                m_known[size_t(target)] |= m_known[size_t(component)];
        }
        for (int component = 0; component < m_inside.componentCount(); ++component) {
            for (const int target : m_inside.successorComponents(component))
                m_needed[size_t(component)] |= m_needed[size_t(target)];
        }
    }

    [[nodiscard]] Mask knownAt(int node) const { return m_known[size_t(m_inside.componentOf(node))]; }
    [[nodiscard]] Mask neededFrom(int node) const { return m_needed[size_t(m_inside.componentOf(node))]; }

private:
    [[nodiscard]] std::vector<Mask> fold(const std::vector<Mask>& nodes) const
    {
        std::vector<Mask> components(size_t(m_inside.componentCount()), 0);
        for (size_t node = 0; node < nodes.size(); ++node)
            components[size_t(m_inside.componentOf(int(node)))] |= nodes[node];
        return components;
    }

    const Digraph& m_inside;
    std::vector<Mask> m_known;
    std::vector<Mask> m_needed;
};

/// Hand-overs between different roles, with what of the data each should carry and does not.
class CarryCheck
{
public:
    explicit CarryCheck(const MetricContext& context) : m_context(context)
    {
        for (const DataItem& item : context.graph.blueprint.dataItems())
            m_items.push_back(item.id);
        m_should.assign(context.graph.links.size(), 0);
        m_fails.assign(context.graph.links.size(), 0);
        for (size_t first = 0; first < m_items.size(); first += 64)
            checkBatch(first);
    }

    [[nodiscard]] bool should(size_t link) const { return m_should[link] != 0; }
    [[nodiscard]] bool fails(size_t link) const { return m_fails[link] != 0; }

private:
    using Mask = DataFlow::Mask;

    void checkBatch(size_t first)
    {
        const ServiceGraph& graph = m_context.graph;
        QHash<DataItemId, Mask> bits;
        for (size_t i = first; i < std::min(first + 64, m_items.size()); ++i)
            bits.insert(m_items[i], Mask(1) << (i - first));
        const auto maskOf = [&](const QList<DataItemId>& items, bool again) {
            Mask mask = 0;
            for (const DataItemId& item : items) {
                // What changes each time is rightly asked for anew.
                if (!again || !isVolatile(m_context, item))
                    mask |= bits.value(item, 0);
            }
            return mask;
        };
        std::vector<Mask> given(size_t(graph.nodeCount()), 0);
        std::vector<Mask> needed(size_t(graph.nodeCount()), 0);
        for (int card = 0; card < graph.cardCount(); ++card) {
            if (graph.cards[size_t(card)].party < 0) {
                needed[size_t(card)] = maskOf(graph.cards[size_t(card)].card->asks, true);
                continue;
            }
            const Mask here = maskOf(givenAt(m_context, card), false);
            for (const int server : graph.serving(card))
                given[size_t(server)] |= here;
        }
        std::vector<Mask> asked(graph.links.size(), 0);
        for (size_t number = 0; number < graph.links.size(); ++number) {
            const Link& link = graph.links[number];
            if (link.traffic == Traffic::Inside && link.request >= 0)
                asked[number] = maskOf(graph.requests[size_t(link.request)]->needs, false);
        }
        dropWhatWasTold(given, needed, asked);
        const DataFlow flow(m_context, given, needed);
        for (size_t number = 0; number < graph.links.size(); ++number) {
            const Link& link = graph.links[number];
            if (link.traffic != Traffic::Inside || graph.shareRole(link.from, link.to))
                continue;
            const Mask should = flow.knownAt(link.from) & (flow.neededFrom(link.to) | asked[number]);
            m_should[number] |= should != 0;
            m_fails[number] |= (should & ~maskOf(link.connection->carries, false)) != 0;
        }
    }

    /// What a role was told by the customer earlier in the same thread it need not be told by a colleague.
    void dropWhatWasTold(const std::vector<Mask>& given, std::vector<Mask>& needed, std::vector<Mask>& asked) const
    {
        const ServiceGraph& graph = m_context.graph;
        std::vector<std::vector<int>> toldAt(graph.roleDepartment.size());
        for (int node = 0; node < graph.nodeCount(); ++node) {
            for (const int role : graph.rolesAt(node).roles) {
                if (given[size_t(node)] != 0)
                    toldAt[size_t(role)].push_back(node);
            }
        }
        struct Question
        {
            Mask* need;
            Mask told;
            int number;
        };
        ReachQueries reach(graph.inside);
        std::vector<Question> questions;
        const auto ask = [&](int target, Mask& need) {
            if (need == 0)
                return;
            const int set = reach.addSet();
            reach.addMember(set, target);
            for (const int role : graph.rolesAt(target).roles) {
                for (const int node : toldAt[size_t(role)]) {
                    if (node != target && (given[size_t(node)] & need) != 0)
                        questions.push_back({&need, given[size_t(node)], reach.ask(node, set)});
                }
            }
        };
        for (int card = 0; card < graph.cardCount(); ++card)
            ask(card, needed[size_t(card)]);
        for (size_t number = 0; number < graph.links.size(); ++number) {
            if (asked[number] != 0)
                ask(graph.links[number].to, asked[number]);
        }
        reach.run();
        for (const Question& question : questions) {
            if (reach.reaches(question.number))
                *question.need &= ~question.told;
        }
    }

    const MetricContext& m_context;
    std::vector<DataItemId> m_items;
    std::vector<char> m_should;
    std::vector<char> m_fails;
};

Metric carryRate(const MetricContext& context)
{
    Metric metric = metricOf(u"carry-rate"_s);
    const CarryCheck check(context);
    int all = 0;
    int good = 0;
    for (size_t link = 0; link < context.graph.links.size(); ++link) {
        if (!check.should(link))
            continue;
        ++all;
        good += !check.fails(link);
        if (check.fails(link))
            addElement(metric, context.linkRef(int(link)));
    }
    setShare(metric, good, all, 0);
    metric.sentence = all == 0 ? u"No hand-over stands between what is known and where it is needed."_s
                               : u"%1 of %2 all that is known before and needed after."_s.arg(good).arg(
                                     counted(all, u"hand-over carries"_s, u"hand-overs carry"_s));
    return metric;
}

} // namespace

GivenAgain givenAgain(const MetricContext& context)
{
    GivenAgain result;
    std::map<DataItemId, std::vector<int>> givers;
    for (int card = 0; card < context.graph.cardCount(); ++card) {
        if (context.graph.cards[size_t(card)].party < 0)
            continue;
        for (const DataItemId& item : givenAt(context, card)) {
            ++result.asked;
            if (!isVolatile(context, item))
                givers[item].push_back(card);
        }
    }
    std::erase_if(givers, [](const auto& entry) { return entry.second.size() < 2; });
    for (auto batch = givers.begin(); batch != givers.end();) {
        auto end = batch;
        std::vector<std::pair<int, GivenBefore::Mask>> given;
        for (int bit = 0; bit < 64 && end != givers.end(); ++bit, ++end) {
            for (const int card : end->second)
                given.emplace_back(card, GivenBefore::Mask(1) << bit);
        }
        const GivenBefore before(context.graph.journey, given);
        for (int bit = 0; batch != end; ++bit, ++batch) {
            for (const int card : againAmong(context.graph, batch->second, before, GivenBefore::Mask(1) << bit))
                result.cards.push_back(card);
        }
    }
    return result;
}

void addDataMetrics(const MetricContext& context, const GivenAgain& given, QList<Metric>& metrics)
{
    metrics += askedAgain(context, given);
    metrics += carryRate(context);
}

} // namespace throughline
