// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/subjects.h"

#include "core/edit/operations.h"

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

Blueprint threeSteps()
{
    BlueprintBuilder builder;
    Lane lane;
    lane.id = LaneId(u"G"_s);
    builder.lanes += lane;
    for (int number = 1; number <= 3; ++number) {
        Step step;
        step.id = StepId(u"s%1"_s.arg(number));
        step.number = number;
        builder.steps += step;
        Card card;
        card.id = CardId(u"g%1"_s.arg(number));
        card.lane = lane.id;
        card.firstStep = step.id;
        builder.cards += card;
    }
    Result<Blueprint> built = std::move(builder).build();
    EXPECT_TRUE(built);
    return *built;
}

ElementRef refOfCard(const QString& id)
{
    return {ElementKind::Card, id};
}

TEST(Subjects, areTheCardsThatComeBackWhenARemovalIsTakenBack)
{
    const Result<Patch> removal = removeElements(threeSteps(), {refOfCard(u"g2"_s)});
    ASSERT_TRUE(removal);
    EXPECT_EQ(subjectsOf(inverse(*removal)), QList<ElementRef>{refOfCard(u"g2"_s)});
    EXPECT_EQ(subjectsOf(*removal), QList<ElementRef>());
}

TEST(Subjects, areTheStepThatWasInsertedAndNotThoseThatMadeRoom)
{
    Step step;
    step.id = StepId(u"new"_s);
    const Result<Patch> insertion = insertStep(threeSteps(), step, 1);
    ASSERT_TRUE(insertion);
    EXPECT_EQ(subjectsOf(*insertion), (QList<ElementRef>{{ElementKind::Step, u"new"_s}}));
    EXPECT_EQ(subjectsOf(inverse(*insertion)), QList<ElementRef>());
}

TEST(Subjects, areTheCardThatWasRenamed)
{
    const Result<Patch> renaming = rename(threeSteps(), refOfCard(u"g3"_s), u"Pays"_s);
    ASSERT_TRUE(renaming);
    EXPECT_EQ(subjectsOf(*renaming), QList<ElementRef>{refOfCard(u"g3"_s)});
}

} // namespace
} // namespace throughline
