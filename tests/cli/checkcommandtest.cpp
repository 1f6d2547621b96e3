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
protected:
    static QJsonObject firstFinding(const CommandRun& json)
    {
        const QJsonObject report = QJsonDocument::fromJson(json.out.toUtf8()).object();
        const QJsonObject file = report.value(QStringLiteral("files")).toArray().first().toObject();
        return file.value(QStringLiteral("findings")).toArray().first().toObject();
    }
    static QJsonObject firstResult(const CommandRun& sarif) { return sarifResults(sarif.out).first().toObject(); }
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

TEST_F(CheckCommand, reportsWhatIsNewSinceTheBaseline)
{
    const QByteArray before = unanswered();
    const QString baseline =
        write(QStringLiteral("known.json"), run({QStringLiteral("check"), QStringLiteral("--format"),
                                                 QStringLiteral("json"), write(QStringLiteral("a.bpt"), before)})
                                                .out.toUtf8());
    const QString changed = write(QStringLiteral("a.bpt"), before + "c1 ?> b1 insurance\nb1 => p1 insurance\n");
    const CommandRun result =
        run({QStringLiteral("check"), QStringLiteral("--baseline"), baseline, QStringLiteral("--new-only"), changed});
    EXPECT_EQ(result.status, ExitStatus::Found);
    EXPECT_TRUE(result.out.contains(QStringLiteral("insurance"))) << qPrintable(result.out);
    EXPECT_FALSE(result.out.contains(QStringLiteral("Unanswered handoff: mortgage"))) << qPrintable(result.out);
}

TEST_F(CheckCommand, tellsTheFilesOfABaselineApart)
{
    const QString a = write(QStringLiteral("a.bpt"), unanswered());
    const QString baseline =
        write(QStringLiteral("known.json"),
              run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("json"), a}).out.toUtf8());
    const QString b = write(QStringLiteral("b.bpt"), unanswered());
    const CommandRun result =
        run({QStringLiteral("check"), QStringLiteral("--baseline"), baseline, QStringLiteral("--new-only"), a, b});
    EXPECT_EQ(result.status, ExitStatus::Found) << "the same id in another file is another finding";
    EXPECT_EQ(result.out.count(QStringLiteral("[unanswered-handoff]")), 1) << qPrintable(result.out);
}

TEST_F(CheckCommand, givesThePlaceInTheFile)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    const CommandRun text = run({QStringLiteral("check"), file});
    const int line =
        firstFinding(run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("json"), file}))
            .value(QStringLiteral("line"))
            .toInt();
    const QList<QByteArray> lines = unanswered().split('\n');
    ASSERT_GT(line, 0);
    EXPECT_TRUE(lines[line - 1].startsWith("c1 ?> b1")) << lines[line - 1].toStdString();
    EXPECT_TRUE(text.out.contains(QStringLiteral("At %1:%2:1: connection").arg(file).arg(line)))
        << qPrintable(text.out);
}

TEST_F(CheckCommand, coloursOnATerminalOrWhenAsked)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    const QString escape = QStringLiteral("\u001b[");
    const auto check = [&](const QString& when) {
        return run({QStringLiteral("check"), QStringLiteral("--color=") + when, file});
    };
    EXPECT_FALSE(check(QStringLiteral("auto")).out.contains(escape)) << "the test is no terminal";
    EXPECT_TRUE(check(QStringLiteral("always")).out.contains(escape));
    EXPECT_FALSE(check(QStringLiteral("never")).out.contains(escape));
    EXPECT_EQ(check(QStringLiteral("often")).status, ExitStatus::Fault);
}

TEST_F(CheckCommand, saysWhoAcceptedWhenAndUntilWhen)
{
    const QByteArray accepted =
        unanswered() + "accept unanswered-handoff e1 by=Ann on=2026-05-03 until=2999-12-31 \"Next year\"\n";
    const QString file = write(QStringLiteral("a.bpt"), accepted);
    const CommandRun text = run({QStringLiteral("check"), file});
    EXPECT_EQ(text.status, ExitStatus::NothingFound);
    EXPECT_TRUE(text.out.contains(QStringLiteral("Next year (Ann, 2026-05-03, until 2999-12-31)")))
        << qPrintable(text.out);
    const QJsonObject json =
        firstFinding(run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("json"), file}));
    const QJsonObject acceptance = json.value(QStringLiteral("accepted")).toObject();
    EXPECT_EQ(acceptance.value(QStringLiteral("reason")).toString(), QStringLiteral("Next year"));
    EXPECT_EQ(acceptance.value(QStringLiteral("who")).toString(), QStringLiteral("Ann"));
    EXPECT_EQ(acceptance.value(QStringLiteral("when")).toString(), QStringLiteral("2026-05-03"));
    EXPECT_EQ(acceptance.value(QStringLiteral("until")).toString(), QStringLiteral("2999-12-31"));
    const QJsonObject suppression =
        firstResult(run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("sarif"), file}))
            .value(QStringLiteral("suppressions"))
            .toArray()
            .first()
            .toObject();
    EXPECT_EQ(suppression.value(QStringLiteral("justification")).toString(), QStringLiteral("Next year"));
    EXPECT_EQ(suppression.value(QStringLiteral("properties")).toObject().value(QStringLiteral("who")).toString(),
              QStringLiteral("Ann"));
}

TEST_F(CheckCommand, countsAFindingWhoseAcceptanceHasRunOutAndSaysSo)
{
    const QString file = write(QStringLiteral("a.bpt"),
                               unanswered() + "accept unanswered-handoff e1 by=Ann until=2020-01-01 \"For now\"\n");
    const CommandRun text = run({QStringLiteral("check"), file});
    EXPECT_EQ(text.status, ExitStatus::Found);
    EXPECT_TRUE(text.out.contains(QStringLiteral("Accepted until it ran out: For now (Ann, until 2020-01-01)")))
        << qPrintable(text.out);
}

TEST_F(CheckCommand, obeysTheFolderOfEachFile)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    write(QStringLiteral(".throughline.json"), "{\"severities\": {\"unanswered-handoff\": \"hint\"}}");
    EXPECT_EQ(run({QStringLiteral("check"), file}).status, ExitStatus::NothingFound);
    EXPECT_EQ(run({QStringLiteral("check"), QStringLiteral("--rule"), QStringLiteral("unanswered-handoff=error"), file})
                  .status,
              ExitStatus::Found)
        << "the command line is stronger";
    const QString own = write(QStringLiteral("b.bpt"), unanswered() + "severity unanswered-handoff error\n");
    EXPECT_EQ(run({QStringLiteral("check"), own}).status, ExitStatus::Found) << "so is the blueprint";
    EXPECT_EQ(run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("lines"), file}).out,
              QStringLiteral("unanswered-handoff e1 dies at p1\n"))
        << "the lines are those of all rules";
}

TEST_F(CheckCommand, takesTheBaselineOfTheFolder)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    write(QStringLiteral("known.json"),
          run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("json"), file}).out.toUtf8());
    write(QStringLiteral(".throughline.json"), "{\"baseline\": \"known.json\"}");
    EXPECT_EQ(run({QStringLiteral("check"), QStringLiteral("--new-only"), file}).status, ExitStatus::NothingFound);
    EXPECT_EQ(run({QStringLiteral("check"), file}).status, ExitStatus::Found);
}

TEST_F(CheckCommand, goesOnWithoutSettingsThatCannotBeRead)
{
    const QString a = write(QStringLiteral("a.bpt"), unanswered());
    const QString b = write(QStringLiteral("b.bpt"), unanswered());
    write(QStringLiteral(".throughline.json"), "{\n\"preset\": \"loud\"\n}");
    const CommandRun result = run({QStringLiteral("check"), a, b});
    EXPECT_EQ(result.status, ExitStatus::Found);
    EXPECT_TRUE(result.err.contains(QStringLiteral(".throughline.json:2:11: "))) << qPrintable(result.err);
    EXPECT_EQ(result.err.count(u'\n'), 1) << "it is said once: " << qPrintable(result.err);
}

TEST_F(CheckCommand, writesSarif)
{
    const CommandRun sarif =
        run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("sarif"), QStringLiteral("-")},
            unanswered());
    const QJsonObject log = QJsonDocument::fromJson(sarif.out.toUtf8()).object();
    EXPECT_EQ(log.value(QStringLiteral("version")).toString(), QStringLiteral("2.1.0"));
    const QJsonObject result = firstResult(sarif);
    EXPECT_EQ(result.value(QStringLiteral("ruleId")).toString(), QStringLiteral("unanswered-handoff"));
    EXPECT_EQ(result.value(QStringLiteral("level")).toString(), QStringLiteral("error"));
}

TEST_F(CheckCommand, writesUrisAndRegionsIntoSarif)
{
    const auto physical = [](const CommandRun& sarif) {
        return firstResult(sarif)
            .value(QStringLiteral("locations"))
            .toArray()
            .first()
            .toObject()
            .value(QStringLiteral("physicalLocation"))
            .toObject();
    };
    const auto uri = [&](const CommandRun& sarif) {
        return physical(sarif)
            .value(QStringLiteral("artifactLocation"))
            .toObject()
            .value(QStringLiteral("uri"))
            .toString();
    };
    const QString file = write(QStringLiteral("Dîner à deux.bpt"), unanswered());
    const QStringList check{QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("sarif")};
    const CommandRun outside = run(check + QStringList{file});
    EXPECT_TRUE(uri(outside).startsWith(QStringLiteral("file:///"))) << qPrintable(uri(outside));
    EXPECT_TRUE(uri(outside).endsWith(QStringLiteral("/D%C3%AEner%20%C3%A0%20deux.bpt"))) << qPrintable(uri(outside));
    EXPECT_GT(physical(outside).value(QStringLiteral("region")).toObject().value(QStringLiteral("startLine")).toInt(),
              0);
    const QString before = QDir::currentPath();
    ASSERT_TRUE(QDir::setCurrent(path(QString())));
    EXPECT_EQ(uri(run(check + QStringList{file})), QStringLiteral("D%C3%AEner%20%C3%A0%20deux.bpt"));
    ASSERT_TRUE(QDir::setCurrent(before));
    EXPECT_EQ(uri(run(check + QStringList{QStringLiteral("-")}, unanswered())), QStringLiteral("stdin"));
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
