// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/journeymetrics.h"
#include "core/metrics/metricjson.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

QString rolePairsText(const JourneyMetrics& metrics, const Blueprint& blueprint)
{
    QString text;
    for (const RolePair& pair : metrics.rolePairs) {
        const QString names =
            nameOf(blueprint, pair.from).simplified() + u" \u2192 "_s + nameOf(blueprint, pair.to).simplified();
        QStringList parts;
        if (pair.handovers > 0)
            parts += u"%1 \u00d7 handed over"_s.arg(pair.handovers);
        if (pair.together > 0)
            parts += u"together at %1 of %2 moments"_s.arg(pair.together).arg(pair.served);
        text += u"  %1: %2\n"_s.arg(names, parts.join(u", "_s));
    }
    return text.isEmpty() ? text : u"\nRoles with each other\n"_s + text;
}

} // namespace

QString titleOf(const Metric& metric, const Blueprint& blueprint)
{
    QString title = infoOf(metric).title;
    for (const ElementRef& ref : metric.about)
        title += u", "_s + nameOf(blueprint, ref).simplified();
    return title;
}

QString toText(const JourneyMetrics& metrics, const Blueprint& blueprint)
{
    const QString& currency = blueprint.header().currency;
    qsizetype titleWidth = 0;
    qsizetype valueWidth = 0;
    qsizetype knownWidth = 0;
    for (const Metric& metric : metrics.metrics) {
        titleWidth = std::max(titleWidth, titleOf(metric, blueprint).size());
        valueWidth = std::max(valueWidth, spokenValue(metric, currency).size());
        knownWidth = std::max(knownWidth, coverageText(metric).size());
    }
    titleWidth = std::min<qsizetype>(titleWidth, 48);
    QString text;
    std::optional<MetricFamily> family;
    for (const Metric& metric : metrics.metrics) {
        // Of a part of which nothing is known there is nothing to say.
        if (!metric.about.isEmpty() && !metric.value)
            continue;
        if (family != infoOf(metric).family) {
            family = infoOf(metric).family;
            text += (text.isEmpty() ? QString() : u"\n"_s) + familyTitle(*family) + u'\n';
        }
        const QString title = titleOf(metric, blueprint).leftJustified(titleWidth);
        text += u"  %1  %2  %3  %4\n"_s.arg(title, spokenValue(metric, currency).leftJustified(valueWidth),
                                            coverageText(metric).leftJustified(knownWidth), metric.sentence);
    }
    return text + rolePairsText(metrics, blueprint);
}

QByteArray toJson(const JourneyMetrics& metrics, const Blueprint& blueprint)
{
    QJsonArray numbers;
    for (const Metric& metric : metrics.metrics)
        numbers += metricJson(metric);
    QJsonArray pairs;
    for (const RolePair& pair : metrics.rolePairs) {
        pairs += QJsonObject{{u"from"_s, refsJson({pair.from}).first()},
                             {u"to"_s, refsJson({pair.to}).first()},
                             {u"handovers"_s, pair.handovers},
                             {u"together"_s, pair.together},
                             {u"served"_s, pair.served}};
    }
    const QJsonObject root{{u"title"_s, blueprint.header().title},
                           {u"currency"_s, blueprint.header().currency},
                           {u"metrics"_s, numbers},
                           {u"roles"_s, pairs}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace throughline
