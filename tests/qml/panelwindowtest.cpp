// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "tests/qml/editorwindow.h"
#include "tests/support/largeblueprint.h"

using namespace throughline;
using throughline::testing::largeBlueprint;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

namespace {

/// Shows the fields of an element in the panel and gives the control of one of them.
QQuickItem* fieldOf(Window& window, const ElementRef& ref, const QString& key)
{
    window.document().setSelection({ref});
    window.click(*window.item(u"tab.card"_s));
    QQuickItem* loader = window.item(u"field."_s + key);
    return loader ? loader->property("item").value<QQuickItem*>() : nullptr;
}

} // namespace

TEST(PanelWindow, movesACardToTheNextStepWithAnArrowKeyInItsField)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const QList<Step> steps = orderedSteps(window.document().blueprint());
    const auto& cards = window.document().blueprint().cards();
    const auto card =
        std::find_if(cards.begin(), cards.end(), [&](const Card& each) { return each.firstStep == steps[0].id; });
    ASSERT_NE(card, cards.end());
    const CardId id = card->id;
    QQuickItem* field = fieldOf(window, refTo(id), u"firstStep"_s);
    ASSERT_TRUE(field);
    EXPECT_EQ(field->property("count").toInt(), 1) << "nothing is listed yet";
    EXPECT_TRUE(field->property("displayText").toString().startsWith(u"Step 1"_s));
    field->forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_Down);
    EXPECT_EQ(window.document().blueprint().find(id)->firstStep, steps[1].id);
    EXPECT_TRUE(field->property("displayText").toString().startsWith(u"Step 2"_s));
    QTest::keyClick(window.window(), Qt::Key_Down);
    EXPECT_EQ(window.document().blueprint().find(id)->firstStep, steps[2].id);
    // Opened, the list holds all of them and the way into the tray.
    QTest::keyClick(window.window(), Qt::Key_Space);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return field->property("popup").value<QObject*>()->property("opened").toBool(); }));
    EXPECT_EQ(field->property("count").toInt(), steps.size() + 1);
    QTest::keyClick(window.window(), Qt::Key_Down);
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(window.document().blueprint().find(id)->firstStep, steps[3].id);
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(PanelWindow, findsAmongManyCardsTheOneAConnectionIsToEndAt)
{
    Window window;
    window.document().setBlueprint(largeBlueprint(500));
    Card wanted = *window.document().blueprint().find(CardId(u"c250"_s));
    wanted.title = u"Zebra crossing"_s;
    ASSERT_TRUE(window.document().apply(replaceElement(window.document().blueprint(), wanted), u"Rename"_s));
    const ConnectionId id = window.document().blueprint().connections().begin()->id;
    QQuickItem* field = fieldOf(window, refTo(id), u"to"_s);
    ASSERT_TRUE(field);
    const Connection before = *window.document().blueprint().find(id);
    EXPECT_EQ(field->property("text").toString(), displayName(*window.document().blueprint().find(*cardAt(before.to))));
    field->forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_Down);
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return window.window()->activeFocusItem()->property("text").isValid() &&
               window.window()->activeFocusItem() != field;
    }));
    window.type("zebra");
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(window.document().blueprint().find(id)->to, End(wanted.id));
    EXPECT_EQ(field->property("text").toString(), u"Zebra crossing"_s);
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(PanelWindow, asksForTheFilesToAttach)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const CardId card = window.document().blueprint().cards().begin()->id;
    QQuickItem* field = fieldOf(window, refTo(card), u"attachments"_s);
    ASSERT_TRUE(field);
    ASSERT_TRUE(QMetaObject::invokeMethod(window.item(u"attachFile"_s), "clicked"));
    auto* dialog = field->findChild<QObject*>(u"attachDialog"_s);
    ASSERT_TRUE(dialog);
    EXPECT_TRUE(dialog->property("visible").toBool());
    ASSERT_TRUE(QMetaObject::invokeMethod(dialog, "close"));
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}
