// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/editorwindow.h"

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

namespace {

void type(const Window& window, const QString& text)
{
    for (const QChar letter : text)
        QTest::keyClick(window.window(), letter.toLatin1());
}

QString summary(const Window& window)
{
    return window.named(u"findSummary"_s)->property("text").toString();
}

/// A button of the bar, from the keyboard.
void press(Window& window, const QString& name)
{
    QQuickItem* button = window.item(name);
    ASSERT_TRUE(button && button->isVisible() && button->isEnabled());
    button->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(window.window(), Qt::Key_Space);
}

} // namespace

TEST(FindBar, findsWalksAndLeavesFromTheKeyboard)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    EXPECT_FALSE(window.named(u"findBar"_s)->property("visible").toBool());
    QTest::keyClick(window.window(), Qt::Key_F, Qt::ControlModifier);
    EXPECT_TRUE(window.named(u"findBar"_s)->property("visible").toBool());
    EXPECT_FALSE(window.item(u"replaceField"_s)->isVisible());
    type(window, u"drink"_s);
    EXPECT_TRUE(summary(window).endsWith(u" found"_s)) << summary(window).toStdString();
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_TRUE(summary(window).startsWith(u"1 of "_s));
    ASSERT_EQ(window.document().selection().size(), 1);
    const ElementRef first = window.document().selection().first();
    QTest::keyClick(window.window(), Qt::Key_Return);
    QTest::keyClick(window.window(), Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(window.document().selection().value(0), first);
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_FALSE(window.named(u"findBar"_s)->property("visible").toBool());
    EXPECT_TRUE(window.canvas().hasActiveFocus());
    EXPECT_FALSE(window.document().isModified());
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(FindBar, replacesAllWithGroupsAsOneStep)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    const Blueprint before = window.document().blueprint();
    QTest::keyClick(window.window(), Qt::Key_H, Qt::ControlModifier);
    press(window, u"findRegular"_s);
    window.item(u"findField"_s)->setProperty("text", u"(dri)nk"_s);
    window.item(u"replaceField"_s)->setProperty("text", u"$1ft"_s);
    QCoreApplication::processEvents();
    press(window, u"replaceAll"_s);
    // Nothing is left to replace: the keyboard is not lost with the button.
    EXPECT_TRUE(window.item(u"findField"_s)->hasActiveFocus());
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_TRUE(window.canvas().hasActiveFocus());
    EXPECT_NE(window.document().blueprint(), before);
    bool found = false;
    for (const Card& card : window.document().blueprint().cards()) {
        EXPECT_FALSE(card.title.contains(u"drink"_s));
        found = found || card.title.contains(u"drift"_s);
    }
    EXPECT_TRUE(found);
    window.document().undo();
    EXPECT_EQ(window.document().blueprint(), before);
}

TEST(FindBar, replacesOneAfterTheOtherWithATextThatHoldsWhatIsLookedFor)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_H, Qt::ControlModifier);
    type(window, u"waiter"_s);
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(summary(window), u"1 of 3"_s);
    window.item(u"replaceField"_s)->forceActiveFocus(Qt::TabFocusReason);
    type(window, u"waiter-boy"_s);
    const auto title = [&](const QString& id) { return window.document().blueprint().find(CardId(id))->title; };
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(summary(window), u"2 of 3"_s);
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(summary(window), u"3 of 3"_s);
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(title(u"u6"_s), u"Fetch the waiter-boy"_s);
    EXPECT_EQ(title(u"u10"_s), u"Fetch the waiter-boy"_s);
    EXPECT_EQ(window.document().blueprint().find(RoleId(u"Waiter"_s))->name, u"waiter-boy"_s);
}

TEST(FindBar, goesFromWhatIsLookedForToWhatItIsReplacedWith)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_H, Qt::ControlModifier);
    ASSERT_TRUE(window.item(u"findField"_s)->hasActiveFocus());
    QTest::keyClick(window.window(), Qt::Key_Tab);
    EXPECT_TRUE(window.item(u"replaceField"_s)->hasActiveFocus());
    QTest::keyClick(window.window(), Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_TRUE(window.item(u"findField"_s)->hasActiveFocus());
    QTest::keyClick(window.window(), Qt::Key_Escape);
    QTest::keyClick(window.window(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(window.window(), Qt::Key_Tab);
    EXPECT_TRUE(window.item(u"findCase"_s)->hasActiveFocus()) << "the field that is not shown is passed over";
}

TEST(FindBar, saysWhatIsWrongWithAnExpression)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    QTest::keyClick(window.window(), Qt::Key_F, Qt::ControlModifier);
    press(window, u"findRegular"_s);
    window.item(u"findField"_s)->setProperty("text", u"a**"_s);
    const QString problem = window.named(u"findProblem"_s)->property("text").toString();
    EXPECT_TRUE(problem.contains(u"wrong at character"_s)) << problem.toStdString();
    EXPECT_TRUE(window.item(u"findProblem"_s)->isVisible());
}
