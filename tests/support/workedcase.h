// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"
#include "tests/support/dice.h"
#include "tests/support/readnotation.h"

#include <QFile>

#include <gtest/gtest.h>

#include <algorithm>

namespace throughline::testing {

/// The text of one worked case of tests/data/cases.txt, e.g. "1a".
inline QByteArray workedCaseText(const QByteArray& name)
{
    QFile file(QStringLiteral(THROUGHLINE_TEST_DATA "/cases.txt"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray all = file.readAll();
    const qsizetype heading = all.indexOf("=== " + name + ' ');
    EXPECT_GE(heading, 0) << name.constData();
    const qsizetype start = all.indexOf('\n', heading) + 1;
    return all.mid(start, all.indexOf("--- expect", start) - start);
}

inline Blueprint workedCase(const QByteArray& name)
{
    return blueprintOf(workedCaseText(name));
}

/// The blueprint with its connections numbered anew in a random order and its roles' abilities shuffled: what was
/// declared first is now somewhere else, and nothing has changed for people.
inline Blueprint redeclared(const Blueprint& blueprint, std::mt19937& random)
{
    Dice dice(random);
    const auto shuffle = [&](auto& list) {
        for (qsizetype i = list.size() - 1; i > 0; --i)
            list.swapItemsAt(i, dice.below(int(i) + 1));
    };
    const auto all = [](const auto& table) { return QList(table.begin(), table.end()); };
    BlueprintBuilder builder;
    builder.header = blueprint.header();
    builder.departments = all(blueprint.departments());
    builder.roles = all(blueprint.roles());
    builder.requests = all(blueprint.requests());
    builder.dataItems = all(blueprint.dataItems());
    builder.phases = all(blueprint.phases());
    builder.steps = all(blueprint.steps());
    builder.lanes = all(blueprint.lanes());
    builder.cards = all(blueprint.cards());
    builder.connections = all(blueprint.connections());
    builder.acceptances = all(blueprint.acceptances());
    QList<ConnectionId> ids;
    for (const Connection& connection : builder.connections)
        ids += connection.id;
    QList<ConnectionId> shuffled = ids;
    shuffle(shuffled);
    for (Connection& connection : builder.connections) {
        connection.id = shuffled[ids.indexOf(connection.id)];
        if (!connection.answers.isEmpty())
            connection.answers = shuffled[ids.indexOf(connection.answers)];
    }
    for (Role& role : builder.roles)
        shuffle(role.capabilities);
    shuffle(builder.cards);
    shuffle(builder.connections);
    const Result<Blueprint> result = std::move(builder).build();
    EXPECT_TRUE(result) << (result ? "" : qPrintable(describe(result.error())));
    return result ? *result : Blueprint();
}

} // namespace throughline::testing
