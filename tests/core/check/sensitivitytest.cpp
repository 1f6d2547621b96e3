// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/io/blueprintreader.h"
#include "core/io/files.h"
#include "core/model/patch.h"
#include "tests/support/allrules.h"
#include "tests/support/workedcase.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::allRulesOn;
using throughline::testing::workedCase;

/// How many faults of drawing the check notices: one connection is taken away at a time, and any finding that was not
/// there before counts. docs/rules.md holds the table.
namespace {

struct Sensitivity
{
    int connections = 0;
    int noticed = 0;
};

QSet<QString> fingerprintsOf(const Blueprint& blueprint)
{
    QSet<QString> fingerprints;
    for (const Finding& finding : checkBlueprint(blueprint, allRulesOn()).findings)
        fingerprints.insert(fingerprint(finding));
    return fingerprints;
}

/// An answer that names the removed connection as its request loses the name with it.
Patch removalOf(const Blueprint& blueprint, const Connection& removed)
{
    Patch patch{{ElementChange<Connection>{removed, std::nullopt}}};
    for (const Connection& connection : blueprint.connections()) {
        if (connection.answers != removed.id || connection.id == removed.id)
            continue;
        Connection freed = connection;
        freed.answers = {};
        patch.changes += ElementChange<Connection>{connection, freed};
    }
    return patch;
}

Sensitivity sensitivityOf(const Blueprint& blueprint)
{
    const QSet<QString> before = fingerprintsOf(blueprint);
    Sensitivity result;
    for (const Connection& connection : blueprint.connections()) {
        Blueprint without = blueprint;
        EXPECT_TRUE(apply(without, removalOf(blueprint, connection))) << qPrintable(connection.id.value);
        ++result.connections;
        result.noticed += (fingerprintsOf(without) - before).isEmpty() ? 0 : 1;
    }
    return result;
}

Blueprint templateNamed(const QString& name)
{
    const QString path = QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/templates/%1.blueprint").arg(name);
    const Result<QByteArray> file = readFile(path);
    EXPECT_TRUE(file) << qPrintable(path);
    const Result<Blueprint> blueprint = file ? readBlueprint(*file, path) : Blueprint();
    EXPECT_TRUE(blueprint) << qPrintable(path);
    return blueprint ? *blueprint : Blueprint();
}

/// "| a restaurant | 26 | 20 |" stands in docs/rules.md.
void expectInDocument(const QString& name, const Sensitivity& result)
{
    const Result<QByteArray> page = readFile(QStringLiteral(THROUGHLINE_SOURCE_DIR "/docs/rules.md"));
    ASSERT_TRUE(page);
    const QString row = u"| %1 | %2 | %3 |"_s.arg(name).arg(result.connections).arg(result.noticed);
    EXPECT_TRUE(QString::fromUtf8(*page).contains(row)) << "docs/rules.md should hold: " << qPrintable(row);
}

} // namespace

TEST(Sensitivity, noticesTwentyOfTheTwentySixConnectionsOfTheReferenceSolution)
{
    const Sensitivity result = sensitivityOf(workedCase("15a"));
    EXPECT_EQ(result.connections, 26);
    EXPECT_GE(result.noticed, 20);
    expectInDocument(u"worked case 15a, the reference solution of a restaurant"_s, result);
}

TEST(Sensitivity, noticesAtLeastAThirdOfTheConnectionsOfEachTemplate)
{
    for (const QString& name : {u"restaurant"_s, u"bank-loan"_s, u"car-dealer"_s}) {
        SCOPED_TRACE(name.toStdString());
        const Sensitivity result = sensitivityOf(templateNamed(name));
        EXPECT_GT(result.connections, 0);
        EXPECT_GE(result.noticed * 3, result.connections);
        expectInDocument(u"template `%1`"_s.arg(name), result);
    }
}
