// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/templatemodel.h"

#include "app/document/documentcontroller.h"

#include <QDir>

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

TemplateModel::TemplateModel(QObject* parent) : QAbstractListModel(parent)
{
    const QDir folder(u":/templates"_s);
    for (const QString& name : folder.entryList({u"*.blueprint"_s, u"*.bpt"_s}, QDir::Files, QDir::Name)) {
        DocumentController document;
        const QUrl source(u"qrc:/templates/"_s + name);
        if (!document.newFromTemplate(source))
            continue;
        const Header& header = document.blueprint().header();
        const bool empty = document.cardCount() == 0;
        m_rows.append({source, empty ? tr("Empty grid") : header.title,
                       empty ? tr("Lanes and steps, nothing in them yet")
                             : tr("%1 and %2")
                                   .arg(tr("%n cards", nullptr, document.cardCount()),
                                        tr("%n connections", nullptr, document.connectionCount())),
                       empty});
    }
    std::stable_partition(m_rows.begin(), m_rows.end(), [](const Row& row) { return !row.empty; });
}

int TemplateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TemplateModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case SourceRole:
        return m_rows[index.row()].source;
    case TitleRole:
        return m_rows[index.row()].title;
    case DetailRole:
        return m_rows[index.row()].detail;
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
