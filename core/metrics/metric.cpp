// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metric.h"

#include "core/base/duration.h"

using namespace Qt::StringLiterals;

namespace throughline {

const MetricInfo& infoOf(const Metric& metric)
{
    for (const MetricInfo& info : metricCatalogue()) {
        if (info.id == metric.id)
            return info;
    }
    Q_ASSERT_X(false, "infoOf", "the metric is not in the catalogue");
    static const MetricInfo none;
    return none;
}

QString keyOf(const Metric& metric)
{
    QString key = metric.id;
    for (const ElementRef& ref : metric.about)
        key += u' ' + ref.id;
    return key;
}

double coverageOf(const Metric& metric)
{
    const int all = metric.known + metric.unknown;
    return all == 0 ? 1.0 : double(metric.known) / double(all);
}

QString coverageText(const Metric& metric)
{
    return metric.unknown == 0 ? QString() : u"%1 of %2 known"_s.arg(metric.known).arg(metric.known + metric.unknown);
}

QString figure(double number)
{
    QString text = QString::number(number, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == u"-0"_s ? u"0"_s : text;
}

namespace {

/// "70–82" where the journey branches.
QString rangeText(const Metric& metric)
{
    const QString low = figure(*metric.value);
    const QString high = metric.dearest ? figure(*metric.dearest) : low;
    return low == high ? low : low + u'\u2013' + high;
}

QString unitSign(MetricUnit unit, bool one, const QString& currency)
{
    switch (unit) {
    case MetricUnit::Minutes:
        return u" min"_s;
    case MetricUnit::Points:
        return one ? u" point"_s : u" points"_s;
    case MetricUnit::Money:
        return currency.isEmpty() ? QString() : u' ' + currency;
    case MetricUnit::Share:
    case MetricUnit::Count:
    case MetricUnit::Mean:
    case MetricUnit::Index:
    case MetricUnit::YesNo:
        break;
    }
    return {};
}

} // namespace

QString valueText(const Metric& metric, const QString& currency)
{
    if (!metric.value)
        return u"\u2013"_s;
    const MetricUnit unit = infoOf(metric).unit;
    switch (unit) {
    case MetricUnit::Share:
        return u"%1 of %2"_s.arg(figure(metric.numerator), figure(metric.denominator));
    case MetricUnit::YesNo:
        return *metric.value > 0 ? u"yes"_s : u"no"_s;
    case MetricUnit::Index:
        return (*metric.value > 0 ? u"+"_s : QString()) + figure(*metric.value);
    case MetricUnit::Count:
    case MetricUnit::Mean:
        return rangeText(metric);
    case MetricUnit::Minutes:
    case MetricUnit::Points:
    case MetricUnit::Money:
        return (metric.unknown > 0 ? u"\u2265 "_s : QString()) + rangeText(metric) +
               unitSign(unit, rangeText(metric) == u"1"_s, currency);
    }
    return {};
}

QString spokenValue(const Metric& metric, const QString& currency)
{
    if (!metric.value)
        return valueText(metric, currency);
    const QString least = metric.unknown > 0 ? u"\u2265"_s : QString();
    if (metric.id == u"wait-share"_s)
        return spokenPart(metric.numerator, metric.denominator, least);
    const QString before = least.isEmpty() ? least : least + u' ';
    const MetricUnit unit = infoOf(metric).unit;
    if (unit == MetricUnit::Minutes)
        return before + spokenRange(*metric.value, metric.dearest.value_or(*metric.value));
    return unit == MetricUnit::Count ? before + valueText(metric, currency) : valueText(metric, currency);
}

QString word(MetricFamily family)
{
    switch (family) {
    case MetricFamily::Silos:
        return u"silos"_s;
    case MetricFamily::Answers:
        return u"answers"_s;
    case MetricFamily::Abilities:
        return u"abilities"_s;
    case MetricFamily::Contact:
        return u"contact"_s;
    case MetricFamily::Burden:
        return u"burden"_s;
    case MetricFamily::Lines:
        return u"lines"_s;
    case MetricFamily::Perspective:
        return u"perspective"_s;
    }
    return {};
}

QString familyTitle(MetricFamily family)
{
    switch (family) {
    case MetricFamily::Silos:
        return u"Silos"_s;
    case MetricFamily::Answers:
        return u"Answers"_s;
    case MetricFamily::Abilities:
        return u"Who can do what"_s;
    case MetricFamily::Contact:
        return u"Contact"_s;
    case MetricFamily::Burden:
        return u"What it costs the customer"_s;
    case MetricFamily::Lines:
        return u"Lines"_s;
    case MetricFamily::Perspective:
        return u"Perspective and voice"_s;
    }
    return {};
}

QString word(MetricUnit unit)
{
    switch (unit) {
    case MetricUnit::Share:
        return u"share"_s;
    case MetricUnit::Count:
        return u"count"_s;
    case MetricUnit::Mean:
        return u"mean"_s;
    case MetricUnit::Index:
        return u"index"_s;
    case MetricUnit::Minutes:
        return u"minutes"_s;
    case MetricUnit::Points:
        return u"points"_s;
    case MetricUnit::Money:
        return u"money"_s;
    case MetricUnit::YesNo:
        return u"yes-no"_s;
    }
    return {};
}

QString word(Better better)
{
    switch (better) {
    case Better::Lower:
        return u"lower"_s;
    case Better::Higher:
        return u"higher"_s;
    case Better::Neither:
        return u"neither"_s;
    }
    return {};
}

QString word(ElementKind kind)
{
    switch (kind) {
    case ElementKind::Blueprint:
        return u"blueprint"_s;
    case ElementKind::Department:
        return u"department"_s;
    case ElementKind::Role:
        return u"role"_s;
    case ElementKind::Request:
        return u"request"_s;
    case ElementKind::DataItem:
        return u"data"_s;
    case ElementKind::Phase:
        return u"phase"_s;
    case ElementKind::Step:
        return u"step"_s;
    case ElementKind::Lane:
        return u"lane"_s;
    case ElementKind::Card:
        return u"card"_s;
    case ElementKind::Connection:
        return u"connection"_s;
    case ElementKind::Acceptance:
        return u"acceptance"_s;
    }
    return {};
}

} // namespace throughline
