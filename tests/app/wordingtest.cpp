// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/journalkeeper.h"
#include "core/io/files.h"
#include "tests/app/saveddocumenttest.h"

#include <QDir>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

const char* const Written = "# The way of a guest\n"
                            "lane Guest stage=customer\n"
                            "\n"
                            "lane Waiter stage=frontstage\n"
                            "card a lane=Guest step=1 \"Ask\" # seen on Monday\n"
                            "card b lane=Waiter step=1 \"Answer\"\n"
                            "a -> b\n"
                            "# that is all\n";

/// A .bpt that somebody wrote by hand.
class WordingTest : public testing::SavedDocumentTest
{
protected:
    void SetUp() override
    {
        SavedDocumentTest::SetUp();
        file = folder.filePath(u"a.bpt"_s);
        ASSERT_TRUE(writeFile(file, Written));
        ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
    }
    [[nodiscard]] QByteArray inFile() const
    {
        const Result<QByteArray> bytes = readFile(file);
        return bytes ? *bytes : QByteArray("(no file)");
    }
    /// Types another text beside the drawing.
    void type(const QString& text) const
    {
        const Result<AdoptedNotation> read = document->mirror().read(text);
        ASSERT_TRUE(read) << qPrintable(read.error().message);
        ASSERT_TRUE(document->takeText(read->blueprint, text));
    }
    void reopenAfterAKill()
    {
        document->journal().flush();
        document = std::make_unique<DocumentController>();
        ASSERT_TRUE(document->openNow(QUrl::fromLocalFile(file)));
        ASSERT_FALSE(document->recovery().isEmpty());
        document->restoreUnsaved();
    }
};

} // namespace

TEST_F(WordingTest, comesBackLetterByLetterWhenADeletedCardIsPutBackAfterSaving)
{
    ASSERT_TRUE(document->remove(u"card"_s, u"a"_s));
    ASSERT_TRUE(document->save());
    EXPECT_FALSE(inFile().contains("Monday"));
    document->undo();
    ASSERT_TRUE(document->save());
    EXPECT_EQ(inFile(), QByteArray(Written));
}

TEST_F(WordingTest, comesBackFromStatesThatWereNeverWrittenDown)
{
    ASSERT_TRUE(document->rename(u"card"_s, u"b"_s, u"Reply"_s));
    ASSERT_TRUE(document->remove(u"card"_s, u"a"_s));
    ASSERT_TRUE(document->save());
    document->undo();
    ASSERT_TRUE(document->save());
    EXPECT_EQ(inFile(), QByteArray(Written).replace("Answer", "Reply"));
}

TEST_F(WordingTest, isAChangeOfItsOwnWhereTheFileHoldsIt)
{
    const QString other = QString::fromUtf8(Written).replace(u"Monday"_s, u"Tuesday"_s);
    type(other);
    EXPECT_TRUE(document->isModified());
    EXPECT_EQ(document->undoText(), u"Edit text"_s);
    document->undo();
    EXPECT_FALSE(document->isModified());
    EXPECT_EQ(document->mirror().text(), QString::fromUtf8(Written));
    document->redo();
    EXPECT_EQ(document->mirror().text(), other);
    ASSERT_TRUE(document->save());
    EXPECT_EQ(inFile(), other.toUtf8());
    EXPECT_FALSE(document->isModified());
}

TEST_F(WordingTest, isNoChangeWhereTheFileHasNoPlaceForIt)
{
    file = folder.filePath(u"b.blueprint"_s);
    ASSERT_TRUE(document->saveAs(QUrl::fromLocalFile(file)));
    type(document->mirror().text() + u"# more\n"_s);
    EXPECT_FALSE(document->isModified());
    EXPECT_FALSE(document->canUndo());
}

TEST_F(WordingTest, survivesWhenEverythingIsDeletedAndPutBack)
{
    type(u""_s);
    EXPECT_EQ(document->cardCount(), 0);
    document->undo();
    ASSERT_TRUE(document->save());
    EXPECT_EQ(inFile(), QByteArray(Written));
}

TEST_F(WordingTest, isThereAgainAfterAKill)
{
    const QString other = QString::fromUtf8(Written).replace(u"Monday"_s, u"Tuesday"_s);
    type(other);
    reopenAfterAKill();
    EXPECT_TRUE(document->isModified());
    ASSERT_TRUE(document->save());
    EXPECT_EQ(inFile(), other.toUtf8());
}

TEST_F(WordingTest, isThereAgainWithTheChangesMadeAfterIt)
{
    type(QString::fromUtf8(Written).replace(u"Monday"_s, u"Tuesday"_s));
    ASSERT_TRUE(document->rename(u"card"_s, u"b"_s, u"Reply"_s));
    reopenAfterAKill();
    EXPECT_EQ(document->blueprint().find(CardId(u"b"_s))->title, u"Reply"_s);
    ASSERT_TRUE(document->save());
    EXPECT_EQ(inFile(), QByteArray(Written).replace("Monday", "Tuesday").replace("Answer", "Reply"));
}

TEST_F(WordingTest, comesInFromOutsideAlsoWhenNothingElseChanged)
{
    const QByteArray other = QByteArray(Written).replace("Monday", "Tuesday");
    ASSERT_TRUE(writeFile(file, other));
    document->checkOutsideNow();
    EXPECT_FALSE(document->isModified());
    EXPECT_EQ(document->mirror().text(), QString::fromUtf8(other));
    ASSERT_TRUE(document->rename(u"card"_s, u"b"_s, u"Reply"_s));
    ASSERT_TRUE(document->save());
    EXPECT_EQ(inFile(), QByteArray(other).replace("Answer", "Reply"));
}

} // namespace throughline
