// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/minimap.h"

#include "app/settings/appsettings.h"
#include "tests/qml/editorwindow.h"

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

namespace {

/// The restaurant in a window that does not show all of it.
class MiniMapWindow : public ::testing::Test
{
protected:
    MiniMapWindow()
    {
        EXPECT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
        window.window()->resize(1280, 800);
        QCoreApplication::processEvents();
        (void)window.window()->grabWindow();
        window.canvas().setReducedMotion(true);
        window.canvas().forceActiveFocus();
        window.canvas().zoomTo100();
        map = window.item(u"miniMap"_s);
    }
    ~MiniMapWindow() override { AppSettings().setMapVisible(true); }

    Window window;
    QQuickItem* map = nullptr;
};

TEST_F(MiniMapWindow, comesAndGoesByItsKeyAndIsRemembered)
{
    ASSERT_TRUE(map);
    EXPECT_TRUE(map->isVisible());
    QTest::keyClick(window.window(), Qt::Key_M, Qt::ControlModifier);
    EXPECT_FALSE(map->isVisible());
    EXPECT_FALSE(AppSettings().mapVisible());
    QTest::keyClick(window.window(), Qt::Key_M, Qt::ControlModifier);
    EXPECT_TRUE(map->isVisible());
    EXPECT_TRUE(AppSettings().mapVisible());
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST_F(MiniMapWindow, isGoneWhenEverythingIsInSight)
{
    window.canvas().fitAll();
    EXPECT_FALSE(map->isVisible());
    window.canvas().zoomTo100();
    EXPECT_TRUE(map->isVisible());
}

TEST_F(MiniMapWindow, leavesTheKeysToTheDrawingWhenItGoes)
{
    map->forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_M, Qt::ControlModifier);
    EXPECT_FALSE(map->isVisible());
    EXPECT_TRUE(window.canvas().hasActiveFocus());
}

TEST_F(MiniMapWindow, stepsAsideForTheCardBelowIt)
{
    CanvasItem& canvas = window.canvas();
    const QPointF below = map->mapToItem(&canvas, map->boundingRect().center());
    // Whichever card lies there.
    QVariantMap found = canvas.elementAt(below);
    for (int i = 0; i < 40 && found.value(u"kind"_s).toString() != u"card"_s; ++i) {
        canvas.panBy(i % 8 == 7 ? -700 : 100, i % 8 == 7 ? 100 : 0);
        found = canvas.elementAt(below);
    }
    ASSERT_EQ(found.value(u"kind"_s).toString(), u"card"_s);
    ASSERT_TRUE(map->isVisible());
    window.document().selectRefs({found});
    EXPECT_FALSE(map->isVisible());
    window.document().selectRefs({});
    EXPECT_TRUE(map->isVisible());
}

TEST_F(MiniMapWindow, isGoneWhereItDoesNotFit)
{
    window.window()->resize(820, 600);
    QTest::keyClick(window.window(), Qt::Key_F7);
    QTest::keyClick(window.window(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !map->isVisible(); }));
    QTest::keyClick(window.window(), Qt::Key_Escape);
    QTest::keyClick(window.window(), Qt::Key_F7);
    window.window()->resize(1280, 800);
    EXPECT_TRUE(QTest::qWaitFor([&] { return map->isVisible(); }));
}

TEST_F(MiniMapWindow, letsNothingBehindItReact)
{
    ASSERT_TRUE(map->isVisible());
    QSignalSpy menus(&window.canvas(), &CanvasItem::contextMenuRequested);
    const Blueprint before = window.document().blueprint();
    const QList<ElementRef> selected{refTo(before.lanes().begin()->id)};
    window.document().setSelection(selected);
    const QPoint middle = map->mapToScene(map->boundingRect().center()).toPoint();
    const QPoint border = map->mapToScene(QPointF(-2, map->height() / 2)).toPoint();
    for (const QPoint& point : {middle, border}) {
        QTest::mouseMove(window.window(), point);
        for (const Qt::MouseButton button : {Qt::LeftButton, Qt::RightButton, Qt::MiddleButton, Qt::BackButton}) {
            QTest::mouseClick(window.window(), button, {}, point);
            QTest::mouseDClick(window.window(), button, {}, point);
        }
        EXPECT_EQ(window.canvas().hovered().value(u"kind"_s).toString(), u"blueprint");
    }
    const qreal y = window.canvas().viewY();
    QWheelEvent wheel(border, window.window()->mapToGlobal(border), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(window.window(), &wheel);
    EXPECT_EQ(window.canvas().viewY(), y);
    EXPECT_EQ(menus.count(), 0);
    EXPECT_EQ(window.document().selection(), selected);
    EXPECT_EQ(window.document().blueprint(), before);
    EXPECT_FALSE(window.canvas().isEditing());
}

} // namespace
