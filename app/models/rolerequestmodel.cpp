// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rolerequestmodel.h"

#include "app/document/follow.h"
#include "app/models/labels.h"
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "core/render/palette.h"
#include "core/scene/scenebuilder.h"

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

using Kind = RoleRequestCell::Kind;
using Ability = Capability::Ability;

QString wordOf(Kind kind)
{
    switch (kind) {
    case Kind::Fulfils:
        return u"fulfils"_s;
    case Kind::PassesOn:
        return u"passes-on"_s;
    case Kind::Dies:
        return u"dies"_s;
    case Kind::Circles:
        return u"circles"_s;
    case Kind::Unknown:
        return u"unknown"_s;
    case Kind::NotMet:
        break;
    }
    return u"not-met"_s;
}

std::optional<Ability> abilityOf(const QString& word)
{
    if (word == "fulfils"_L1)
        return Ability::Fulfils;
    if (word == "passes-on"_L1)
        return Ability::PassesOn;
    if (word == "refuses"_L1)
        return Ability::Refuses;
    return std::nullopt;
}

/// The roles that are not in the table, by lane from the top, then by name.
QList<RoleId> otherRoles(const Blueprint& blueprint, const QList<RoleId>& rows)
{
    QList<RoleId> others;
    const auto add = [&](const RoleId& id) {
        if (!rows.contains(id) && !others.contains(id))
            others += id;
    };
    for (const Lane& lane : orderedLanes(blueprint)) {
        for (const RoleId& role : lane.roles)
            add(role);
    }
    QList<Role> rest(blueprint.roles().begin(), blueprint.roles().end());
    std::stable_sort(rest.begin(), rest.end(), [](const Role& l, const Role& r) {
        return displayName(l).localeAwareCompare(displayName(r)) < 0;
    });
    for (const Role& role : rest)
        add(role.id);
    return others;
}

} // namespace

RoleRequestModel::RoleRequestModel(QObject* parent) : QAbstractTableModel(parent) {}

void RoleRequestModel::setRunner(AskRunner* runner)
{
    if (!follow(this, m_runner, runner, when(&AskRunner::knowledgeChanged, &RoleRequestModel::refresh)))
        return;
    Q_EMIT runnerChanged();
    refresh();
}

void RoleRequestModel::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT darkChanged();
    refresh();
}

int RoleRequestModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_cells.size());
}

int RoleRequestModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_cells.isEmpty() ? 0 : m_requests.count();
}

bool RoleRequestModel::hasCell(int row, int column) const
{
    return row >= 0 && row < m_cells.size() && column >= 0 && column < m_cells[row].size() && document();
}

QVariant RoleRequestModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Cell& cell = m_cells[index.row()][index.column()];
    switch (role) {
    case SignRole:
        return cell.sign;
    case KindRole:
        return wordOf(cell.seen.kind);
    case ViaRole:
        return cell.via;
    case HopsRole:
        return cell.seen.hops;
    case AsideRole:
        return cell.aside;
    case LabelRole:
        return tr("%1, %2: %3")
            .arg(m_roles.heads()[index.row()].name, m_requests.heads()[index.column()].name,
                 cell.aside.isEmpty() ? cell.sign : cell.sign + u' ' + cell.aside);
    default:
        return {};
    }
}

QHash<int, QByteArray> RoleRequestModel::roleNames() const
{
    return {{SignRole, QByteArrayLiteral("sign")},   {KindRole, QByteArrayLiteral("kind")},
            {ViaRole, QByteArrayLiteral("via")},     {HopsRole, QByteArrayLiteral("hops")},
            {AsideRole, QByteArrayLiteral("aside")}, {LabelRole, QByteArrayLiteral("label")}};
}

QString RoleRequestModel::roleAt(int row) const
{
    return row >= 0 && row < m_roles.count() ? m_roles.heads()[row].id : QString();
}

QString RoleRequestModel::requestAt(int column) const
{
    return column >= 0 && column < m_requests.count() ? m_requests.heads()[column].id : QString();
}

QString RoleRequestModel::nameOfRole(const RoleId& role) const
{
    return nameOf(document()->blueprint(), {ElementKind::Role, role.value}).simplified();
}

QList<DrawnAbility> RoleRequestModel::drawn() const
{
    const auto simulation = m_runner ? m_runner->knowledge().simulation : nullptr;
    return simulation ? simulation->drawnAbilities() : QList<DrawnAbility>();
}

void RoleRequestModel::refresh()
{
    const bool known = m_runner && m_runner->document() && m_runner->knowledge().simulation;
    const RoleRequestTable table = known ? m_runner->knowledge().table : RoleRequestTable();
    const QList<AskHead> roles = known ? roleHeads() : QList<AskHead>();
    const QList<AskHead> requests = known ? requestHeads() : QList<AskHead>();
    QList<QList<Cell>> cells;
    for (qsizetype row = 0; row < roles.size(); ++row) {
        QList<Cell> line;
        for (qsizetype column = 0; column < requests.size(); ++column) {
            const RoleRequestCell seen = row < table.rows.size() ? table.cells[row][column] : RoleRequestCell();
            line += cellOf(RoleId(roles[row].id), RequestId(requests[column].id), seen);
        }
        cells += line;
    }
    const auto idsOf = [](const QList<AskHead>& heads) {
        QStringList ids;
        for (const AskHead& head : heads)
            ids += head.id;
        return ids;
    };
    const bool same = idsOf(roles) == idsOf(m_roles.heads()) && idsOf(requests) == idsOf(m_requests.heads());
    m_metCount = int(table.rows.size());
    if (!same)
        beginResetModel();
    m_roles.show(roles);
    m_requests.show(requests);
    if (same) {
        takeCells(cells);
    } else {
        m_cells = cells;
        endResetModel();
    }
    Q_EMIT knowledgeChanged();
}

void RoleRequestModel::takeCells(const QList<QList<Cell>>& cells)
{
    for (int row = 0; row < int(cells.size()); ++row) {
        for (int column = 0; column < int(cells[row].size()); ++column) {
            if (cells[row][column] == m_cells[row][column])
                continue;
            m_cells[row][column] = cells[row][column];
            Q_EMIT dataChanged(index(row, column), index(row, column));
        }
    }
}

QList<AskHead> RoleRequestModel::roleHeads() const
{
    const Blueprint& blueprint = document()->blueprint();
    const RoleRequestTable& table = m_runner->knowledge().table;
    const Theme& theme = m_dark ? darkTheme() : lightTheme();
    QList<AskHead> heads;
    const auto add = [&](const RoleId& id, bool met) {
        const throughline::Role* role = blueprint.find(id);
        AskHead head;
        head.id = id.value;
        head.met = met;
        head.name = role ? displayName(*role).simplified() : id.value;
        head.onlyThese = role && role->onlyThese;
        const Department* department = role ? blueprint.find(role->department) : nullptr;
        if (department) {
            head.detail = displayName(*department).simplified();
            head.colour = toColor(departmentColour(blueprint, theme, department->id));
        }
        heads += head;
    };
    for (const RoleId& role : table.rows)
        add(role, true);
    for (const RoleId& role : otherRoles(blueprint, table.rows))
        add(role, false);
    return heads;
}

QList<AskHead> RoleRequestModel::requestHeads() const
{
    const Blueprint& blueprint = document()->blueprint();
    QList<AskHead> heads;
    for (const RequestId& id : m_runner->knowledge().table.columns) {
        const Request* request = blueprint.find(id);
        AskHead head;
        head.id = id.value;
        head.name = request ? displayName(*request).simplified() : id.value;
        head.met = request && request->catalogued;
        QStringList phases;
        for (const Phase& phase : orderedPhases(blueprint)) {
            if (request && request->livePhases.contains(phase.id))
                phases += displayName(phase).simplified();
        }
        head.detail = !head.met          ? tr("only where it is drawn")
                      : phases.isEmpty() ? tr("everywhere")
                                         : phases.join(tr(", ", "between the names of phases"));
        heads += head;
    }
    return heads;
}

RoleRequestModel::Cell RoleRequestModel::cellOf(const RoleId& role, const RequestId& request,
                                                const RoleRequestCell& seen) const
{
    const RequestReach::Entry entry = m_runner->knowledge().reaches.value(request).at(role);
    Cell cell;
    cell.seen = seen;
    cell.sign = sign(seen, document()->blueprint()).simplified();
    if (seen.kind == Kind::PassesOn)
        cell.via = nameOfRole(seen.via);
    cell.aside = asideOf(role, request, seen, entry);
    return cell;
}

QString RoleRequestModel::asideOf(const RoleId& role, const RequestId& request, const RoleRequestCell& seen,
                                  const RequestReach::Entry& entry) const
{
    const throughline::Role* asked = document()->blueprint().find(role);
    const bool isSaid = asked && saidOf(*asked, request).ability.has_value();
    switch (entry.own) {
    case OwnAbility::Fulfils:
        if (seen.kind == Kind::NotMet)
            return u"\u25cf"_s;
        return isSaid ? QString() : tr("drawn");
    case OwnAbility::PassesOn:
        if (seen.kind == Kind::PassesOn) {
            if (entry.passesTo.size() > 1)
                return entry.passesTo.size() == 2 ? tr("or 1 other")
                                                  : tr("or %1 others").arg(entry.passesTo.size() - 1);
            return isSaid ? QString() : tr("drawn");
        }
        return u"\u2192 %1"_s.arg(nameOfRole(entry.passesTo.first()));
    case OwnAbility::Refuses:
        if (seen.kind == Kind::NotMet)
            return isSaid ? u"\u2715"_s : QString();
        return isSaid ? QString() : tr("only these");
    case OwnAbility::Unknown:
        break;
    }
    return {};
}

QString RoleRequestModel::doingOf(const SaidAbility& said) const
{
    if (!said.ability)
        return tr("nobody has said");
    switch (*said.ability) {
    case Ability::Fulfils:
        return tr("sees to it");
    case Ability::PassesOn:
        return tr("passes it on to %1").arg(nameOfRole(said.passesTo));
    case Ability::Refuses:
        break;
    }
    return tr("refuses");
}

QString RoleRequestModel::sentence(int row, int column) const
{
    if (!hasCell(row, column))
        return {};
    const RoleId role(roleAt(row));
    const RequestId request(requestAt(column));
    if (row < m_metCount)
        return m_runner->knowledge().simulation->ask(role, request).sentence;
    const RequestReach::Entry entry = m_runner->knowledge().reaches.value(request).at(role);
    SaidAbility own;
    if (entry.own == OwnAbility::Fulfils)
        own.ability = Ability::Fulfils;
    else if (entry.own == OwnAbility::Refuses)
        own.ability = Ability::Refuses;
    else if (entry.own == OwnAbility::PassesOn)
        own = {Ability::PassesOn, entry.passesTo.first()};
    return tr("The customer never meets %1. When “%2” is passed on to it: %3.")
        .arg(m_roles.heads()[row].name, m_requests.heads()[column].name, doingOf(own));
}

QString RoleRequestModel::nextText(int row, int column) const
{
    if (!hasCell(row, column))
        return {};
    const std::optional<SaidAbility> next =
        nextAbility(document()->blueprint(), drawn(), RoleId(roleAt(row)), RequestId(requestAt(column)), false);
    return next ? doingOf(*next) : QString();
}

QVariantList RoleRequestModel::targets(int row, int column) const
{
    if (!hasCell(row, column))
        return {};
    const Blueprint& blueprint = document()->blueprint();
    const RoleId role(roleAt(row));
    const RequestId request(requestAt(column));
    const RequestReach reach = Capabilities(blueprint, drawn()).reachOf(request);
    QList<RoleId> ids = passTargets(blueprint, reach, role);
    const throughline::Role* asked = blueprint.find(role);
    const SaidAbility said = asked ? saidOf(*asked, request) : SaidAbility();
    if (said.ability == Ability::PassesOn && ids.removeOne(said.passesTo))
        ids.prepend(said.passesTo);
    QVariantList choices;
    for (const RoleId& id : ids) {
        const bool does = reach.at(id).own == OwnAbility::Fulfils;
        choices += choice(id.value, does ? tr("%1 ●").arg(nameOfRole(id)) : nameOfRole(id));
    }
    return choices;
}

bool RoleRequestModel::apply(int row, int column, const SaidAbility& said)
{
    const QString text =
        tr("%1, %2: %3").arg(m_roles.heads()[row].name, m_requests.heads()[column].name, doingOf(said));
    return document()->apply(sayAbility(document()->blueprint(), RoleId(roleAt(row)), RequestId(requestAt(column)),
                                        said.ability, said.passesTo),
                             text);
}

bool RoleRequestModel::cycle(int row, int column, bool backwards)
{
    if (!hasCell(row, column))
        return false;
    const std::optional<SaidAbility> next =
        nextAbility(document()->blueprint(), drawn(), RoleId(roleAt(row)), RequestId(requestAt(column)), backwards);
    if (next)
        return apply(row, column, *next);
    Q_EMIT refused(tr("The drawing shows that %1 answers “%2”: to change that, change the drawing.")
                       .arg(m_roles.heads()[row].name, m_requests.heads()[column].name));
    return false;
}

bool RoleRequestModel::say(int row, int column, const QString& ability, const QString& passesTo)
{
    if (!hasCell(row, column))
        return false;
    SaidAbility said{abilityOf(ability), {}};
    if (said.ability == Ability::PassesOn) {
        const QVariantList choices = passesTo.isEmpty() ? targets(row, column) : QVariantList();
        said.passesTo = RoleId(choices.isEmpty() ? passesTo : choices.first().toMap().value(u"value"_s).toString());
    }
    return apply(row, column, said);
}

bool RoleRequestModel::toggleOnlyThese(int row)
{
    if (row < 0 || row >= m_roles.count() || !document())
        return false;
    const AskHead& head = m_roles.heads()[row];
    const QString text = head.onlyThese ? tr("%1 may do more than is listed") : tr("%1 does only what is listed");
    return document()->apply(sayOnlyThese(document()->blueprint(), RoleId(head.id), !head.onlyThese),
                             text.arg(head.name));
}

QString RoleRequestModel::addRole(const QString& name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || !document())
        return {};
    for (const throughline::Role& other : document()->blueprint().roles()) {
        if (displayName(other).trimmed().compare(trimmed, Qt::CaseInsensitive) == 0)
            return other.id.value;
    }
    throughline::Role role;
    role.id = RoleId(mintId(u'r'));
    role.name = trimmed;
    return document()->apply(addElement(document()->blueprint(), role), tr("Add “%1”").arg(trimmed)) ? role.id.value
                                                                                                     : QString();
}

QString RoleRequestModel::addRequest(const QString& name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || !document())
        return {};
    const Blueprint& blueprint = document()->blueprint();
    Request request;
    if (const Request* known = requestNamed(blueprint, trimmed)) {
        request = *known;
        request.catalogued = true;
        document()->apply(replaceElement(blueprint, request), tr("Put “%1” into the catalogue").arg(trimmed));
        return request.id.value;
    }
    request.id = RequestId(mintId(u'q'));
    request.name = trimmed;
    return document()->apply(addElement(blueprint, request), tr("Add “%1”").arg(trimmed)) ? request.id.value
                                                                                          : QString();
}

} // namespace throughline
