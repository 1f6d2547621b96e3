// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasscene.h"
#include "app/canvas/canvasview.h"
#include "app/canvas/gridwalk.h"
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "tests/app/canvaswindow.h"
#include "tests/support/refs.h"

#include <QScopedValueRollback>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

/// The keyboard keeps its place whatever comes and goes under it.
namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::cardRef;
using testing::smallBlueprint;

namespace {

TEST(CanvasPlace, staysWhereSomethingWasDeletedFromAMenu)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g2"_s);
    ASSERT_TRUE(window.canvas->perform(u"delete"_s));
    EXPECT_EQ(window.canvas->description(), u"Guest, step 2, empty");
    window.document.select(u"lane"_s, u"W"_s);
    ASSERT_TRUE(window.canvas->perform(u"delete"_s));
    EXPECT_EQ(window.selection(), QList<ElementRef>()) << "a second Delete would take the next lane along";
    EXPECT_TRUE(window.canvas->isOnCell());
    window.document.select(u"step"_s, u"s4"_s);
    ASSERT_TRUE(window.canvas->perform(u"delete"_s));
    EXPECT_EQ(window.selection(), QList<ElementRef>());
    EXPECT_TRUE(window.canvas->isOnCell());
    const Blueprint rest = window.blueprint();
    window.key(Qt::Key_Delete);
    EXPECT_EQ(window.blueprint(), rest);
}

TEST(CanvasPlace, isNoTitleToTypeWhereSeveralAreChosen)
{
    CanvasWindow window(smallBlueprint());
    window.key(Qt::Key_A, Qt::ControlModifier);
    window.type(u"Oops"_s);
    EXPECT_FALSE(window.canvas->isEditing());
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasPlace, goesAlongWhenNamesAboveTheGridTakeMoreLines)
{
    CanvasWindow window(smallBlueprint());
    const double top = window.rectOf("card", u"g1"_s).top();
    const double view = window.canvas->viewY();
    const QString name = u"Look around for somebody who can help with the table"_s;
    ASSERT_TRUE(window.document.apply(rename(window.blueprint(), {ElementKind::Step, u"s1"_s}, name), u"Rename"_s));
    EXPECT_GT(window.canvas->viewY(), view);
    EXPECT_DOUBLE_EQ(window.rectOf("card", u"g1"_s).top(), top);
    window.document.undo();
    EXPECT_DOUBLE_EQ(window.rectOf("card", u"g1"_s).top(), top);
}

TEST(CanvasPlace, isThatOfTheCardBeforeWhenANewOneIsTakenBack)
{
    CanvasWindow window(smallBlueprint());
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Tab}) {
        window.document.select(u"card"_s, u"g2"_s);
        window.key(key);
        ASSERT_TRUE(window.canvas->isEditing());
        window.canvas->cancelEdit();
        EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g2"_s)});
    }
    window.key(Qt::Key_Down);
    window.type(u"L"_s);
    window.canvas->cancelEdit();
    EXPECT_EQ(window.canvas->description(), u"Waiter, step 2, empty");
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasPlace, isTheSameCellWhenStepsAndLanesComeAndGo)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"w1"_s);
    window.key(Qt::Key_Right);
    ASSERT_EQ(window.canvas->description(), u"Waiter, step 2, empty");
    const QRectF before = window.canvas->rectOfCell(1, 1);
    ASSERT_TRUE(window.document.apply(removeElements(window.blueprint(), {refTo(StepId(u"s1"_s))}), u"Delete"_s));
    EXPECT_TRUE(window.canvas->isOnCell());
    EXPECT_EQ(window.canvas->place().column, 0);
    window.document.undo();
    window.document.clearSelection();
    window.key(Qt::Key_Right);
    EXPECT_EQ(window.canvas->rectOfCell(1, 1), before);
}

TEST(CanvasPlace, goesToWhatUndoAndRedoBroughtBack)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"k1"_s);
    ASSERT_TRUE(window.canvas->perform(u"delete"_s));
    window.document.select(u"card"_s, u"g1"_s);
    window.document.undo();
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"k1"_s)});
    window.document.select(u"card"_s, u"g1"_s);
    window.document.redo();
    EXPECT_TRUE(window.selection().isEmpty());
    EXPECT_EQ(window.canvas->description(), u"Kitchen, step 3, empty");
}

TEST(CanvasPlace, isSaidInTheWordsOfNow)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g1"_s);
    QSignalSpy said(window.canvas, &CanvasItem::descriptionChanged);
    ASSERT_TRUE(window.document.rename(u"card"_s, u"g1"_s, u"Ask"_s));
    EXPECT_GE(said.size(), 1);
    EXPECT_EQ(window.canvas->description(), u"Guest, step 1, Ask");
}

TEST(CanvasPlace, isInSightAfterUndo)
{
    CanvasWindow window(smallBlueprint(), {420, 300});
    window.document.select(u"card"_s, u"k1"_s);
    ASSERT_TRUE(window.document.rename(u"card"_s, u"k1"_s, u"Grill"_s));
    window.document.select(u"card"_s, u"g1"_s);
    window.canvas->reveal(u"card"_s, u"g1"_s);
    window.settle();
    const QRectF seen = window.canvas->visibleScene();
    ASSERT_FALSE(seen.contains(window.canvas->scene().layout().cardRect(CardId(u"k1"_s))));
    window.document.undo();
    window.settle();
    EXPECT_TRUE(window.canvas->visibleScene().contains(window.canvas->scene().layout().cardRect(CardId(u"k1"_s))));
}

TEST(CanvasPlace, isTheSourceAgainWhenConnectingIsLeft)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g2"_s);
    window.key(Qt::Key_L, Qt::ControlModifier);
    window.key(Qt::Key_Down);
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.selection(), QList<ElementRef>{cardRef(u"g2"_s)});
    window.key(Qt::Key_Escape);
    EXPECT_TRUE(window.selection().isEmpty());
}

TEST(CanvasPlace, goesOnToTheNextCardUntilTheHandGoesElsewhere)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"w1"_s);
    window.key(Qt::Key_Right);
    window.type(u"S"_s);
    window.canvas->commitEdit(u"Seat"_s, u"return"_s);
    const ElementRef seat = window.selection().first();
    window.type(u"L"_s);
    window.canvas->commitEdit(u"Light the candle"_s, u"return"_s);
    EXPECT_EQ(window.document.cardCount(), 6);
    EXPECT_EQ(window.card(window.selection().first().id)->firstStep, StepId(u"s3"_s));
    // Back on the first, typing renames it.
    window.key(Qt::Key_Left);
    ASSERT_EQ(window.selection(), QList<ElementRef>{seat});
    window.type(u"P"_s);
    window.canvas->commitEdit(u"Place"_s, u"return"_s);
    EXPECT_EQ(window.document.cardCount(), 6);
    EXPECT_EQ(window.card(seat.id)->title, u"Place");
    window.type(u"S"_s);
    window.canvas->commitEdit(u"Seat"_s);
    EXPECT_EQ(window.document.cardCount(), 6) << "a card that was there is renamed again";
}

TEST(CanvasPlace, comesToRestAfterAFlight)
{
    DocumentController document;
    document.setBlueprint(testing::templateNamed(u"restaurant.blueprint"_s));
    CanvasView view;
    view.setDocument(&document);
    view.setItemSize({600, 400});
    // As the item does: what wants a frame while one is composed is in that frame already.
    bool isComposing = false;
    bool isWanted = true;
    QObject::connect(&view, &CanvasView::frameWanted, &view, [&] { isWanted = isWanted || !isComposing; });
    const auto draw = [&] {
        if (std::exchange(isWanted, false)) {
            const QScopedValueRollback composing(isComposing, true);
            view.composeFrame(1);
        }
        return view.isSettled();
    };
    ASSERT_TRUE(QTest::qWaitFor(draw));
    view.revealElements({refTo(orderedSteps(document.blueprint()).last().id)});
    EXPECT_FALSE(view.isSettled());
    EXPECT_TRUE(QTest::qWaitFor(draw)) << "the map, which waits for that, stays empty";
}

} // namespace

} // namespace throughline
