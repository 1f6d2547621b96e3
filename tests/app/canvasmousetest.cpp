// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/carddrag.h"
#include "app/canvas/connectiondrag.h"
#include "app/canvas/gapnear.h"
#include "app/canvas/headerdrag.h"
#include "app/document/checkrunner.h"
#include "core/edit/connectionoperations.h"
#include "core/model/queries.h"
#include "tests/app/canvaswindow.h"
#include "tests/support/readnotation.h"

#include <QSignalSpy>
#include <QTest>

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

TEST(CanvasMouse, selectsWhatIsClicked)
{
    CanvasWindow window(smallBlueprint());
    window.click(window.at("card", u"g1"_s));
    EXPECT_EQ(window.selection(), cards({"g1"}));
    window.click(window.at("card", u"k1"_s), Qt::ShiftModifier);
    EXPECT_EQ(window.selection(), cards({"g1", "k1"}));
    window.click(window.at("card", u"g1"_s), Qt::ControlModifier);
    EXPECT_EQ(window.selection(), cards({"k1"}));
    window.click(window.cell(u"K"_s, u"s1"_s));
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
    window.drag(window.at("card", u"g1"_s), window.cell(u"W"_s, u"s3"_s));
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
    window.drag(window.at("card", u"g1"_s), window.cell(u"G"_s, u"s2"_s));
    EXPECT_EQ(window.card(u"g1"_s)->firstStep, StepId(u"s2"_s));
    EXPECT_EQ(window.card(u"g2"_s)->firstStep, StepId(u"s3"_s));
}

TEST(CanvasMouse, copiesACardWithControl)
{
    CanvasWindow window(smallBlueprint());
    window.drag(window.at("card", u"k1"_s), window.cell(u"K"_s, u"s4"_s), Qt::ControlModifier);
    EXPECT_EQ(window.document.cardCount(), 5);
    EXPECT_EQ(window.card(u"k1"_s)->firstStep, StepId(u"s3"_s));
}

TEST(CanvasMouse, letsGoOfADragWithEscape)
{
    CanvasWindow window(smallBlueprint());
    window.hold(window.at("card", u"g1"_s), window.cell(u"W"_s, u"s3"_s));
    window.key(Qt::Key_Escape);
    window.letGo(window.cell(u"W"_s, u"s3"_s));
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    EXPECT_FALSE(window.document.canUndo());
}

TEST(CanvasMouse, makesACardByDoubleClickAndNamesItInOneStep)
{
    CanvasWindow window(smallBlueprint());
    QSignalSpy edits(window.canvas, &CanvasItem::editRequested);
    window.doubleClick(window.cell(u"W"_s, u"s3"_s));
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
    window.doubleClick(window.cell(u"W"_s, u"s3"_s));
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
    window.drag(QPoint(int(rect.center().x()), int(rect.bottom()) + 2), window.cell(u"W"_s, u"s2"_s));
    EXPECT_EQ(window.document.cardCount(), 5);
    EXPECT_EQ(window.document.connectionCount(), 2);
    window.canvas->commitEdit(u"Seat"_s);
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasMouse, connectsWithTwoClicksAndSaysWhatTheSecondDoes)
{
    CanvasWindow window(smallBlueprint());
    window.canvas->setTool(u"connect"_s);
    window.click(window.at("card", u"w1"_s));
    EXPECT_TRUE(window.canvas->hint().contains(u"free cell"_s));
    window.click(window.at("card", u"k1"_s));
    EXPECT_EQ(window.document.connectionCount(), 2);
    EXPECT_FALSE(window.canvas->hint().contains(u"free cell"_s));
    window.click(QPoint(60, window.at("lane", u"K"_s).y()));
    window.click(window.at("card", u"g1"_s));
    const Connection* made = window.blueprint().find(ConnectionId(window.selection().value(0).id));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->from, End(LaneId(u"K"_s)));
    EXPECT_EQ(made->to, End(CardId(u"g1"_s)));
}

TEST(CanvasMouse, connectsWithTwoClicksIntoAnEmptyCellByMakingACard)
{
    CanvasWindow window(smallBlueprint());
    QSignalSpy edits(window.canvas, &CanvasItem::editRequested);
    window.canvas->setTool(u"connect"_s);
    window.click(window.at("card", u"k1"_s));
    window.click(window.cell(u"W"_s, u"s4"_s));
    EXPECT_EQ(window.document.cardCount(), 5);
    EXPECT_EQ(window.document.connectionCount(), 2);
    EXPECT_EQ(edits.count(), 1);
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasMouse, leavesAToolWithEscapeAfterWhatWasBegunWithIt)
{
    CanvasWindow window(smallBlueprint());
    window.canvas->setTool(u"connect"_s);
    window.click(window.at("card", u"w1"_s));
    window.hold(window.at("card", u"w1"_s), window.at("card", u"k1"_s));
    window.key(Qt::Key_Escape);
    EXPECT_FALSE(window.canvas->isDragging());
    window.letGo(window.at("card", u"k1"_s));
    EXPECT_EQ(window.selection(), cards({"w1"}));
    window.key(Qt::Key_Escape);
    EXPECT_TRUE(window.selection().isEmpty());
    EXPECT_EQ(window.canvas->tool(), u"connect");
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.canvas->tool(), u"select");
    for (const QString& tool : {u"card"_s, u"pan"_s}) {
        window.canvas->setTool(tool);
        window.key(Qt::Key_Escape);
        EXPECT_EQ(window.canvas->tool(), u"select");
    }
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

TEST(CanvasMouse, movesAStepIntoThePhaseOnThePointersSideOfTheBorder)
{
    CanvasWindow window(smallBlueprint());
    const int y = int(window.canvas->headerHeight()) - 12;
    const QPoint from(window.at("step", u"s1"_s).x(), y);
    const int border = int(window.rectOf("step", u"s3"_s).left());
    window.drag(from, QPoint(border + 20, y));
    EXPECT_EQ(orderedSteps(window.blueprint())[1].id, StepId(u"s1"_s));
    EXPECT_EQ(window.blueprint().find(StepId(u"s1"_s))->phase, PhaseId(u"p2"_s));
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    window.drag(from, QPoint(border - 20, y));
    EXPECT_EQ(orderedSteps(window.blueprint())[1].id, StepId(u"s1"_s));
    EXPECT_EQ(window.blueprint().find(StepId(u"s1"_s))->phase, PhaseId(u"p1"_s));
}

TEST(CanvasMouse, movesAStepOverItsOwnBorderIntoTheNextPhase)
{
    CanvasWindow window(smallBlueprint());
    const int y = int(window.canvas->headerHeight()) - 12;
    window.drag(QPoint(window.at("step", u"s2"_s).x(), y), QPoint(int(window.rectOf("step", u"s3"_s).left()) + 20, y));
    EXPECT_EQ(orderedSteps(window.blueprint())[1].id, StepId(u"s2"_s));
    EXPECT_EQ(window.blueprint().find(StepId(u"s2"_s))->phase, PhaseId(u"p2"_s));
}

TEST(CanvasMouse, movesAStepToBothEndsOfTheGrid)
{
    CanvasWindow window(smallBlueprint());
    const int y = int(window.canvas->headerHeight()) - 12;
    window.drag(QPoint(window.at("step", u"s2"_s).x(), y), QPoint(int(window.rectOf("step", u"s1"_s).left()) - 4, y));
    EXPECT_EQ(orderedSteps(window.blueprint()).first().id, StepId(u"s2"_s));
    window.settle();
    window.drag(QPoint(window.at("step", u"s2"_s).x(), y), QPoint(int(window.rectOf("step", u"s4"_s).right()) + 30, y));
    EXPECT_EQ(orderedSteps(window.blueprint()).last().id, StepId(u"s2"_s));
    EXPECT_EQ(window.blueprint().find(StepId(u"s2"_s))->phase, PhaseId(u"p2"_s));
}

/// A header of a small blueprint in the hand, without a window.
struct HeldHeader
{
    HeldHeader(const Blueprint& blueprint, const ElementRef& header)
    {
        document.setBlueprint(blueprint);
        view.setDocument(&document);
        view.setItemSize({1000, 700});
        drag.emplace(view, header, Pointer{});
    }
    /// The word beside the pointer at a point of the scene.
    QString wordAt(QPointF scene)
    {
        drag->move({view.geometry().toItem(scene), scene, {}});
        return view.overlay().hint;
    }

    DocumentController document;
    CanvasView view;
    std::optional<HeaderDrag> drag;
};

TEST(HeaderDrag, saysWhichPhaseAStepJoinsAtTheBorderOfTwo)
{
    HeldHeader held(smallBlueprint(), refTo(StepId(u"s1"_s)));
    const Layout& layout = held.view.scene().layout();
    const double border = gapBefore(layout, Gap::Between::Columns, 2).positionPt;
    EXPECT_EQ(held.wordAt({border + 10, 0}), u"Joins Order");
    EXPECT_EQ(held.wordAt({border - 10, 0}), u"Stays in Arrive");
    EXPECT_EQ(held.wordAt({gapBefore(layout, Gap::Between::Columns, 1).positionPt, 0}), QString());
    EXPECT_EQ(held.wordAt({gapBefore(layout, Gap::Between::Columns, 3).positionPt, 0}), u"Joins Order");
}

TEST(HeaderDrag, saysThatNoCustomerLaneWouldBeLeft)
{
    HeldHeader held(smallBlueprint(), refTo(LaneId(u"G"_s)));
    const double below = gapBefore(held.view.scene().layout(), Gap::Between::Rows, 2).positionPt;
    EXPECT_EQ(held.wordAt({0, below - 10}), u"Becomes frontstage: no customer lane would be left");
    HeldHeader other(smallBlueprint(), refTo(LaneId(u"W"_s)));
    EXPECT_EQ(other.wordAt({0, 10}), u"Becomes a customer");
}

TEST(CanvasMouse, makesALaneTheCustomerAgainAtTheTop)
{
    CanvasWindow window(smallBlueprint());
    const auto onHeader = [&](const QString& lane, int below) {
        return QPoint(60, int(window.rectOf("lane", lane).top()) + below);
    };
    window.drag(onHeader(u"G"_s, 30), onHeader(u"K"_s, -10));
    ASSERT_EQ(window.blueprint().find(LaneId(u"G"_s))->stage, Stage::Frontstage);
    window.settle();
    window.drag(onHeader(u"G"_s, 30), onHeader(u"W"_s, 10));
    EXPECT_EQ(window.blueprint(), smallBlueprint());
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

TEST(CanvasMouse, zoomsOutUntilEverythingIsSeenWithRoomAround)
{
    CanvasWindow window(testing::templateNamed(u"restaurant.blueprint"_s));
    window.canvas->fitAll();
    const double fit = window.canvas->zoom();
    window.wheel({500, 400}, -40, Qt::ControlModifier);
    EXPECT_NEAR(window.canvas->zoom(), fit / 2, 1e-9);
    window.wheel({500, 400}, 1, Qt::ControlModifier);
    EXPECT_GT(window.canvas->zoom(), fit / 2);
    window.document.setBlueprint(smallBlueprint());
    window.canvas->setZoom(0.01);
    EXPECT_LE(window.canvas->zoom(), 0.5);
    EXPECT_GT(window.rectOf("card", u"g1"_s).width(), 40);
}

TEST(CanvasMouse, pansWithTheMiddleButton)
{
    CanvasWindow window(smallBlueprint());
    window.wheel({500, 400}, 5, Qt::ControlModifier);
    const double x = window.canvas->viewX();
    window.drag({600, 400}, {500, 400}, {}, Qt::MiddleButton);
    EXPECT_NEAR(window.canvas->viewX() - x, 100 / window.canvas->zoom(), 2);
}

/// Presses the left button on a point and moves, in small steps, with keys held.
void holdWith(CanvasWindow& window, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mouseMove(&window.window, from);
    QTest::mousePress(&window.window, Qt::LeftButton, modifiers, from);
    for (int i = 1; i <= 4; ++i) {
        const QPoint at = from + (to - from) * i / 4;
        QMouseEvent move(QEvent::MouseMove, at, window.window.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&window.window, &move);
    }
}

TEST(CanvasMouse, copiesWhileControlIsHeldAndMovesWhenItIsNot)
{
    CanvasWindow window(smallBlueprint());
    const QPoint to = window.cell(u"K"_s, u"s4"_s);
    holdWith(window, window.at("card", u"k1"_s), to);
    EXPECT_EQ(window.canvas->cursor().shape(), Qt::ClosedHandCursor);
    QTest::keyPress(&window.window, Qt::Key_Control);
    EXPECT_EQ(window.canvas->cursor().shape(), Qt::DragCopyCursor) << "the hand is still, the key alone tells";
    QTest::keyRelease(&window.window, Qt::Key_Control);
    EXPECT_EQ(window.canvas->cursor().shape(), Qt::ClosedHandCursor);
    window.letGo(to);
    EXPECT_EQ(window.document.cardCount(), 4);
    EXPECT_EQ(window.card(u"k1"_s)->firstStep, StepId(u"s4"_s));
    EXPECT_EQ(window.document.undoText(), u"Move card");
}

TEST(CanvasMouse, makesAStepWhereACardIsDroppedBetweenTwo)
{
    CanvasWindow window(smallBlueprint());
    const int between = int(window.rectOf("step", u"s2"_s).right() + window.rectOf("step", u"s3"_s).left()) / 2;
    window.drag(window.at("card", u"k1"_s), QPoint(between, window.at("lane", u"W"_s).y()));
    const QList<Step> steps = orderedSteps(window.blueprint());
    ASSERT_EQ(steps.size(), 5);
    EXPECT_EQ(window.card(u"k1"_s)->firstStep, steps[2].id);
    EXPECT_EQ(window.card(u"k1"_s)->lane, LaneId(u"W"_s));
    EXPECT_EQ(steps[3].id, StepId(u"s3"_s));
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint()) << "one undo step";
}

TEST(CanvasMouse, makesALaneWhereACardIsDroppedBetweenTwoAndAsksForItsName)
{
    CanvasWindow window(smallBlueprint());
    QSignalSpy edits(window.canvas, &CanvasItem::editRequested);
    const int border = int(window.rectOf("lane", u"K"_s).top());
    window.drag(window.at("card", u"k1"_s), QPoint(window.at("step", u"s4"_s).x(), border));
    const QList<Lane> lanes = orderedLanes(window.blueprint());
    ASSERT_EQ(lanes.size(), 4);
    EXPECT_EQ(window.card(u"k1"_s)->lane, lanes[2].id);
    EXPECT_EQ(lanes[2].stage, Stage::Frontstage) << "of the lane above it";
    ASSERT_EQ(edits.size(), 1);
    EXPECT_EQ(refFrom(edits[0][0]), refTo(lanes[2].id));
    window.canvas->commitEdit(u"Runner"_s);
    EXPECT_EQ(orderedLanes(window.blueprint())[2].name, u"Runner");
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint()) << "one undo step";
}

TEST(CanvasMouse, insertsACardIntoTheConnectionItIsDroppedOn)
{
    CanvasWindow window(smallBlueprint());
    Connection flow;
    flow.id = ConnectionId(u"e2"_s);
    flow.from = CardId(u"g1"_s);
    flow.to = CardId(u"g2"_s);
    flow.kind = ConnectionKind::Flow;
    ASSERT_TRUE(window.document.apply(throughline::connect(window.blueprint(), flow), u"Connect"_s));
    window.settle();
    const QRectF first = window.rectOf("card", u"g1"_s);
    const QRectF second = window.rectOf("card", u"g2"_s);
    const QPoint on =
        ((QPointF(first.right(), first.center().y()) + QPointF(second.left(), second.center().y())) / 2).toPoint();
    ASSERT_EQ(refFrom(window.canvas->elementAt(on)), refTo(flow.id));
    window.drag(window.at("card", u"k1"_s), on);

    const QList<Step> steps = orderedSteps(window.blueprint());
    ASSERT_EQ(steps.size(), 5) << "between neighbours a step is made";
    EXPECT_EQ(window.card(u"k1"_s)->firstStep, steps[1].id);
    EXPECT_EQ(window.blueprint().find(flow.id)->to, End(CardId(u"k1"_s)));
    const QList<Connection> drawn = connectionsAt(window.blueprint(), {CardId(u"g2"_s)});
    ASSERT_EQ(drawn.size(), 1);
    EXPECT_EQ(drawn.first().from, End(CardId(u"k1"_s)));
    EXPECT_EQ(drawn.first().kind, ConnectionKind::Flow);
}

/// A view of a blueprint and a card that is dragged over it.
struct Dragged
{
    DocumentController document;
    CanvasView view;

    explicit Dragged(const Blueprint& blueprint)
    {
        document.setBlueprint(blueprint);
        view.setDocument(&document);
        view.setItemSize({1000, 700});
        view.setReducedMotion(true);
        view.fitAll();
    }
    [[nodiscard]] Pointer at(QPointF scene) const { return {view.geometry().toItem(scene), scene, {}}; }
    [[nodiscard]] QRectF cardRect(const char* id) const
    {
        return view.scene().layout().cardRect(CardId(QString::fromLatin1(id)));
    }
    std::unique_ptr<CardDrag> take(const char* id)
    {
        document.setSelection(cards({id}));
        return std::make_unique<CardDrag>(view, CardId(QString::fromLatin1(id)), at(cardRect(id).center()));
    }
};

const char* const Chain = "lane G stage=customer\nlane W stage=frontstage\ncard a lane=G step=1 \"A\"\n"
                          "card b lane=G step=3 \"B\"\ncard n lane=W step=1 kind=pain \"Slow\"\na -> b\n";

TEST(CanvasMouse, leavesALineWholeOnWhichANoteIsDropped)
{
    Dragged dragged(testing::blueprintOf(Chain));
    const auto drag = dragged.take("n");
    const QPointF onLine((dragged.cardRect("a").right() + dragged.cardRect("b").left()) / 2,
                         dragged.cardRect("a").center().y());
    drag->move(dragged.at(onLine));
    EXPECT_TRUE(dragged.view.overlay().spliced.id.isEmpty());
    drag->drop(dragged.at(onLine));
    EXPECT_EQ(dragged.document.connectionCount(), 1);
    EXPECT_EQ(dragged.document.blueprint().find(CardId(u"n"_s))->lane, LaneId(u"G"_s));
}

TEST(CanvasMouse, saysWhyACardCannotBeDroppedBeforeItIs)
{
    Dragged dragged(testing::blueprintOf(QByteArray(Chain) + "lane C stage=customer curve=emotion \"Feeling\"\n"));
    const auto drag = dragged.take("n");
    const LayoutRow& curve = dragged.view.scene().layout().rows()[dragged.view.scene().layout().rowOf(LaneId(u"C"_s))];
    const Pointer over = dragged.at({dragged.cardRect("a").center().x(), (curve.top + curve.bottom) / 2});
    drag->move(over);
    EXPECT_TRUE(dragged.view.overlay().hint.contains(u"curve"_s)) << qPrintable(dragged.view.overlay().hint);
    EXPECT_TRUE(dragged.view.overlay().dropCells.isEmpty());
    drag->drop(over);
    EXPECT_FALSE(dragged.document.canUndo());
}

TEST(CanvasMouse, leavesACardWhereItIsThatIsLetGoOfBesideTheDrawing)
{
    Dragged dragged(testing::blueprintOf(Chain));
    const auto drag = dragged.take("n");
    const Pointer beside{{1040, 300}, dragged.view.geometry().toScene({1040, 300}), {}};
    drag->move(beside);
    EXPECT_FALSE(dragged.view.overlay().hint.isEmpty());
    drag->drop(beside);
    EXPECT_FALSE(dragged.document.canUndo());
}

TEST(CanvasMouse, showsTheCardInItsLaneWhereAStepIsMadeForIt)
{
    Dragged dragged(testing::blueprintOf(Chain));
    const auto drag = dragged.take("b");
    const Layout& layout = dragged.view.scene().layout();
    const LayoutRow& row = layout.rows()[layout.rowOf(LaneId(u"G"_s))];
    const double between = (layout.columns()[0].left + layout.columns()[0].width + layout.columns()[1].left) / 2;
    drag->move(dragged.at({between, row.bottom - 3}));
    ASSERT_TRUE(dragged.view.overlay().dropGap);
    EXPECT_EQ(dragged.view.overlay().dropSpots.value(0).top(), dragged.cardRect("a").top());
}

TEST(CanvasMouse, grabsTheEndsOfALoopThatLieOnTheEdgesOfItsCard)
{
    Dragged dragged(testing::blueprintOf(QByteArray(Chain) + "a -> a\n"));
    ElementRef loop;
    for (const Connection& connection : dragged.document.blueprint().connections()) {
        if (connection.from == connection.to)
            loop = refTo(connection.id);
    }
    const std::optional<Route> route = dragged.view.scene().layout().route(ConnectionId(loop.id));
    ASSERT_TRUE(route);
    dragged.view.setHovered(refTo(CardId(u"a"_s)));
    for (const QPointF& end : {route->points.first(), route->points.last()}) {
        dragged.document.setSelection({loop});
        EXPECT_EQ(dragged.view.hitAt(dragged.view.geometry().toItem(end)).part, Hit::Part::ConnectionEnd);
        dragged.document.setSelection({});
        EXPECT_NE(dragged.view.hitAt(dragged.view.geometry().toItem(end)).part, Hit::Part::ConnectionEnd);
    }
}

TEST(CanvasMouse, makesAndRenamesNothingWithASecondClickOnABadge)
{
    CanvasWindow window(testing::templateNamed(u"restaurant.blueprint"_s));
    CheckRunner runner;
    runner.setDocument(&window.document);
    window.canvas->setCheckRunner(&runner);
    runner.runNow();
    window.settle();
    const QString payment = u"g4"_s; // paid at the bar before moving on
    const QPoint badge = window.rectOf("card", payment).topRight().toPoint() - QPoint(3, -1);
    QSignalSpy gone(window.canvas, &CanvasItem::findingActivated);
    QSignalSpy edits(window.canvas, &CanvasItem::editRequested);
    window.doubleClick(badge);
    EXPECT_EQ(gone.size(), 1) << "the first click goes to the finding";
    EXPECT_TRUE(edits.isEmpty());
    EXPECT_FALSE(window.document.canUndo());
}

TEST(CanvasMouse, pullsACardOverMoreSteps)
{
    CanvasWindow window(smallBlueprint());
    window.click(window.at("card", u"w1"_s));
    const QRectF card = window.rectOf("card", u"w1"_s);
    const QPoint grip(int(card.right()), int(card.bottom()) - 12);
    window.moveTo(grip);
    EXPECT_EQ(window.canvas->cursor().shape(), Qt::SizeHorCursor);
    window.drag(grip, QPoint(window.at("step", u"s3"_s).x(), grip.y()));
    EXPECT_EQ(lastStepOf(*window.card(u"w1"_s)), StepId(u"s3"_s));
    EXPECT_EQ(window.card(u"w1"_s)->firstStep, StepId(u"s1"_s));
    window.settle();
    const QRectF wide = window.rectOf("card", u"w1"_s);
    window.drag(QPoint(int(wide.left()), int(wide.bottom()) - 12), QPoint(window.at("step", u"s2"_s).x(), grip.y()));
    EXPECT_EQ(window.card(u"w1"_s)->firstStep, StepId(u"s2"_s));
    EXPECT_EQ(lastStepOf(*window.card(u"w1"_s)), StepId(u"s3"_s));
}

TEST(CanvasMouse, connectsToAWholeLaneAnywhereInItWithShift)
{
    CanvasWindow window(smallBlueprint());
    window.click(window.at("card", u"g1"_s));
    const QRectF rect = window.rectOf("card", u"g1"_s);
    window.drag(QPoint(int(rect.center().x()), int(rect.bottom()) + 2), window.cell(u"W"_s, u"s3"_s),
                Qt::ShiftModifier);
    ASSERT_EQ(window.selection().size(), 1);
    const Connection* made = window.blueprint().find(ConnectionId(window.selection().first().id));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->to, End(LaneId(u"W"_s)));
    // And from a lane as a whole, by its header.
    window.drag(QPoint(60, window.at("lane", u"K"_s).y()), window.at("card", u"w1"_s), Qt::ShiftModifier);
    made = window.blueprint().find(ConnectionId(window.selection().first().id));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->from, End(LaneId(u"K"_s)));
    EXPECT_EQ(made->to, End(CardId(u"w1"_s)));
}

TEST(CanvasMouse, connectsFromEverySideOfACard)
{
    for (int side = 0; side < 4; ++side) {
        CanvasWindow window(smallBlueprint());
        const QRectF rect = window.rectOf("card", u"w1"_s);
        const QPointF middle = rect.center();
        const QPoint handle[] = {
            QPoint(int(middle.x()), int(rect.top()) - 2), QPoint(int(rect.right()) + 2, int(middle.y())),
            QPoint(int(middle.x()), int(rect.bottom()) + 2), QPoint(int(rect.left()) - 2, int(middle.y()))};
        window.moveTo(middle.toPoint() - QPoint(3, 3));
        window.moveTo(middle.toPoint());
        window.drag(handle[side], window.at("card", u"k1"_s));
        EXPECT_EQ(window.document.connectionCount(), 2) << side;
    }
}

TEST(CanvasMouse, connectsBeyondTheLastStepByMakingStepAndCard)
{
    CanvasWindow window(smallBlueprint());
    window.wheel({500, 400}, -3, Qt::ControlModifier);
    window.settle();
    window.click(window.at("card", u"k1"_s));
    const QRectF rect = window.rectOf("card", u"k1"_s);
    const QPoint beyond(int(window.rectOf("step", u"s4"_s).right()) + 60, window.at("lane", u"K"_s).y());
    window.drag(QPoint(int(rect.right()) + 2, int(rect.center().y())), beyond);
    EXPECT_EQ(window.document.cardCount(), 5);
    EXPECT_EQ(window.blueprint().steps().size(), 5);
    window.canvas->cancelEdit();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasMouse, dropsTheEndOfAConnectionOnANewCard)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({refTo(ConnectionId(u"e1"_s))});
    window.settle();
    const QRectF waiter = window.rectOf("card", u"w1"_s);
    window.drag(QPoint(int(waiter.center().x()), int(waiter.top()) - 1), window.cell(u"W"_s, u"s2"_s));
    window.canvas->commitEdit(u"Show the way"_s);
    ASSERT_EQ(window.document.cardCount(), 5);
    EXPECT_EQ(window.document.connectionCount(), 1);
    EXPECT_EQ(window.blueprint().find(ConnectionId(u"e1"_s))->to, End(CardId(window.selection().first().id)));
}

TEST(CanvasMouse, leavesEverythingAsItWasWithEscapeWhateverIsDragged)
{
    CanvasWindow window(smallBlueprint());
    const QRectF card = window.rectOf("card", u"w1"_s);
    const int steps = int(window.canvas->headerHeight()) - 12;
    const auto middle = [&](const char* kind, const char* id) { return window.at(kind, QString::fromLatin1(id)); };
    const std::pair<QPoint, QPoint> drags[] = {
        {middle("card", "w1"), window.cell(u"K"_s, u"s4"_s)},
        {middle("card", "w1"),
         QPoint((middle("step", "s2").x() + middle("step", "s3").x()) / 2, middle("lane", "K").y())},
        {QPoint(int(card.center().x()), int(card.bottom()) + 2), middle("card", "k1")},
        {QPoint(int(card.right()), int(card.bottom()) - 12), QPoint(middle("step", "s3").x(), int(card.center().y()))},
        {QPoint(60, middle("lane", "W").y()), QPoint(60, middle("lane", "K").y() + 20)},
        {QPoint(middle("step", "s1").x(), steps), QPoint(middle("step", "s3").x() + 40, steps)},
        {QPoint(middle("step", "s1").x(), steps - 26), QPoint(middle("step", "s4").x() + 40, steps - 26)},
        {window.cell(u"W"_s, u"s3"_s), window.cell(u"K"_s, u"s4"_s)},
    };
    for (const auto& [from, to] : drags) {
        window.document.setSelection(cards({"w1"}));
        window.moveTo(card.center().toPoint());
        const QImage before = window.settle();
        window.hold(from, to);
        window.key(Qt::Key_Escape);
        window.letGo(to);
        EXPECT_EQ(window.blueprint(), smallBlueprint());
        EXPECT_FALSE(window.document.canUndo());
        window.document.setSelection(cards({"w1"}));
        window.moveTo(card.center().toPoint());
        EXPECT_EQ(window.settle(), before) << "a drag from " << from.x() << ", " << from.y() << " left something";
    }
}

TEST(CanvasMouse, lightsTheThreadOfWhatIsSelectedWhileTracing)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection(cards({"g1"}));
    const QImage plain = window.settle();
    const QRect unrelated = window.rectOf("card", u"k1"_s).toAlignedRect();
    const QRect onThread = window.rectOf("card", u"w1"_s).toAlignedRect();
    window.canvas->setTracing(true);
    const QImage traced = window.settle();
    EXPECT_NE(traced.copy(unrelated), plain.copy(unrelated)) << "what does not belong to it fades";
    EXPECT_EQ(traced.copy(onThread.adjusted(4, 20, -4, -4)), plain.copy(onThread.adjusted(4, 20, -4, -4)));
    EXPECT_TRUE(window.canvas->description().contains(u"it leads to 1"_s));
    // The light follows the selection, and goes with the command.
    window.document.setSelection({refTo(ConnectionId(u"e1"_s))});
    EXPECT_NE(window.settle().copy(unrelated), plain.copy(unrelated));
    window.document.setSelection(cards({"k1"}));
    const QImage alone = window.settle();
    EXPECT_EQ(alone.copy(onThread), plain.copy(onThread)) << "a card without connections fades nothing";
    window.document.setSelection(cards({"g1"}));
    window.canvas->setTracing(false);
    EXPECT_EQ(window.settle(), plain);
}

TEST(CanvasMouse, followsTheThreadThroughEditsWhileTracing)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection(cards({"g1"}));
    window.canvas->setTracing(true);
    ASSERT_TRUE(window.canvas->description().contains(u"it leads to 1"_s));
    Connection onward;
    onward.id = ConnectionId(u"onward"_s);
    onward.from = CardId(u"w1"_s);
    onward.to = CardId(u"k1"_s);
    ASSERT_TRUE(window.document.apply(connect(window.document.blueprint(), onward), u"Connect"_s));
    EXPECT_TRUE(window.canvas->description().contains(u"it leads to 2"_s));
    window.document.undo();
    // Undo goes to where the connection was.
    window.document.setSelection(cards({"g1"}));
    EXPECT_TRUE(window.canvas->description().contains(u"it leads to 1"_s));
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

TEST(CanvasMouse, opensTheMenuOfThePlaceThatIsRightClicked)
{
    CanvasWindow window(smallBlueprint());
    window.click(window.cell(u"W"_s, u"s3"_s));
    ASSERT_TRUE(window.canvas->isOnCell());
    const QPoint below(window.at("step", u"s2"_s).x(), int(window.rectOf("lane", u"K"_s).bottom()) + 60);
    window.click(below, {}, Qt::RightButton);
    EXPECT_FALSE(window.canvas->isOnCell());
    window.click(window.cell(u"W"_s, u"s2"_s), {}, Qt::RightButton);
    EXPECT_EQ(window.canvas->description(), u"Waiter, step 2, empty");
    // Of several it is the one that was clicked that things are done to.
    window.document.setSelection(cards({"g1", "k1"}));
    window.click(window.at("card", u"g1"_s), {}, Qt::RightButton);
    EXPECT_EQ(window.selection(), cards({"k1", "g1"}));
}

TEST(CanvasMouse, copiesOnlyTheCardThatIsDraggedWithControl)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection(cards({"g1"}));
    window.drag(window.at("card", u"k1"_s), window.cell(u"K"_s, u"s4"_s), Qt::ControlModifier);
    EXPECT_EQ(window.document.cardCount(), 5);
    ASSERT_EQ(window.selection().size(), 1);
    EXPECT_EQ(window.card(window.selection().first().id)->title, window.card(u"k1"_s)->title);
    // A click adds it.
    window.document.setSelection(cards({"g1"}));
    window.click(window.at("card", u"k1"_s), Qt::ControlModifier);
    EXPECT_EQ(window.selection(), cards({"g1", "k1"}));
}

TEST(CanvasMouse, goesOnDraggingWhenAnotherButtonIsClicked)
{
    CanvasWindow window(smallBlueprint());
    const QPoint to = window.cell(u"G"_s, u"s4"_s);
    window.hold(window.at("card", u"g2"_s), to);
    window.click(to, {}, Qt::RightButton);
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    window.letGo(to);
    EXPECT_EQ(window.card(u"g2"_s)->firstStep, StepId(u"s4"_s));
}

TEST(CanvasMouse, drawsAConnectionBackToTheCardItself)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection(cards({"g1"}));
    const QRectF rect = window.rectOf("card", u"g1"_s);
    const QPoint right = QPointF(rect.right() + 2, rect.center().y()).toPoint();
    window.drag(right, rect.center().toPoint());
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    window.document.setSelection(cards({"g1"}));
    window.drag(right, QPointF(rect.center().x(), rect.bottom() + 2).toPoint());
    ASSERT_EQ(window.document.connectionCount(), 2);
    const Connection* loop = window.blueprint().find(ConnectionId(window.selection().value(0).id));
    ASSERT_TRUE(loop);
    EXPECT_EQ(loop->from, End(CardId(u"g1"_s)));
    EXPECT_EQ(loop->to, loop->from);
    EXPECT_FALSE(window.rectOf("connection", loop->id.value).isNull());
}

TEST(ConnectionDrag, doesNotScrollAwayFromTheNamesOfLanes)
{
    DocumentController document;
    document.setBlueprint(smallBlueprint());
    CanvasView view;
    view.setDocument(&document);
    view.setItemSize({800, 600});
    const auto at = [&](double x, double y) { return Pointer{{x, y}, view.geometry().toScene({x, y}), {}}; };
    ConnectionDrag drag(view, CardId(u"g1"_s), {});
    drag.move(at(20, 300));
    EXPECT_EQ(drag.scrolling(), Qt::Orientations(Qt::Vertical));
    drag.move(at(790, 300));
    EXPECT_EQ(drag.scrolling(), Qt::Horizontal | Qt::Vertical);
    drag.cancel();
}

TEST(CanvasMouse, takesANewCardWithoutAWordBackWhenOneClicksElsewhere)
{
    CanvasWindow window(smallBlueprint());
    window.doubleClick(window.cell(u"W"_s, u"s3"_s));
    ASSERT_TRUE(window.canvas->isEditing());
    ASSERT_EQ(window.blueprint().cards().size(), smallBlueprint().cards().size() + 1);
    // The window tells the canvas when its text field loses the keyboard to it.
    QQuickItem field;
    field.setParentItem(window.window.contentItem());
    field.forceActiveFocus();
    QObject::connect(&field, &QQuickItem::activeFocusChanged, window.canvas, [&] {
        if (!field.hasActiveFocus())
            window.canvas->leaveEdit(QString());
    });
    window.click(window.at("card", u"g1"_s));
    EXPECT_FALSE(window.canvas->isEditing());
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    EXPECT_EQ(window.selection(), cards({"g1"}));
}

TEST(CanvasMouse, lightsAThreadOnlyForAPointerThatMoves)
{
    CanvasWindow window(smallBlueprint());
    const auto rest = [&] {
        QTest::qWait(800); // longer than a pointer has to
        return window.settle();
    };
    const QPoint card = window.at("card", u"g1"_s);
    const QRect far = window.rectOf("card", u"k1"_s).toRect();
    const QImage plain = window.settle();
    window.document.setSelection(cards({"g1"}));
    ASSERT_TRUE(window.document.deleteSelection());
    window.document.clearSelection();
    window.moveTo(card);
    window.settle();
    // The card comes under the pointer; nobody points at it.
    window.document.undo();
    window.document.clearSelection();
    EXPECT_EQ(rest().copy(far), plain.copy(far));
    window.moveTo(card + QPoint(3, 0));
    EXPECT_NE(rest().copy(far), plain.copy(far)) << "what is not in the thread fades";
}

TEST(CanvasMouse, marksNothingBelowAPointerAtRestWhileKeysAreUsed)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection(cards({"w1"}));
    window.canvas->forceActiveFocus();
    window.moveTo({5, 690});
    window.key(Qt::Key_Up);
    const QImage keysAlone = window.settle();
    window.document.setSelection(cards({"w1"}));
    window.moveTo(window.at("card", u"k1"_s));
    const QRect k1 = window.rectOf("card", u"k1"_s).toAlignedRect().adjusted(-8, -8, 8, 8);
    const QImage pointed = window.settle();
    EXPECT_NE(pointed.copy(k1), keysAlone.copy(k1)) << "it has its dots";
    window.key(Qt::Key_Up);
    EXPECT_EQ(window.settle().copy(k1), keysAlone.copy(k1));
    window.moveTo(window.at("card", u"k1"_s) + QPoint(3, 0));
    EXPECT_NE(window.settle().copy(k1), keysAlone.copy(k1));
}

TEST(CanvasMouse, makesACardInAFreeCellThatAConnectionRunsThrough)
{
    CanvasWindow window(testing::blueprintOf("lane G stage=customer\nlane W stage=frontstage\nlane K stage=backstage\n"
                                             "card a lane=G step=1 \"A\"\ncard b lane=K step=1 \"B\"\na -> b\n"));
    const QString id = window.blueprint().connections().begin()->id.value;
    const QPoint onLine(window.rectOf("connection", id).center().toPoint().x(), window.at("lane", u"W"_s).y());
    window.doubleClick(onLine);
    EXPECT_EQ(window.blueprint().cards().size(), 3);
    ASSERT_EQ(window.selection().value(0).kind, ElementKind::Card);
    EXPECT_EQ(window.card(window.selection().first().id)->lane, LaneId(u"W"_s));
    window.canvas->cancelEdit();
    // Who has chosen the line before means its words.
    window.document.setSelection({refTo(ConnectionId(id))});
    window.doubleClick(onLine);
    EXPECT_EQ(window.blueprint().cards().size(), 2);
    window.canvas->cancelEdit();
    window.document.setSelection({});
    // Between two cards of neighbouring lanes there is no cell, and the line is meant.
    window.doubleClick({onLine.x(), int(window.rectOf("card", u"a"_s).bottom()) + 11});
    EXPECT_EQ(window.blueprint().cards().size(), 2);
    EXPECT_EQ(window.selection().value(0).id, id);
}

} // namespace
} // namespace throughline
