// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "core/io/files.h"

#include <gmock/gmock.h>

using namespace throughline;
using ::testing::IsSupersetOf;

namespace {

QByteArray bytesOf(const QString& name)
{
    const Result<QByteArray> bytes =
        readFile(QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/templates/%1.blueprint").arg(name));
    EXPECT_TRUE(bytes) << qPrintable(name);
    return bytes ? *bytes : QByteArray();
}

Blueprint templateNamed(const QString& name)
{
    const Result<Blueprint> blueprint = readBlueprint(bytesOf(name), name);
    EXPECT_TRUE(blueprint) << qPrintable(blueprint ? QString() : describe(blueprint.error()));
    return blueprint ? *blueprint : Blueprint();
}

std::vector<std::string> rulesThatFire(const Blueprint& blueprint)
{
    std::vector<std::string> rules;
    for (const Finding& finding : checkBlueprint(blueprint).findings)
        rules.push_back(finding.rule.toStdString());
    return rules;
}

} // namespace

TEST(Templates, areTrueExamplesOfTheCraft)
{
    for (const QString& name :
         {QStringLiteral("restaurant"), QStringLiteral("bank-loan"), QStringLiteral("car-dealer")}) {
        SCOPED_TRACE(name.toStdString());
        const Blueprint blueprint = templateNamed(name);
        EXPECT_GE(blueprint.cards().size(), 25);
        EXPECT_LE(blueprint.cards().size(), 60);
        EXPECT_GE(blueprint.phases().size(), 5);
        EXPECT_GE(blueprint.departments().size(), 3);
        EXPECT_FALSE(blueprint.dataItems().isEmpty());
        for (const Card& card : blueprint.cards()) {
            EXPECT_FALSE(card.title.isEmpty()) << qPrintable(card.id.value);
            EXPECT_FALSE(card.firstStep.isEmpty()) << qPrintable(card.id.value);
        }
    }
}

TEST(Templates, areWrittenAsTheProgramWritesThem)
{
    for (const QString& name : {QStringLiteral("restaurant"), QStringLiteral("bank-loan"), QStringLiteral("car-dealer"),
                                QStringLiteral("empty")})
        EXPECT_EQ(writeBlueprint(templateNamed(name)), bytesOf(name)) << qPrintable(name);
}

TEST(Templates, theRestaurantShowsTheThreeHeadlineFaults)
{
    const std::vector<std::string> rules = rulesThatFire(templateNamed(QStringLiteral("restaurant")));
    EXPECT_THAT(rules, IsSupersetOf({"silo-break", "dead-end-role", "unanswered-handoff", "toll-between-departments"}));
    EXPECT_EQ(rules.size(), 7U);
}

TEST(Templates, theBankMakesTheCustomerTheMessenger)
{
    const CheckResult result = checkBlueprint(templateNamed(QStringLiteral("bank-loan")));
    QStringList lines;
    for (const Finding& finding : result.findings)
        lines += finding.rule + u' ' + subjectOf(finding);
    EXPECT_TRUE(lines.contains(QStringLiteral("silo-break n7>n8"))) << qPrintable(lines.join(u'\n'));
    EXPECT_THAT(rulesThatFire(templateNamed(QStringLiteral("bank-loan"))),
                IsSupersetOf({"unanswered-handoff", "asked-again", "customer-must-chase", "dead-end-request"}));
}

TEST(Templates, theCarDealerAnswersOneQuestionWithManyVoices)
{
    EXPECT_THAT(rulesThatFire(templateNamed(QStringLiteral("car-dealer"))),
                IsSupersetOf({"too-many-contacts", "dead-end-role", "silo-break"}));
}

TEST(Templates, theEmptyGridFindsNothing)
{
    EXPECT_TRUE(rulesThatFire(templateNamed(QStringLiteral("empty"))).empty());
}
