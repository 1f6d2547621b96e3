// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/numberscharts.h"

#include "app/models/findingsmodel.h"
#include "app/models/numberswords.h"
#include "core/check/catalogue.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostElements = 256;

} // namespace

QString NumbersWords::stepsOf(qsizetype part, qsizetype all)
{
    return tr("%1 of %2").arg(QString::number(part), counted(all, tr("step"), tr("steps")));
}

QString NumbersWords::rest(const NumbersBars& bars)
{
    const qsizetype more = bars.rowCount() - NumbersBars::MostRows;
    return more > 0 ? tr(" %1 more are in the table below.").arg(more) : QString();
}

void DrawnPlaces::prepare() const
{
    if (std::exchange(m_prepared, true))
        return;
    const auto add = [](QList<ElementRef>& places, const ElementRef& ref) {
        if (places.size() < MostElements)
            places += ref;
    };
    for (const Card& card : m_blueprint.cards()) {
        for (const RoleId& role : rolesOf(m_blueprint, card))
            add(m_places[refTo(ElementKind::Role, role)], refTo(card.id));
        for (const DepartmentId& department : departmentsOf(m_blueprint, card))
            add(m_places[refTo(ElementKind::Department, department)], refTo(card.id));
    }
    for (const Connection& connection : m_blueprint.connections()) {
        if (!connection.request.isEmpty())
            add(m_places[refTo(ElementKind::Request, connection.request)], refTo(connection.id));
    }
}

QList<ElementRef> DrawnPlaces::of(const QList<ElementRef>& refs) const
{
    QList<ElementRef> shown;
    QSet<ElementRef> seen;
    const auto add = [&](const ElementRef& ref) {
        if (shown.size() < MostElements && !seen.contains(ref)) {
            seen.insert(ref);
            shown += ref;
        }
    };
    for (const ElementRef& ref : refs) {
        switch (ref.kind) {
        case ElementKind::Role:
        case ElementKind::Department:
        case ElementKind::Request:
            prepare();
            for (const ElementRef& place : m_places.value(ref))
                add(place);
            break;
        case ElementKind::Phase:
        case ElementKind::Step:
        case ElementKind::Lane:
        case ElementKind::Card:
        case ElementKind::Connection:
            add(ref);
            break;
        case ElementKind::Blueprint:
        case ElementKind::DataItem:
        case ElementKind::Acceptance:
            break;
        }
    }
    return shown;
}

namespace {

/// The open findings of a family, by severity: errors, warnings, hints.
struct FamilyFindings
{
    std::array<int, 3> counts{};
    std::array<QList<ElementRef>, 3> elements;
    [[nodiscard]] int sum() const { return counts[0] + counts[1] + counts[2]; }
};

std::map<RuleFamily, FamilyFindings> familiesOf(const CheckResult& result)
{
    std::map<RuleFamily, FamilyFindings> families;
    for (const Finding& finding : result.findings) {
        if (finding.accepted || finding.severity == Severity::Off)
            continue;
        const size_t part = finding.severity == Severity::Error ? 0 : finding.severity == Severity::Warning ? 1 : 2;
        FamilyFindings& family = families[finding.family];
        ++family.counts[part];
        family.elements[part] += evidenceElements(finding);
    }
    return families;
}

} // namespace

QVariantMap findingsChart(const Blueprint& blueprint, const CheckResult& result, bool checked)
{
    if (!checked)
        return missingChart(NumbersWords::tr("The check is off. Switch on “Check while drawing” (Ctrl+Shift+K)."));
    const std::map<RuleFamily, FamilyFindings> families = familiesOf(result);
    if (families.empty())
        return missingChart(NumbersWords::tr("Nothing breaks for the customer here: the check has no open finding."));
    const DrawnPlaces places(blueprint);
    NumbersBars bars;
    const std::array names{NumbersWords::tr("breaks"), NumbersWords::tr("risks"), NumbersWords::tr("hints")};
    bars.addSeries(names[0], u"solid"_s, u"error"_s);
    bars.addSeries(names[1], u"hatch"_s, u"warning"_s);
    bars.addSeries(names[2], u"dots"_s, u"hint"_s);
    int all = 0;
    QString most;
    int mostCount = 0;
    for (const auto& [family, found] : families) {
        all += found.sum();
        const QString name = familyName(family);
        if (found.sum() > mostCount) {
            mostCount = found.sum();
            most = name;
        }
        QList<ElementRef> elements;
        for (const QList<ElementRef>& part : found.elements)
            elements += part;
        bars.addRow(
            name, QString::number(found.sum()),
            u"%1: %2"_s.arg(name, counted(found.sum(), NumbersWords::tr("finding"), NumbersWords::tr("findings"))),
            places.of(elements));
        for (int part = 0; part < 3; ++part) {
            const int count = found.counts[size_t(part)];
            bars.addPart(part, count, QString::number(count),
                         u"%1: %2 %3"_s.arg(name).arg(count).arg(names[size_t(part)]),
                         places.of(found.elements[size_t(part)]));
        }
    }
    const QString what = counted(all, NumbersWords::tr("finding is open"), NumbersWords::tr("findings are open"));
    const auto accepted =
        std::ranges::count_if(result.findings, [](const Finding& f) { return f.accepted.has_value(); });
    const QString title = mostCount == all      ? NumbersWords::tr("%1, all under “%2”").arg(what, most)
                          : mostCount * 2 > all ? NumbersWords::tr("%1, most of them under “%2”").arg(what, most)
                                                : NumbersWords::tr("%1, the most under “%2”").arg(what, most);
    return bars.chart(title, accepted > 0 ? NumbersWords::tr("%1 with a reason.")
                                                .arg(counted(accepted, NumbersWords::tr("more is accepted"),
                                                             NumbersWords::tr("more are accepted")))
                                          : QString());
}

} // namespace throughline
