// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/numberstable.h"

#include "app/document/elementref.h"
#include "app/models/numberscharts.h"
#include "app/models/numberswords.h"

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

QString directionOf(Better better)
{
    switch (better) {
    case Better::Lower:
        return NumbersTable::tr("lower is better");
    case Better::Higher:
        return NumbersTable::tr("higher is better");
    case Better::Neither:
        break;
    }
    return {};
}

} // namespace

NumbersTable::NumbersTable(QObject* parent) : QAbstractListModel(parent) {}

int NumbersTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant NumbersTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case KeyRole:
        return row.key;
    case FamilyRole:
        return row.family;
    case FirstRole:
        return row.first;
    case TitleRole:
        return row.title;
    case PartRole:
        return row.part;
    case ValueRole:
        return row.value;
    case DirectionRole:
        return row.direction;
    case CoverageRole:
        return row.coverage;
    case SentenceRole:
        return row.sentence;
    case MeaningRole:
        return row.meaning;
    case ElementsRole:
        return row.elements;
    case ReachableRole:
        return !row.elements.isEmpty();
    default:
        return {};
    }
}

QHash<int, QByteArray> NumbersTable::roleNames() const
{
    return {{KeyRole, QByteArrayLiteral("key")},
            {FamilyRole, QByteArrayLiteral("family")},
            {FirstRole, QByteArrayLiteral("first")},
            {TitleRole, QByteArrayLiteral("title")},
            {PartRole, QByteArrayLiteral("part")},
            {ValueRole, QByteArrayLiteral("value")},
            {DirectionRole, QByteArrayLiteral("direction")},
            {CoverageRole, QByteArrayLiteral("coverage")},
            {SentenceRole, QByteArrayLiteral("sentence")},
            {MeaningRole, QByteArrayLiteral("meaning")},
            {ElementsRole, QByteArrayLiteral("elements")},
            {ReachableRole, QByteArrayLiteral("reachable")}};
}

NumbersTable::Row NumbersTable::rowOf(const Metric& metric, const Blueprint& blueprint, const DrawnPlaces& places)
{
    const MetricInfo& info = infoOf(metric);
    QStringList about;
    for (const ElementRef& ref : metric.about)
        about += nameIn(blueprint, ref);
    Row row;
    row.key = keyOf(metric);
    row.family = familyTitle(info.family);
    row.part = !about.isEmpty();
    row.title = about.isEmpty() ? info.title : about.join(u", "_s);
    row.value = spokenValue(metric, blueprint.header().currency);
    row.direction = directionOf(info.better);
    row.coverage = coverageText(metric);
    row.sentence = metric.sentence;
    row.meaning = info.meaning;
    row.elements = toVariant(places.of(metric.elements));
    return row;
}

void NumbersTable::replace(int row, const Row& with)
{
    if (m_rows[row] == with)
        return;
    m_rows[row] = with;
    Q_EMIT dataChanged(index(row), index(row));
}

void NumbersTable::show(const JourneyMetrics& metrics, const Blueprint& blueprint, const DrawnPlaces& places)
{
    const qsizetype before = m_rows.size();
    int to = 0;
    QString family;
    for (const Metric& metric : metrics.metrics) {
        if (!metric.about.isEmpty() && !metric.value)
            continue;
        Row row = rowOf(metric, blueprint, places);
        row.first = row.family != family;
        family = row.family;
        const auto same =
            std::find_if(m_rows.cbegin() + to, m_rows.cend(), [&](const Row& other) { return other.key == row.key; });
        if (same == m_rows.cend()) {
            beginInsertRows({}, to, to);
            m_rows.insert(to, row);
            endInsertRows();
        } else if (const auto from = int(same - m_rows.cbegin()); from > to) {
            // The order of the numbers is that of the catalogue, so that what stands between is gone.
            beginRemoveRows({}, to, from - 1);
            m_rows.remove(to, from - to);
            endRemoveRows();
        }
        replace(to++, row);
    }
    if (to < m_rows.size()) {
        beginRemoveRows({}, to, count() - 1);
        m_rows.remove(to, m_rows.size() - to);
        endRemoveRows();
    }
    if (m_rows.size() != before)
        Q_EMIT countChanged();
}

} // namespace throughline
