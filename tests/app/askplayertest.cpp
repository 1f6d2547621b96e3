// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/askplayer.h"

#include "core/edit/operations.h"
#include "tests/support/workedcase.h"

#include <QSignalSpy>

using namespace throughline;
using namespace Qt::StringLiterals;
using throughline::testing::blueprintOf;
using throughline::testing::workedCase;

namespace {

/// A player over a document, without a canvas and without motion.
class Theatre
{
public:
    explicit Theatre(const Blueprint& blueprint)
    {
        document.setBlueprint(blueprint);
        runner.setActive(true);
        runner.setDocument(&document);
        checkRunner.setDocument(&document);
        checkRunner.runNow();
        player.setRunner(&runner);
        player.setCheckRunner(&checkRunner);
        player.setReducedMotion(true);
    }

    [[nodiscard]] QStringList words() const
    {
        QStringList words;
        for (const AskStep& step : player.show().steps)
            words += QStringList{step.number, step.action, step.who}.join(u' ').simplified();
        return words;
    }
    [[nodiscard]] QStringList places() const
    {
        QStringList ids;
        for (const WalkStop& stop : player.show().walk.stops)
            ids += stop.place.id;
        return ids;
    }

    DocumentController document;
    AskRunner runner;
    CheckRunner checkRunner;
    AskPlayer player;
};

/// The guest asks the busser for the bill; he fetches the waiter, who answers. All of it is drawn.
const char* const Drawn =
    "role Busser\nrole Waiter\nask bill\nlane G stage=customer\nlane B stage=frontstage role=Busser\n"
    "lane W stage=frontstage role=Waiter\ncard g1 lane=G step=1\ncard b1 lane=B step=1 minutes=1\n"
    "card w1 lane=W step=1\ncard w2 lane=W step=2 minutes=4\ncard g2 lane=G step=2\n"
    "g1 ?> b1 bill\nb1 => w1\nw1 -> w2\nw2 !> g2 bill\n";

/// Nothing of it is drawn, everything said: the busser fetches the waiter or the host; the host refuses.
const char* const Said =
    "role Busser passes=bill:Waiter,bill:Host\nrole Waiter fulfils=bill\nrole Host refuses=bill\nask bill\n"
    "lane G stage=customer\nlane B stage=frontstage role=Busser\nlane W stage=frontstage role=Waiter\n"
    "lane H stage=frontstage role=Host\ncard g1 lane=G step=1\ncard b1 lane=B step=1\n"
    "card w1 lane=W step=2\ncard h1 lane=H step=4\ng1 -- b1\n";

} // namespace

TEST(AskPlayer, goesThroughTheDrawingStopByStop)
{
    Theatre stage(blueprintOf(Drawn));
    stage.player.begin(u"Busser"_s, u"bill"_s);
    stage.player.pause();
    EXPECT_EQ(stage.words(), QStringList({u"G"_s, u"1 Busser"_s, u"2 fetches Waiter"_s, u"answered"_s}));
    EXPECT_EQ(stage.places(), QStringList({u"g1"_s, u"b1"_s, u"w1"_s, u"g2"_s}));
    QStringList sentences;
    for (const AskStep& step : stage.player.show().steps)
        sentences += step.detail;
    EXPECT_EQ(sentences, QStringList({u"G asks for “bill” at “g1”."_s, u"Busser is asked."_s,
                                      u"Busser fetches Waiter."_s, u"The answer comes back."_s}));
    EXPECT_EQ(stage.player.index(), 0);
    EXPECT_TRUE(stage.player.hopsText().isEmpty());
    stage.player.next();
    EXPECT_EQ(stage.player.hopsText(), u"0 hops"_s);
    EXPECT_EQ(stage.player.timeText(), u"1 min"_s);
    stage.player.next();
    EXPECT_EQ(stage.player.hopsText(), u"1 hop"_s);
    EXPECT_EQ(stage.player.timeText(), u"\u2265 5 min (1 of 3 unknown)"_s);
    stage.player.next();
    stage.player.next();
    EXPECT_EQ(stage.player.index(), 3);
    stage.player.previous();
    EXPECT_EQ(stage.player.index(), 2);
}

TEST(AskPlayer, walksEveryCardAndConnectionOfTheAnswerInItsOrder)
{
    const Blueprint blueprint = blueprintOf(Drawn);
    Theatre stage(blueprint);
    stage.player.begin(u"Busser"_s, u"bill"_s);
    QList<ElementRef> walked;
    const Walk& walk = stage.player.show().walk;
    for (qsizetype i = 0; i < walk.stops.size(); ++i) {
        walked += walk.stops[i].place;
        walked += walk.legs.value(i);
    }
    EXPECT_EQ(walked, AskSimulation(blueprint).ask(RoleId(u"Busser"_s), RequestId(u"bill"_s)).best.walk);
}

TEST(AskPlayer, saysTheSentenceOfTheCommandLine)
{
    for (const char* name : {"1a", "1b", "12a", "15a", "16a"}) {
        const Blueprint blueprint = workedCase(name);
        const AskSimulation simulation(blueprint);
        const RoleRequestTable table = simulation.table();
        Theatre stage(blueprint);
        for (const RoleId& role : table.rows) {
            for (const RequestId& request : table.columns) {
                stage.player.begin(role.value, request.value);
                EXPECT_EQ(stage.player.sentence(), simulation.ask(role, request).sentence);
                EXPECT_EQ(stage.player.count(), int(stage.player.show().walk.stops.size()));
                EXPECT_EQ(stage.player.count(), int(stage.player.show().walk.legs.size()) + 1);
            }
        }
    }
}

TEST(AskPlayer, showsTheRolesWhereTheyAreMetWhenNothingIsDrawn)
{
    Theatre stage(blueprintOf(Said));
    stage.player.begin(u"Busser"_s, u"bill"_s);
    EXPECT_EQ(stage.words(), QStringList({u"G"_s, u"1 Busser"_s, u"2 fetches Waiter"_s, u"answered"_s}));
    EXPECT_EQ(stage.places(), QStringList({u"g1"_s, u"b1"_s, u"w1"_s, u"g1"_s}));
    // Nobody drew the way from the one to the other.
    EXPECT_TRUE(stage.player.show().walk.legs[1].isEmpty());
}

TEST(AskPlayer, switchesBetweenTheBestAndTheWorstWay)
{
    Theatre stage(blueprintOf(Said));
    stage.player.begin(u"Busser"_s, u"bill"_s);
    ASSERT_TRUE(stage.player.hasWorst());
    const QString sentence = stage.player.sentence();
    stage.player.setWorst(true);
    EXPECT_EQ(stage.words(), QStringList({u"G"_s, u"1 Busser"_s, u"2 fetches Host"_s, u"dies here"_s}));
    EXPECT_EQ(stage.player.show().steps.last().sign, WalkSign::Dies);
    EXPECT_FALSE(stage.player.show().steps.last().detail.isEmpty());
    EXPECT_EQ(stage.player.sentence(), sentence);
}

TEST(AskPlayer, endsACircleWhereItBegan)
{
    Theatre stage(workedCase("12a"));
    stage.player.begin(u"Host"_s, u"highchair"_s);
    EXPECT_EQ(stage.words(), QStringList({u"Guest"_s, u"1 Host"_s, u"2 fetches Waiter"_s, u"3 fetches Busser"_s,
                                          u"4 back to Waiter"_s, u"a circle"_s}));
    EXPECT_EQ(stage.places()[4], stage.places()[2]);
    EXPECT_EQ(stage.player.show().steps.last().sign, WalkSign::Circles);
}

TEST(AskPlayer, takesWhatIsSelectedForTheQuestion)
{
    Theatre stage(blueprintOf(Drawn));
    stage.document.select(u"card"_s, u"g1"_s);
    stage.player.begin();
    EXPECT_EQ(stage.player.role(), u"Busser"_s);
    EXPECT_EQ(stage.player.request(), u"bill"_s);
    EXPECT_EQ(stage.player.card(), u"g1"_s);
    EXPECT_TRUE(stage.player.isPlaying());
    stage.player.end();
    EXPECT_FALSE(stage.player.isActive());
    EXPECT_EQ(stage.player.count(), 0);
    stage.document.select(u"lane"_s, u"W"_s);
    stage.player.begin();
    EXPECT_EQ(stage.player.role(), u"Waiter"_s);
    EXPECT_EQ(stage.player.count(), 0);
    stage.player.setRequest(u"bill"_s);
    EXPECT_GT(stage.player.count(), 0);
}

TEST(AskPlayer, followsTheDocument)
{
    Theatre stage(blueprintOf(Said));
    stage.player.begin(u"Busser"_s, u"bill"_s);
    stage.player.setIndex(3);
    stage.document.apply(
        sayAbility(stage.document.blueprint(), RoleId(u"Busser"_s), RequestId(u"bill"_s), Capability::Ability::Fulfils),
        u"said"_s);
    EXPECT_EQ(stage.words(), QStringList({u"G"_s, u"1 Busser"_s, u"answered"_s}));
    EXPECT_EQ(stage.player.index(), 2);
    stage.document.undo();
    EXPECT_EQ(stage.player.count(), 4);
}

TEST(AskPlayer, showsACellAtRestAndLeavesAQuestionAlone)
{
    Theatre stage(blueprintOf(Said));
    stage.player.preview(u"Busser"_s, u"bill"_s);
    EXPECT_FALSE(stage.player.isActive());
    EXPECT_EQ(stage.player.index(), 3);
    stage.player.preview({}, {});
    EXPECT_TRUE(stage.player.show().isEmpty());
    stage.player.begin(u"Waiter"_s, u"bill"_s);
    const AskShow show = stage.player.show();
    stage.player.preview(u"Busser"_s, u"bill"_s);
    EXPECT_EQ(stage.player.show(), show);
}

TEST(AskPlayer, playsTheFindingsAboutQuestions)
{
    int played = 0;
    for (const char* name : {"1a", "1b", "5a", "6a", "12a", "13a", "15a", "16a"}) {
        Theatre stage(workedCase(name));
        for (const Finding& finding : stage.checkRunner.result().findings) {
            const QString key = fingerprint(finding);
            if (!stage.player.canPlay(key))
                continue;
            ++played;
            EXPECT_TRUE(stage.player.playFinding(key)) << name << " " << qPrintable(finding.title);
            EXPECT_GT(stage.player.count(), 1);
            const WalkSign sign = stage.player.show().steps.last().sign;
            EXPECT_TRUE(finding.rule == u"dead-end-role"_s || sign != WalkSign::Answered)
                << name << " " << qPrintable(finding.title);
        }
    }
    EXPECT_GE(played, 6);
}

TEST(AskPlayer, cannotPlayWhatIsNoQuestion)
{
    Theatre stage(workedCase("4a"));
    for (const Finding& finding : stage.checkRunner.result().findings) {
        EXPECT_TRUE(finding.family != RuleFamily::Silos || !stage.player.canPlay(fingerprint(finding)));
    }
    EXPECT_FALSE(stage.player.canPlay(u"nothing"_s));
    EXPECT_FALSE(stage.player.playFinding(u"nothing"_s));
}
