// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/documentcontroller.h"

#include "app/document/attachments.h"
#include "core/edit/operations.h"
#include "tests/app/canvaswindow.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

class DocumentControllerTest : public ::testing::Test
{
protected:
    QTemporaryDir folder;
    DocumentController document;

    [[nodiscard]] QUrl url(const QString& name) const { return QUrl::fromLocalFile(folder.filePath(name)); }
    [[nodiscard]] QByteArray bytes(const QString& name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QString& name, const QByteArray& data) const
    {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(data);
    }
    bool openAndWait(const QString& name)
    {
        QSignalSpy finished(&document, &DocumentController::openFinished);
        document.open(url(name));
        return finished.wait() && finished.first().first().toBool();
    }
};

TEST_F(DocumentControllerTest, savesAndReadsBackWhatItHolds)
{
    document.setBlueprint(testing::smallBlueprint());
    ASSERT_TRUE(document.saveAs(url(u"a.blueprint"_s)));
    EXPECT_FALSE(document.isModified());
    EXPECT_EQ(document.fileName(), u"a.blueprint");
    const Blueprint before = document.blueprint();
    document.newEmpty();
    ASSERT_TRUE(openAndWait(u"a.blueprint"_s));
    EXPECT_EQ(document.blueprint(), before);
    EXPECT_FALSE(document.canUndo());
}

TEST_F(DocumentControllerTest, savesTheNotationByItsSuffix)
{
    document.setBlueprint(testing::smallBlueprint());
    ASSERT_TRUE(document.saveAs(url(u"a.bpt"_s)));
    EXPECT_TRUE(bytes(u"a.bpt"_s).contains("lane G"));
    const Blueprint before = document.blueprint();
    ASSERT_TRUE(document.openNow(url(u"a.bpt"_s)));
    EXPECT_EQ(document.blueprint(), before);
}

TEST_F(DocumentControllerTest, savesPicturesThatItHoldsAsText)
{
    document.setBlueprint(testing::smallBlueprint());
    QList<Attachment> pictures;
    for (const char fill : {'a', 'b', 'c'})
        pictures += *attachContent({}, u"menu.png"_s, QByteArray(MaxEmbedded, fill));
    ASSERT_TRUE(document.apply(addAttachments(document.blueprint(), CardId(u"g1"_s), pictures), u"Attach"_s));
    const Blueprint before = document.blueprint();
    ASSERT_TRUE(document.saveAs(url(u"a.bpt"_s)));
    ASSERT_TRUE(document.openNow(url(u"a.bpt"_s))) << qPrintable(document.message());
    EXPECT_EQ(document.blueprint(), before);
}

TEST_F(DocumentControllerTest, doesNotSaveAsTextWhatCouldNotBeReadAgain)
{
    document.setBlueprint(testing::smallBlueprint());
    put(u"a.bpt"_s, "title before");
    ASSERT_TRUE(document.rename(u"card"_s, u"g1"_s, QString(65 * 1024 * 1024, u'x')));
    EXPECT_FALSE(document.saveAs(url(u"a.bpt"_s)));
    EXPECT_TRUE(document.message().contains(u"save as .blueprint"_s)) << qPrintable(document.message());
    EXPECT_TRUE(document.isModified());
    EXPECT_EQ(bytes(u"a.bpt"_s), "title before");
    const Blueprint before = document.blueprint();
    ASSERT_TRUE(document.saveAs(url(u"a.blueprint"_s)));
    ASSERT_TRUE(document.openNow(url(u"a.blueprint"_s)));
    EXPECT_EQ(document.blueprint(), before);
}

TEST_F(DocumentControllerTest, savesATextAsTextWhateverItIsCalled)
{
    put(u"a.txt"_s, "# dinner\nlane l \"Guest\"\n");
    ASSERT_TRUE(document.openNow(url(u"a.txt"_s)));
    ASSERT_TRUE(document.rename(u"lane"_s, u"l"_s, u"Guests"_s));
    ASSERT_TRUE(document.save());
    EXPECT_TRUE(bytes(u"a.txt"_s).startsWith("# dinner\nlane l ")) << bytes(u"a.txt"_s).constData();
    EXPECT_TRUE(bytes(u"a.txt"_s).contains("\"Guests\""));
}

TEST_F(DocumentControllerTest, keepsThePresentDocumentWhenAFileCannotBeRead)
{
    document.setBlueprint(testing::smallBlueprint());
    const Blueprint before = document.blueprint();
    put(u"bad.blueprint"_s, "{ \"format\": ");
    EXPECT_FALSE(openAndWait(u"bad.blueprint"_s));
    EXPECT_EQ(document.blueprint(), before);
    EXPECT_TRUE(document.messageIsError());
    EXPECT_TRUE(document.message().contains(u"bad.blueprint")) << qPrintable(document.message());
    EXPECT_FALSE(openAndWait(u"missing.blueprint"_s));
    EXPECT_EQ(document.blueprint(), before);
}

TEST_F(DocumentControllerTest, opensTheLastOfSeveralFilesAskedFor)
{
    document.setBlueprint(testing::smallBlueprint());
    ASSERT_TRUE(document.saveAs(url(u"a.blueprint"_s)));
    ASSERT_TRUE(document.rename(u"card"_s, u"g1"_s, u"Other"_s));
    ASSERT_TRUE(document.saveAs(url(u"b.blueprint"_s)));
    document.newEmpty();
    QSignalSpy finished(&document, &DocumentController::openFinished);
    document.open(url(u"a.blueprint"_s));
    document.open(url(u"b.blueprint"_s));
    ASSERT_TRUE(finished.wait());
    EXPECT_EQ(finished.size(), 1);
    EXPECT_EQ(document.fileName(), u"b.blueprint");
    EXPECT_FALSE(document.isLoading());
}

TEST_F(DocumentControllerTest, keepsWhatIsChangedWhileAFileIsRead)
{
    document.setBlueprint(testing::smallBlueprint());
    ASSERT_TRUE(document.saveAs(url(u"a.blueprint"_s)));
    ASSERT_TRUE(document.saveAs(url(u"b.blueprint"_s)));
    QSignalSpy finished(&document, &DocumentController::openFinished);
    document.open(url(u"a.blueprint"_s));
    ASSERT_TRUE(document.rename(u"card"_s, u"g1"_s, u"Meanwhile"_s));
    ASSERT_TRUE(finished.wait());
    EXPECT_FALSE(finished.first().first().toBool());
    EXPECT_EQ(document.fileName(), u"b.blueprint");
    EXPECT_EQ(document.blueprint().find(CardId(u"g1"_s))->title, u"Meanwhile"_s);
    EXPECT_TRUE(document.message().startsWith(u"a.blueprint was not opened"_s)) << qPrintable(document.message());
    // What was given up before goes.
    EXPECT_TRUE(openAndWait(u"a.blueprint"_s));
    EXPECT_EQ(document.fileName(), u"a.blueprint");
}

TEST_F(DocumentControllerTest, saysWhyItCannotSaveAndLosesNothing)
{
    document.setBlueprint(testing::smallBlueprint());
    ASSERT_TRUE(document.saveAs(url(u"a.blueprint"_s)));
    ASSERT_TRUE(document.rename(u"card"_s, u"g1"_s, u"Other"_s));
    EXPECT_FALSE(document.saveAs(url(u"vanished/a.blueprint"_s)));
    EXPECT_TRUE(document.isModified());
    EXPECT_EQ(document.fileName(), u"a.blueprint");
    EXPECT_TRUE(document.messageIsError());
    EXPECT_EQ(document.message(),
              u"a.blueprint was not saved. The folder \"%1\" does not exist. What is on the disk is as it was and your "
              "changes are here: save under another name or in another folder."_s.arg(
                  QFileInfo(url(u"vanished/a.blueprint"_s).toLocalFile()).absolutePath()));
    EXPECT_TRUE(document.canSaveAs());
    EXPECT_FALSE(document.canOverwrite());
    EXPECT_TRUE(document.save());
    EXPECT_TRUE(document.message().isEmpty());
    EXPECT_FALSE(document.canSaveAs());
}

TEST_F(DocumentControllerTest, doesNotOverwriteWhatAnotherProgramWrote)
{
    document.setBlueprint(testing::smallBlueprint());
    ASSERT_TRUE(document.saveAs(url(u"a.blueprint"_s)));
    put(u"a.blueprint"_s, "written by somebody else");
    ASSERT_TRUE(document.rename(u"card"_s, u"g1"_s, u"Other"_s));
    EXPECT_FALSE(document.save());
    EXPECT_TRUE(document.canOverwrite());
    EXPECT_EQ(bytes(u"a.blueprint"_s), "written by somebody else");
    EXPECT_TRUE(document.overwrite());
    EXPECT_FALSE(document.canOverwrite());
    EXPECT_TRUE(bytes(u"a.blueprint"_s).contains("Other"));
    EXPECT_TRUE(document.save());
}

TEST_F(DocumentControllerTest, undoesToTheStartAndRedoesToTheEnd)
{
    document.setBlueprint(testing::smallBlueprint());
    const Blueprint start = document.blueprint();
    ASSERT_TRUE(document.rename(u"card"_s, u"g1"_s, u"One"_s));
    ASSERT_TRUE(document.addLane(u"W"_s));
    ASSERT_TRUE(document.insertStep(u"s2"_s));
    document.select(u"card"_s, u"k1"_s);
    ASSERT_TRUE(document.deleteSelection());
    EXPECT_EQ(document.undoText(), u"Delete card");
    const Blueprint end = document.blueprint();
    while (document.canUndo())
        document.undo();
    EXPECT_EQ(document.blueprint(), start);
    EXPECT_FALSE(document.isModified());
    while (document.canRedo())
        document.redo();
    EXPECT_EQ(document.blueprint(), end);
}

TEST_F(DocumentControllerTest, dropsFromTheSelectionWhatIsGone)
{
    document.setBlueprint(testing::smallBlueprint());
    document.selectRefs(toVariant(QList<ElementRef>{refTo(CardId(u"g1"_s)), refTo(CardId(u"k1"_s))}));
    document.remove(u"card"_s, u"g1"_s);
    EXPECT_EQ(document.selection(), QList<ElementRef>{refTo(CardId(u"k1"_s))});
    document.select(u"card"_s, u"nobody"_s);
    EXPECT_TRUE(document.selection().isEmpty());
}

TEST_F(DocumentControllerTest, tellsEachChangeWithItsPatch)
{
    document.setBlueprint(testing::smallBlueprint());
    QList<DocumentChange> changes;
    QObject::connect(&document, &DocumentController::changed, &document,
                     [&](const DocumentChange& change) { changes += change; });
    document.rename(u"card"_s, u"g1"_s, u"One"_s);
    document.rename(u"card"_s, u"g1"_s, u"One"_s);
    document.undo();
    ASSERT_EQ(changes.size(), 2);
    EXPECT_EQ(touched(changes[0].patch), QList<ElementRef>{refTo(CardId(u"g1"_s))});
    EXPECT_EQ(changes[1].patch, inverse(changes[0].patch));
    EXPECT_LT(changes[0].revision, changes[1].revision);
}

TEST_F(DocumentControllerTest, saysWhatCannotBeDone)
{
    document.setBlueprint(testing::smallBlueprint());
    document.select(u"card"_s, u"g1"_s);
    EXPECT_FALSE(document.moveSelection(-1, 0));
    EXPECT_FALSE(document.message().isEmpty());
    EXPECT_TRUE(document.moveSelection(1, 0));
    EXPECT_TRUE(document.message().isEmpty());
}

TEST_F(DocumentControllerTest, beginsAPhaseAtAStep)
{
    document.setBlueprint(testing::smallBlueprint());
    ASSERT_TRUE(document.addPhase(u"s2"_s));
    const QList<PhaseBlock> blocks = phaseBlocks(document.blueprint());
    ASSERT_EQ(blocks.size(), 3);
    EXPECT_EQ(blocks[0].steps, QList<StepId>{StepId(u"s1"_s)});
    EXPECT_EQ(blocks[1].steps, QList<StepId>{StepId(u"s2"_s)});
    EXPECT_EQ(blocks[2].phase, PhaseId(u"p2"_s));
    EXPECT_TRUE(validate(document.blueprint()));
}

TEST_F(DocumentControllerTest, startsAnEmptyDocumentWithAGrid)
{
    document.newEmpty();
    EXPECT_TRUE(document.isOpen());
    EXPECT_FALSE(document.isModified());
    EXPECT_EQ(document.blueprint().lanes().size(), 3);
    EXPECT_EQ(document.cardCount(), 0);
}

} // namespace
} // namespace throughline
