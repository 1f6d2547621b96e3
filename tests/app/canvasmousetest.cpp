// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/queries.h"
#include "tests/app/canvaswindow.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::smallBlueprint;

namespace {

QList<ElementRef> cards(std::initializer_list<const char*> ids)
{
    QList<ElementRef> refs;
    for (const char* id : ids)
        refs += refTo(CardId(QString::fromLatin1(id)));
    return refs;
}

/// The middle of the cell of a lane and a step.
QPoint cell(const CanvasWindow& window, const QString& lane, const QString& step)
{
    return {window.at("step", step).x(), window.at("lane", lane).y()};
}

TEST(CanvasMouse, selectsWhatIsClicked)
{
    CanvasWindow window(smallBlueprint());
    window.click(window.at("card", u"g1"_s));
    EXPECT_EQ(window.selection(), cards({"g1"}));
    window.click(window.at("card", u"k1"_s), Qt::ShiftModifier);
    EXPECT_EQ(window.selection(), cards({"g1", "k1"}));
    window.click(window.at("card", u"g1"_s), Qt::ControlModifier);
    EXPECT_EQ(window.selection(), cards({"k1"}));
    window.click(cell(window, u"K"_s, u"s1"_s));
    EXPECT_TRUE(window.selection().isEmpty());
}

TEST(CanvasMouse, selectsCardsWithARubberBand)
{
    CanvasWindow window(smallBlueprint());
    const QPoint from = window.rectOf("card", u"g1"_s).topLeft().toPoint() - QPoint(6, 6);
    window.drag(from, window.rectOf("card", u"g2"_s).bottomRight().toPoint());
    EXPECT_EQ(window.selection(), cards({"g1", "g2"}));
}

TEST(CanvasMouse, movesACardToTheCellItIsDroppedIn)
{
    CanvasWindow window(smallBlueprint());
    window.drag(window.at("card", u"g1"_s), cell(window, u"W"_s, u"s3"_s));
    ASSERT_TRUE(window.card(u"g1"_s));
    EXPECT_EQ(window.card(u"g1"_s)->lane, LaneId(u"W"_s));
    EXPECT_EQ(window.card(u"g1"_s)->firstStep, StepId(u"s3"_s));
    EXPECT_EQ(window.document.undoText(), u"Move card");
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasMouse, movesAWholeSelection)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection(cards({"g1", "g2"}));
    window.drag(window.at("card", u"g1"_s), cell(window, u"G"_s, u"s2"_s));
    EXPECT_EQ(window.card(u"g1"_s)->firstStep, StepId(u"s2"_s));
    EXPECT_EQ(window.card(u"g2"_s)->firstStep, StepId(u"s3"_s));
}

TEST(CanvasMouse, copiesACardWithControl)
{
    CanvasWindow window(smallBlueprint());
    window.drag(window.at("card", u"k1"_s), cell(window, u"K"_s, u"s4"_s), Qt::ControlModifier);
    EXPECT_EQ(window.document.cardCount(), 5);
    EXPECT_EQ(window.card(u"k1"_s)->firstStep, StepId(u"s3"_s));
}

TEST(CanvasMouse, letsGoOfADragWithEscape)
{
    CanvasWindow window(smallBlueprint());
    window.hold(window.at("card", u"g1"_s), cell(window, u"W"_s, u"s3"_s));
    window.key(Qt::Key_Escape);
    window.letGo(cell(window, u"W"_s, u"s3"_s));
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    EXPECT_FALSE(window.document.canUndo());
}

TEST(CanvasMouse, makesACardByDoubleClickAndNamesItInOneStep)
{
    CanvasWindow window(smallBlueprint());
    QSignalSpy edits(window.canvas, &CanvasItem::editRequested);
    window.doubleClick(cell(window, u"W"_s, u"s3"_s));
    ASSERT_EQ(edits.size(), 1);
    EXPECT_TRUE(window.canvas->isEditing());
    window.canvas->commitEdit(u"Take the order"_s);
    ASSERT_EQ(window.document.cardCount(), 5);
    const Card* made = window.card(window.selection().first().id);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->title, u"Take the order");
    EXPECT_EQ(made->lane, LaneId(u"W"_s));
    EXPECT_EQ(made->firstStep, StepId(u"s3"_s));
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasMouse, takesBackANewCardWhoseTitleIsCancelled)
{
    CanvasWindow window(smallBlueprint());
    window.doubleClick(cell(window, u"W"_s, u"s3"_s));
    window.canvas->cancelEdit();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasMouse, editsATitleByDoubleClick)
{
    CanvasWindow window(smallBlueprint());
    QSignalSpy edits(window.canvas, &CanvasItem::editRequested);
    window.doubleClick(window.at("card", u"g2"_s));
    ASSERT_EQ(edits.size(), 1);
    EXPECT_EQ(edits.first().at(2).toString(), u"Follow");
    window.canvas->commitEdit(u"Follow the host"_s);
    EXPECT_EQ(window.card(u"g2"_s)->title, u"Follow the host");
}

TEST(CanvasMouse, connectsFromAHandleToACardAndSelectsTheConnection)
{
    CanvasWindow window(smallBlueprint());
    window.click(window.at("card", u"g2"_s));
    const QRectF rect = window.rectOf("card", u"g2"_s);
    window.drag(QPoint(int(rect.center().x()), int(rect.bottom()) + 2), window.at("card", u"k1"_s));
    ASSERT_EQ(window.document.connectionCount(), 2);
    ASSERT_EQ(window.selection().size(), 1);
    const Connection* made = window.blueprint().find(ConnectionId(window.selection().first().id));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->from, End(CardId(u"g2"_s)));
    EXPECT_EQ(made->to, End(CardId(u"k1"_s)));
    window.key(Qt::Key_R);
    EXPECT_EQ(window.blueprint().find(made->id)->kind, ConnectionKind::Request);
    window.key(Qt::Key_A);
    EXPECT_EQ(window.blueprint().find(made->id)->kind, ConnectionKind::Answer);
}

TEST(CanvasMouse, connectsIntoAnEmptyCellByMakingACard)
{
    CanvasWindow window(smallBlueprint());
    window.click(window.at("card", u"g2"_s));
    const QRectF rect = window.rectOf("card", u"g2"_s);
    window.drag(QPoint(int(rect.center().x()), int(rect.bottom()) + 2), cell(window, u"W"_s, u"s2"_s));
    EXPECT_EQ(window.document.cardCount(), 5);
    EXPECT_EQ(window.document.connectionCount(), 2);
    window.canvas->commitEdit(u"Seat"_s);
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasMouse, connectsToALaneAsAWhole)
{
    CanvasWindow window(smallBlueprint());
    window.click(window.at("card", u"g1"_s));
    const QRectF rect = window.rectOf("card", u"g1"_s);
    window.drag(QPoint(int(rect.left()) - 2, int(rect.center().y())), QPoint(60, window.at("lane", u"K"_s).y()));
    ASSERT_EQ(window.selection().size(), 1);
    const Connection* made = window.blueprint().find(ConnectionId(window.selection().first().id));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->to, End(LaneId(u"K"_s)));
}

TEST(CanvasMouse, movesALaneByItsHeader)
{
    CanvasWindow window(smallBlueprint());
    window.document.addLane(u"W"_s);
    const QString added = window.selection().first().id;
    window.settle();
    const QPoint from(60, window.at("lane", added).y());
    const int top = int(window.rectOf("lane", u"W"_s).top());
    window.drag(from, QPoint(60, top + 6));
    const QList<Lane> lanes = orderedLanes(window.blueprint());
    EXPECT_EQ(lanes[1].id.value, added);
    EXPECT_EQ(lanes[2].id, LaneId(u"W"_s));
}

TEST(CanvasMouse, movesAStepByItsHeader)
{
    CanvasWindow window(smallBlueprint());
    const int y = int(window.canvas->headerHeight()) - 12;
    window.drag(QPoint(window.at("step", u"s1"_s).x(), y), QPoint(window.at("step", u"s2"_s).x() + 80, y));
    EXPECT_EQ(orderedSteps(window.blueprint())[1].id, StepId(u"s1"_s));
    EXPECT_EQ(window.card(u"g1"_s)->firstStep, StepId(u"s1"_s));
}

TEST(CanvasMouse, insertsAStepAtThePlus)
{
    CanvasWindow window(smallBlueprint());
    const QPoint plus((window.at("step", u"s1"_s).x() + window.at("step", u"s2"_s).x()) / 2,
                      int(window.canvas->headerHeight()) - 13);
    window.moveTo(plus - QPoint(1, 0));
    window.click(plus);
    ASSERT_EQ(window.blueprint().steps().size(), 5);
    EXPECT_EQ(orderedSteps(window.blueprint())[0].id, StepId(u"s1"_s));
    EXPECT_EQ(orderedSteps(window.blueprint())[2].id, StepId(u"s2"_s));
}

TEST(CanvasMouse, opensTheContextMenuOfWhatIsRightClicked)
{
    CanvasWindow window(smallBlueprint());
    QSignalSpy menus(window.canvas, &CanvasItem::contextMenuRequested);
    window.click(window.at("card", u"k1"_s), {}, Qt::RightButton);
    window.click(QPoint(60, window.at("lane", u"W"_s).y()), {}, Qt::RightButton);
    ASSERT_EQ(menus.size(), 2);
    EXPECT_EQ(refFrom(menus[0][0]), refTo(CardId(u"k1"_s)));
    EXPECT_EQ(refFrom(menus[1][0]), refTo(LaneId(u"W"_s)));
    EXPECT_EQ(window.selection(), QList<ElementRef>{refTo(LaneId(u"W"_s))});
}

TEST(CanvasMouse, zoomsAtTheCursorAndPansWithTheWheel)
{
    CanvasWindow window(smallBlueprint());
    const QPoint cursor = window.at("card", u"w1"_s);
    const double before = window.canvas->zoom();
    window.wheel(cursor, 3, Qt::ControlModifier);
    EXPECT_GT(window.canvas->zoom(), before * 1.5);
    EXPECT_LT((window.at("card", u"w1"_s) - cursor).manhattanLength(), 3);
    const double y = window.canvas->viewY();
    window.wheel(cursor, -1);
    EXPECT_GT(window.canvas->viewY(), y);
    const double x = window.canvas->viewX();
    window.wheel(cursor, -1, Qt::ShiftModifier);
    EXPECT_GT(window.canvas->viewX(), x);
}

TEST(CanvasMouse, pansWithTheMiddleButton)
{
    CanvasWindow window(smallBlueprint());
    window.wheel({500, 400}, 5, Qt::ControlModifier);
    const double x = window.canvas->viewX();
    window.drag({600, 400}, {500, 400}, {}, Qt::MiddleButton);
    EXPECT_NEAR(window.canvas->viewX() - x, 100 / window.canvas->zoom(), 2);
}

TEST(CanvasMouse, changesNothingWhilePresenting)
{
    CanvasWindow window(smallBlueprint());
    window.canvas->setPresenting(true);
    window.drag(window.at("card", u"g1"_s), window.at("card", u"g1"_s) + QPoint(120, 90));
    window.doubleClick(window.at("card", u"g2"_s));
    window.key(Qt::Key_Delete);
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    EXPECT_FALSE(window.canvas->isEditing());
}

} // namespace
} // namespace throughline
