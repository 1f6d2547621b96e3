// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/journeyview.h"

#include "core/metrics/journeymetrics.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/workedcase.h"

using namespace throughline;
using namespace Qt::StringLiterals;
using throughline::testing::blueprintOf;
using throughline::testing::randomBlueprint;
using throughline::testing::workedCase;

namespace {

QStringList idsOf(const QList<ElementRef>& refs)
{
    QStringList ids;
    for (const ElementRef& ref : refs)
        ids += ref.id;
    return ids;
}

/// The ids of the steps for which something holds.
template <typename Holds>
QStringList stepsThat(const Journey& journey, Holds holds)
{
    QStringList ids;
    for (const JourneyStep& step : journey.steps) {
        if (holds(step))
            ids += step.card.id;
    }
    return ids;
}

Journey journeyOf(const QByteArray& text)
{
    const QList<Journey> journeys = journeyMetrics(blueprintOf(text)).journeys;
    EXPECT_EQ(journeys.size(), 1);
    return journeys.value(0);
}

const QByteArray branching = "phase P\nphase Q\nlane C \"Guest\" stage=customer\n"
                             "card z lane=C step=1 phase=P minutes=1 worry=2 effort=0\n"
                             "card y lane=C step=2 phase=Q minutes=10\n"
                             "card x lane=C step=2 phase=Q kind=wait dur=2\n"
                             "card w lane=C step=3 phase=Q kind=wait dur=4 end\n"
                             "z -> y\nz -> x\ny -> w\nx -> w\n";

/// Who works in Bar and Floor; the chef's department nobody has said.
const QByteArray houseWithMaid =
    "dept Floor\ndept Bar\nrole Host dept=Floor\nrole Maid dept=Floor\nrole Barman dept=Bar\n"
    "role Chef\nlane Guest stage=customer\nlane F stage=frontstage role=Host\n"
    "lane M stage=backstage role=Maid\nlane B stage=frontstage role=Barman\n"
    "lane K stage=backstage role=Chef\ncard f1 lane=F step=1\ncard f2 lane=F step=2\n"
    "card m1 lane=M step=1\ncard b1 lane=B step=1\ncard k1 lane=K step=1\n";

} // namespace

TEST(JourneyView, walksTheCustomersStepsFromLeftToRight)
{
    const Journey journey = journeyOf(branching);
    EXPECT_EQ(stepsThat(journey, [](const JourneyStep&) { return true; }),
              QStringList({u"z"_s, u"y"_s, u"x"_s, u"w"_s}));
    EXPECT_EQ(stepsThat(journey, [](const JourneyStep& step) { return step.waits; }), QStringList({u"x"_s, u"w"_s}));
    EXPECT_EQ(stepsThat(journey, [](const JourneyStep& step) { return step.onSlowestWay; }),
              QStringList({u"z"_s, u"y"_s, u"w"_s}));
    EXPECT_DOUBLE_EQ(journey.quickest, 7);
    EXPECT_DOUBLE_EQ(journey.slowest, 15);
    EXPECT_EQ(journey.customer, u"the guest"_s);
}

TEST(JourneyView, keepsUnknownApartFromZero)
{
    const Journey journey = journeyOf(branching);
    ASSERT_EQ(journey.steps.size(), 4);
    EXPECT_EQ(journey.steps[0].effort, 0);
    EXPECT_EQ(journey.steps[0].worry, 2);
    EXPECT_FALSE(journey.steps[1].effort.has_value());
    EXPECT_FALSE(journey.steps[1].worry.has_value());
    EXPECT_EQ(journey.steps[1].phase, (ElementRef{ElementKind::Phase, QStringLiteral("Q")}));
}

TEST(JourneyView, marksWhereTheCustomerRepeatsHimself)
{
    const auto again = [](const JourneyStep& step) { return step.again; };
    const Journey given = journeyOf("lane C stage=customer\ncard a lane=C step=1 gives=x\n"
                                    "card b lane=C step=2\ncard c lane=C step=3 gives=x\na -> b\nb -> c\n");
    EXPECT_EQ(stepsThat(given, again), QStringList{u"c"_s}) << "he gives x a second time";
    const QList<Journey> asked = journeyMetrics(workedCase("7b")).journeys;
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(stepsThat(asked.first(), again).size(), 1) << "he asks once more";
    EXPECT_TRUE(stepsThat(journeyOf(branching), again).isEmpty());
}

TEST(JourneyView, keepsCustomersApart)
{
    const QList<Journey> journeys =
        journeyMetrics(blueprintOf("lane B stage=customer\nlane U stage=customer\ncard b lane=B step=1 minutes=3\n"
                                   "card u lane=U step=1 minutes=5\n"))
            .journeys;
    ASSERT_EQ(journeys.size(), 2);
    EXPECT_EQ(idsOf(journeys[0].about), QStringList{u"B"_s});
    EXPECT_DOUBLE_EQ(journeys[1].slowest, 5);
}

TEST(JourneyView, countsHandoversBetweenDepartmentsAndWithinOne)
{
    const JourneyMetrics metrics =
        journeyMetrics(blueprintOf(houseWithMaid + "f1 => b1\nf2 => b1\nf1 => m1\nb1 => k1\nf1 -> f2\n"));
    ASSERT_EQ(metrics.departments.size(), 3) << "what the host hands to himself is no hand-over";
    EXPECT_EQ(metrics.departments[0].from.id, QStringLiteral("Bar"));
    EXPECT_EQ(metrics.departments[0].to.kind, ElementKind::Blueprint) << "nobody said where the chef belongs";
    EXPECT_EQ(idsOf(metrics.departments[0].connections), QStringList{u"e4"_s});
    EXPECT_EQ(metrics.departments[1].from.id, QStringLiteral("Floor"));
    EXPECT_EQ(metrics.departments[1].to.id, QStringLiteral("Bar"));
    EXPECT_EQ(idsOf(metrics.departments[1].connections), QStringList({u"e1"_s, u"e2"_s}));
    EXPECT_EQ(metrics.departments[2].to.id, QStringLiteral("Floor"));
    EXPECT_EQ(idsOf(metrics.departments[2].connections), QStringList{u"e3"_s});
}

TEST(JourneyView, agreesWithTheIndexOfHandovers)
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        const JourneyMetrics metrics = journeyMetrics(randomBlueprint(random));
        const Metric* index = metrics.find(QStringLiteral("ei-index"));
        ASSERT_TRUE(index);
        qsizetype unknown = 0;
        qsizetype all = 0;
        for (const DepartmentHandovers& cell : metrics.departments) {
            const bool known = cell.from.kind == ElementKind::Department && cell.to.kind == ElementKind::Department;
            unknown += known ? 0 : cell.connections.size();
            all += cell.connections.size();
        }
        EXPECT_GE(unknown, index->unknown) << seed;
        EXPECT_GE(all, index->known + index->unknown) << seed << ": several departments may share one hand-over";
    }
}

TEST(JourneyView, countsTheAnswersOfARole)
{
    const JourneyMetrics metrics = journeyMetrics(workedCase("1a"));
    const auto busser = std::find_if(metrics.answers.begin(), metrics.answers.end(), [](const RoleAnswers& answers) {
        return answers.role.id == QStringLiteral("Busser");
    });
    ASSERT_NE(busser, metrics.answers.end());
    EXPECT_EQ(busser->fulfils, 2);
    EXPECT_EQ(busser->fulfils + busser->passesOn + busser->dies, 5);
    EXPECT_FALSE(busser->cards.isEmpty()) << "where the guest meets the busser";
}

TEST(JourneyTime, knowsWhoseWayTakesLongest)
{
    const JourneyMetrics one = journeyMetrics(blueprintOf(branching));
    ASSERT_NE(one.longestTime(), nullptr);
    EXPECT_DOUBLE_EQ(*one.longestTime()->dearest, 15);
    ASSERT_NE(one.longestWait(), nullptr);
    EXPECT_DOUBLE_EQ(one.longestWait()->numerator, 4);
    const JourneyMetrics two =
        journeyMetrics(blueprintOf("lane B stage=customer\nlane U stage=customer\ncard b lane=B step=1 minutes=3\n"
                                   "card u lane=U step=1 minutes=5\n"));
    ASSERT_NE(two.longestTime(), nullptr);
    EXPECT_EQ(two.longestTime()->about, (QList<ElementRef>{{ElementKind::Lane, QStringLiteral("U")}}));
    EXPECT_EQ(journeyMetrics(Blueprint()).longestTime(), nullptr);
}
