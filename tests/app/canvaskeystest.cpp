// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "tests/app/canvaswindow.h"
#include "tests/support/refs.h"

#include <QInputMethodEvent>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::cardRef;
using testing::smallBlueprint;

namespace {

TEST(CanvasKeys, walkTheGrid)
{
    CanvasWindow window(smallBlueprint());
    window.key(Qt::Key_Right);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g1"_s)});
    EXPECT_EQ(window.canvas->description(), u"Guest, step 1, Ask for a table");
    window.key(Qt::Key_Down);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"w1"_s)});
    window.key(Qt::Key_Right);
    EXPECT_TRUE(window.selection().isEmpty());
    EXPECT_EQ(window.canvas->description(), u"Waiter, step 2, empty");
    window.key(Qt::Key_Up);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g2"_s)});
    window.key(Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(window.selection(), (QList<ElementRef>{cardRef(u"g2"_s), cardRef(u"g1"_s)}));
}

TEST(CanvasKeys, goOnFromWhereOneWasBeforeEscape)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g2"_s);
    window.key(Qt::Key_Escape);
    ASSERT_TRUE(window.selection().isEmpty());
    window.key(Qt::Key_Left);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g1"_s)});
    window.key(Qt::Key_Down);
    window.key(Qt::Key_Right);
    ASSERT_EQ(window.canvas->description(), u"Waiter, step 2, empty");
    window.key(Qt::Key_Escape);
    window.key(Qt::Key_Escape);
    window.key(Qt::Key_Up);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g2"_s)}) << "from an empty cell as well";
    // What is gone is no place to go on from.
    window.key(Qt::Key_Escape);
    ASSERT_TRUE(window.document.remove(u"card"_s, u"g2"_s));
    window.key(Qt::Key_Down);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g1"_s)});
    // Nor is a place in another blueprint.
    window.document.select(u"card"_s, u"w1"_s);
    window.document.setBlueprint(smallBlueprint());
    window.key(Qt::Key_Right);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g1"_s)});
}

TEST(CanvasKeys, makeTheNextCardWithEnter)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g2"_s);
    window.key(Qt::Key_Return);
    ASSERT_TRUE(window.canvas->isEditing());
    window.canvas->commitEdit(u"Order"_s);
    const Card* made = window.card(window.selection().first().id);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->lane, LaneId(u"G"_s));
    EXPECT_EQ(made->firstStep, StepId(u"s3"_s));
    EXPECT_EQ(made->title, u"Order");
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasKeys, drawTheNextCardInWhereTheLaneHasArrows)
{
    CanvasWindow window(smallBlueprint());
    Connection flow;
    flow.id = ConnectionId(u"e2"_s);
    flow.from = CardId(u"g1"_s);
    flow.to = CardId(u"g2"_s);
    flow.kind = ConnectionKind::Flow;
    ASSERT_TRUE(window.document.apply(throughline::connect(window.blueprint(), flow), u"Connect"_s));
    const qsizetype before = window.blueprint().connections().size();
    window.document.select(u"card"_s, u"g2"_s);
    window.key(Qt::Key_Return);
    window.canvas->commitEdit(u"Order"_s);
    ASSERT_EQ(window.blueprint().connections().size(), before + 1);
    const CardId made(window.selection().first().id);
    const QList<Connection> drawn = connectionsAt(window.blueprint(), {made});
    ASSERT_EQ(drawn.size(), 1);
    EXPECT_EQ(drawn.first().from, End(CardId(u"g2"_s)));
    EXPECT_EQ(drawn.first().kind, ConnectionKind::Flow);

    // The waiter's lane has no arrows of its own, so the next card gets none.
    window.document.select(u"card"_s, u"w1"_s);
    window.key(Qt::Key_Return);
    window.canvas->commitEdit(u"Serve"_s);
    EXPECT_EQ(window.blueprint().connections().size(), before + 1);
}

TEST(CanvasKeys, makeTheStepThatIsMissing)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"k1"_s);
    for (const QString& title : {u"Plate"_s, u"Call"_s}) {
        window.key(Qt::Key_Return);
        window.canvas->commitEdit(title);
    }
    EXPECT_EQ(window.blueprint().steps().size(), 5);
    EXPECT_EQ(window.card(window.selection().first().id)->firstStep, orderedSteps(window.blueprint()).last().id);
}

TEST(CanvasKeys, makeTheAnsweringCardWithTab)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g2"_s);
    window.key(Qt::Key_Tab);
    window.canvas->commitEdit(u"Lead to table"_s);
    ASSERT_EQ(window.document.connectionCount(), 2);
    const CardId made(window.selection().first().id);
    EXPECT_EQ(window.blueprint().find(made)->lane, LaneId(u"W"_s));
    for (const Connection& connection : connectionsAt(window.blueprint(), {made})) {
        EXPECT_EQ(connection.from, End(CardId(u"g2"_s)));
        EXPECT_EQ(connection.kind, ConnectionKind::Request);
    }
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasKeys, renameByTyping)
{
    CanvasWindow window(smallBlueprint());
    QSignalSpy edits(window.canvas, &CanvasItem::editRequested);
    window.document.select(u"card"_s, u"g1"_s);
    window.type(u"x"_s);
    ASSERT_EQ(edits.size(), 1);
    EXPECT_EQ(edits.first().at(4).toString(), u"x");
    window.canvas->cancelEdit();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    window.key(Qt::Key_F2);
    ASSERT_EQ(edits.size(), 2);
    EXPECT_EQ(edits.last().at(2).toString(), u"Ask for a table");
}

TEST(CanvasKeys, typeACardIntoAnEmptyCell)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"w1"_s);
    window.key(Qt::Key_Right);
    window.type(u"L"_s);
    EXPECT_TRUE(window.canvas->isEditing());
    window.canvas->commitEdit(u"Lead"_s);
    EXPECT_EQ(window.document.cardCount(), 5);
}

TEST(CanvasKeys, typeACardIntoTheCellThatWasClicked)
{
    CanvasWindow window(smallBlueprint());
    window.click(window.cell(u"W"_s, u"s4"_s));
    EXPECT_EQ(window.canvas->description(), u"Waiter, step 4, empty");
    window.type(u"B"_s);
    window.canvas->commitEdit(u"Bill"_s);
    ASSERT_EQ(window.document.cardCount(), 5);
    EXPECT_EQ(window.card(window.selection().first().id)->firstStep, StepId(u"s4"_s));
}

TEST(CanvasKeys, leaveTheirKeysToWhoPresents)
{
    CanvasWindow window(smallBlueprint());
    window.canvas->setPresenting(true);
    const double y = window.canvas->viewY();
    window.key(Qt::Key_PageDown);
    window.key(Qt::Key_Right);
    EXPECT_EQ(window.canvas->viewY(), y);
    EXPECT_TRUE(window.selection().isEmpty());
}

TEST(CanvasKeys, moveCardsLanesStepsAndPhases)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g2"_s);
    window.key(Qt::Key_Right, Qt::AltModifier);
    window.key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(window.card(u"g2"_s)->firstStep, StepId(u"s3"_s));
    EXPECT_EQ(window.card(u"g2"_s)->lane, LaneId(u"W"_s));
    window.document.select(u"step"_s, u"s1"_s);
    window.key(Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(orderedSteps(window.blueprint())[1].id, StepId(u"s1"_s));
    window.document.select(u"lane"_s, u"K"_s);
    window.key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(orderedLanes(window.blueprint())[1].id, LaneId(u"K"_s));
    window.document.select(u"phase"_s, u"p2"_s);
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(orderedSteps(window.blueprint())[0].phase, PhaseId(u"p2"_s));
}

TEST(CanvasKeys, makeALaneTheCustomerAgainAtTheTop)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"lane"_s, u"G"_s);
    window.key(Qt::Key_Down, Qt::AltModifier);
    ASSERT_EQ(window.blueprint().find(LaneId(u"G"_s))->stage, Stage::Frontstage);
    window.key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasKeys, moveAStepIntoThePhaseOfTheStepItPasses)
{
    CanvasWindow window(smallBlueprint());
    const StepId third(u"s3"_s);
    window.document.select(u"step"_s, third.value);
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(orderedSteps(window.blueprint())[1].id, third);
    EXPECT_EQ(window.blueprint().find(third)->phase, PhaseId(u"p1"_s));
    window.key(Qt::Key_Left, Qt::AltModifier);
    window.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(orderedSteps(window.blueprint())[0].id, third);
    for (int i = 0; i < 4; ++i)
        window.key(Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(orderedSteps(window.blueprint())[3].id, third);
    EXPECT_EQ(window.blueprint().find(third)->phase, PhaseId(u"p2"_s));
}

TEST(CanvasKeys, deleteAndStayInPlace)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g1"_s);
    window.key(Qt::Key_Delete);
    EXPECT_FALSE(window.card(u"g1"_s));
    EXPECT_EQ(window.document.connectionCount(), 0);
    EXPECT_EQ(window.canvas->description(), u"Guest, step 1, empty");
    window.key(Qt::Key_Right);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g2"_s)});
}

TEST(CanvasKeys, connectAndSayWhatAConnectionIs)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g2"_s);
    window.key(Qt::Key_L, Qt::ControlModifier);
    window.key(Qt::Key_Left);
    window.key(Qt::Key_Down);
    window.key(Qt::Key_Return);
    ASSERT_EQ(window.document.connectionCount(), 2);
    ASSERT_EQ(window.selection().size(), 1);
    const ConnectionId made(window.selection().first().id);
    ASSERT_TRUE(window.blueprint().find(made));
    EXPECT_EQ(window.blueprint().find(made)->to, End(CardId(u"w1"_s)));
    window.type(u"h"_s);
    EXPECT_EQ(window.blueprint().find(made)->kind, ConnectionKind::Handover);
    window.type(u"t"_s);
    EXPECT_EQ(window.blueprint().find(made)->kind, ConnectionKind::Tell);
    window.document.select(u"card"_s, u"g1"_s);
    window.key(Qt::Key_J, Qt::ControlModifier);
    EXPECT_EQ(window.selection(), QList<ElementRef>{refTo(ConnectionId(u"e1"_s))});
}

TEST(CanvasKeys, makeLanesStepsAndPhasesFromTheirHeaders)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"lane"_s, u"W"_s);
    window.key(Qt::Key_Return);
    window.canvas->commitEdit(u"Busser"_s);
    EXPECT_EQ(orderedLanes(window.blueprint())[2].name, u"Busser");
    window.document.select(u"step"_s, u"s1"_s);
    window.key(Qt::Key_Return);
    window.canvas->commitEdit(u"Wait"_s);
    EXPECT_EQ(orderedSteps(window.blueprint())[1].name, u"Wait");
    window.document.select(u"phase"_s, u"p2"_s);
    window.key(Qt::Key_Return);
    window.canvas->commitEdit(u"Pay"_s);
    EXPECT_EQ(orderedPhases(window.blueprint()).last().name, u"Pay");
    while (window.document.canUndo())
        window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasKeys, askTheLaneBelowAndGetTheAnswerInOneGesture)
{
    CanvasWindow window(smallBlueprint());
    QSignalSpy edits(window.canvas, &CanvasItem::editRequested);
    window.document.select(u"card"_s, u"g2"_s);
    window.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(edits.size(), 1);
    const ConnectionId asked(refFrom(edits[0][0]).id);
    window.canvas->commitEdit(u"a table"_s);
    ASSERT_EQ(edits.size(), 2) << "the card that answers has no title yet";
    window.canvas->commitEdit(u"Lead to the table"_s);
    EXPECT_FALSE(window.canvas->isEditing());

    const Connection* request = window.blueprint().find(asked);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->kind, ConnectionKind::Request);
    EXPECT_EQ(request->from, End(CardId(u"g2"_s)));
    const CardId answerer(window.selection().first().id);
    EXPECT_EQ(request->to, End(answerer));
    EXPECT_EQ(window.card(answerer.value)->title, u"Lead to the table");
    EXPECT_EQ(window.card(answerer.value)->lane, LaneId(u"W"_s));
    const Connection* answer = nullptr;
    for (const Connection& connection : window.blueprint().connections())
        answer = connection.answers == asked ? window.blueprint().find(connection.id) : answer;
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->kind, ConnectionKind::Answer);
    EXPECT_EQ(answer->from, End(answerer));
    EXPECT_EQ(nameOf(window.blueprint(), {ElementKind::Request, request->request.value}), u"a table");
    EXPECT_EQ(answer->request, request->request);

    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint()) << "one undo step";
}

TEST(CanvasKeys, askTheCardThatIsThereAlready)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({cardRef(u"g1"_s)});
    window.type(u"?"_s);
    window.canvas->commitEdit(u"a table"_s);
    EXPECT_FALSE(window.canvas->isEditing());
    EXPECT_EQ(window.document.cardCount(), 4);
    EXPECT_EQ(window.document.connectionCount(), 3);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g1"_s)});
    // Asked once more, another card answers.
    window.type(u"?"_s);
    window.canvas->commitEdit(u"A table"_s);
    window.canvas->commitEdit(u"Look into the list"_s);
    EXPECT_EQ(window.document.cardCount(), 5);
    EXPECT_EQ(window.blueprint().requests().size(), 1) << "the same name is the same request";
}

TEST(CanvasKeys, askTheSecondOfTwoSelectedCards)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({cardRef(u"g2"_s), cardRef(u"k1"_s)});
    window.key(Qt::Key_Return, Qt::ControlModifier);
    window.canvas->commitEdit(u"soup"_s);
    const QList<Connection> drawn = connectionsAt(window.blueprint(), {CardId(u"k1"_s)});
    ASSERT_EQ(drawn.size(), 2);
    EXPECT_NE(drawn[0].from, drawn[1].from);
}

TEST(CanvasKeys, takeBackARequestWhoseNamesAreCancelled)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({cardRef(u"g2"_s)});
    window.key(Qt::Key_Return, Qt::ControlModifier);
    window.canvas->commitEdit(u"a table"_s);
    window.canvas->cancelEdit();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    window.document.setSelection({cardRef(u"k1"_s)});
    window.key(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    EXPECT_FALSE(window.document.message().isEmpty()) << "there is no lane below, and it says so";
}

TEST(CanvasKeys, renameWhatARequestAsksFor)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({cardRef(u"g1"_s)});
    window.type(u"?"_s);
    window.canvas->commitEdit(u"a tabel"_s);
    window.key(Qt::Key_J, Qt::ControlModifier);
    while (window.blueprint().find(ConnectionId(window.selection().first().id))->kind != ConnectionKind::Request)
        window.key(Qt::Key_J, Qt::ControlModifier);
    QSignalSpy edits(window.canvas, &CanvasItem::editRequested);
    window.key(Qt::Key_F2);
    ASSERT_EQ(edits.size(), 1);
    EXPECT_EQ(edits.first().at(2).toString(), u"a tabel");
    window.canvas->commitEdit(u"a table"_s);
    ASSERT_EQ(window.blueprint().requests().size(), 1) << "the misspelt one is gone";
    EXPECT_EQ(window.blueprint().requests().begin()->name, u"a table");
}

TEST(CanvasKeys, jumpToTheNextCardOverEmptyCells)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({cardRef(u"w1"_s)});
    window.key(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(window.canvas->description(), u"Waiter, step 4, empty") << "no card further right: the last cell";
    window.document.setSelection({cardRef(u"k1"_s)});
    window.key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(window.selection(), QList<ElementRef>{refTo(StepId(u"s3"_s))});
    window.key(Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"k1"_s)});
    window.key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(window.selection(), QList<ElementRef>{refTo(LaneId(u"K"_s))});
}

TEST(CanvasKeys, followAConnectionToItsOtherEnd)
{
    CanvasWindow window(smallBlueprint());
    for (const auto& [from, to] : {std::pair(u"g1"_s, u"w1"_s), std::pair(u"w1"_s, u"g1"_s)}) {
        window.document.setSelection({cardRef(from)});
        window.key(Qt::Key_J, Qt::ControlModifier);
        window.key(Qt::Key_Return);
        EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(to)});
    }
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasKeys, connectWithALaneAsAWhole)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({cardRef(u"g1"_s)});
    window.key(Qt::Key_L, Qt::ControlModifier);
    window.key(Qt::Key_Down);
    window.key(Qt::Key_Left);
    window.key(Qt::Key_Return);
    ASSERT_EQ(window.selection().size(), 1);
    const Connection* made = window.blueprint().find(ConnectionId(window.selection().first().id));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->to, End(LaneId(u"W"_s)));
}

TEST(CanvasKeys, stretchACardOverSteps)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({cardRef(u"k1"_s)});
    window.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(lastStepOf(*window.card(u"k1"_s)), StepId(u"s4"_s));
    window.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_FALSE(window.document.message().isEmpty());
    window.key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    window.key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasKeys, drawAJourneyFromNothing)
{
    CanvasWindow window({});
    window.document.newEmpty();
    window.settle();
    window.canvas->forceActiveFocus();
    const Blueprint start = window.blueprint();
    window.key(Qt::Key_Right);
    for (int i = 0; i < 10; ++i) {
        window.key(Qt::Key_Return);
        window.canvas->commitEdit(u"Guest %1"_s.arg(i));
        const ElementRef guest = window.selection().first();
        window.key(Qt::Key_Tab);
        window.canvas->commitEdit(u"Waiter %1"_s.arg(i));
        window.key(Qt::Key_Tab);
        window.canvas->commitEdit(u"Kitchen %1"_s.arg(i));
        window.document.setSelection({guest});
    }
    EXPECT_EQ(window.document.cardCount(), 30);
    EXPECT_EQ(window.document.connectionCount(), 20);
    EXPECT_TRUE(validate(window.blueprint()));
    const Blueprint end = window.blueprint();
    while (window.document.canUndo())
        window.document.undo();
    EXPECT_EQ(window.blueprint(), start);
    while (window.document.canRedo())
        window.document.redo();
    EXPECT_EQ(window.blueprint(), end);
}

TEST(CanvasKeys, selectOverEmptyCellsAndGiveUpAgain)
{
    CanvasWindow window(smallBlueprint());
    ASSERT_TRUE(window.document.apply(
        moveCard(window.blueprint(), CardId(u"g2"_s), {LaneId(u"G"_s), StepId(u"s4"_s), -1}), u"Move"_s));
    window.document.setSelection({cardRef(u"g1"_s)});
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(window.selection(), (QList<ElementRef>{cardRef(u"g1"_s), cardRef(u"g2"_s)}));
    window.key(Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g1"_s)});
    window.key(Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g1"_s)});
}

TEST(CanvasKeys, connectACardWithItself)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({cardRef(u"g2"_s)});
    window.key(Qt::Key_L, Qt::ControlModifier);
    window.key(Qt::Key_Return);
    ASSERT_EQ(window.document.connectionCount(), 2);
    const Connection* loop = window.blueprint().find(ConnectionId(window.selection().value(0).id));
    ASSERT_TRUE(loop);
    EXPECT_EQ(loop->from, loop->to);
}

TEST(CanvasKeys, typeWhatAnInputMethodComposes)
{
    CanvasWindow window(smallBlueprint());
    QSignalSpy edits(window.canvas, &CanvasItem::editRequested);
    const auto compose = [&](const QString& preedit, const QString& commit) {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QCoreApplication::sendEvent(window.canvas, &event);
    };
    EXPECT_FALSE(window.canvas->inputMethodQuery(Qt::ImEnabled).toBool()) << "nothing to type on";
    window.document.setSelection({cardRef(u"g1"_s)});
    EXPECT_TRUE(window.canvas->inputMethodQuery(Qt::ImEnabled).toBool());
    compose({}, u"\u00e9"_s);
    ASSERT_EQ(edits.size(), 1);
    EXPECT_EQ(edits.last().at(4).toString(), u"\u00e9");
    window.canvas->cancelEdit();
    window.key(Qt::Key_Down);
    window.key(Qt::Key_Right);
    compose(u"ni"_s, {});
    EXPECT_TRUE(window.canvas->isEditing());
    EXPECT_EQ(edits.last().at(4).toString(), QString());
    window.canvas->cancelEdit();
    window.document.select(u"connection"_s, u"e1"_s);
    EXPECT_FALSE(window.canvas->inputMethodQuery(Qt::ImEnabled).toBool()) << "letters say what it is";
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasKeys, giveTheSelectionBackWithUndo)
{
    CanvasWindow window(smallBlueprint());
    const QList<ElementRef> both{refTo(CardId(u"g1"_s)), refTo(CardId(u"w1"_s))};
    window.document.setSelection(both);
    window.key(Qt::Key_D, Qt::ControlModifier);
    ASSERT_NE(window.selection(), both);
    window.document.undo();
    EXPECT_EQ(window.selection(), both);
    // Doing a deletion again selects nothing that a later edit was about.
    window.key(Qt::Key_Delete);
    window.document.setSelection({refTo(CardId(u"g2"_s)), refTo(CardId(u"k1"_s))});
    window.key(Qt::Key_D, Qt::ControlModifier);
    window.document.undo();
    window.document.undo();
    EXPECT_EQ(window.selection(), both);
    window.document.redo();
    EXPECT_TRUE(window.selection().isEmpty());
}

TEST(CanvasKeys, duplicateARequestWithItsAnswer)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({cardRef(u"g1"_s)});
    window.type(u"?"_s);
    window.canvas->commitEdit(u"a table"_s);
    window.document.setSelection({cardRef(u"g1"_s), cardRef(u"w1"_s)});
    const QList<Connection> before(window.blueprint().connections().begin(), window.blueprint().connections().end());
    window.key(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(window.document.connectionCount(), 2 * before.size());
    int answers = 0;
    for (const Connection& connection : window.blueprint().connections()) {
        const Connection* request = window.blueprint().find(connection.answers);
        answers += request && request->from == connection.to ? 1 : 0;
    }
    EXPECT_EQ(answers, 2);
}

TEST(CanvasKeys, takeANewCardBackWhenTabLeavesItWithoutATitle)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g1"_s);
    window.key(Qt::Key_Tab);
    ASSERT_TRUE(window.canvas->isEditing());
    window.canvas->commitEdit({}, u"tab"_s);
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    EXPECT_EQ(window.selection().value(0).id, u"g1");
}

TEST(CanvasKeys, jumpNoFurtherThanTheLastCellOfTheLane)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"w1"_s);
    window.key(Qt::Key_Left, Qt::ControlModifier);
    EXPECT_FALSE(window.selection().value(0).kind == ElementKind::Lane) << "what is typed would rename the lane";
    window.document.select(u"card"_s, u"g1"_s);
    window.key(Qt::Key_Up, Qt::ControlModifier);
    EXPECT_FALSE(window.selection().value(0).kind == ElementKind::Step);
}

TEST(CanvasKeys, beginAnEmptyBlueprintByTyping)
{
    CanvasWindow window(templateNamed(u"empty.blueprint"_s));
    ASSERT_TRUE(window.blueprint().cards().isEmpty());
    EXPECT_FALSE(window.canvas->hint().isEmpty());
    window.type(u"F"_s);
    ASSERT_TRUE(window.canvas->isEditing());
    window.canvas->commitEdit(u"Find the place"_s);
    ASSERT_EQ(window.blueprint().cards().size(), 1);
    const Card& card = *window.blueprint().cards().begin();
    EXPECT_EQ(card.title, u"Find the place");
    EXPECT_EQ(window.blueprint().find(card.lane)->stage, Stage::Customer);
}

} // namespace
} // namespace throughline
