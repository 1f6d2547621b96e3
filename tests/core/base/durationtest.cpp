// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/duration.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::Literals::StringLiterals;

TEST(Duration, isSaidAsPeopleSayIt)
{
    EXPECT_EQ(spokenMinutes(0.5), u"30 s"_s);
    EXPECT_EQ(spokenMinutes(70.5), u"1 h 11 min"_s);
    EXPECT_EQ(spokenMinutes(1440.0), u"1 day"_s);
    EXPECT_EQ(spokenMinutes(19170.0), u"13.3 days"_s);
    EXPECT_EQ(spokenMinutes(40'000'000.0), u"27777.8 days"_s) << "more than one card may hold";
}

TEST(Duration, saysARangeOnceWhereBothEndsSoundAlike)
{
    EXPECT_EQ(spokenRange(20, 28), u"20\u201328 min"_s);
    EXPECT_EQ(spokenRange(0, 2155.75), u"0\u20131.5 days"_s);
    EXPECT_EQ(spokenRange(0, 2155.75, u"to"_s), u"0 to 1.5 days"_s);
    EXPECT_EQ(spokenRange(45, 81), u"45 min \u2013 1 h 21 min"_s);
    EXPECT_EQ(spokenRange(19170, 19171), u"13.3 days"_s);
}

TEST(Duration, saysAPartInTheUnitOfTheWhole)
{
    EXPECT_EQ(spokenPart(28, 81), u"28 min of 1 h 21 min"_s);
    EXPECT_EQ(spokenPart(30, 40), u"30 of 40 min"_s);
    EXPECT_EQ(spokenPart(0, 40), u"0 of 40 min"_s);
    EXPECT_EQ(spokenPart(1440, 19170, u"at least"_s), u"1 of at least 13.3 days"_s);
}
