// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/catalogue.h"
#include "core/check/checker.h"
#include "core/check/lines.h"
#include "core/io/notationreader.h"
#include "tests/support/allrules.h"

#include <QFile>
#include <QSet>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::allRulesOn;

namespace {

/// One worked case: a blueprint in the text notation and the lines its check must give.
struct WorkedCase
{
    QString name;
    QByteArray notation;
    QStringList expected;
};

QList<WorkedCase> readCases(const QString& name)
{
    QFile file(QStringLiteral(THROUGHLINE_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<WorkedCase> cases;
    bool expecting = false;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("=== ")) {
            cases += WorkedCase{QString::fromUtf8(line.mid(4)), {}, {}};
            expecting = false;
        } else if (line.startsWith("--- expect")) {
            expecting = true;
        } else if (!cases.isEmpty() && expecting && !line.trimmed().isEmpty()) {
            cases.last().expected += QString::fromUtf8(line.trimmed());
        } else if (!cases.isEmpty() && !expecting) {
            cases.last().notation += line + '\n';
        }
    }
    for (WorkedCase& worked : cases)
        worked.expected.sort();
    return cases;
}

void expectExactLines(const QString& name, qsizetype least)
{
    const QList<WorkedCase> cases = readCases(name);
    ASSERT_GE(cases.size(), least);
    for (const WorkedCase& worked : cases) {
        const auto blueprint = readNotation(worked.notation, worked.name);
        ASSERT_TRUE(blueprint) << qPrintable(worked.name + u": "_s + describe(blueprint.error()));
        const CheckResult result = checkBlueprint(*blueprint, allRulesOn());
        EXPECT_TRUE(result.ruleErrors.isEmpty()) << qPrintable(worked.name);
        EXPECT_EQ(linesOf(result).join(u'\n').toStdString(), worked.expected.join(u'\n').toStdString())
            << qPrintable(worked.name);
    }
}

/// The rules that a file of cases names in what it expects.
QSet<QString> rulesIn(const QString& name)
{
    QSet<QString> rules;
    for (const WorkedCase& worked : readCases(name)) {
        for (const QString& line : worked.expected)
            rules.insert(line.section(u' ', 0, 0));
    }
    return rules;
}

} // namespace

TEST(WorkedCases, giveExactlyTheirLines)
{
    expectExactLines(u"cases.txt"_s, 40);
}

TEST(OwnCases, giveExactlyTheirLines)
{
    expectExactLines(u"cases-own.txt"_s, 100);
}

TEST(OwnCases, makeEveryRuleFireThatTheNotationCanBreak)
{
    const QSet<QString> found = rulesIn(u"cases-own.txt"_s);
    for (const CatalogueEntry& entry : catalogue()) {
        // A ceiling and a loose end have no words in the notation; tests/data/rules breaks these two.
        const bool inNotation = entry.id != u"costly-step"_s && entry.id != u"loose-connection"_s;
        EXPECT_EQ(found.contains(entry.id), inNotation) << qPrintable(entry.id);
    }
}
