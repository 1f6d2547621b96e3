// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// The elements of one kind that stand behind the grid: departments, roles, requests or data items, by name.
class HouseModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    /// "department", "role", "request" or "dataItem".
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY kindChanged)
    /// The rows are looked at. While they are not, they stay as they are.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ElementIdRole = Qt::UserRole + 1,
        NameRole,
        DetailRole, ///< what tells it apart: "Floor · 2 requests", "asked in 3 places"
    };

    explicit HouseModel(QObject* parent = nullptr);

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] QString kind() const;
    void setKind(const QString& kind);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Adds an element of that name and gives its id; empty when it could not be added.
    Q_INVOKABLE QString add(const QString& name);
    Q_INVOKABLE bool remove(const QString& id);
    Q_INVOKABLE int rowOf(const QString& id) const;
    Q_INVOKABLE QString idAt(int row) const;

Q_SIGNALS:
    void documentChanged();
    void kindChanged();
    void activeChanged();
    void countChanged();

private:
    struct Row
    {
        QString id;
        QString name;
        QString detail;
        bool operator==(const Row&) const = default;
    };

    void refresh();
    [[nodiscard]] QList<Row> currentRows() const;

    QPointer<DocumentController> m_document;
    ElementKind m_kind = ElementKind::Department;
    bool m_active = true;
    QList<Row> m_rows;
};

} // namespace throughline
