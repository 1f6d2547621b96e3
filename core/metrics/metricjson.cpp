// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metricjson.h"

using namespace Qt::StringLiterals;

namespace throughline {

QJsonArray refsJson(const QList<ElementRef>& refs)
{
    QJsonArray array;
    for (const ElementRef& ref : refs)
        array += QJsonObject{{u"kind"_s, word(ref.kind)}, {u"id"_s, ref.id}};
    return array;
}

QJsonValue numberJson(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject metricJson(const Metric& metric)
{
    const MetricInfo& info = infoOf(metric);
    return QJsonObject{
        {u"id"_s, metric.id},
        {u"about"_s, refsJson(metric.about)},
        {u"family"_s, word(info.family)},
        {u"title"_s, info.title},
        {u"unit"_s, word(info.unit)},
        {u"better"_s, word(info.better)},
        {u"value"_s, numberJson(metric.value)},
        {u"dearest"_s, numberJson(metric.dearest)},
        {u"numerator"_s, metric.numerator},
        {u"denominator"_s, metric.denominator},
        {u"known"_s, metric.known},
        {u"unknown"_s, metric.unknown},
        {u"sentence"_s, metric.sentence},
        {u"elements"_s, refsJson(metric.elements)},
    };
}

} // namespace throughline
