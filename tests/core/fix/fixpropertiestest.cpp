// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/io/blueprintwriter.h"
#include "tests/core/fix/fixcases.h"

#include <QDir>
#include <QSet>

#include <random>

using namespace Qt::StringLiterals;
using namespace throughline;
using namespace throughline::testing;

/// What holds of every way to mend every finding, judged without the trial that chose it.
namespace {

// Under the sanitizers, twenty times slower, a part of them has to do; every run without them tries all.
#ifdef __SANITIZE_ADDRESS__
constexpr int Blueprints = 200;
#else
constexpr int Blueprints = 1500;
#endif

struct Judgement
{
    QSet<QString> open;
    QSet<QString> errors;

    explicit Judgement(const Blueprint& blueprint)
    {
        for (const Finding& finding : checkBlueprint(blueprint, allRulesOn()).findings) {
            if (finding.accepted)
                continue;
            open.insert(fingerprint(finding));
            if (finding.severity == Severity::Error)
                errors.insert(fingerprint(finding));
        }
    }
};

void expectReadable(const QString& text)
{
    EXPECT_FALSE(text.isEmpty());
    EXPECT_FALSE(text.endsWith(u'.')) << qPrintable(text);
    EXPECT_TRUE(text.isEmpty() || text.front().isUpper()) << qPrintable(text);
    EXPECT_FALSE(text.contains(u"%1"_s) || text.contains(u"%2"_s) || text.contains(u"the the "_s)) << qPrintable(text);
}

void expectMends(const Blueprint& blueprint, const Judgement& before, const Finding& finding, const Fix& fix)
{
    SCOPED_TRACE((finding.rule + u' ' + subjectOf(finding) + u": "_s + fix.id + u": "_s + fix.text).toStdString());
    ASSERT_FALSE(fix.patch.isEmpty());
    expectReadable(fix.text);
    Blueprint patched = blueprint;
    ASSERT_TRUE(apply(patched, fix.patch));
    const Result<void> valid = validate(patched);
    EXPECT_TRUE(valid) << qPrintable(valid ? QString() : describe(valid.error()));

    const Judgement after(patched);
    EXPECT_FALSE(after.open.contains(fingerprint(finding)));
    for (const QString& error : after.errors)
        EXPECT_TRUE(before.errors.contains(error)) << qPrintable(error);

    const Result<Blueprint> loaded = readBlueprint(writeBlueprint(patched), u"saved"_s);
    ASSERT_TRUE(loaded) << qPrintable(loaded ? QString() : describe(loaded.error()));
    EXPECT_EQ(*loaded, patched);

    ASSERT_TRUE(apply(patched, inverse(fix.patch)));
    EXPECT_EQ(patched, blueprint);
}

/// How often each rule was mended, and found.
struct Tally
{
    QMap<QString, int> found;
    QMap<QString, int> mended;
};

void expectAllMend(const Blueprint& blueprint, Tally& tally, int mostOfARule)
{
    const Judgement before(blueprint);
    QMap<QString, int> ofRule;
    for (const Finding& finding : checkBlueprint(blueprint, allRulesOn()).findings) {
        if (finding.accepted || ++ofRule[finding.rule] > mostOfARule)
            continue;
        const QList<Fix> fixes = fixesFor(blueprint, finding, allRulesOn(), countingIds());
        ++tally.found[finding.rule];
        tally.mended[finding.rule] += fixes.isEmpty() ? 0 : 1;
        for (const Fix& fix : fixes)
            expectMends(blueprint, before, finding, fix);
    }
}

} // namespace

TEST(FixProperties, everyFixOfARandomBlueprintMendsAndMakesNoError)
{
    std::mt19937 random(41);
    Tally tally;
    for (int i = 0; i < Blueprints && !::testing::Test::HasFailure(); ++i) {
        SCOPED_TRACE("blueprint " + std::to_string(i));
        expectAllMend(randomBlueprint(random), tally, 1);
    }
    for (const auto& [rule, found] : tally.found.asKeyValueRange())
        RecordProperty(rule.toStdString(), std::to_string(tally.mended[rule]) + " of " + std::to_string(found));
}

TEST(FixProperties, everyFixOfATemplateMendsAndMakesNoError)
{
    const QDir folder(QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/templates"));
    const QStringList names = folder.entryList({u"*.blueprint"_s});
    ASSERT_GE(names.size(), 3);
    Tally tally;
    for (const QString& name : names) {
        SCOPED_TRACE(name.toStdString());
        const Result<QByteArray> bytes = readFile(folder.filePath(name));
        ASSERT_TRUE(bytes);
        const Result<Blueprint> blueprint = readBlueprint(*bytes, name);
        ASSERT_TRUE(blueprint);
        expectAllMend(*blueprint, tally, 100);
    }
}

/// Real drawings with one connection missing have the faults people make.
TEST(FixProperties, everyFixOfATemplateWithoutOneConnectionMendsAndMakesNoError)
{
    constexpr int EachOf = 4;
    Tally tally;
    for (const QString& name : {u"restaurant"_s, u"bank-loan"_s, u"car-dealer"_s}) {
        SCOPED_TRACE(name.toStdString());
        const Result<QByteArray> bytes =
            readFile(QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/templates/%1.blueprint").arg(name));
        ASSERT_TRUE(bytes);
        const Result<Blueprint> whole = readBlueprint(*bytes, name);
        ASSERT_TRUE(whole);
        int number = 0;
        for (const Connection& connection : whole->connections()) {
            if (++number % EachOf != 0)
                continue;
            SCOPED_TRACE(connection.id.value.toStdString());
            const Result<Patch> gone = removeElements(*whole, {{ElementKind::Connection, connection.id.value}});
            Blueprint thinned = *whole;
            ASSERT_TRUE(gone && apply(thinned, *gone));
            expectAllMend(thinned, tally, 1);
        }
    }
    EXPECT_GT(tally.mended[u"silo-break"_s], 20);
    EXPECT_GT(tally.mended[u"too-many-contacts"_s], 5);
}

TEST(FixProperties, everyFixOfAWorkedCaseMendsAndMakesNoError)
{
    QFile file(QStringLiteral(THROUGHLINE_TEST_DATA "/cases.txt"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    Tally tally;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (!line.startsWith("=== "))
            continue;
        const QByteArray name = line.mid(4).split(' ').first();
        SCOPED_TRACE(name.toStdString());
        expectAllMend(workedCase(name), tally, 100);
    }
}
