// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/editorwindow.h"

#include <QTemporaryDir>

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
