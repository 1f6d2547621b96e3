// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/backups.h"

#include <gtest/gtest.h>

#include <random>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(14, 30), Qt::UTC);

Backup minutesAgo(qint64 minutes, qint64 size = 1)
{
    return {QString::number(minutes), now.addSecs(-60 * minutes), size};
}

QStringList dropped(const QList<Backup>& backups, const BackupLimits& limits = {})
{
    QStringList paths;
    for (const Backup& backup : backupsToDrop(backups, now, limits))
        paths += backup.path;
    return paths;
}

} // namespace

TEST(Backups, areAllKeptForAnHour)
{
    QList<Backup> backups;
    for (int minute = 0; minute < 60; ++minute)
        backups += minutesAgo(minute);
    EXPECT_EQ(dropped(backups), QStringList());
}

TEST(Backups, areKeptByTheHourThenTheDayThenTheWeek)
{
    constexpr qint64 hour = 60;
    constexpr qint64 day = 24 * hour;
    // 13:20 and 13:10 are of one hour, 11:30 of another.
    EXPECT_EQ(dropped({minutesAgo(70), minutesAgo(80), minutesAgo(3 * hour)}), QStringList{u"80"_s});
    EXPECT_EQ(dropped({minutesAgo(2 * day), minutesAgo(2 * day + 5 * hour), minutesAgo(3 * day)}),
              QStringList{QString::number(2 * day + 5 * hour)});
    // Weeks begin on Thursdays, as the epoch did.
    EXPECT_EQ(dropped({minutesAgo(40 * day), minutesAgo(41 * day), minutesAgo(50 * day)}),
              QStringList{QString::number(41 * day)});
}

TEST(Backups, leaveTheOldestBeyondTheLimitsButNeverTheNewest)
{
    EXPECT_EQ(dropped({minutesAgo(1), minutesAgo(2), minutesAgo(3)}, {2, 100}), QStringList{u"3"_s});
    EXPECT_EQ(dropped({minutesAgo(1, 50), minutesAgo(2, 40), minutesAgo(3, 30)}, {9, 100}), QStringList{u"3"_s});
    EXPECT_EQ(dropped({minutesAgo(1, 500)}, {9, 100}), QStringList());
}

TEST(Backups, thinOutTheSameHoweverOften)
{
    std::mt19937 random(3);
    QList<Backup> backups;
    for (int i = 0; i < 400; ++i)
        backups += minutesAgo(qint64(random() % (90 * 24 * 60)));
    const QList<Backup> gone = backupsToDrop(backups, now);
    backups.removeIf([&](const Backup& backup) { return gone.contains(backup); });
    EXPECT_FALSE(backups.isEmpty());
    EXPECT_TRUE(backupsToDrop(backups, now).isEmpty());
}

TEST(Backups, tellTheirTimeByTheirName)
{
    const QDateTime when(QDate(2026, 11, 22), QTime(14, 3, 10, 125), Qt::UTC);
    EXPECT_EQ(backupName(when, u"blueprint"_s), u"2026-11-22T14-03-10-125Z.blueprint"_s);
    EXPECT_EQ(backupTime(backupName(when, u"bpt"_s)), when);
    EXPECT_FALSE(backupTime(u"notes.txt"_s));
}

TEST(Backups, haveAFolderForEachDocument)
{
    EXPECT_TRUE(backupFolderName(u"/a/dinner.blueprint"_s).startsWith(u"dinner-"_s));
    EXPECT_NE(backupFolderName(u"/a/dinner.blueprint"_s), backupFolderName(u"/b/dinner.blueprint"_s));
}

} // namespace throughline
