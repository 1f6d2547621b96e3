// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/duration.h"
#include "core/metrics/journeytime.h"
#include "core/metrics/metriccontext.h"
#include "core/metrics/routes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// What one step costs the customer; nothing where nobody has said.
using CostOf = std::optional<double> (*)(const Card& card);

std::optional<double> worryOf(const Card& card)
{
    return card.worry ? std::optional(double(*card.worry)) : std::nullopt;
}

std::optional<double> effortOf(const Card& card)
{
    return card.effort ? std::optional(double(*card.effort)) : std::nullopt;
}

std::optional<double> moneyOf(const Card& card)
{
    return card.money ? std::optional(card.money->value()) : std::nullopt;
}

struct Burden
{
    QString id;
    CostOf costOf;
    QString verb; ///< "%1 %2 …": what the customer does with so much of it
};

const std::array<Burden, 4>& burdens()
{
    static const std::array<Burden, 4> all{
        Burden{u"customer-minutes"_s, minutesOf, u"spends"_s},
        Burden{u"customer-worry"_s, worryOf, u"bears"_s},
        Burden{u"customer-effort"_s, effortOf, u"makes"_s},
        Burden{u"customer-money"_s, moneyOf, u"pays"_s},
    };
    return all;
}

QString unitWords(const QString& id, bool one, const QString& currency)
{
    const QString points = one ? u" point"_s : u" points"_s;
    if (id == u"customer-worry"_s)
        return points + u" of worry"_s;
    if (id == u"customer-effort"_s)
        return points + u" of effort"_s;
    return currency.isEmpty() ? QString() : u' ' + currency;
}

/// "at least 1 h 10 min to 2 days", "14 points of worry", "450 EUR".
QString amountWords(const Metric& metric, const QString& currency)
{
    const QString least = metric.unknown > 0 ? u"at least "_s : QString();
    if (metric.id == u"customer-minutes"_s)
        return least + spokenRange(*metric.value, *metric.dearest, u"to"_s);
    const QString low = figure(*metric.value);
    const QString high = figure(*metric.dearest);
    return least + (low == high ? low : low + u" to "_s + high) + unitWords(metric.id, high == u"1"_s, currency);
}

/// How much of it is known: "; it is given for 14 of 15 steps.".
QString knownWords(const Metric& metric)
{
    if (metric.unknown == 0)
        return u"."_s;
    return u"; it is given for %1 of %2."_s.arg(metric.known)
        .arg(counted(metric.known + metric.unknown, u"step"_s, u"steps"_s));
}

/// One burden in one phase, or (phase -1) on the whole way.
Metric burdenMetric(const MetricContext& context, int party, const Routes& routes, const Burden& burden, int phase)
{
    QList<ElementRef> about = context.aboutParty(party);
    if (phase >= 0)
        about += ElementRef{ElementKind::Phase, context.graph.phases[size_t(phase)]->id.value};
    Metric metric = metricOf(burden.id, about);
    std::vector<double> costs;
    std::vector<std::pair<double, int>> dearest;
    for (const int card : routes.cards()) {
        const CardNode& node = context.graph.cards[size_t(card)];
        const int cardPhase = node.firstColumn < 0 ? -1 : context.graph.columnPhase[size_t(node.firstColumn)];
        const bool counts = phase < 0 || cardPhase == phase;
        const std::optional<double> cost = counts ? burden.costOf(*node.card) : std::nullopt;
        costs.push_back(cost.value_or(0));
        metric.known += counts && cost;
        metric.unknown += counts && !cost;
        metric.numerator += cost.value_or(0);
        if (cost && *cost > 0)
            dearest.emplace_back(-*cost, card);
    }
    std::ranges::sort(dearest);
    for (const auto& [cost, card] : dearest)
        addElement(metric, context.cardRef(card));
    const QString who = sentenceStart(context.say.theCustomer(party));
    const QString where = phase < 0 ? u"on the way"_s : u"in "_s + quoted(context.say.phase(phase));
    if (metric.known == 0) {
        metric.sentence = u"Nobody has said what it costs %1 %2."_s.arg(context.say.theCustomer(party), where);
        return metric;
    }
    metric.value = routes.find(Routes::Which::Cheapest, costs).cost;
    metric.dearest = routes.find(Routes::Which::Dearest, costs).cost;
    const QString amount = amountWords(metric, context.graph.blueprint.header().currency);
    metric.sentence = u"%1 %2 %3 %4"_s.arg(who, burden.verb, amount, where) + knownWords(metric);
    return metric;
}

/// The phases in which the customer has cards, in their order.
std::vector<int> phasesOf(const MetricContext& context, const Routes& routes)
{
    std::vector<int> phases;
    for (const int card : routes.cards()) {
        const int column = context.graph.cards[size_t(card)].firstColumn;
        if (column >= 0 && context.graph.columnPhase[size_t(column)] >= 0)
            phases.push_back(context.graph.columnPhase[size_t(column)]);
    }
    std::ranges::sort(phases);
    phases.erase(std::unique(phases.begin(), phases.end()), phases.end());
    std::ranges::stable_sort(phases, {}, [&](int phase) { return context.graph.phases[size_t(phase)]->position; });
    return phases;
}

/// On the slowest way, and how it is on the quickest.
Metric waitShare(const MetricContext& context, int party, const Routes& routes)
{
    Metric metric = metricOf(u"wait-share"_s, context.aboutParty(party));
    const JourneyTime time = journeyTime(context.graph, routes);
    metric.known = time.known;
    metric.unknown = time.unknown;
    for (const int card : routes.cards()) {
        if (context.graph.cards[size_t(card)].card->kind == CardKind::Wait)
            addElement(metric, context.cardRef(card));
    }
    metric.numerator = time.slowestWaiting;
    metric.denominator = time.slowest;
    if (time.slowest > 0)
        metric.value = metric.dearest = time.slowestWaiting / time.slowest;
    if (time.quickest > 0)
        metric.value = time.quickestWaiting / time.quickest;
    if (!metric.value) {
        metric.sentence = u"Nobody has said how long anything takes %1."_s.arg(context.say.theCustomer(party));
        return metric;
    }
    const QString least = metric.unknown > 0 ? u"at least"_s : QString();
    metric.sentence = u"%1 waits %2 on the slowest way"_s.arg(sentenceStart(context.say.theCustomer(party)),
                                                              spokenPart(metric.numerator, metric.denominator, least)) +
                      knownWords(metric);
    return metric;
}

} // namespace

void addBurdenMetrics(const MetricContext& context, QList<Metric>& metrics)
{
    std::vector<Routes> routes;
    std::vector<int> parties;
    for (int party = 0; party < context.parties(); ++party) {
        routes.emplace_back(context.graph, context.moves, party);
        if (routes.back().isEmpty())
            routes.pop_back();
        else
            parties.push_back(party);
    }
    for (const Burden& burden : burdens()) {
        for (size_t i = 0; i < parties.size(); ++i) {
            metrics += burdenMetric(context, parties[i], routes[i], burden, -1);
            for (const int phase : phasesOf(context, routes[i]))
                metrics += burdenMetric(context, parties[i], routes[i], burden, phase);
        }
    }
    for (size_t i = 0; i < parties.size(); ++i)
        metrics += waitShare(context, parties[i], routes[i]);
}

} // namespace throughline
