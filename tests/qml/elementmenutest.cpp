// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/queries.h"
#include "tests/qml/editorwindow.h"

/// The menus of the right mouse button, and the same commands by name in the palette.
namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::Window;

namespace {

struct Menus : Window
{
    Menus()
    {
        EXPECT_TRUE(openTemplate(u"empty.blueprint"_s));
        EXPECT_TRUE(QTest::qWaitFor([this] { return canvas().width() > 100; }));
        canvas().setReducedMotion(true);
        canvas().forceActiveFocus();
        EXPECT_TRUE(QTest::qWaitFor([this] { return canvas().isSettled(); }));
    }
    void choose(const QPointF& inCanvas, const QString& text)
    {
        QTest::mouseClick(window(), Qt::RightButton, {}, canvas().mapToScene(inCanvas).toPoint());
        chooseInMenu(text);
    }
    void type(const QString& text)
    {
        for (const QChar letter : text)
            QTest::keyClick(window(), letter.toLatin1());
        QTest::keyClick(window(), Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QRectF rectOf(const ElementRef& ref) const
    {
        return canvas().rectOf(toVariant(QList<ElementRef>{ref}));
    }
    /// Below the grid.
    [[nodiscard]] QPointF ground() const
    {
        const QRectF last = rectOf(refTo(orderedLanes(document().blueprint()).last().id));
        return {canvas().headerWidth() + 40, last.bottom() + 50};
    }
};

TEST(ElementMenu, addsALaneAtTheBottomAndAsksForItsName)
{
    Menus window;
    ASSERT_LT(window.ground().y(), window.canvas().height());
    window.choose(window.ground(), u"Add lane at the bottom"_s);
    EXPECT_TRUE(window.canvas().isEditing());
    window.type(u"Archive"_s);
    EXPECT_EQ(orderedLanes(window.document().blueprint()).last().name, u"Archive"_s);
}

TEST(ElementMenu, saysOfEachLaneWhatFoldingItWouldDo)
{
    Menus window;
    const QList<Lane> lanes = orderedLanes(window.document().blueprint());
    const auto folds = [&](const Lane& lane) { return window.document().blueprint().find(lane.id)->folded; };
    const auto header = [&](const Lane& lane) { return QPointF(20, window.rectOf(refTo(lane.id)).center().y()); };
    window.choose(header(lanes[1]), u"Fold lane"_s);
    EXPECT_TRUE(folds(lanes[1]));
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.canvas().isSettled(); }));
    // The menu that came up for one lane is right for the next.
    window.choose(header(lanes[0]), u"Fold lane"_s);
    EXPECT_TRUE(folds(lanes[0]));
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.canvas().isSettled(); }));
    window.choose(header(lanes[1]), u"Unfold lane"_s);
    EXPECT_FALSE(folds(lanes[1]));
    // Nothing was changed between these two but what is selected.
    window.document().select(u"lane"_s, lanes[0].id.value);
    QTest::mouseClick(window.window(), Qt::RightButton, {}, window.canvas().mapToScene(header(lanes[1])).toPoint());
    QTest::keyClick(window.window(), Qt::Key_Escape);
    window.choose(header(lanes[0]), u"Unfold lane"_s);
    EXPECT_FALSE(folds(lanes[0]));
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(ElementMenu, showsThatThereIsMoreThanFitsAndScrollsByKey)
{
    Menus window;
    window.window()->resize(820, 600);
    window.canvas().perform(u"next-card"_s);
    window.type(u"Wait"_s);
    QTest::keyClick(window.window(), Qt::Key_Menu);
    const QObject* menu = window.named(u"cardMenu"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return menu->property("opened").toBool(); }));
    (void)window.window()->grabWindow();
    auto* list = menu->property("contentItem").value<QQuickItem*>();
    ASSERT_LT(list->height(), list->property("contentHeight").toReal());
    const auto bars = list->findChildren<QQuickItem*>();
    EXPECT_TRUE(std::any_of(bars.begin(), bars.end(), [](const QQuickItem* item) {
        return item->inherits("QQuickScrollBar") && item->isVisible() && item->property("size").toReal() < 1;
    }));
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(window.window(), Qt::Key_Down);
    EXPECT_TRUE(QTest::qWaitFor([&] { return list->property("atYEnd").toBool(); }));
}

TEST(ElementMenu, marksTheKindThatAConnectionHas)
{
    Menus window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    for (const ConnectionKind kind : {ConnectionKind::Request, ConnectionKind::Answer}) {
        const Table<Connection>& all = window.document().blueprint().connections();
        const auto found = std::find_if(all.begin(), all.end(), [kind](const Connection& c) { return c.kind == kind; });
        ASSERT_NE(found, all.end());
        window.canvas().forceActiveFocus();
        window.document().select(u"connection"_s, found->id.value);
        QTest::keyClick(window.window(), Qt::Key_Menu);
        auto* menu = window.named(u"connectionMenu"_s);
        ASSERT_TRUE(menu && QTest::qWaitFor([&] { return menu->property("opened").toBool(); }));
        QStringList marked;
        for (int row = 0; row < menu->property("count").toInt(); ++row) {
            QQuickItem* item = nullptr;
            QMetaObject::invokeMethod(menu, "itemAt", Q_RETURN_ARG(QQuickItem*, item), Q_ARG(int, row));
            if (item && item->property("marked").toBool())
                marked += item->property("text").toString();
        }
        EXPECT_EQ(marked, QStringList(kind == ConnectionKind::Request ? u"Request"_s : u"Answer"_s));
        QTest::keyClick(window.window(), Qt::Key_Escape);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !menu->property("visible").toBool(); }));
    }
}

TEST(ElementMenu, isThatOfTheGroundBelowTheGridWhateverCellWasClickedBefore)
{
    Menus window;
    const QRectF lane = window.rectOf(refTo(orderedLanes(window.document().blueprint()).first().id));
    const QRectF step = window.rectOf(refTo(orderedSteps(window.document().blueprint()).first().id));
    QTest::mouseClick(window.window(), Qt::LeftButton, {},
                      window.canvas().mapToScene({step.center().x(), lane.center().y()}).toPoint());
    ASSERT_TRUE(window.canvas().isOnCell());
    window.choose(window.ground(), u"Add step at the right"_s);
    window.type(u"Leave"_s);
    EXPECT_EQ(orderedSteps(window.document().blueprint()).last().name, u"Leave"_s);
}

TEST(ElementMenu, addsALaneAboveAnotherAndAsksForItsName)
{
    Menus window;
    const Lane second = orderedLanes(window.document().blueprint())[1];
    window.choose({60, window.rectOf(refTo(second.id)).center().y()}, u"Add a lane above"_s);
    window.type(u"Host"_s);
    const QList<Lane> lanes = orderedLanes(window.document().blueprint());
    EXPECT_EQ(lanes[1].name, u"Host"_s);
    EXPECT_EQ(lanes[2].id, second.id);
}

} // namespace
} // namespace throughline
