// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/linehunks.h"

#include <gtest/gtest.h>

#include <random>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList patched(QStringList lines, const QList<LineHunk>& hunks)
{
    for (auto hunk = hunks.crbegin(); hunk != hunks.crend(); ++hunk) {
        lines.remove(hunk->start, hunk->removed);
        for (qsizetype i = 0; i < hunk->added.size(); ++i)
            lines.insert(hunk->start + i, hunk->added[i]);
    }
    return lines;
}

} // namespace

TEST(LineHunks, turnOneTextIntoTheOther)
{
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        QStringList before;
        QStringList after;
        for (auto n = random() % 12; n > 0; --n)
            before += QString::number(random() % 5);
        for (auto n = random() % 12; n > 0; --n)
            after += QString::number(random() % 5);
        EXPECT_EQ(patched(before, lineHunks(before, after)), after);
    }
}

TEST(LineHunks, areAsSmallAsTheChange)
{
    const QStringList before{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    const QStringList after{u"a"_s, u"B"_s, u"c"_s, u"d"_s, u"x"_s, u"e"_s};
    EXPECT_EQ(lineHunks(before, after), (QList<LineHunk>{{1, 1, {u"B"_s}}, {4, 0, {u"x"_s}}}));
    EXPECT_TRUE(lineHunks(before, before).isEmpty());
}

TEST(LineHunks, leaveAloneWhatIsTypedMeanwhile)
{
    const QStringList before{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    const QStringList after{u"A"_s, u"B"_s, u"new"_s, u"c"_s, u"D"_s};
    const QStringList typed{u"a"_s, u"b oops"_s, u"more"_s, u"c"_s, u"d"_s};
    EXPECT_EQ(patched(typed, aroundTyping(lineHunks(before, after), before, typed)),
              (QStringList{u"A"_s, u"b oops"_s, u"more"_s, u"c"_s, u"D"_s}));
    const QStringList added{u"a"_s, u"b"_s, u"new"_s, u"c"_s, u"d"_s};
    const QStringList typedBoth{u"a"_s, u"b!"_s, u"c!"_s, u"d"_s};
    EXPECT_EQ(patched(typedBoth, aroundTyping(lineHunks(before, added), before, typedBoth)),
              (QStringList{u"a"_s, u"b!"_s, u"c!"_s, u"new"_s, u"d"_s}));
}

} // namespace throughline
