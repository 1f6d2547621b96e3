// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/catalogue.h"
#include "core/check/rule.h"
#include "core/io/blueprintreader.h"
#include "core/io/notationreader.h"
#include "core/model/queries.h"
#include "tests/support/allrules.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::allRulesOn;

namespace {

CheckResult checkAll(const Blueprint& blueprint)
{
    return checkBlueprint(blueprint, allRulesOn());
}

/// "bad" or "good", "breaks" or "holds" of a rule, whatever format it is in.
Blueprint exampleOf(const QString& rule, const QString& kind)
{
    const QString base = QStringLiteral(THROUGHLINE_TEST_DATA "/rules/%1/%2").arg(rule, kind);
    for (const QString& ending : {u".bpt"_s, u".blueprint"_s}) {
        QFile file(base + ending);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const Result<Blueprint> blueprint =
            ending == u".bpt"_s ? readNotation(file.readAll(), base) : readBlueprint(file.readAll(), base);
        EXPECT_TRUE(blueprint) << qPrintable(describe(blueprint.error()));
        return blueprint ? *blueprint : Blueprint();
    }
    ADD_FAILURE() << "no file " << qPrintable(base);
    return {};
}

QStringList rulesFound(const CheckResult& result)
{
    QStringList rules;
    for (const Finding& finding : result.findings)
        rules += finding.rule;
    return rules;
}

void expectSound(const Blueprint& blueprint, const CheckResult& result, const QString& where)
{
    SCOPED_TRACE(where.toStdString());
    QSet<QString> fingerprints;
    for (const Finding& finding : result.findings) {
        EXPECT_FALSE(fingerprints.contains(fingerprint(finding)))
            << qPrintable(finding.rule + u' ' + subjectOf(finding));
        fingerprints.insert(fingerprint(finding));
        EXPECT_TRUE(isValidId(fingerprint(finding)));
        for (const QString& text : {finding.title, finding.message, finding.consequence})
            EXPECT_FALSE(text.isEmpty() || text.contains(QRegularExpression(u"%[0-9]"_s)) || text.contains(u"  "_s))
                << qPrintable(finding.rule + u": "_s + text);
        EXPECT_FALSE(finding.remedies.isEmpty()) << qPrintable(finding.rule);
        EXPECT_FALSE(finding.evidence.isEmpty()) << qPrintable(finding.rule);
        for (const Evidence& evidence : finding.evidence) {
            EXPECT_TRUE(contains(blueprint, evidence.element)) << qPrintable(evidence.element.id);
            EXPECT_EQ(evidence.part == Evidence::Part::Missing, !evidence.to.id.isEmpty()) << qPrintable(finding.rule);
        }
    }
}

} // namespace

TEST(Catalogue, hasARuleForEachEntryAndAnEntryForEachRule)
{
    QStringList entries;
    for (const CatalogueEntry& entry : catalogue()) {
        entries += entry.id;
        for (const QString& text : {entry.title, entry.explanation, entry.definition, entry.howToFix, entry.source})
            EXPECT_FALSE(text.isEmpty()) << qPrintable(entry.id);
    }
    QStringList rules;
    for (const Rule& rule : allRules())
        rules += rule.id.toString();
    EXPECT_EQ(entries, rules);
    EXPECT_EQ(QSet<QString>(rules.begin(), rules.end()).size(), rules.size());
}

TEST(Catalogue, startsWithTheThreePromisesOnly)
{
    QStringList on;
    for (const CatalogueEntry& entry : catalogue()) {
        if (entry.start != Severity::Off)
            on += entry.id;
    }
    EXPECT_EQ(on, QStringList({u"silo-break"_s, u"dead-end-role"_s, u"unanswered-handoff"_s}));
}

TEST(Rules, findTheBadExampleAndNotTheGoodOne)
{
    for (const CatalogueEntry& entry : catalogue()) {
        SCOPED_TRACE(entry.id.toStdString());
        const Blueprint bad = exampleOf(entry.id, u"bad"_s);
        const CheckResult found = checkAll(bad);
        EXPECT_TRUE(rulesFound(found).contains(entry.id));
        expectSound(bad, found, entry.id + u"/bad"_s);
        const Blueprint good = exampleOf(entry.id, u"good"_s);
        const CheckResult silent = checkAll(good);
        EXPECT_FALSE(rulesFound(silent).contains(entry.id));
        expectSound(good, silent, entry.id + u"/good"_s);
    }
}

TEST(Rules, findNothingElseInTheExamplesOfTheDocumentation)
{
    for (const CatalogueEntry& entry : catalogue()) {
        SCOPED_TRACE(entry.id.toStdString());
        const Blueprint breaks = exampleOf(entry.id, u"breaks"_s);
        const CheckResult found = checkAll(breaks);
        const QStringList rules = rulesFound(found);
        EXPECT_EQ(QSet<QString>(rules.begin(), rules.end()), QSet<QString>{entry.id});
        expectSound(breaks, found, entry.id + u"/breaks"_s);
        EXPECT_EQ(rulesFound(checkAll(exampleOf(entry.id, u"holds"_s))), QStringList());
    }
}

TEST(Rules, sayHowMuchTheyCouldCheck)
{
    const CheckResult result = checkAll(exampleOf(u"silo-break"_s, u"bad"_s));
    QStringList noted;
    for (const CoverageNote& note : result.coverage) {
        noted += note.rule;
        EXPECT_TRUE(note.sentence.startsWith(note.rule + u": "_s)) << qPrintable(note.sentence);
        EXPECT_LE(note.checked, note.total);
    }
    QStringList rules;
    for (const CatalogueEntry& entry : catalogue())
        rules += entry.id;
    EXPECT_EQ(noted, rules);
}

TEST(Rules, areSoundOnTheTemplates)
{
    const QDir folder(QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/templates"));
    const QStringList files = folder.entryList({u"*.blueprint"_s});
    ASSERT_FALSE(files.isEmpty());
    for (const QString& name : files) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const Result<Blueprint> blueprint = readBlueprint(file.readAll(), name);
        ASSERT_TRUE(blueprint) << qPrintable(name);
        const CheckResult result = checkAll(*blueprint);
        EXPECT_TRUE(result.ruleErrors.isEmpty());
        expectSound(*blueprint, result, name);
    }
}
