// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasscene.h"
#include "app/canvas/gapnear.h"
#include "app/document/folding.h"
#include "app/models/viewsmodel.h"
#include "core/edit/gridoperations.h"
#include "core/model/queries.h"
#include "tests/app/canvaswindow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::smallBlueprint;

namespace {

void hide(const CanvasWindow& window, const QString& lane)
{
    ViewFilter filter;
    filter.hiddenLanes = {LaneId(lane)};
    window.canvas->setFilter(QVariant::fromValue(filter));
}

bool isShown(const CanvasWindow& window, const char* kind, const QString& id)
{
    return !window.rectOf(kind, id).isNull();
}

QVariantList refs(const ElementRef& ref)
{
    return toVariant(QList<ElementRef>{ref});
}

TEST(CanvasFilter, leavesOutHiddenLanesAndShowsThemAgain)
{
    CanvasWindow window(smallBlueprint());
    hide(window, u"W"_s);
    EXPECT_FALSE(isShown(window, "lane", u"W"_s));
    EXPECT_FALSE(isShown(window, "card", u"w1"_s));
    EXPECT_FALSE(isShown(window, "connection", u"e1"_s));
    EXPECT_TRUE(isShown(window, "card", u"k1"_s));
    EXPECT_EQ(window.canvas->leftOutLanes(), 1);
    EXPECT_EQ(window.canvas->leftOutCards(), 1);
    window.canvas->setFilter({});
    EXPECT_TRUE(isShown(window, "card", u"w1"_s));
    EXPECT_FALSE(window.document.isModified()) << "looking changes nothing";
}

TEST(CanvasFilter, fadesWhatDoesNotMatch)
{
    CanvasWindow window(smallBlueprint());
    const QImage before = window.settle();
    ViewFilter filter;
    filter.phases = {window.blueprint().find(window.card(u"k1"_s)->firstStep)->phase};
    window.canvas->setFilter(QVariant::fromValue(filter));
    const QImage after = window.settle();
    const auto area = [&](const QString& id) { return window.rectOf("card", id).toRect().adjusted(2, 2, -2, -2); };
    EXPECT_EQ(after.copy(area(u"k1"_s)), before.copy(area(u"k1"_s)));
    EXPECT_NE(after.copy(area(u"g1"_s)), before.copy(area(u"g1"_s)));
}

/// A view of the restaurant from which everything but its last phase is left out.
struct LastPhase
{
    LastPhase()
    {
        window.canvas->setZoom(1);
        window.canvas->setViewX(600);
        window.canvas->setViewY(100);
        before = window.canvas->visibleScene();
        ViewFilter filter;
        filter.phases = {orderedSteps(window.blueprint()).last().phase};
        window.canvas->setFilter(QVariant::fromValue(filter));
        filter.hidesRest = true;
        window.canvas->setFilter(QVariant::fromValue(filter));
    }

    CanvasWindow window{testing::templateNamed(u"restaurant.blueprint"_s)};
    QRectF before;
};

TEST(CanvasFilter, comesBackToWhereTheViewWas)
{
    LastPhase only;
    EXPECT_NE(only.window.canvas->visibleScene(), only.before);
    only.window.canvas->setFilter({});
    EXPECT_EQ(only.window.canvas->visibleScene(), only.before);
}

TEST(CanvasFilter, comesBackToWhereTheViewWasThoughTheWindowGrewMeanwhile)
{
    LastPhase only;
    only.window.canvas->setSize({1000, 900});
    only.window.canvas->setFilter({});
    EXPECT_EQ(only.window.canvas->visibleScene().topLeft(), only.before.topLeft());
}

TEST(CanvasFilter, keepsInSightWhatWasInTheMiddleWhenTheViewWasMoved)
{
    LastPhase only;
    CanvasWindow& window = only.window;
    window.canvas->panBy(60, 40);
    const QPointF middle((window.canvas->headerWidth() + window.canvas->width()) / 2,
                         (window.canvas->headerHeight() + window.canvas->height()) / 2);
    CardId nearest;
    const auto distance = [&](const CardId& id) {
        return QLineF(window.rectOf("card", id.value).center(), middle).length();
    };
    for (const Card& card : window.blueprint().cards()) {
        if (isShown(window, "card", card.id.value) && (nearest.isEmpty() || distance(card.id) < distance(nearest)))
            nearest = card.id;
    }
    const QRectF before = window.rectOf("card", nearest.value);
    window.canvas->setFilter({});
    EXPECT_EQ(window.rectOf("card", nearest.value).topLeft(), before.topLeft());
}

TEST(CanvasFilter, deselectsWhatIsNoLongerShown)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({refTo(CardId(u"w1"_s)), refTo(CardId(u"k1"_s))});
    hide(window, u"W"_s);
    EXPECT_EQ(window.selection(), QList<ElementRef>{refTo(CardId(u"k1"_s))});
    window.canvas->perform(u"select-all"_s);
    EXPECT_FALSE(window.selection().contains(refTo(CardId(u"w1"_s)))) << "what is not seen is not deleted with it";
}

TEST(CanvasFilter, movesCardsByTheRowsShown)
{
    CanvasWindow window(smallBlueprint());
    hide(window, u"W"_s);
    window.drag(window.at("card", u"g1"_s), window.cell(u"K"_s, u"s1"_s));
    EXPECT_EQ(window.card(u"g1"_s)->lane, LaneId(u"K"_s));
    window.document.setSelection({refTo(CardId(u"g1"_s)), refTo(CardId(u"k1"_s))});
    window.canvas->perform(u"move-right"_s);
    EXPECT_EQ(window.card(u"g1"_s)->firstStep, StepId(u"s2"_s));
    EXPECT_EQ(window.blueprint().connections().size(), 1) << "the connection to the hidden lane is still there";
    window.document.setSelection({refTo(CardId(u"g2"_s))});
    window.canvas->perform(u"move-down"_s);
    EXPECT_EQ(window.card(u"g2"_s)->lane, LaneId(u"K"_s)) << "past the lane that is not shown";
}

TEST(CanvasFilter, drawsNewCardsIntoTheDocument)
{
    CanvasWindow window(smallBlueprint());
    hide(window, u"W"_s);
    window.document.setSelection({refTo(CardId(u"g2"_s))});
    ASSERT_TRUE(window.canvas->perform(u"answering-card"_s));
    ASSERT_EQ(window.selection().size(), 1);
    const Card* made = window.card(window.selection().first().id);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->lane, LaneId(u"K"_s)) << "the lane below it, as seen";
    EXPECT_TRUE(window.card(u"w1"_s));
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(CanvasFilter, showsWhatSomebodyGoesTo)
{
    CanvasWindow window(smallBlueprint());
    hide(window, u"W"_s);
    window.canvas->flyTo(refs(refTo(CardId(u"w1"_s))));
    EXPECT_TRUE(isShown(window, "card", u"w1"_s));
    ViewFilter filter;
    filter.phases = {window.blueprint().find(window.card(u"k1"_s)->firstStep)->phase};
    filter.hidesRest = true;
    window.canvas->setFilter(QVariant::fromValue(filter));
    EXPECT_FALSE(isShown(window, "card", u"g1"_s));
    window.canvas->reveal(u"card"_s, u"g1"_s);
    EXPECT_TRUE(isShown(window, "card", u"g1"_s));
}

TEST(CanvasFilter, foldsAndUnfoldsAPhaseAsStepsOfTheHistory)
{
    CanvasWindow window(smallBlueprint());
    ViewsModel views;
    views.setDocument(&window.document);
    const StepId step = window.card(u"g1"_s)->firstStep;
    window.document.setSelection({refTo(window.blueprint().find(step)->phase)});
    EXPECT_EQ(views.foldText(), u"Fold phase"_s);
    ASSERT_TRUE(views.toggleFold());
    EXPECT_FALSE(isShown(window, "card", u"g1"_s));
    EXPECT_TRUE(isShown(window, "card", u"k1"_s));
    EXPECT_EQ(views.foldText(), u"Unfold phase"_s);
    window.document.undo();
    EXPECT_TRUE(isShown(window, "card", u"g1"_s));
}

TEST(Views, areSavedRenamedAndDeletedAsStepsOfTheHistory)
{
    DocumentController document;
    document.setBlueprint(smallBlueprint());
    ViewsModel views;
    views.setDocument(&document);
    EXPECT_FALSE(views.isActive());
    views.choose(u"lane"_s, {u"W"_s});
    EXPECT_TRUE(views.isActive());
    EXPECT_EQ(views.summary(), u"1 lane hidden"_s);
    ASSERT_TRUE(views.save(u" Without waiters "_s));
    EXPECT_EQ(views.names(), QStringList{u"Without waiters"_s});
    EXPECT_EQ(views.current(), u"Without waiters"_s);
    EXPECT_FALSE(views.differs());
    views.setHidesRest(true);
    EXPECT_TRUE(views.differs());
    ASSERT_TRUE(views.save(views.current()));
    EXPECT_EQ(views.names().size(), 1);
    EXPECT_FALSE(views.differs());
    ASSERT_TRUE(views.rename(u"Without waiters"_s, u"Kitchen"_s));
    EXPECT_EQ(views.current(), u"Kitchen"_s);
    views.showEverything();
    EXPECT_FALSE(views.isActive());
    ASSERT_TRUE(views.show(u"Kitchen"_s));
    EXPECT_EQ(views.hiddenLanes(), QStringList{u"W"_s});
    ASSERT_TRUE(views.save(u"Other"_s));
    EXPECT_FALSE(views.rename(u"Other"_s, u"Kitchen"_s)) << "names are unique";
    EXPECT_FALSE(document.message().isEmpty());
    ASSERT_TRUE(views.remove(u"Kitchen"_s));
    EXPECT_EQ(views.names(), QStringList{u"Other"_s});
    document.undo();
    EXPECT_EQ(views.names().size(), 2);
}

TEST(Views, hideTheLanesOfASelectionButNeverTheLast)
{
    DocumentController document;
    document.setBlueprint(smallBlueprint());
    ViewsModel views;
    views.setDocument(&document);
    document.setSelection({refTo(CardId(u"w1"_s))});
    views.hideLanes();
    EXPECT_EQ(views.hiddenLanes(), QStringList{u"W"_s});
    document.setSelection({refTo(LaneId(u"K"_s))});
    views.hideLanes();
    document.setSelection({refTo(document.blueprint().find(CardId(u"g1"_s))->lane)});
    views.hideLanes();
    EXPECT_EQ(views.hiddenLanes().size(), 2);
    EXPECT_FALSE(document.message().isEmpty());
    ASSERT_TRUE(document.remove(u"lane"_s, u"K"_s));
    EXPECT_EQ(views.hiddenLanes(), QStringList{u"W"_s}) << "a lane that is gone is not hidden";
}

TEST(CanvasFilter, showsANewCardInAFoldedPhase)
{
    CanvasWindow window(smallBlueprint());
    ASSERT_TRUE(toggleFold(window.document, refTo(PhaseId(u"p2"_s))));
    window.document.select(u"card"_s, u"g2"_s);
    window.key(Qt::Key_Return);
    ASSERT_TRUE(window.canvas->isEditing());
    window.canvas->commitEdit(u"Order"_s);
    const ElementRef made = window.selection().value(0);
    EXPECT_EQ(window.card(made.id)->firstStep, StepId(u"s3"_s));
    EXPECT_TRUE(isShown(window, "card", made.id));
}

TEST(CanvasFilter, showsACardDroppedBesideAFoldedPhase)
{
    CanvasWindow window(smallBlueprint());
    ASSERT_TRUE(toggleFold(window.document, refTo(PhaseId(u"p2"_s))));
    window.settle();
    const int last = int(window.canvas->scene().layout().columns().size()) - 1;
    const QRectF cellOfLast = window.canvas->rectOfCell(0, last);
    window.drag(window.at("card", u"g2"_s), QPointF(cellOfLast.right() + 90, cellOfLast.center().y()).toPoint());
    EXPECT_EQ(window.blueprint().steps().size(), 5);
    EXPECT_TRUE(isShown(window, "card", u"g2"_s));
    EXPECT_EQ(window.selection(), QList<ElementRef>{refTo(CardId(u"g2"_s))});
}

TEST(CanvasFilter, showsAStepDroppedBesideAFoldedPhase)
{
    CanvasWindow window(smallBlueprint());
    ASSERT_TRUE(toggleFold(window.document, refTo(PhaseId(u"p2"_s))));
    const int y = int(window.canvas->headerHeight()) - 12;
    const QPoint from(window.at("step", u"s1"_s).x(), y);
    window.drag(from, QPoint(int(window.rectOf("phase", u"p2"_s).center().x()), y));
    EXPECT_EQ(window.blueprint().find(StepId(u"s1"_s))->phase, PhaseId(u"p2"_s));
    EXPECT_EQ(phaseBlocks(window.blueprint()).size(), 2);
    EXPECT_TRUE(isShown(window, "step", u"s1"_s));
}

TEST(CanvasFilter, dividesNoPhaseByAStepThatIsDroppedWherePhasesAreLeftOut)
{
    for (const int side : {-6, 6}) {
        CanvasWindow window(testing::templateNamed(u"restaurant.blueprint"_s));
        const QList<PhaseBlock> before = phaseBlocks(window.blueprint());
        const PhaseBlock& first = before[1];
        ViewFilter filter;
        filter.phases = {first.phase, before.last().phase};
        filter.hidesRest = true;
        window.canvas->setFilter(QVariant::fromValue(filter));
        window.canvas->fitAll();
        const Gap border = gapBefore(window.canvas->scene().layout(), Gap::Between::Columns, int(first.steps.size()));
        const double x =
            window.canvas->headerWidth() + (border.positionPt - window.canvas->viewX()) * window.canvas->zoom();
        const int y = int(window.canvas->headerHeight()) - 12;
        const StepId moved = first.steps.first();
        window.drag(QPoint(window.at("step", moved.value).x(), y), QPoint(int(x) + side, y));
        EXPECT_EQ(window.blueprint().find(moved)->phase, side < 0 ? first.phase : before.last().phase);
        EXPECT_EQ(phaseBlocks(window.blueprint()).size(), before.size());
    }
}

TEST(CanvasFilter, showsTheHiddenLaneThatIsPastedInto)
{
    CanvasWindow window(smallBlueprint());
    hide(window, u"W"_s);
    auto* clip = new QMimeData;
    clip->setText(u"one\tx\ntwo\ty"_s);
    QGuiApplication::clipboard()->setMimeData(clip);
    window.click(window.cell(u"G"_s, u"s3"_s));
    ASSERT_TRUE(window.canvas->perform(u"paste"_s));
    ASSERT_EQ(window.selection().size(), 4);
    for (const ElementRef& ref : window.selection())
        EXPECT_TRUE(isShown(window, "card", ref.id));
}

} // namespace

} // namespace throughline
