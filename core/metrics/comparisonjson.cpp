// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/comparison.h"
#include "core/metrics/metricjson.h"
#include "core/model/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

QJsonObject findingJson(const Finding& finding)
{
    QList<ElementRef> elements;
    for (const Evidence& evidence : finding.evidence)
        elements += evidence.element;
    QJsonObject object{
        {u"rule"_s, finding.rule},
        {u"severity"_s, word(finding.severity)},
        {u"subject"_s, subjectOf(finding)},
        {u"fingerprint"_s, fingerprint(finding)},
        {u"title"_s, finding.title},
        {u"message"_s, finding.message},
        {u"consequence"_s, finding.consequence},
        {u"remedies"_s, QJsonArray::fromStringList(finding.remedies)},
        {u"elements"_s, refsJson(elements)},
    };
    if (finding.accepted)
        object.insert(u"accepted"_s, finding.accepted->reason);
    return object;
}

QJsonObject changeJson(const MetricChange& change)
{
    return QJsonObject{
        {u"before"_s, change.before ? QJsonValue(metricJson(*change.before)) : QJsonValue()},
        {u"after"_s, change.after ? QJsonValue(metricJson(*change.after)) : QJsonValue()},
        {u"verdict"_s, word(change.verdict)},
        {u"difference"_s, numberJson(change.difference)},
        {u"sentence"_s, change.sentence},
    };
}

QString wordOf(ElementDifference::Kind kind)
{
    switch (kind) {
    case ElementDifference::Kind::Added:
        return u"added"_s;
    case ElementDifference::Kind::Removed:
        return u"removed"_s;
    case ElementDifference::Kind::Changed:
        break;
    }
    return u"changed"_s;
}

} // namespace

QByteArray toJson(const Comparison& comparison)
{
    QJsonArray findings;
    for (const Finding& finding : comparison.findings)
        findings += findingJson(finding);
    QJsonArray metrics;
    for (const MetricChange& change : comparison.metrics)
        metrics += changeJson(change);
    QJsonArray elements;
    for (const ElementDifference& difference : comparison.elements) {
        elements += QJsonObject{{u"element"_s, refsJson({difference.element}).first()},
                                {u"change"_s, wordOf(difference.kind)},
                                {u"name"_s, difference.name},
                                {u"fields"_s, QJsonArray::fromStringList(difference.fields)}};
    }
    const QJsonObject root{{u"findings"_s, findings}, {u"metrics"_s, metrics}, {u"elements"_s, elements}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace throughline
