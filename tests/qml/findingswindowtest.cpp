// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/fixesmodel.h"
#include "tests/qml/editorwindow.h"

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

TEST(FindingsWindow, mendsAFindingFromTheKeyboardWithAPreview)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    auto* fixes = window.window()->findChild<FixesModel*>();
    ASSERT_TRUE(fixes);
    const Blueprint before = window.document().blueprint();
    const int count = window.runner().count();
    ASSERT_GT(count, 1);
    window.canvas().forceActiveFocus();
    // To the first finding that can be mended.
    for (int i = 0; i < count && fixes->count() == 0; ++i) {
        QTest::keyClick(window.window(), Qt::Key_F8);
        ASSERT_TRUE(QTest::qWaitFor([&] { return fixes->isReady(); }));
    }
    ASSERT_GT(fixes->count(), 0);
    const QString mended = fixes->findingKey();

    QTest::keyClick(window.window(), Qt::Key_Period, Qt::ControlModifier);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.canvas().isPreviewing(); }));
    EXPECT_EQ(fixes->previewed(), 0);
    EXPECT_EQ(diff(before, window.document().blueprint()), Patch()) << "a preview changes nothing";
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !window.canvas().isPreviewing(); }));

    QTest::keyClick(window.window(), Qt::Key_Period, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.canvas().isPreviewing(); }));
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_TRUE(window.document().undoText().startsWith(u"Fix: "_s)) << window.document().undoText().toStdString();
    EXPECT_TRUE(window.named(u"toast"_s)->property("visible").toBool());
    EXPECT_NE(fixes->findingKey(), mended);
    window.runner().runNow();
    EXPECT_LT(window.runner().count(), count);
    EXPECT_LT(window.runner().indexOf(mended), 0);

    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(diff(before, window.document().blueprint()), Patch());
    EXPECT_FALSE(window.named(u"toast"_s)->property("visible").toBool());
    QCoreApplication::processEvents();
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(FindingsWindow, acceptsAFindingWithANameAndALastDay)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_F8);
    const QString key = window.canvas().currentFindingKey();
    QQuickItem* button = nullptr;
    ASSERT_TRUE(QTest::qWaitFor([&] { return (button = window.item(u"acceptButton"_s)) != nullptr; }));
    ASSERT_TRUE(QMetaObject::invokeMethod(button, "clicked"));
    QCoreApplication::processEvents();
    window.item(u"acceptReason"_s)->setProperty("text", u"The owner wants it so"_s);
    EXPECT_FALSE(window.item(u"acceptWho"_s)->property("text").toString().isEmpty());
    window.item(u"acceptUntil"_s)->setProperty("text", u"2999-13-01"_s);
    EXPECT_TRUE(window.item(u"acceptProblem"_s)->property("visible").toBool());
    EXPECT_FALSE(window.item(u"acceptConfirm"_s)->property("enabled").toBool());
    window.item(u"acceptUntil"_s)->setProperty("text", u"2999-12-01"_s);
    ASSERT_TRUE(window.item(u"acceptConfirm"_s)->property("enabled").toBool());
    ASSERT_TRUE(QMetaObject::invokeMethod(window.item(u"acceptConfirm"_s), "clicked"));
    EXPECT_NE(window.canvas().currentFindingKey(), key) << "what is accepted is done with";
    EXPECT_FALSE(window.canvas().currentFindingKey().isEmpty()) << "the next one is current";
    const Acceptance* acceptance = window.document().blueprint().find(AcceptanceId(key));
    ASSERT_TRUE(acceptance);
    EXPECT_EQ(acceptance->until, QDate(2999, 12, 1));
    EXPECT_FALSE(acceptance->who.isEmpty());
    QCoreApplication::processEvents();
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(FindingsWindow, acceptsFromTheKeyboard)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    const QString key = window.canvas().currentFindingKey();
    EXPECT_FALSE(key.isEmpty());
    QQuickItem* reason = nullptr;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return (reason = window.item(u"acceptReason"_s)) != nullptr && reason->hasActiveFocus(); }));
    window.type("so be it");
    QTest::keyClick(window.window(), Qt::Key_Return);
    const Acceptance* acceptance = window.document().blueprint().find(AcceptanceId(key));
    ASSERT_TRUE(acceptance);
    EXPECT_EQ(acceptance->reason, u"so be it"_s);
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(FindingsWindow, showsTheFormThatAcceptsAFindingNobodyChose)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.window()->resize(1280, 800);
    window.canvas().setReducedMotion(true);
    const auto* fixes = window.window()->findChild<FixesModel*>();
    const QQuickItem* list = window.item(u"findingsList"_s);
    ASSERT_TRUE(fixes && list);
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QQuickItem* reason = nullptr;
    ASSERT_TRUE(QTest::qWaitFor([&] {
        window.window()->grabWindow();
        reason = window.item(u"acceptReason"_s);
        return fixes->isReady() && fixes->count() > 0 && reason != nullptr && reason->hasActiveFocus();
    }));
    // When the ways to mend it have taken their room above the form.
    QTest::qWait(200);
    window.window()->grabWindow();
    QCoreApplication::processEvents();
    const QRectF place = reason->mapRectToItem(list, {0, 0, reason->width(), reason->height()});
    EXPECT_TRUE(place.top() >= 0 && place.bottom() <= list->height()) << place.top() << " of " << list->height();
}

TEST(FindingsWindow, setsTheLevelOfARuleInItsDialog)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QObject* dialog = window.named(u"rulesDialog"_s);
    ASSERT_TRUE(dialog);
    // Keys go to whatever has the focus: to the dialog, once it is open.
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return dialog->property("opened").toBool() && dialog->property("activeFocus").toBool(); }));
    window.type("silo break");
    EXPECT_TRUE(QTest::qWaitFor([&] { return dialog->property("currentRule").toString() == u"silo-break"_s; }));
    QObject* level = window.named(u"ruleLevel"_s);
    ASSERT_TRUE(level);
    ASSERT_TRUE(QMetaObject::invokeMethod(level, "chosen", Q_ARG(QString, u"hint"_s)));
    EXPECT_EQ(window.document().blueprint().header().ruleSeverities.value(u"silo-break"_s), Severity::Hint);
    EXPECT_EQ(level->property("value").toString(), u"hint"_s);
    window.document().undo();
    EXPECT_TRUE(level->property("value").toString().isEmpty());
    QCoreApplication::processEvents();
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(FindingsWindow, aDoubleClickOnAFindingMendsNothing)
{
    // Wherever one clicks twice in the list, whatever comes up there meanwhile.
    for (const double share : {0.3, 0.5, 0.7, 0.9}) {
        Window window;
        ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
        window.canvas().setReducedMotion(true);
        auto* fixes = window.window()->findChild<FixesModel*>();
        QQuickItem* list = window.item(u"findingsList"_s);
        ASSERT_TRUE(fixes && list);
        window.window()->grabWindow();
        const Blueprint before = window.document().blueprint();
        const QPoint at = list->mapToScene(QPointF(list->width() / 2, list->height() * share)).toPoint();
        QTest::mouseMove(window.window(), at);
        QTest::mouseClick(window.window(), Qt::LeftButton, {}, at);
        ASSERT_TRUE(QTest::qWaitFor([&] { return fixes->isReady(); })) << share;
        window.window()->grabWindow();
        QTest::mouseDClick(window.window(), Qt::LeftButton, {}, at);
        QCoreApplication::processEvents();
        EXPECT_EQ(window.document().blueprint(), before) << share;
        EXPECT_FALSE(window.canvas().isPreviewing()) << share;
    }
}

TEST(FindingsWindow, showsWhatTheKeyboardComesTo)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.window()->resize(1280, 800);
    window.canvas().setReducedMotion(true);
    const auto* fixes = window.window()->findChild<FixesModel*>();
    const QQuickItem* list = window.item(u"findingsList"_s);
    ASSERT_TRUE(fixes && list);
    const auto isSeen = [&](const QQuickItem& item) {
        const QRectF place = item.mapRectToItem(list, {0, 0, item.width(), item.height()});
        return place.top() >= 0 && place.bottom() <= list->height();
    };
    window.canvas().forceActiveFocus();
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(window.window(), Qt::Key_F8);
        ASSERT_TRUE(QTest::qWaitFor([&] { return fixes->isReady(); }));
        QTest::keyClick(window.window(), Qt::Key_Period, Qt::ControlModifier);
        QQuickItem* accept = window.item(u"acceptButton"_s);
        ASSERT_TRUE(accept);
        for (int step = 0; step < 12 && !accept->hasActiveFocus(); ++step) {
            QTest::keyClick(window.window(), Qt::Key_Tab);
            window.window()->grabWindow();
        }
        ASSERT_TRUE(accept->hasActiveFocus()) << i;
        EXPECT_TRUE(isSeen(*accept)) << i;
    }
}

TEST(FindingsWindow, showsTheNextOneFromItsTopAfterAcceptingOne)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.window()->resize(1280, 800);
    window.canvas().setReducedMotion(true);
    const QQuickItem* list = window.item(u"findingsList"_s);
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_F8);
    QTest::keyClick(window.window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QQuickItem* reason = nullptr;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return (reason = window.item(u"acceptReason"_s)) != nullptr && reason->hasActiveFocus(); }));
    window.window()->grabWindow();
    const QString key = window.canvas().currentFindingKey();
    QTest::keyClick(window.window(), 's');
    QTest::keyClick(window.window(), Qt::Key_Return);
    ASSERT_NE(window.canvas().currentFindingKey(), key);
    window.runner().runNow();
    const auto top = [&] {
        window.window()->grabWindow();
        const auto* row = list->property("currentItem").value<QQuickItem*>();
        return row ? row->mapToItem(list, QPointF()).y() : -1;
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return top() >= 0; })) << top();
}
