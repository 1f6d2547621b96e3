// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/checkrunner.h"

#include "tests/support/readnotation.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A blueprint without a customer: the check has something to say.
Blueprint withoutCustomer()
{
    return testing::blueprintOf("lane W \"Waiter\" stage=frontstage\nstep 1\ncard w1 lane=W step=1 \"Greet\"\n");
}

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

TEST(CheckRunner, numbersOpenFindingsFromOne)
{
    DocumentController document;
    document.setBlueprint(withoutCustomer());
    CheckRunner runner;
    runner.setDocument(&document);
    runner.runNow();
    int expected = 0;
    for (qsizetype i = 0; i < runner.result().findings.size(); ++i) {
        const Finding& finding = runner.result().findings[i];
        EXPECT_EQ(runner.numberOf(i), finding.accepted ? 0 : ++expected);
        EXPECT_EQ(runner.indexOf(fingerprint(finding)), i);
    }
    EXPECT_EQ(runner.count(), expected);
}

TEST(CheckRunner, isSilentWhenSwitchedOff)
{
    DocumentController document;
    document.setBlueprint(withoutCustomer());
    CheckRunner runner;
    runner.setDocument(&document);
    runner.setEnabled(false);
    EXPECT_TRUE(runner.result().findings.isEmpty());
    EXPECT_FALSE(runner.isRunning());
    EXPECT_EQ(runner.count(), 0);
}

} // namespace
} // namespace throughline
