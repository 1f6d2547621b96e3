// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/versions.h"

#include "app/document/gonefiles.h"
#include "app/document/journalkeeper.h"
#include "app/models/versionsmodel.h"
#include "core/io/files.h"
#include "tests/app/canvaswindow.h"
#include "tests/app/saveddocumenttest.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A saved document and its earlier versions.
class VersionsTest : public testing::SavedDocumentTest
{
protected:
    VersionsModel versions;

    void SetUp() override
    {
        SavedDocumentTest::SetUp();
        versions.setDocument(document.get());
    }
    void renameAndSave(const QString& title) const
    {
        ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, title));
        ASSERT_TRUE(document->save());
    }
    [[nodiscard]] QString text(int row, int role) const { return versions.data(versions.index(row), role).toString(); }
};

} // namespace

TEST_F(VersionsTest, keepWhatStoodInTheFileBeforeEachSaving)
{
    versions.refreshNow();
    EXPECT_EQ(versions.count(), 0);
    renameAndSave(u"One"_s);
    renameAndSave(u"Two"_s);
    versions.refreshNow();
    ASSERT_EQ(versions.count(), 2);
    EXPECT_EQ(text(0, VersionsModel::DifferencesRole), u"Since then changed: card “Two”."_s);
    EXPECT_TRUE(text(0, VersionsModel::ContentRole).endsWith(u", 1 connection"_s));
}

TEST_F(VersionsTest, areNotKeptTwice)
{
    ASSERT_TRUE(document->save());
    ASSERT_TRUE(document->save());
    EXPECT_EQ(versionsOf(file).size(), 1);
}

TEST_F(VersionsTest, areKeptWhateverTheTimeOfTheFile)
{
    const auto putFrom = [&](const QByteArray& content, const QDateTime& when) {
        ASSERT_TRUE(writeFile(file, content));
        QFile written(file);
        ASSERT_TRUE(written.open(QIODevice::ReadWrite));
        ASSERT_TRUE(written.setFileTime(when, QFileDevice::FileModificationTime));
    };
    const QDateTime now = QDateTime::fromString(u"2026-03-04T12:00:00Z"_s, Qt::ISODate);
    const QDateTime morning = now.addSecs(-3 * 3600 + 1800);
    putFrom("newer", morning);
    ASSERT_TRUE(keepVersion(file, now));
    putFrom("older, brought by a synchronising program", morning.addSecs(-60));
    ASSERT_TRUE(keepVersion(file, now));
    const QList<Backup> kept = versionsOf(file);
    ASSERT_EQ(kept.size(), 2);
    EXPECT_EQ(*readFile(kept.first().path), "older, brought by a synchronising program");
}

TEST_F(VersionsTest, comeBackAsOneStep)
{
    const Blueprint first = document->blueprint();
    renameAndSave(u"One"_s);
    versions.refreshNow();
    ASSERT_TRUE(versions.restore(0));
    EXPECT_EQ(document->blueprint(), first);
    EXPECT_TRUE(document->undoText().startsWith(u"Restore version of "_s));
    document->undo();
    EXPECT_EQ(document->blueprint().find(CardId(u"g1"_s))->title, u"One"_s);
}

TEST_F(VersionsTest, openAsACopyWithoutAFile)
{
    const Blueprint first = document->blueprint();
    renameAndSave(u"One"_s);
    versions.refreshNow();
    ASSERT_TRUE(versions.openCopy(0));
    EXPECT_EQ(document->blueprint(), first);
    EXPECT_TRUE(document->fileName().isEmpty());
}

TEST_F(VersionsTest, thatCannotBeKeptDoNotStopTheSaving)
{
    // A file stands where the folder would be.
    ASSERT_TRUE(QDir().mkpath(QFileInfo(QFileInfo(versionsFolder(file)).path()).path()));
    QFile obstacle(QFileInfo(versionsFolder(file)).path());
    ASSERT_TRUE(obstacle.open(QIODevice::WriteOnly));
    renameAndSave(u"One"_s);
    EXPECT_FALSE(document->isModified());
    EXPECT_TRUE(document->message().startsWith(u"Saved. The version before could not be kept"_s))
        << qPrintable(document->message());
    document->dismissMessage();
    renameAndSave(u"Two"_s);
    EXPECT_EQ(document->message(), QString());
}

TEST(Versions, tellWhatChangedInWords)
{
    const Blueprint before = testing::smallBlueprint();
    EXPECT_EQ(changesInWords(before, before), QString());
    EXPECT_TRUE(changesInWords({}, before).startsWith(u"added: "_s)) << qPrintable(changesInWords({}, before));
    EXPECT_TRUE(changesInWords(before, {}).contains(u" cards"_s)) << qPrintable(changesInWords(before, {}));
}

TEST_F(VersionsTest, areOpenedInPlaceOfAFileThatIsGone)
{
    renameAndSave(u"One"_s);
    renameAndSave(u"Two"_s);
    document->newEmpty();
    GoneFiles gone;
    gone.lookForNow({file});
    EXPECT_TRUE(gone.entries().isEmpty()) << "it is still there";
    ASSERT_TRUE(QFile::remove(file));
    gone.lookForNow({file, file + u".never"_s});
    ASSERT_EQ(gone.entries().size(), 1);
    const QUrl url = gone.entries().first().toMap().value(u"url"_s).toUrl();
    ASSERT_TRUE(document->openNow(url));
    EXPECT_EQ(document->blueprint().find(CardId(u"g1"_s))->title, u"One"_s);
    EXPECT_TRUE(document->filePath().isEmpty()) << "saving asks where";
    EXPECT_TRUE(document->message().contains(QFileInfo(file).fileName()));
    EXPECT_FALSE(document->messageIsError());
    EXPECT_FALSE(document->openNow(QUrl::fromLocalFile(file + u".never"_s)));
    EXPECT_TRUE(document->messageIsError());
}

TEST_F(VersionsTest, standBackBehindUnsavedChangesOfAFileThatIsGone)
{
    renameAndSave(u"One"_s);
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Two"_s));
    document->journal().flush();
    document = std::make_unique<DocumentController>(); // killed
    ASSERT_TRUE(QFile::remove(file));
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    EXPECT_EQ(document->blueprint().find(CardId(u"g1"_s))->title, u"Two"_s);
    EXPECT_TRUE(document->isModified());
}

} // namespace throughline
