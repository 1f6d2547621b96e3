// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/fix/fixcases.h"

#include <iostream>

using namespace Qt::StringLiterals;
using namespace throughline;
using namespace throughline::testing;

namespace {

/// Applies the first fix of the first finding that has one until there is nothing left to do.
QStringList mendWithFirstFixes(Blueprint& blueprint)
{
    const IdSource ids = countingIds();
    QStringList sequence;
    for (int step = 0; step < 40; ++step) {
        bool applied = false;
        for (const Finding& finding : checkBlueprint(blueprint).findings) {
            const QList<Fix> fixes = applied ? QList<Fix>() : fixesFor(blueprint, finding, {}, ids);
            if (fixes.isEmpty())
                continue;
            sequence += finding.rule + u": "_s + fixes.first().text;
            EXPECT_TRUE(apply(blueprint, fixes.first().patch));
            applied = true;
        }
        if (!applied)
            break;
    }
    return sequence;
}

} // namespace

TEST(Fixes, bringEveryTemplateToNoFindingsByTheFirstOfEach)
{
    for (const QString& name : {u"restaurant"_s, u"bank-loan"_s, u"car-dealer"_s}) {
        SCOPED_TRACE(name.toStdString());
        const Result<QByteArray> bytes =
            readFile(QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/templates/%1.blueprint").arg(name));
        ASSERT_TRUE(bytes);
        Result<Blueprint> blueprint = readBlueprint(*bytes, name);
        ASSERT_TRUE(blueprint);
        const auto before = checkBlueprint(*blueprint).findings.size();
        const QStringList sequence = mendWithFirstFixes(*blueprint);
        EXPECT_EQ(countOpen(checkBlueprint(*blueprint), Severity::Hint), 0);
        EXPECT_LE(sequence.size(), before);
        std::cout << qPrintable(name) << ": " << before << " findings\n  " << qPrintable(sequence.join(u"\n  "_s))
                  << '\n';
    }
}
