// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasscene.h"
#include "app/canvas/gridwalk.h"
#include "app/document/elementref.h"
#include "tests/app/canvaswindow.h"
#include "tests/support/readnotation.h"

#include <QAccessible>
#include <QFile>

#include <gtest/gtest.h>

#include <functional>

using namespace throughline;
using namespace throughline::testing;
using namespace Qt::StringLiterals;

/// The drawing through the interface that screen readers use.
namespace {

QAccessibleInterface* find(QAccessibleInterface* root, const QString& name)
{
    if (root->text(QAccessible::Name).startsWith(name))
        return root;
    for (int i = 0; i < root->childCount(); ++i) {
        if (QAccessibleInterface* found = find(root->child(i), name))
            return found;
    }
    return nullptr;
}

Blueprint service()
{
    return blueprintOf("lane G stage=customer \"Guest\"\nlane W stage=frontstage \"Waiter\"\nask bill \"The bill\"\n"
                       "card g1 lane=G step=5 \"Ask for the bill\"\ncard w1 lane=W step=5 status=assumed \"Bring it\"\n"
                       "card w2 lane=W step=6 \"Clear the table\"\n"
                       "g1 ?> w1 bill\nw1 !> g1 bill\nw1 -> w2\n");
}

} // namespace

TEST(Accessibility, saysWhereACardStandsWhatItIsAndWhatItHasToDoWithOthers)
{
    CanvasWindow window(service());
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(window.canvas);
    ASSERT_NE(root, nullptr);
    QAccessibleInterface* card = find(root, u"Waiter, step 5, Bring it"_s);
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->text(QAccessible::Name),
              u"Waiter, step 5, Bring it, is asked The bill by Guest: Ask for the bill, "
              "answers request The bill from Guest: Ask for the bill, goes on to Waiter: Clear the table"_s);
    EXPECT_EQ(card->text(QAccessible::Description), u"assumed"_s);
    EXPECT_EQ(card->role(), QAccessible::ListItem);
    EXPECT_EQ(card->parent()->text(QAccessible::Name), u"Lane Waiter"_s);
}

TEST(Accessibility, reachesEveryElementOfTheRestaurantOnceAndNamesIt)
{
    CanvasWindow window(templateNamed(u"restaurant.blueprint"_s));
    const Blueprint& blueprint = window.blueprint();
    int elements = 0;
    const std::function<void(QAccessibleInterface*)> walkTree = [&](QAccessibleInterface* holder) {
        for (int i = 0; i < holder->childCount(); ++i) {
            QAccessibleInterface* child = holder->child(i);
            ASSERT_NE(child, nullptr);
            EXPECT_TRUE(child->isValid());
            EXPECT_FALSE(child->text(QAccessible::Name).isEmpty());
            EXPECT_FALSE(child->rect().isEmpty()) << qPrintable(child->text(QAccessible::Name));
            EXPECT_TRUE(child->state().focusable);
            EXPECT_EQ(child->parent(), holder);
            EXPECT_EQ(holder->indexOfChild(child), i);
            ++elements;
            walkTree(child);
        }
    };
    walkTree(QAccessible::queryAccessibleInterface(window.canvas));
    EXPECT_EQ(elements, blueprint.phases().size() + blueprint.steps().size() + blueprint.lanes().size() +
                            blueprint.cards().size() + blueprint.connections().size());
}

TEST(Accessibility, givesTheFocusToWhatTheKeysStandOn)
{
    CanvasWindow window(smallBlueprint());
    window.click(window.at("card", u"g1"_s));
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(window.canvas);
    window.key(Qt::Key_Right);
    ASSERT_NE(root->focusChild(), nullptr);
    EXPECT_TRUE(root->focusChild()->text(QAccessible::Name).startsWith(u"Guest, step 2, Follow"_s));
    EXPECT_TRUE(root->focusChild()->state().focused);
    window.key(Qt::Key_Right);
    ASSERT_NE(root->focusChild(), nullptr);
    EXPECT_EQ(root->focusChild()->text(QAccessible::Name), u"Guest, step 3, empty"_s);
    EXPECT_EQ(root->focusChild()->role(), QAccessible::Cell);
    EXPECT_FALSE(root->focusChild()->rect().isEmpty());
}

TEST(Accessibility, choosesAndRenamesThroughTheInterface)
{
    CanvasWindow window(smallBlueprint());
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(window.canvas);
    QAccessibleInterface* card = find(root, u"Guest, step 2, Follow"_s);
    ASSERT_NE(card, nullptr);
    ASSERT_NE(card->actionInterface(), nullptr);
    card->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_EQ(window.selection(), QList<ElementRef>{refTo(CardId(u"g2"_s))});
    EXPECT_TRUE(card->state().selected);
    card->setText(QAccessible::Value, u"Follow the host"_s);
    EXPECT_EQ(window.card(u"g2"_s)->title, u"Follow the host"_s);
    EXPECT_TRUE(card->text(QAccessible::Name).startsWith(u"Guest, step 2, Follow the host"_s));
    window.document.undo();
    EXPECT_EQ(window.card(u"g2"_s)->title, u"Follow"_s);
}

TEST(Accessibility, findsWhatLiesUnderAPointOfTheScreen)
{
    CanvasWindow window(smallBlueprint());
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(window.canvas);
    const QPoint at = window.window.mapToGlobal(window.at("card", u"g1"_s));
    QAccessibleInterface* card = root->childAt(at.x(), at.y());
    ASSERT_NE(card, nullptr);
    EXPECT_TRUE(card->text(QAccessible::Name).startsWith(u"Guest, step 1, Ask for a table"_s));
    EXPECT_TRUE(card->rect().contains(at));
}

TEST(Accessibility, forgetsWhatWasDeletedAndKnowsWhatCameBack)
{
    CanvasWindow window(smallBlueprint());
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(window.canvas);
    ASSERT_NE(find(root, u"Guest, step 2, Follow"_s), nullptr);
    window.document.setSelection({refTo(CardId(u"g2"_s))});
    ASSERT_TRUE(window.canvas->perform(u"delete"_s));
    EXPECT_EQ(find(root, u"Guest, step 2, Follow"_s), nullptr);
    window.document.undo();
    EXPECT_NE(find(root, u"Guest, step 2, Follow"_s), nullptr);
}
