// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/editorwindow.h"

#include <QTemporaryDir>

#include <functional>

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

TEST(Window, loadsAndWorksWithoutAWarning)
{
    Window window;
    ASSERT_NE(window.window(), nullptr);
    EXPECT_TRUE(window.named(u"startPage"_s)->property("visible").toBool());
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    EXPECT_FALSE(window.named(u"startPage"_s)->property("visible").toBool());
    window.document().selectAll();
    window.document().clearSelection();
    window.document().select(u"card"_s, window.document().blueprint().cards().begin()->id.value);
    QCoreApplication::processEvents();
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(Window, opensTheFileItIsStartedWith)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"dinner.blueprint"_s);
    QFile::copy(u":/templates/restaurant.blueprint"_s, path);
    Window window(QUrl::fromLocalFile(path));
    ASSERT_NE(window.window(), nullptr);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.document().isOpen(); }));
    EXPECT_EQ(window.named(u"fileState"_s)->property("text").toString(), u"dinner.blueprint · saved"_s);
}

TEST(Window, offersUnsavedChangesAndRestoresThem)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"dinner.blueprint"_s);
    QFile::copy(u":/templates/restaurant.blueprint"_s, path);
    {
        // Ends without an answer, as if it was killed.
        DocumentController killed;
        ASSERT_TRUE(killed.openNow(QUrl::fromLocalFile(path)));
        ASSERT_TRUE(killed.rename(u"card"_s, killed.blueprint().cards().begin()->id.value, u"Not saved yet"_s));
    }
    Window window;
    const auto findRow = [&] { return window.item(u"unsavedRow"_s); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return findRow() != nullptr; }));
    QQuickItem* remove = window.item(u"removeUnsaved"_s);
    window.click(*remove);
    EXPECT_TRUE(findRow()->property("sure").toBool());
    EXPECT_EQ(remove->property("text").toString(), u"Remove for good");

    ASSERT_TRUE(window.document().openNow(QUrl::fromLocalFile(path)));
    QCoreApplication::processEvents();
    const QString text = window.named(u"recoveryText"_s)->property("text").toString();
    EXPECT_TRUE(text.startsWith(u"Unsaved changes from "_s) && text.contains(u"(1 change)"_s)) << qPrintable(text);
    window.click(*window.item(u"restoreUnsaved"_s));
    EXPECT_EQ(window.document().blueprint().cards().begin()->title, u"Not saved yet");
    EXPECT_FALSE(window.item(u"recoveryBar"_s)->isVisible());
    EXPECT_TRUE(window.document().isModified());
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
    window.document().giveUpChanges();
}

TEST(Window, walksTheFindingsWithF8)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    ASSERT_GT(window.runner().count(), 1);
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_F8);
    const QString first = window.canvas().currentFindingKey();
    EXPECT_FALSE(first.isEmpty());
    QTest::keyClick(window.window(), Qt::Key_F8);
    EXPECT_NE(window.canvas().currentFindingKey(), first);
    QTest::keyClick(window.window(), Qt::Key_F8, Qt::ShiftModifier);
    EXPECT_EQ(window.canvas().currentFindingKey(), first);
}

TEST(Window, showsWhatCouldNotBeChecked)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    ASSERT_FALSE(window.runner().result().coverage.isEmpty());
    const auto* section = window.window()->findChild<QQuickItem*>(u"coverageSection"_s);
    ASSERT_TRUE(section);
    EXPECT_TRUE(section->isVisible());
}

TEST(Window, undoesWithTheKeyboardAndSaysWhat)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const qsizetype before = window.document().blueprint().cards().size();
    window.canvas().forceActiveFocus();
    window.document().select(u"card"_s, window.document().blueprint().cards().begin()->id.value);
    QTest::keyClick(window.window(), Qt::Key_Delete);
    EXPECT_EQ(window.document().blueprint().cards().size(), before - 1);
    EXPECT_TRUE(window.named(u"undoButton"_s)->property("text").toString().contains(window.document().undoText()));
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(window.document().blueprint().cards().size(), before);
}

TEST(Window, asksBeforeChangesAreLost)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.document().rename(u"blueprint"_s, {}, u"Changed"_s);
    ASSERT_TRUE(window.document().isModified());
    window.window()->close();
    QCoreApplication::processEvents();
    EXPECT_TRUE(window.window()->isVisible());
    EXPECT_TRUE(window.named(u"unsavedDialog"_s)->property("visible").toBool());
}

TEST(Window, forgetsToCloseWhenThatIsCancelledOrCannotBeSaved)
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"dinner.blueprint"_s);
    QFile::copy(u":/templates/restaurant.blueprint"_s, path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    Window window;
    ASSERT_TRUE(window.document().openNow(QUrl::fromLocalFile(path)));
    QObject* dialog = window.named(u"unsavedDialog"_s);
    const auto change = [&](const QString& title) { window.document().rename(u"blueprint"_s, {}, title); };
    const auto isAsked = [&] { return dialog->property("visible").toBool(); };
    const auto closeAnd = [&](const std::function<void()>& answer) {
        window.window()->close();
        EXPECT_TRUE(QTest::qWaitFor([&] { return dialog->property("opened").toBool(); }));
        answer();
        EXPECT_TRUE(QTest::qWaitFor([&] { return !isAsked(); }));
    };
    const auto press = [&](const QString& button) {
        ASSERT_TRUE(QMetaObject::invokeMethod(window.item(button), "clicked"));
        QCoreApplication::processEvents();
    };
    const auto saveLater = [&] {
        QTest::keyClick(window.window(), Qt::Key_S, Qt::ControlModifier);
        QCoreApplication::processEvents();
        EXPECT_FALSE(window.document().isModified());
        EXPECT_TRUE(window.window()->isVisible());
        EXPECT_FALSE(window.window()->property("closing").toBool());
    };
    change(u"One"_s);
    closeAnd([&] { press(u"cancelButton"_s); });
    saveLater();
    change(u"Two"_s);
    closeAnd([&] { QTest::keyClick(window.window(), Qt::Key_Escape); });
    saveLater();
    change(u"Three"_s);
    // Another program leaves what cannot be read: not saved.
    QFile out(path);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write("{ \"format\":");
    out.close();
    closeAnd([&] { press(u"saveButton"_s); });
    EXPECT_TRUE(window.document().isModified());
    EXPECT_TRUE(window.document().overwrite());
    change(u"Four"_s);
    saveLater();
    change(u"Five"_s);
    closeAnd([&] { press(u"saveButton"_s); });
    EXPECT_FALSE(window.window()->isVisible());
}

TEST(Window, typesATitleInPlace)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const CardId card = window.document().blueprint().cards().begin()->id;
    window.document().select(u"card"_s, card.value);
    window.canvas().forceActiveFocus();
    ASSERT_TRUE(window.canvas().beginEdit(u"card"_s, card.value));
    QObject* editor = window.named(u"titleEditor"_s);
    EXPECT_TRUE(editor->property("visible").toBool());
    for (const char letter : {'H', 'e', 'l', 'l', 'o'})
        QTest::keyClick(window.window(), letter);
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(window.document().blueprint().find(card)->title, u"Hello"_s);
    EXPECT_FALSE(editor->property("visible").toBool());
}
