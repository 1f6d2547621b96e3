// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "core/io/documentreader.h"
#include "core/io/notationreader.h"
#include "core/io/notationwriter.h"
#include "tests/core/io/awkwardblueprint.h"
#include "tests/fuzz/mutation.h"

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Damages = 2000;

QByteArray model()
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
           "xmlns:di=\"http://www.omg.org/spec/BPMN/20100524/DI\" "
           "xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\">\n"
           "<collaboration id=\"c\"><participant id=\"G\" name=\"Gast\" processRef=\"p\"/>\n"
           "<participant id=\"W\" name=\"Wirt\" processRef=\"q\"/><participant id=\"B\" name=\"Box\"/>\n"
           "<messageFlow id=\"m1\" sourceRef=\"t1\" targetRef=\"s2\"/><messageFlow id=\"m2\" sourceRef=\"B\" "
           "targetRef=\"G\"/></collaboration>\n"
           "<process id=\"p\"><startEvent id=\"s1\"/><task id=\"t1\" name=\"Asks\"/><exclusiveGateway id=\"x1\"/>\n"
           "<task id=\"t2\"/><endEvent id=\"e1\" name=\"Full\"/><boundaryEvent id=\"b1\" "
           "attachedToRef=\"t2\"><timerEventDefinition>"
           "<timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent>\n"
           "<sequenceFlow id=\"f1\" sourceRef=\"s1\" targetRef=\"t1\"/><sequenceFlow id=\"f2\" sourceRef=\"t1\" "
           "targetRef=\"x1\"/>\n"
           "<sequenceFlow id=\"f3\" name=\"yes\" sourceRef=\"x1\" targetRef=\"t2\"/><sequenceFlow id=\"f4\" "
           "sourceRef=\"x1\" targetRef=\"e1\"/>\n"
           "<sequenceFlow id=\"f5\" sourceRef=\"b1\" targetRef=\"t1\"/></process>\n"
           "<process id=\"q\"><laneSet><lane id=\"l1\" name=\"Bar\"><flowNodeRef>s2</flowNodeRef></lane><lane "
           "id=\"l2\" name=\"IT\">"
           "<flowNodeRef>t3</flowNodeRef></lane></laneSet>\n"
           "<startEvent id=\"s2\"><messageEventDefinition/></startEvent><serviceTask "
           "id=\"t3\"><dataOutputAssociation><targetRef>d1</targetRef>"
           "</dataOutputAssociation></serviceTask><dataStoreReference id=\"d1\" name=\"CRM\"/>\n"
           "<subProcess id=\"u1\"><task id=\"u2\"/></subProcess><sequenceFlow id=\"f6\" sourceRef=\"s2\" "
           "targetRef=\"t3\"/></process>\n"
           "<di:BPMNDiagram><di:BPMNPlane><di:BPMNShape bpmnElement=\"t1\"><dc:Bounds x=\"1\" y=\"2\" width=\"100\" "
           "height=\"80\"/></di:BPMNShape>"
           "<di:BPMNEdge bpmnElement=\"f4\"><di:waypoint x=\"5\" "
           "y=\"6\"/></di:BPMNEdge></di:BPMNPlane></di:BPMNDiagram></definitions>\n";
}

/// Every error says what and, unless the file as a whole is meant, where.
void expectClear(const Error& error, const QByteArray& text)
{
    const bool isAboutTheWhole = error.code == Error::Code::Limit || error.message.contains(u"UTF-16"_s);
    EXPECT_FALSE(error.message.isEmpty()) << text.toStdString();
    EXPECT_TRUE(error.place.line > 0 || isAboutTheWhole) << error.message.toStdString() << "\n" << text.toStdString();
}

/// Feeds damaged copies of text to the reader; what is accepted must be a valid blueprint that survives its own file.
void fuzz(const QByteArray& text, quint32 seed, const QString& name)
{
    const QList<QByteArray> foreign = {model(), writeNotation(awkwardBlueprint(90, 6)),
                                       writeBlueprint(awkwardBlueprint(91, 6))};
    testing::Mutator mutator(seed, foreign);
    for (int i = 0; i < Damages && !::testing::Test::HasFailure(); ++i) {
        const QByteArray damaged = mutator.damage(text);
        const Result<LoadedDocument> document = readDocument(damaged, name);
        if (!document) {
            expectClear(document.error(), damaged);
            continue;
        }
        EXPECT_TRUE(validate(document->blueprint)) << damaged.toStdString();
        const Result<Blueprint> stored = readBlueprint(writeBlueprint(document->blueprint), u"again"_s);
        ASSERT_TRUE(stored) << describe(stored.error()).toStdString() << "\n" << damaged.toStdString();
        EXPECT_EQ(*stored, document->blueprint) << damaged.toStdString();
        const Result<Blueprint> typed = readNotation(writeNotation(document->blueprint), u"again"_s);
        ASSERT_TRUE(typed) << describe(typed.error()).toStdString() << "\n" << damaged.toStdString();
        EXPECT_EQ(*typed, document->blueprint) << damaged.toStdString();
    }
}

} // namespace

TEST(Fuzz, damagedBlueprintFilesGiveAnErrorOrABlueprint)
{
    fuzz(writeBlueprint(awkwardBlueprint(1, 4)), 11, u"a.blueprint"_s);
}

TEST(Fuzz, damagedNotationGivesAnErrorOrABlueprint)
{
    fuzz(writeNotation(awkwardBlueprint(2, 8)), 12, u"a.bpt"_s);
    fuzz("title \"A\"\nphase P\nlane L stage=customer\nlane M role=R\nrole R fulfils=q@3 passes=*:R\ncard a lane=L "
         "step=1 phase=P \"Asks\"\n"
         "card b lane=M step=2 to=4 kind=wait wait=time dur=5\na ?> b q +d if \"now\"\nb !> a answers=e1\n? -- "
         "b\naccept r a \"ok\"\n",
         13, u"a.bpt"_s);
}

TEST(Fuzz, damagedBpmnGivesAnErrorOrABlueprint)
{
    fuzz(model(), 14, u"a.bpmn"_s);
}

} // namespace throughline
