// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/documentcontroller.h"
#include "app/document/journalkeeper.h"
#include "app/document/journals.h"
#include "app/document/versions.h"
#include "app/models/exportcontroller.h"
#include "core/edit/operations.h"
#include "core/io/blueprintwriter.h"
#include "core/io/documentreader.h"
#include "core/io/files.h"
#include "core/io/notationwriter.h"
#include "tests/app/canvaswindow.h"
#include "tests/app/saveddocumenttest.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSysInfo>

#include <gtest/gtest.h>

#include <cstdio>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A saved document, and another program that writes its file.
class OutsideTest : public testing::SavedDocumentTest
{
protected:
    QSignalSpy broughtIn{document.get(), &DocumentController::broughtIn};

    void put(const QByteArray& bytes) const
    {
        QFile out(file);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    [[nodiscard]] Blueprint onDisk() const
    {
        QFile in(file);
        EXPECT_TRUE(in.open(QIODevice::ReadOnly));
        const Result<LoadedDocument> read = readDocument(in.readAll(), file);
        return read ? read->blueprint : Blueprint();
    }
    static Blueprint renamed(Blueprint blueprint, const QString& card, const QString& title)
    {
        const Result<Patch> patch = rename(blueprint, {ElementKind::Card, card}, title);
        EXPECT_TRUE(patch && apply(blueprint, *patch));
        return blueprint;
    }
    /// The other program renames a card in the file.
    void otherRenames(const QString& card, const QString& title) const
    {
        put(writeBlueprint(renamed(onDisk(), card, title)));
    }
    [[nodiscard]] QString titleOf(const QString& card) const { return document->blueprint().find(CardId(card))->title; }
    [[nodiscard]] QString conflictText() const { return document->conflict().value(u"sentence"_s).toString(); }
};

} // namespace

TEST_F(OutsideTest, reloadsWhatWasSavedElsewhereAsOneStep)
{
    otherRenames(u"g1"_s, u"Theirs"_s);
    document->checkOutsideNow();
    EXPECT_EQ(titleOf(u"g1"_s), u"Theirs"_s);
    EXPECT_FALSE(document->isModified());
    EXPECT_EQ(broughtIn.size(), 1);
    document->journal().flush();
    EXPECT_FALSE(QFileInfo::exists(journalPathFor(file)));
    document->undo();
    EXPECT_EQ(document->blueprint(), testing::smallBlueprint());
    EXPECT_TRUE(document->isModified());
    EXPECT_TRUE(document->save());
    EXPECT_EQ(onDisk(), testing::smallBlueprint());
}

TEST_F(OutsideTest, mergesWhatDoesNotContradictAndSavesBoth)
{
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Mine"_s));
    otherRenames(u"k1"_s, u"Theirs"_s);
    document->checkOutsideNow();
    EXPECT_EQ(titleOf(u"g1"_s), u"Mine"_s);
    EXPECT_EQ(titleOf(u"k1"_s), u"Theirs"_s);
    EXPECT_TRUE(document->isModified());
    EXPECT_EQ(document->undoText(), u"Merge with the file"_s);
    ASSERT_TRUE(document->save());
    EXPECT_EQ(onDisk(), document->blueprint());
}

TEST_F(OutsideTest, savingMergesWhatCameInBetween)
{
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Mine"_s));
    otherRenames(u"k1"_s, u"Theirs"_s);
    ASSERT_TRUE(document->save());
    EXPECT_EQ(onDisk(), renamed(renamed(testing::smallBlueprint(), u"g1"_s, u"Mine"_s), u"k1"_s, u"Theirs"_s));
    EXPECT_FALSE(document->isModified());
}

TEST_F(OutsideTest, savingAsItsOwnFileMergesToo)
{
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Mine"_s));
    otherRenames(u"g1"_s, u"Theirs"_s);
    EXPECT_FALSE(document->saveAs(QUrl::fromLocalFile(file)));
    EXPECT_FALSE(document->conflict().isEmpty());
    EXPECT_FALSE(document->saveAs(QUrl::fromLocalFile(file)));
    EXPECT_FALSE(document->conflict().isEmpty());
    EXPECT_EQ(onDisk().find(CardId(u"g1"_s))->title, u"Theirs"_s);
}

TEST_F(OutsideTest, isNotExportedOver)
{
    file = folder.filePath(u"a.bpt"_s);
    put("lane l # mine\n");
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    CheckRunner runner;
    runner.setDocument(document.get());
    ExportController exporter;
    exporter.setDocument(document.get());
    exporter.setCheckRunner(&runner);
    QSignalSpy finished(&exporter, &ExportController::finished);
    exporter.exportTo(QUrl::fromLocalFile(file), {});
    ASSERT_EQ(finished.size(), 1);
    EXPECT_FALSE(finished.first().first().toBool());
    EXPECT_EQ(*readFile(file), "lane l # mine\n");
    const QUrl proposed = exporter.proposedFile(u"bpt"_s);
    EXPECT_EQ(proposed.fileName(), u"a copy.bpt"_s);
    exporter.exportTo(proposed, {});
    ASSERT_TRUE(finished.wait());
    EXPECT_TRUE(finished.last().first().toBool());
    EXPECT_TRUE(readFile(proposed.toLocalFile())->startsWith("lane l"));
}

TEST_F(OutsideTest, asksWhereBothChangedTheSame)
{
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Mine"_s));
    otherRenames(u"g1"_s, u"Theirs"_s);
    otherRenames(u"k1"_s, u"Theirs too"_s);
    EXPECT_FALSE(document->save());
    EXPECT_TRUE(conflictText().contains(u"both of you changed: card “Mine” (theirs: “Theirs”)."_s))
        << qPrintable(conflictText());
    EXPECT_EQ(titleOf(u"k1"_s), testing::smallBlueprint().find(CardId(u"k1"_s))->title);
    EXPECT_EQ(onDisk().find(CardId(u"g1"_s))->title, u"Theirs"_s);
}

TEST_F(OutsideTest, saysWhereWhatOneChangedIsGoneWithTheOther)
{
    ASSERT_TRUE(document->rename(u"card"_s, u"k1"_s, u"Mine"_s));
    Blueprint other = onDisk();
    const Result<Patch> removal = removeElements(other, {refTo(CardId(u"k1"_s))});
    ASSERT_TRUE(removal && apply(other, *removal));
    put(writeBlueprint(other));
    EXPECT_FALSE(document->save());
    EXPECT_TRUE(conflictText().contains(u"card “Mine” (removed in theirs)."_s)) << qPrintable(conflictText());
}

TEST_F(OutsideTest, resolvesAConflictAsSaid)
{
    struct Way
    {
        QString how;
        QString g1;
        QString k1;
    };
    const QString old = testing::smallBlueprint().find(CardId(u"k1"_s))->title;
    for (const Way& way :
         {Way{u"mine"_s, u"Mine"_s, old}, Way{u"theirs"_s, u"Theirs"_s, u"Theirs too"_s},
          Way{u"merge-mine"_s, u"Mine"_s, u"Theirs too"_s}, Way{u"merge-theirs"_s, u"Theirs"_s, u"Theirs too"_s}}) {
        document->setBlueprint(testing::smallBlueprint());
        ASSERT_TRUE(document->saveAs(QUrl::fromLocalFile(file)));
        ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Mine"_s));
        otherRenames(u"g1"_s, u"Theirs"_s);
        otherRenames(u"k1"_s, u"Theirs too"_s);
        document->checkOutsideNow();
        ASSERT_FALSE(document->conflict().isEmpty());
        document->resolveConflict(way.how);
        EXPECT_TRUE(document->conflict().isEmpty());
        EXPECT_EQ(titleOf(u"g1"_s), way.g1) << qPrintable(way.how);
        EXPECT_EQ(titleOf(u"k1"_s), way.k1) << qPrintable(way.how);
        ASSERT_TRUE(document->save()) << qPrintable(document->message());
        EXPECT_EQ(onDisk(), document->blueprint());
    }
}

TEST_F(OutsideTest, saysThatTheFileIsGoneAndWritesItAnew)
{
    ASSERT_TRUE(QFile::remove(file));
    document->checkOutsideNow();
    EXPECT_TRUE(document->message().contains(u"moved or deleted"_s)) << qPrintable(document->message());
    EXPECT_TRUE(document->isModified());
    ASSERT_TRUE(document->save());
    EXPECT_EQ(onDisk(), testing::smallBlueprint());
    EXPECT_TRUE(document->message().isEmpty());
}

TEST_F(OutsideTest, keepsSafeWhatWasSavedWhenTheFileIsGone)
{
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Mine"_s));
    ASSERT_TRUE(document->save());
    const Blueprint saved = document->blueprint();
    ASSERT_TRUE(QFile::remove(file));
    document->checkOutsideNow();
    document = std::make_unique<DocumentController>(); // killed
    const QList<FoundJournal> found = findJournals();
    ASSERT_EQ(found.size(), 1);
    QSignalSpy finished(document.get(), &DocumentController::openFinished);
    document->openUnsaved(found.first().path);
    ASSERT_TRUE(finished.wait());
    EXPECT_EQ(document->blueprint(), saved);
    EXPECT_TRUE(document->isModified());
}

TEST_F(OutsideTest, keepsSafeWhatWasSavedWhenTheFileIsGoneAndChangesAreUndone)
{
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Mine"_s));
    ASSERT_TRUE(QFile::remove(file));
    document->checkOutsideNow();
    document->undo();
    document = std::make_unique<DocumentController>(); // killed
    for (int times = 0; times < 2; ++times) {
        const QList<FoundJournal> found = findJournals();
        ASSERT_EQ(found.size(), 1);
        QSignalSpy finished(document.get(), &DocumentController::openFinished);
        document->openUnsaved(found.first().path);
        ASSERT_TRUE(finished.wait());
        EXPECT_EQ(document->blueprint(), testing::smallBlueprint());
        EXPECT_TRUE(document->isModified());
        document = std::make_unique<DocumentController>(); // killed once more
    }
}

TEST_F(OutsideTest, keepsSafeWhatWasChangedWhenTheWholeFolderIsGone)
{
    QTemporaryDir stick;
    file = QDir(stick.path()).canonicalPath() + u"/a.blueprint"_s;
    ASSERT_TRUE(document->saveAs(QUrl::fromLocalFile(file)));
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Mine"_s));
    document->journal().flush();
    ASSERT_TRUE(stick.remove()); // pulled
    document->checkOutsideNow();
    document->journal().flush();
    document = std::make_unique<DocumentController>(); // killed
    const QList<FoundJournal> found = findJournals();
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().content.now.find(CardId(u"g1"_s))->title, u"Mine"_s);
}

TEST_F(OutsideTest, keepsWhatWasRemovedWhileTheFileWasGone)
{
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Mine"_s));
    ASSERT_TRUE(document->save());
    const QByteArray bytes = writeBlueprint(document->blueprint());
    ASSERT_TRUE(QFile::remove(file));
    document->checkOutsideNow();
    ASSERT_TRUE(document->remove(u"card"_s, u"g1"_s));
    const Blueprint without = document->blueprint();
    document = std::make_unique<DocumentController>(); // killed
    put(bytes);                                        // the stick is back
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    ASSERT_FALSE(document->recovery().isEmpty());
    document->restoreUnsaved();
    EXPECT_EQ(document->blueprint(), without);
}

TEST_F(OutsideTest, keepsWhatWasSavedLastWhenAnOlderFileComes)
{
    const QByteArray older = writeBlueprint(document->blueprint());
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"Mine"_s));
    ASSERT_TRUE(document->save());
    const QByteArray mine = writeBlueprint(document->blueprint());
    put(older);
    document->checkOutsideNow();
    EXPECT_EQ(document->blueprint(), testing::smallBlueprint());
    const QList<Backup> versions = versionsOf(file);
    ASSERT_FALSE(versions.isEmpty());
    EXPECT_EQ(*readFile(versions.first().path), mine);
    // And not once for each look.
    document->checkOutsideNow();
    EXPECT_EQ(versionsOf(file).size(), versions.size());
}

TEST_F(OutsideTest, keepsTheDocumentWhenTheFileCannotBeReadAnyMore)
{
    put("{ \"format\":");
    document->checkOutsideNow();
    EXPECT_TRUE(document->canOverwrite());
    EXPECT_EQ(document->blueprint(), testing::smallBlueprint());
    EXPECT_FALSE(document->save());
    EXPECT_TRUE(document->overwrite());
    EXPECT_EQ(onDisk(), testing::smallBlueprint());
}

TEST_F(OutsideTest, noticesByItself)
{
    // As other programs save: a new file in place of the old one.
    const QString other = folder.filePath(u"new"_s);
    QFile out(other);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(writeBlueprint(renamed(onDisk(), u"g1"_s, u"Theirs"_s)));
    out.close();
    ASSERT_EQ(std::rename(qPrintable(other), qPrintable(file)), 0);
    ASSERT_TRUE(broughtIn.wait(10'000));
    EXPECT_EQ(titleOf(u"g1"_s), u"Theirs"_s);
}

TEST_F(OutsideTest, twoWindowsSaveIntoEachOther)
{
    DocumentController second;
    ASSERT_TRUE(second.openNow(QUrl::fromLocalFile(file)));
    EXPECT_TRUE(second.message().contains(u"also open in another window"_s)) << qPrintable(second.message());
    ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, u"One"_s));
    ASSERT_TRUE(second.rename(u"card"_s, u"k1"_s, u"Two"_s));
    ASSERT_TRUE(document->save());
    ASSERT_TRUE(second.save());
    EXPECT_EQ(onDisk(), renamed(renamed(testing::smallBlueprint(), u"g1"_s, u"One"_s), u"k1"_s, u"Two"_s));
    document->checkOutsideNow();
    EXPECT_EQ(document->blueprint(), second.blueprint());
    EXPECT_FALSE(document->isModified());
}

TEST_F(OutsideTest, callsNumberedConnectionsAsBeforeWhenATextIsWrittenElsewhere)
{
    file = folder.filePath(u"a.bpt"_s);
    put("lane l\ncard a lane=l step=1\ncard b lane=l step=2\na -> b\nb -> a\n");
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    ASSERT_TRUE(document->rename(u"connection"_s, u"e2"_s, u"mine"_s));
    put("lane l\ncard a lane=l step=1 # first\ncard b lane=l step=2\na ~> b\na -> b\nb -> a\n");
    document->checkOutsideNow();
    EXPECT_TRUE(document->conflict().isEmpty()) << qPrintable(conflictText());
    const Connection* kept = document->blueprint().find(ConnectionId(u"e2"_s));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->label, u"mine"_s);
    EXPECT_EQ(kept->kind, ConnectionKind::Flow);
    EXPECT_EQ(document->connectionCount(), 3);
}

TEST_F(OutsideTest, savesATextWithItsCommentsAndOrder)
{
    file = folder.filePath(u"a.bpt"_s);
    put("# dinner\ncard a lane=l step=1 \"A\" # first\n\nlane l\n");
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    ASSERT_TRUE(document->rename(u"card"_s, u"a"_s, u"B"_s));
    ASSERT_TRUE(document->save());
    QFile in(file);
    ASSERT_TRUE(in.open(QIODevice::ReadOnly));
    EXPECT_EQ(in.readAll(), "# dinner\ncard a lane=l step=1 \"B\" # first\n\nlane l\n");
}

TEST_F(OutsideTest, offersTheWayOutOfALockOfAnotherComputer)
{
    const QString lock = lockOf(journalPathFor(file));
    const auto putLock = [&](const QByteArray& computer) {
        QFile out(lock);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write("4711\nthroughline\n" + computer + "\n\n\n");
    };
    QFile journal(journalPathFor(file));
    ASSERT_TRUE(journal.open(QIODevice::WriteOnly));
    journal.close();
    putLock("till");
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    EXPECT_TRUE(document->leftLock().startsWith(u"The computer “till” has this file open"_s))
        << qPrintable(document->leftLock());
    document->removeLeftLock();
    EXPECT_EQ(document->leftLock(), QString());
    EXPECT_FALSE(QFileInfo::exists(lock));
}

} // namespace throughline
