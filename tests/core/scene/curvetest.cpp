// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/curvebuilder.h"
#include "tests/support/fakemeasurer.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Two customers over five steps; nothing is known of step 3, and step 5 has no card of theirs.
class Curve : public ::testing::Test
{
protected:
    [[nodiscard]] std::optional<double> value(int column) const
    {
        return curveValue(blueprint, layout, LaneCurve::Emotion, column);
    }
    [[nodiscard]] QList<DrawOp> ops(const QRectF& area) const
    {
        QList<DrawOp> ops;
        const SceneOptions options;
        const CurveBuilder builder(blueprint, layout, lightTheme(), options, measurer);
        for (const DisplayItem& item : builder.items(area))
            ops += item.ops;
        return ops;
    }
    [[nodiscard]] static QStringList textsOf(const QList<DrawOp>& ops)
    {
        QStringList texts;
        for (const DrawOp& op : ops) {
            if (const auto* text = std::get_if<TextOp>(&op))
                texts += text->text;
        }
        return texts;
    }
    /// The stretches between points.
    [[nodiscard]] static int stretchesOf(const QList<DrawOp>& ops)
    {
        int count = 0;
        for (const DrawOp& op : ops) {
            const auto* path = std::get_if<PathOp>(&op);
            count += path && path->segments.size() == 2 && path->segments[1].kind == PathOp::Segment::Kind::Curve;
        }
        return count;
    }

    FakeMeasurer measurer;
    Blueprint blueprint = blueprintOf(R"(
        lane feel stage=customer curve=emotion position=0 "Feeling"
        lane g stage=customer position=1 "Guest"
        lane h stage=customer position=2 "Friend"
        lane w stage=frontstage "Waiter"
        card g1 lane=g step=1 emotion=2 "a"
        card h1 lane=h step=1 emotion=-1 "b"
        card n1 lane=g step=1 kind=note emotion=-2 "n"
        card g2 lane=g step=2 emotion=0 "c"
        card w2 lane=w step=2 emotion=-2 "d"
        card g3 lane=g step=3 "e"
        card g4 lane=g step=4 emotion=-2 "f"
        card w5 lane=w step=5 "g"
    )");
    Layout layout = layoutBlueprint(blueprint, {}, measurer);
};

} // namespace

TEST_F(Curve, isTheMeanOfTheCustomersAlone)
{
    EXPECT_EQ(value(0), 0.5);
    EXPECT_EQ(value(1), 0.0);
    EXPECT_EQ(value(3), -2.0);
}

TEST_F(Curve, tellsNothingKnownFromNeitherGoodNorBad)
{
    EXPECT_EQ(value(2), std::nullopt);
    EXPECT_EQ(value(4), std::nullopt);
    const QList<DrawOp> all = ops(layout.bounds());
    EXPECT_EQ(stretchesOf(all), 1); // from step 1 to 2; the gap is not bridged
    EXPECT_EQ(textsOf(all), (QStringList{u"content (0.5)"_s, u"neither good nor bad"_s, u"upset"_s}));
}

TEST_F(Curve, isDrawnInPiecesAsInOne)
{
    const QRectF all = layout.bounds();
    const LayoutColumn& second = layout.columns()[1];
    const QRectF left(QPointF(all.left(), all.top()), QPointF(second.left + 20, all.bottom()));
    const QRectF right(QPointF(second.left + 20, all.top()), QPointF(all.right(), all.bottom()));
    const QList<DrawOp> whole = ops(all);
    const QList<DrawOp> pieces = ops(left) + ops(right);
    for (const DrawOp& op : whole)
        EXPECT_TRUE(pieces.contains(op));
}

TEST_F(Curve, staysWithinItsLane)
{
    const LayoutRow& row = layout.rows()[0];
    for (const int each : {-2, -1, 0, 1, 2}) {
        EXPECT_GT(curveY(LaneCurve::Emotion, row, each), row.contentTop);
        EXPECT_LT(curveY(LaneCurve::Emotion, row, each), row.contentBottom);
        EXPECT_EQ(curveValueAt(LaneCurve::Emotion, row, curveY(LaneCurve::Emotion, row, each) + 3), each);
    }
    EXPECT_EQ(curveValueAt(LaneCurve::Emotion, row, row.top - 100), 2);
    EXPECT_EQ(curveValueAt(LaneCurve::Emotion, row, row.bottom + 100), -2);
}

TEST_F(Curve, hasALaneOfOneHeightWhateverItDraws)
{
    const LayoutRow& row = layout.rows()[0];
    EXPECT_EQ(row.contentBottom - row.contentTop, 112);
}

TEST_F(Curve, saysWhatItsEndsMean)
{
    EXPECT_EQ(curveWords(LaneCurve::Effort, 2.5), u"high (2.5)");
    EXPECT_EQ(curveWords(LaneCurve::Worry, 0), u"none");
    const SceneOptions options;
    const SceneBuilder builder(blueprint, layout, lightTheme(), options, measurer);
    QStringList words;
    for (const DisplayItem& item : builder.laneHeaderItems(layout.bounds()))
        words += textsOf(item.ops);
    EXPECT_TRUE(words.contains(u"good"_s));
    EXPECT_TRUE(words.contains(u"bad"_s));
}
