// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/journeymetrics.h"

#include "core/io/blueprintreader.h"
#include "core/model/patch.h"
#include "core/model/queries.h"
#include "tests/support/largeblueprint.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/workedcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace throughline;
using throughline::testing::blueprintOf;
using throughline::testing::countingIds;
using throughline::testing::largeBlueprint;
using throughline::testing::randomBlueprint;
using throughline::testing::randomEdit;
using throughline::testing::redeclared;
using throughline::testing::workedCase;

namespace {

/// "2 of 5 (5 known, 1 not)" for the metric of a key; the last part only where something is unknown.
std::string numberOf(const Blueprint& blueprint, const char* key)
{
    const JourneyMetrics metrics = journeyMetrics(blueprint);
    const Metric* metric = metrics.find(QString::fromLatin1(key));
    if (!metric)
        return "none";
    QString text = valueText(*metric);
    if (metric->unknown > 0)
        text += QStringLiteral(" (%1 known, %2 not)").arg(metric->known).arg(metric->unknown);
    return text.toStdString();
}

std::string numberOf(const QByteArray& text, const char* key)
{
    return numberOf(blueprintOf(text), key);
}

QStringList elementsBehind(const QByteArray& text, const char* key)
{
    const JourneyMetrics metrics = journeyMetrics(blueprintOf(text));
    QStringList ids;
    if (const Metric* metric = metrics.find(QString::fromLatin1(key))) {
        for (const ElementRef& ref : metric->elements)
            ids += ref.id;
    }
    return ids;
}

/// Two departments, three lanes; the guest walks from a to b, c and d.
const QByteArray house = "dept Floor\ndept Bar\nrole Host dept=Floor\nrole Barman dept=Bar\nrole Chef\n"
                         "lane Guest stage=customer\nlane F stage=frontstage role=Host\n"
                         "lane B stage=frontstage role=Barman\nlane K stage=backstage role=Chef\n"
                         "lane S stage=support\n"
                         "card a lane=Guest step=1\ncard b lane=Guest step=2\ncard c lane=Guest step=3\n"
                         "card d lane=Guest step=4 end\n"
                         "card f1 lane=F step=1\ncard b2 lane=B step=2\ncard f3 lane=F step=3\n"
                         "card k4 lane=K step=4\n"
                         "a -> b\nb -> c\nc -> d\na -- f1\nb -- b2\nc -- f3\nd -- k4\n";

} // namespace

TEST(SiloMetrics, countsTheMovesOnWhichTheCustomerIsAlone)
{
    EXPECT_EQ(numberOf(house, "silo-index"), "2 of 2 (2 known, 1 not)") << "the chef's department is unknown";
    EXPECT_EQ(numberOf(house + "f1 => b2\n", "silo-index"), "1 of 2 (2 known, 1 not)");
    EXPECT_EQ(elementsBehind(house + "f1 => b2\n", "silo-index"), QStringList{QStringLiteral("e2")});
    EXPECT_EQ(numberOf(house + "f1 => b2\nb2 => f3\n", "silo-index"), "0 of 2 (2 known, 1 not)");
    EXPECT_EQ(numberOf("lane C stage=customer\ncard a lane=C step=1\n", "silo-index"), "\u2013")
        << "he never changes departments";
}

TEST(SiloMetrics, countsDepartmentChangesAlongAWay)
{
    EXPECT_EQ(numberOf(house, "department-changes"), "2 (2 known, 1 not)");
    EXPECT_EQ(numberOf(house + "a -> c\n", "department-changes"), "0\u20132 (3 known, 1 not)")
        << "past the bar he stays with the host";
}

TEST(SiloMetrics, countsPaymentsAndTolls)
{
    QByteArray text = house;
    text.replace("card b lane=Guest step=2", "card b lane=Guest step=2 kind=payment");
    text.replace("card c lane=Guest step=3", "card c lane=Guest step=3 kind=payment");
    EXPECT_EQ(numberOf(text, "payments"), "2");
    EXPECT_EQ(numberOf(text, "tolls"), "1");
    EXPECT_EQ(numberOf(text + "a -> c\n", "payments"), "1\u20132");
    EXPECT_EQ(numberOf(text + "a -> c\n", "tolls"), "0") << "there is a way around the first";
    EXPECT_EQ(numberOf(house, "payments"), "0");
}

TEST(SiloMetrics, weighsHandoversBetweenDepartmentsAgainstThoseWithin)
{
    EXPECT_EQ(numberOf(house, "ei-index"), "\u2013");
    EXPECT_EQ(numberOf(house + "f1 => b2\n", "ei-index"), "+1");
    EXPECT_EQ(numberOf("role Maid dept=Floor\nlane M stage=backstage role=Maid\ncard m lane=M step=1\n" + house +
                           "f1 => b2\nb2 => f3\nf3 => m\nf3 => k4\nf1 => f3\n",
                       "ei-index"),
              "+0.33 (3 known, 1 not)")
        << "two between, one within, one unknown; the host to himself is none";
}

TEST(AnswerMetrics, countsWhatIsSurelyAnswered)
{
    EXPECT_EQ(numberOf(workedCase("2a"), "answer-rate"), "0 of 1");
    EXPECT_EQ(numberOf(workedCase("2b"), "answer-rate"), "1 of 1");
    EXPECT_EQ(numberOf(workedCase("3a"), "answer-rate"), "0 of 1") << "a branch forgets him";
    EXPECT_EQ(numberOf(workedCase("3c"), "answer-rate"), "1 of 1");
    const QByteArray desk = "lane C stage=customer\nlane F stage=frontstage role=R\nrole R\ncard a lane=C step=1\n"
                            "card b lane=C step=2\ncard f lane=F step=1\na ?> f q\n";
    EXPECT_EQ(numberOf(desk + "f -- b\n", "answer-rate"), "\u2013 (0 known, 1 not)") << "a plain arrow is unclear";
    EXPECT_EQ(numberOf(desk, "answer-rate"), "0 of 1");
    QByteArray said = desk;
    said.replace("role R\n", "role R fulfils=q\n");
    EXPECT_EQ(numberOf(said, "answer-rate"), "1 of 1") << "he is said to see to it";
    QByteArray filed = desk;
    filed.replace("a ?> f q", "a ?> f q noreply");
    EXPECT_EQ(numberOf(filed, "answer-rate"), "\u2013") << "no reply is expected";
}

TEST(AnswerMetrics, countsAQuestionAskedAgainOnce)
{
    EXPECT_EQ(numberOf(workedCase("7b"), "answer-rate"), "1 of 1");
    EXPECT_EQ(numberOf(workedCase("7b"), "asks-per-question"), "2");
    EXPECT_EQ(numberOf(workedCase("2b"), "asks-per-question"), "1");
    EXPECT_EQ(numberOf(Blueprint(), "asks-per-question"), "\u2013");
}

TEST(AnswerMetrics, judgesPlainArrowsApart)
{
    EXPECT_EQ(numberOf(workedCase("11e"), "inferred-answer-rate"), "0 of 1");
    EXPECT_EQ(numberOf(workedCase("11f"), "inferred-answer-rate"), "\u2013 (0 known, 1 not)") << "filed on purpose";
    EXPECT_EQ(numberOf(house + "f1 -- b\n", "inferred-answer-rate"), "1 of 1 (1 known, 3 not)");
    EXPECT_EQ(numberOf(workedCase("11e"), "answer-rate"), "\u2013");
}

TEST(AnswerMetrics, countsHops)
{
    EXPECT_EQ(numberOf(workedCase("14a"), "hops-per-request"), "4");
    EXPECT_EQ(numberOf(workedCase("14a"), "most-hops"), "4");
    EXPECT_EQ(numberOf(workedCase("14a"), "first-person-resolution"), "0 of 1");
    EXPECT_EQ(numberOf(workedCase("16c"), "hops-per-request"), "0.5") << "the beer is fetched, the bill is not";
    EXPECT_EQ(numberOf(workedCase("16c"), "most-hops"), "1");
    EXPECT_EQ(numberOf(workedCase("16c"), "first-person-resolution"), "1 of 2");
    EXPECT_EQ(numberOf(workedCase("2a"), "hops-per-request"), "\u2013");
    EXPECT_EQ(numberOf(workedCase("2a"), "most-hops"), "\u2013");
}

TEST(AbilityMetrics, countsWhatRolesCanDoThemselves)
{
    EXPECT_EQ(numberOf(workedCase("1a"), "empowerment Busser"), "2 of 5");
    EXPECT_EQ(numberOf(workedCase("1a"), "empowerment Waiter"), "4 of 4 (4 known, 1 not)");
    EXPECT_EQ(numberOf(workedCase("1a"), "empowerment Hostess"), "\u2013 (0 known, 6 not)");
    EXPECT_EQ(numberOf(workedCase("1a"), "empowerment"), "6 of 9 (9 known, 7 not)");
    EXPECT_EQ(numberOf(workedCase("1a"), "dead-end-share"), "0 of 9 (9 known, 7 not)");
    EXPECT_EQ(numberOf(workedCase("1b"), "dead-end-share"), "2 of 9 (9 known, 7 not)");
    EXPECT_EQ(numberOf(workedCase("12a"), "dead-end-share"), "3 of 3") << "circles are dead ends";
}

TEST(ContactMetrics, countsRolesDepartmentsAndContacts)
{
    EXPECT_EQ(numberOf(house, "roles-met"), "3");
    EXPECT_EQ(numberOf(house, "departments-met"), "2 (2 known, 1 not)");
    EXPECT_EQ(numberOf(house, "contacts"), "4");
    EXPECT_EQ(numberOf(house + "a -- b2\na ?> f1\n", "contacts"), "5") << "the same two cards count once";
}

TEST(ContactMetrics, countsTheMomentsThatHaveAnOwner)
{
    EXPECT_EQ(numberOf(house, "moments-owned"), "3 of 3 (3 known, 1 not)");
    EXPECT_EQ(numberOf(house + "a -- b2\n", "moments-owned"), "2 of 3 (3 known, 1 not)") << "two serve the first";
    EXPECT_EQ(numberOf(house, "moments-of-department Floor"), "2 (3 known, 1 not)");
    QByteArray owned = house;
    owned.replace("card a lane=Guest step=1", "card a lane=Guest step=1 owner=Bar");
    EXPECT_EQ(numberOf(owned, "moments-owned"), "1 of 4") << "owners are given, so nothing is inferred";
    EXPECT_EQ(numberOf(owned, "moments-of-department Bar"), "1");
}

TEST(BurdenMetrics, addsUpEachBurdenAlongAWay)
{
    const QByteArray text = "phase P\nphase Q\nlane C stage=customer\n"
                            "card a lane=C step=1 phase=P minutes=1 worry=1 effort=2 money=5\n"
                            "card b lane=C step=2 phase=Q minutes=10 worry=3\n"
                            "card c lane=C step=2 phase=Q minutes=2 worry=0\n"
                            "card d lane=C step=3 phase=Q kind=wait dur=4 end\n"
                            "a -> b\na -> c\nb -> d\nc -> d\n";
    EXPECT_EQ(numberOf(text, "customer-minutes"), "7\u201315 min");
    EXPECT_EQ(numberOf(text, "customer-minutes P"), "1 min");
    EXPECT_EQ(numberOf(text, "customer-minutes Q"), "6\u201314 min");
    EXPECT_EQ(numberOf(text, "customer-worry"), "\u2265 1\u20134 points (3 known, 1 not)");
    EXPECT_EQ(numberOf(text, "customer-effort P"), "2 points");
    EXPECT_EQ(numberOf(text, "customer-effort Q"), "\u2013 (0 known, 3 not)");
    EXPECT_EQ(numberOf(text, "customer-money"), "\u2265 5 (1 known, 3 not)");
    EXPECT_EQ(elementsBehind(text, "customer-minutes"),
              (QStringList{QStringLiteral("b"), QStringLiteral("d"), QStringLiteral("c"), QStringLiteral("a")}))
        << "the dearest step first";
    EXPECT_EQ(numberOf(house, "customer-minutes"), "\u2013 (0 known, 4 not)");
}

TEST(BurdenMetrics, countsWaitingOnTheCustomersClock)
{
    const QByteArray text = "lane C stage=customer\ncard a lane=C step=1 minutes=6\n"
                            "card w lane=C step=2 kind=wait dur=4\ncard x lane=C step=2 minutes=1\n"
                            "a -> w\na -> x\n";
    const JourneyMetrics metrics = journeyMetrics(blueprintOf(text));
    const Metric* share = metrics.find(QStringLiteral("wait-share"));
    ASSERT_TRUE(share);
    EXPECT_EQ(valueText(*share).toStdString(), "4 of 10") << "of the slowest way";
    EXPECT_DOUBLE_EQ(*share->value, 0.0) << "on the quickest way he does not wait";
    EXPECT_DOUBLE_EQ(*share->dearest, 0.4);
    EXPECT_EQ(numberOf(house, "wait-share"), "\u2013 (0 known, 4 not)");
}

TEST(BurdenMetrics, keepsCustomersApart)
{
    const QByteArray text = "lane B stage=customer\nlane U stage=customer\ncard b lane=B step=1 minutes=3\n"
                            "card u lane=U step=1 minutes=5\n";
    EXPECT_EQ(numberOf(text, "customer-minutes B"), "3 min");
    EXPECT_EQ(numberOf(text, "customer-minutes U"), "5 min");
    EXPECT_EQ(numberOf(text, "customer-minutes"), "none");
}

TEST(DataMetrics, countsWhatTheCustomerIsAskedForAgain)
{
    EXPECT_EQ(numberOf(workedCase("6a"), "asked-again-share"), "2 of 7") << "the one-time code is asked, not re-asked";
    EXPECT_EQ(numberOf(workedCase("6c"), "asked-again-share"), "0 of 7") << "at either door, never twice";
    EXPECT_EQ(numberOf(workedCase("6e"), "asked-again-share"), "2 of 7");
    EXPECT_EQ(elementsBehind("lane C stage=customer\ncard a lane=C step=1 gives=x\ncard b lane=C step=2 gives=x\n"
                             "a -> b\nb -> a\n",
                             "asked-again-share"),
              QStringList{QStringLiteral("b")})
        << "in a circle only the later column";
    EXPECT_EQ(numberOf("lane C stage=customer\ncard a lane=C step=1 gives=x\n"
                       "card b lane=C step=2 gives=x reconfirm\na -> b\n",
                       "asked-again-share"),
              "0 of 2");
    EXPECT_EQ(numberOf(house, "asked-again-share"), "\u2013");
}

TEST(DataMetrics, countsHandoversThatCarryWhatIsNeeded)
{
    const QByteArray text = "lane C stage=customer\nlane F stage=frontstage\nlane K stage=backstage\n"
                            "lane M stage=backstage\ncard a lane=C step=1 gives=x,y\ncard f lane=F step=1\n"
                            "card k lane=K step=2\ncard m lane=M step=3 asks=x\na -- f\n";
    EXPECT_EQ(numberOf(text + "f => k\nk => m\n", "carry-rate"), "0 of 2");
    EXPECT_EQ(numberOf(text + "f => k +x\nk => m\n", "carry-rate"), "1 of 2");
    EXPECT_EQ(elementsBehind(text + "f => k +x\nk => m\n", "carry-rate"), QStringList{QStringLiteral("e3")});
    EXPECT_EQ(numberOf(text + "f => k +x,y\nk => m +x\n", "carry-rate"), "2 of 2");
    EXPECT_EQ(numberOf(text + "f => k\n", "carry-rate"), "\u2013") << "nobody after it needs anything";
    EXPECT_EQ(numberOf(text + "card b lane=C step=3\na -> b\nb -- m\nf => k\nk => m\n", "carry-rate"), "0 of 2")
        << "that he is asked again excuses nobody";
    EXPECT_EQ(numberOf(text + "card n lane=F step=4 asks=x\nf => k\nk => n\n", "carry-rate"), "\u2013")
        << "who needs it was told himself";
}

TEST(LineMetrics, countsWhatCrossesEachLine)
{
    const QByteArray text = house + "card s lane=S step=4\nf1 => k4\nk4 => s\nf3 => s\nf1 => b2\n";
    EXPECT_EQ(numberOf(text, "interaction-crossings"), "4");
    EXPECT_EQ(numberOf(text, "visibility-crossings"), "2");
    EXPECT_EQ(numberOf(text, "internal-crossings"), "2");
}

TEST(PerspectiveMetrics, countsTheStepsWithTheCustomerInThePicture)
{
    EXPECT_EQ(numberOf(workedCase("13a"), "perspective"), "0 of 4");
    EXPECT_EQ(numberOf(house, "perspective"), "4 of 4");
    EXPECT_EQ(numberOf("lane C stage=customer\nlane F stage=frontstage\ncard a lane=C step=1 to=3\n"
                       "card f lane=F step=2\ncard g lane=F step=4\ncard h lane=F step=3\n",
                       "perspective"),
              "3 of 4")
        << "a card over several steps counts in each";
    EXPECT_EQ(numberOf(Blueprint(), "perspective"), "\u2013");
}

TEST(PerspectiveMetrics, followsTheCustomersVoice)
{
    EXPECT_EQ(numberOf(workedCase("10a"), "voice-reach"), "0 of 1");
    EXPECT_EQ(numberOf(workedCase("10b"), "voice-reach"), "1 of 1");
    EXPECT_EQ(numberOf(workedCase("10d"), "voice-reach"), "\u2013 (0 known, 1 not)") << "nobody said who decides";
    EXPECT_EQ(numberOf(workedCase("10a"), "virtuous-circle"), "no");
    EXPECT_EQ(numberOf(workedCase("10b"), "virtuous-circle"), "yes");
    EXPECT_EQ(numberOf(workedCase("10d"), "virtuous-circle"), "\u2013");
}

TEST(JourneyMetrics, countsHowRolesWorkWithEachOther)
{
    const JourneyMetrics metrics = journeyMetrics(blueprintOf(house + "a -- b2\nf1 => b2\nf3 => b2\nf3 => k4\n"));
    const ElementRef host{ElementKind::Role, QStringLiteral("Host")};
    const ElementRef barman{ElementKind::Role, QStringLiteral("Barman")};
    const ElementRef chef{ElementKind::Role, QStringLiteral("Chef")};
    EXPECT_EQ(metrics.rolePairs,
              (QList<RolePair>{{barman, host, 0, 1, 2}, {host, barman, 2, 1, 2}, {host, chef, 1, 0, 2}}));
}

TEST(JourneyMetrics, readsTheRestaurant)
{
    QFile file(QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/templates/restaurant.blueprint"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const Result<Blueprint> restaurant = readBlueprint(file.readAll(), QStringLiteral("restaurant.blueprint"));
    ASSERT_TRUE(restaurant) << qPrintable(describe(restaurant.error()));
    EXPECT_EQ(numberOf(*restaurant, "silo-index"), "1 of 2");
    EXPECT_EQ(numberOf(*restaurant, "tolls"), "1");
    EXPECT_EQ(numberOf(*restaurant, "payments"), "2");
    EXPECT_EQ(numberOf(*restaurant, "roles-met"), "4");
    EXPECT_EQ(numberOf(*restaurant, "customer-minutes"), "81 min");
    EXPECT_EQ(numberOf(*restaurant, "wait-share"), "28 of 81");
    EXPECT_EQ(numberOf(*restaurant, "asked-again-share"), "1 of 3");
    EXPECT_EQ(numberOf(*restaurant, "carry-rate"), "1 of 1");
    EXPECT_EQ(numberOf(*restaurant, "voice-reach"), "0 of 1");
}

TEST(JourneyMetrics, saysEveryNumberInASentenceAndExplainsItInTheDocumentation)
{
    QFile file(QStringLiteral(THROUGHLINE_SOURCE_DIR "/docs/numbers.md"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString documentation = QString::fromUtf8(file.readAll());
    QSet<QString> ids;
    for (const MetricInfo& info : metricCatalogue()) {
        ids.insert(info.id);
        EXPECT_TRUE(documentation.contains(u'`' + info.id + u'`')) << qPrintable(info.id);
        EXPECT_TRUE(info.meaning.endsWith(u'.')) << qPrintable(info.id);
    }
    EXPECT_EQ(ids.size(), metricCatalogue().size());
    for (const Metric& metric : journeyMetrics(blueprintOf(house)).metrics) {
        EXPECT_TRUE(ids.contains(metric.id)) << qPrintable(metric.id);
        EXPECT_TRUE(metric.sentence.endsWith(u'.')) << qPrintable(metric.sentence);
    }
}

TEST(JourneyMetrics, saysHowMuchIsKnownWhereSomethingIsNot)
{
    const Blueprint blueprint = blueprintOf(house);
    const JourneyMetrics metrics = journeyMetrics(blueprint);
    EXPECT_EQ(coverageText(*metrics.find(QStringLiteral("silo-index"))).toStdString(), "2 of 3 known");
    EXPECT_TRUE(coverageText(*metrics.find(QStringLiteral("roles-met"))).isEmpty());
    EXPECT_TRUE(toText(metrics, blueprint).contains(QStringLiteral("2 of 3 known")));
}

TEST(JourneyMetrics, writesJsonThatSaysTheSame)
{
    const Blueprint blueprint = blueprintOf(house);
    const JourneyMetrics metrics = journeyMetrics(blueprint);
    const QByteArray json = toJson(metrics, blueprint);
    EXPECT_TRUE(json.endsWith('\n'));
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonArray list = root.value(QStringLiteral("metrics")).toArray();
    ASSERT_EQ(list.size(), metrics.metrics.size());
    const QJsonObject first = list.first().toObject();
    EXPECT_EQ(first.value(QStringLiteral("id")).toString(), QStringLiteral("silo-index"));
    EXPECT_EQ(first.value(QStringLiteral("numerator")).toInt(), 2);
    EXPECT_EQ(first.value(QStringLiteral("unknown")).toInt(), 1);
    EXPECT_EQ(first.value(QStringLiteral("better")).toString(), QStringLiteral("lower"));
    EXPECT_EQ(
        first.value(QStringLiteral("elements")).toArray().first().toObject().value(QStringLiteral("kind")).toString(),
        QStringLiteral("connection"));
    for (const QJsonValue& value : list) {
        if (value.toObject().value(QStringLiteral("id")).toString() == QStringLiteral("answer-rate")) {
            EXPECT_TRUE(value.toObject().value(QStringLiteral("value")).isNull()) << "no value is not zero";
        }
    }
}

TEST(JourneyMetrics, holdTogetherOnRandomBlueprints)
{
    for (unsigned seed = 1; seed <= 400; ++seed) {
        std::mt19937 random(seed);
        const Blueprint blueprint = randomBlueprint(random);
        const JourneyMetrics metrics = journeyMetrics(blueprint);
        QSet<QString> keys;
        for (const Metric& metric : metrics.metrics) {
            const QString where = keyOf(metric) + QStringLiteral(" of seed %1").arg(seed);
            EXPECT_FALSE(keys.contains(keyOf(metric))) << qPrintable(where);
            keys.insert(keyOf(metric));
            EXPECT_FALSE(metric.sentence.isEmpty()) << qPrintable(where);
            EXPECT_GE(metric.known, 0) << qPrintable(where);
            EXPECT_GE(metric.unknown, 0) << qPrintable(where);
            if (infoOf(metric).unit == MetricUnit::Share) {
                EXPECT_LE(metric.numerator, metric.denominator) << qPrintable(where);
                EXPECT_EQ(metric.value.has_value(), metric.denominator > 0) << qPrintable(where);
            }
            if (metric.dearest && infoOf(metric).unit != MetricUnit::Share) {
                EXPECT_LE(*metric.value, *metric.dearest) << qPrintable(where);
                EXPECT_LE(*metric.dearest, metric.numerator + 1e-6) << qPrintable(where);
            }
            for (const ElementRef& ref : metric.elements)
                EXPECT_TRUE(contains(blueprint, ref)) << qPrintable(where);
        }
        EXPECT_FALSE(toText(metrics, blueprint).isEmpty());
    }
}

TEST(JourneyMetrics, dependOnNoOrderOfDeclaration)
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        const Blueprint blueprint = randomBlueprint(random);
        const JourneyMetrics metrics = journeyMetrics(blueprint);
        const JourneyMetrics other = journeyMetrics(redeclared(blueprint, random));
        ASSERT_EQ(metrics.metrics.size(), other.metrics.size());
        for (qsizetype i = 0; i < metrics.metrics.size(); ++i) {
            Metric left = metrics.metrics[i];
            Metric right = other.metrics[i];
            left.elements.clear(); // connections have other ids now
            right.elements.clear();
            EXPECT_EQ(left, right) << qPrintable(keyOf(left)) << " of seed " << seed;
        }
        EXPECT_EQ(metrics.rolePairs, other.rolePairs) << "seed " << seed;
    }
}

TEST(JourneyMetrics, comeBackWithUndo)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        Blueprint blueprint = randomBlueprint(random);
        const JourneyMetrics before = journeyMetrics(blueprint);
        const Patch patch = randomEdit(blueprint, random, countingIds());
        ASSERT_TRUE(apply(blueprint, patch));
        static_cast<void>(journeyMetrics(blueprint));
        ASSERT_TRUE(apply(blueprint, inverse(patch)));
        EXPECT_EQ(journeyMetrics(blueprint), before) << "seed " << seed;
    }
}

TEST(JourneyMetrics, readsALargeBlueprint)
{
    const Blueprint blueprint = largeBlueprint(2000);
    const JourneyMetrics metrics = journeyMetrics(blueprint);
    EXPECT_GT(metrics.metrics.size(), metricCatalogue().size() / 2);
}

TEST(MetricSentences, sayDurationsAsPeopleDoAndTakeNobodyForAMan)
{
    const JourneyMetrics metrics = journeyMetrics(
        blueprintOf("dept Marketing\ndept Risk\nrole Seller dept=Risk\nlane Nadia stage=customer\n"
                    "lane F stage=frontstage role=Seller\ncard a lane=Nadia step=1 minutes=450 money=450\n"
                    "card w lane=Nadia step=2 kind=wait dur=18720\ncard c lane=Nadia step=3\n"
                    "card f lane=F step=1\na -> w\nw -> c\na -- f\n"));
    const auto sentence = [&](const char* key) {
        const Metric* metric = metrics.find(QString::fromLatin1(key));
        return metric ? metric->sentence.toStdString() : std::string();
    };
    EXPECT_EQ(sentence("customer-minutes"),
              "Nadia spends at least 13.3 days on the way; it is given for 2 of 3 steps.");
    EXPECT_EQ(sentence("customer-money"), "Nadia pays at least 450 on the way; it is given for 1 of 3 steps.");
    EXPECT_EQ(sentence("wait-share"),
              "Nadia waits 13 of at least 13.3 days on the slowest way; it is given for 2 of 3 steps.");
    EXPECT_EQ(sentence("moments-of-department Marketing"), "Marketing answers for no step of the customer.");
    EXPECT_EQ(sentence("moments-of-department Risk"), "Risk answers for 1 step of the customer.");
    for (const Metric& metric : metrics.metrics) {
        for (const QString& word : metric.sentence.split(u' ') + infoOf(metric).meaning.split(u' '))
            EXPECT_FALSE(word == u"he" || word == u"his" || word == u"him" || word == u"him.")
                << qPrintable(metric.sentence);
    }
}
