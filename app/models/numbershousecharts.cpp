// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/numberscharts.h"
#include "app/models/numberswords.h"

#include <algorithm>
#include <array>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

/// The departments of the matrix, from what stands nearest the customer; roles without one last.
QList<ElementRef> departmentsOfMatrix(const Blueprint& blueprint, const QList<DepartmentHandovers>& handovers)
{
    QList<ElementRef> wanted;
    for (const DepartmentHandovers& cell : handovers) {
        for (const ElementRef& ref : {cell.from, cell.to}) {
            if (!wanted.contains(ref))
                wanted += ref;
        }
    }
    QList<ElementRef> ordered;
    const auto take = [&](const ElementRef& ref) {
        if (wanted.removeAll(ref) > 0)
            ordered += ref;
    };
    for (const Lane& lane : orderedLanes(blueprint)) {
        for (const RoleId& role : lane.roles) {
            if (const Role* found = blueprint.find(role); found && !found->department.isEmpty())
                take(refTo(ElementKind::Department, found->department));
        }
    }
    const bool unknown = wanted.removeAll(ElementRef()) > 0;
    ordered += wanted;
    if (unknown)
        ordered += ElementRef();
    return ordered;
}

QString departmentName(const Blueprint& blueprint, const ElementRef& ref)
{
    return ref.kind == ElementKind::Department ? nameIn(blueprint, ref) : NumbersWords::tr("No department");
}

struct HandoverCount
{
    qsizetype between = 0;
    qsizetype within = 0;
    qsizetype unknown = 0;
    const DepartmentHandovers* busiest = nullptr;
};

HandoverCount countHandovers(const QList<DepartmentHandovers>& handovers)
{
    HandoverCount count;
    for (const DepartmentHandovers& cell : handovers) {
        const qsizetype size = cell.connections.size();
        if (cell.from.kind != ElementKind::Department || cell.to.kind != ElementKind::Department) {
            count.unknown += size;
        } else if (cell.from == cell.to) {
            count.within += size;
        } else {
            count.between += size;
            if (!count.busiest || size > count.busiest->connections.size())
                count.busiest = &cell;
        }
    }
    return count;
}

QString handoverTitle(const Blueprint& blueprint, const HandoverCount& count)
{
    if (!count.busiest)
        return NumbersWords::tr("No work crosses from one department to another");
    const QString from = departmentName(blueprint, count.busiest->from);
    const QString to = departmentName(blueprint, count.busiest->to);
    if (count.between == 1)
        return NumbersWords::tr("Work changes departments once, from %1 to %2").arg(from, to);
    if (count.busiest->connections.size() == 1)
        return NumbersWords::tr("Work changes departments %1 times, never twice the same way").arg(count.between);
    return NumbersWords::tr("Work changes departments %1 times, most often from %2 to %3")
        .arg(count.between)
        .arg(from, to);
}

QVariantMap handoverCell(const Blueprint& blueprint, const ElementRef& from, const ElementRef& to,
                         const QList<ElementRef>& connections, qsizetype most)
{
    const QString count = counted(connections.size(), NumbersWords::tr("hand-over"), NumbersWords::tr("hand-overs"));
    const QString giver = departmentName(blueprint, from);
    const QString description =
        from == to ? NumbersWords::tr("%1 within %2").arg(count, giver)
                   : NumbersWords::tr("%1 from %2 to %3").arg(count, giver, departmentName(blueprint, to));
    return {{u"count"_s, connections.size()},
            {u"share"_s, double(connections.size()) / double(std::max<qsizetype>(most, 4))},
            {u"within"_s, from == to},
            {u"description"_s, description},
            {u"elements"_s, toVariant(DrawnPlaces(blueprint).of(connections))}};
}

} // namespace

QVariantMap handoverChart(const Blueprint& blueprint, const QList<DepartmentHandovers>& handovers)
{
    constexpr qsizetype MostDepartments = 12;
    if (handovers.isEmpty())
        return missingChart(
            NumbersWords::tr("No work is handed over inside the company. Connect cards of different roles "
                             "to show who hands what to whom."));
    const HandoverCount count = countHandovers(handovers);
    if (count.between + count.within == 0)
        return missingChart(NumbersWords::tr("Nobody has said to which departments the roles belong. Give each role a "
                                             "department in “Departments and roles…” (Ctrl+Shift+D)."));
    const QList<ElementRef> all = departmentsOfMatrix(blueprint, handovers);
    const QList<ElementRef> departments = all.mid(0, MostDepartments);
    qsizetype most = 0;
    for (const DepartmentHandovers& cell : handovers)
        most = std::max(most, cell.connections.size());
    QStringList names;
    QVariantList cells;
    for (const ElementRef& from : departments) {
        names += departmentName(blueprint, from);
        for (const ElementRef& to : departments) {
            const auto cell = std::ranges::find_if(
                handovers, [&](const DepartmentHandovers& other) { return other.from == from && other.to == to; });
            cells += handoverCell(blueprint, from, to,
                                  cell == handovers.end() ? QList<ElementRef>() : cell->connections, most);
        }
    }
    QStringList notes;
    if (count.within > 0)
        notes +=
            NumbersWords::tr("%1 within a department.")
                .arg(counted(count.within, NumbersWords::tr("hand-over stays"), NumbersWords::tr("hand-overs stay")));
    if (count.unknown > 0)
        notes += NumbersWords::tr("%1 a role without a department.")
                     .arg(counted(count.unknown, NumbersWords::tr("hand-over concerns"),
                                  NumbersWords::tr("hand-overs concern")));
    if (all.size() > departments.size())
        notes += NumbersWords::tr("%1 of %2 departments are shown.").arg(departments.size()).arg(all.size());
    return {{u"title"_s, handoverTitle(blueprint, count)},
            {u"note"_s, notes.join(u' ')},
            {u"missing"_s, QString()},
            {u"names"_s, names},
            {u"cells"_s, cells}};
}

QVariantMap answersChart(const Blueprint& blueprint, const QList<RoleAnswers>& answers, const DrawnPlaces& places)
{
    if (answers.isEmpty())
        return missingChart(NumbersWords::tr("Nobody has said what customers may ask. List it in “Requests and data…” "
                                             "(Ctrl+Shift+R), and say of each role what it can do."));
    NumbersBars bars;
    const std::array names{NumbersWords::tr("can do"), NumbersWords::tr("passes on"),
                           NumbersWords::tr("dies or circles"), NumbersWords::tr("nobody has said")};
    const std::array patterns{u"solid"_s, u"hatch"_s, u"dots"_s, u"hollow"_s};
    for (size_t series = 0; series < names.size(); ++series)
        bars.addSeries(names[series], patterns[series], series == 2 ? u"deep"_s : u"plain"_s);
    RoleAnswers sum;
    for (const RoleAnswers& role : answers) {
        sum.fulfils += role.fulfils;
        sum.passesOn += role.passesOn;
        sum.dies += role.dies;
        sum.unknown += role.unknown;
        const QString name = nameIn(blueprint, role.role);
        const QList<ElementRef> cards = role.cards.isEmpty() ? places.of({role.role}) : role.cards;
        const int known = role.fulfils + role.passesOn + role.dies;
        const QString text =
            known > 0 ? NumbersWords::tr("%1 of %2").arg(role.fulfils).arg(known) : NumbersWords::tr("not known");
        bars.addRow(name, text, NumbersWords::tr("%1 can do %2 of what customers may ask there").arg(name, text),
                    cards);
        const std::array counts{role.fulfils, role.passesOn, role.dies, role.unknown};
        for (int part = 0; part < 4; ++part) {
            bars.addPart(part, counts[size_t(part)], QString::number(counts[size_t(part)]),
                         u"%1: %2 \u2013 %3"_s.arg(name, names[size_t(part)]).arg(counts[size_t(part)]), cards);
        }
    }
    const int known = sum.fulfils + sum.passesOn + sum.dies;
    const QString title = known == 0 ? NumbersWords::tr("Nobody has said what the roles can do of what customers ask")
                                     : NumbersWords::tr("Of %1 customers may ask, the role asked does %2 itself")
                                           .arg(counted(known, NumbersWords::tr("thing"), NumbersWords::tr("things")),
                                                QString::number(sum.fulfils));
    const QString note =
        sum.unknown > 0 ? NumbersWords::tr("What becomes of %1 more, nobody has said.").arg(sum.unknown) : QString();
    return bars.chart(title, note + NumbersWords::rest(bars));
}

} // namespace throughline
