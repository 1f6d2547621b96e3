// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccontext.h"

#include "core/check/rule.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

void sortUnique(std::vector<int>& values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

Served servedAt(const ServiceGraph& graph, int card)
{
    Served served;
    for (const int node : graph.serving(card)) {
        const RoleSet& set = graph.rolesAt(node);
        served.isServed = true;
        served.roles.insert(served.roles.end(), set.roles.begin(), set.roles.end());
        served.departments.insert(served.departments.end(), set.departments.begin(), set.departments.end());
        served.departmentsKnown = served.departmentsKnown && set.departmentsKnown;
    }
    sortUnique(served.roles);
    sortUnique(served.departments);
    return served;
}

/// The two rules whose findings are counted, whatever the blueprint says of their severity.
CheckResult findingsOf(const Blueprint& blueprint)
{
    std::vector<Rule> rules;
    CheckOptions options;
    for (const Rule& rule : allRules()) {
        if (rule.id != u"toll-between-departments" && rule.id != u"unanswered-handoff")
            continue;
        options.severities.insert(rule.id.toString(), Severity::Error);
        rules.push_back(rule);
    }
    return runRules(rules, blueprint, options);
}

} // namespace

MetricContext::MetricContext(const Blueprint& blueprint)
    : graph(blueprint),
      threads(graph),
      branches(graph, threads),
      chase(graph, threads),
      meetings(graph),
      abilities(blueprint, threads.drawnAbilities()),
      said(blueprint),
      askables(graph, threads, meetings, abilities),
      say(graph),
      moves(graph.moves()),
      m_found(findingsOf(blueprint))
{
    served.resize(graph.cards.size());
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party >= 0)
            served[size_t(card)] = servedAt(graph, card);
    }
}

QList<ElementRef> MetricContext::aboutParty(int party) const
{
    if (parties() < 2)
        return {};
    return {{ElementKind::Lane, graph.lanes[size_t(graph.partyLane[size_t(party)])]->id.value}};
}

ElementRef MetricContext::cardRef(int card) const
{
    return {ElementKind::Card, graph.cards[size_t(card)].card->id.value};
}

ElementRef MetricContext::linkRef(int link) const
{
    return {ElementKind::Connection, graph.links[size_t(link)].connection->id.value};
}

ElementRef MetricContext::roleRef(int role) const
{
    if (graph.isUnnamed(role))
        return {ElementKind::Lane, graph.lanes[size_t(role) - graph.roles.size()]->id.value};
    return {ElementKind::Role, graph.roles[size_t(role)]->id.value};
}

Metric metricOf(const QString& id, const QList<ElementRef>& about)
{
    Metric metric;
    metric.id = id;
    metric.about = about;
    return metric;
}

void setShare(Metric& metric, int numerator, int denominator, int unknown)
{
    metric.numerator = numerator;
    metric.denominator = denominator;
    metric.known = denominator;
    metric.unknown = unknown;
    if (denominator > 0)
        metric.value = double(numerator) / double(denominator);
}

void setCount(Metric& metric, int count, int known, int unknown)
{
    metric.numerator = count;
    metric.known = known;
    metric.unknown = unknown;
    metric.value = count;
}

void addElement(Metric& metric, const ElementRef& element)
{
    constexpr qsizetype Most = 256;
    if (metric.elements.size() < Most)
        metric.elements += element;
}

} // namespace throughline
