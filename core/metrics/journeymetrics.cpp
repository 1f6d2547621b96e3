// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/journeymetrics.h"

#include "core/metrics/metriccontext.h"

#include <map>

namespace throughline {

namespace {

/// Hand-overs and common moments of roles. A heap of roles at one card would make a square of pairs; beyond this many
/// pairs at one card it says nothing about who works with whom.
QList<RolePair> rolePairsOf(const MetricContext& context)
{
    constexpr size_t MostRoles = 32;
    struct Counts
    {
        int handovers = 0;
        int together = 0;
    };
    std::map<std::pair<int, int>, Counts> pairs;
    std::vector<int> served(context.graph.roleDepartment.size(), 0);
    for (const Link& link : context.graph.links) {
        if (link.traffic != Traffic::Inside || context.graph.sideOf(link.from) != Side::Company ||
            context.graph.sideOf(link.to) != Side::Company)
            continue;
        const std::vector<int>& from = context.graph.rolesAt(link.from).roles;
        const std::vector<int>& to = context.graph.rolesAt(link.to).roles;
        if (haveCommon(from, to) || from.size() > MostRoles || to.size() > MostRoles)
            continue;
        for (const int giver : from) {
            for (const int taker : to)
                ++pairs[{giver, taker}].handovers;
        }
    }
    for (const Served& moment : context.served) {
        for (const int role : moment.roles)
            ++served[size_t(role)];
        for (const int role : moment.roles) {
            for (const int other : moment.roles) {
                if (role != other && moment.roles.size() <= MostRoles)
                    ++pairs[{role, other}].together;
            }
        }
    }
    QList<RolePair> list;
    for (const auto& [roles, counts] : pairs)
        list += RolePair{context.roleRef(roles.first), context.roleRef(roles.second), counts.handovers, counts.together,
                         served[size_t(roles.first)]};
    return list;
}

} // namespace

const Metric* JourneyMetrics::find(const QString& key) const
{
    for (const Metric& metric : metrics) {
        if (keyOf(metric) == key)
            return &metric;
    }
    return nullptr;
}

const Metric* JourneyMetrics::longestTime() const
{
    const Metric* longest = nullptr;
    for (const Journey& journey : journeys) {
        Metric wanted;
        wanted.id = QStringLiteral("customer-minutes");
        wanted.about = journey.about;
        const Metric* time = find(keyOf(wanted));
        if (time && time->value && (!longest || *time->dearest > *longest->dearest))
            longest = time;
    }
    return longest;
}

const Metric* JourneyMetrics::longestWait() const
{
    const Metric* time = longestTime();
    Metric wanted;
    wanted.id = QStringLiteral("wait-share");
    wanted.about = time ? time->about : QList<ElementRef>();
    return time ? find(keyOf(wanted)) : nullptr;
}

JourneyMetrics journeyMetrics(const Blueprint& blueprint)
{
    const MetricContext context(blueprint);
    JourneyMetrics result;
    addSiloMetrics(context, result.metrics);
    addAnswerMetrics(context, result.metrics);
    result.answers = roleAnswers(context);
    addAbilityMetrics(context, result.answers, result.metrics);
    addContactMetrics(context, result.metrics);
    addBurdenMetrics(context, result.metrics);
    const GivenAgain given = givenAgain(context);
    addDataMetrics(context, given, result.metrics);
    addLineMetrics(context, result.metrics);
    addPerspectiveMetrics(context, result.metrics);
    result.rolePairs = rolePairsOf(context);
    result.journeys = journeysOf(context, given);
    result.departments = departmentHandovers(context);
    return result;
}

} // namespace throughline
