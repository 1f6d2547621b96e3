// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/reportfacts.h"

#include "core/base/duration.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr qsizetype MostFigures = 5;

qsizetype countOpen(const CheckResult& check, Severity severity)
{
    return std::count_if(check.findings.begin(), check.findings.end(),
                         [&](const Finding& finding) { return !finding.accepted && finding.severity == severity; });
}

/// Whose time it is: there may be several customers, of whom one takes longest.
QString ownerOf(const JourneyMetrics& metrics, const Metric& time)
{
    const auto journey = std::ranges::find(metrics.journeys, time.about, &Journey::about);
    return time.about.isEmpty() || journey == metrics.journeys.end() ? u"the customer's time"_s
                                                                     : u"the time of %1"_s.arg(journey->customer);
}

void addTime(const JourneyMetrics& metrics, QList<Figure>& figures)
{
    const Metric* time = metrics.longestTime();
    if (!time || *time->dearest <= 0)
        return;
    const bool branches = *time->dearest > *time->value;
    figures += {spokenValue(*time), u"of "_s + ownerOf(metrics, *time) +
                                        (branches ? u", from the quickest to the slowest way"_s : QString())};
    const Metric* wait = metrics.longestWait();
    if (!wait || wait->numerator <= 0)
        return;
    figures += {u"%1 %"_s.arg(std::lround(100 * wait->numerator / wait->denominator)),
                (branches ? u"of the slowest way spent waiting: "_s : u"of it spent waiting: "_s) +
                    spokenMinutes(wait->numerator)};
}

Figure counted(qsizetype count, const QString& one, const QString& many)
{
    return {QString::number(count), count == 1 ? one : many};
}

QString sentence(QString text)
{
    text = text.trimmed();
    if (!text.isEmpty() && !text.endsWith(u'.') && !text.endsWith(u'?') && !text.endsWith(u'!'))
        text += u'.';
    return text;
}

} // namespace

QList<Figure> figuresOf(const JourneyMetrics& metrics, const CheckResult& check)
{
    QList<Figure> figures;
    figures += counted(countOpen(check, Severity::Error), u"break in the service"_s, u"breaks in the service"_s);
    figures += counted(countOpen(check, Severity::Warning), u"risk"_s, u"risks"_s);
    addTime(metrics, figures);
    if (const Metric* met = metrics.find(u"departments-met"_s); met && met->value.value_or(0) > 0)
        figures += {spokenValue(*met),
                    *met->value == 1 ? u"department the customer meets"_s : u"departments the customer meets"_s};
    const qsizetype accepted = std::count_if(check.findings.begin(), check.findings.end(),
                                             [](const Finding& finding) { return finding.accepted.has_value(); });
    if (accepted > 0)
        figures += counted(accepted, u"finding accepted with a reason"_s, u"findings accepted with a reason"_s);
    return figures.mid(0, MostFigures);
}

QString customerTimeOf(const JourneyMetrics& metrics)
{
    const Metric* time = metrics.longestTime();
    return time && *time->dearest > 0 ? spokenValue(*time) : QString();
}

QList<Note> notesOf(const CheckResult& check, const QList<int>& numbers)
{
    QList<Note> notes;
    for (const Finding& finding : check.findings) {
        if (finding.accepted)
            continue;
        Note note;
        note.number = numbers.value(notes.size(), int(notes.size()) + 1);
        note.severity = finding.severity;
        note.title = finding.title.isEmpty() ? finding.rule : finding.title;
        const QString remedy = finding.remedies.value(0);
        const QString fix = remedy.isEmpty() ? QString() : u" Fix: "_s + sentence(remedy);
        const QString why = finding.consequence.isEmpty() ? QString() : u' ' + sentence(finding.consequence);
        note.text = sentence(finding.message) + why + fix;
        note.shortText = sentence(finding.message) + fix;
        notes += note;
    }
    return notes;
}

QString titleOf(const Blueprint& blueprint)
{
    const QString title = blueprint.header().title.simplified();
    return title.isEmpty() ? u"Service blueprint"_s : title;
}

QString subtitleOf(const Blueprint& blueprint)
{
    QStringList parts;
    for (const QString& part : {blueprint.header().scenario, blueprint.header().persona}) {
        if (!part.simplified().isEmpty())
            parts += part.simplified();
    }
    return parts.join(u"\u00a0\u00b7 "_s); // a line never begins with the dot
}

QString footerOf(const Blueprint& blueprint, const QDate& date)
{
    QString text = titleOf(blueprint) + u" \u00b7 "_s +
                   (blueprint.header().state == BlueprintState::AsIs ? u"as is"_s : u"to be"_s);
    if (date.isValid())
        text += u" \u00b7 "_s + QLocale(QLocale::English).toString(date, u"d MMMM yyyy"_s);
    return text;
}

} // namespace throughline
