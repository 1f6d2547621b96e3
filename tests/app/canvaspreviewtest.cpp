// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "tests/app/canvaswindow.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::smallBlueprint;

namespace {

/// A lane above everything, and a card in it: all that is shown moves down.
Patch laneOnTop(const Blueprint& blueprint)
{
    Lane lane;
    lane.id = LaneId(u"E"_s);
    lane.name = u"Evidence"_s;
    lane.stage = Stage::Evidence;
    Card card;
    card.id = CardId(u"menu"_s);
    card.lane = lane.id;
    card.firstStep = StepId(u"s1"_s);
    card.title = u"Menu"_s;
    const Patch added = *addLane(blueprint, lane);
    Blueprint withLane = blueprint;
    EXPECT_TRUE(apply(withLane, added));
    return compose(added, *addCard(withLane, card));
}

Patch nextStep(const Blueprint& blueprint)
{
    Connection connection;
    connection.id = ConnectionId(u"new"_s);
    connection.from = CardId(u"w1"_s);
    connection.to = CardId(u"k1"_s);
    return *connect(blueprint, connection);
}

QRectF shown(const CanvasWindow& window, const QString& card)
{
    return window.rectOf("card", card);
}

TEST(CanvasPreview, showsGhostsAndLeavesTheDocumentAlone)
{
    CanvasWindow window(smallBlueprint());
    const QImage before = window.settle();
    window.canvas->setPreview(laneOnTop(window.blueprint()));
    EXPECT_TRUE(window.canvas->isPreviewing());
    EXPECT_FALSE(shown(window, u"menu"_s).isNull());
    EXPECT_NE(window.settle(), before);
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    EXPECT_FALSE(window.document.canUndo());

    window.canvas->clearPreview();
    EXPECT_FALSE(window.canvas->isPreviewing());
    EXPECT_EQ(window.settle(), before) << "the view is what it was";
}

TEST(CanvasPreview, keepsWhatWasInSightInItsPlace)
{
    CanvasWindow window(smallBlueprint(), {700, 420});
    window.canvas->zoomTo100();
    window.canvas->panBy(0, 60);
    window.settle();
    const QRectF before = shown(window, u"g1"_s);
    window.canvas->setPreview(nextStep(window.blueprint()));
    window.settle();
    EXPECT_EQ(shown(window, u"g1"_s).topLeft(), before.topLeft());
}

TEST(CanvasPreview, doesNotFollowACardThatMoves)
{
    CanvasWindow window(smallBlueprint());
    window.settle();
    const QRectF before = shown(window, u"g1"_s);
    window.canvas->setPreview(
        *moveCard(window.blueprint(), CardId(u"w1"_s), {window.card(u"w1"_s)->lane, StepId(u"s2"_s), -1}));
    window.settle();
    EXPECT_EQ(shown(window, u"g1"_s), before);
    EXPECT_GT(shown(window, u"w1"_s).left(), before.right());
}

TEST(CanvasPreview, bringsIntoSightWhatItIsAboutAndGoesBack)
{
    CanvasWindow window(smallBlueprint(), {500, 300});
    window.canvas->zoomTo100();
    window.settle();
    const qreal x = window.canvas->viewX();
    const qreal y = window.canvas->viewY();
    Patch patch = *rename(window.blueprint(), {ElementKind::Card, u"k1"_s}, u"Cook it"_s);
    window.canvas->setPreview(patch);
    window.settle();
    EXPECT_TRUE(QRectF(QPointF(), window.canvas->size()).contains(shown(window, u"k1"_s).center()));
    window.canvas->clearPreview();
    EXPECT_EQ(window.canvas->viewX(), x);
    EXPECT_EQ(window.canvas->viewY(), y);
}

TEST(CanvasPreview, cannotBeEdited)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"g1"_s);
    window.canvas->setPreview(laneOnTop(window.blueprint()));
    window.settle();
    window.key(Qt::Key_Delete);
    window.type(u"x"_s);
    window.doubleClick(window.at("card", u"menu"_s));
    window.drag(window.at("card", u"g1"_s), window.at("card", u"k1"_s));
    EXPECT_FALSE(window.canvas->isEditing());
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    EXPECT_TRUE(window.canvas->isPreviewing());
    EXPECT_FALSE(window.canvas->beginEdit(u"card"_s, u"menu"_s));
}

TEST(CanvasPreview, endsWithEscape)
{
    CanvasWindow window(smallBlueprint());
    const QSignalSpy dismissed(window.canvas, &CanvasItem::previewDismissed);
    window.canvas->setPreview(laneOnTop(window.blueprint()));
    window.key(Qt::Key_Escape);
    EXPECT_FALSE(window.canvas->isPreviewing());
    EXPECT_EQ(dismissed.size(), 1);
}

TEST(CanvasPreview, endsWhenItIsAppliedAndWhenTheDocumentChanges)
{
    CanvasWindow window(smallBlueprint());
    const Patch patch = laneOnTop(window.blueprint());
    window.canvas->setPreview(patch);
    window.settle();
    const QPointF before = shown(window, u"menu"_s).topLeft();
    ASSERT_TRUE(window.document.apply(patch, u"Add"_s));
    EXPECT_FALSE(window.canvas->isPreviewing());
    window.settle();
    EXPECT_EQ(shown(window, u"menu"_s).topLeft(), before) << "what was a ghost stands where it stood";

    window.canvas->setPreview(inverse(patch));
    EXPECT_TRUE(window.canvas->isPreviewing());
    window.document.undo();
    EXPECT_FALSE(window.canvas->isPreviewing());
    EXPECT_TRUE(shown(window, u"menu"_s).isNull());

    window.canvas->setPreview(patch);
    window.document.newEmpty();
    EXPECT_FALSE(window.canvas->isPreviewing());
}

TEST(CanvasPreview, followsOneAfterAnother)
{
    CanvasWindow window(smallBlueprint());
    const QImage before = window.settle();
    window.canvas->setPreview(laneOnTop(window.blueprint()));
    window.canvas->setPreview(nextStep(window.blueprint()));
    EXPECT_TRUE(shown(window, u"menu"_s).isNull());
    EXPECT_FALSE(window.rectOf("connection", u"new"_s).isNull());
    // As QML would: a value it knows nothing of, and none.
    window.canvas->setPreview(QVariant::fromValue(laneOnTop(window.blueprint())));
    EXPECT_FALSE(shown(window, u"menu"_s).isNull());
    window.canvas->setPreview(QVariant());
    EXPECT_EQ(window.settle(), before);
}

TEST(CanvasPreview, passesOverAPatchThatDoesNotFit)
{
    CanvasWindow window(smallBlueprint());
    const Patch patch = laneOnTop(window.blueprint());
    ASSERT_TRUE(window.document.apply(patch, u"Add"_s));
    window.canvas->setPreview(patch);
    EXPECT_FALSE(window.canvas->isPreviewing());
}

} // namespace

} // namespace throughline
