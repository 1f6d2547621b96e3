// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"

#include "core/check/lines.h"
#include "core/check/rule.h"
#include "core/check/textreport.h"
#include "core/model/patch.h"
#include "tests/support/allrules.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::allRulesOn;
using throughline::testing::blueprintOf;

namespace {

const QByteArray Unanswered = R"(
dept Retail
dept Mortgages
role Banker dept=Retail
role Desk dept=Mortgages
lane Client stage=customer
lane Front stage=frontstage role=Banker
lane Back stage=backstage role=Desk
card c1 lane=Client step=1 "Asks about a mortgage"
card c2 lane=Client step=3 "Decides" end
card b1 lane=Front step=1 "Takes the question"
card p1 lane=Back step=2 "Gets the mail"
c1 ?> b1 mortgage
b1 => p1 mortgage
c1 -> c2
)";

const Finding* findingOf(const CheckResult& result, const QString& rule)
{
    for (const Finding& finding : result.findings) {
        if (finding.rule == rule)
            return &finding;
    }
    return nullptr;
}

void throwing(RuleRun& run)
{
    run.add({});
    throw std::runtime_error("the sky fell");
}

void counting(RuleRun& run)
{
    Finding finding;
    finding.subjects = {u"blueprint"_s};
    run.add(finding);
}

} // namespace

TEST(Checker, reportsARuleThatThrowsAndRunsTheOthers)
{
    const Rule rules[] = {{u"silo-break", counting}, {u"asked-again", throwing}, {u"dropped-handoff", counting}};
    const CheckResult result = runRules(rules, Blueprint(), allRulesOn());
    ASSERT_EQ(result.ruleErrors.size(), 1);
    EXPECT_EQ(result.ruleErrors.first().rule, u"asked-again"_s);
    EXPECT_EQ(result.ruleErrors.first().message, u"the sky fell"_s);
    EXPECT_EQ(linesOf(result), QStringList({u"dropped-handoff blueprint"_s, u"silo-break blueprint"_s}));
}

TEST(Checker, findsNothingInAnEmptyBlueprint)
{
    const CheckResult result = checkBlueprint(Blueprint(), allRulesOn());
    EXPECT_TRUE(result.findings.isEmpty());
    EXPECT_TRUE(result.ruleErrors.isEmpty());
}

TEST(Checker, marksAnAcceptedFindingAndListsItNoMore)
{
    const Blueprint blueprint = blueprintOf(Unanswered + "accept unanswered-handoff e1 \"asked by phone\"\n");
    const CheckResult result = checkBlueprint(blueprint, allRulesOn());
    const Finding* finding = findingOf(result, u"unanswered-handoff"_s);
    ASSERT_TRUE(finding && finding->accepted);
    EXPECT_EQ(finding->accepted->reason, u"asked by phone"_s);
    EXPECT_TRUE(linesOf(result).isEmpty());
    EXPECT_EQ(countOpen(result, Severity::Hint), 0);
    EXPECT_TRUE(result.staleAcceptances.isEmpty());
}

TEST(Checker, listsAnAcceptanceThatMatchesNothing)
{
    const Blueprint blueprint = blueprintOf(Unanswered + "accept silo-break c1>c2 \"on purpose\"\n");
    const CheckResult result = checkBlueprint(blueprint, allRulesOn());
    ASSERT_EQ(result.staleAcceptances.size(), 1);
    EXPECT_EQ(result.staleAcceptances.first().rule, u"silo-break"_s);
    EXPECT_EQ(countOpen(result, Severity::Error), 1);
}

TEST(Checker, leavesAcceptancesOfRulesThatDidNotRunAlone)
{
    const Blueprint blueprint = blueprintOf(Unanswered + "accept asked-again c1 \"on purpose\"\n");
    CheckOptions options = allRulesOn();
    options.severities.insert(u"asked-again"_s, Severity::Off);
    EXPECT_TRUE(checkBlueprint(blueprint, options).staleAcceptances.isEmpty());
}

TEST(Checker, countsAFindingAgainWhenItsAcceptanceHasRunOut)
{
    Blueprint blueprint = blueprintOf(Unanswered + "accept unanswered-handoff e1 \"until spring\"\n");
    const Acceptance before = *blueprint.acceptances().begin();
    Acceptance after = before;
    after.until = QDate(2030, 3, 20);
    ASSERT_TRUE(apply(blueprint, Patch{{ElementChange<Acceptance>{before, after}}}));
    CheckOptions options = allRulesOn();
    options.today = QDate(2030, 3, 20);
    EXPECT_EQ(countOpen(checkBlueprint(blueprint, options), Severity::Hint), 0);
    options.today = QDate(2030, 3, 21);
    const CheckResult result = checkBlueprint(blueprint, options);
    EXPECT_EQ(countOpen(result, Severity::Hint), 1);
    EXPECT_TRUE(result.staleAcceptances.isEmpty());
    const Finding* finding = findingOf(result, u"unanswered-handoff"_s);
    ASSERT_TRUE(finding && finding->expired);
    EXPECT_EQ(finding->expired->reason, u"until spring"_s);
}

TEST(Checker, obeysTheCommandLineBeforeTheBlueprintBeforeThePreset)
{
    Blueprint blueprint = blueprintOf(Unanswered);
    Header header = blueprint.header();
    header.ruleSeverities.insert(u"unanswered-handoff"_s, Severity::Hint);
    ASSERT_TRUE(apply(blueprint, Patch{{HeaderChange{blueprint.header(), header}}}));
    CheckOptions options;
    EXPECT_EQ(checkBlueprint(blueprint, options).findings.first().severity, Severity::Hint);
    options.severities.insert(u"unanswered-handoff"_s, Severity::Warning);
    EXPECT_EQ(checkBlueprint(blueprint, options).findings.first().severity, Severity::Warning);
}

TEST(Checker, obeysTheFolderAfterTheBlueprintAndBeforeThePreset)
{
    Blueprint blueprint = blueprintOf(Unanswered);
    CheckOptions options;
    options.folderSeverities.insert(u"unanswered-handoff"_s, Severity::Warning);
    EXPECT_EQ(checkBlueprint(blueprint, options).findings.first().severity, Severity::Warning);
    Header header = blueprint.header();
    header.ruleSeverities.insert(u"unanswered-handoff"_s, Severity::Hint);
    ASSERT_TRUE(apply(blueprint, Patch{{HeaderChange{blueprint.header(), header}}}));
    EXPECT_EQ(checkBlueprint(blueprint, options).findings.first().severity, Severity::Hint);
}

TEST(Checker, saysPossibleAndOneDegreeQuieterWhereThingsAreInferred)
{
    QByteArray plain = Unanswered;
    plain.replace("c1 ?> b1 mortgage", "c1 -- b1").replace("b1 => p1 mortgage", "b1 -- p1");
    const CheckResult drawn = checkBlueprint(blueprintOf(Unanswered), allRulesOn());
    const CheckResult inferred = checkBlueprint(blueprintOf(plain), allRulesOn());
    const Finding* certain = findingOf(drawn, u"unanswered-handoff"_s);
    const Finding* possible = findingOf(inferred, u"unanswered-handoff"_s);
    ASSERT_TRUE(certain && possible);
    EXPECT_EQ(certain->severity, Severity::Error);
    EXPECT_EQ(possible->severity, Severity::Warning);
    EXPECT_EQ(possible->confidence, Confidence::Inferred);
    EXPECT_TRUE(possible->title.startsWith(u"Possible "_s));
}

TEST(Checker, keepsFingerprintsWhenThingsAreRenamed)
{
    QByteArray renamed = Unanswered;
    renamed.replace("Asks about a mortgage", "Wants a house").replace("Gets the mail", "Sees the mail");
    const CheckResult before = checkBlueprint(blueprintOf(Unanswered), allRulesOn());
    const CheckResult after = checkBlueprint(blueprintOf(renamed), allRulesOn());
    ASSERT_EQ(before.findings.size(), after.findings.size());
    EXPECT_NE(before.findings.first().message + before.findings.first().remedies.join(u' '),
              after.findings.first().message + after.findings.first().remedies.join(u' '));
    for (qsizetype i = 0; i < before.findings.size(); ++i)
        EXPECT_EQ(fingerprint(before.findings[i]), fingerprint(after.findings[i]));
}

TEST(Checker, namesASiloBreakThereAndBackDifferently)
{
    Finding there;
    there.rule = u"silo-break"_s;
    there.subjects = {u"a"_s, u"b"_s};
    Finding back = there;
    back.subjects = {u"b"_s, u"a"_s};
    EXPECT_EQ(fingerprint(there), fingerprint(back));
    back.variant = u"back"_s;
    EXPECT_NE(fingerprint(there), fingerprint(back));
}

TEST(Checker, namesACardWithoutATitleByItsPlace)
{
    const CheckResult result = checkBlueprint(blueprintOf("lane guest stage=customer \"Guest\"\n"
                                                          "card c7k2m9q lane=guest step=1 effort=3\n"
                                                          "card c8k2m9q lane=guest effort=3\n"
                                                          "card eat lane=guest step=2 effort=3\n"
                                                          "ceiling effort=1\n"),
                                              allRulesOn());
    QStringList said;
    for (const Finding& finding : result.findings) {
        if (finding.rule == u"costly-step"_s)
            said += finding.title + u'|' + finding.message.section(u" costs"_s, 0, 0) + u'|' +
                    finding.remedies.first().section(u" cheaper"_s, 0, 0);
    }
    said.sort();
    EXPECT_EQ(said.join(u'\n').toStdString(),
              "Costly step: eat|\u201ceat\u201d|Make \u201ceat\u201d\n"
              "Costly step: untitled card of Guest, step 1|The untitled card of Guest, step 1|"
              "Make the untitled card of Guest, step 1\n"
              "Costly step: untitled card of Guest|The untitled card of Guest|Make the untitled card of Guest");
}

TEST(TextReport, tellsPeopleWhatWhereAndWhatWouldMendIt)
{
    const Blueprint blueprint = blueprintOf(Unanswered);
    const QString report = textReport(blueprint, checkBlueprint(blueprint, allRulesOn()));
    EXPECT_TRUE(report.contains(u"error  Unanswered handoff: mortgage"_s)) << qPrintable(report);
    EXPECT_TRUE(report.contains(u"Gets the mail"_s));
    EXPECT_TRUE(report.contains(u"(e1)"_s));
    EXPECT_TRUE(report.endsWith(u"1 error.\n"_s)) << qPrintable(report);
    EXPECT_FALSE(report.contains(u'\u001b'));
}
