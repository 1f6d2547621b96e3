// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/backups.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 Hour = 3600;
constexpr qint64 Day = 24 * Hour;
constexpr qint64 Week = 7 * Day;
constexpr int DailyFor = 31;

QString timePattern()
{
    return u"yyyy-MM-dd'T'HH-mm-ss-zzz'Z'"_s;
}

/// The stretch of time of which one version is kept: its length and its number; nothing where all are.
std::optional<std::pair<qint64, qint64>> stretchOf(const QDateTime& when, const QDateTime& now)
{
    const qint64 age = when.secsTo(now);
    const qint64 second = when.toSecsSinceEpoch();
    if (age < Hour)
        return std::nullopt;
    const qint64 length = age < Day ? Hour : age < DailyFor * Day ? Day : Week;
    return std::pair(length, second / length);
}

} // namespace

QString backupName(const QDateTime& when, const QString& ending)
{
    return when.toUTC().toString(timePattern()) + u'.' + ending;
}

std::optional<QDateTime> backupTime(const QString& name)
{
    QDateTime when = QDateTime::fromString(name.section(u'.', 0, 0), timePattern());
    if (!when.isValid())
        return std::nullopt;
    when.setTimeSpec(Qt::UTC);
    return when;
}

QString backupFolderName(const QString& documentPath)
{
    constexpr qsizetype sumLength = 10;
    const QByteArray sum = QCryptographicHash::hash(documentPath.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QFileInfo(documentPath).completeBaseName() + u'-' + QString::fromLatin1(sum.first(sumLength));
}

QList<Backup> backupsToDrop(const QList<Backup>& backups, const QDateTime& now, const BackupLimits& limits)
{
    QList<Backup> sorted = backups;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Backup& left, const Backup& right) { return left.when > right.when; });
    QList<Backup> dropped;
    QSet<std::pair<qint64, qint64>> taken;
    int number = 0;
    qint64 bytes = 0;
    for (const Backup& backup : std::as_const(sorted)) {
        const auto stretch = stretchOf(backup.when, now);
        const bool tooMuch = number > 0 && (number >= limits.number || bytes + backup.size > limits.bytes);
        if (tooMuch || (stretch && taken.contains(*stretch))) {
            dropped += backup;
            continue;
        }
        if (stretch)
            taken.insert(*stretch);
        ++number;
        bytes += backup.size;
    }
    return dropped;
}

} // namespace throughline
