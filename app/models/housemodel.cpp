// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/housemodel.h"

#include "app/document/elementref.h"
#include "app/document/follow.h"
#include "app/models/labels.h"
#include "core/edit/operations.h"
#include "core/model/queries.h"

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

template <typename Element>
Result<Patch> added(const Blueprint& blueprint, const QString& id, const QString& name)
{
    Element element;
    element.id = Id<Element>(id);
    element.name = name;
    return addElement(blueprint, element);
}

/// How often each element of a kind is used, by its id; counted in one pass over what uses them.
using Uses = QHash<QString, int>;

Uses usesOf(const Blueprint& blueprint, ElementKind kind)
{
    Uses uses;
    if (kind == ElementKind::Department) {
        for (const Role& role : blueprint.roles())
            ++uses[role.department.value];
    } else if (kind == ElementKind::Request) {
        for (const Connection& connection : blueprint.connections()) {
            if (connection.kind == ConnectionKind::Request && !connection.request.isEmpty())
                ++uses[connection.request.value];
        }
    } else if (kind == ElementKind::DataItem) {
        for (const Card& card : blueprint.cards()) {
            for (const DataItemId& item : card.gives)
                ++uses[item.value];
            for (const DataItemId& item : card.asks) {
                if (!card.gives.contains(item))
                    ++uses[item.value];
            }
        }
    }
    return uses;
}

// What tells an element apart, in a few words.

QString detailOf(const Blueprint&, const Department&, int roles)
{
    return roles == 1 ? HouseModel::tr("1 role") : HouseModel::tr("%1 roles").arg(roles);
}

QString detailOf(const Blueprint& blueprint, const Role& role, int)
{
    const Department* department = blueprint.find(role.department);
    const QString requests = role.capabilities.size() == 1
                                 ? HouseModel::tr("1 request")
                                 : HouseModel::tr("%1 requests").arg(role.capabilities.size());
    return department ? HouseModel::tr("%1 · %2").arg(displayName(*department), requests)
                      : HouseModel::tr("No department · %1").arg(requests);
}

QString detailOf(const Blueprint&, const Request&, int drawn)
{
    return drawn == 1 ? HouseModel::tr("drawn once") : HouseModel::tr("drawn %1 times").arg(drawn);
}

QString detailOf(const Blueprint&, const DataItem&, int cards)
{
    return cards == 1 ? HouseModel::tr("on 1 card") : HouseModel::tr("on %1 cards").arg(cards);
}

} // namespace

HouseModel::HouseModel(QObject* parent) : QAbstractListModel(parent) {}

void HouseModel::setDocument(DocumentController* document)
{
    if (!follow(this, m_document, document, when(&DocumentController::changed, &HouseModel::refresh),
                when(&DocumentController::reset, &HouseModel::refresh)))
        return;
    Q_EMIT documentChanged();
    refresh();
}

QString HouseModel::kind() const
{
    return kindWord(m_kind);
}

void HouseModel::setKind(const QString& kind)
{
    if (kindFromWord(kind) == m_kind)
        return;
    m_kind = kindFromWord(kind);
    Q_EMIT kindChanged();
    refresh();
}

void HouseModel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    refresh();
}

int HouseModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HouseModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case ElementIdRole:
        return row.id;
    case NameRole:
        return row.name;
    case DetailRole:
        return row.detail;
    default:
        return {};
    }
}

QHash<int, QByteArray> HouseModel::roleNames() const
{
    return {{ElementIdRole, QByteArrayLiteral("elementId")},
            {NameRole, QByteArrayLiteral("name")},
            {DetailRole, QByteArrayLiteral("detail")}};
}

QString HouseModel::add(const QString& name)
{
    if (!m_document || name.trimmed().isEmpty())
        return {};
    const Blueprint& blueprint = m_document->blueprint();
    const QString trimmed = name.trimmed();
    QString id;
    Result<Patch> patch = Patch();
    switch (m_kind) {
    case ElementKind::Department:
        patch = added<Department>(blueprint, id = mintId(u'd'), trimmed);
        break;
    case ElementKind::Role:
        patch = added<throughline::Role>(blueprint, id = mintId(u'r'), trimmed);
        break;
    case ElementKind::Request:
        patch = added<Request>(blueprint, id = mintId(u'q'), trimmed);
        break;
    case ElementKind::DataItem:
        patch = added<DataItem>(blueprint, id = mintId(u'i'), trimmed);
        break;
    default:
        return {};
    }
    return m_document->apply(patch, tr("Add “%1”").arg(trimmed)) ? id : QString();
}

bool HouseModel::remove(const QString& id)
{
    return m_document && m_document->remove(kindWord(m_kind), id);
}

int HouseModel::rowOf(const QString& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(std::distance(m_rows.begin(), found));
}

QString HouseModel::idAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].id : QString();
}

QList<HouseModel::Row> HouseModel::currentRows() const
{
    QList<Row> rows;
    if (!m_document || !m_document->isOpen())
        return rows;
    const Blueprint& blueprint = m_document->blueprint();
    const Uses uses = usesOf(blueprint, m_kind);
    const auto collect = [&](const auto& table) {
        for (const auto& element : table) {
            const QString id = element.id.value;
            rows.append({id, displayName(element), detailOf(blueprint, element, uses.value(id))});
        }
    };
    switch (m_kind) {
    case ElementKind::Department:
        collect(blueprint.departments());
        break;
    case ElementKind::Role:
        collect(blueprint.roles());
        break;
    case ElementKind::Request:
        collect(blueprint.requests());
        break;
    case ElementKind::DataItem:
        collect(blueprint.dataItems());
        break;
    default:
        break;
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& l, const Row& r) { return l.name.localeAwareCompare(r.name) < 0; });
    return rows;
}

void HouseModel::refresh()
{
    if (!m_active)
        return;
    const QList<Row> rows = currentRows();
    const auto sameIds = [](const Row& l, const Row& r) { return l.id == r.id; };
    if (rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), sameIds)) {
        m_rows = rows;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace throughline
