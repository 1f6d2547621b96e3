// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/journalkeeper.h"
#include "app/document/journals.h"
#include "app/document/unsavedwork.h"
#include "core/edit/operations.h"
#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "core/io/files.h"
#include "tests/app/canvaswindow.h"
#include "tests/app/saveddocumenttest.h"
#include "tests/support/randomblueprint.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A saved document and its journal.
class JournalTest : public testing::SavedDocumentTest
{
protected:
    [[nodiscard]] QString beside() const { return journalPathFor(file); }
    [[nodiscard]] bool hasJournal() const
    {
        document->journal().flush();
        return QFileInfo::exists(beside());
    }
    [[nodiscard]] QStringList namesIn(const QString& path, const QString& pattern) const
    {
        return QDir(path).entryList({pattern}, QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] QString titleOf(const QString& card) const { return document->blueprint().find(CardId(card))->title; }
    /// A colleague renames a card in the file.
    void saveElsewhere(const QString& card, const QString& title) const
    {
        const Result<QByteArray> bytes = readFile(file);
        ASSERT_TRUE(bytes);
        DocumentController other;
        other.setBlueprint(*readBlueprint(*bytes, file));
        ASSERT_TRUE(other.rename(u"card"_s, card, title));
        ASSERT_TRUE(writeFile(file, writeBlueprint(other.blueprint())));
        other.giveUpChanges();
    }
    void renameCard(const QString& name) const { ASSERT_TRUE(document->rename(u"card"_s, u"g1"_s, name)); }
    /// Leaves the document as a killed process would.
    void abandon()
    {
        document = std::make_unique<DocumentController>();
        QCoreApplication::processEvents();
    }
    void hearWorker(DocumentController& controller) const
    {
        controller.journal().flush();
        QCoreApplication::processEvents();
    }
};

TEST_F(JournalTest, keepsEveryChangeBesideTheDocument)
{
    EXPECT_FALSE(hasJournal());
    renameCard(u"One"_s);
    renameCard(u"Two"_s);
    document->undo();
    ASSERT_TRUE(hasJournal());
    EXPECT_EQ(document->journal().path(), beside());
    const Result<JournalContent> content = readJournal(beside());
    ASSERT_TRUE(content);
    EXPECT_EQ(content->head.documentFile, file);
    EXPECT_EQ(content->base, testing::smallBlueprint());
    EXPECT_EQ(content->now, document->blueprint());
    EXPECT_EQ(content->changes, 3);
}

TEST_F(JournalTest, leavesNothingWhenTheDocumentIsSaved)
{
    renameCard(u"One"_s);
    ASSERT_TRUE(hasJournal());
    EXPECT_EQ(namesIn(journalFolder(), u"*.open"_s).size(), 1);
    ASSERT_TRUE(document->save());
    EXPECT_FALSE(hasJournal());
    EXPECT_EQ(namesIn(folder.path(), u"*"_s), QStringList{u"a.blueprint"_s});
    EXPECT_TRUE(namesIn(journalFolder(), u"*"_s).isEmpty());
}

TEST_F(JournalTest, endsWhenUndoneToTheSavedStateAndBeginsAgain)
{
    renameCard(u"One"_s);
    ASSERT_TRUE(document->save());
    document->undo();
    ASSERT_TRUE(hasJournal());
    document->redo();
    EXPECT_FALSE(hasJournal());
    renameCard(u"Two"_s);
    ASSERT_TRUE(hasJournal());
    const Result<JournalContent> content = readJournal(beside());
    ASSERT_TRUE(content);
    EXPECT_EQ(content->base.find(CardId(u"g1"_s))->title, u"One"_s);
    EXPECT_EQ(content->changes, 1);
}

TEST_F(JournalTest, endsWhenTheChangesAreGivenUp)
{
    renameCard(u"One"_s);
    ASSERT_TRUE(hasJournal());
    document->giveUpChanges();
    EXPECT_FALSE(hasJournal());
    renameCard(u"Two"_s);
    ASSERT_TRUE(hasJournal());
    document->newEmpty();
    EXPECT_FALSE(hasJournal());
}

TEST_F(JournalTest, followsTheDocumentToItsNewName)
{
    renameCard(u"One"_s);
    ASSERT_TRUE(hasJournal());
    ASSERT_TRUE(document->saveAs(QUrl::fromLocalFile(folder.filePath(u"b.blueprint"_s))));
    EXPECT_FALSE(hasJournal());
    renameCard(u"Two"_s);
    EXPECT_FALSE(hasJournal());
    EXPECT_TRUE(document->journal().path().endsWith(u"/.b.blueprint.journal"));
}

TEST_F(JournalTest, givesBackExactlyWhatWasNotSaved)
{
    for (unsigned seed = 1; seed <= 10; ++seed) {
        std::mt19937 random(seed);
        document->setBlueprint(testing::randomBlueprint(random));
        ASSERT_TRUE(document->saveAs(QUrl::fromLocalFile(file)));
        const Blueprint saved = document->blueprint();
        const IdSource ids = testing::countingIds(5000);
        for (int i = 0; i < 30; ++i)
            document->apply(testing::randomEdit(document->blueprint(), random, ids), u"Edit"_s);
        const Blueprint now = document->blueprint();
        ASSERT_NE(now, saved);
        abandon();

        ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
        ASSERT_FALSE(document->recovery().isEmpty());
        EXPECT_FALSE(document->recovery().value(u"outdated"_s).toBool());
        EXPECT_FALSE(document->isModified());
        document->restoreUnsaved();
        EXPECT_EQ(document->blueprint(), now);
        EXPECT_TRUE(document->isModified());
        EXPECT_TRUE(document->recovery().isEmpty());
        EXPECT_EQ(document->undoText(), u"Restore unsaved changes");
        document->undo();
        EXPECT_EQ(document->blueprint(), saved);
        EXPECT_FALSE(document->canUndo());
        document->journal().flush();
        EXPECT_TRUE(findJournals().isEmpty());
    }
}

TEST_F(JournalTest, isSafeAgainAsSoonAsItIsRestored)
{
    renameCard(u"One"_s);
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    document->restoreUnsaved();
    document->journal().flush();
    EXPECT_FALSE(QFileInfo::exists(beside()));
    const Blueprint now = document->blueprint();
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    document->restoreUnsaved();
    EXPECT_EQ(document->blueprint(), now);
}

TEST_F(JournalTest, keepsTheOldChangesUntilTheyAreAnswered)
{
    renameCard(u"Old"_s);
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    renameCard(u"New"_s);
    document->journal().flush();
    EXPECT_EQ(readJournal(beside())->now.find(CardId(u"g1"_s))->title, u"Old"_s);
    abandon();
    // Now there are two, the newer one first; answering one offers the other.
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    ASSERT_FALSE(document->recovery().isEmpty());
    document->discardUnsaved();
    ASSERT_FALSE(document->recovery().isEmpty());
    document->discardUnsaved();
    EXPECT_TRUE(document->recovery().isEmpty());
    EXPECT_FALSE(hasJournal());
    EXPECT_TRUE(findJournals().isEmpty());
    EXPECT_FALSE(document->isModified());
}

TEST_F(JournalTest, saysWhenTheFileWasWrittenSince)
{
    renameCard(u"One"_s);
    abandon();
    DocumentController other;
    other.setBlueprint(testing::smallBlueprint());
    ASSERT_TRUE(other.rename(u"card"_s, u"k1"_s, u"Elsewhere"_s));
    ASSERT_TRUE(other.saveAs(QUrl::fromLocalFile(file)));
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    EXPECT_TRUE(document->recovery().value(u"outdated"_s).toBool());
}

TEST_F(JournalTest, restoresIntoWhatWasSavedSince)
{
    renameCard(u"Mine"_s);
    abandon();
    saveElsewhere(u"k1"_s, u"Theirs"_s);
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    document->restoreUnsaved();
    EXPECT_EQ(titleOf(u"g1"_s), u"Mine"_s);
    EXPECT_EQ(titleOf(u"k1"_s), u"Theirs"_s);
    EXPECT_TRUE(document->recovery().isEmpty());
    ASSERT_TRUE(document->save());
    document->journal().flush();
    EXPECT_TRUE(findJournals().isEmpty());
}

TEST_F(JournalTest, restoresIntoWhatWasDrawnSince)
{
    renameCard(u"Mine"_s);
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    ASSERT_TRUE(document->rename(u"card"_s, u"k1"_s, u"Later"_s));
    document->restoreUnsaved();
    EXPECT_EQ(titleOf(u"g1"_s), u"Mine"_s);
    EXPECT_EQ(titleOf(u"k1"_s), u"Later"_s);
}

TEST_F(JournalTest, asksWhatToRestoreWhereBothChangedTheSame)
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
        renameCard(u"Mine"_s);
        abandon();
        saveElsewhere(u"g1"_s, u"Theirs"_s);
        saveElsewhere(u"k1"_s, u"Theirs too"_s);
        ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
        document->restoreUnsaved();
        const QString sentence = document->conflict().value(u"sentence"_s).toString();
        EXPECT_TRUE(sentence.endsWith(u"both changed: card “Mine” (theirs: “Theirs”)."_s)) << qPrintable(sentence);
        EXPECT_TRUE(document->recovery().isEmpty());
        EXPECT_FALSE(document->isModified());
        document->resolveConflict(way.how);
        EXPECT_EQ(titleOf(u"g1"_s), way.g1) << qPrintable(way.how);
        EXPECT_EQ(titleOf(u"k1"_s), way.k1) << qPrintable(way.how);
        EXPECT_TRUE(document->conflict().isEmpty());
        EXPECT_TRUE(document->recovery().isEmpty());
        document->giveUpChanges();
        document->journal().flush();
        EXPECT_TRUE(findJournals().isEmpty());
    }
}

TEST_F(JournalTest, doesNotRestoreOverWhatWasSavedSinceUnasked)
{
    renameCard(u"Mine"_s);
    abandon();
    saveElsewhere(u"g1"_s, u"Theirs"_s);
    QSignalSpy finished(document.get(), &DocumentController::openFinished);
    document->openUnsaved(beside());
    ASSERT_TRUE(finished.wait());
    EXPECT_EQ(titleOf(u"g1"_s), u"Theirs"_s);
    EXPECT_TRUE(document->recovery().value(u"outdated"_s).toBool());
    EXPECT_FALSE(document->isModified());
}

TEST_F(JournalTest, offersWhatIsWholeOfATornJournal)
{
    renameCard(u"One"_s);
    document->journal().flush();
    const qint64 whole = QFileInfo(beside()).size();
    renameCard(u"Two"_s);
    abandon();
    QFile journal(beside());
    ASSERT_TRUE(journal.resize(whole + 20));
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    EXPECT_EQ(document->recovery().value(u"changes"_s).toInt(), 1);
    document->restoreUnsaved();
    EXPECT_EQ(document->blueprint().find(CardId(u"g1"_s))->title, u"One"_s);
}

TEST_F(JournalTest, removesAUselessJournal)
{
    renameCard(u"One"_s);
    abandon();
    QFile journal(beside());
    ASSERT_TRUE(journal.resize(100));
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    EXPECT_TRUE(document->recovery().isEmpty());
    EXPECT_FALSE(hasJournal());
    EXPECT_TRUE(document->message().isEmpty());
}

TEST_F(JournalTest, leavesTheJournalOfALivingWindowAlone)
{
    renameCard(u"One"_s);
    ASSERT_TRUE(hasJournal());
    DocumentController second;
    ASSERT_TRUE(second.openNow(QUrl::fromLocalFile(file)));
    EXPECT_TRUE(second.recovery().isEmpty());
    EXPECT_TRUE(second.message().contains(u"also open in another window")) << qPrintable(second.message());
    EXPECT_TRUE(findJournals().isEmpty());
    ASSERT_TRUE(second.rename(u"card"_s, u"g1"_s, u"Two"_s));
    hearWorker(second);
    EXPECT_EQ(QFileInfo(second.journal().path()).absolutePath(), journalFolder());
    EXPECT_EQ(readJournal(second.journal().path())->now, second.blueprint());
    EXPECT_EQ(readJournal(beside())->now, document->blueprint());
}

TEST_F(JournalTest, tellsTheSecondWindowThatStartsToEdit)
{
    DocumentController second;
    ASSERT_TRUE(second.openNow(QUrl::fromLocalFile(file)));
    EXPECT_TRUE(second.message().contains(u"also open in another window")) << qPrintable(second.message());
    EXPECT_FALSE(second.message().contains(u"unsaved"));
    second.dismissMessage();
    renameCard(u"One"_s);
    ASSERT_TRUE(hasJournal());
    ASSERT_TRUE(second.rename(u"card"_s, u"g1"_s, u"Two"_s));
    hearWorker(second);
    EXPECT_TRUE(second.message().contains(u"unsaved changes there")) << qPrintable(second.message());
}

TEST_F(JournalTest, saysNothingOfUnsavedChangesInAnotherWindowOnceTheyAreSaved)
{
    DocumentController second;
    ASSERT_TRUE(second.openNow(QUrl::fromLocalFile(file)));
    renameCard(u"One"_s);
    ASSERT_TRUE(hasJournal());
    ASSERT_TRUE(second.rename(u"card"_s, u"k1"_s, u"Two"_s));
    hearWorker(second);
    ASSERT_TRUE(second.message().contains(u"unsaved changes there")) << qPrintable(second.message());
    ASSERT_TRUE(document->save());
    second.checkOutsideNow();
    EXPECT_EQ(second.message(), QString());
}

TEST_F(JournalTest, saysNothingOfUnsavedChangesWhereBothWindowsReload)
{
    DocumentController second;
    ASSERT_TRUE(second.openNow(QUrl::fromLocalFile(file)));
    second.dismissMessage();
    Blueprint other = document->blueprint();
    ASSERT_TRUE(apply(other, *rename(other, {ElementKind::Card, u"g1"_s}, u"Theirs"_s)));
    ASSERT_TRUE(writeFile(file, writeBlueprint(other)));
    for (DocumentController* each : {document.get(), &second}) {
        each->checkOutsideNow();
        hearWorker(*each);
    }
    for (DocumentController* each : {document.get(), &second}) {
        hearWorker(*each);
        EXPECT_EQ(each->message(), QString());
        EXPECT_EQ(each->blueprint(), other);
        EXPECT_TRUE(each->journal().path().isEmpty());
    }
}

TEST_F(JournalTest, doesNotTakeItselfForAnotherWindow)
{
    renameCard(u"One"_s);
    ASSERT_TRUE(hasJournal());
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    EXPECT_TRUE(document->message().isEmpty()) << qPrintable(document->message());
    EXPECT_TRUE(document->recovery().isEmpty());
    EXPECT_FALSE(hasJournal());
}

TEST_F(JournalTest, writesElsewhereWhereTheFolderRefuses)
{
    ASSERT_TRUE(QDir().mkdir(beside()));
    renameCard(u"One"_s);
    hearWorker(*document);
    EXPECT_TRUE(document->message().isEmpty());
    EXPECT_EQ(QFileInfo(document->journal().path()).absolutePath(), journalFolder());
    const Blueprint now = document->blueprint();
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    document->restoreUnsaved();
    EXPECT_EQ(document->blueprint(), now);
}

TEST_F(JournalTest, saysOnceThatNothingCanBeKeptAndGoesOn)
{
    ASSERT_TRUE(QDir().mkdir(beside()));
    qputenv("XDG_DATA_HOME", QFile::encodeName(file));
    renameCard(u"One"_s);
    hearWorker(*document);
    EXPECT_TRUE(document->messageIsError());
    EXPECT_TRUE(document->message().startsWith(u"Changes cannot be kept safe: ")) << qPrintable(document->message());
    EXPECT_TRUE(document->message().endsWith(u"; save often."));
    document->dismissMessage();
    renameCard(u"Two"_s);
    hearWorker(*document);
    EXPECT_TRUE(document->message().isEmpty());
    // As soon as there is room again all changes are safe.
    useOwnDataHome();
    renameCard(u"Three"_s);
    hearWorker(*document);
    const QString path = document->journal().path();
    ASSERT_FALSE(path.isEmpty());
    EXPECT_EQ(readJournal(path)->now, document->blueprint());
    EXPECT_EQ(readJournal(path)->base, testing::smallBlueprint());
    EXPECT_TRUE(document->save());
    document->journal().flush();
    EXPECT_FALSE(QFileInfo::exists(path));
}

TEST_F(JournalTest, isNotTakenAwayByAnAnswerInAnotherWindow)
{
    renameCard(u"One"_s);
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    DocumentController second;
    ASSERT_TRUE(second.openNow(QUrl::fromLocalFile(file)));
    ASSERT_FALSE(second.recovery().isEmpty());
    document->restoreUnsaved();
    ASSERT_TRUE(document->save());
    renameCard(u"Two"_s);
    ASSERT_TRUE(hasJournal());
    ASSERT_EQ(document->journal().path(), beside());
    second.discardUnsaved();
    second.journal().flush();
    EXPECT_TRUE(hasJournal());
    EXPECT_TRUE(second.recovery().isEmpty());
    EXPECT_TRUE(second.message().startsWith(u"Another window has dealt"_s)) << qPrintable(second.message());
}

TEST_F(JournalTest, isNotOfferedAnyMoreWhenAnotherWindowHasAnswered)
{
    renameCard(u"One"_s);
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    DocumentController second;
    ASSERT_TRUE(second.openNow(QUrl::fromLocalFile(file)));
    document->discardUnsaved();
    document->journal().flush();
    second.checkOutside();
    EXPECT_TRUE(second.recovery().isEmpty());
}

TEST_F(JournalTest, goesOnElsewhereWhenItIsTakenAway)
{
    renameCard(u"One"_s);
    ASSERT_TRUE(hasJournal());
    ASSERT_TRUE(QFile::remove(beside()));
    renameCard(u"Two"_s);
    hearWorker(*document);
    EXPECT_EQ(document->message(), QString());
    const Blueprint now = document->blueprint();
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    document->restoreUnsaved();
    EXPECT_EQ(document->blueprint(), now);
}

TEST_F(JournalTest, keepsADraftThatIsNotUnderstoodYet)
{
    document->setDraft(u"lame x"_s);
    EXPECT_TRUE(document->isModified());
    EXPECT_TRUE(document->isBlueprintSaved());
    document->journal().flush();
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    EXPECT_EQ(document->recovery().value(u"changes"_s).toInt(), 1);
    QSignalSpy restored(document.get(), &DocumentController::draftRestored);
    document->restoreUnsaved();
    EXPECT_EQ(document->draft(), u"lame x"_s);
    EXPECT_EQ(restored.size(), 1);
    EXPECT_EQ(document->blueprint(), testing::smallBlueprint());
    // And again, as often as it takes.
    document->journal().flush();
    EXPECT_FALSE(QFileInfo::exists(beside()));
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    document->restoreUnsaved();
    EXPECT_EQ(document->draft(), u"lame x"_s);
    document->setDraft({});
    EXPECT_FALSE(document->isModified());
    document->journal().flush();
    EXPECT_TRUE(findJournals().isEmpty());
    EXPECT_TRUE(namesIn(journalFolder(), u"*"_s).isEmpty());
}

TEST_F(JournalTest, keepsADraftBesideChangesAndOverASaving)
{
    renameCard(u"One"_s);
    document->setDraft(u"lame x"_s);
    document->setDraft(u"lame xy"_s);
    ASSERT_TRUE(document->save());
    EXPECT_TRUE(document->message().contains(u"without what you typed"_s)) << qPrintable(document->message());
    EXPECT_TRUE(document->isModified());
    renameCard(u"Two"_s);
    const Blueprint now = document->blueprint();
    abandon();
    ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    EXPECT_EQ(document->recovery().value(u"changes"_s).toInt(), 2);
    document->restoreUnsaved();
    EXPECT_EQ(document->blueprint(), now);
    EXPECT_EQ(document->draft(), u"lame xy"_s);
    document->giveUpChanges();
    EXPECT_FALSE(hasJournal());
    EXPECT_TRUE(namesIn(journalFolder(), u"*"_s).isEmpty());
    EXPECT_EQ(namesIn(folder.path(), u"*"_s), QStringList{u"a.blueprint"_s});
}

TEST_F(JournalTest, keepsADocumentWithoutAFile)
{
    document->setBlueprint(testing::smallBlueprint());
    renameCard(u"One"_s);
    const Blueprint now = document->blueprint();
    abandon();
    UnsavedWork work;
    work.refreshNow();
    ASSERT_EQ(work.entries().size(), 1);
    const QVariantMap entry = work.entries().first().toMap();
    EXPECT_EQ(entry.value(u"changes"_s).toInt(), 1);
    EXPECT_TRUE(entry.value(u"folder"_s).toString().isEmpty());

    QSignalSpy finished(document.get(), &DocumentController::openFinished);
    document->openUnsaved(entry.value(u"journal"_s).toString());
    ASSERT_TRUE(finished.wait());
    EXPECT_EQ(document->blueprint(), now);
    EXPECT_TRUE(document->isModified());
    EXPECT_TRUE(document->fileName().isEmpty());
    document->journal().flush();
    work.refreshNow();
    EXPECT_TRUE(work.entries().isEmpty());
}

TEST_F(JournalTest, opensUnsavedWorkWithItsFile)
{
    renameCard(u"One"_s);
    const Blueprint now = document->blueprint();
    abandon();
    UnsavedWork work;
    work.refreshNow();
    ASSERT_EQ(work.entries().size(), 1);
    EXPECT_EQ(work.entries().first().toMap().value(u"name"_s).toString(), u"a.blueprint");
    QSignalSpy finished(document.get(), &DocumentController::openFinished);
    document->openUnsaved(beside());
    ASSERT_TRUE(finished.wait());
    EXPECT_EQ(document->blueprint(), now);
    EXPECT_EQ(document->fileName(), u"a.blueprint");
    document->undo();
    EXPECT_FALSE(document->isModified());
}

TEST_F(JournalTest, opensUnsavedWorkWhoseFileIsGone)
{
    renameCard(u"One"_s);
    const Blueprint now = document->blueprint();
    abandon();
    ASSERT_TRUE(QFile::remove(file));
    QSignalSpy finished(document.get(), &DocumentController::openFinished);
    document->openUnsaved(beside());
    ASSERT_TRUE(finished.wait());
    EXPECT_EQ(document->blueprint(), now);
    EXPECT_TRUE(document->fileName().isEmpty());
    EXPECT_TRUE(document->message().contains(u"a.blueprint")) << qPrintable(document->message());
}

TEST_F(JournalTest, removesUnsavedWork)
{
    renameCard(u"One"_s);
    abandon();
    UnsavedWork work;
    work.refreshNow();
    ASSERT_EQ(work.entries().size(), 1);
    work.remove(beside());
    EXPECT_TRUE(work.entries().isEmpty());
    work.refreshNow();
    EXPECT_TRUE(work.entries().isEmpty());
    EXPECT_FALSE(hasJournal());
    EXPECT_TRUE(namesIn(journalFolder(), u"*"_s).isEmpty());
}

} // namespace
} // namespace throughline
