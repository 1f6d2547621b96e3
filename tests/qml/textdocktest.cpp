// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/checkrunner.h"
#include "app/document/documentcontroller.h"
#include "app/models/textpane.h"
#include "app/settings/appsettings.h"
#include "tests/qml/editorwindow.h"

#include <QTemporaryDir>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The window with the restaurant and its text beside it.
class TextDockTest : public ::testing::Test
{
protected:
    const QTemporaryDir folder; ///< stays as long as the window: what writes the journal removes its lock there
    testing::Window window;
    QQuickItem* area = nullptr;
    TextPane* pane = nullptr;

    void SetUp() override
    {
        ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
        toggleText();
        area = window.item(u"textArea"_s);
        pane = window.window()->findChild<TextPane*>();
        ASSERT_TRUE(area && pane);
        ASSERT_TRUE(area->hasActiveFocus());
    }
    void TearDown() override
    {
        if (window.item(u"textDock"_s)->isVisible())
            toggleText();
        EXPECT_EQ(window.warned(), QStringList());
    }

    void toggleText() const
    {
        QTest::keyClick(window.window(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString text() const { return area->property("text").toString(); }
    void caretTo(qsizetype position) const { area->setProperty("cursorPosition", int(position)); }
    void type(const QString& letters) const
    {
        for (const QChar c : letters)
            c == u'\n' ? QTest::keyClick(window.window(), Qt::Key_Return)
                       : QTest::keyClick(window.window(), c.toLatin1());
    }
    [[nodiscard]] QString titleOf(const QString& card) const
    {
        const Card* found = window.document().blueprint().find(CardId(card));
        return found ? found->title : QString();
    }
    /// The end of the title in the line of a card.
    [[nodiscard]] qsizetype endOfTitle(const QString& title) const { return text().indexOf(title) + title.size(); }
    [[nodiscard]] CardId anyCard() const { return window.document().blueprint().cards().begin()->id; }
};

} // namespace

TEST_F(TextDockTest, drawsWhatIsTypedAsOneStep)
{
    const Card card = *window.document().blueprint().find(anyCard());
    const Blueprint before = window.document().blueprint();
    caretTo(endOfTitle(card.title));
    type(u" at"_s);
    pane->readTyped();
    type(u" once"_s);
    pane->readTyped();
    EXPECT_EQ(titleOf(card.id.value), card.title + u" at once"_s);
    EXPECT_EQ(window.document().undoText(), u"Edit text"_s);
    window.document().undo();
    EXPECT_EQ(window.document().blueprint(), before);
    EXPECT_FALSE(text().contains(u" at once"_s));
}

TEST_F(TextDockTest, followsTheDrawingAndLeavesTheCaret)
{
    const Card card = *window.document().blueprint().find(anyCard());
    type(u"# mine\n"_s);
    pane->readTyped();
    EXPECT_FALSE(window.document().isModified());
    caretTo(3);
    window.document().rename(u"card"_s, card.id.value, u"Something else"_s);
    EXPECT_TRUE(text().startsWith(u"# mine\n"_s));
    EXPECT_TRUE(text().contains(u"\"Something else\""_s));
    EXPECT_EQ(area->property("cursorPosition").toInt(), 3);
}

TEST_F(TextDockTest, marksAnErrorAndKeepsTheDrawing)
{
    const Blueprint before = window.document().blueprint();
    type(u"lame x\n"_s);
    pane->readTyped();
    EXPECT_EQ(window.document().blueprint(), before);
    EXPECT_EQ(pane->problemLine(), 0);
    EXPECT_TRUE(pane->problem().startsWith(u"Line 1: Found \"lame\", expected title"_s)) << qPrintable(pane->problem());
    EXPECT_TRUE(window.item(u"textProblem"_s)->isVisible());
    // The text follows the drawing all the same.
    const Card card = *before.find(anyCard());
    window.document().rename(u"card"_s, card.id.value, u"Something else"_s);
    EXPECT_TRUE(text().startsWith(u"lame x\n"_s));
    EXPECT_TRUE(text().contains(u"\"Something else\""_s));
    // A click on the message goes there.
    caretTo(0);
    window.click(*window.item(u"textProblem"_s));
    EXPECT_TRUE(area->hasActiveFocus());
    EXPECT_EQ(area->property("cursorPosition").toInt(), 0);
    type(u"# "_s);
    pane->readTyped();
    EXPECT_EQ(pane->problem(), QString());
    EXPECT_EQ(titleOf(card.id.value), u"Something else"_s);
}

TEST_F(TextDockTest, hasTheHistoryOfTheDocument)
{
    const QString before = text();
    const Card card = *window.document().blueprint().find(anyCard());
    window.document().rename(u"card"_s, card.id.value, u"Something else"_s);
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(titleOf(card.id.value), card.title);
    EXPECT_EQ(text(), before);
    type(u"lame"_s);
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(text(), before);
    EXPECT_EQ(pane->problem(), QString());
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(text().startsWith(u"lame"_s));
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
}

TEST_F(TextDockTest, letsTheSelectionsFollowEachOther)
{
    const Card card = *window.document().blueprint().find(anyCard());
    caretTo(text().indexOf(u"card "_s + card.id.value));
    EXPECT_EQ(window.document().selection(), (QList<ElementRef>{{ElementKind::Card, card.id.value}}));
    ConnectionId last;
    for (const Connection& connection : window.document().blueprint().connections())
        last = connection.id;
    window.document().select(u"connection"_s, last.value);
    ASSERT_EQ(pane->selectedLines().size(), 1);
    const Connection* connection = window.document().blueprint().find(last);
    const QString line = text().split(u'\n').value(pane->selectedLines().first());
    EXPECT_TRUE(line.startsWith(std::get<CardId>(connection->from).value + u' ')) << qPrintable(line);
}

TEST_F(TextDockTest, takesBackACommentOfATextFileAndLeavesTheDrawingWhereItIs)
{
    const QString file = folder.filePath(u"dinner.bpt"_s);
    ASSERT_TRUE(window.document().saveAs(QUrl::fromLocalFile(file)));
    ASSERT_TRUE(window.document().openNow(QUrl::fromLocalFile(file)));
    const QString before = text();
    window.document().select(u"card"_s, anyCard().value);
    const QList<ElementRef> selected = window.document().selection();
    area->forceActiveFocus();
    caretTo(0);
    type(u"# hello\n"_s);
    pane->readTypedNow();
    EXPECT_TRUE(window.document().isModified());
    EXPECT_TRUE(text().startsWith(u"# hello\n"_s));
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(text(), before);
    EXPECT_FALSE(window.document().isModified());
    EXPECT_EQ(window.document().selection(), selected);
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(text().startsWith(u"# hello\n"_s));
}

TEST_F(TextDockTest, bringsWhatTheCaretIsAtIntoSight)
{
    CardId far;
    int column = -1;
    for (const Card& card : window.document().blueprint().cards()) {
        const int number = window.document().blueprint().find(card.firstStep)->number;
        if (number > column) {
            far = card.id;
            column = number;
        }
    }
    const auto left = [&] { return window.canvas().rectOf(QVariantList{toVariant(refTo(far))}).left(); };
    ASSERT_GT(left(), window.canvas().headerWidth() + 1000) << "far to the right";
    caretTo(text().indexOf(u"card "_s + far.value + u' '));
    EXPECT_TRUE(QTest::qWaitFor([&] { return left() < window.canvas().headerWidth() + window.canvas().width(); }));
    EXPECT_TRUE(area->hasActiveFocus());
}

TEST_F(TextDockTest, keepsWhatIsNotUnderstoodWhileItIsHidden)
{
    const Card card = *window.document().blueprint().find(anyCard());
    type(u"lame x\n"_s);
    toggleText();
    EXPECT_FALSE(window.item(u"textDock"_s)->isVisible());
    EXPECT_TRUE(window.document().isModified());
    window.document().rename(u"card"_s, card.id.value, u"Something else"_s);
    toggleText();
    EXPECT_TRUE(text().startsWith(u"lame x\n"_s)) << qPrintable(text());
    EXPECT_TRUE(text().contains(u"\"Something else\""_s));
    caretTo(0);
    type(u"# "_s);
    pane->readTyped();
    EXPECT_FALSE(window.document().hasDraft());
    EXPECT_EQ(titleOf(card.id.value), u"Something else"_s);
}

TEST_F(TextDockTest, takesALongTextInBeforeItIsHidden)
{
    const Card card = *window.document().blueprint().find(anyCard());
    const QString typed =
        text().replace(u'"' + card.title + u'"', u"\"Typed\""_s) + u"# one more\n"_s.repeated(TextPane::MaxLinesAtOnce);
    area->setProperty("text", typed);
    toggleText();
    EXPECT_EQ(titleOf(card.id.value), u"Typed"_s);
}

TEST_F(TextDockTest, asksBeforeTypedTextIsLost)
{
    type(u"lame x\n"_s);
    window.window()->close();
    QCoreApplication::processEvents();
    EXPECT_TRUE(window.window()->isVisible());
    QObject* dialog = window.named(u"unsavedDialog"_s);
    EXPECT_TRUE(dialog->property("visible").toBool());
    EXPECT_TRUE(dialog->property("note").toString().contains(u"has an error"_s));
    QMetaObject::invokeMethod(dialog, "close");
    EXPECT_TRUE(QTest::qWaitFor([&] { return !dialog->property("visible").toBool(); }));
    EXPECT_TRUE(text().startsWith(u"lame x\n"_s));
    // Given up, it does not come back when the window goes.
    window.document().giveUpChanges();
    toggleText();
    EXPECT_FALSE(window.document().hasDraft());
}

TEST_F(TextDockTest, savesWhatIsTypedAndSaysWhatIsNot)
{
    const QUrl url = QUrl::fromLocalFile(folder.filePath(u"dinner.blueprint"_s));
    ASSERT_TRUE(window.document().saveAs(url));
    const Card card = *window.document().blueprint().find(anyCard());
    caretTo(endOfTitle(card.title));
    type(u" at once"_s);
    QTest::keyClick(window.window(), Qt::Key_S, Qt::ControlModifier);
    DocumentController saved;
    ASSERT_TRUE(saved.openNow(url));
    EXPECT_EQ(saved.blueprint().find(card.id)->title, card.title + u" at once"_s);
    EXPECT_EQ(window.document().message(), QString());
    caretTo(0);
    type(u"lame x\n"_s);
    QTest::keyClick(window.window(), Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(window.document().message().contains(u"without what you typed in the text"_s))
        << qPrintable(window.document().message());
    EXPECT_TRUE(window.document().isModified());
    window.document().giveUpChanges();
}

TEST_F(TextDockTest, bringsBackWhatWasTypedInAWindowThatWasKilled)
{
    const QUrl url = QUrl::fromLocalFile(folder.filePath(u"dinner.blueprint"_s));
    ASSERT_TRUE(window.document().saveAs(url));
    {
        DocumentController killed;
        ASSERT_TRUE(killed.openNow(url));
        killed.setDraft(u"lame x\n"_s + text());
    }
    toggleText();
    ASSERT_TRUE(window.document().openNow(url));
    ASSERT_FALSE(window.document().recovery().isEmpty());
    window.document().restoreUnsaved();
    EXPECT_TRUE(window.item(u"textDock"_s)->isVisible());
    EXPECT_TRUE(text().startsWith(u"lame x\n"_s));
    EXPECT_EQ(pane->problemLine(), 0);
    window.document().giveUpChanges();
}

TEST_F(TextDockTest, isPartOfTheOneHistoryInTheDrawingToo)
{
    const CardId card = anyCard();
    window.document().rename(u"card"_s, card.value, u"Something else"_s);
    const QString before = text();
    caretTo(0);
    type(u"lame x\n"_s);
    QTest::keyClick(window.window(), Qt::Key_Escape);
    ASSERT_TRUE(window.canvas().hasActiveFocus());
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(text(), before);
    EXPECT_EQ(titleOf(card.value), u"Something else"_s);
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(text().startsWith(u"lame x\n"_s));
    // What was changed in the drawing since goes first.
    window.document().rename(u"card"_s, card.value, u"Once more"_s);
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(titleOf(card.value), u"Something else"_s);
    EXPECT_TRUE(text().startsWith(u"lame x\n"_s));
    window.document().giveUpChanges();
}

TEST_F(TextDockTest, escapeGoesBackToTheDrawing)
{
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_TRUE(window.canvas().hasActiveFocus());
    EXPECT_TRUE(window.item(u"textDock"_s)->isVisible());
}

TEST_F(TextDockTest, selectsWhatALineJustTypedIsAbout)
{
    caretTo(text().size());
    type(u"\ncard z9 lane=Bussing step=3 \"Sweeps\""_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.document().blueprint().find(CardId(u"z9"_s)) != nullptr; }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.document().selection().value(0).id == u"z9"_s; }));
    EXPECT_TRUE(area->hasActiveFocus());
    EXPECT_EQ(window.named(u"keyHint"_s)->property("text").toString(), QString()) << "these keys are those of the text";
}

} // namespace throughline
