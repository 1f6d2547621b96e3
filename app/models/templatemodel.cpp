// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/templatemodel.h"

#include "app/document/documentcontroller.h"

#include <QDir>

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

/// The example most people know stands first.
constexpr QLatin1StringView First("restaurant");

} // namespace

TemplateModel::TemplateModel(QObject* parent) : QAbstractListModel(parent) {}

const QList<TemplateModel::Row>& TemplateModel::rows()
{
    static const QList<Row> all = load();
    return all;
}

QList<TemplateModel::Row> TemplateModel::load()
{
    QList<Row> rows;
    const QDir folder(u":/templates"_s);
    QStringList names = folder.entryList({u"*.blueprint"_s, u"*.bpt"_s}, QDir::Files, QDir::Name);
    std::stable_partition(names.begin(), names.end(), [](const QString& name) { return name.startsWith(First); });
    for (const QString& name : std::as_const(names)) {
        DocumentController document;
        const QUrl source(u"qrc:/templates/"_s + name);
        if (!document.newFromTemplate(source))
            continue;
        const Header& header = document.blueprint().header();
        const bool empty = document.cardCount() == 0;
        rows.append({source, empty ? tr("Empty grid") : header.title,
                     empty ? tr("Lanes and steps, nothing in them yet")
                           : tr("%1 and %2")
                                 .arg(tr("%1 cards").arg(document.cardCount()),
                                      tr("%1 connections").arg(document.connectionCount())),
                     empty});
    }
    std::stable_partition(rows.begin(), rows.end(), [](const Row& row) { return !row.empty; });
    return rows;
}

int TemplateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(rows().size());
}

QVariant TemplateModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case SourceRole:
        return rows()[index.row()].source;
    case TitleRole:
        return rows()[index.row()].title;
    case DetailRole:
        return rows()[index.row()].detail;
    default:
        return {};
    }
}

QHash<int, QByteArray> TemplateModel::roleNames() const
{
    return {{SourceRole, QByteArrayLiteral("source")},
            {TitleRole, QByteArrayLiteral("title")},
            {DetailRole, QByteArrayLiteral("detail")}};
}

} // namespace throughline
