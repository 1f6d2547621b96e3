// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/journeymetrics.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace throughline {

class DrawnPlaces;

/// Every number of a blueprint, family by family, as rows. A number keeps its row while it exists, whatever happens to
/// its value.
class NumbersTable : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NumbersModel")

    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        FamilyRole, ///< title of the family
        FirstRole,  ///< the first row of its family
        TitleRole,  ///< "Time", or what a part is about: "Order"
        PartRole,   ///< about a phase, a role, a department or one of several customers
        ValueRole,
        DirectionRole, ///< "lower is better", "higher is better"; empty where neither is
        CoverageRole,  ///< "4 of 11 known" where something is unknown
        SentenceRole,
        MeaningRole,
        ElementsRole, ///< such as can be selected on the drawing
        ReachableRole ///< there are any
    };

    explicit NumbersTable(QObject* parent = nullptr);

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows these numbers. Parts of which nothing is known are left out.
    void show(const JourneyMetrics& metrics, const Blueprint& blueprint, const DrawnPlaces& places);

Q_SIGNALS:
    void countChanged();

private:
    struct Row
    {
        QString key;
        QString family;
        QString title;
        QString value;
        QString direction;
        QString coverage;
        QString sentence;
        QString meaning;
        QVariantList elements;
        bool first = false;
        bool part = false;
        bool operator==(const Row&) const = default;
    };

    [[nodiscard]] static Row rowOf(const Metric& metric, const Blueprint& blueprint, const DrawnPlaces& places);
    void replace(int row, const Row& with);

    QList<Row> m_rows;
};

} // namespace throughline
