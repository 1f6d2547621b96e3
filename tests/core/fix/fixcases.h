// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/checker.h"
#include "core/fix/fixes.h"
#include "core/io/blueprintreader.h"
#include "core/io/files.h"
#include "tests/support/allrules.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"
#include "tests/support/workedcase.h"

#include <gtest/gtest.h>

namespace throughline::testing {

/// The drawing that breaks a rule, from tests/data/rules.
[[nodiscard]] inline Blueprint badExample(const QString& rule)
{
    const QString base = QStringLiteral(THROUGHLINE_TEST_DATA "/rules/%1/bad").arg(rule);
    if (const Result<QByteArray> notation = readFile(base + QStringLiteral(".bpt")))
        return blueprintOf(*notation);
    const Result<QByteArray> bytes = readFile(base + QStringLiteral(".blueprint"));
    const Result<Blueprint> blueprint = readBlueprint(bytes ? *bytes : QByteArray(), base);
    EXPECT_TRUE(blueprint) << qPrintable(base);
    return blueprint ? *blueprint : Blueprint();
}

/// A finding of a rule, the one at a subject (the first where it is empty); fails the test where there is none.
[[nodiscard]] inline Finding findingOf(const Blueprint& blueprint, const QString& rule, const QString& subject = {})
{
    for (const Finding& finding : checkBlueprint(blueprint, allRulesOn()).findings) {
        if (finding.rule == rule && (subject.isEmpty() || subjectOf(finding) == subject))
            return finding;
    }
    ADD_FAILURE() << "no " << qPrintable(rule) << " at " << qPrintable(subject);
    return {};
}

/// What would mend that finding.
[[nodiscard]] inline QList<Fix> fixesOfFinding(const Blueprint& blueprint, const QString& rule,
                                               const QString& subject = {})
{
    return fixesFor(blueprint, findingOf(blueprint, rule, subject), allRulesOn(), countingIds());
}

/// "draw-hand-over: Hand over from …", one a fix.
[[nodiscard]] inline QStringList linesOf(const QList<Fix>& fixes)
{
    QStringList lines;
    for (const Fix& fix : fixes)
        lines += fix.id + QStringLiteral(": ") + fix.text;
    return lines;
}

/// The fix of an id; fails the test where there is none.
[[nodiscard]] inline Fix fixNamed(const QList<Fix>& fixes, const QString& id)
{
    for (const Fix& fix : fixes) {
        if (fix.id == id)
            return fix;
    }
    ADD_FAILURE() << "no fix " << qPrintable(id) << " among\n" << qPrintable(linesOf(fixes).join(u'\n'));
    return {};
}

/// The blueprint with a fix applied.
[[nodiscard]] inline Blueprint mended(Blueprint blueprint, const Fix& fix)
{
    const Result<void> applied = apply(blueprint, fix.patch);
    EXPECT_TRUE(applied) << qPrintable(fix.id);
    return blueprint;
}

} // namespace throughline::testing
