// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/queries.h"
#include "core/scene/curve.h"
#include "tests/app/canvaswindow.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::smallBlueprint;

namespace {

/// Of the content of a lane that draws a curve, in points.
constexpr double CurveHeightPt = 112;

/// The middle of the point of a curve in a step, in the window.
QPoint pointOf(const CanvasWindow& window, const QString& lane, const QString& step, double value)
{
    // Of the row: strip, padding and content as the layout has them.
    const QRectF row = window.rectOf("lane", lane);
    const double zoom = window.canvas->zoom();
    LayoutRow at;
    at.contentTop = 0;
    at.contentBottom = CurveHeightPt;
    const double content = row.center().y() - CurveHeightPt * zoom / 2;
    return {window.at("step", step).x(), int(std::lround(content + curveY(LaneCurve::Emotion, at, value) * zoom))};
}

TEST(CanvasNotes, putAStickyNoteIntoAnEmptyCell)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"w1"_s);
    window.key(Qt::Key_Right);
    window.key(Qt::Key_P, Qt::AltModifier);
    ASSERT_TRUE(window.canvas->isEditing());
    window.canvas->commitEdit(u"Nobody looks up"_s);
    const Card* made = window.card(window.selection().first().id);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, CardKind::PainPoint);
    EXPECT_EQ(made->title, u"Nobody looks up");
    EXPECT_EQ(made->lane, LaneId(u"W"_s));
    EXPECT_EQ(made->firstStep, StepId(u"s2"_s));
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasNotes, takeAStickyNoteBackThatNobodyWrote)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"w1"_s);
    window.key(Qt::Key_N, Qt::AltModifier);
    ASSERT_EQ(window.blueprint().cards().size(), 5);
    EXPECT_EQ(window.document.cardCount(), 4) << "no number sees notes";
    window.canvas->cancelEdit();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    EXPECT_EQ(window.document.cardCount(), 4);
}

TEST(CanvasNotes, sayWhereToPutANoteWhenNothingIsChosen)
{
    CanvasWindow window(smallBlueprint());
    window.document.clearSelection();
    EXPECT_FALSE(window.canvas->perform(u"new-note"_s));
    EXPECT_FALSE(window.document.message().isEmpty());
}

TEST(CanvasNotes, writeOnACardInPlace)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"w1"_s);
    QSignalSpy asked(window.canvas, &CanvasItem::editRequested);
    window.key(Qt::Key_P, Qt::AltModifier | Qt::ShiftModifier);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.first().first().toMap().value(u"remark"_s), u"pain"_s);
    window.canvas->commitEdit(u"too slow"_s);
    window.key(Qt::Key_O, Qt::AltModifier | Qt::ShiftModifier);
    window.canvas->commitEdit(u"greet at the door"_s);
    window.key(Qt::Key_N, Qt::AltModifier | Qt::ShiftModifier);
    window.canvas->commitEdit(u"seen on Monday"_s);
    EXPECT_EQ(window.card(u"w1"_s)->painPoints, QStringList{u"too slow"_s});
    EXPECT_EQ(window.card(u"w1"_s)->opportunities, QStringList{u"greet at the door"_s});
    EXPECT_EQ(window.card(u"w1"_s)->note, u"seen on Monday");
    for (int i = 0; i < 3; ++i)
        window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasNotes, areKeptWhileTheyAreTypedAsOneStep)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"w1"_s);
    const auto remarks = [&] { return window.card(u"w1"_s)->painPoints; };
    window.key(Qt::Key_P, Qt::AltModifier | Qt::ShiftModifier);
    window.canvas->commitEdit(u"too slow"_s);
    window.key(Qt::Key_P, Qt::AltModifier | Qt::ShiftModifier);
    window.canvas->keepTyping(u"nobody"_s);
    EXPECT_EQ(remarks(), (QStringList{u"too slow"_s, u"nobody"_s}));
    window.canvas->keepTyping(u"nobody lo"_s);
    window.canvas->commitEdit(u"nobody looks"_s);
    EXPECT_EQ(remarks(), (QStringList{u"too slow"_s, u"nobody looks"_s}));
    window.document.undo();
    EXPECT_EQ(remarks(), QStringList{u"too slow"_s});
    window.key(Qt::Key_P, Qt::AltModifier | Qt::ShiftModifier);
    window.canvas->keepTyping(u"no"_s);
    window.canvas->cancelEdit();
    EXPECT_EQ(remarks(), QStringList{u"too slow"_s});
}

TEST(CanvasNotes, leaveTheCardAsItWasWhenWritingIsCancelled)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"w1"_s);
    window.key(Qt::Key_P, Qt::AltModifier | Qt::ShiftModifier);
    window.canvas->cancelEdit();
    EXPECT_FALSE(window.canvas->isEditing());
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    // The next edit is of the title again.
    window.key(Qt::Key_F2);
    window.canvas->commitEdit(u"Greet"_s);
    EXPECT_EQ(window.card(u"w1"_s)->title, u"Greet");
}

TEST(CanvasNotes, sayHowCardsAreKnownAndWhatIsFeltByKeys)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g1"_s);
    window.key(Qt::Key_A, Qt::AltModifier);
    EXPECT_EQ(window.card(u"g1"_s)->status, CardStatus::Assumed);
    window.key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(window.card(u"g1"_s)->emotion, -1);
    window.document.select(u"card"_s, u"w1"_s);
    window.key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_FALSE(window.card(u"w1"_s)->emotion);
    EXPECT_FALSE(window.document.message().isEmpty());
}

TEST(CanvasNotes, dragAPointOfACurve)
{
    CanvasWindow window(smallBlueprint());
    ASSERT_TRUE(window.canvas->perform(u"curve-emotion"_s));
    window.canvas->fitAll();
    window.settle();
    const QString lane = window.selection().first().id;
    const Blueprint before = window.blueprint();
    window.drag(pointOf(window, lane, u"s1"_s, 0), pointOf(window, lane, u"s1"_s, 2));
    EXPECT_EQ(window.card(u"g1"_s)->emotion, 2);
    window.settle();
    window.drag(pointOf(window, lane, u"s1"_s, 2), pointOf(window, lane, u"s1"_s, -1));
    EXPECT_EQ(window.card(u"g1"_s)->emotion, -1);
    window.document.undo();
    window.document.undo();
    EXPECT_EQ(window.blueprint(), before);
    // A step in which the customer does nothing has nothing to feel.
    window.settle();
    window.drag(pointOf(window, lane, u"s3"_s, 0), pointOf(window, lane, u"s3"_s, 2));
    EXPECT_EQ(window.blueprint(), before);
    EXPECT_FALSE(window.document.message().isEmpty());
}

TEST(CanvasNotes, dragAPointThroughWhichAConnectionRuns)
{
    CanvasWindow window(smallBlueprint());
    ASSERT_TRUE(window.canvas->perform(u"curve-emotion"_s));
    const QString lane = window.selection().first().id;
    ASSERT_TRUE(window.document.moveLane(lane, {}));
    window.document.clearSelection();
    window.canvas->fitAll();
    window.settle();
    ASSERT_GT(window.rectOf("lane", lane).top(), window.rectOf("card", u"g1"_s).bottom());
    window.drag(pointOf(window, lane, u"s1"_s, 0), pointOf(window, lane, u"s1"_s, 2));
    EXPECT_EQ(window.card(u"g1"_s)->emotion, 2);
}

TEST(CanvasNotes, changeACurveByKeysInItsCells)
{
    CanvasWindow window(smallBlueprint());
    ASSERT_TRUE(window.canvas->perform(u"curve-emotion"_s));
    window.document.select(u"card"_s, u"g2"_s);
    window.key(Qt::Key_Up);
    EXPECT_EQ(window.canvas->description(), u"Feeling, step 2, not known");
    window.key(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(window.card(u"g2"_s)->emotion, 1);
    EXPECT_EQ(window.canvas->description(), u"Feeling, step 2, content");
    // What it can say is offered, what it says is marked.
    const QVariantList values = window.canvas->curveValues();
    ASSERT_EQ(values.size(), 6);
    EXPECT_EQ(values[1].toMap().value(u"text"_s), u"Content"_s);
    EXPECT_TRUE(values[1].toMap().value(u"present"_s).toBool());
    EXPECT_FALSE(values[5].toMap().value(u"present"_s).toBool());
    ASSERT_TRUE(window.canvas->setCurveValue(values[4].toMap().value(u"value"_s)));
    EXPECT_EQ(window.card(u"g2"_s)->emotion, -2);
    window.key(Qt::Key_Delete);
    EXPECT_FALSE(window.card(u"g2"_s)->emotion.has_value());
    EXPECT_TRUE(window.canvas->curveValues()[5].toMap().value(u"present"_s).toBool());
    // It holds no cards.
    const Blueprint before = window.blueprint();
    window.key(Qt::Key_Return);
    EXPECT_EQ(window.blueprint(), before);
    EXPECT_FALSE(window.document.message().isEmpty());
}

TEST(CanvasNotes, redrawTheCurveWhenACardSaysSomethingElse)
{
    CanvasWindow window(smallBlueprint());
    ASSERT_TRUE(window.canvas->perform(u"curve-emotion"_s));
    window.canvas->fitAll();
    const QImage before = window.settle();
    window.document.select(u"card"_s, u"g1"_s);
    ASSERT_TRUE(window.canvas->perform(u"feel-better"_s));
    window.document.clearSelection();
    const QImage after = window.settle();
    CanvasWindow fresh(window.blueprint());
    fresh.canvas->fitAll();
    EXPECT_NE(after, before);
    EXPECT_EQ(after, fresh.settle());
}

TEST(CanvasNotes, areFollowedByOneMoreOfTheirKindAndByNoArrow)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g1"_s);
    window.key(Qt::Key_N, Qt::AltModifier);
    window.canvas->commitEdit(u"They look lost"_s, u"return"_s);
    window.type(u"A"_s);
    window.canvas->commitEdit(u"A sign would help"_s, u"return"_s);
    window.key(Qt::Key_Tab);
    window.canvas->commitEdit(u"Or a map"_s);
    QStringList notes;
    for (const Card& card : window.blueprint().cards()) {
        if (card.kind == CardKind::Note)
            notes += card.title;
    }
    EXPECT_EQ(notes.size(), 3) << notes.join(u',').toStdString();
    EXPECT_EQ(window.blueprint().cards().size(), smallBlueprint().cards().size() + 3);
    EXPECT_EQ(window.blueprint().connections().size(), smallBlueprint().connections().size());
    // Nothing of the service begins at a note.
    window.key(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_FALSE(window.document.message().isEmpty());
    EXPECT_EQ(window.blueprint().connections().size(), smallBlueprint().connections().size());
}

TEST(CanvasNotes, sayWhatIsFeltWhereTheKeysStand)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g1"_s);
    const QString before = window.canvas->description();
    window.key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_NE(window.canvas->description(), before);
    EXPECT_TRUE(window.canvas->description().contains(u"feels"_s)) << window.canvas->description().toStdString();
}

} // namespace
} // namespace throughline
