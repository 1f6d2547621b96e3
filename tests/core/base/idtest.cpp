// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QSet>
#include <QStringList>

#include <gtest/gtest.h>

using namespace throughline;

TEST(Ids, standInTheOrderInWhichPeopleCount)
{
    const QStringList ordered{QStringLiteral("card"),  QStringLiteral("e1"),   QStringLiteral("e2"),
                              QStringLiteral("e2a"),   QStringLiteral("e010"), QStringLiteral("e10"),
                              QStringLiteral("e10-1"), QStringLiteral("f")};
    for (qsizetype i = 0; i < ordered.size(); ++i) {
        for (qsizetype j = 0; j < ordered.size(); ++j) {
            EXPECT_EQ(compareIds(ordered[i], ordered[j]), i < j ? -1 : (i > j ? 1 : 0))
                << qPrintable(ordered[i]) << " and " << qPrintable(ordered[j]);
        }
    }
}

TEST(Ids, areWordsOfLettersDigitsAndDashes)
{
    for (const QString& good :
         {QStringLiteral("g1"), QStringLiteral("Küche"), QStringLiteral("a-b_c"), QStringLiteral("注文")})
        EXPECT_TRUE(isValidId(good)) << qPrintable(good);
    for (const QString& bad : {QString(), QStringLiteral("a b"), QStringLiteral("a\"b"), QStringLiteral("a>b"),
                               QStringLiteral("a\nb"), QString(300, u'x')})
        EXPECT_FALSE(isValidId(bad)) << qPrintable(bad);
}

TEST(Ids, areMintedValidAndRarelyTwice)
{
    QSet<QString> minted;
    for (int i = 0; i < 2000; ++i) {
        const QString id = mintId(u'c');
        EXPECT_TRUE(isValidId(id));
        minted.insert(id);
    }
    EXPECT_GE(minted.size(), 1998);
}
