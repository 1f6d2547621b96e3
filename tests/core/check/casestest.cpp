// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/check/lines.h"
#include "core/io/notationreader.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;

namespace {

/// One worked case: a blueprint in the text notation and the lines its check must give.
struct WorkedCase
{
    QString name;
    QByteArray notation;
    QStringList expected;
};

QList<WorkedCase> readCases()
{
    QFile file(QStringLiteral(THROUGHLINE_TEST_DATA "/cases.txt"));
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

} // namespace

TEST(WorkedCases, giveExactlyTheirLines)
{
    const QList<WorkedCase> cases = readCases();
    ASSERT_GE(cases.size(), 40);
    for (const WorkedCase& worked : cases) {
        const auto blueprint = readNotation(worked.notation, worked.name);
        ASSERT_TRUE(blueprint) << qPrintable(worked.name + u": "_s + describe(blueprint.error()));
        const CheckResult result = checkBlueprint(*blueprint, {.preset = Preset::All, .severities = {}, .today = {}});
        EXPECT_TRUE(result.ruleErrors.isEmpty()) << qPrintable(worked.name);
        EXPECT_EQ(linesOf(result).join(u'\n').toStdString(), worked.expected.join(u'\n').toStdString())
            << qPrintable(worked.name);
    }
}
