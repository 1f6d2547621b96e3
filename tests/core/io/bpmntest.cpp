// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/io/bpmnreader.h"
#include "core/io/notationwriter.h"
#include "core/model/queries.h"

#include <QDirIterator>
#include <QFile>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A BPMN file around what stands in its collaboration and processes.
QByteArray bpmn(const QByteArray& content)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
           "xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" "
           "xmlns:omgdc=\"http://www.omg.org/spec/DD/20100524/DC\" "
           "xmlns:omgdi=\"http://www.omg.org/spec/DD/20100524/DI\">\n" +
           content + "</definitions>\n";
}

BpmnImport import(const QByteArray& content, const QString& customer = {})
{
    const Result<BpmnImport> result = readBpmn(bpmn(content), u"dir/model.bpmn"_s, {customer});
    EXPECT_TRUE(result) << (result ? "" : qPrintable(describe(result.error())));
    return result ? *result : BpmnImport();
}

std::string importErrorOf(const QByteArray& xml, const QString& customer = {})
{
    const Result<BpmnImport> result = readBpmn(xml, u"m"_s, {customer});
    return result ? "no error" : describe(result.error()).toStdString();
}

/// The cards and connections of a blueprint as lines of the notation, for comparing at a glance.
std::string lines(const Blueprint& blueprint, const QByteArray& starting)
{
    std::string found;
    for (const QByteArray& line : writeNotation(blueprint).split('\n')) {
        if (line.startsWith(starting))
            found += line.toStdString() + "\n";
    }
    return found;
}

std::string connections(const Blueprint& blueprint)
{
    std::string found;
    for (const Connection& c : blueprint.connections()) {
        const auto text = [](const End& end) {
            if (const CardId* card = cardAt(end))
                return card->value;
            if (const LaneId* lane = laneAt(end))
                return u"lane "_s + lane->value;
            const LooseEnd& loose = std::get<LooseEnd>(end);
            return u"?%1@%2"_s.arg(loose.nearest.value).arg(loose.distance);
        };
        found += (text(c.from) + (c.kind == ConnectionKind::Flow ? u" -> "_s : u" -- "_s) + text(c.to) +
                  (c.conditional ? u" if"_s : QString()) + (c.label.isEmpty() ? QString() : u" \"%1\""_s.arg(c.label)))
                     .toStdString() +
                 "\n";
    }
    return found;
}

const QByteArray TwoPools =
    "<collaboration id=\"c\"><participant id=\"G\" name=\"Guest&#10;at the table\" processRef=\"pg\"/>"
    "<participant id=\"W\" name=\"Waiter\" processRef=\"pw\"/>"
    "<messageFlow id=\"m1\" sourceRef=\"ask\" targetRef=\"hear\"/></collaboration>"
    "<process id=\"pg\"><task id=\"ask\" name=\"Asks\"/><task id=\"eat\" name=\"Eats\"/>"
    "<endEvent id=\"full\" name=\"Full\"/>"
    "<sequenceFlow id=\"f1\" sourceRef=\"ask\" targetRef=\"eat\"/>"
    "<sequenceFlow id=\"f2\" sourceRef=\"eat\" targetRef=\"full\"/></process>"
    "<process id=\"pw\"><startEvent id=\"hear\" name=\"Hears\"><messageEventDefinition/></startEvent>"
    "<task id=\"cook\" name=\"Cooks\"/><endEvent id=\"done\" name=\"Done\"/>"
    "<sequenceFlow id=\"f3\" sourceRef=\"hear\" targetRef=\"cook\"/>"
    "<sequenceFlow id=\"f4\" sourceRef=\"cook\" targetRef=\"done\"/></process>";

} // namespace

TEST(Bpmn, makesTheCustomersPoolALaneAndOthersDepartments)
{
    const BpmnImport result = import(TwoPools);
    const Blueprint& b = result.blueprint;
    EXPECT_EQ(result.customerUsed, u"Guest at the table"_s);
    EXPECT_EQ(b.find(LaneId(u"G"_s))->stage, Stage::Customer);
    EXPECT_TRUE(b.find(LaneId(u"G"_s))->roles.isEmpty());
    EXPECT_EQ(b.find(LaneId(u"W"_s))->stage, Stage::Frontstage);
    EXPECT_EQ(b.departments().size(), 1);
    EXPECT_EQ(b.find(RoleId(u"W"_s))->department, DepartmentId(u"W"_s));
    EXPECT_TRUE(b.find(CardId(u"eat"_s))->isEnd);
    EXPECT_FALSE(b.find(CardId(u"cook"_s))->isEnd);
    EXPECT_EQ(b.find(CardId(u"hear"_s))->waitEndsBy, WaitEnd::OtherSide);
    EXPECT_EQ(b.cards().size(), 4);
    EXPECT_EQ(connections(b), "ask -> eat\nhear -> cook\nask -- hear\n");
    EXPECT_EQ(b.header().title, u"model"_s);
}

TEST(Bpmn, takesTheCustomerAPersonNames)
{
    EXPECT_EQ(import(TwoPools, u"Waiter"_s).blueprint.find(LaneId(u"W"_s))->stage, Stage::Customer);
    EXPECT_EQ(import(TwoPools, u"G"_s).customerUsed, u"Guest at the table"_s);
    EXPECT_EQ(import(TwoPools, u"guest"_s).customerUsed, u"Guest at the table"_s);
    EXPECT_EQ(importErrorOf(bpmn(TwoPools), u"Chef"_s),
              "m: No pool or lane is called \"Chef\"; there are: \"Guest at the table\", \"Waiter\"");
}

TEST(Bpmn, decidesNothingWhereTheCustomerIsNotClear)
{
    const BpmnImport result =
        import("<collaboration id=\"c\"><participant id=\"A\" name=\"Client\" processRef=\"pa\"/>"
               "<participant id=\"B\" name=\"Server\"/></collaboration>"
               "<process id=\"pa\"><startEvent id=\"s\"/><task id=\"t\" name=\"Calls\"/></process>");
    EXPECT_TRUE(result.customerUsed.isEmpty());
    ASSERT_EQ(result.candidates.size(), 1);
    EXPECT_EQ(result.candidates[0].name, u"Client"_s);
    EXPECT_EQ(result.blueprint.find(LaneId(u"A"_s))->stage, Stage::Backstage);
    EXPECT_TRUE(result.notes.first().contains(u"--customer"_s));
}

TEST(Bpmn, letsJoinsVanishAndSplitsDecide)
{
    const Blueprint b =
        import("<process id=\"p\" name=\"Shop\"><startEvent id=\"s\"/><task id=\"a\" name=\"A\"/>"
               "<exclusiveGateway id=\"x\" name=\"In stock?\"/><task id=\"b\" name=\"B\"/><task id=\"c\" name=\"C\"/>"
               "<exclusiveGateway id=\"j\"/><parallelGateway id=\"par\"/><task id=\"d\" name=\"D\"/><task id=\"e\" "
               "name=\"E\"/>"
               "<sequenceFlow id=\"f0\" sourceRef=\"s\" targetRef=\"a\"/>"
               "<sequenceFlow id=\"f1\" sourceRef=\"a\" targetRef=\"x\"/>"
               "<sequenceFlow id=\"f2\" name=\"yes\" sourceRef=\"x\" targetRef=\"b\"/>"
               "<sequenceFlow id=\"f3\" name=\"no\" sourceRef=\"x\" targetRef=\"c\"/>"
               "<sequenceFlow id=\"f4\" sourceRef=\"b\" targetRef=\"j\"/><sequenceFlow id=\"f5\" sourceRef=\"c\" "
               "targetRef=\"j\"/>"
               "<sequenceFlow id=\"f6\" sourceRef=\"j\" targetRef=\"par\"/><sequenceFlow id=\"f7\" sourceRef=\"par\" "
               "targetRef=\"d\"/>"
               "<sequenceFlow id=\"f8\" sourceRef=\"par\" targetRef=\"e\"/></process>")
            .blueprint;
    EXPECT_EQ(connections(b), "a -> x\nx -> b if \"yes\"\nx -> c if \"no\"\nb -> d\nb -> e\nc -> d\nc -> e\n");
    EXPECT_EQ(b.find(CardId(u"x"_s))->kind, CardKind::Decision);
    EXPECT_EQ(b.find(LaneId(u"p"_s))->name, u"Shop"_s);
    EXPECT_TRUE(b.departments().isEmpty());
}

TEST(Bpmn, readsWaitsAndTimeouts)
{
    const Blueprint b =
        import(
            "<process id=\"p\"><receiveTask id=\"r\" name=\"Reply\"/>"
            "<intermediateCatchEvent id=\"t\" name=\"5 minutes\"><timerEventDefinition/></intermediateCatchEvent>"
            "<intermediateCatchEvent id=\"c\" name=\"My turn\"><conditionalEventDefinition/></intermediateCatchEvent>"
            "<intermediateCatchEvent id=\"many\" name=\"Odd\"><cancelEventDefinition/><terminateEventDefinition/>"
            "</intermediateCatchEvent><boundaryEvent id=\"late\" attachedToRef=\"r\"><timerEventDefinition>"
            "<timeDuration>PT1H30M</timeDuration></timerEventDefinition></boundaryEvent><task id=\"chase\" "
            "name=\"Chase\"/>"
            "<sequenceFlow id=\"f\" sourceRef=\"late\" targetRef=\"chase\"/></process>")
            .blueprint;
    EXPECT_EQ(b.find(CardId(u"t"_s))->waitEndsBy, WaitEnd::Time);
    EXPECT_EQ(b.find(CardId(u"t"_s))->waitDuration, *Minutes::from(5.0));
    EXPECT_EQ(b.find(CardId(u"c"_s))->waitEndsBy, WaitEnd::Self);
    EXPECT_EQ(b.find(CardId(u"many"_s))->waitEndsBy, WaitEnd::Unspecified);
    EXPECT_EQ(b.find(CardId(u"r"_s))->waitTimeout, *Minutes::from(90.0));
    EXPECT_EQ(b.find(CardId(u"r"_s))->timeoutTo, CardId(u"chase"_s));
    EXPECT_EQ(connections(b), "r -> chase if\n");
}

TEST(Bpmn, keepsLooseEndsWithTheNearestShapeAndItsDistance)
{
    const Blueprint b = import("<process id=\"p\"><task id=\"a\" name=\"A\"/><task id=\"b\" name=\"B\"/>"
                               "<sequenceFlow id=\"f1\" sourceRef=\"a\"/><sequenceFlow id=\"f2\" sourceRef=\"gone\" "
                               "targetRef=\"b\"/></process>"
                               "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane>"
                               "<bpmndi:BPMNShape bpmnElement=\"a\"><omgdc:Bounds x=\"0\" y=\"0\" width=\"100\" "
                               "height=\"80\"/></bpmndi:BPMNShape>"
                               "<bpmndi:BPMNShape bpmnElement=\"b\"><omgdc:Bounds x=\"150.5\" y=\"0\" width=\"100\" "
                               "height=\"80\"/></bpmndi:BPMNShape>"
                               "<bpmndi:BPMNEdge bpmnElement=\"f1\"><omgdi:waypoint x=\"100\" "
                               "y=\"40\"/><omgdi:waypoint x=\"149\" y=\"40\"/></bpmndi:BPMNEdge>"
                               "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>")
                            .blueprint;
    EXPECT_EQ(connections(b), "a -> ?b@2\n?@0 -> b\n");
    EXPECT_EQ(b.find(CardId(u"a"_s))->firstStep, StepId(u"s1"_s));
    EXPECT_EQ(b.find(CardId(u"b"_s))->firstStep, StepId(u"s2"_s));
}

TEST(Bpmn, readsNestedLanesBlackBoxesAndStores)
{
    const Blueprint b =
        import(
            "<collaboration id=\"c\"><participant id=\"Bank\" name=\"Bank\" processRef=\"p\"/>"
            "<participant id=\"K\" name=\"Kunde\"/><messageFlow id=\"m\" sourceRef=\"K\" "
            "targetRef=\"a\"/></collaboration>"
            "<process id=\"p\"><laneSet><lane id=\"L0\" name=\"Branch\"><flowNodeRef>a</flowNodeRef><childLaneSet>"
            "<lane id=\"L1\" name=\"Desk\"><flowNodeRef>a</flowNodeRef></lane><lane id=\"L2\" name=\"IT\">"
            "<flowNodeRef>b</flowNodeRef></lane></childLaneSet></lane></laneSet>"
            "<task id=\"a\" name=\"A\"><dataOutputAssociation><targetRef>st</targetRef></dataOutputAssociation></task>"
            "<serviceTask id=\"b\" name=\"B\"/><dataStoreReference id=\"st\" name=\"CRM\"/></process>")
            .blueprint;
    EXPECT_EQ(lines(b, "lane"),
              "lane K stage=customer \"Kunde\"\nlane L1 stage=frontstage role=L1 \"Branch / Desk\"\n"
              "lane L2 stage=support role=L2 \"Branch / IT\"\nlane st stage=support role=st \"CRM\"\n");
    EXPECT_EQ(b.find(RoleId(u"L2"_s))->kind, RoleKind::System);
    EXPECT_EQ(connections(b), "lane K -- a\na -- lane st\n");
}

TEST(Bpmn, putsSubProcessesOnOneCardAndSaysSo)
{
    const BpmnImport result =
        import("<process id=\"p\"><task id=\"a\" name=\"A\"/><subProcess id=\"s\" name=\"Pack\"><task id=\"in\"/>"
               "</subProcess><sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"s\"/></process>");
    EXPECT_EQ(result.blueprint.cards().size(), 2);
    EXPECT_EQ(result.notes.last(), u"\"Pack\" is one card here; the 1 parts inside it were left out."_s);
}

TEST(Bpmn, readsCdataAndPassesOverExtensions)
{
    const Blueprint b =
        import("<process id=\"p\"><extensionElements><x:y xmlns:x=\"urn:x\"><task id=\"a\"/></x:y></extensionElements>"
               "<task id=\"a\" name=\"A&#10;  B\"/><textAnnotation id=\"n\"><text><![CDATA[mind <this>]]></text>"
               "</textAnnotation><association sourceRef=\"a\" targetRef=\"n\"/></process>")
            .blueprint;
    EXPECT_EQ(b.find(CardId(u"a"_s))->title, u"A B"_s);
    EXPECT_EQ(b.find(CardId(u"a"_s))->note, u"mind <this>"_s);
}

TEST(Bpmn, refusesHostileAndBrokenFilesAtTheirPlace)
{
    EXPECT_EQ(importErrorOf("<!DOCTYPE lolz [<!ENTITY lol \"lol\">]><definitions/>").substr(0, 47),
              "m:1:38: Found a document type declaration, whic");
    EXPECT_EQ(importErrorOf("<html/>").substr(0, 54), "m:1:8: Found <html>, expected <definitions> of BPMN 2.");
    EXPECT_EQ(importErrorOf("").substr(0, 6), "m:1:1:");
    EXPECT_EQ(importErrorOf("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">").substr(0, 4),
              "m:1:");
    EXPECT_EQ(importErrorOf(bpmn("<process id=\"p\"><task id=\"a\"/>\n<task id=\"a\"/></process>")).substr(0, 27),
              "m:4:15: Found the id \"a\" a ");
    EXPECT_EQ(importErrorOf(bpmn(QByteArray("<process>").repeated(300'000))).substr(0, 45),
              "m:3:2305: Found elements nested deeper than 2");
    EXPECT_EQ(importErrorOf(bpmn("<process id=\"\xC3\x28\"/>")),
              "m:3:14: Found the byte 0xc3, which is not UTF-8 text: save the file as UTF-8");
}

TEST(Bpmn, importsEveryModelOfTheCorpus)
{
    const QString corpus = qEnvironmentVariable("THROUGHLINE_CORPUS");
    if (corpus.isEmpty())
        GTEST_SKIP() << "THROUGHLINE_CORPUS is not set";
    int files = 0;
    QDirIterator it(corpus, {u"*.bpmn"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const Result<BpmnImport> result = readBpmn(file.readAll(), file.fileName());
        EXPECT_TRUE(result) << qPrintable(describe(result.error()));
        ++files;
    }
    EXPECT_GE(files, 200);
}

TEST(Bpmn, findsTheGuestOfTheModelRestaurantAndNoCustomerInCreditScoring)
{
    const QString corpus = qEnvironmentVariable("THROUGHLINE_CORPUS");
    if (corpus.isEmpty())
        GTEST_SKIP() << "THROUGHLINE_CORPUS is not set";
    const auto read = [&](const QString& path, const QString& customer) {
        QFile file(corpus + u"/bpmn/"_s + path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        const Result<BpmnImport> result = readBpmn(file.readAll(), path, {customer});
        EXPECT_TRUE(result);
        return result ? *result : BpmnImport();
    };
    const BpmnImport restaurant =
        read(u"04-Self-service-restaurant/solution/self-service-restaurant.bpmn"_s, u"Guest"_s);
    EXPECT_EQ(restaurant.customerUsed, u"Guest food consumption"_s);
    for (const Finding& finding : checkBlueprint(restaurant.blueprint, {Preset::All, {}, {}}).findings)
        ADD_FAILURE() << finding.rule.toStdString() << " " << subjectOf(finding).toStdString();
    for (const QString& name : {u"credit-scoring-asynchronous"_s, u"credit-scoring-synchronous"_s}) {
        const BpmnImport scoring = read(u"03-Credit-scoring/solution/%1.bpmn"_s.arg(name), {});
        for (const Lane& lane : scoring.blueprint.lanes())
            EXPECT_NE(lane.stage, Stage::Customer) << name.toStdString();
        const CheckResult result = checkBlueprint(scoring.blueprint);
        ASSERT_EQ(result.findings.size(), 1) << name.toStdString();
        EXPECT_EQ(result.findings.first().rule, u"no-customer-lane"_s);
    }
}

} // namespace throughline
