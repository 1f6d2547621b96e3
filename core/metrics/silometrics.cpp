// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccontext.h"
#include "core/metrics/routes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// A move of the customer as far as departments are concerned.
enum class Border { NotServed, Unknown, Inside, Change };

Border borderOf(const MetricContext& context, const Move& move)
{
    const Served& before = context.served[size_t(move.from)];
    const Served& after = context.served[size_t(move.to)];
    if (!before.isServed || !after.isServed)
        return Border::NotServed;
    if (!before.departmentsKnown || !after.departmentsKnown)
        return Border::Unknown;
    return haveCommon(before.departments, after.departments) ? Border::Inside : Border::Change;
}

/// Which changes of department nothing of ours goes along with.
std::vector<char> breaksAmong(const MetricContext& context, const std::vector<Move>& changes)
{
    ReachQueries reach(context.graph.roleGraph);
    for (const Move& move : changes) {
        const int set = reach.addSet();
        for (const int role : context.served[size_t(move.to)].roles)
            reach.addMember(set, role);
        for (const int role : context.served[size_t(move.from)].roles)
            static_cast<void>(reach.ask(role, set));
    }
    reach.run();
    std::vector<char> breaks;
    int question = 0;
    for (const Move& move : changes) {
        bool linked = false;
        for (size_t i = 0; i < context.served[size_t(move.from)].roles.size(); ++i)
            linked = reach.reaches(question++) || linked;
        breaks.push_back(!linked);
    }
    return breaks;
}

Metric siloIndex(const MetricContext& context)
{
    Metric metric = metricOf(u"silo-index"_s);
    std::vector<Move> changes;
    int unknown = 0;
    int judged = 0;
    for (const Move& move : context.moves) {
        const Border border = borderOf(context, move);
        unknown += border == Border::Unknown;
        judged += border == Border::Inside || border == Border::Change;
        if (border == Border::Change)
            changes.push_back(move);
    }
    const std::vector<char> breaks = breaksAmong(context, changes);
    int alone = 0;
    for (size_t i = 0; i < changes.size(); ++i) {
        if (!breaks[i])
            continue;
        ++alone;
        addElement(metric, changes[i].link >= 0 ? context.linkRef(changes[i].link) : context.cardRef(changes[i].to));
    }
    setShare(metric, alone, int(changes.size()), unknown);
    metric.known = judged;
    metric.sentence = changes.empty()
                          ? u"No move of the customer leads from one department to another."_s
                          : u"On %1 of %2 from one department to another the customer is alone."_s.arg(alone).arg(
                                counted(qsizetype(changes.size()), u"move"_s, u"moves"_s));
    if (unknown > 0)
        metric.sentence +=
            u" Of %1 nobody knows the departments."_s.arg(counted(unknown, u"further move"_s, u"further moves"_s));
    return metric;
}

/// A number of a journey as a range from the cheapest to the dearest way.
void setRange(Metric& metric, const Routes& routes, const std::vector<double>& cardCost,
              const std::vector<double>& moveCost)
{
    if (routes.isEmpty())
        return;
    metric.value = routes.find(Routes::Which::Cheapest, cardCost, moveCost).cost;
    metric.dearest = routes.find(Routes::Which::Dearest, cardCost, moveCost).cost;
}

QString rangeWords(const Metric& metric)
{
    if (!metric.dearest || *metric.dearest == *metric.value)
        return figure(metric.value.value_or(0));
    return u"%1 to %2"_s.arg(figure(*metric.value), figure(*metric.dearest));
}

Metric departmentChanges(const MetricContext& context, int party, const Routes& routes)
{
    Metric metric = metricOf(u"department-changes"_s, context.aboutParty(party));
    std::vector<double> costs;
    for (const Move& move : routes.moves()) {
        const Border border = borderOf(context, move);
        metric.unknown += border == Border::Unknown;
        metric.known += border == Border::Inside || border == Border::Change;
        metric.numerator += border == Border::Change;
        costs.push_back(border == Border::Change ? 1 : 0);
        if (border == Border::Change)
            addElement(metric, context.cardRef(move.to));
    }
    if (metric.known == 0) {
        metric.sentence = u"Nobody knows in which departments %1 is served."_s.arg(context.say.theCustomer(party));
        return metric;
    }
    setRange(metric, routes, {}, costs);
    metric.sentence = u"%1 changes departments %2 on the way."_s.arg(
        sentenceStart(context.say.theCustomer(party)),
        rangeWords(metric) == u"1"_s ? u"once"_s : rangeWords(metric) + u" times"_s);
    return metric;
}

Metric payments(const MetricContext& context, int party, const Routes& routes)
{
    Metric metric = metricOf(u"payments"_s, context.aboutParty(party));
    std::vector<double> costs;
    for (const int card : routes.cards()) {
        const bool pays = context.graph.cards[size_t(card)].card->kind == CardKind::Payment;
        costs.push_back(pays ? 1 : 0);
        metric.numerator += pays;
        ++metric.known;
        if (pays)
            addElement(metric, context.cardRef(card));
    }
    setRange(metric, routes, costs, {});
    metric.sentence =
        u"%1 pays %2 on the way."_s.arg(sentenceStart(context.say.theCustomer(party)),
                                        rangeWords(metric) == u"1"_s ? u"once"_s : rangeWords(metric) + u" times"_s);
    return metric;
}

Metric tolls(const MetricContext& context)
{
    Metric metric = metricOf(u"tolls"_s);
    int count = 0;
    for (const Finding& finding : context.found().findings) {
        if (finding.rule != u"toll-between-departments"_s)
            continue;
        ++count;
        addElement(metric, {ElementKind::Card, finding.subjects.first()});
    }
    int checked = 0;
    int total = 0;
    for (const CoverageNote& note : context.found().coverage) {
        if (note.rule == u"toll-between-departments"_s) {
            checked = note.checked;
            total = note.total;
        }
    }
    setCount(metric, count, checked, total - checked);
    if (total > 0 && checked == 0)
        metric.value.reset();
    metric.sentence = count == 0 ? u"No department has to be settled with before the customer may go on to the next."_s
                                 : u"%1 with one department before the customer may go on to the next."_s.arg(counted(
                                       count, u"payment has to be settled"_s, u"payments have to be settled"_s));
    return metric;
}

Metric eiIndex(const MetricContext& context)
{
    Metric metric = metricOf(u"ei-index"_s);
    int external = 0;
    int internal = 0;
    for (size_t number = 0; number < context.graph.links.size(); ++number) {
        const Link& link = context.graph.links[number];
        if (link.traffic != Traffic::Inside || context.graph.sideOf(link.from) != Side::Company ||
            context.graph.sideOf(link.to) != Side::Company)
            continue;
        const RoleSet& from = context.graph.rolesAt(link.from);
        const RoleSet& to = context.graph.rolesAt(link.to);
        if (haveCommon(from.roles, to.roles))
            continue;
        if (!from.departmentsKnown || !to.departmentsKnown) {
            ++metric.unknown;
            continue;
        }
        const bool within = haveCommon(from.departments, to.departments);
        ++(within ? internal : external);
        if (!within)
            addElement(metric, context.linkRef(int(number)));
    }
    metric.numerator = external - internal;
    metric.denominator = external + internal;
    metric.known = external + internal;
    if (metric.known > 0)
        metric.value = metric.numerator / metric.denominator;
    metric.sentence = u"%1 between departments, %2 within one."_s.arg(
        counted(external, u"hand-over"_s, u"hand-overs"_s), QString::number(internal));
    return metric;
}

} // namespace

void addSiloMetrics(const MetricContext& context, QList<Metric>& metrics)
{
    metrics += siloIndex(context);
    QList<Metric> paid;
    for (int party = 0; party < context.parties(); ++party) {
        const Routes routes(context.graph, context.moves, party);
        if (routes.isEmpty())
            continue;
        metrics += departmentChanges(context, party, routes);
        paid += payments(context, party, routes);
    }
    metrics += tolls(context);
    metrics += paid;
    metrics += eiIndex(context);
}

} // namespace throughline
