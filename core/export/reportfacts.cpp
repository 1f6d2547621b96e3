// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/reportfacts.h"

#include "core/layout/cardtext.h"
#include "core/metrics/journeytime.h"
#include "core/model/queries.h"

#include <QLocale>
#include <QSet>

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

/// The time of the customer whose slowest way is longest.
JourneyTime customerTime(const Blueprint& blueprint)
{
    JourneyTime longest;
    for (const JourneyTime& time : journeyTimes(blueprint)) {
        if (time.slowest > longest.slowest)
            longest = time;
    }
    return longest;
}

/// The departments of the company cards that are joined to a card of the customer.
qsizetype departmentsMet(const Blueprint& blueprint)
{
    QSet<DepartmentId> met;
    const auto meet = [&](const End& one, const End& other) {
        const CardId* first = cardAt(one);
        const CardId* second = cardAt(other);
        const Card* customer = first ? blueprint.find(*first) : nullptr;
        const Card* company = second ? blueprint.find(*second) : nullptr;
        if (!customer || !company || !isCustomerCard(blueprint, *customer) || isCustomerCard(blueprint, *company))
            return;
        for (const DepartmentId& department : departmentsOf(blueprint, *company))
            met.insert(department);
    };
    for (const Connection& connection : blueprint.connections()) {
        meet(connection.from, connection.to);
        meet(connection.to, connection.from);
    }
    return met.size();
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

QList<Figure> figuresOf(const Blueprint& blueprint, const CheckResult& check)
{
    QList<Figure> figures;
    figures += counted(countOpen(check, Severity::Error), u"break in the service"_s, u"breaks in the service"_s);
    figures += counted(countOpen(check, Severity::Warning), u"risk"_s, u"risks"_s);
    const JourneyTime time = customerTime(blueprint);
    if (time.slowest > 0) {
        if (const Result<Minutes> minutes = Minutes::from(time.slowest)) {
            const QString least = time.unknown > 0 ? u"\u2265 "_s : QString();
            figures += {least + spokenMinutes(*minutes), u"of the customer's time"_s};
        }
        if (time.slowestWaiting > 0)
            figures += {u"%1 %"_s.arg(std::lround(100 * time.slowestWaiting / time.slowest)), u"of it spent waiting"_s};
    }
    if (const qsizetype departments = departmentsMet(blueprint); departments > 0)
        figures += counted(departments, u"department the customer meets"_s, u"departments the customer meets"_s);
    const qsizetype accepted = std::count_if(check.findings.begin(), check.findings.end(),
                                             [](const Finding& finding) { return finding.accepted.has_value(); });
    if (accepted > 0)
        figures += counted(accepted, u"finding accepted with a reason"_s, u"findings accepted with a reason"_s);
    return figures.mid(0, MostFigures);
}

QList<Note> notesOf(const CheckResult& check)
{
    QList<Note> notes;
    for (const Finding& finding : check.findings) {
        if (finding.accepted)
            continue;
        Note note;
        note.number = int(notes.size()) + 1;
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
    return parts.join(u" \u00b7 "_s);
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
