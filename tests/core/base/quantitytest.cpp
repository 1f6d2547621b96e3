// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/quantity.h"

#include <gtest/gtest.h>

#include <limits>

using namespace throughline;

TEST(Minutes, readWhatTheyPrint)
{
    for (const QString& text : {QStringLiteral("0"), QStringLiteral("8"), QStringLiteral("0.5"),
                                QStringLiteral("12.125"), QStringLiteral("10000000")}) {
        const Result<Minutes> minutes = Minutes::from(text);
        ASSERT_TRUE(minutes) << qPrintable(text);
        EXPECT_EQ(minutes->toString(), text);
    }
    EXPECT_EQ(Minutes::from(QStringLiteral("8.50"))->toString(), QStringLiteral("8.5"));
}

TEST(Minutes, refuseWhatIsNoDuration)
{
    for (const QString& text :
         {QString(), QStringLiteral("-1"), QStringLiteral("nan"), QStringLiteral("inf"), QStringLiteral("1e3"),
          QStringLiteral("5."), QStringLiteral(".5"), QStringLiteral("1,5"), QStringLiteral("0.1234"),
          QStringLiteral("10000001"), QStringLiteral("٣")})
        EXPECT_FALSE(Minutes::from(text)) << qPrintable(text);
    EXPECT_FALSE(Minutes::from(-0.1));
    EXPECT_FALSE(Minutes::from(std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(Minutes::from(std::numeric_limits<double>::infinity()));
}

TEST(Minutes, saysWhatItWouldTake)
{
    EXPECT_EQ(Minutes::from(QStringLiteral("soon")).error().message,
              QStringLiteral("\"soon\" is not a number from 0 to 10000000 with at most 3 decimals"));
}

TEST(Money, isExactToACent)
{
    EXPECT_EQ(Money::from(QStringLiteral("0.10"))->toString(), QStringLiteral("0.1"));
    EXPECT_EQ((*Money::from(QStringLiteral("0.1")) + *Money::from(QStringLiteral("0.2"))).toString(),
              QStringLiteral("0.3"));
    EXPECT_FALSE(Money::from(QStringLiteral("1.234")));
}
