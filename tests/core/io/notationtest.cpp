// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationreader.h"
#include "core/io/notationwriter.h"
#include "core/model/queries.h"
#include "tests/core/io/awkwardblueprint.h"

#include <QFile>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

Blueprint read(const QByteArray& text)
{
    const Result<Blueprint> blueprint = readNotation(text, u"test.bpt"_s);
    EXPECT_TRUE(blueprint) << (blueprint ? "" : qPrintable(describe(blueprint.error())));
    return blueprint ? *blueprint : Blueprint();
}

/// "line:column message" of the error that text gives.
std::string notationErrorOf(const QByteArray& text)
{
    const Result<Blueprint> blueprint = readNotation(text, u"test.bpt"_s);
    return blueprint ? "no error" : describe(blueprint.error()).toStdString();
}

const Card& card(const Blueprint& blueprint, const QString& id)
{
    const Card* found = blueprint.find(CardId(id));
    EXPECT_TRUE(found);
    static const Card none;
    return found ? *found : none;
}

} // namespace

TEST(Notation, readsHeaderAndCatalogues)
{
    const Blueprint b =
        read("title \"Bistro\"\nstate tobe # planned\n"
             "dept Floor heads=7 mandate=service,comms \"The floor\"\ndept Bar parent=Floor\n"
             "role Busser dept=Floor kind=ai fulfils=water,clear passes=food:Busser,*:Busser refuses=bill complete\n"
             "ask water phases=P needs=order\ndata order volatile\nphase P kind=buy \"At the table\"\n");
    EXPECT_EQ(b.header().title, u"Bistro"_s);
    EXPECT_EQ(b.header().state, BlueprintState::ToBe);
    EXPECT_EQ(b.find(DepartmentId(u"Floor"_s))->heads, 7);
    EXPECT_EQ(b.find(DepartmentId(u"Floor"_s))->mandate, Powers(Power::Service) | Power::Comms);
    const Role& busser = *b.find(RoleId(u"Busser"_s));
    ASSERT_EQ(busser.capabilities.size(), 5);
    EXPECT_TRUE(busser.capabilities[3].request.isEmpty());
    EXPECT_TRUE(busser.onlyThese);
    EXPECT_TRUE(b.find(RequestId(u"water"_s))->catalogued);
    EXPECT_FALSE(b.find(RequestId(u"bill"_s))->catalogued);
    EXPECT_TRUE(b.find(DataItemId(u"order"_s))->isVolatile);
    EXPECT_EQ(b.find(PhaseId(u"P"_s))->name, u"At the table"_s);
}

TEST(Notation, placesCardsByLaneStepAndFileOrder)
{
    const Blueprint b = read("card c lane=L step=2 phase=P to=4 \"Third\"\nlane L stage=customer\nphase P\n"
                             "card a lane=L step=2 phase=P\ncard t lane=L\ncard u lane=L step=0\n");
    EXPECT_EQ(b.steps().size(), 2);
    EXPECT_EQ(b.find(card(b, u"c"_s).firstStep)->phase, PhaseId(u"P"_s));
    EXPECT_EQ(b.find(card(b, u"c"_s).lastStep)->number, 4);
    EXPECT_EQ(card(b, u"c"_s).position, 0);
    EXPECT_EQ(card(b, u"a"_s).position, 1);
    EXPECT_TRUE(card(b, u"t"_s).firstStep.isEmpty());
    EXPECT_EQ(card(b, u"u"_s).position, 1);
}

TEST(Notation, readsConnectionsOfEveryKindAndTheirWords)
{
    const Blueprint b =
        read("lane L\nlane M\ncard a lane=L\ncard b lane=M\na ?> b bill +amount,tip if noreply \"asks\"\n"
             "b !> a answers=e1\na -> M\nb => a\na ~> b\nb x> a\na -- b\n? -- ?a@3\n");
    const Connection& asks = *b.find(ConnectionId(u"e1"_s));
    EXPECT_EQ(asks.kind, ConnectionKind::Request);
    EXPECT_EQ(asks.request, RequestId(u"bill"_s));
    EXPECT_EQ(asks.carries.size(), 2);
    EXPECT_TRUE(asks.conditional);
    EXPECT_FALSE(asks.replyExpected);
    EXPECT_EQ(asks.label, u"asks"_s);
    EXPECT_EQ(b.find(ConnectionId(u"e2"_s))->answers, asks.id);
    EXPECT_EQ(b.find(ConnectionId(u"e3"_s))->to, End(LaneId(u"M"_s)));
    EXPECT_EQ(b.find(ConnectionId(u"e8"_s))->to, End(LooseEnd{CardId(u"a"_s), 3}));
    EXPECT_EQ(b.connections().size(), 8);
}

TEST(Notation, readsEveryWorkedCase)
{
    QFile file(QStringLiteral(THROUGHLINE_TEST_DATA "/cases.txt"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    int cases = 0;
    QByteArray text;
    bool inCase = false;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        if (line.startsWith("--- expect")) {
            const Blueprint b = read(text);
            EXPECT_EQ(read(writeNotation(b)), b) << text.toStdString();
            ++cases;
            inCase = false;
        } else if (line.startsWith("===")) {
            text.clear();
            inCase = true;
        } else if (inCase) {
            text += line;
        }
    }
    EXPECT_GT(cases, 40);
}

TEST(Notation, givesBackEveryFieldOfAnyBlueprint)
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        const Blueprint before = awkwardBlueprint(seed, int(seed % 40) + 1);
        const QByteArray text = writeNotation(before);
        const Result<Blueprint> after = readNotation(text, u"random.bpt"_s);
        ASSERT_TRUE(after) << seed << ": " << qPrintable(describe(after.error())) << "\n" << text.toStdString();
        ASSERT_EQ(*after, before) << seed << "\n" << text.toStdString();
        ASSERT_EQ(writeNotation(*after), text) << seed;
    }
}

TEST(Notation, writesNothingForAnEmptyBlueprint)
{
    EXPECT_EQ(writeNotation(Blueprint()), QByteArray());
    EXPECT_EQ(read("\n# only a comment\n"), Blueprint());
}

TEST(Notation, acceptsByteOrderMarkAndWindowsLineEnds)
{
    EXPECT_EQ(read("\xEF\xBB\xBFlane L \"Gast\"\r\ncard a lane=L\r\n").lanes().size(), 1);
}

TEST(Notation, tellsWhatWasFoundAndExpectedAndWhere)
{
    EXPECT_EQ(notationErrorOf("lane L\ncrad a lane=L\n").substr(0, 25), "test.bpt:2:1: Found \"crad");
    EXPECT_EQ(notationErrorOf("lane L stage=front"),
              "test.bpt:1:14: Found \"front\", expected stage= with one of: evidence, "
              "customer, frontstage, backstage, support");
    EXPECT_EQ(notationErrorOf("card a lane=M"), "test.bpt:1:13: Found \"M\", expected the id of a lane");
    EXPECT_EQ(notationErrorOf("card a"), "test.bpt:1:1: Found card \"a\" without a lane, expected lane=");
    EXPECT_EQ(notationErrorOf("lane Ü\nlane Ü"), "test.bpt:2:6: Found \"Ü\" a second time in lanes, expected a new id");
    EXPECT_EQ(notationErrorOf("lane L\ncard a lane=L\n\na -> b"),
              "test.bpt:4:6: Found \"b\", expected the id of a card or a lane, or ? for a loose end");
    EXPECT_EQ(notationErrorOf("title \"open"),
              "test.bpt:1:7: Found a quotation mark that is not closed on its line, expected a second one");
    EXPECT_EQ(notationErrorOf("lane L wide").substr(0, 47), "test.bpt:1:8: Found \"wide\", expected one of: id");
    EXPECT_EQ(notationErrorOf("lane L\ncard a lane=L step=-3"),
              "test.bpt:2:20: Found \"-3\", expected step= with a whole number from 0 to 1000000");
    EXPECT_EQ(notationErrorOf("lane L\ncard a lane=L minutes=NaN"),
              "test.bpt:2:23: Found \"NaN\", expected minutes= with a number of minutes");
}

TEST(Notation, refusesTwoPhasesForOneStepAndStepsThatRunBackwards)
{
    EXPECT_EQ(notationErrorOf("phase P\nphase Q\nlane L\ncard a lane=L step=1 phase=P\ncard b lane=L step=1 phase=Q\n"),
              "test.bpt:5:28: Found phase \"Q\" for step 1, expected \"P\" as on an earlier line");
    EXPECT_EQ(notationErrorOf("lane L\ncard a lane=L step=3 to=2"),
              "test.bpt:2:1: Found to=2 on a card that starts in step 3, expected a step that is not earlier");
}

TEST(Notation, refusesDepartmentsInACircleAtTheirLine)
{
    EXPECT_EQ(notationErrorOf("dept A parent=B\ndept B parent=A").substr(0, 14), "test.bpt:1:6: ");
}

TEST(Notation, refusesWhatIsNotUtf8AtItsPlace)
{
    EXPECT_EQ(notationErrorOf("lane L\nlane \xC3\x28\n"),
              "test.bpt:2:6: Found the byte 0xc3, which is not UTF-8 text: save the file as UTF-8");
    EXPECT_EQ(notationErrorOf(QByteArray("\xFF\xFEl\0", 4)).substr(0, 35), "test.bpt: The file is in UTF-16: sa");
}

TEST(Notation, holdsLinesOfAnyLength)
{
    BlueprintBuilder builder;
    builder.header.title = QString(3 * 1024 * 1024, u'x');
    const Blueprint long3 = *std::move(builder).build();
    const Result<QByteArray> text = readableNotation(long3);
    ASSERT_TRUE(text);
    EXPECT_EQ(read(*text), long3);
}

} // namespace throughline
