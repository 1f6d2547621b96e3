// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/journalkeeper.h"
#include "core/io/blueprintwriter.h"
#include "tests/app/randomsession.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray hashOf(const Blueprint& blueprint)
{
    return QCryptographicHash::hash(writeBlueprint(blueprint), QCryptographicHash::Sha1).toHex();
}

/// What a killed editor had confirmed last.
struct Confirmed
{
    int steps = 0;
    QByteArray hash;
};

/// Lets an editor work on the file until it has confirmed so many steps, kills it in the midst of what it does then,
/// and gives the last step it confirmed.
Confirmed editAndKill(const QString& file, unsigned seed, int steps)
{
    QProcess victim;
    victim.start(QStringLiteral(THROUGHLINE_JOURNAL_VICTIM), {file, QString::number(seed)});
    QByteArray said;
    while (said.count('\n') < steps && victim.waitForReadyRead())
        said += victim.readAllStandardOutput();
    victim.kill();
    victim.waitForFinished();
    said += victim.readAllStandardOutput();
    const QList<QByteArray> lines = said.left(said.lastIndexOf('\n') + 1).split('\n');
    if (victim.exitStatus() != QProcess::CrashExit || lines.size() < 2)
        return {};
    const QList<QByteArray> words = lines[lines.size() - 2].split(' ');
    return {words[0].toInt(), words[1]};
}

TEST(JournalKill, losesNothingThatWasOnTheDisk)
{
    constexpr int UsualKills = 20;
    const int wanted = qEnvironmentVariableIntValue("THROUGHLINE_KILLS");
    const int kills = wanted > 0 ? wanted : UsualKills;
    std::mt19937 random(7);
    int restored = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"a.blueprint"_s);
        const unsigned seed = unsigned(random());
        std::mt19937 drawn(seed);
        const Blueprint start = testing::randomBlueprint(drawn);
        DocumentController before;
        before.setBlueprint(start);
        ASSERT_TRUE(before.saveAs(QUrl::fromLocalFile(file)));
        const Confirmed last = editAndKill(file, seed, 1 + int(random() % 40));
        ASSERT_GT(last.steps, 0) << "seed " << seed;

        DocumentController after;
        ASSERT_TRUE(after.openNow(QUrl::fromLocalFile(file))) << qPrintable(after.message());
        restored += after.recovery().isEmpty() ? 0 : 1;
        after.restoreUnsaved();
        EXPECT_TRUE(after.recovery().isEmpty());

        // The same person in this process: the state confirmed last, or the one that was being written.
        DocumentController replayed;
        replayed.setBlueprint(start);
        const QString copy = folder.filePath(u"copy.blueprint"_s);
        ASSERT_TRUE(replayed.saveAs(QUrl::fromLocalFile(copy)));
        testing::RandomSession session(replayed, seed);
        for (int i = 0; i < last.steps; ++i)
            session.step();
        ASSERT_EQ(hashOf(replayed.blueprint()), last.hash) << "seed " << seed;
        const bool isLast = after.blueprint() == replayed.blueprint();
        session.step();
        EXPECT_TRUE(isLast || after.blueprint() == replayed.blueprint()) << "seed " << seed << ", step " << last.steps;
        after.giveUpChanges();
    }
    // Else it proves nothing.
    EXPECT_GT(restored, kills / 2);
}

} // namespace
} // namespace throughline
