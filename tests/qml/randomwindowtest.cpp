// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blueprint.h"
#include "tests/qml/editorwindow.h"
#include "tests/support/dice.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QWheelEvent>
#include <QWidget>

/// Somebody who clicks, drags and types anywhere at all in the window: panels, menus, dialogs, bars and the drawing.
namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::Dice;
using testing::Window;

namespace {

constexpr int DefaultActions = 300;

class RandomHand
{
public:
    RandomHand(Window& window, unsigned seed) : m_window(window), m_random(seed) {}

    /// Does something and says what it was.
    QString act()
    {
        // The file dialog is a window of its own, and keeps every hand from the editor while it is open.
        if (QWidget* dialog = QApplication::activeModalWidget()) {
            dialog->close();
            return u"close "_s + dialog->windowTitle();
        }
        const int drawn = m_dice.below(100);
        if (drawn < 34)
            return click();
        if (drawn < 46)
            return drag();
        if (drawn < 52)
            return wheel();
        if (drawn < 72)
            return pressKey();
        if (drawn < 84)
            return type();
        if (drawn < 94)
            return useShortcut();
        return escape();
    }

private:
    QPoint point() { return {m_dice.below(m_window.window()->width()), m_dice.below(m_window.window()->height())}; }

    Qt::KeyboardModifiers modifiers()
    {
        static const QList<Qt::KeyboardModifiers> all{
            {}, {}, {}, {}, Qt::ShiftModifier, Qt::ControlModifier, Qt::AltModifier};
        return m_dice.of(all);
    }

    QString click()
    {
        const QPoint at = point();
        const Qt::MouseButton button = m_dice.oneIn(6) ? Qt::RightButton : Qt::LeftButton;
        if (m_dice.oneIn(5))
            QTest::mouseDClick(m_window.window(), Qt::LeftButton, {}, at);
        else
            QTest::mouseClick(m_window.window(), button, modifiers(), at);
        return u"click %1, %2"_s.arg(at.x()).arg(at.y());
    }

    QString drag()
    {
        const QPoint from = point();
        const QPoint to = point();
        QTest::mousePress(m_window.window(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i)
            QTest::mouseMove(m_window.window(), from + (to - from) * i / 4);
        QTest::mouseRelease(m_window.window(), Qt::LeftButton, {}, to);
        return u"drag %1, %2 to %3, %4"_s.arg(from.x()).arg(from.y()).arg(to.x()).arg(to.y());
    }

    QString wheel()
    {
        const QPoint at = point();
        QWheelEvent event(at, m_window.window()->mapToGlobal(at), {}, {0, (m_dice.below(7) - 3) * 60}, {}, modifiers(),
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_window.window(), &event);
        return u"wheel"_s;
    }

    QString pressKey()
    {
        static const QList<Qt::Key> keys{Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,      Qt::Key_Down,
                                         Qt::Key_Return, Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Home,
                                         Qt::Key_End,    Qt::Key_Delete, Qt::Key_Insert,  Qt::Key_Backspace,
                                         Qt::Key_F2,     Qt::Key_F8,     Qt::Key_Space,   Qt::Key_Menu,
                                         Qt::Key_PageUp, Qt::Key_Down,   Qt::Key_PageUp,  Qt::Key_PageDown};
        const Qt::Key key = m_dice.of(keys);
        QTest::keyClick(m_window.window(), key, modifiers());
        return u"key "_s + QKeySequence(key).toString();
    }

    QString type()
    {
        const QString text = m_dice.text();
        for (const QChar letter : text) {
            if (letter.unicode() >= 0x20 && letter.unicode() < 0x7F)
                QTest::keyClick(m_window.window(), letter.toLatin1());
        }
        return u"type "_s + text;
    }

    /// Any of the program's, but for those that leave it or open other programs and windows.
    QString useShortcut()
    {
        static const QStringList all{
            u"Ctrl+Z"_s,       u"Ctrl+Shift+Z"_s, u"Ctrl+K"_s,       u"Ctrl+F"_s,       u"Ctrl+H"_s,
            u"Ctrl+T"_s,       u"Ctrl+G"_s,       u"Ctrl+M"_s,       u"Ctrl+Shift+V"_s, u"Ctrl+Shift+T"_s,
            u"Ctrl+Shift+N"_s, u"Ctrl+Shift+D"_s, u"Ctrl+Shift+R"_s, u"Ctrl+Shift+L"_s, u"Ctrl+Shift+E"_s,
            u"Ctrl+Shift+G"_s, u"Ctrl+Shift+K"_s, u"Ctrl+Shift+F"_s, u"Ctrl+Shift+H"_s, u"Ctrl+."_s,
            u"Ctrl+Shift+A"_s, u"Ctrl+A"_s,       u"Ctrl+C"_s,       u"Ctrl+X"_s,       u"Ctrl+V"_s,
            u"Ctrl+D"_s,       u"Ctrl+L"_s,       u"Ctrl+J"_s,       u"Ctrl+0"_s,       u"Ctrl+1"_s,
            u"Ctrl+2"_s,       u"Ctrl+Return"_s,  u"F1"_s,           u"F6"_s,           u"F7"_s,
            u"F9"_s,           u"Alt+N"_s,        u"Alt+P"_s,        u"Alt+B"_s,        u"Alt+1"_s,
            u"Ctrl+Insert"_s,  u"Shift+Insert"_s, u"Alt+Right"_s,    u"Alt+Down"_s,     u"Alt+Shift+Up"_s,
            u"Ctrl+P"_s,
        };
        const QString shortcut = m_dice.of(all);
        const QKeyCombination combination = QKeySequence(shortcut)[0];
        QTest::keyClick(m_window.window(), combination.key(), combination.keyboardModifiers());
        return shortcut;
    }

    QString escape()
    {
        for (int i = m_dice.below(3); i >= 0; --i)
            QTest::keyClick(m_window.window(), Qt::Key_Escape);
        return u"Esc"_s;
    }

    Window& m_window;
    std::mt19937 m_random;
    Dice m_dice{m_random};
};

/// What went wrong in our own QML. Qt's own remarks, of its timers, name no file.
QStringList complaints(const Window& window)
{
    QStringList all = window.warned();
    all.removeIf([](const QString& text) { return !text.contains(u"qrc:/qt/qml/Throughline"_s); });
    return all;
}

} // namespace

/// THROUGHLINE_ACTIONS says how many, THROUGHLINE_SEED which.
TEST(RandomWindow, survivesAnythingAndKeepsTheDocumentWhole)
{
    const int actions = qEnvironmentVariableIsSet("THROUGHLINE_ACTIONS")
                            ? qEnvironmentVariableIntValue("THROUGHLINE_ACTIONS")
                            : DefaultActions;
    // What a file dialog might write goes here.
    const QTemporaryDir home;
    const QString before = QDir::currentPath();
    const QByteArray homeBefore = qgetenv("HOME");
    ASSERT_TRUE(QDir::setCurrent(home.path()));
    qputenv("HOME", home.path().toLocal8Bit());
    {
        Window window;
        window.window()->resize(1280, 800);
        ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
        RandomHand hand(window, unsigned(qEnvironmentVariableIntValue("THROUGHLINE_SEED")) + 1);
        QStringList last;
        int edits = 0;
        for (int i = 0; i < actions && !HasFailure(); ++i) {
            const Blueprint was = window.document().blueprint();
            last += hand.act();
            if (last.size() > 12)
                last.removeFirst();
            if (i % 3 == 0)
                QCoreApplication::processEvents();
            edits += window.document().blueprint() == was ? 0 : 1;
            const QString done = u"action %1: %2"_s.arg(i).arg(last.join(u"; "_s));
            const Result<void> valid = validate(window.document().blueprint());
            ASSERT_TRUE(valid) << qPrintable(done + u": "_s + describe(valid.error()));
            ASSERT_EQ(complaints(window).join(u'\n').toStdString(), "") << qPrintable(done);
            ASSERT_TRUE(window.window()->isVisible()) << qPrintable(done);
            const qsizetype cards = window.document().blueprint().cards().size();
            if (cards > 120 || cards < 4) {
                ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
            }
        }
        EXPECT_GT(edits, actions / 60) << "too little happened";
    }
    qputenv("HOME", homeBefore);
    EXPECT_TRUE(QDir::setCurrent(before));
}

} // namespace throughline
