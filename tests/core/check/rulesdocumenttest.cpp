// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rulesdocument.h"

#include "core/check/catalogue.h"
#include "core/io/files.h"

#include <gtest/gtest.h>

using namespace throughline;

TEST(RulesDocument, isWhatTheDocumentationHolds)
{
    const Result<QByteArray> page = readFile(QStringLiteral(THROUGHLINE_SOURCE_DIR "/docs/rules.md"));
    ASSERT_TRUE(page);
    // What was measured stands below what the program prints.
    const QString printed = rulesDocument();
    EXPECT_TRUE(QString::fromUtf8(*page).startsWith(printed + QStringLiteral("\n## How sensitive it is\n")))
        << "tests/update-rule-pictures writes the page anew";
}

TEST(RulesDocument, hasASectionForEachRule)
{
    const QString page = rulesDocument();
    for (const CatalogueEntry& entry : catalogue())
        EXPECT_TRUE(page.contains(QStringLiteral("### %1\n\n`%2`").arg(entry.title, entry.id))) << qPrintable(entry.id);
}
