// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccontext.h"
#include "core/model/words.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// In which columns a card of some sort stands, spans included. O(cards + columns).
class Columns
{
public:
    explicit Columns(size_t count) : m_steps(count + 1, 0) {}
    void add(const CardNode& node)
    {
        if (node.firstColumn < 0)
            return;
        ++m_steps[size_t(node.firstColumn)];
        --m_steps[size_t(std::max(node.firstColumn, node.lastColumn)) + 1];
    }
    [[nodiscard]] std::vector<char> occupied() const
    {
        std::vector<char> columns;
        int cards = 0;
        for (size_t column = 0; column + 1 < m_steps.size(); ++column) {
            cards += m_steps[column];
            columns.push_back(cards > 0);
        }
        return columns;
    }

private:
    std::vector<int> m_steps;
};

Metric perspective(const MetricContext& context)
{
    Metric metric = metricOf(u"perspective"_s);
    Columns any(context.graph.columns.size());
    Columns customers(context.graph.columns.size());
    int unplaced = 0;
    for (const CardNode& node : context.graph.cards) {
        any.add(node);
        unplaced += node.firstColumn < 0;
        if (node.party >= 0)
            customers.add(node);
    }
    const std::vector<char> all = any.occupied();
    const std::vector<char> his = customers.occupied();
    for (size_t column = 0; column < all.size(); ++column) {
        if (all[column] && !his[column])
            addElement(metric, {ElementKind::Step, context.graph.columns[column]->id.value});
    }
    const auto total = int(std::ranges::count(all, char(1)));
    const auto shown = int(std::ranges::count(his, char(1)));
    setShare(metric, shown, total, 0);
    metric.sentence =
        u"In %1 of %2 the customer is in the picture."_s.arg(shown).arg(counted(total, u"step"_s, u"steps"_s));
    return metric;
}

/// Whether threads come to somebody who may decide something, asked for many at once.
class DecisionReach
{
public:
    explicit DecisionReach(const MetricContext& context) : m_context(context), m_reach(context.graph.inside) {}

    int ask(int node, const std::optional<Power>& about)
    {
        const Powers powers = about ? Powers(*about) : everythingButTalk();
        auto set = m_sets.find(int(powers));
        if (set == m_sets.end()) {
            set = m_sets.emplace(int(powers), m_reach.addSet()).first;
            for (int other = 0; other < m_context.graph.nodeCount(); ++other) {
                if (m_context.graph.sideOf(other) == Side::Company && decides(other, powers))
                    m_reach.addMember(set->second, other);
            }
        }
        return m_reach.ask(node, set->second);
    }
    void run() { m_reach.run(); }
    [[nodiscard]] bool isYes(int question) const { return m_reach.reaches(question); }

private:
    static Powers everythingButTalk()
    {
        Powers powers;
        for (const Power power : allPowers()) {
            if (power != Power::Comms)
                powers |= power;
        }
        return powers;
    }
    [[nodiscard]] bool decides(int node, Powers powers) const
    {
        const ServiceGraph& graph = m_context.graph;
        if (graph.isCard(node) && graph.cards[size_t(node)].card->kind == CardKind::Strategy)
            return true;
        return std::ranges::any_of(graph.rolesAt(node).departments, [&](int department) {
            return bool(graph.departments[size_t(department)]->mandate & powers);
        });
    }

    const MetricContext& m_context;
    ReachQueries m_reach;
    std::map<int, int> m_sets;
};

/// Somebody has said who decides anything; without that nobody can say where a voice should go.
bool saysWhoDecides(const ServiceGraph& graph)
{
    return std::ranges::any_of(graph.departments,
                               [](const Department* department) { return bool(department->mandate); }) ||
           std::ranges::any_of(graph.cards, [](const CardNode& node) { return node.card->kind == CardKind::Strategy; });
}

Metric voiceReach(const MetricContext& context)
{
    const ServiceGraph& graph = context.graph;
    Metric metric = metricOf(u"voice-reach"_s);
    DecisionReach reach(context);
    std::vector<std::pair<int, std::vector<int>>> voices;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.party < 0 || node.card->kind != CardKind::Voice)
            continue;
        std::vector<int> questions;
        for (const int link : graph.outLinks(card)) {
            if (graph.links[size_t(link)].traffic == Traffic::ContactIn)
                questions.push_back(reach.ask(graph.links[size_t(link)].to, node.card->about));
        }
        voices.emplace_back(card, std::move(questions));
    }
    reach.run();
    if (!saysWhoDecides(graph)) {
        metric.unknown = int(voices.size());
        metric.sentence = u"Nobody has said who decides what, so that nobody can say whether voices are heard."_s;
        return metric;
    }
    int heard = 0;
    for (const auto& [card, questions] : voices) {
        const bool reaches = std::ranges::any_of(questions, [&](int question) { return reach.isYes(question); });
        heard += reaches;
        if (!reaches)
            addElement(metric, context.cardRef(card));
    }
    setShare(metric, heard, int(voices.size()), 0);
    metric.sentence = voices.empty() ? u"The drawing shows no voice of the customer."_s
                                     : u"Of %1 of the customer, %2 somebody who could change something."_s.arg(
                                           counted(qsizetype(voices.size()), u"voice"_s, u"voices"_s),
                                           counted(heard, u"reaches"_s, u"reach"_s));
    return metric;
}

Metric virtuousCircle(const MetricContext& context)
{
    const ServiceGraph& graph = context.graph;
    Metric metric = metricOf(u"virtuous-circle"_s);
    std::vector<int> customers;
    std::vector<int> strategies;
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party >= 0)
            customers.push_back(card);
        else if (graph.cards[size_t(card)].card->kind == CardKind::Strategy)
            strategies.push_back(card);
    }
    metric.denominator = double(strategies.size());
    metric.known = int(strategies.size());
    if (strategies.empty() || customers.empty()) {
        metric.sentence = u"The drawing shows no strategy, or no customer."_s;
        return metric;
    }
    const std::vector<char> hears = graph.all.reachableFrom(customers);
    ReachQueries reach(graph.all);
    const int set = reach.addSet();
    for (const int customer : customers)
        reach.addMember(set, customer);
    std::vector<int> questions;
    for (const int strategy : strategies)
        questions.push_back(reach.ask(strategy, set));
    reach.run();
    for (size_t i = 0; i < strategies.size(); ++i) {
        const bool closed = hears[size_t(strategies[i])] && reach.reaches(questions[i]);
        metric.numerator += closed;
        if (!closed)
            addElement(metric, context.cardRef(strategies[i]));
    }
    metric.value = metric.numerator > 0 ? 1 : 0;
    metric.sentence = metric.numerator > 0
                          ? u"What customers say reaches a strategy, and the strategy comes back to them."_s
                          : u"No strategy both hears the customer and comes back to the customer."_s;
    return metric;
}

} // namespace

void addPerspectiveMetrics(const MetricContext& context, QList<Metric>& metrics)
{
    metrics += perspective(context);
    metrics += voiceReach(context);
    metrics += virtuousCircle(context);
}

} // namespace throughline
