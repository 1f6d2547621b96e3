// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmnwriter.h"

#include "core/io/bpmnreader.h"
#include "core/model/queries.h"
#include "tests/core/io/awkwardblueprint.h"
#include "tests/core/io/xmlelements.h"
#include "tests/support/readnotation.h"

#include <QMap>
#include <QRect>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::blueprintOf;

namespace {

constexpr quint32 Seeds = 30;

/// A guest, a department of two lanes, a department of one and a lane of none.
const char* const Restaurant = R"(
title "A dinner"
dept Floor "The floor"
dept Kitchen
role Waiter dept=Floor
role Till dept=Floor kind=system
role Cook dept=Kitchen
data order "The order"
phase Arrive
phase Table "At the table"
lane Guest stage=customer "The guest"
lane Serving stage=frontstage role=Waiter
lane Paying stage=support role=Till
lane Cooking stage=backstage role=Cook
lane Doorman stage=frontstage
card g1 lane=Guest step=1 phase=Arrive "Arrives"
card g2 lane=Guest step=2 phase=Table gives=order "Orders"
card g3 lane=Guest step=3 phase=Table kind=wait wait=other "Waits for the food"
card g4 lane=Guest step=5 phase=Table kind=payment end "Pays"
card d1 lane=Doorman step=1 "Opens the door"
card w1 lane=Serving step=2 asks=order note="With a smile" "Takes the order"
card w2 lane=Serving step=3 kind=decision "Is all ready?"
card w3 lane=Serving step=4 phase=Table "Serves"
card w4 lane=Serving step=4 "Reminds the kitchen"
card w5 lane=Serving step=1 kind=wait wait=time dur=20 "Waits for guests"
card t1 lane=Paying step=5 "Prints the bill"
card k1 lane=Cooking step=3 "Cooks"
g1 -> g2
g2 -> g3
g3 -> g4
g1 -- d1
g2 ?> w1 "please"
w1 -> w2
w2 -> w3 if "yes"
w2 -> w4 if "no"
w1 => k1 +order
k1 -- g3
w5 -> w1
t1 -- g4
w3 => t1
d1 ~> Cooking "full house"
d1 -- ?
)";

QSet<QString> flowNodes()
{
    return {u"task"_s,       u"serviceTask"_s, u"receiveTask"_s,  u"exclusiveGateway"_s, u"intermediateCatchEvent"_s,
            u"startEvent"_s, u"endEvent"_s,    u"boundaryEvent"_s};
}

/// What an element is, with what triggers it: "intermediateCatchEvent timerEventDefinition".
std::string formOf(const QList<XmlElement>& elements, const char* id)
{
    QString form = withId(elements, id).name;
    for (const XmlElement& element : elements) {
        if (element.parent >= 0 && elements[element.parent]["id"] == QLatin1StringView(id) &&
            element.name.endsWith("EventDefinition"_L1))
            form += u' ' + element.name;
    }
    return form.toStdString();
}

/// "messageFlow g1 d1 name".
std::string flowText(const QList<XmlElement>& elements, const char* id)
{
    const XmlElement flow = withId(elements, id);
    return u"%1 %2 %3 %4"_s.arg(flow.name, flow["sourceRef"], flow["targetRef"], flow["name"]).trimmed().toStdString();
}

QMap<QString, QRect> boxesOf(const QList<XmlElement>& elements)
{
    QMap<QString, QRect> boxes;
    for (const XmlElement& bounds : named(elements, "Bounds")) {
        boxes.insert(elements[bounds.parent]["bpmnElement"], QRect(bounds["x"].toInt(), bounds["y"].toInt(),
                                                                   bounds["width"].toInt(), bounds["height"].toInt()));
    }
    return boxes;
}

/// Title -> the lane it is in, told by the titles of all cards in that lane.
QMap<QString, QStringList> neighbours(const Blueprint& blueprint)
{
    QMap<QString, QStringList> titles;
    for (const Card& card : blueprint.cards())
        titles[card.lane.value] += displayName(card).simplified();
    QMap<QString, QStringList> found;
    for (QStringList list : std::as_const(titles)) {
        list.sort();
        for (const QString& title : std::as_const(list))
            found.insert(title, list);
    }
    return found;
}

QString endText(const End& end)
{
    if (const CardId* card = cardAt(end))
        return card->value;
    const LaneId* lane = laneAt(end);
    return lane ? u"lane "_s + lane->value : u"?"_s;
}

QStringList arrows(const Blueprint& blueprint)
{
    QStringList texts;
    for (const Connection& connection : blueprint.connections()) {
        if (!isLoose(connection))
            texts += endText(connection.from) + u'>' + endText(connection.to);
    }
    texts.sort();
    return texts;
}

Blueprint readBack(const Blueprint& blueprint, const QString& customer)
{
    const Result<BpmnImport> import = readBpmn(writeBpmn(blueprint), u"test.bpmn"_s, {customer});
    EXPECT_TRUE(import) << (import ? "" : qPrintable(describe(import.error())));
    return import ? import->blueprint : Blueprint();
}

} // namespace

TEST(BpmnWriter, makesParticipantsOfCustomersAndDepartments)
{
    const QList<XmlElement> elements = elementsOf(writeBpmn(blueprintOf(Restaurant)));
    QStringList pools;
    for (const XmlElement& pool : named(elements, "participant"))
        pools += pool["name"];
    EXPECT_EQ(pools.join(u", "_s).toStdString(), "The guest, The floor, Doorman, Kitchen");
    QStringList lanes;
    for (const XmlElement& lane : named(elements, "lane"))
        lanes += lane["name"];
    EXPECT_EQ(lanes.join(u", "_s).toStdString(), "Serving, Paying, Cooking");
    EXPECT_EQ(withId(elements, "collaboration")["name"], u"A dinner"_s);
}

TEST(BpmnWriter, choosesTheElementByTheKindOfCard)
{
    const QList<XmlElement> elements = elementsOf(writeBpmn(blueprintOf(Restaurant)));
    EXPECT_EQ(formOf(elements, "g1"), "task");
    EXPECT_EQ(formOf(elements, "g4"), "task");
    EXPECT_EQ(formOf(elements, "g3"), "intermediateCatchEvent messageEventDefinition");
    EXPECT_EQ(formOf(elements, "w2"), "exclusiveGateway");
    EXPECT_EQ(formOf(elements, "w5"), "intermediateCatchEvent timerEventDefinition");
    EXPECT_EQ(named(elements, "timeDuration").value(0).text, u"PT20M"_s);
    EXPECT_EQ(formOf(elements, "t1"), "serviceTask");
    EXPECT_EQ(formOf(elements, "end_g4"), "endEvent");
    EXPECT_EQ(flowText(elements, "flow_end_g4"), "sequenceFlow g4 end_g4");
    EXPECT_EQ(flowText(elements, "flow_start_g1"), "sequenceFlow start_g1 g1");
    EXPECT_EQ(withId(elements, "w1")["name"], u"Takes the order"_s);
    EXPECT_EQ(named(elements, "documentation").value(0).text, u"With a smile"_s);
}

TEST(BpmnWriter, drawsSequencesInsideAndMessagesBetweenParticipants)
{
    const QList<XmlElement> elements = elementsOf(writeBpmn(blueprintOf(Restaurant)));
    EXPECT_EQ(flowText(elements, "e1"), "sequenceFlow g1 g2");
    EXPECT_EQ(flowText(elements, "e5"), "messageFlow g2 w1 please");
    EXPECT_EQ(flowText(elements, "e7"), "sequenceFlow w2 w3 yes");
    EXPECT_EQ(flowText(elements, "e13"), "sequenceFlow w3 t1") << "lanes of one department";
    EXPECT_EQ(flowText(elements, "e14"), "messageFlow d1 Kitchen full house") << "to a lane as a whole";
    EXPECT_EQ(named(elements, "conditionExpression").size(), 2);
    EXPECT_TRUE(std::none_of(elements.begin(), elements.end(), [](const XmlElement& e) { return e["id"] == u"e15"; }))
        << "BPMN has no flow without an end";
}

TEST(BpmnWriter, drawsDataBesideTheTasksThatUseThem)
{
    const QList<XmlElement> elements = elementsOf(writeBpmn(blueprintOf(Restaurant)));
    const QList<XmlElement> references = named(elements, "dataObjectReference");
    ASSERT_EQ(references.size(), 2);
    EXPECT_EQ(references.first()["name"], u"The order"_s);
    const QList<XmlElement> written = named(elements, "dataOutputAssociation");
    ASSERT_EQ(written.size(), 1);
    EXPECT_EQ(elements[written.first().parent]["id"], u"g2"_s);
    const QList<XmlElement> read = named(elements, "dataInputAssociation");
    ASSERT_EQ(read.size(), 1);
    EXPECT_EQ(elements[read.first().parent]["id"], u"w1"_s);
}

TEST(BpmnWriter, framesPhases)
{
    const QList<XmlElement> elements = elementsOf(writeBpmn(blueprintOf(Restaurant)));
    QStringList phases;
    for (const XmlElement& value : named(elements, "categoryValue"))
        phases += value["value"];
    EXPECT_EQ(phases.join(u", "_s).toStdString(), "Arrive, At the table");
    const QMap<QString, QRect> boxes = boxesOf(elements);
    EXPECT_TRUE(boxes.value(u"group_Arrive"_s).contains(boxes.value(u"d1"_s)));
    EXPECT_FALSE(boxes.value(u"group_Arrive"_s).intersects(boxes.value(u"w1"_s)));
    EXPECT_TRUE(boxes.value(u"group_Table"_s).contains(boxes.value(u"t1"_s)));
}

TEST(BpmnWriter, givesAWaitThatDoesMoreAReceiveTask)
{
    const QList<XmlElement> elements = elementsOf(
        writeBpmn(blueprintOf("lane Guest stage=customer\nlane Desk stage=frontstage\n"
                              "card asks lane=Guest step=1 kind=wait wait=other\n"
                              "card told lane=Guest step=2 kind=wait wait=time\n"
                              "card late lane=Guest step=3 kind=wait wait=other timeout=2.5 timeoutto=gone\n"
                              "card seen lane=Guest step=4 kind=wait wait=self\ncard gone lane=Guest step=5\n"
                              "card d lane=Desk step=1\nasks -- d\nd -- told\n")));
    EXPECT_EQ(formOf(elements, "asks"), "receiveTask") << "a message leaves it";
    EXPECT_EQ(formOf(elements, "told"), "receiveTask") << "a message reaches it";
    EXPECT_EQ(formOf(elements, "late"), "receiveTask") << "it has a time-out";
    EXPECT_EQ(formOf(elements, "seen"), "intermediateCatchEvent conditionalEventDefinition");
    EXPECT_EQ(formOf(elements, "timeout_late"), "boundaryEvent timerEventDefinition");
    EXPECT_EQ(withId(elements, "timeout_late")["attachedToRef"], u"late"_s);
    EXPECT_EQ(flowText(elements, "flow_timeout_late"), "sequenceFlow timeout_late gone");
    EXPECT_EQ(named(elements, "timeDuration").value(0).text, u"PT150.00S"_s);
}

TEST(BpmnWriter, makesADecisionWithMessagesATask)
{
    const QList<XmlElement> elements =
        elementsOf(writeBpmn(blueprintOf("lane Guest stage=customer\nlane Desk stage=frontstage\n"
                                         "card a lane=Guest step=1 kind=decision\ncard b lane=Guest step=2\n"
                                         "card c lane=Guest step=2\ncard d lane=Desk step=1\n"
                                         "a -> b if \"yes\"\na -> c if \"no\"\na -- d\n")));
    EXPECT_EQ(formOf(elements, "a"), "task");
    EXPECT_EQ(named(elements, "conditionExpression").size(), 2);
}

TEST(BpmnWriter, makesALaneWithoutWorkABlackBox)
{
    const QList<XmlElement> elements =
        elementsOf(writeBpmn(blueprintOf("lane Guest stage=customer\nlane Bank stage=support\n"
                                         "card g lane=Guest step=1\ng -- Bank\n")));
    EXPECT_FALSE(withId(elements, "Bank").attributes.contains(u"processRef"_s));
    EXPECT_EQ(flowText(elements, "e1"), "messageFlow g Bank");
}

TEST(BpmnWriter, escapesTexts)
{
    const Blueprint blueprint = blueprintOf("lane Guest stage=customer \"<Guest> & \\\"Co\\\"\"\n"
                                            "card g1 lane=Guest step=1 \"a < b\\n& c\"\n");
    const QList<XmlElement> elements = elementsOf(writeBpmn(blueprint));
    EXPECT_EQ(named(elements, "participant").value(0)["name"], u"<Guest> & \"Co\""_s);
    EXPECT_EQ(withId(elements, "g1")["name"], u"a < b\n& c"_s);
}

TEST(BpmnWriter, writesAnEmptyBlueprint)
{
    const QList<XmlElement> elements = elementsOf(writeBpmn(Blueprint()));
    EXPECT_EQ(elements.value(0).name, u"definitions"_s);
    EXPECT_EQ(named(elements, "participant").size(), 0);
}

TEST(BpmnWriter, makesEveryCardOneNodeAndEveryConnectionOneFlow)
{
    for (quint32 seed = 1; seed <= Seeds; ++seed) {
        const Blueprint blueprint = awkwardBlueprint(seed, 40);
        int nodes = 0;
        int flows = 0;
        for (const XmlElement& element : elementsOf(writeBpmn(blueprint))) {
            const bool isBeside =
                element.name == u"startEvent" || element.name == u"endEvent" || element.name == u"boundaryEvent";
            nodes += flowNodes().contains(element.name) && !isBeside ? 1 : 0;
            const bool isFlow =
                element.name == u"sequenceFlow" || element.name == u"messageFlow" || element.name == u"association";
            flows += isFlow && !element["id"].startsWith(u"flow_"_s) ? 1 : 0;
        }
        EXPECT_EQ(nodes, blueprint.cards().size()) << "seed " << seed;
        EXPECT_EQ(flows, arrows(blueprint).size()) << "seed " << seed;
    }
}

TEST(BpmnWriter, usesValidIdsOnceAndNamesOnlyWhatExists)
{
    static const QRegularExpression valid(u"^[A-Za-z_][A-Za-z0-9_.-]*$"_s);
    static const QSet<QString> references = {
        u"sourceRef"_s,     u"targetRef"_s, u"processRef"_s, u"bpmnElement"_s, u"attachedToRef"_s,
        u"dataObjectRef"_s, u"incoming"_s,  u"outgoing"_s,   u"flowNodeRef"_s, u"categoryValueRef"_s};
    for (quint32 seed = 1; seed <= Seeds; ++seed) {
        const QList<XmlElement> elements = elementsOf(writeBpmn(awkwardBlueprint(seed, 40)));
        QSet<QString> ids;
        for (const XmlElement& element : elements) {
            const QString id = element["id"];
            EXPECT_TRUE(id.isEmpty() || valid.match(id).hasMatch()) << qPrintable(id);
            EXPECT_FALSE(!id.isEmpty() && ids.contains(id)) << qPrintable(id) << " twice, seed " << seed;
            ids.insert(id);
        }
        for (const XmlElement& element : elements) {
            const bool isReference = references.contains(element.name);
            EXPECT_TRUE(!isReference || ids.contains(element.text)) << qPrintable(element.text) << ", seed " << seed;
            for (auto value = element.attributes.cbegin(); value != element.attributes.cend(); ++value) {
                const bool names = references.contains(value.key());
                EXPECT_TRUE(!names || ids.contains(*value)) << qPrintable(*value) << ", seed " << seed;
            }
        }
    }
}

TEST(BpmnWriter, keepsMessagesAndConditionsWhereBpmnAllowsThem)
{
    for (quint32 seed = 1; seed <= Seeds; ++seed) {
        const QList<XmlElement> elements = elementsOf(writeBpmn(awkwardBlueprint(seed, 40)));
        QHash<QString, QString> forms;
        for (const XmlElement& element : elements) {
            if (flowNodes().contains(element.name) || element.name == u"participant")
                forms.insert(element["id"], QString::fromStdString(formOf(elements, qPrintable(element["id"]))));
        }
        for (const XmlElement& message : named(elements, "messageFlow")) {
            const QString from = forms.value(message["sourceRef"]);
            EXPECT_TRUE(from.endsWith(u"ask"_s) || from == u"participant") << qPrintable(from) << ", seed " << seed;
            const QString to = forms.value(message["targetRef"]);
            EXPECT_TRUE(to.endsWith(u"ask"_s) || to == u"participant" || to.endsWith(u"messageEventDefinition"_s))
                << qPrintable(to) << ", seed " << seed;
        }
        for (const XmlElement& condition : named(elements, "conditionExpression")) {
            const QString from = forms.value(elements[condition.parent]["sourceRef"]);
            EXPECT_TRUE(from.endsWith(u"ask"_s) || from == u"exclusiveGateway") << qPrintable(from);
        }
        for (auto form = forms.cbegin(); form != forms.cend(); ++form) {
            if (*form == u"exclusiveGateway") {
                const auto leaves = [&](const XmlElement& flow) { return flow["sourceRef"] == form.key(); };
                const QList<XmlElement> flows = named(elements, "sequenceFlow");
                EXPECT_GE(std::count_if(flows.begin(), flows.end(), leaves), 2) << "seed " << seed;
            }
        }
    }
}

TEST(BpmnWriter, drawsEverythingInItsPlace)
{
    for (quint32 seed = 1; seed <= Seeds; ++seed) {
        const QList<XmlElement> elements = elementsOf(writeBpmn(awkwardBlueprint(seed, 40)));
        const QMap<QString, QRect> boxes = boxesOf(elements);
        QList<QRect> nodes;
        for (const XmlElement& element : elements) {
            if (!flowNodes().contains(element.name) || element.name == u"boundaryEvent")
                continue;
            ASSERT_TRUE(boxes.contains(element["id"])) << "seed " << seed;
            const QRect box = boxes.value(element["id"]);
            for (const QRect& other : std::as_const(nodes))
                EXPECT_FALSE(box.intersects(other)) << qPrintable(element["id"]) << ", seed " << seed;
            nodes += box;
        }
        for (const XmlElement& reference : named(elements, "flowNodeRef")) {
            const QString lane = elements[reference.parent]["id"];
            EXPECT_TRUE(boxes.value(lane).contains(boxes.value(reference.text))) << "seed " << seed;
        }
        QHash<int, int> waypoints;
        for (const XmlElement& waypoint : named(elements, "waypoint"))
            ++waypoints[waypoint.parent];
        int edges = 0;
        for (int i = 0; i < elements.size(); ++i) {
            if (elements[i].name == u"BPMNEdge") {
                EXPECT_GE(waypoints.value(i), 2);
                ++edges;
            }
        }
        const qsizetype lines = named(elements, "sequenceFlow").size() + named(elements, "messageFlow").size() +
                                named(elements, "association").size() + named(elements, "dataInputAssociation").size() +
                                named(elements, "dataOutputAssociation").size();
        EXPECT_EQ(edges, lines) << "seed " << seed;
    }
}

TEST(BpmnWriter, readsBackToTheSameCardsInTheSameLanesAndSteps)
{
    const Blueprint before = blueprintOf(Restaurant);
    const Blueprint after = readBack(before, u"The guest"_s);
    EXPECT_EQ(after.header().title, before.header().title);
    ASSERT_EQ(after.cards().size(), before.cards().size());
    EXPECT_EQ(neighbours(after), neighbours(before));
    for (const Card& card : before.cards()) {
        const Card* read = after.find(card.id);
        ASSERT_TRUE(read) << qPrintable(card.id.value);
        EXPECT_EQ(read->title, card.title);
        EXPECT_EQ(read->note, card.note);
        EXPECT_EQ(after.find(read->firstStep)->number, before.find(card.firstStep)->number)
            << qPrintable(card.id.value);
        EXPECT_EQ(read->kind == CardKind::Wait, card.kind == CardKind::Wait) << qPrintable(card.id.value);
        EXPECT_EQ(read->isEnd, card.isEnd) << qPrintable(card.id.value);
        EXPECT_EQ(isCustomerCard(after, *read), isCustomerCard(before, card));
    }
    EXPECT_EQ(after.find(CardId(u"w2"_s))->kind, CardKind::Decision);
    EXPECT_EQ(after.find(CardId(u"w5"_s))->waitDuration, before.find(CardId(u"w5"_s))->waitDuration);
    EXPECT_EQ(after.find(CardId(u"g2"_s))->gives.size(), 1);
    QStringList expected = arrows(before);
    expected.replaceInStrings(u"lane Cooking"_s, u"lane Kitchen"_s); // the only lane of its department
    EXPECT_EQ(arrows(after), expected);
}

TEST(BpmnWriter, readsBackToTheSameLanesWhateverTheBlueprint)
{
    for (quint32 seed = 1; seed <= Seeds; ++seed) {
        const Blueprint before = awkwardBlueprint(seed, 40);
        const Blueprint after = readBack(before, {});
        QMap<QString, QString> laneOf;
        QMap<QString, QString> laneBack;
        QStringList titles;
        QStringList titlesBack;
        for (const Card& card : before.cards())
            titles += displayName(card).simplified();
        for (const Card& card : after.cards()) {
            titlesBack += card.title;
            const Card* written = before.find(card.id);
            if (!written)
                continue; // its id was none of XML
            const QString known = laneOf.value(written->lane.value, card.lane.value);
            EXPECT_EQ(known, card.lane.value) << "seed " << seed << ", card " << qPrintable(card.id.value);
            laneOf.insert(written->lane.value, card.lane.value);
            const QString source = laneBack.value(card.lane.value, written->lane.value);
            EXPECT_EQ(source, written->lane.value) << "seed " << seed << ", card " << qPrintable(card.id.value);
            laneBack.insert(card.lane.value, written->lane.value);
        }
        EXPECT_EQ(titles.size(), titlesBack.size()) << "seed " << seed;
    }
}

} // namespace throughline
