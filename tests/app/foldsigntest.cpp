// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/headerpainter.h"
#include "tests/app/canvaswindow.h"

#include <QAccessible>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::smallBlueprint;

namespace {

HeaderPainter headersOf(const CanvasWindow& window)
{
    static const HeaderMarks none;
    const CanvasItem& canvas = *window.canvas;
    return {canvas.scene(),
            {{canvas.viewX(), canvas.viewY()}, canvas.zoom()},
            {canvas.width() - canvas.headerWidth(), canvas.height() - canvas.headerHeight()},
            1,
            none};
}

/// Where the sign that folds is in the window.
QPoint signOf(const CanvasWindow& window, const PhaseId& id)
{
    for (const LayoutPhase& phase : window.canvas->scene().layout().phases()) {
        const std::optional<QPointF> at = headersOf(window).foldSignAt(phase);
        if (phase.phase == id && at)
            return (*at + QPointF(window.canvas->headerWidth(), 0)).toPoint();
    }
    ADD_FAILURE() << "no sign";
    return {};
}

QPoint signOf(const CanvasWindow& window, const LaneId& id)
{
    const Layout& layout = window.canvas->scene().layout();
    const std::optional<QPointF> at = headersOf(window).foldSignAt(layout.rows()[layout.rowOf(id)]);
    EXPECT_TRUE(at);
    return at ? (*at + QPointF(0, window.canvas->headerHeight())).toPoint() : QPoint();
}

const PhaseId Order(u"p2"_s);
const LaneId Kitchen(u"K"_s);

TEST(FoldSign, foldsAPhaseAndOpensItAgain)
{
    CanvasWindow window(smallBlueprint());
    window.click(signOf(window, Order));
    EXPECT_TRUE(window.blueprint().find(Order)->folded);
    EXPECT_TRUE(window.rectOf("card", u"k1"_s).isNull());
    EXPECT_TRUE(window.selection().isEmpty());
    window.settle();
    window.click(signOf(window, Order));
    EXPECT_FALSE(window.blueprint().find(Order)->folded);
    EXPECT_FALSE(window.rectOf("card", u"k1"_s).isNull());
    window.document.undo();
    EXPECT_TRUE(window.blueprint().find(Order)->folded);
    window.document.undo();
    EXPECT_FALSE(window.document.canUndo());
}

TEST(FoldSign, foldsALane)
{
    CanvasWindow window(smallBlueprint());
    const double height = window.rectOf("lane", u"K"_s).height();
    window.click(signOf(window, Kitchen));
    EXPECT_TRUE(window.blueprint().find(Kitchen)->folded);
    EXPECT_LT(window.rectOf("lane", u"K"_s).height(), height);
}

TEST(FoldSign, saysInATipWhatItDoesAndWhatIsInside)
{
    CanvasWindow window(smallBlueprint());
    EXPECT_EQ(window.canvas->tip(), QString());
    window.moveTo(signOf(window, Order));
    EXPECT_EQ(window.canvas->tip(), u"Fold phase"_s);
    window.click(signOf(window, Order));
    window.settle();
    window.moveTo(signOf(window, Order));
    EXPECT_EQ(window.canvas->tip(), u"Unfold phase: 2 steps, 1 card"_s);
    window.moveTo({500, 300});
    EXPECT_EQ(window.canvas->tip(), QString());
}

TEST(FoldSign, countsWhatIsAddedAndRemoved)
{
    CanvasWindow window(smallBlueprint());
    window.click(signOf(window, Kitchen));
    const ElementRef lane{ElementKind::Lane, u"K"_s};
    EXPECT_EQ(window.canvas->scene().options().folds.value(lane).cards, 1);
    window.document.setSelection({{ElementKind::Card, u"k1"_s}});
    window.document.deleteSelection();
    EXPECT_EQ(window.canvas->scene().options().folds.value(lane).cards, 0);
    window.document.undo();
    EXPECT_EQ(window.canvas->scene().options().folds.value(lane).cards, 1);
}

TEST(FoldSign, doesNothingWhilePresenting)
{
    CanvasWindow window(smallBlueprint());
    window.canvas->setPresenting(true);
    window.click(signOf(window, Order));
    EXPECT_FALSE(window.blueprint().find(Order)->folded);
    EXPECT_EQ(window.canvas->tip(), QString());
}

TEST(FoldSign, isDrawnWhereSomethingIsFolded)
{
    CanvasWindow window(smallBlueprint());
    const QPoint at = signOf(window, Kitchen);
    window.moveTo({500, 300});
    const QImage open = window.settle();
    window.click(at);
    window.moveTo({500, 300});
    window.settle();
    const QPoint now = signOf(window, Kitchen);
    const QImage folded = window.settle();
    const QRect around(now - QPoint(6, 6), QSize(12, 12));
    const auto hasInk = [](const QImage& image, const QRect& rect) {
        const QRgb ground = image.pixel(rect.topLeft());
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            for (int x = rect.left(); x <= rect.right(); ++x) {
                if (image.pixel(x, y) != ground)
                    return true;
            }
        }
        return false;
    };
    EXPECT_FALSE(hasInk(open, QRect(at - QPoint(6, 6), QSize(12, 12))));
    EXPECT_TRUE(hasInk(folded, around));
}

TEST(FoldSign, isSaidWithTheCountByAScreenReader)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({{ElementKind::Lane, u"K"_s}});
    EXPECT_FALSE(window.canvas->description().contains(u"folded"_s));
    window.click(signOf(window, Kitchen));
    EXPECT_EQ(window.canvas->description(), u"Lane Kitchen, folded, 1 card"_s);
    // The tree of the drawing says the same.
    QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(window.canvas);
    ASSERT_TRUE(tree);
    QStringList names;
    for (int i = 0; i < tree->childCount(); ++i)
        names += tree->child(i)->text(QAccessible::Name);
    EXPECT_TRUE(names.contains(u"Lane Kitchen, folded, 1 card"_s)) << names.join(u'\n').toStdString();
}

TEST(FoldSign, leavesNothingSelectedThatIsNotSeen)
{
    CanvasWindow window(smallBlueprint());
    window.document.select(u"card"_s, u"k1"_s);
    window.click(signOf(window, Order));
    EXPECT_EQ(window.selection(), QList<ElementRef>{refTo(Order)});
    window.settle();
    window.click(signOf(window, Order));
    window.document.select(u"card"_s, u"g1"_s);
    window.settle();
    window.click(signOf(window, Order));
    EXPECT_EQ(window.selection(), QList<ElementRef>{refTo(CardId(u"g1"_s))}) << "what is in sight stays selected";
}

} // namespace

} // namespace throughline
