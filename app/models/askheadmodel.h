// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// The heading of one row or column of the role x request table.
struct AskHead
{
    QString id;
    QString name;
    QString detail; ///< a role: its department; a request: where it can be asked
    QColor colour;  ///< of the department; invalid: not known
    bool onlyThese = false;
    bool met = true; ///< a role: the customer meets it; a request: it is in the catalogue

    bool operator==(const AskHead&) const = default;
};

/// The headings of the rows or of the columns of the role x request table. One that stays keeps its delegate: only what
/// came, went, moved or changed is announced.
class AskHeadModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by RoleRequestModel")

    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { ElementIdRole = Qt::UserRole + 1, NameRole, DetailRole, ColourRole, OnlyTheseRole, MetRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int count() const { return int(m_heads.size()); }
    [[nodiscard]] const QList<AskHead>& heads() const { return m_heads; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int indexOf(const QString& id) const;
    void show(const QList<AskHead>& heads);

Q_SIGNALS:
    void countChanged();

private:
    QList<AskHead> m_heads;
};

} // namespace throughline
