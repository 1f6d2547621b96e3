// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/fixeffects.h"

#include "core/metrics/journeymetrics.h"

#include <QCoreApplication>
#include <QVariantMap>

#include <algorithm>
#include <array>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

struct RuleNumbers
{
    QStringView rule;
    std::array<QStringView, 4> metrics;
};

/// The numbers that say how bad what a rule finds is. Rules without one of their own have no entry.
constexpr std::array ruleNumbers{
    RuleNumbers{u"silo-break", {u"silo-index", u"department-changes", u"carry-rate", u"payments"}},
    RuleNumbers{u"toll-between-departments", {u"tolls", u"payments", u"silo-index"}},
    RuleNumbers{u"asked-again", {u"asked-again-share", u"carry-rate"}},
    RuleNumbers{u"too-many-contacts", {u"departments-met", u"roles-met", u"moments-owned"}},
    RuleNumbers{u"customer-out-of-sight", {u"moments-of-department", u"departments-met"}},
    RuleNumbers{u"unowned-moment", {u"moments-owned"}},
    RuleNumbers{u"dead-end-role", {u"dead-end-share", u"empowerment", u"first-person-resolution"}},
    RuleNumbers{u"dead-end-request", {u"dead-end-share", u"empowerment", u"answer-rate"}},
    RuleNumbers{u"pass-on-loop", {u"dead-end-share", u"empowerment"}},
    RuleNumbers{u"customer-stuck", {u"answer-rate", u"customer-minutes"}},
    RuleNumbers{u"unanswered-handoff", {u"answer-rate", u"inferred-answer-rate", u"hops-per-request"}},
    RuleNumbers{u"sometimes-unanswered", {u"answer-rate", u"inferred-answer-rate"}},
    RuleNumbers{u"dropped-handoff", {u"answer-rate", u"inferred-answer-rate"}},
    RuleNumbers{u"customer-must-chase", {u"asks-per-question", u"contacts"}},
    RuleNumbers{u"endless-wait", {u"wait-share", u"customer-minutes"}},
    RuleNumbers{u"mutual-wait", {u"wait-share", u"customer-minutes"}},
    RuleNumbers{u"silent-wait", {u"most-hops", u"hops-per-request", u"wait-share"}},
    RuleNumbers{u"no-customer-lane", {u"perspective"}},
    RuleNumbers{u"company-only-phase", {u"perspective"}},
    RuleNumbers{u"journey-stops-at-sale", {u"perspective"}},
    RuleNumbers{u"costly-step", {u"customer-minutes", u"customer-worry", u"customer-effort", u"customer-money"}},
    RuleNumbers{u"feedback-goes-nowhere", {u"voice-reach", u"virtuous-circle"}},
    RuleNumbers{u"strategy-deaf-to-customer", {u"virtuous-circle", u"voice-reach"}},
    RuleNumbers{u"answer-not-marked", {u"answer-rate", u"inferred-answer-rate"}},
};

/// The place of a metric among the numbers of a rule, or one behind the last.
int rankOf(const Metric& metric, QStringView rule)
{
    const auto entry = std::ranges::find(ruleNumbers, rule, &RuleNumbers::rule);
    if (entry == ruleNumbers.end())
        return int(RuleNumbers().metrics.size());
    return int(std::ranges::find(entry->metrics, QStringView(metric.id)) - entry->metrics.begin());
}

const Metric& present(const MetricChange& change)
{
    return change.after ? *change.after : *change.before;
}

bool isJudged(const MetricChange& change)
{
    return change.verdict == Verdict::Better || change.verdict == Verdict::Worse;
}

/// What a change is called: only what was weighed on both sides is better or worse.
std::pair<QString, QString> verdictOf(const MetricChange& change)
{
    if (change.verdict == Verdict::Better)
        return {u"better"_s, QCoreApplication::translate("Fixes", "better")};
    if (change.verdict == Verdict::Worse)
        return {u"worse"_s, QCoreApplication::translate("Fixes", "worse")};
    return {u"changed"_s, QString()};
}

} // namespace

QString effectSentence(const Fix& fix)
{
    const int mended = int(fix.mended.size());
    const int opened = int(fix.opened.size());
    const QString mends = mended == 1 ? QCoreApplication::translate("Fixes", "Mends 1 finding")
                                      : QCoreApplication::translate("Fixes", "Mends %1 findings").arg(mended);
    if (opened == 0)
        return QCoreApplication::translate("Fixes", "%1, opens none.").arg(mends);
    return QCoreApplication::translate("Fixes", "%1, opens %2.").arg(mends).arg(opened);
}

QStringList titlesOf(const QList<Finding>& findings)
{
    QStringList titles;
    for (const Finding& finding : findings)
        titles += finding.title;
    return titles;
}

QList<MetricChange> byRelevance(const QList<MetricChange>& changes, QStringView rule, const QString& currency)
{
    QList<MetricChange> sorted = changes;
    sorted.removeIf([&](const MetricChange& change) {
        const auto [was, is] = spokenValues(change, currency, currency);
        return was == is;
    });
    std::ranges::stable_sort(sorted, {}, [rule](const MetricChange& change) {
        return std::pair(rankOf(present(change), rule), !isJudged(change));
    });
    return sorted;
}

QVariantList numberRows(const QList<MetricChange>& changes, const Blueprint& before, const Blueprint& after)
{
    const QString currency = before.header().currency;
    QVariantList rows;
    for (const MetricChange& change : changes) {
        const auto [verdict, verdictText] = verdictOf(change);
        const auto [was, is] = spokenValues(change, currency, currency);
        rows += QVariantMap{{u"title"_s, titleOf(present(change), change.after ? after : before)},
                            {u"meaning"_s, infoOf(present(change)).meaning},
                            {u"before"_s, was},
                            {u"after"_s, is},
                            {u"verdict"_s, verdict},
                            {u"verdictText"_s, verdictText}};
    }
    return rows;
}

} // namespace throughline
