// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/askheadmodel.h"

#include <algorithm>

namespace throughline {

int AskHeadModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_heads.size());
}

QVariant AskHeadModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AskHead& head = m_heads[index.row()];
    switch (role) {
    case ElementIdRole:
        return head.id;
    case NameRole:
        return head.name;
    case DetailRole:
        return head.detail;
    case ColourRole:
        return head.colour;
    case OnlyTheseRole:
        return head.onlyThese;
    case MetRole:
        return head.met;
    default:
        return {};
    }
}

QHash<int, QByteArray> AskHeadModel::roleNames() const
{
    return {{ElementIdRole, QByteArrayLiteral("elementId")}, {NameRole, QByteArrayLiteral("name")},
            {DetailRole, QByteArrayLiteral("detail")},       {ColourRole, QByteArrayLiteral("colour")},
            {OnlyTheseRole, QByteArrayLiteral("onlyThese")}, {MetRole, QByteArrayLiteral("met")}};
}

int AskHeadModel::indexOf(const QString& id) const
{
    const auto found = std::find_if(m_heads.begin(), m_heads.end(), [&](const AskHead& head) { return head.id == id; });
    return found == m_heads.end() ? -1 : int(found - m_heads.begin());
}

void AskHeadModel::show(const QList<AskHead>& heads)
{
    const qsizetype before = m_heads.size();
    for (int i = count() - 1; i >= 0; --i) {
        const auto isSame = [&](const AskHead& head) { return head.id == m_heads[i].id; };
        if (std::any_of(heads.begin(), heads.end(), isSame))
            continue;
        beginRemoveRows({}, i, i);
        m_heads.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < int(heads.size()); ++i) {
        const int from = indexOf(heads[i].id);
        if (from < 0) {
            beginInsertRows({}, i, i);
            m_heads.insert(i, heads[i]);
            endInsertRows();
        } else if (from != i) {
            beginMoveRows({}, from, from, {}, i);
            m_heads.move(from, i);
            endMoveRows();
        }
        if (m_heads[i] == heads[i])
            continue;
        m_heads[i] = heads[i];
        Q_EMIT dataChanged(index(i), index(i));
    }
    if (m_heads.size() != before)
        Q_EMIT countChanged();
}

} // namespace throughline
