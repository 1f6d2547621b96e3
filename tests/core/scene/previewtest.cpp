// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/preview.h"

#include "core/edit/draft.h"
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "core/scene/scenebuilder.h"
#include "tests/support/fakemeasurer.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"
#include "tests/support/refs.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace throughline;
using namespace throughline::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

Blueprint drawing()
{
    return blueprintOf(R"(
        dept floor "Floor"
        role r dept=floor "Waiter"
        lane g stage=customer "Guest"
        lane w stage=frontstage role=r "Waiter"
        lane k stage=backstage "Kitchen"
        card g1 lane=g step=1 "Order"
        card w1 lane=w step=1 "Take the order"
        card k1 lane=k step=2 "Cook"
        g1 -> w1
        w1 -> k1
    )");
}

Preview previewed(const Blueprint& blueprint, const Result<Patch>& patch)
{
    EXPECT_TRUE(patch);
    const Result<Preview> preview = previewOf(blueprint, *patch);
    EXPECT_TRUE(preview);
    EXPECT_TRUE(validate(preview->blueprint));
    return *preview;
}

Connection arrow(const QString& id, const QString& from, const QString& to)
{
    Connection connection;
    connection.id = ConnectionId(id);
    connection.from = CardId(from);
    connection.to = CardId(to);
    return connection;
}

/// What of an item is written in a colour, and how its edge is drawn.
struct Look
{
    int words = 0;
    int strokes = 0;
    Stroke edge;
};

Look lookOf(const DisplayItem& item)
{
    Look look;
    for (const DrawOp& op : item.ops) {
        if (std::holds_alternative<TextOp>(op))
            ++look.words;
        else if (const auto* rect = std::get_if<RectOp>(&op); rect && rect->stroke.widthPt > 0)
            look.edge = rect->stroke;
        else if (const auto* path = std::get_if<PathOp>(&op); path && path->stroke.widthPt > 0)
            ++look.strokes;
    }
    return look;
}

} // namespace

TEST(Preview, marksWhatIsAddedAndChanged)
{
    const Blueprint before = drawing();
    Draft draft(before);
    Card busy = *before.find(CardId(u"k1"_s));
    busy.minutes = *Minutes::from(10.0);
    draft.put(busy);
    draft.put(arrow(u"back"_s, u"k1"_s, u"w1"_s));
    const Preview preview = previewed(before, draft.patch());
    EXPECT_EQ(preview.marks, (QHash<ElementRef, PreviewMark>{{cardRef(u"k1"_s), PreviewMark::Changed},
                                                             {connectionRef(u"back"_s), PreviewMark::Added}}));
    EXPECT_EQ(preview.order, (QList<ElementRef>{cardRef(u"k1"_s), connectionRef(u"back"_s)}));
    Blueprint after = before;
    ASSERT_TRUE(apply(after, draft.patch()));
    EXPECT_EQ(preview.blueprint, after);
}

TEST(Preview, keepsWhatIsRemoved)
{
    const Blueprint before = drawing();
    const Preview preview = previewed(before, removeElements(before, {cardRef(u"w1"_s)}));
    EXPECT_EQ(preview.blueprint, before);
    EXPECT_EQ(preview.marks.value(cardRef(u"w1"_s)), PreviewMark::Removed);
    EXPECT_EQ(preview.marks.size(), 3) << "its connections go with it";
}

TEST(Preview, showsACardThatMovesAtBothPlaces)
{
    const Blueprint before = drawing();
    const Preview preview = previewed(before, moveCard(before, CardId(u"w1"_s), {LaneId(u"k"_s), StepId(u"s1"_s), -1}));
    EXPECT_EQ(preview.marks.value(cardRef(u"w1"_s)), PreviewMark::Changed);
    ASSERT_EQ(preview.marks.size(), 2);
    const ElementRef left = preview.order.first() == cardRef(u"w1"_s) ? preview.order.last() : preview.order.first();
    EXPECT_EQ(preview.marks.value(left), PreviewMark::Removed);
    const Card* standIn = preview.blueprint.find(CardId(left.id));
    ASSERT_TRUE(standIn);
    EXPECT_EQ(standIn->lane, LaneId(u"w"_s));
    EXPECT_EQ(standIn->title, u"Take the order");
}

TEST(Preview, showsAConnectionThatIsLedElsewhereAtBothPlaces)
{
    const Blueprint before = drawing();
    const ConnectionId id = before.connections().begin()->id;
    const Preview preview = previewed(before, reconnect(before, id, ConnectionEnd::To, End(CardId(u"k1"_s))));
    EXPECT_EQ(preview.marks.value({ElementKind::Connection, id.value}), PreviewMark::Changed);
    EXPECT_EQ(preview.blueprint.connections().size(), before.connections().size() + 1);
    EXPECT_EQ(std::ranges::count(preview.marks, PreviewMark::Removed), 1);
}

TEST(Preview, doesNotMarkWhatOnlyMadeRoom)
{
    const Blueprint before = drawing();
    Step step;
    step.id = StepId(u"new"_s);
    const Preview preview = previewed(before, insertStep(before, step, 0));
    EXPECT_EQ(preview.marks, (QHash<ElementRef, PreviewMark>{{{ElementKind::Step, u"new"_s}, PreviewMark::Added}}));
}

TEST(Preview, tellsAChangedRoleByItsLanes)
{
    const Blueprint before = drawing();
    Draft draft(before);
    Role role = *before.find(RoleId(u"r"_s));
    role.onlyThese = true;
    draft.put(role);
    const QHash<ElementRef, PreviewMark> lane{{{ElementKind::Lane, u"w"_s}, PreviewMark::Changed}};
    EXPECT_EQ(previewed(before, draft.patch()).marks, lane);

    Draft other(before);
    Department department = *before.find(DepartmentId(u"floor"_s));
    department.mandate = Power::Service;
    other.put(department);
    EXPECT_EQ(previewed(before, other.patch()).marks, lane);
}

TEST(Preview, showsTheResultAloneWhereOldAndNewExcludeEachOther)
{
    const Blueprint before = drawing();
    Draft draft(before);
    draft.remove(CardId(u"k1"_s));
    draft.remove(std::next(before.connections().begin())->id);
    Step gone = *before.find(StepId(u"s2"_s));
    draft.remove(gone.id);
    gone.id = StepId(u"instead"_s);
    draft.put(gone);
    const Preview preview = previewed(before, draft.patch());
    EXPECT_FALSE(preview.blueprint.find(CardId(u"k1"_s)));
    EXPECT_EQ(preview.marks, (QHash<ElementRef, PreviewMark>{{{ElementKind::Step, u"instead"_s}, PreviewMark::Added}}));
}

TEST(Preview, canBeLaidOutWhateverThePatch)
{
    std::mt19937 random(20);
    const FakeMeasurer measurer;
    const IdSource ids = countingIds(5000);
    int shown = 0;
    for (int i = 0; i < 300; ++i) {
        const Blueprint before = randomBlueprint(random);
        Blueprint after = before;
        Patch patch;
        for (int edit = 0; edit < 4; ++edit) {
            const Patch next = randomEdit(after, random, ids);
            ASSERT_TRUE(apply(after, next));
            patch = compose(patch, next);
        }
        const Result<Preview> preview = previewOf(before, patch);
        ASSERT_TRUE(preview);
        ASSERT_TRUE(validate(preview->blueprint));
        ASSERT_EQ(preview->order.size(), preview->marks.size());
        shown += int(preview->marks.size());
        for (const Card& card : after.cards())
            ASSERT_TRUE(preview->blueprint.find(card.id)) << "what is there afterwards is shown";
        const Layout layout = layoutBlueprint(preview->blueprint, {}, measurer);
        SceneOptions options;
        options.preview = preview->marks;
        ASSERT_FALSE(buildDisplayList(preview->blueprint, layout, darkTheme(), options, measurer).items.isEmpty());
    }
    EXPECT_GT(shown, 300);
}

TEST(Preview, refusesAPatchOfAnotherBlueprint)
{
    const Blueprint before = drawing();
    EXPECT_FALSE(previewOf(Blueprint(), *removeElements(before, {cardRef(u"w1"_s)})));
}

TEST(PreviewScene, isLegibleWithoutColour)
{
    const Blueprint blueprint = drawing();
    const FakeMeasurer measurer;
    const Layout layout = layoutBlueprint(blueprint, {}, measurer);
    SceneOptions options;
    options.preview = {{cardRef(u"g1"_s), PreviewMark::Added},
                       {cardRef(u"w1"_s), PreviewMark::Changed},
                       {cardRef(u"k1"_s), PreviewMark::Removed}};
    for (const Theme* theme : {&lightTheme(), &darkTheme(), &printTheme(), &projectorTheme()}) {
        const SceneBuilder builder(blueprint, layout, *theme, options, measurer);
        const Look added = lookOf(builder.cardItem(CardId(u"g1"_s)));
        const Look changed = lookOf(builder.cardItem(CardId(u"w1"_s)));
        const Look removed = lookOf(builder.cardItem(CardId(u"k1"_s)));
        EXPECT_EQ(added.edge.dash, Stroke::Dash::Dashed);
        EXPECT_EQ(changed.edge.dash, Stroke::Dash::Solid);
        EXPECT_GT(changed.edge.widthPt, 2);
        EXPECT_EQ(removed.edge.dash, Stroke::Dash::Dashed);
        EXPECT_EQ(added.strokes, 0);
        EXPECT_EQ(removed.strokes, removed.words) << "a line through every line of words";

        // Plus: a ring and two strokes; dot: a ring and a filled circle; minus: a ring and one stroke.
        EXPECT_EQ(lookOf(builder.previewSignItem(cardRef(u"g1"_s))).strokes, 3);
        EXPECT_EQ(lookOf(builder.previewSignItem(cardRef(u"w1"_s))).strokes, 1);
        EXPECT_EQ(lookOf(builder.previewSignItem(cardRef(u"k1"_s))).strokes, 2);
        for (const Rgba surface : {theme->card, theme->bands[0], theme->bands[1], theme->bands[2], theme->bands[3]})
            EXPECT_GE(contrast(theme->muted, mix(theme->card, surface, 0.55)), 4.5);
    }
}

TEST(PreviewScene, keepsAllItDrawsWithinItsBounds)
{
    const Blueprint blueprint = drawing();
    const FakeMeasurer measurer;
    const Layout layout = layoutBlueprint(blueprint, {}, measurer);
    SceneOptions options;
    options.preview = {{cardRef(u"g1"_s), PreviewMark::Removed},
                       {{ElementKind::Lane, u"w"_s}, PreviewMark::Added},
                       {{ElementKind::Step, u"s1"_s}, PreviewMark::Changed},
                       {connectionRef(blueprint.connections().begin()->id.value), PreviewMark::Added}};
    int signs = 0;
    for (const DisplayItem& item : buildDisplayList(blueprint, layout, lightTheme(), options, measurer).items) {
        signs += item.layer == Layer::Badge ? 1 : 0;
        for (const DrawOp& op : item.ops) {
            const auto* rect = std::get_if<RectOp>(&op);
            EXPECT_TRUE(!rect || item.bounds.adjusted(-1, -1, 1, 1).contains(rect->rect));
        }
    }
    EXPECT_EQ(signs, 4);
}
