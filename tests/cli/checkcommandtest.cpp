// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/commandrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace throughline;
using throughline::testing::CommandRun;
using throughline::testing::run;

namespace {

QJsonArray sarifResults(const QString& sarif)
{
    const QJsonArray runs = QJsonDocument::fromJson(sarif.toUtf8()).object().value(QStringLiteral("runs")).toArray();
    return runs.first().toObject().value(QStringLiteral("results")).toArray();
}

QStringList baselineStates(const QString& sarif)
{
    QStringList states;
    for (const QJsonValue& result : sarifResults(sarif))
        states += result.toObject().value(QStringLiteral("baselineState")).toString();
    return states;
}

} // namespace

class CheckCommand : public throughline::testing::InFolder
{
};

TEST_F(CheckCommand, saysWhatBreaksAndEndsWithOne)
{
    const CommandRun result = run({QStringLiteral("check"), write(QStringLiteral("a.bpt"), unanswered())});
    EXPECT_EQ(result.status, ExitStatus::Found);
    EXPECT_TRUE(result.out.contains(QStringLiteral("unanswered-handoff"))) << qPrintable(result.out);
    EXPECT_TRUE(result.out.contains(QStringLiteral("mortgage"))) << qPrintable(result.out);
    EXPECT_TRUE(result.err.isEmpty()) << qPrintable(result.err);
}

TEST_F(CheckCommand, readsStandardInput)
{
    const CommandRun result =
        run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("lines"), QStringLiteral("-")},
            unanswered());
    EXPECT_EQ(result.status, ExitStatus::NothingFound) << "the lines format never fails on findings";
    EXPECT_EQ(result.out, QStringLiteral("unanswered-handoff e1 dies at p1\n"));
}

TEST_F(CheckCommand, lowersAndRaisesRules)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    const CommandRun off =
        run({QStringLiteral("check"), QStringLiteral("--rule"), QStringLiteral("unanswered-handoff=off"), file});
    EXPECT_FALSE(off.out.contains(QStringLiteral("unanswered-handoff"))) << qPrintable(off.out);
    const CommandRun hint =
        run({QStringLiteral("check"), QStringLiteral("--rule"), QStringLiteral("unanswered-handoff=hint"), file});
    EXPECT_EQ(hint.status, ExitStatus::NothingFound);
    EXPECT_TRUE(hint.out.contains(QStringLiteral("unanswered-handoff")));
    EXPECT_EQ(run({QStringLiteral("check"), QStringLiteral("--rule"), QStringLiteral("unanswered-handoff=hint"),
                   QStringLiteral("--min"), QStringLiteral("hint"), file})
                  .status,
              ExitStatus::Found);
}

TEST_F(CheckCommand, writesJsonThatServesAsABaseline)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    const CommandRun json = run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("json"), file});
    const QJsonArray files =
        QJsonDocument::fromJson(json.out.toUtf8()).object().value(QStringLiteral("files")).toArray();
    ASSERT_EQ(files.size(), 1) << qPrintable(json.out);
    const QJsonArray findings = files.first().toObject().value(QStringLiteral("findings")).toArray();
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings.first().toObject().value(QStringLiteral("subject")).toString(), QStringLiteral("e1"));

    const QString baseline = write(QStringLiteral("known.json"), json.out.toUtf8());
    const CommandRun again =
        run({QStringLiteral("check"), QStringLiteral("--baseline"), baseline, QStringLiteral("--new-only"), file});
    EXPECT_EQ(again.status, ExitStatus::NothingFound);
    EXPECT_FALSE(again.out.contains(QStringLiteral("unanswered-handoff")));
}

TEST_F(CheckCommand, marksWhatABaselineKnows)
{
    const QString file = write(QStringLiteral("a b.bpt"), unanswered());
    const QString check = QStringLiteral("check");
    const QString format = QStringLiteral("--format");
    const CommandRun json = run({check, format, QStringLiteral("json"), file});
    const QString known = write(QStringLiteral("known.json"), json.out.toUtf8());
    const QStringList options{check, QStringLiteral("--baseline"), known};

    const CommandRun text = run(options + QStringList{file});
    EXPECT_TRUE(text.out.contains(QStringLiteral("(known)"))) << qPrintable(text.out);
    EXPECT_EQ(text.status, ExitStatus::Found) << "known is not accepted";
    EXPECT_EQ(baselineStates(run(options + QStringList{format, QStringLiteral("sarif"), file}).out),
              QStringList{QStringLiteral("unchanged")});

    write(QStringLiteral("a b.bpt"), answered());
    EXPECT_EQ(baselineStates(run(options + QStringList{format, QStringLiteral("sarif"), file}).out),
              QStringList{QStringLiteral("absent")});

    const QString nothing = write(QStringLiteral("none.json"), "{\"formatVersion\": \"1.0\", \"files\": []}");
    write(QStringLiteral("a b.bpt"), unanswered());
    const CommandRun fresh = run({check, QStringLiteral("--baseline"), nothing, format, QStringLiteral("sarif"), file});
    EXPECT_EQ(baselineStates(fresh.out), QStringList{QStringLiteral("new")});
    EXPECT_TRUE(fresh.out.contains(QStringLiteral("/a%20b.bpt"))) << "a place is a URI";
}

TEST_F(CheckCommand, namesEachElementOfAFindingOnceInSarif)
{
    const QString restaurant = QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/templates/restaurant.blueprint");
    const CommandRun sarif =
        run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("sarif"), restaurant});
    const QJsonArray results = sarifResults(sarif.out);
    ASSERT_FALSE(results.isEmpty());
    for (const QJsonValue& value : results) {
        const QJsonObject result = value.toObject();
        QStringList names;
        for (const QString& key : {QStringLiteral("locations"), QStringLiteral("relatedLocations")}) {
            for (const QJsonValue& location : result.value(key).toArray()) {
                const QJsonArray logical = location.toObject().value(QStringLiteral("logicalLocations")).toArray();
                ASSERT_EQ(logical.size(), 1);
                names += logical.first().toObject().value(QStringLiteral("fullyQualifiedName")).toString();
            }
        }
        EXPECT_EQ(names.removeDuplicates(), 0) << qPrintable(names.join(u' '));
    }
}

TEST_F(CheckCommand, writesSarif)
{
    const CommandRun sarif =
        run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("sarif"), QStringLiteral("-")},
            unanswered());
    const QJsonObject log = QJsonDocument::fromJson(sarif.out.toUtf8()).object();
    EXPECT_EQ(log.value(QStringLiteral("version")).toString(), QStringLiteral("2.1.0"));
    const QJsonObject result = log.value(QStringLiteral("runs"))
                                   .toArray()
                                   .first()
                                   .toObject()
                                   .value(QStringLiteral("results"))
                                   .toArray()
                                   .first()
                                   .toObject();
    EXPECT_EQ(result.value(QStringLiteral("ruleId")).toString(), QStringLiteral("unanswered-handoff"));
    EXPECT_EQ(result.value(QStringLiteral("level")).toString(), QStringLiteral("error"));
}

TEST_F(CheckCommand, namesTheFileAndThePlaceOfAnError)
{
    const QString file = write(QStringLiteral("broken.bpt"), "lane Guest stage=customer\ncard g1 lane=Guset\n");
    const CommandRun result = run({QStringLiteral("check"), file});
    EXPECT_EQ(result.status, ExitStatus::Fault);
    EXPECT_TRUE(result.out.isEmpty());
    EXPECT_TRUE(result.err.contains(QStringLiteral("broken.bpt:2:"))) << qPrintable(result.err);
    EXPECT_TRUE(result.err.contains(QStringLiteral("Guset"))) << qPrintable(result.err);
    EXPECT_EQ(result.err.count(u'\n'), 1) << "one sentence";
}

TEST_F(CheckCommand, saysWhatIsWrongWithTheCommandLine)
{
    for (const QStringList& arguments :
         {QStringList{QStringLiteral("check")},
          QStringList{QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("xml"), QStringLiteral("-")},
          QStringList{QStringLiteral("check"), QStringLiteral("--rule"), QStringLiteral("no-such-rule=off"),
                      QStringLiteral("-")},
          QStringList{QStringLiteral("check"), QStringLiteral("--min"), QStringLiteral("off"), QStringLiteral("-")},
          QStringList{QStringLiteral("check"), QStringLiteral("--new-only"), QStringLiteral("-")},
          QStringList{QStringLiteral("check"), QStringLiteral("--nonsense"), QStringLiteral("-")},
          QStringList{QStringLiteral("check"), path(QStringLiteral("missing.bpt"))},
          QStringList{QStringLiteral("--nonsense")}}) {
        const CommandRun result = run(arguments);
        EXPECT_EQ(result.status, ExitStatus::Fault) << qPrintable(arguments.join(u' '));
        EXPECT_TRUE(result.err.startsWith(QStringLiteral("throughline: "))) << qPrintable(result.err);
        EXPECT_TRUE(result.out.isEmpty());
    }
}

TEST_F(CheckCommand, helpsAtEachLevel)
{
    for (const QStringList& arguments :
         {QStringList{QStringLiteral("--help")}, QStringList{QStringLiteral("check"), QStringLiteral("--help")},
          QStringList{QStringLiteral("export"), QStringLiteral("--help")},
          QStringList{QStringLiteral("import"), QStringLiteral("-h")}, QStringList{QStringLiteral("--version")}}) {
        const CommandRun result = run(arguments);
        EXPECT_EQ(result.status, ExitStatus::NothingFound);
        EXPECT_FALSE(result.out.isEmpty());
        EXPECT_TRUE(result.err.isEmpty());
    }
    EXPECT_TRUE(run({QStringLiteral("check"), QStringLiteral("--help")})
                    .out.startsWith(QStringLiteral("Usage: throughline check [options] FILE...")))
        << qPrintable(run({QStringLiteral("check"), QStringLiteral("--help")}).out);
}
