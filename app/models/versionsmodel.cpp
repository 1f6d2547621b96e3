// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/versionsmodel.h"

#include "app/document/journals.h"
#include "app/document/versions.h"
#include "core/check/phrases.h"
#include "core/io/documentreader.h"
#include "core/io/files.h"
#include "core/metrics/comparison.h"

#include <QFileInfo>
#include <QMap>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString manyOf(ElementKind kind, int count)
{
    switch (kind) {
    case ElementKind::Blueprint:
        return VersionsModel::tr("title and texts");
    case ElementKind::Department:
        return VersionsModel::tr("%1 departments").arg(count);
    case ElementKind::Role:
        return VersionsModel::tr("%1 roles").arg(count);
    case ElementKind::Request:
        return VersionsModel::tr("%1 requests").arg(count);
    case ElementKind::DataItem:
        return VersionsModel::tr("%1 data items").arg(count);
    case ElementKind::Phase:
        return VersionsModel::tr("%1 phases").arg(count);
    case ElementKind::Step:
        return VersionsModel::tr("%1 steps").arg(count);
    case ElementKind::Lane:
        return VersionsModel::tr("%1 lanes").arg(count);
    case ElementKind::Card:
        return VersionsModel::tr("%1 cards").arg(count);
    case ElementKind::Connection:
        return VersionsModel::tr("%1 connections").arg(count);
    case ElementKind::Acceptance:
        return VersionsModel::tr("%1 accepted findings").arg(count);
    }
    return {};
}

QString oneOf(const ElementDifference& difference)
{
    const QString name = difference.name;
    switch (difference.element.kind) {
    case ElementKind::Blueprint:
        return manyOf(ElementKind::Blueprint, 1);
    case ElementKind::DataItem:
        return VersionsModel::tr("data item “%1”").arg(name);
    case ElementKind::Acceptance:
        return VersionsModel::tr("1 accepted finding");
    case ElementKind::Department:
    case ElementKind::Role:
    case ElementKind::Request:
    case ElementKind::Phase:
    case ElementKind::Step:
    case ElementKind::Lane:
    case ElementKind::Card:
    case ElementKind::Connection:
        return VersionsModel::tr("%1 “%2”").arg(kindWord(difference.element.kind), name);
    }
    return {};
}

/// "2 cards and lane “Bar” added".
QString partOf(const QMap<int, QList<ElementDifference>>& byKind, ElementDifference::Kind what)
{
    QStringList names;
    for (const QList<ElementDifference>& differences : byKind) {
        names += differences.size() == 1 ? oneOf(differences.first())
                                         : manyOf(differences.first().element.kind, int(differences.size()));
    }
    const QString list = names.join(u", "_s);
    switch (what) {
    case ElementDifference::Kind::Added:
        return VersionsModel::tr("added: %1").arg(list);
    case ElementDifference::Kind::Removed:
        return VersionsModel::tr("removed: %1").arg(list);
    case ElementDifference::Kind::Changed:
        return VersionsModel::tr("changed: %1").arg(list);
    }
    return {};
}

} // namespace

QString changesInWords(const Blueprint& before, const Blueprint& after)
{
    QMap<int, QMap<int, QList<ElementDifference>>> sorted;
    for (const ElementDifference& difference : differencesOf(before, after))
        sorted[int(difference.kind)][int(difference.element.kind)] += difference;
    QStringList parts;
    for (auto part = sorted.cbegin(); part != sorted.cend(); ++part)
        parts += partOf(part.value(), ElementDifference::Kind(part.key()));
    return parts.join(u"; "_s);
}

void VersionsModel::setDocument(DocumentController* document)
{
    m_document = document;
    Q_EMIT documentChanged();
}

QVariant VersionsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const Version& version = m_versions[index.row()];
    switch (role) {
    case WhenRole:
        return whenText(version.backup.when.toLocalTime());
    case ContentRole:
        return version.content;
    case DifferencesRole:
        return version.differences;
    case ReadableRole:
        return version.isReadable;
    default:
        return {};
    }
}

QHash<int, QByteArray> VersionsModel::roleNames() const
{
    return {{WhenRole, "when"}, {ContentRole, "content"}, {DifferencesRole, "differences"}, {ReadableRole, "readable"}};
}

VersionsModel::Version VersionsModel::looked(const Backup& backup, const Blueprint& now)
{
    Version version{backup, {}, {}, false};
    const Result<QByteArray> data = readFile(backup.path);
    const Result<LoadedDocument> read =
        data ? readDocument(*data, QFileInfo(backup.path).fileName()) : Result<LoadedDocument>(data.error());
    if (!read) {
        version.differences = tr("It cannot be read: %1").arg(read.error().message);
        return version;
    }
    version.isReadable = true;
    const Blueprint& then = read->blueprint;
    version.content = tr("%1, %2").arg(counted(then.cards().size(), tr("card"), tr("cards")),
                                       counted(then.connections().size(), tr("connection"), tr("connections")));
    const QString changes = changesInWords(then, now);
    version.differences = changes.isEmpty() ? tr("As it is now.") : tr("Since then %1.").arg(changes);
    return version;
}

void VersionsModel::list()
{
    m_job.cancel();
    beginResetModel();
    m_versions.clear();
    if (m_document && m_document->filePath().isLocalFile()) {
        for (const Backup& backup : versionsOf(m_document->filePath().toLocalFile()))
            m_versions += Version{backup, {}, {}, true};
        m_now = m_document->blueprint();
    }
    endResetModel();
    Q_EMIT countChanged();
}

void VersionsModel::refresh()
{
    list();
    lookAt(0);
}

void VersionsModel::refreshNow()
{
    list();
    for (Version& version : m_versions)
        version = looked(version.backup, m_now);
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

void VersionsModel::lookAt(int row)
{
    if (row >= count())
        return;
    m_job.start([backup = m_versions[row].backup, now = m_now] { return looked(backup, now); },
                [this, row](const Version& version) {
                    m_versions[row] = version;
                    Q_EMIT dataChanged(index(row), index(row));
                    lookAt(row + 1);
                });
}

bool VersionsModel::restore(int row)
{
    return m_document && row >= 0 && row < count() &&
           m_document->restoreVersion(m_versions[row].backup.path, whenText(m_versions[row].backup.when.toLocalTime()));
}

bool VersionsModel::openCopy(int row)
{
    return m_document && row >= 0 && row < count() && m_document->openCopy(m_versions[row].backup.path);
}

} // namespace throughline
