// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/view/shownpart.h"

#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "core/view/viewmatch.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

Blueprint inn()
{
    return blueprintOf(R"(
        dept house "House"
        dept kitchen parent=house "Kitchen"
        dept bar "Bar"
        role cook dept=kitchen "Cook"
        role tender dept=bar "Bartender"
        phase one "Order"
        phase two "Eat"
        lane g stage=customer "Guest"
        lane b stage=frontstage role=tender "Counter"
        lane k stage=backstage role=cook "Range"
        card ask lane=g step=1 phase=one "Order"
        card eat lane=g step=3 phase=two "Eat"
        card note lane=b step=1 "Write it down"
        card pour lane=b step=2 to=3 phase=one "Pour"
        card fry lane=k step=2 "Fry"
        card plan lane=k "Plan the week"
        ask ?> note drink
        note -> fry
        fry -> eat
        b -> k
    )");
}

QStringList cardsOf(const Blueprint& blueprint)
{
    QStringList ids;
    for (const Card& card : blueprint.cards())
        ids += card.id.value;
    return ids;
}

QStringList lanesOf(const Blueprint& blueprint)
{
    QStringList ids;
    for (const Lane& lane : orderedLanes(blueprint))
        ids += lane.id.value;
    return ids;
}

QList<int> stepsOf(const Blueprint& blueprint)
{
    QList<int> numbers;
    for (const Step& step : orderedSteps(blueprint))
        numbers += step.number;
    return numbers;
}

bool litCard(const ShownPart& part, const QString& id)
{
    return part.lit().contains({ElementKind::Card, id});
}

ViewFilter onlyOf(const QList<DepartmentId>& departments)
{
    ViewFilter filter;
    filter.departments = departments;
    filter.hidesRest = true;
    return filter;
}

void fold(Blueprint& blueprint, ShownPart& part, const PhaseId& id, bool folded)
{
    const Phase before = *blueprint.find(id);
    Phase after = before;
    after.folded = folded;
    const Patch patch{{ElementChange<Phase>{before, after}}};
    ASSERT_TRUE(apply(blueprint, patch));
    (void)part.follow(blueprint, patch);
}

} // namespace

TEST(ShownPart, isTheWholeWithoutAFilter)
{
    const Blueprint whole = inn();
    const ShownPart part(whole, {}, {});
    EXPECT_TRUE(part.isWhole());
    EXPECT_EQ(part.blueprint(), whole);
    EXPECT_TRUE(part.lit().isEmpty());
}

TEST(ShownPart, leavesOutHiddenLanesWithTheirCardsAndWhatEndsThere)
{
    ViewFilter filter;
    filter.hiddenLanes = {LaneId(u"k"_s), LaneId(u"gone"_s)};
    const ShownPart part(inn(), filter, {});
    EXPECT_EQ(lanesOf(part.blueprint()), QStringList({u"g"_s, u"b"_s}));
    EXPECT_EQ(cardsOf(part.blueprint()), QStringList({u"ask"_s, u"eat"_s, u"note"_s, u"pour"_s}));
    EXPECT_EQ(part.blueprint().connections().size(), 1);
    EXPECT_EQ(stepsOf(part.blueprint()), QList<int>({1, 2, 3})) << "steps stay, whatever lane is hidden";
    EXPECT_EQ(part.leftOutLanes(), 1);
    EXPECT_FALSE(part.isWhole());
}

TEST(ShownPart, lightsADepartmentWithThoseBelowItAndFadesTheRest)
{
    ViewFilter filter;
    filter.departments = {DepartmentId(u"house"_s)};
    const ShownPart part(inn(), filter, {});
    EXPECT_TRUE(part.isWhole());
    EXPECT_TRUE(litCard(part, u"fry"_s));
    EXPECT_TRUE(litCard(part, u"plan"_s));
    EXPECT_FALSE(litCard(part, u"note"_s));
    EXPECT_FALSE(litCard(part, u"ask"_s));
}

TEST(ShownPart, fadesEverythingWhenNothingMatches)
{
    ViewFilter filter;
    filter.rules = {u"silo-break"_s};
    const ShownPart part(inn(), filter, {});
    EXPECT_FALSE(part.lit().isEmpty());
    EXPECT_FALSE(litCard(part, u"fry"_s));
}

TEST(ShownPart, leavesOutLanesAndStepsWithoutAMatch)
{
    const ShownPart part(inn(), onlyOf({DepartmentId(u"bar"_s)}), {});
    EXPECT_EQ(lanesOf(part.blueprint()), QStringList({u"b"_s}));
    EXPECT_EQ(cardsOf(part.blueprint()), QStringList({u"note"_s, u"pour"_s}));
    EXPECT_EQ(stepsOf(part.blueprint()), QList<int>({1, 2, 3}));
    const ShownPart kitchen(inn(), onlyOf({DepartmentId(u"kitchen"_s)}), {});
    EXPECT_EQ(cardsOf(kitchen.blueprint()), QStringList({u"fry"_s, u"plan"_s}));
    EXPECT_EQ(stepsOf(kitchen.blueprint()), QList<int>({2}));
    EXPECT_TRUE(kitchen.lit().isEmpty()) << "what is left is not faded";
}

TEST(ShownPart, showsAPhaseWithAllLanesAndCutsWhatReachesBeyond)
{
    ViewFilter filter;
    filter.phases = {PhaseId(u"two"_s)};
    filter.hidesRest = true;
    const ShownPart part(inn(), filter, {});
    EXPECT_EQ(stepsOf(part.blueprint()), QList<int>({3}));
    EXPECT_EQ(lanesOf(part.blueprint()).size(), 3);
    EXPECT_EQ(part.blueprint().phases().size(), 1);
    EXPECT_EQ(cardsOf(part.blueprint()), QStringList({u"eat"_s, u"pour"_s}));
    const Card* pour = part.blueprint().find(CardId(u"pour"_s));
    ASSERT_TRUE(pour);
    EXPECT_EQ(part.blueprint().find(pour->firstStep)->number, 3);
}

TEST(ShownPart, showsWhatFindingsOfARuleAreAbout)
{
    Finding finding;
    finding.rule = u"silo-break"_s;
    finding.evidence = {{Evidence::Part::Subject, {ElementKind::Card, u"fry"_s}, {}},
                        {Evidence::Part::Path, {ElementKind::Connection, u""_s}, {}}};
    Finding accepted = finding;
    accepted.evidence = {{Evidence::Part::Subject, {ElementKind::Card, u"ask"_s}, {}}};
    accepted.accepted = Acceptance();
    ViewFilter filter;
    filter.rules = {u"silo-break"_s};
    ShownPart part(inn(), filter, {finding, accepted});
    EXPECT_TRUE(litCard(part, u"fry"_s));
    EXPECT_FALSE(litCard(part, u"ask"_s));
    (void)part.setFindings({});
    EXPECT_FALSE(litCard(part, u"fry"_s)) << "it was mended";
}

TEST(ShownPart, keepsWhatIsMadeWhileFiltered)
{
    Blueprint whole = inn();
    ShownPart part(whole, onlyOf({DepartmentId(u"bar"_s)}), {});
    Card card;
    card.id = CardId(u"new"_s);
    card.lane = LaneId(u"g"_s);
    card.firstStep = whole.find(CardId(u"eat"_s))->firstStep;
    const Patch patch = *addCard(whole, card);
    ASSERT_TRUE(apply(whole, patch));
    (void)part.follow(whole, patch);
    EXPECT_TRUE(part.blueprint().find(card.id)) << "though no bartender does it";
    EXPECT_TRUE(lanesOf(part.blueprint()).contains(u"g"_s));
    part = ShownPart(whole, onlyOf({DepartmentId(u"bar"_s)}), {});
    EXPECT_FALSE(part.blueprint().find(card.id));
}

TEST(ShownPart, showsWhatItIsToldToKeep)
{
    ViewFilter filter;
    filter.phases = {PhaseId(u"two"_s)};
    filter.hidesRest = true;
    ShownPart part(inn(), filter, {});
    (void)part.keep({{ElementKind::Card, u"fry"_s}});
    EXPECT_TRUE(part.blueprint().find(CardId(u"fry"_s)));
    EXPECT_EQ(stepsOf(part.blueprint()), QList<int>({2, 3}));
}

TEST(ShownPart, leavesOutTheStepsOfFoldedPhasesAndOpensThemOnDemand)
{
    Blueprint whole = inn();
    ShownPart part(whole, {}, {});
    fold(whole, part, PhaseId(u"one"_s), true);
    EXPECT_EQ(stepsOf(part.blueprint()), QList<int>({3}));
    EXPECT_EQ(part.blueprint().phases().size(), 2) << "a folded phase keeps a column";
    EXPECT_EQ(cardsOf(part.blueprint()), QStringList({u"eat"_s, u"plan"_s, u"pour"_s}));
    (void)part.keep({{ElementKind::Card, u"fry"_s}});
    EXPECT_TRUE(part.isWhole());
    fold(whole, part, PhaseId(u"one"_s), false);
    fold(whole, part, PhaseId(u"one"_s), true);
    EXPECT_FALSE(part.isWhole()) << "folded once more, it is closed again";
}

TEST(ShownPart, followsEditsAsIfMadeAnew)
{
    int hidden = 0;
    int lit = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        Blueprint whole = randomBlueprint(random);
        ViewFilter filter;
        for (const Lane& lane : whole.lanes()) {
            if (random() % 3 == 0)
                filter.hiddenLanes += lane.id;
        }
        if (seed % 3 == 1 && !whole.departments().isEmpty())
            filter.departments = {whole.departments().begin()->id};
        if (seed % 4 == 1 && !whole.phases().isEmpty())
            filter.phases = {whole.phases().begin()->id};
        filter.hidesRest = seed % 2 == 0;
        ShownPart part(whole, filter, {});
        Blueprint walked = part.blueprint();
        const IdSource newId = countingIds();
        for (int i = 0; i < 25; ++i) {
            const Patch patch = randomEdit(whole, random, newId);
            ASSERT_TRUE(apply(whole, patch));
            const Patch shown = part.follow(whole, patch);
            ASSERT_TRUE(apply(walked, shown)) << "seed " << seed << " edit " << i;
            ASSERT_EQ(walked, part.blueprint()) << "seed " << seed << " edit " << i;
            const Result<void> valid = validate(walked);
            ASSERT_TRUE(valid) << "seed " << seed << ": " << qPrintable(describe(valid.error()));
            ShownPart anew = part;
            (void)anew.keep({}); // makes everything anew
            ASSERT_EQ(anew.blueprint(), part.blueprint()) << "seed " << seed << " edit " << i;
        }
        hidden += part.isWhole() ? 0 : 1;
        lit += part.lit().isEmpty() ? 0 : 1;
    }
    EXPECT_GT(hidden, 20);
    EXPECT_GT(lit, 3);
}
