// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "tests/core/io/awkwardblueprint.h"

#include <QRandomGenerator>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray Start = "{\"format\": \"throughline-blueprint\", \"formatVersion\": \"1.0\",\n";

std::string errorOf(const QByteArray& text)
{
    const Result<Blueprint> blueprint = readBlueprint(text, u"b"_s);
    return blueprint ? "no error" : describe(blueprint.error()).toStdString();
}

Blueprint read(const QByteArray& text)
{
    const Result<Blueprint> blueprint = readBlueprint(text, u"b"_s);
    EXPECT_TRUE(blueprint) << (blueprint ? "" : qPrintable(describe(blueprint.error())));
    return blueprint ? *blueprint : Blueprint();
}

} // namespace

TEST(BlueprintFile, givesBackEveryFieldOfAnyBlueprint)
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        const Blueprint before = awkwardBlueprint(seed, int(seed % 40) + 1);
        const QByteArray text = writeBlueprint(before);
        const Result<Blueprint> after = readBlueprint(text, u"b"_s);
        ASSERT_TRUE(after) << seed << ": " << qPrintable(describe(after.error())) << "\n" << text.toStdString();
        ASSERT_EQ(*after, before) << seed << "\n" << text.toStdString();
        ASSERT_EQ(writeBlueprint(*after), text) << seed;
    }
}

TEST(BlueprintFile, writesOneElementPerLineAndAClosingNewline)
{
    const Blueprint b = awkwardBlueprint(3, 5);
    const QByteArray text = writeBlueprint(b);
    EXPECT_EQ(text.count("\n{\"id\": \""), b.cards().size() + b.connections().size() + 8 * b.lanes().size());
    EXPECT_TRUE(text.startsWith("{\n\"format\": \"throughline-blueprint\",\n\"formatVersion\": \"1.0\",\n"));
    EXPECT_TRUE(text.endsWith("\n}\n"));
    EXPECT_FALSE(text.contains('\r'));
}

TEST(BlueprintFile, keepsWhatANewerMinorVersionWrote)
{
    const Blueprint b =
        read("{\"formatVersion\": \"1.7\", \"mood\": {\"colour\": [1, 2.5, null]},\n"
             "\"lanes\": [{\"id\": \"L\", \"stage\": \"customer\", \"tint\": \"red\", \"n\": 9007199254740993}]}");
    EXPECT_EQ(b.find(LaneId(u"L"_s))->unknown.value(u"tint"_s).toString(), u"red"_s);
    const QByteArray again = writeBlueprint(b);
    EXPECT_TRUE(again.contains("\"n\": 9007199254740993, \"tint\": \"red\"}")) << again.toStdString();
    EXPECT_TRUE(again.contains("\"mood\": {\"colour\":[1,2.5,null]}")) << again.toStdString();
    EXPECT_EQ(read(again), b);
}

TEST(BlueprintFile, refusesANewerMajorVersionNamingBoth)
{
    EXPECT_EQ(errorOf("{\"formatVersion\": \"2.1\", \"lanes\": 7}"),
              "b:1:19: The file has format version 2.1, this program reads 1.0: open it with a newer Throughline (at "
              "formatVersion)");
}

TEST(BlueprintFile, refusesWhatIsNotABlueprint)
{
    EXPECT_EQ(errorOf(""), "b:1:1: The file is empty");
    EXPECT_EQ(errorOf("{}"), "b:1:1: Found no \"formatVersion\", expected a blueprint of Throughline");
    EXPECT_EQ(errorOf("[1]"), "b:1:1: Found a list, expected an object around the blueprint");
    EXPECT_EQ(errorOf("{\"format\": \"cake\"}"),
              "b:1:12: Found \"cake\", expected \"throughline-blueprint\" (at format)");
    EXPECT_EQ(errorOf("{\"formatVersion\": 1}"),
              "b:1:19: Found 1, expected a version such as \"1.0\" (at formatVersion)");
}

TEST(BlueprintFile, placesWrongValuesByLineColumnAndPath)
{
    EXPECT_EQ(errorOf(Start + "\"lanes\": [\n{\"id\": \"L\", \"stage\": \"front\"}]}"),
              "b:3:22: Found \"front\", expected one of: evidence, customer, frontstage, backstage, support (at "
              "lanes/0/stage)");
    EXPECT_EQ(
        errorOf(Start + "\"lanes\": [\n{\"id\": \"Ü\", \"stage\": 7}]}"),
        "b:3:22: Found 7, expected one of: evidence, customer, frontstage, backstage, support (at lanes/0/stage)");
    EXPECT_EQ(errorOf(Start + "\"steps\": [{\"id\": \"s\", \"number\": -1}]}"),
              "b:2:33: Found -1, expected a whole number from 1 to 1000000 (at steps/0/number)");
    EXPECT_EQ(errorOf(Start + "\"cards\": [{\"lane\": \"L\"}]}"),
              "b:2:11: Found no \"id\" here, expected one (at cards/0)");
    EXPECT_EQ(errorOf(Start + "\"cards\": [{\"id\": \"a\", \"lane\": \"L\", \"minutes\": -3}]}"),
              "b:2:47: Found -3, expected a number of minutes, 0 or more (at cards/0/minutes)");
    EXPECT_EQ(errorOf(Start + "\"cards\": [{\"id\": \"a\", \"lane\": \"L\", \"gives\": [\"x\", 2]}]}"),
              "b:2:51: Found 2, expected a text (at cards/0/gives/1)");
    EXPECT_EQ(errorOf(Start + "\"cards\": 4}"), "b:2:10: Found 4, expected a list (at cards)");
    EXPECT_EQ(
        errorOf(Start + "\"roles\": [{\"id\": \"R\", \"capabilities\": [{\"does\": \"passes\", \"via\": \"x\"}]}]}"),
        "b:2:66: Found the key \"via\", which has no meaning here (at roles/0/capabilities/0/via)");
    EXPECT_EQ(errorOf(Start + "\"accepted\": [{\"id\": \"\", \"when\": \"soon\"}]}"),
              "b:2:33: Found \"soon\", expected a date such as \"2026-05-31\" (at accepted/0/when)");
}

TEST(BlueprintFile, placesWhatNamesNothingAndIdsThatStandTwice)
{
    EXPECT_EQ(
        errorOf(
            Start +
            "\"lanes\": [{\"id\": \"L\", \"stage\": \"customer\"}],\n\"cards\": [\n{\"id\": \"a\", \"lane\": \"L\"},\n"
            "{\"id\": \"b\", \"lane\": \"M\"}]}"),
        "b:5:21: \"b\" names \"M\", which does not exist (at cards/1/lane)");
    EXPECT_EQ(
        errorOf(Start +
                "\"lanes\": [{\"id\": \"L\", \"stage\": \"customer\"},\n{\"id\": \"L\", \"stage\": \"support\"}]}"),
        "b:3:8: The id \"L\" stands twice (at lanes/1)");
    EXPECT_EQ(errorOf(Start + "\"lanes\": [{\"id\": \"two words\", \"stage\": \"customer\"}]}"),
              "b:2:18: \"two words\" is not an id: use letters, digits, _ and - (at lanes/0/id)");
}

TEST(BlueprintFile, refusesKeysThatStandTwice)
{
    EXPECT_EQ(errorOf(Start + "\"title\": \"a\",\n\"title\": \"b\"}"),
              "b:3:7: Found the key \"title\" a second time, expected it once (at title)");
    EXPECT_EQ(errorOf(Start + "\"lanes\": [{\"id\": \"L\",\n\"id\": \"M\"}]}"),
              "b:3:1: Found the key \"id\" a second time, expected it once (at lanes/0/id)");
    EXPECT_EQ(errorOf(Start + "\"x\": {\"y\": {\"a\": 1, \"a\": 2}}}"),
              "b:2:21: Found the key \"a\" a second time, expected it once (at x/y/a)");
}

TEST(BlueprintFile, refusesBrokenJsonAtItsPlace)
{
    EXPECT_EQ(errorOf(Start + "\"lanes\": [\n{\"id\": \"L\" \"stage\": \"customer\"}]}"),
              "b:3:12: Expected a comma or } (at lanes/0/id)");
    EXPECT_EQ(errorOf(Start + "\"cards\": [{\"id\": \"a\", \"minutes\": NaN}]}").substr(0, 9), "b:2:34: E");
    EXPECT_EQ(errorOf(Start + "\"lanes\": [] } more"), "b:2:15: Found something after the end of the blueprint");
    EXPECT_EQ(errorOf(Start + "\"cards\": [{\"id\": \"a\", \"minutes\": 1e999}]}"),
              "b:2:34: Found a number that is too large (at cards/0/minutes)");
    EXPECT_EQ(errorOf(Start + "\"title\": \"\xC3\x28\"}"),
              "b:2:11: Found the byte 0xc3, which is not UTF-8 text: save the file as UTF-8");
    EXPECT_EQ(errorOf(Start + "\"title\": \"\\ud800\"}").substr(0, 4), "b:2:");
    EXPECT_EQ(errorOf(QByteArray(200'000, '[')), "b:1:1: Found a list, expected an object around the blueprint");
    EXPECT_EQ(errorOf(Start + "\"deep\": " + QByteArray(200'000, '[')).substr(0, 58),
              "b:2:72: Found values nested deeper than 64, expected a fla");
}

TEST(BlueprintFile, refusesEveryTruncationOfAFile)
{
    const QByteArray whole = writeBlueprint(awkwardBlueprint(7, 3)).trimmed();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Result<Blueprint> blueprint = readBlueprint(whole.first(length), u"b"_s);
        ASSERT_FALSE(blueprint) << length;
        ASSERT_GT(blueprint.error().place.line, 0) << length << blueprint.error().message.toStdString();
    }
}

TEST(BlueprintFile, readsALargeFileAsItReadsASmallOne)
{
    // Spaces make it large, and leave every place where it was: in the first line, so that all connections stand in its
    // second half, or behind one of them at the end of its line, so that its halves meet there.
    const auto enlarged = [](const QByteArray& text) { return "{" + QByteArray(600'000, ' ') + text.mid(1); };
    const QByteArray whole = writeBlueprint(awkwardBlueprint(11, 9));
    const qsizetype connections = whole.indexOf("\"connections\": [");
    ASSERT_GT(connections, 0);
    const qsizetype third = whole.indexOf("},\n", whole.indexOf("},\n", connections) + 3) + 2;
    ASSERT_GT(third, connections);
    const auto enlargedWithin = [&enlarged, third](const QByteArray& text) {
        const bool isLineEnd = text.size() > third && text[third] == '\n';
        return isLineEnd ? text.left(third) + QByteArray(600'000, ' ') + text.mid(third) : enlarged(text);
    };
    ASSERT_EQ(writeBlueprint(read(enlarged(whole))), whole);
    ASSERT_EQ(writeBlueprint(read(enlargedWithin(whole))), whole);
    QRandomGenerator random(11);
    int refused = 0;
    for (int i = 0; i < 150; ++i) {
        QByteArray broken = whole;
        const qsizetype at = random.bounded(int(whole.size() - 3)) + 2;
        switch (i % 3) {
        case 0: // cut off
            broken.truncate(at);
            break;
        case 1: // a mark too many, or another one
            broken[at] = "[]{},:\"\\x1"[random.bounded(10)];
            break;
        default: // a piece twice: keys, ids, elements
            broken.insert(at, whole.mid(at, random.bounded(80)));
        }
        const std::string expected = errorOf(broken);
        refused += expected == "no error" ? 0 : 1;
        ASSERT_EQ(errorOf(enlarged(broken)), expected) << broken.toStdString();
        ASSERT_EQ(errorOf(enlargedWithin(broken)), expected) << broken.toStdString();
    }
    EXPECT_GT(refused, 75);
}

TEST(BlueprintFile, refusesElementsThatWouldFillTheMemory)
{
    const QByteArray many = QByteArray("0,").repeated(200'000);
    EXPECT_EQ(errorOf(Start + "\"x\": [" + many + "0]}").substr(0, 38), "b:2:200007: Found an element of more t");
}

} // namespace throughline
