// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/checkrunner.h"

#include "core/io/files.h"
#include "tests/support/readnotation.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Checks a blueprint without a customer: there is something to say.
class CheckRunnerTest : public ::testing::Test
{
protected:
    CheckRunnerTest()
    {
        document.setBlueprint(
            testing::blueprintOf("lane W \"Waiter\" stage=frontstage\nstep 1\ncard w1 lane=W step=1 \"Greet\"\n"));
        runner.setDocument(&document);
    }

    DocumentController document;
    CheckRunner runner;
};

TEST(CheckRunner, checksInTheBackgroundAfterAChange)
{
    DocumentController document;
    document.setBlueprint(testing::blueprintOf("lane G stage=customer\nlane W stage=frontstage\n"));
    CheckRunner runner;
    QSignalSpy results(&runner, &CheckRunner::resultChanged);
    runner.setDocument(&document);
    ASSERT_TRUE(results.wait());
    EXPECT_EQ(runner.resultRevision(), document.revision());
    results.clear();
    ASSERT_TRUE(document.rename(u"lane"_s, u"W"_s, u"Waiter"_s));
    EXPECT_TRUE(results.isEmpty());
    ASSERT_TRUE(results.wait());
    EXPECT_EQ(runner.resultRevision(), document.revision());
    EXPECT_FALSE(runner.isRunning());
}

TEST_F(CheckRunnerTest, numbersOpenFindingsFromOne)
{
    runner.runNow();
    int expected = 0;
    for (qsizetype i = 0; i < runner.result().findings.size(); ++i) {
        const Finding& finding = runner.result().findings[i];
        EXPECT_EQ(runner.numberOf(i), finding.accepted ? 0 : ++expected);
        EXPECT_EQ(runner.indexOf(fingerprint(finding)), i);
    }
    EXPECT_EQ(runner.count(), expected);
}

TEST_F(CheckRunnerTest, isSilentWhenSwitchedOff)
{
    runner.setEnabled(false);
    EXPECT_TRUE(runner.result().findings.isEmpty());
    EXPECT_FALSE(runner.isRunning());
    EXPECT_EQ(runner.count(), 0);
}

TEST_F(CheckRunnerTest, obeysTheSettingsOfTheDocumentsFolder)
{
    const QTemporaryDir folder;
    const QString settings = folder.filePath(u".throughline.json"_s);
    runner.runNow();
    ASSERT_GT(runner.count(), 0);
    const QString rule = runner.result().findings.first().rule;
    const auto isFound = [&] {
        const QList<Finding>& findings = runner.result().findings;
        return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.rule == rule; });
    };
    ASSERT_TRUE(writeFile(settings, "{\"severities\": {\"" + rule.toUtf8() + "\": \"off\"}}"));
    ASSERT_TRUE(document.saveAs(QUrl::fromLocalFile(folder.filePath(u"a.blueprint"_s))));
    runner.runNow();
    EXPECT_FALSE(isFound());

    // Edited elsewhere: read again when the window comes back.
    ASSERT_TRUE(writeFile(settings, "{}"));
    QSignalSpy results(&runner, &CheckRunner::resultChanged);
    runner.rereadSettings();
    ASSERT_TRUE(results.wait());
    EXPECT_TRUE(isFound());
}

TEST_F(CheckRunnerTest, saysWhatIsWrongWithTheSettingsAndGoesOn)
{
    const QTemporaryDir folder;
    ASSERT_TRUE(writeFile(folder.filePath(u".throughline.json"_s), "{\n  \"preset\": \"loud\"\n}\n"));
    QSignalSpy problems(&runner, &CheckRunner::settingsProblemChanged);
    ASSERT_TRUE(document.saveAs(QUrl::fromLocalFile(folder.filePath(u"a.blueprint"_s))));
    runner.runNow();
    EXPECT_EQ(problems.size(), 1);
    EXPECT_TRUE(runner.settingsProblem().contains(u".throughline.json:2:13"_s))
        << runner.settingsProblem().toStdString();
    EXPECT_GT(runner.count(), 0);
    ASSERT_TRUE(document.save());
    EXPECT_EQ(problems.size(), 1) << "it is said once";
}

TEST_F(CheckRunnerTest, runsTheRulesOfThePreset)
{
    runner.setPreset(u"all"_s);
    EXPECT_EQ(runner.options().preset, Preset::All);
    runner.setPreset(u"no such preset"_s);
    EXPECT_EQ(runner.preset(), u"all"_s);
}

TEST(CheckRunner, opensFindingsWhoseAcceptanceHasRunOut)
{
    DocumentController document;
    document.setBlueprint(testing::blueprintOf("lane W \"Waiter\" stage=frontstage\nstep 1\ncard w1 lane=W step=1 "
                                               "\"Greet\"\naccept no-customer-lane blueprint until=2020-01-01 "
                                               "\"for now\"\n"));
    CheckRunner runner;
    runner.setDocument(&document);
    runner.runNow();
    const QList<Finding>& findings = runner.result().findings;
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [](const Finding& finding) { return finding.rule == u"no-customer-lane"_s; });
    ASSERT_NE(found, findings.end());
    EXPECT_FALSE(found->accepted);
    EXPECT_TRUE(found->expired);
}

TEST_F(CheckRunnerTest, keepsItsResultWhenOnlyWordsChangeThatNoFindingUses)
{
    runner.runNow();
    ASSERT_GT(runner.count(), 0);
    QSignalSpy confirmed(&runner, &CheckRunner::resultConfirmed);
    QSignalSpy results(&runner, &CheckRunner::resultChanged);
    ASSERT_TRUE(document.rename(u"card"_s, u"w1"_s, u"Greet everybody"_s));
    EXPECT_NE(runner.resultRevision(), document.revision());
    ASSERT_TRUE(confirmed.wait());
    EXPECT_EQ(runner.resultRevision(), document.revision());
    EXPECT_TRUE(results.isEmpty());
}

} // namespace
} // namespace throughline
