// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// The blueprints that come with the program, to start from: everything in :/templates, the empty grid last. They are
/// read when the first row is asked for.
class TemplateModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    enum Role {
        SourceRole = Qt::UserRole + 1,
        TitleRole,
        DetailRole, ///< one line: the scenario, or what is in it
    };

    explicit TemplateModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row
    {
        QUrl source;
        QString title;
        QString detail;
        bool empty = false;
    };

    static const QList<Row>& rows();
    static QList<Row> load();
};

} // namespace throughline
