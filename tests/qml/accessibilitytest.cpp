// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/editorwindow.h"

#include <QAccessible>

#include <functional>

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

/// The whole window as a screen reader finds it.
namespace {

struct Tree
{
    int elements = 0;
    QStringList nameless; ///< what can be used but says nothing
    QStringList names;
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
        for (int i = 0; i < each->childCount(); ++i)
            visit(each->child(i), here);
    };
    visit(root, {});
    return tree;
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
