// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

/// Dated copies of a document: how they are called, and which of them are kept. No clock, no disk.
namespace throughline {

/// One earlier version of a document.
struct Backup
{
    QString path;
    QDateTime when; ///< when the version was saved, in UTC
    qint64 size = 0;

    bool operator==(const Backup&) const = default;
};

/// How much is kept of one document.
struct BackupLimits
{
    int number = 150;
    qint64 bytes = 256LL * 1024 * 1024;
};

/// The name of a version's file, "2026-11-22T14-03-10-125Z.blueprint"; ending without a dot.
[[nodiscard]] QString backupName(const QDateTime& when, const QString& ending);
/// When the version of that name was saved, in UTC; nothing for another name.
[[nodiscard]] std::optional<QDateTime> backupTime(const QString& name);
/// The name of the folder for the versions of a document: its own, and a short sum of its whole path.
[[nodiscard]] QString backupFolderName(const QString& documentPath);

/// Those that may go: of the last hour all are kept, then one an hour for a day, one a day for 31 days, one a week;
/// of each time the last. Beyond the limits the oldest go, but never the newest.
[[nodiscard]] QList<Backup> backupsToDrop(const QList<Backup>& backups, const QDateTime& now,
                                          const BackupLimits& limits = {});

} // namespace throughline
