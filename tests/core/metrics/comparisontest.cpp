// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/comparison.h"

#include "core/model/patch.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/workedcase.h"

using namespace throughline;
using throughline::testing::blueprintOf;
using throughline::testing::countingIds;
using throughline::testing::randomBlueprint;
using throughline::testing::randomEdit;
using throughline::testing::workedCase;
using throughline::testing::workedCaseText;

namespace {

/// Case 4a mended: the bar writes its tab into the till, the table bill is made out from it, and nothing is paid
/// between.
Blueprint mendedCase4()
{
    QByteArray text = workedCaseText("4a");
    text.replace("card g3 lane=Guest step=3 kind=payment \"Pays the bar bill\"",
                 "card g3 lane=Guest step=3 \"Takes the drink along\"");
    text += "data tab\ncard t3 lane=TillL step=3\nb3 => t3 +tab\nt3 => w5 +tab\n";
    return blueprintOf(text);
}

const MetricChange* changeOf(const Comparison& comparison, const char* key)
{
    for (const MetricChange& change : comparison.metrics) {
        if (keyOf(change.after ? *change.after : *change.before) == QString::fromLatin1(key))
            return &change;
    }
    return nullptr;
}

/// "2 of 2 -> 0 of 2 better".
std::string wordsOf(const Comparison& comparison, const char* key)
{
    const MetricChange* change = changeOf(comparison, key);
    if (!change)
        return "none";
    const auto side = [](const std::optional<Metric>& metric) { return metric ? valueText(*metric) : QString(); };
    return (side(change->before) + QStringLiteral(" -> ") + side(change->after) + u' ' + word(change->verdict))
        .toStdString();
}

std::string wordsOf(const QByteArray& before, const QByteArray& after, const char* key)
{
    return wordsOf(compareBlueprints(blueprintOf(before), blueprintOf(after)), key);
}

} // namespace

TEST(Comparison, showsWhatTheRepairOfThePaidBarBillBuys)
{
    const Comparison comparison = compareBlueprints(workedCase("4a"), mendedCase4());
    EXPECT_EQ(wordsOf(comparison, "silo-index"), "2 of 2 -> 0 of 2 better");
    EXPECT_EQ(wordsOf(comparison, "tolls"), "1 -> 0 better");
    EXPECT_EQ(wordsOf(comparison, "payments"), "2 -> 1 better");
    EXPECT_EQ(wordsOf(comparison, "roles-met"), "3 -> 3 same");
    EXPECT_EQ(wordsOf(comparison, "visibility-crossings"), "2 -> 4 changed") << "shown, not judged";
    EXPECT_DOUBLE_EQ(changeOf(comparison, "silo-index")->difference.value_or(0), -1.0);
}

TEST(Comparison, namesTheElementsThatChanged)
{
    const Comparison comparison = compareBlueprints(workedCase("4a"), mendedCase4());
    using Kind = ElementDifference::Kind;
    const QList<ElementDifference> expected{
        {{ElementKind::DataItem, QStringLiteral("tab")}, Kind::Added, QStringLiteral("tab"), {}},
        {{ElementKind::Card, QStringLiteral("g3")},
         Kind::Changed,
         QStringLiteral("Takes the drink along"),
         {QStringLiteral("title"), QStringLiteral("kind")}},
        {{ElementKind::Card, QStringLiteral("t3")}, Kind::Added, QStringLiteral("t3"), {}},
        {{ElementKind::Connection, QStringLiteral("e14")}, Kind::Added, QStringLiteral("b3 \u2192 t3"), {}},
        {{ElementKind::Connection, QStringLiteral("e15")}, Kind::Added, QStringLiteral("t3 \u2192 w5"), {}},
    };
    EXPECT_EQ(comparison.elements, expected);
    const QList<ElementDifference> back = differencesOf(mendedCase4(), workedCase("4a"));
    EXPECT_EQ(back.last().kind, Kind::Removed);
    EXPECT_EQ(back.last().name, QStringLiteral("t3 \u2192 w5"));
}

TEST(Comparison, comparesOnlyWhatIsKnownToASimilarDegree)
{
    QByteArray before = "lane C stage=customer\n";
    QByteArray after = before;
    for (int i = 1; i <= 10; ++i) {
        const QByteArray card = "card c" + QByteArray::number(i) + " lane=C step=" + QByteArray::number(i);
        before += card + (i <= 4 ? " minutes=5\n" : "\n");
        after += card + (i <= 9 ? " minutes=5\n" : "\n");
    }
    const Comparison far = compareBlueprints(blueprintOf(before), blueprintOf(after));
    EXPECT_EQ(changeOf(far, "customer-minutes")->verdict, Verdict::NotComparable);
    EXPECT_EQ(changeOf(far, "customer-minutes")->sentence,
              QStringLiteral("not comparable: known for 4 of 10 before, 9 of 10 after"));
    EXPECT_FALSE(changeOf(far, "customer-minutes")->difference);
    EXPECT_EQ(changeOf(far, "payments")->verdict, Verdict::Same);
}

TEST(Comparison, judgesByTheDirectionThatIsBetterForTheCustomer)
{
    const QByteArray base = "lane C stage=customer\nlane F stage=frontstage\n";
    const QByteArray slow = base + "card a lane=C step=1 minutes=9\n";
    const QByteArray quick = base + "card a lane=C step=1 minutes=4\n";
    EXPECT_EQ(wordsOf(slow, quick, "customer-minutes"), "9 min -> 4 min better");
    EXPECT_EQ(wordsOf(quick, slow, "customer-minutes"), "4 min -> 9 min worse");
    EXPECT_EQ(wordsOf(quick, quick, "customer-minutes"), "4 min -> 4 min same");
    EXPECT_EQ(wordsOf(quick, quick + "card f lane=F step=2\n", "perspective"), "1 of 1 -> 1 of 2 worse");
    // The quickest way gets longer and the slowest shorter: nobody can say whether that is better.
    const QByteArray wide = base + "card a lane=C step=1 minutes=1\ncard b lane=C step=2 minutes=1\n"
                                   "card c lane=C step=2 minutes=9\na -> b\na -> c\n";
    QByteArray narrow = wide;
    narrow.replace("step=2 minutes=1", "step=2 minutes=4").replace("minutes=9", "minutes=6");
    EXPECT_EQ(wordsOf(wide, narrow, "customer-minutes"), "2\u201310 min -> 5\u20137 min changed");
}

TEST(Comparison, keepsWhatIsOnlyOnOneSide)
{
    const QByteArray base = "phase P\nlane C stage=customer\ncard a lane=C step=1 phase=P minutes=1\n";
    const QByteArray more = base + "phase Q\ncard b lane=C step=2 phase=Q minutes=2\n";
    EXPECT_EQ(wordsOf(base, more, "customer-minutes Q"), " -> 2 min only after");
    EXPECT_EQ(wordsOf(more, base, "customer-minutes Q"), "2 min ->  only before");
    EXPECT_EQ(wordsOf(base, more, "silo-index"), "\u2013 -> \u2013 same");
}

TEST(Comparison, saysItInText)
{
    const Blueprint before = workedCase("4a");
    const QString text = toText(compareBlueprints(before, mendedCase4()), before, mendedCase4());
    EXPECT_TRUE(text.contains(QStringLiteral("2 of 2 \u2192 0 of 2"))) << qPrintable(text);
    EXPECT_TRUE(text.contains(QStringLiteral("Changed in the drawing: 5 elements"))) << qPrintable(text);
    EXPECT_TRUE(text.contains(QStringLiteral("card \u201cTakes the drink along\u201d: title, kind")))
        << qPrintable(text);
    EXPECT_TRUE(
        toText(compareBlueprints(before, before), before, before).contains(QStringLiteral("The drawing is the same.")));
}

TEST(Comparison, findsNothingBetweenABlueprintAndItself)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        const Blueprint blueprint = randomBlueprint(random);
        const Comparison comparison = compareBlueprints(blueprint, blueprint);
        EXPECT_TRUE(comparison.elements.isEmpty());
        for (const MetricChange& change : comparison.metrics)
            EXPECT_EQ(change.verdict, Verdict::Same) << "seed " << seed;
    }
}

TEST(Comparison, turnsAroundWithItsSides)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        const Blueprint before = randomBlueprint(random);
        Blueprint after = before;
        const IdSource newId = countingIds();
        for (int i = 0; i < 6; ++i)
            ASSERT_TRUE(apply(after, randomEdit(after, random, newId)));
        const Comparison there = compareBlueprints(before, after);
        const Comparison back = compareBlueprints(after, before);
        ASSERT_EQ(there.metrics.size(), back.metrics.size());
        ASSERT_EQ(there.elements.size(), back.elements.size());
        for (qsizetype i = 0; i < there.elements.size(); ++i) {
            EXPECT_EQ(there.elements[i].element, back.elements[i].element);
            EXPECT_EQ(there.elements[i].kind == ElementDifference::Kind::Changed, !there.elements[i].fields.isEmpty())
                << "seed " << seed << ": a change names a field";
        }
        for (const MetricChange& change : there.metrics) {
            const Metric& metric = change.after ? *change.after : *change.before;
            const MetricChange* other = changeOf(back, keyOf(metric).toLatin1().constData());
            ASSERT_TRUE(other) << "seed " << seed;
            EXPECT_EQ(change.verdict == Verdict::Better, other->verdict == Verdict::Worse) << "seed " << seed;
            EXPECT_EQ(change.verdict == Verdict::NotComparable, other->verdict == Verdict::NotComparable);
        }
    }
}

TEST(Comparison, saysDurationsAsPeopleDoUnlessThatHidesTheChange)
{
    const QByteArray base = "lane C stage=customer\ncard a lane=C step=1 kind=wait dur=";
    const auto said = [&](const char* before, const char* after) {
        const Comparison comparison = compareBlueprints(blueprintOf(base + before), blueprintOf(base + after));
        for (const MetricChange& change : comparison.metrics) {
            if (change.after && keyOf(*change.after) == QStringLiteral("customer-minutes"))
                return spokenValues(change, {}, {});
        }
        return std::pair<QString, QString>();
    };
    EXPECT_EQ(said("2880\n", "5760\n"), std::pair(QStringLiteral("2 days"), QStringLiteral("4 days")));
    EXPECT_EQ(said("2880\n", "2890\n"), std::pair(QStringLiteral("2880 min"), QStringLiteral("2890 min")));
}
