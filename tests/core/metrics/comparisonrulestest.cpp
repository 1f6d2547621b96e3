// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/comparisonrules.h"

#include "core/check/catalogue.h"
#include "core/metrics/comparison.h"
#include "core/model/queries.h"
#include "tests/support/readnotation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::blueprintOf;

namespace {

Blueprint example(const QString& name)
{
    QFile file(QStringLiteral(THROUGHLINE_TEST_DATA "/rules/burden-shifted-to-customer/%1.bpt").arg(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(name);
    return blueprintOf(file.readAll());
}

/// One phase: so many cards of ours, and the customer's cards as they are written.
QByteArray version(int ours, const QByteArray& customers)
{
    QByteArray text = "phase P \"Order\"\nlane Guest stage=customer\nlane F stage=frontstage\n";
    for (int i = 1; i <= ours; ++i)
        text += "card f" + QByteArray::number(i) + " lane=F step=" + QByteArray::number(i) + " phase=P\n";
    return text + customers;
}

qsizetype shifts(const QByteArray& before, const QByteArray& after)
{
    return findShifts(blueprintOf(before), blueprintOf(after)).size();
}

const QByteArray one = "card g1 lane=Guest step=1 phase=P minutes=5\n";
const QByteArray two = one + "card g2 lane=Guest step=2 phase=P minutes=5\n";

} // namespace

TEST(BurdenShifted, isFoundWhereTheClientDoesWhatTheClerkDid)
{
    const QList<Finding> findings = findShifts(example(u"before"_s), example(u"breaks"_s));
    ASSERT_EQ(findings.size(), 1);
    const Finding& finding = findings.first();
    EXPECT_EQ(subjectOf(finding), u"Open"_s);
    EXPECT_EQ(finding.severity, Severity::Warning);
    EXPECT_EQ(finding.family, RuleFamily::Perspective);
    EXPECT_EQ(finding.message.toStdString(),
              "In Open the account we have made it easier for ourselves, 1 instead of 3 cards and 0 instead of 2 "
              "hand-overs, and harder for the client, 3 instead of 2 steps and 50 instead of 20 minutes.");
    EXPECT_EQ(finding.remedies.first().toStdString(),
              "Take back what we no longer do: \u201cFills in the form\u201d and \u201cHands over the card\u201d.");
    const Evidence first{Evidence::Part::Culprit, {ElementKind::Card, u"c1"_s}, {}};
    EXPECT_EQ(finding.evidence.first(), first);
    for (const Evidence& evidence : finding.evidence)
        EXPECT_TRUE(contains(example(u"breaks"_s), evidence.element));
}

TEST(BurdenShifted, isSilentWhereBothGetEasier)
{
    EXPECT_TRUE(findShifts(example(u"before"_s), example(u"holds"_s)).isEmpty());
    EXPECT_TRUE(findShifts(example(u"breaks"_s), example(u"before"_s)).isEmpty());
    EXPECT_TRUE(findShifts(example(u"before"_s), example(u"before"_s)).isEmpty());
}

TEST(BurdenShifted, countsStepsWhereNoCostIsGiven)
{
    const QByteArray fewer = "card g1 lane=Guest step=1 phase=P\n";
    EXPECT_EQ(shifts(version(3, fewer), version(2, fewer + "card g2 lane=Guest step=2 phase=P\n")), 1);
}

TEST(BurdenShifted, judgesNoCostThatIsNotGivenForEveryCard)
{
    const QByteArray unsaid = "card g1 lane=Guest step=1 phase=P\n";
    const QByteArray dear = "card g1 lane=Guest step=1 phase=P minutes=50\n";
    EXPECT_EQ(shifts(version(3, unsaid), version(2, dear)), 0);
    EXPECT_EQ(shifts(version(3, one), version(2, dear)), 1);
}

TEST(BurdenShifted, isSilentWhereOneCostIsTradedForAnother)
{
    const QByteArray quick = "card g1 lane=Guest step=1 phase=P minutes=5 worry=3\n";
    const QByteArray calm = "card g1 lane=Guest step=1 phase=P minutes=9 worry=1\n";
    EXPECT_EQ(shifts(version(3, quick), version(2, calm)), 0);
}

TEST(BurdenShifted, isSilentWhereOurWorkOnlyMoved)
{
    // One card less, and one hand-over more.
    const QByteArray lane = "role A\nrole B\nlane K stage=backstage role=B\ncard k1 lane=K step=1 phase=P\n";
    EXPECT_EQ(shifts(version(3, one + lane), version(2, two + lane + "f1 => k1\n")), 0);
    EXPECT_EQ(shifts(version(3, one + lane), version(2, two + lane)), 1);
}

TEST(BurdenShifted, matchesPhasesByNameWhereTheirIdsDiffer)
{
    QByteArray renamed = version(2, two);
    renamed.replace("phase P", "phase Q").replace("phase=P", "phase=Q");
    EXPECT_EQ(shifts(version(3, one), renamed), 1);
    renamed.replace("\"Order\"", "\"Pay\"");
    EXPECT_EQ(shifts(version(3, one), renamed), 0) << "another phase";
}

TEST(BurdenShifted, takesADrawingWithoutPhasesAsOne)
{
    const auto flat = [](QByteArray text) { return text.replace("phase P \"Order\"\n", "").replace(" phase=P", ""); };
    const QList<Finding> findings = findShifts(blueprintOf(flat(version(3, one))), blueprintOf(flat(version(2, two))));
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(subjectOf(findings.first()), u"blueprint"_s);
    EXPECT_TRUE(findings.first().message.startsWith(u"In the whole journey we have"_s));
}

TEST(BurdenShifted, canBeAcceptedWithAReason)
{
    const QByteArray accepted = version(2, two) + "accept burden-shifted-to-customer P \"The app is the point\"\n";
    const QList<Finding> findings = findShifts(blueprintOf(version(3, one)), blueprintOf(accepted));
    ASSERT_EQ(findings.size(), 1);
    ASSERT_TRUE(findings.first().accepted);
    EXPECT_EQ(findings.first().accepted->reason, u"The app is the point"_s);
}

TEST(BurdenShifted, standsInTheComparisonAsTextAndAsJson)
{
    const Blueprint before = example(u"before"_s);
    const Blueprint after = example(u"breaks"_s);
    const Comparison comparison = compareBlueprints(before, after);
    const QString text = toText(comparison, before, after);
    EXPECT_TRUE(text.startsWith(u"warning  Burden shifted to the customer: Open the account\n"_s)) << qPrintable(text);
    const QJsonObject json = QJsonDocument::fromJson(toJson(comparison)).object();
    const QJsonObject finding = json.value(u"findings"_s).toArray().first().toObject();
    EXPECT_EQ(finding.value(u"rule"_s).toString(), comparisonCatalogue().first().id);
    EXPECT_EQ(finding.value(u"message"_s).toString(), comparison.findings.first().message);
    EXPECT_EQ(json.value(u"metrics"_s).toArray().size(), comparison.metrics.size());
    EXPECT_EQ(json.value(u"elements"_s).toArray().size(), comparison.elements.size());
}
