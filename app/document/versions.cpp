// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/versions.h"

#include "app/document/journals.h"
#include "core/io/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// saved is when it was saved as far as the file system knows.
Result<void> keep(const QString& file, const QByteArray& content, const QDateTime& saved, const QDateTime& now)
{
    QList<Backup> versions = versionsOf(file);
    if (!versions.isEmpty() && versions.first().size == content.size()) {
        const Result<QByteArray> newest = readFile(versions.first().path);
        if (newest && *newest == content)
            return {};
    }
    const QString folder = versionsFolder(file);
    if (!QDir().mkpath(folder))
        return Error{Error::Code::System, u"the folder cannot be made"_s, {folder, 0, 0, {}}};
    // Programs that synchronise bring the time of a file along: it may be older than what it replaced.
    const bool isLater = versions.isEmpty() || saved > versions.first().when;
    const QDateTime when = isLater ? saved : std::max(now, versions.first().when.addMSecs(1));
    const QString path = folder + u'/' + backupName(when, QFileInfo(file).suffix());
    if (Result<void> written = writeFile(path, content); !written)
        return written;
    versions.prepend({path, when, content.size()});
    for (const Backup& dropped : backupsToDrop(versions, now))
        QFile::remove(dropped.path);
    return {};
}

} // namespace

QString versionsFolder(const QString& file)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/backups/"_s +
           backupFolderName(documentPath(file));
}

QList<Backup> versionsOf(const QString& file)
{
    QList<Backup> versions;
    for (const QFileInfo& info : QDir(versionsFolder(file)).entryInfoList(QDir::Files, QDir::Name)) {
        if (const std::optional<QDateTime> when = backupTime(info.fileName()))
            versions += Backup{info.absoluteFilePath(), *when, info.size()};
    }
    std::reverse(versions.begin(), versions.end());
    return versions;
}

Result<void> keepVersion(const QString& file, const QDateTime& now)
{
    const QFileInfo info(file);
    if (!info.exists())
        return {};
    const Result<QByteArray> content = readFile(file);
    if (!content)
        return content.error();
    return keep(file, *content, info.lastModified().toUTC(), now);
}

Result<void> keepVersion(const QString& file, const QByteArray& content, const QDateTime& now)
{
    return keep(file, content, now, now);
}

} // namespace throughline
