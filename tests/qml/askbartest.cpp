// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/askplayer.h"
#include "app/settings/appsettings.h"
#include "core/ask/askrole.h"
#include "tests/qml/editorwindow.h"

using namespace throughline;
using namespace Qt::StringLiterals;
using throughline::testing::Window;

namespace {

class Asking : public Window
{
public:
    Asking()
    {
        window()->resize(1500, 900);
        EXPECT_TRUE(openTemplate(u"restaurant.blueprint"_s));
        player().setReducedMotion(true);
        canvas().forceActiveFocus();
    }

    [[nodiscard]] AskPlayer& player() const { return *window()->findChild<AskPlayer*>(); }
    [[nodiscard]] QString textOf(const QString& name) const { return item(name)->property("text").toString(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window(), key, modifiers);
        QCoreApplication::processEvents();
    }
};

} // namespace

TEST(AskBar, playsAQuestionByKeyboardAndSaysWhatTheCommandLineSays)
{
    Asking asking;
    asking.key(Qt::Key_F6);
    ASSERT_TRUE(asking.item(u"askBar"_s)->isVisible());
    EXPECT_EQ(asking.player().count(), 0);
    asking.player().setRole(u"Busser"_s);
    asking.player().setRequest(u"bill"_s);
    asking.item(u"askKeys"_s)->forceActiveFocus();
    ASSERT_GT(asking.player().count(), 2);
    for (int i = 1; i < asking.player().count(); ++i) {
        asking.key(Qt::Key_Right);
        EXPECT_EQ(asking.player().index(), i);
        EXPECT_EQ(asking.canvas().walkPosition(), i);
    }
    const AskSimulation simulation(asking.document().blueprint());
    EXPECT_EQ(asking.textOf(u"askWords"_s), simulation.ask(RoleId(u"Busser"_s), RequestId(u"bill"_s)).sentence);
    asking.key(Qt::Key_Left);
    EXPECT_EQ(asking.player().index(), asking.player().count() - 2);
    asking.key(Qt::Key_Escape);
    EXPECT_FALSE(asking.item(u"askBar"_s)->isVisible());
    EXPECT_TRUE(asking.canvas().walk().isEmpty());
    EXPECT_TRUE(asking.canvas().hasActiveFocus());
    EXPECT_TRUE(asking.warned().isEmpty()) << asking.warned().join(u'\n').toStdString();
}

TEST(AskBar, isAskedAndPlayedByKeyboardAlone)
{
    Asking asking;
    asking.document().clearSelection();
    asking.key(Qt::Key_F6);
    const auto choose = [&](const QString& list, int row) {
        const QQuickItem* choice = asking.item(list);
        ASSERT_TRUE(QTest::qWaitFor([&] { return choice->hasActiveFocus(); })) << list.toStdString();
        const auto* popup = choice->property("popup").value<QObject*>();
        asking.key(Qt::Key_Return);
        ASSERT_TRUE(QTest::qWaitFor([&] { return popup->property("opened").toBool(); })) << list.toStdString();
        for (int i = 0; i < row; ++i)
            asking.key(Qt::Key_Down);
        asking.key(Qt::Key_Return);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !popup->property("visible").toBool(); })) << list.toStdString();
    };
    choose(u"askRole"_s, 2);
    EXPECT_FALSE(asking.player().role().isEmpty());
    choose(u"askRequest"_s, 2);
    EXPECT_FALSE(asking.player().request().isEmpty());
    ASSERT_TRUE(QTest::qWaitFor([&] { return asking.item(u"askKeys"_s)->hasActiveFocus(); }));
    ASSERT_GT(asking.player().count(), 1);
    const bool played = asking.player().isPlaying();
    asking.key(Qt::Key_Space);
    EXPECT_NE(asking.player().isPlaying(), played);
    const int index = asking.player().index();
    asking.item(u"askRole"_s)->forceActiveFocus(Qt::TabFocusReason);
    asking.key(index > 0 ? Qt::Key_Left : Qt::Key_Right);
    EXPECT_NE(asking.player().index(), index) << "the lists leave the arrows to the question";
    asking.key(Qt::Key_Escape);
    EXPECT_TRUE(asking.warned().isEmpty()) << asking.warned().join(u'\n').toStdString();
}

TEST(AskBar, asksTheRoleOfTheSelectedCard)
{
    Asking asking;
    asking.document().select(u"card"_s, u"g1"_s);
    asking.key(Qt::Key_F6);
    EXPECT_EQ(asking.player().role(), u"Host"_s);
    EXPECT_EQ(asking.player().request(), u"table"_s);
    EXPECT_TRUE(asking.player().isPlaying());
    asking.key(Qt::Key_Escape);
}

TEST(AskBar, playsAFindingFromItsRow)
{
    Asking asking;
    QString key;
    for (const Finding& finding : asking.runner().result().findings) {
        if (finding.rule == u"unanswered-handoff"_s)
            key = fingerprint(finding);
    }
    ASSERT_FALSE(key.isEmpty());
    QMetaObject::invokeMethod(asking.window(), "showFinding", Q_ARG(QString, key));
    ASSERT_TRUE(QTest::qWaitFor([&] {
        const QQuickItem* button = asking.item(u"playFinding"_s);
        return button && button->isVisible();
    }));
    asking.item(u"playFinding"_s)->forceActiveFocus();
    asking.key(Qt::Key_Return);
    ASSERT_TRUE(asking.player().isActive());
    ASSERT_FALSE(asking.player().show().isEmpty());
    EXPECT_EQ(asking.player().show().steps.last().sign, WalkSign::Dies);
    asking.player().end();
}
