// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/viewsmodel.h"
#include "tests/qml/editorwindow.h"

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

namespace {

ViewsModel& viewsOf(const Window& window)
{
    return *window.window()->findChild<ViewsModel*>();
}

} // namespace

TEST(ViewBar, opensAndLeavesFromTheKeyboard)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    EXPECT_FALSE(window.named(u"viewBar"_s)->property("visible").toBool());
    QTest::keyClick(window.window(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(window.named(u"viewBar"_s)->property("visible").toBool());
    EXPECT_FALSE(window.canvas().hasActiveFocus());
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_FALSE(window.named(u"viewBar"_s)->property("visible").toBool());
    EXPECT_TRUE(window.canvas().hasActiveFocus());
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(ViewBar, hidesALaneByKeyAndShowsEverythingByKey)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    const QString lane = window.document().blueprint().lanes().begin()->id.value;
    window.document().select(u"lane"_s, lane);
    QTest::keyClick(window.window(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(viewsOf(window).hiddenLanes(), QStringList{lane});
    EXPECT_EQ(window.canvas().leftOutLanes(), 1);
    const QQuickItem* state = window.item(u"filterState"_s);
    ASSERT_TRUE(state);
    EXPECT_TRUE(state->isVisible());
    EXPECT_EQ(state->property("text").toString(), u"1 lane hidden"_s);
    QTest::keyClick(window.window(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(window.canvas().leftOutLanes(), 0);
    EXPECT_FALSE(state->isVisible());
    EXPECT_FALSE(window.document().isModified());
}

TEST(ViewBar, leavesTheDrawingInItsPlaceWhenAViewIsSaved)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.window()->resize(1280, 800);
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    ViewsModel& views = viewsOf(window);
    views.choose(u"department"_s, {window.document().blueprint().departments().begin()->id.value});
    const auto top = [&] {
        (void)window.window()->grabWindow();
        return window.canvas().mapToScene({}).y();
    };
    const qreal before = top();
    ASSERT_TRUE(views.save(u"Kitchen"_s));
    EXPECT_EQ(top(), before);
    views.setHidesRest(true); // which it could be updated with
    EXPECT_EQ(top(), before);
}

TEST(ViewBar, savesAViewAndShowsItByItsKey)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    ViewsModel& views = viewsOf(window);
    views.choose(u"department"_s, {window.document().blueprint().departments().begin()->id.value});
    QTest::keyClick(window.window(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.item(u"saveView"_s)->isEnabled(); }));
    (void)window.window()->grabWindow(); // everything has its place
    window.click(*window.item(u"saveView"_s));
    ASSERT_TRUE(QTest::qWaitFor([&] {
        const QQuickItem* typing = window.window()->activeFocusItem();
        return typing && typing->inherits("QQuickTextField");
    }));
    for (const QChar letter : u"Mine"_s)
        QTest::keyClick(window.window(), letter.toLatin1());
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(views.names(), QStringList{u"Mine"_s});
    views.showEverything();
    QTest::keyClick(window.window(), Qt::Key_1, Qt::AltModifier);
    EXPECT_TRUE(views.isActive());
    EXPECT_EQ(views.current(), u"Mine"_s);
    window.document().undo();
    EXPECT_TRUE(views.names().isEmpty());
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}
