// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/editorwindow.h"

#include <QAccessible>

#include <gmock/gmock.h>

#include <functional>

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;
using ::testing::HasSubstr;
using ::testing::Not;

/// The whole window as a screen reader finds it.
namespace {

struct Tree
{
    int elements = 0;
    QStringList nameless; ///< what can be used but says nothing
    QStringList names;
    QList<QAccessibleInterface*> found;
};

Tree treeOf(QAccessibleInterface* root)
{
    Tree tree;
    const std::function<void(QAccessibleInterface*, const QString&)> visit = [&](QAccessibleInterface* each,
                                                                                 const QString& path) {
        if (!each || each->state().invisible)
            return;
        ++tree.elements;
        const QString name = each->text(QAccessible::Name);
        const bool usable = each->state().focusable || each->role() == QAccessible::Button ||
                            each->role() == QAccessible::CheckBox || each->role() == QAccessible::EditableText;
        const QObject* object = each->object();
        const QString here = path + u'/' + (object ? QString::fromLatin1(object->metaObject()->className()) : name);
        if (usable && name.trimmed().isEmpty() && each->role() != QAccessible::Window)
            tree.nameless += here;
        tree.names += name;
        tree.found += each;
        for (int i = 0; i < each->childCount(); ++i)
            visit(each->child(i), here);
    };
    visit(root, {});
    return tree;
}

/// From now on a screen reader is there, which changes what Qt's controls say of themselves.
void wake()
{
    QAccessible::setActive(true);
}

/// The first in the window that is of that role and has that name; null where there is none.
QAccessibleInterface* find(const Window& window, QAccessible::Role role, const QString& name)
{
    for (QAccessibleInterface* each : treeOf(QAccessible::queryAccessibleInterface(window.window())).found) {
        if (each->role() == role && each->text(QAccessible::Name) == name)
            return each;
    }
    return nullptr;
}

} // namespace

TEST(WindowAccessibility, namesEverythingThatCanBeUsedOnEveryPage)
{
    Window window;
    ASSERT_NE(window.window(), nullptr);
    const auto check = [&](const char* where) {
        QCoreApplication::processEvents();
        const Tree tree = treeOf(QAccessible::queryAccessibleInterface(window.window()));
        EXPECT_GE(tree.elements, 10) << where;
        EXPECT_TRUE(tree.nameless.isEmpty()) << where << ":\n" << tree.nameless.join(u'\n').toStdString();
        return tree;
    };
    const auto says = [](const Tree& tree, const QString& text) {
        return std::any_of(tree.names.begin(), tree.names.end(),
                           [&](const QString& name) { return name.contains(text); });
    };
    EXPECT_TRUE(says(check("the start page"), u"Dinner for two"_s));
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const Tree drawing = check("the drawing and the findings");
    for (const Card& card : window.document().blueprint().cards())
        EXPECT_TRUE(says(drawing, card.title)) << qPrintable(card.title);
    for (const Finding& finding : window.runner().result().findings)
        EXPECT_TRUE(says(drawing, finding.title)) << qPrintable(finding.title);
    window.document().select(u"card"_s, window.document().blueprint().cards().begin()->id.value);
    check("the inspector");
    for (const auto& [name, key, modifiers] :
         {std::tuple("the requests", Qt::Key_F7, Qt::KeyboardModifiers()),
          std::tuple("the command palette", Qt::Key_K, Qt::KeyboardModifiers(Qt::ControlModifier)),
          std::tuple("find and replace", Qt::Key_H, Qt::KeyboardModifiers(Qt::ControlModifier))}) {
        QTest::keyClick(window.window(), key, modifiers);
        check(name);
        QTest::keyClick(window.window(), Qt::Key_Escape);
        QCoreApplication::processEvents();
    }
}

TEST(WindowAccessibility, namesDialogsAndReadsTheirTexts)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    wake();
    const auto texts = [&](const QString& dialog, const QString& title) {
        QObject* opened = window.named(dialog);
        QMetaObject::invokeMethod(opened, "open");
        EXPECT_TRUE(QTest::qWaitFor([&] { return opened->property("opened").toBool(); }));
        QAccessibleInterface* found = find(window, QAccessible::Dialog, title);
        QStringList names;
        if (found) {
            for (const QAccessibleInterface* each : treeOf(found).found) {
                if (each->role() == QAccessible::StaticText)
                    names += each->text(QAccessible::Name);
            }
        }
        QMetaObject::invokeMethod(opened, "close");
        EXPECT_TRUE(QTest::qWaitFor([&] { return !opened->property("visible").toBool(); }));
        return names.join(u'\n').toStdString();
    };
    EXPECT_THAT(texts(u"keysDialog"_s, u"Keys"_s), HasSubstr("Rename: F2"));
    EXPECT_THAT(texts(u"aboutDialog"_s, u"Throughline"_s), HasSubstr("GNU General Public License"));
    EXPECT_THAT(texts(u"exportDialog"_s, u"Export"_s), HasSubstr("The whole blueprint as one map"));
    EXPECT_THAT(texts(u"versionsDialog"_s, u"Versions of “Dinner for two”"_s), HasSubstr("Each saving keeps"));
    const std::string rules = texts(u"rulesDialog"_s, u"Rules of the check"_s);
    EXPECT_THAT(rules, HasSubstr("How loud each rule is"));
    EXPECT_THAT(rules, HasSubstr("The customer moves from one department to another"));
}

TEST(WindowAccessibility, tellsTheFindingThatF8GoesTo)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(&window.canvas());
    const auto message = [&] {
        const qsizetype index = window.runner().indexOf(window.canvas().currentFindingKey());
        return index < 0 ? "no finding" : window.runner().result().findings[index].message.toStdString();
    };
    const auto told = [&] {
        const QAccessibleInterface* focus = canvas->focusChild();
        return (focus ? focus : canvas)->text(QAccessible::Description).toStdString();
    };
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_F8);
    EXPECT_THAT(told(), HasSubstr(message())) << "nothing is selected";
    window.document().select(u"card"_s, window.document().blueprint().cards().begin()->id.value);
    QCoreApplication::processEvents();
    EXPECT_THAT(told(), Not(HasSubstr(message()))) << "the keys went on";
    QTest::keyClick(window.window(), Qt::Key_F8);
    EXPECT_THAT(told(), HasSubstr(message())) << "on a card";

    QQuickItem* list = window.item(u"findingsList"_s);
    list->forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_Down);
    QCoreApplication::processEvents();
    EXPECT_THAT(QAccessible::queryAccessibleInterface(list)->text(QAccessible::Description).toStdString(),
                HasSubstr(message()));
}

TEST(WindowAccessibility, tellsWhatHoldsAndWhatIsNotAvailable)
{
    Window window;
    window.window()->resize(1280, 800);
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    wake();
    const auto state = [&](QAccessible::Role role, const QString& name) {
        QAccessibleInterface* found = find(window, role, name);
        EXPECT_TRUE(found) << qPrintable(name);
        return found ? found->state() : QAccessible::State();
    };
    EXPECT_TRUE(state(QAccessible::RadioButton, u"Draw"_s).checkable);
    EXPECT_TRUE(state(QAccessible::RadioButton, u"Draw"_s).checked);
    EXPECT_FALSE(state(QAccessible::RadioButton, u"Numbers"_s).checked);
    window.click(*window.item(u"mode.numbers"_s));
    EXPECT_TRUE(state(QAccessible::RadioButton, u"Numbers"_s).checked);
    EXPECT_FALSE(state(QAccessible::RadioButton, u"Draw"_s).checked);
    window.click(*window.item(u"mode.numbers"_s));
    EXPECT_TRUE(state(QAccessible::RadioButton, u"Numbers"_s).checked) << "a second click takes nothing away";
    window.click(*window.item(u"mode.draw"_s));
    const QString findings = u"Findings %1"_s.arg(window.runner().count());
    EXPECT_TRUE(state(QAccessible::PageTab, findings).selected);
    ASSERT_FALSE(window.runner().result().findings.isEmpty());
    EXPECT_TRUE(QAccessible::queryAccessibleInterface(window.item(u"findingsList"_s))->child(0)->role() ==
                QAccessible::ListItem);
    const auto* undo = find(window, QAccessible::Button, window.item(u"undoButton"_s)->property("text").toString());
    ASSERT_TRUE(undo);
    EXPECT_EQ(undo->text(QAccessible::Description), u"not available now");
}
