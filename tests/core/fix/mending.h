// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/draft.h"
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "tests/core/fix/fixcases.h"

#include <algorithm>

namespace throughline::testing {

/// Expects exactly these fixes of a finding, best first, as "id: text"; each applied mends it without a new error, and
/// can be taken back. Gives them.
inline QList<Fix> expectFixes(const Blueprint& blueprint, const QString& rule, const QString& subject,
                              const QStringList& expected)
{
    SCOPED_TRACE(qPrintable(rule + u' ' + subject));
    const Finding finding = findingOf(blueprint, rule, subject);
    const QList<Fix> fixes = fixesFor(blueprint, finding, allRulesOn(), countingIds());
    EXPECT_EQ(linesOf(fixes).join(u'\n').toStdString(), expected.join(u'\n').toStdString());
    const auto errors = [](const Blueprint& checked) {
        return countOpen(checkBlueprint(checked, allRulesOn()), Severity::Error);
    };
    for (const Fix& fix : fixes) {
        Blueprint after = mended(blueprint, fix);
        EXPECT_TRUE(validate(after)) << qPrintable(fix.id);
        const QList<Finding> left = checkBlueprint(after, allRulesOn()).findings;
        EXPECT_TRUE(std::ranges::none_of(left, [&](const Finding& f) {
            return fingerprint(f) == fingerprint(finding);
        })) << qPrintable(fix.id);
        EXPECT_LE(errors(after), errors(blueprint)) << qPrintable(fix.id);
        EXPECT_TRUE(apply(after, inverse(fix.patch))) << qPrintable(fix.id);
        EXPECT_EQ(after, blueprint) << qPrintable(fix.id);
    }
    return fixes;
}

} // namespace throughline::testing
