// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/walktrack.h"
#include "tests/app/canvaswindow.h"
#include "tests/support/refs.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::StringLiterals;
using throughline::testing::CanvasWindow;
using throughline::testing::cardRef;
using throughline::testing::smallBlueprint;

namespace {

/// From the guest along the arrow to the waiter, then, drawn by nobody, to the kitchen.
Walk smallWalk()
{
    Walk walk;
    walk.stops = {{cardRef(u"g1"_s), u"Guest"_s, WalkSign::Asks},
                  {cardRef(u"w1"_s), u"1 Waiter"_s, WalkSign::Holds},
                  {cardRef(u"k1"_s), u"dies here"_s, WalkSign::Dies}};
    walk.legs = {{{ElementKind::Connection, u"e1"_s}}, {}};
    walk.dead = {cardRef(u"k1"_s)};
    return walk;
}

} // namespace

TEST(WalkTrack, runsAlongConnectionsAndJumpsWhereThereIsNone)
{
    CanvasScene scene;
    scene.reset(smallBlueprint());
    const WalkTrack track(scene, smallWalk());
    ASSERT_EQ(track.stopCount(), 3);
    const auto hasKind = [&](int leg, WalkTrack::Stretch::Kind kind) {
        return std::any_of(track.leg(leg).begin(), track.leg(leg).end(),
                           [&](const WalkTrack::Stretch& stretch) { return stretch.kind == kind; });
    };
    EXPECT_TRUE(hasKind(0, WalkTrack::Stretch::Kind::Route));
    EXPECT_FALSE(hasKind(0, WalkTrack::Stretch::Kind::Jump));
    EXPECT_TRUE(hasKind(1, WalkTrack::Stretch::Kind::Jump));
    for (int stop = 0; stop < 3; ++stop)
        EXPECT_EQ(track.pointAt(stop), track.anchor(stop));
    const QRectF all = track.bounds(0, 2).adjusted(-1, -1, 1, 1);
    for (double position = 0; position <= 2; position += 0.05)
        EXPECT_TRUE(all.contains(track.pointAt(position)));
}

TEST(WalkTrack, findsAPlaceForThoseWhoAreNotDrawn)
{
    CanvasScene scene;
    scene.reset(smallBlueprint());
    Walk walk = smallWalk();
    walk.stops[1].place = {ElementKind::Lane, u"W"_s};
    walk.stops[2].place = {ElementKind::Role, u"nobody"_s};
    const WalkTrack track(scene, walk);
    EXPECT_TRUE(track.isGhost(1));
    EXPECT_TRUE(scene.areaOf(walk.stops[1].place).contains(track.stopRect(1).center()));
    EXPECT_TRUE(track.isGhost(2));
    EXPECT_FALSE(track.stopRect(2).intersects(track.stopRect(1)));
    EXPECT_TRUE(WalkTrack().bounds(0, 3).isNull());
    walk.stops = {walk.stops[2]};
    walk.legs.clear();
    const QRectF alone = WalkTrack(scene, walk).stopRect(0);
    EXPECT_TRUE(scene.layout().gridRect().contains(alone.adjusted(-10, -30, 10, 10))) << "with room for its words";
}

TEST(CanvasWalk, veilsTheDrawingLightsTheStopsAndEndsWithoutATrace)
{
    CanvasWindow window(smallBlueprint());
    const QImage before = window.settle();
    window.canvas->setWalk(smallWalk(), true);
    window.canvas->setWalkPosition(1);
    const QImage during = window.settle();
    const QRect other = window.rectOf("card", u"g2"_s).toRect();
    EXPECT_NE(during.copy(other), before.copy(other));
    window.canvas->setWalkPosition(1.5);
    const QImage further = window.settle();
    EXPECT_NE(further, during);
    window.canvas->setWalk({}, false);
    EXPECT_EQ(window.settle(), before);
}

TEST(CanvasWalk, leavesNothingToEditMeanwhile)
{
    CanvasWindow window(smallBlueprint());
    window.canvas->setWalk(smallWalk(), true);
    window.drag(window.at("card", u"g1"_s), window.at("card", u"g1"_s) + QPoint(200, 0));
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    window.canvas->setWalk({}, false);
    window.settle();
    window.drag(window.at("card", u"g1"_s), window.at("card", u"g1"_s) + QPoint(300, 0));
    EXPECT_NE(window.blueprint(), smallBlueprint());
}

TEST(CanvasWalk, survivesThatWhatItWalkedOverIsGone)
{
    CanvasWindow window(smallBlueprint());
    window.canvas->setWalk(smallWalk(), true);
    window.settle();
    window.document.remove(u"card"_s, u"w1"_s);
    window.document.remove(u"lane"_s, u"K"_s);
    EXPECT_FALSE(window.settle().isNull());
}
