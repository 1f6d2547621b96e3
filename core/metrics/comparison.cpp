// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/comparison.h"

#include "core/check/phrases.h"
#include "core/metrics/comparisonrules.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

constexpr double Tolerance = 1e-9;

/// "costs were given for 4 of 11 steps before, 9 of 10 after".
QString coverageWords(const Metric& before, const Metric& after)
{
    return u"not comparable: known for %1 of %2 before, %3 of %4 after"_s.arg(before.known)
        .arg(before.known + before.unknown)
        .arg(after.known)
        .arg(after.known + after.unknown);
}

Verdict judge(const Metric& before, const Metric& after, double difference)
{
    // A range is better only if neither of its ends is worse.
    const double dearest = after.dearest.value_or(*after.value) - before.dearest.value_or(*before.value);
    if (std::abs(difference) < Tolerance && std::abs(dearest) < Tolerance)
        return Verdict::Same;
    const bool rises = difference > -Tolerance && dearest > -Tolerance;
    const bool falls = difference < Tolerance && dearest < Tolerance;
    switch (infoOf(after).better) {
    case Better::Lower:
        return falls ? Verdict::Better : rises ? Verdict::Worse : Verdict::Changed;
    case Better::Higher:
        return rises ? Verdict::Better : falls ? Verdict::Worse : Verdict::Changed;
    case Better::Neither:
        break;
    }
    return Verdict::Changed;
}

MetricChange compareMetrics(const Metric& before, const Metric& after)
{
    MetricChange change;
    change.before = before;
    change.after = after;
    if (!before.value && !after.value)
        return change;
    if (std::abs(coverageOf(before) - coverageOf(after)) >= 0.1 - Tolerance) {
        change.verdict = Verdict::NotComparable;
        change.sentence = coverageWords(before, after);
    } else if (!before.value || !after.value) {
        change.verdict = Verdict::NotComparable;
        change.sentence = before.value ? u"not comparable: after, there is nothing to measure"_s
                                       : u"not comparable: before, there was nothing to measure"_s;
    } else {
        change.difference = *after.value - *before.value;
        change.verdict = judge(before, after, *change.difference);
    }
    return change;
}

int placeInCatalogue(const Metric& metric)
{
    const QList<MetricInfo>& catalogue = metricCatalogue();
    return int(std::distance(catalogue.begin(), std::ranges::find(catalogue, metric.id, &MetricInfo::id)));
}

QString wordsOf(const ElementDifference& difference)
{
    switch (difference.kind) {
    case ElementDifference::Kind::Added:
        return u"added"_s;
    case ElementDifference::Kind::Removed:
        return u"removed"_s;
    case ElementDifference::Kind::Changed:
        return difference.fields.join(u", "_s);
    }
    return {};
}

QString findingsText(const QList<Finding>& findings)
{
    QString text;
    for (const Finding& finding : findings) {
        if (finding.accepted) {
            text += u"accepted  %1: %2\n\n"_s.arg(finding.title, finding.accepted->reason);
            continue;
        }
        text += u"%1  %2\n  %3\n  Why it matters: %4\n"_s.arg(word(finding.severity), finding.title, finding.message,
                                                              finding.consequence);
        text += u"  What would mend it: %1\n\n"_s.arg(finding.remedies.first());
    }
    return text;
}

} // namespace

Comparison compareBlueprints(const Blueprint& before, const Blueprint& after)
{
    const JourneyMetrics left = journeyMetrics(before);
    const JourneyMetrics right = journeyMetrics(after);
    QHash<QString, const Metric*> earlier;
    for (const Metric& metric : left.metrics)
        earlier.insert(keyOf(metric), &metric);
    Comparison comparison;
    comparison.elements = differencesOf(before, after);
    comparison.findings = findShifts(before, after);
    for (const Metric& metric : right.metrics) {
        if (const Metric* old = earlier.take(keyOf(metric)))
            comparison.metrics += compareMetrics(*old, metric);
        else
            comparison.metrics += MetricChange{std::nullopt, metric, Verdict::OnlyAfter, {}, {}};
    }
    for (const Metric& metric : left.metrics) {
        if (earlier.contains(keyOf(metric)))
            comparison.metrics += MetricChange{metric, std::nullopt, Verdict::OnlyBefore, {}, {}};
    }
    std::ranges::stable_sort(comparison.metrics, {}, [](const MetricChange& change) {
        return placeInCatalogue(change.after ? *change.after : *change.before);
    });
    return comparison;
}

std::pair<QString, QString> spokenValues(const MetricChange& change, const QString& currencyBefore,
                                         const QString& currencyAfter)
{
    const auto sides = [&](QString (*text)(const Metric&, const QString&)) {
        return std::pair(change.before ? text(*change.before, currencyBefore) : u"\u2013"_s,
                         change.after ? text(*change.after, currencyAfter) : u"\u2013"_s);
    };
    const auto [before, after] = sides(spokenValue);
    return before == after ? sides(valueText) : std::pair(before, after);
}

QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Better:
        return u"better"_s;
    case Verdict::Worse:
        return u"worse"_s;
    case Verdict::Same:
        return u"same"_s;
    case Verdict::Changed:
        return u"changed"_s;
    case Verdict::NotComparable:
        return u"not comparable"_s;
    case Verdict::OnlyBefore:
        return u"only before"_s;
    case Verdict::OnlyAfter:
        return u"only after"_s;
    }
    return {};
}

QString toText(const Comparison& comparison, const Blueprint& before, const Blueprint& after)
{
    struct Line
    {
        QString title;
        QString values;
        QString verdict;
    };
    QList<Line> lines;
    for (const MetricChange& change : comparison.metrics) {
        const bool any = (change.before && change.before->value) || (change.after && change.after->value);
        if (!any)
            continue;
        const QString title = change.after ? titleOf(*change.after, after) : titleOf(*change.before, before);
        const auto [was, is] = spokenValues(change, before.header().currency, after.header().currency);
        lines +=
            Line{title, was + u" \u2192 "_s + is, change.sentence.isEmpty() ? word(change.verdict) : change.sentence};
    }
    qsizetype titleWidth = 0;
    qsizetype valueWidth = 0;
    for (const Line& line : lines) {
        titleWidth = std::max(titleWidth, std::min<qsizetype>(line.title.size(), 48));
        valueWidth = std::max(valueWidth, line.values.size());
    }
    QString text = findingsText(comparison.findings) + u"Numbers\n"_s;
    for (const Line& line : lines)
        text += u"  %1  %2  %3\n"_s.arg(line.title.leftJustified(titleWidth), line.values.leftJustified(valueWidth),
                                        line.verdict);
    text +=
        comparison.elements.isEmpty()
            ? u"\nThe drawing is the same.\n"_s
            : u"\nChanged in the drawing: %1\n"_s.arg(counted(comparison.elements.size(), u"element"_s, u"elements"_s));
    for (const ElementDifference& difference : comparison.elements) {
        text += u"  %1 %2: %3\n"_s.arg(word(difference.element.kind), quoted(difference.name.simplified()),
                                       wordsOf(difference));
    }
    return text;
}

} // namespace throughline
