// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/minimap.h"

#include "core/model/queries.h"
#include "core/render/palette.h"
#include "tests/app/canvaswindow.h"
#include "tests/support/largeblueprint.h"

#include <QtTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::largeBlueprint;
using testing::smallBlueprint;

namespace {

constexpr double Long = 1e9;

/// A window with a map at the bottom right.
class MapWindow : public CanvasWindow
{
public:
    explicit MapWindow(const Blueprint& blueprint) : CanvasWindow(blueprint, {900, 600})
    {
        map = new MiniMap(window.contentItem());
        map->setRoom({220, 140});
        map->setCanvas(canvas);
        map->setSize({map->implicitWidth(), map->implicitHeight()});
        map->setPosition({880 - map->width(), 580 - map->height()});
        paint();
    }

    MiniMap* map = nullptr;

    void paint()
    {
        settle();
        EXPECT_TRUE(QTest::qWaitFor([this] { return map->isSettled() && !map->picture().image().isNull(); }));
    }
    /// Where a point of the scene is on the map, in the window.
    [[nodiscard]] QPoint onMap(QPointF scene) const { return map->mapToScene(map->toMap(scene)).toPoint(); }
    [[nodiscard]] QPointF middle() const { return canvas->visibleScene().center(); }
    [[nodiscard]] QColor colourAt(QPointF scene) const
    {
        return map->picture().image().pixelColor(map->toMap(scene).toPoint());
    }
};

/// How far a point is from another in the view, in logical pixels.
double apart(const CanvasItem& canvas, QPointF one, QPointF other)
{
    const QPointF way = (one - other) * canvas.zoom();
    return std::hypot(way.x(), way.y());
}

QImage paintedAnew(const CanvasScene& scene, QSize size)
{
    MapPicture picture;
    picture.setSize(size, 1);
    EXPECT_TRUE(picture.paint(scene, Long));
    return picture.image();
}

Finding findingAt(const QString& card, Severity severity)
{
    Finding finding;
    finding.rule = u"test"_s;
    finding.severity = severity;
    Evidence evidence;
    evidence.element = {ElementKind::Card, card};
    finding.evidence = {evidence};
    return finding;
}

TEST(MiniMap, showsLanesAndCardsInTheirColours)
{
    const MapWindow window(smallBlueprint());
    const CanvasScene& scene = window.canvas->scene();
    const QRectF card = scene.layout().cardRect(CardId(u"w1"_s));
    EXPECT_EQ(window.colourAt(card.center()), toColor(scene.stripeOf(*window.card(u"w1"_s))));
    // Beside it, in the middle of a cell where nothing stands.
    const LayoutRow& row = scene.layout().rows()[scene.layout().rowOf(LaneId(u"W"_s))];
    const LayoutColumn& empty = scene.layout().columns()[scene.layout().columnOf(StepId(u"s2"_s))];
    EXPECT_EQ(window.colourAt({empty.left + empty.width / 2, (row.contentTop + row.bottom) / 2}),
              toColor(scene.theme().band(Stage::Frontstage)));
}

TEST(MiniMap, keepsTheShapeOfTheDrawingWithinItsRoom)
{
    const MapWindow window(largeBlueprint(300));
    const QRectF content = window.canvas->scene().content();
    EXPECT_LE(window.map->width(), 220);
    EXPECT_LE(window.map->height(), 140);
    EXPECT_NEAR(window.map->height() / window.map->width(), content.height() / content.width(), 0.02);
}

TEST(MiniMap, goesWhereItIsClicked)
{
    MapWindow window(largeBlueprint(300));
    const QPointF there = window.canvas->scene().content().center();
    ASSERT_GT(apart(*window.canvas, window.middle(), there), 500);
    window.click(window.onMap(there));
    // As near as a pixel of the map allows.
    const double pixel = window.canvas->scene().content().width() / window.map->width() * window.canvas->zoom();
    EXPECT_LT(apart(*window.canvas, window.middle(), there), 1.5 * pixel);
}

TEST(MiniMap, movesTheViewWhileItsFrameIsDragged)
{
    MapWindow window(largeBlueprint(300));
    const QPointF before = window.middle();
    // Taken beside its middle: the frame does not jump to the pointer.
    const QPoint from = window.onMap(before) + QPoint(3, 2);
    window.hold(from, from + QPoint(40, 20));
    const QRectF content = window.canvas->scene().content();
    const QPointF moved = window.middle() - before;
    EXPECT_NEAR(moved.x(), 40 / window.map->width() * content.width(), 1);
    EXPECT_NEAR(moved.y(), 20 / window.map->height() * content.height(), 1);
    window.letGo(from + QPoint(40, 20));
    EXPECT_NEAR(window.map->seen().center().x(), window.map->toMap(window.middle()).x(), 1e-6);
}

TEST(MiniMap, zoomsAboutTheMiddleOfTheView)
{
    MapWindow window(largeBlueprint(300));
    window.click(window.onMap(window.canvas->scene().content().center()));
    const QPointF before = window.middle();
    const double zoom = window.canvas->zoom();
    window.wheel(window.onMap(before), 2);
    EXPECT_GT(window.canvas->zoom(), zoom * 1.3);
    EXPECT_LT(apart(*window.canvas, window.middle(), before), 1);
}

TEST(MiniMap, listensToKeys)
{
    MapWindow window(largeBlueprint(300));
    window.map->forceActiveFocus();
    const QPointF before = window.middle();
    const double width = window.canvas->visibleScene().width();
    window.key(Qt::Key_Right);
    EXPECT_NEAR(window.middle().x() - before.x(), width / 4, 1);
    window.key(Qt::Key_Down);
    EXPECT_GT(window.middle().y(), before.y());
    const double zoom = window.canvas->zoom();
    window.key(Qt::Key_Minus);
    EXPECT_LT(window.canvas->zoom(), zoom);
    window.key(Qt::Key_Escape);
    EXPECT_TRUE(window.canvas->hasActiveFocus());
}

TEST(MiniMap, isUsefulWhereSomethingIsOutOfSight)
{
    MapWindow window(largeBlueprint(300));
    EXPECT_TRUE(window.map->isUseful());
    window.canvas->fitAll();
    EXPECT_FALSE(window.map->isUseful());
    window.canvas->zoomTo100();
    EXPECT_TRUE(window.map->isUseful());
}

TEST(MiniMap, saysWhatIsInSight)
{
    MapWindow window(largeBlueprint(300));
    const qsizetype steps = window.blueprint().steps().size();
    const qsizetype lanes = window.blueprint().lanes().size();
    EXPECT_TRUE(window.map->description().startsWith(u"In sight: steps 1 to "_s))
        << qPrintable(window.map->description());
    window.canvas->fitAll();
    EXPECT_EQ(window.map->description(), u"In sight: steps 1 to %1 of %1, lanes 1 to %2 of %2"_s.arg(steps).arg(lanes));
}

TEST(MiniMap, paintsNothingWhileTheViewMoves)
{
    MapWindow window(largeBlueprint(300));
    const qint64 painted = window.map->picture().paintedPixels();
    for (int i = 0; i < 20; ++i) {
        window.canvas->panBy(30, 10);
        window.settle();
    }
    EXPECT_TRUE(window.map->isSettled());
    EXPECT_EQ(window.map->picture().paintedPixels(), painted);
}

TEST(MiniMap, paintsOnlyWhereSomethingChanged)
{
    MapWindow window(largeBlueprint(3000));
    const CanvasScene& scene = window.canvas->scene();
    const Card card = *window.blueprint().cards().begin();
    const QRectF content = scene.content();
    const qint64 whole = window.map->picture().paintedPixels();
    const QImage before = window.map->picture().image();
    // Done by somebody of another department.
    Card after = card;
    for (const Role& role : window.blueprint().roles()) {
        after.roles = {role.id};
        if (scene.stripeOf(after) != scene.stripeOf(card))
            break;
    }
    const Rgba stripe = scene.stripeOf(card);
    ASSERT_TRUE(window.document.apply(Patch{{ElementChange<Card>{card, after}}}, u"Role"_s));
    window.paint();
    ASSERT_EQ(scene.content(), content);
    ASSERT_NE(scene.stripeOf(after), stripe);
    EXPECT_NE(window.map->picture().image(), before);
    EXPECT_EQ(window.map->picture().image(), paintedAnew(scene, before.size()));
    EXPECT_LT(window.map->picture().paintedPixels() - whole, whole / 4);
}

TEST(MiniMap, followsAGridThatGrows)
{
    MapWindow window(largeBlueprint(300));
    ASSERT_TRUE(window.document.addPhase());
    window.paint();
    window.map->setSize({window.map->implicitWidth(), window.map->implicitHeight()});
    window.paint();
    EXPECT_EQ(window.map->picture().image(), paintedAnew(window.canvas->scene(), window.map->size().toSize()));
}

TEST(MiniMap, isInTheWayOfTheCardBelowIt)
{
    MapWindow window(largeBlueprint(300));
    EXPECT_FALSE(window.map->isCovering());
    const QString id = window.blueprint().cards().begin()->id.value;
    window.map->setPosition(window.rectOf("card", id).center() - QPointF(20, 20));
    EXPECT_FALSE(window.map->isCovering());
    window.document.setSelection({{ElementKind::Card, id}});
    EXPECT_TRUE(window.map->isCovering());
    window.document.setSelection({});
    EXPECT_FALSE(window.map->isCovering());
}

TEST(MiniMap, isInTheWayOfAnEndOfTheConnectionThatIsSelected)
{
    MapWindow window(largeBlueprint(300));
    const Connection& connection = *window.blueprint().connections().begin();
    const CardId* to = cardAt(connection.to);
    ASSERT_NE(to, nullptr);
    window.map->setPosition(window.rectOf("card", to->value).center() - QPointF(20, 20));
    EXPECT_FALSE(window.map->isCovering());
    window.document.setSelection({{ElementKind::Connection, connection.id.value}});
    EXPECT_TRUE(window.map->isCovering());
}

TEST(MiniMap, isInTheWayOfACardThatTheCurrentFindingRestsOn)
{
    MapWindow window(largeBlueprint(300));
    CheckRunner runner;
    runner.setDocument(&window.document);
    window.canvas->setCheckRunner(&runner);
    runner.runNow();
    ASSERT_FALSE(runner.result().findings.isEmpty());
    window.canvas->setCurrentFindingKey(runner.fingerprintOf(0));
    const QList<ElementRef>& evidence = window.canvas->evidence();
    const auto card = std::find_if(evidence.begin(), evidence.end(),
                                   [](const ElementRef& ref) { return ref.kind == ElementKind::Card; });
    ASSERT_NE(card, evidence.end());
    window.map->setPosition(window.rectOf("card", card->id).center() - QPointF(20, 20));
    EXPECT_TRUE(window.map->isCovering());
    window.canvas->setCurrentFindingKey({});
    EXPECT_FALSE(window.map->isCovering());
}

TEST(MiniMap, isInTheWayOfAStopOfAQuestion)
{
    MapWindow window(largeBlueprint(300));
    const QString id = window.blueprint().cards().begin()->id.value;
    window.map->setPosition(window.rectOf("card", id).center() - QPointF(20, 20));
    EXPECT_FALSE(window.map->isCovering());
    window.canvas->setWalk({{{{ElementKind::Card, id}, {}, WalkSign::Answered}}, {}, {}}, false);
    EXPECT_TRUE(window.map->isCovering());
    window.canvas->setWalk({}, false);
    EXPECT_FALSE(window.map->isCovering());
}

/// Four device pixels a logical one, so that shapes can be told apart.
class Signs : public ::testing::Test
{
protected:
    Signs()
    {
        scene.reset(smallBlueprint());
        const QRectF rect = scene.layout().cardRect(CardId(u"k1"_s));
        scale = {scene.content(), {880, 480}, 4};
        place = scale.toPixels(QRectF(rect.topRight(), QSizeF())).topLeft();
    }
    QImage with(const QList<Finding>& findings)
    {
        (void)scene.setFindings(findings);
        MapPicture picture;
        picture.setSize(scale.size, scale.unit);
        EXPECT_TRUE(picture.paint(scene, Long));
        return picture.image();
    }
    [[nodiscard]] QColor at(const QImage& image, QPointF logical) const
    {
        return image.pixelColor((place + logical * scale.unit).toPoint());
    }

    CanvasScene scene;
    MapScale scale;
    QPointF place;
};

TEST_F(Signs, tellsSeveritiesApartByColourAndByShape)
{
    const auto colour = [this](Severity severity) { return toColor(scene.theme().of(severity)); };
    const QImage error = with({findingAt(u"k1"_s, Severity::Error)});
    const QImage warning = with({findingAt(u"k1"_s, Severity::Warning)});
    const QImage hint = with({findingAt(u"k1"_s, Severity::Hint)});
    EXPECT_EQ(at(error, {0, 0}), colour(Severity::Error));
    EXPECT_EQ(at(warning, {0, 0}), colour(Severity::Warning));
    EXPECT_EQ(at(hint, {0, 0}), colour(Severity::Hint));
    // The corner of the triangle at its foot; the tip of the square at its foot.
    const QPointF corner(2, 2);
    const QPointF tip(0, 2.5);
    EXPECT_NE(at(error, corner), colour(Severity::Error));
    EXPECT_EQ(at(warning, corner), colour(Severity::Warning));
    EXPECT_EQ(at(error, tip), colour(Severity::Error));
    EXPECT_NE(at(hint, tip), colour(Severity::Hint));
}

TEST_F(Signs, showsTheWorstOfWhatLiesTogether)
{
    const QImage both = with({findingAt(u"k1"_s, Severity::Hint), findingAt(u"k1"_s, Severity::Error)});
    EXPECT_EQ(at(both, {0, 0}), toColor(scene.theme().of(Severity::Error)));
}

TEST_F(Signs, goWithTheirFindings)
{
    const QImage none = with({});
    const QImage some = with({findingAt(u"k1"_s, Severity::Error)});
    EXPECT_NE(some, none);
    EXPECT_EQ(with({}), none);
}

} // namespace

} // namespace throughline
