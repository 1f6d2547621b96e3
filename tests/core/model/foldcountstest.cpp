// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/foldcounts.h"

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

const ElementRef Lane1{ElementKind::Lane, u"l1"_s};
const ElementRef Phase1{ElementKind::Phase, u"p1"_s};

Card card(const QString& id, const QString& lane, const QString& first, const QString& last = {})
{
    Card card;
    card.id = CardId(id);
    card.lane = LaneId(lane);
    card.firstStep = StepId(first);
    card.lastStep = StepId(last);
    return card;
}

/// Lanes l1 (folded) and l2, phases p1 (folded: s1, s2) and p2 (s3).
Blueprint foldedBlueprint()
{
    BlueprintBuilder builder;
    for (const QString& id : {u"l1"_s, u"l2"_s}) {
        Lane lane;
        lane.id = LaneId(id);
        lane.folded = id == u"l1"_s;
        builder.lanes += lane;
    }
    for (int i = 1; i <= 2; ++i) {
        Phase phase;
        phase.id = PhaseId(u"p%1"_s.arg(i));
        phase.position = i;
        phase.folded = i == 1;
        builder.phases += phase;
    }
    for (int number = 1; number <= 3; ++number) {
        Step step;
        step.id = StepId(u"s%1"_s.arg(number));
        step.number = number;
        step.phase = PhaseId(number < 3 ? u"p1"_s : u"p2"_s);
        builder.steps += step;
    }
    builder.cards = {card(u"a"_s, u"l1"_s, u"s1"_s), card(u"b"_s, u"l2"_s, u"s1"_s, u"s2"_s),
                     card(u"c"_s, u"l2"_s, u"s2"_s, u"s3"_s), card(u"d"_s, u"l1"_s, {})};
    const Result<Blueprint> built = std::move(builder).build();
    EXPECT_TRUE(built);
    return built ? *built : Blueprint();
}

template <typename Element>
Blueprint changed(const Blueprint& blueprint, const std::optional<Element>& before, const std::optional<Element>& after,
                  Patch& patch)
{
    patch = Patch{{ElementChange<Element>{before, after}}};
    Blueprint now = blueprint;
    EXPECT_TRUE(apply(now, patch));
    return now;
}

TEST(FoldCounts, countsWhatIsNotSeen)
{
    const FoldCounts counts = foldCounts(foldedBlueprint());
    EXPECT_EQ(counts.size(), 2);
    EXPECT_EQ(counts.value(Lane1), (FoldCount{0, 2}));
    // The card that reaches out of the phase is seen.
    EXPECT_EQ(counts.value(Phase1), (FoldCount{2, 2}));
}

TEST(FoldCounts, followsCardsAndTheGrid)
{
    const Blueprint before = foldedBlueprint();
    const FoldCounts counts = foldCounts(before);
    Patch patch;
    const Card a = *before.find(CardId(u"a"_s));
    Card moved = a;
    moved.firstStep = StepId(u"s3"_s);
    Blueprint after = changed<Card>(before, a, moved, patch);
    EXPECT_EQ(foldCounts(counts, after, patch), foldCounts(after));
    after = changed<Card>(before, a, std::nullopt, patch);
    EXPECT_EQ(foldCounts(counts, after, patch), foldCounts(after));
    EXPECT_EQ(foldCounts(counts, after, patch).value(Phase1).cards, 1);
    after = changed<Card>(before, std::nullopt, card(u"e"_s, u"l1"_s, u"s2"_s), patch);
    EXPECT_EQ(foldCounts(counts, after, patch).value(Lane1).cards, 3);
    const Lane lane = *before.find(LaneId(u"l1"_s));
    Lane open = lane;
    open.folded = false;
    after = changed<Lane>(before, lane, open, patch);
    EXPECT_FALSE(foldCounts(counts, after, patch).contains(Lane1));
}

TEST(FoldCounts, areSaidFullyOrShortly)
{
    EXPECT_EQ(foldTexts({4, 12}), (QStringList{u"4 steps, 12 cards"_s, u"12 cards"_s, u"12"_s}));
    EXPECT_EQ(foldTexts({1, 1}).first(), u"1 step, 1 card"_s);
    EXPECT_EQ(foldTexts({0, 1}), (QStringList{u"1 card"_s, u"1"_s}));
}

} // namespace

} // namespace throughline
