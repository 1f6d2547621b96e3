// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/commandmatcher.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace throughline;

namespace {

/// The texts that answer to what was typed, best first.
QStringList ranked(const QString& typed, QStringList texts)
{
    texts.removeIf([&](const QString& text) { return !matchCommand(typed, text); });
    std::stable_sort(texts.begin(), texts.end(), [&](const QString& left, const QString& right) {
        return matchCommand(typed, left)->score > matchCommand(typed, right)->score;
    });
    return texts;
}

} // namespace

TEST(CommandMatcher, findsLettersInTheirOrderOnly)
{
    EXPECT_TRUE(matchCommand(u"zts", u"Zoom to selection"));
    EXPECT_TRUE(matchCommand(u"zoomsel", u"Zoom to selection"));
    EXPECT_FALSE(matchCommand(u"selzoom", u"Zoom to selection"));
    EXPECT_FALSE(matchCommand(u"zoomx", u"Zoom to selection"));
    EXPECT_FALSE(matchCommand(u"zoom", u""));
}

TEST(CommandMatcher, passesOverCaseBlanksAndAccents)
{
    EXPECT_TRUE(matchCommand(u"ADD ST", u"Add step"));
    EXPECT_TRUE(matchCommand(u"kuche", u"Küche aufräumen"));
    EXPECT_EQ(matchCommand(u"", u"Add step"), CommandMatch());
    EXPECT_EQ(matchCommand(u"  ", u"Add step"), CommandMatch());
}

TEST(CommandMatcher, putsBeginningsOfWordsFirst)
{
    EXPECT_EQ(ranked(u"al"_s, {u"Actual size"_s, u"Import a list"_s, u"Add lane"_s}).first(), u"Add lane"_s);
    EXPECT_EQ(ranked(u"as"_s, {u"Last of all"_s, u"Add step"_s, u"Ask and watch"_s}),
              (QStringList{u"Ask and watch"_s, u"Add step"_s, u"Last of all"_s}));
    EXPECT_EQ(ranked(u"step"_s, {u"Stop every pump"_s, u"Add step"_s}).first(), u"Add step"_s);
}

TEST(CommandMatcher, putsWholeWordsBeforeScatteredLetters)
{
    EXPECT_EQ(ranked(u"open"_s, {u"Copy the pen"_s, u"Only people enter now"_s, u"Open"_s}).first(), u"Open"_s);
    EXPECT_EQ(ranked(u"red"_s, {u"Rename the card"_s, u"Redo"_s}).first(), u"Redo"_s);
}

TEST(CommandMatcher, saysWhichLettersOfTheBestWay)
{
    EXPECT_EQ(matchCommand(u"st", u"Last step")->positions, (QList<int>{5, 6}));
    EXPECT_EQ(matchCommand(u"als", u"Add lane steps")->positions, (QList<int>{0, 4, 9}));
}

TEST(CommandMatcher, findsTheBestOfManyWays)
{
    // The first letters found greedily are not the best ones.
    EXPECT_EQ(matchCommand(u"abc", u"a b xx abc")->positions, (QList<int>{7, 8, 9}));
    const CommandMatch match = *matchCommand(u"aaa", u"banana aaa");
    EXPECT_EQ(match.positions, (QList<int>{7, 8, 9}));
}

TEST(CommandMatcher, findsWordsInAnotherOrder)
{
    const QString text = u"Add a curve of the customer's worry"_s;
    ASSERT_TRUE(matchCommand(u"worry curve", text));
    EXPECT_EQ(matchCommand(u"worry curve", text)->positions, (QList<int>{6, 7, 8, 9, 10, 30, 31, 32, 33, 34}));
    EXPECT_FALSE(matchCommand(u"worry curvez", text));
    EXPECT_EQ(ranked(u"lane add"_s, {u"Add lane"_s, u"Lane, add one"_s}).first(), u"Lane, add one"_s);
}
