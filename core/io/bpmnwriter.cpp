// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmnwriter.h"

#include "core/io/bpmndiagram.h"
#include "core/io/bpmnoutline.h"

#include <QSet>
#include <QXmlStreamWriter>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Model = "http://www.omg.org/spec/BPMN/20100524/MODEL"_L1;
constexpr auto Di = "http://www.omg.org/spec/BPMN/20100524/DI"_L1;
constexpr auto DcSpace = "http://www.omg.org/spec/DD/20100524/DC"_L1;
constexpr auto DiSpace = "http://www.omg.org/spec/DD/20100524/DI"_L1;
constexpr auto Xsi = "http://www.w3.org/2001/XMLSchema-instance"_L1;

QLatin1StringView elementOf(OutlineForm form)
{
    switch (form) {
    case OutlineForm::Task:
        return "task"_L1;
    case OutlineForm::ServiceTask:
        return "serviceTask"_L1;
    case OutlineForm::ReceiveTask:
        return "receiveTask"_L1;
    case OutlineForm::Gateway:
        return "exclusiveGateway"_L1;
    case OutlineForm::MessageEvent:
    case OutlineForm::TimerEvent:
    case OutlineForm::ConditionEvent:
        return "intermediateCatchEvent"_L1;
    case OutlineForm::StartEvent:
        return "startEvent"_L1;
    case OutlineForm::EndEvent:
        return "endEvent"_L1;
    case OutlineForm::TimeoutEvent:
        return "boundaryEvent"_L1;
    }
    return "task"_L1;
}

/// ISO 8601: "PT20M", and seconds where the minutes are not whole.
QString isoDuration(Minutes minutes)
{
    const QString text = minutes.toString();
    if (!text.contains(u'.'))
        return u"PT"_s + text + u'M';
    return u"PT"_s + QString::number(minutes.value() * 60, 'f', 2) + u'S';
}

class BpmnWriter
{
public:
    explicit BpmnWriter(const Blueprint& blueprint)
        : m_outline(bpmnOutline(blueprint)), m_diagram(bpmnDiagram(blueprint, m_outline)), m_xml(&m_bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
    }

    QByteArray run()
    {
        m_xml.writeStartDocument();
        for (const auto& [uri, prefix] :
             {std::pair(Model, "bpmn"_L1), std::pair(Di, "bpmndi"_L1), std::pair(DcSpace, "dc"_L1),
              std::pair(DiSpace, "di"_L1), std::pair(Xsi, "xsi"_L1)})
            m_xml.writeNamespace(uri, prefix);
        start("definitions"_L1, m_outline.definitionsId, m_outline.name);
        m_xml.writeAttribute("targetNamespace"_L1, "urn:throughline:blueprint"_L1);
        m_xml.writeAttribute("exporter"_L1, "Throughline"_L1);
        writeCategory();
        writeCollaboration();
        for (int i = 0; i < m_outline.pools.size(); ++i)
            writeProcess(i);
        writeDiagram();
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void start(QLatin1StringView element, const QString& id, const QString& name = {})
    {
        m_xml.writeStartElement(Model, element);
        m_xml.writeAttribute("id"_L1, id);
        if (!name.isEmpty())
            m_xml.writeAttribute("name"_L1, name);
    }
    void text(QLatin1StringView element, const QString& content) { m_xml.writeTextElement(Model, element, content); }
    void documentation(const QString& content)
    {
        if (!content.isEmpty())
            text("documentation"_L1, content);
    }

    void writeCategory();
    void writeCollaboration();
    void writeProcess(int index);
    void writeLanes(const OutlinePool& pool);
    void writeNode(const OutlineNode& node);
    void writeTrigger(const OutlineNode& node);
    void writeExpression(QLatin1StringView element, const QString& content);
    void writeDataLinks(const OutlineNode& node);
    void writeFlow(QLatin1StringView element, const OutlineFlow& flow);
    void writeDataObjects(int pool);
    void writeDiagram();
    void writeShape(const QString& id, QLatin1StringView flag = {});
    void writeEdge(const QString& id, const QString& line);

    BpmnOutline m_outline;
    BpmnDiagram m_diagram;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

void BpmnWriter::writeCategory()
{
    if (m_outline.phases.isEmpty())
        return;
    start("category"_L1, m_outline.categoryId);
    for (const OutlinePhase& phase : m_outline.phases) {
        start("categoryValue"_L1, phase.valueId);
        m_xml.writeAttribute("value"_L1, phase.name);
        m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
}

void BpmnWriter::writeCollaboration()
{
    start("collaboration"_L1, m_outline.collaborationId, m_outline.name);
    documentation(m_outline.documentation);
    for (const OutlinePool& pool : m_outline.pools) {
        start("participant"_L1, pool.id, pool.name);
        if (!pool.processId.isEmpty())
            m_xml.writeAttribute("processRef"_L1, pool.processId);
        m_xml.writeEndElement();
    }
    for (const OutlineFlow& flow : m_outline.flows) {
        if (flow.sort == OutlineFlow::Sort::Message)
            writeFlow("messageFlow"_L1, flow);
    }
    for (const OutlinePhase& phase : m_outline.phases) {
        start("group"_L1, phase.id);
        m_xml.writeAttribute("categoryValueRef"_L1, phase.valueId);
        m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
}

void BpmnWriter::writeProcess(int index)
{
    const OutlinePool& pool = m_outline.pools[index];
    if (pool.processId.isEmpty())
        return;
    start("process"_L1, pool.processId, pool.name);
    m_xml.writeAttribute("isExecutable"_L1, "false"_L1);
    if (pool.showsLanes)
        writeLanes(pool);
    for (const OutlineNode& node : m_outline.nodes) {
        if (node.pool == index)
            writeNode(node);
    }
    writeDataObjects(index);
    for (const auto& [sort, element] : {std::pair(OutlineFlow::Sort::Sequence, "sequenceFlow"_L1),
                                        std::pair(OutlineFlow::Sort::Association, "association"_L1)}) {
        for (const OutlineFlow& flow : m_outline.flows) {
            if (flow.sort == sort && flow.pool == index)
                writeFlow(element, flow);
        }
    }
    m_xml.writeEndElement();
}

void BpmnWriter::writeLanes(const OutlinePool& pool)
{
    start("laneSet"_L1, pool.processId + ".lanes"_L1);
    for (const OutlineLane& lane : pool.lanes) {
        start("lane"_L1, lane.id, lane.name);
        for (const QString& node : lane.nodes)
            text("flowNodeRef"_L1, node);
        m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
}

void BpmnWriter::writeNode(const OutlineNode& node)
{
    start(elementOf(node.form), node.id, node.name);
    if (!node.attachedTo.isEmpty())
        m_xml.writeAttribute("attachedToRef"_L1, node.attachedTo);
    documentation(node.documentation);
    for (const QString& flow : node.incoming)
        text("incoming"_L1, flow);
    for (const QString& flow : node.outgoing)
        text("outgoing"_L1, flow);
    writeDataLinks(node);
    writeTrigger(node);
    m_xml.writeEndElement();
}

void BpmnWriter::writeTrigger(const OutlineNode& node)
{
    const QString id = node.id + ".trigger"_L1;
    switch (node.form) {
    case OutlineForm::MessageEvent:
        start("messageEventDefinition"_L1, id);
        break;
    case OutlineForm::TimerEvent:
    case OutlineForm::TimeoutEvent:
        start("timerEventDefinition"_L1, id);
        if (node.duration)
            writeExpression("timeDuration"_L1, isoDuration(*node.duration));
        break;
    case OutlineForm::ConditionEvent:
        start("conditionalEventDefinition"_L1, id);
        writeExpression("condition"_L1, node.name);
        break;
    case OutlineForm::Task:
    case OutlineForm::ServiceTask:
    case OutlineForm::ReceiveTask:
    case OutlineForm::Gateway:
    case OutlineForm::StartEvent:
    case OutlineForm::EndEvent:
        return;
    }
    m_xml.writeEndElement();
}

void BpmnWriter::writeExpression(QLatin1StringView element, const QString& content)
{
    m_xml.writeStartElement(Model, element);
    m_xml.writeAttribute(Xsi, "type"_L1, "bpmn:tFormalExpression"_L1);
    m_xml.writeCharacters(content);
    m_xml.writeEndElement();
}

void BpmnWriter::writeDataLinks(const OutlineNode& node)
{
    // What a task reads needs a place inside the task to be read into.
    for (const OutlineData& data : node.data) {
        if (data.isAsked) {
            start("property"_L1, data.id + ".place"_L1);
            m_xml.writeEndElement();
        }
    }
    for (const OutlineData& data : node.data) {
        if (!data.isAsked)
            continue;
        start("dataInputAssociation"_L1, data.id + ".in"_L1);
        text("sourceRef"_L1, data.id);
        text("targetRef"_L1, data.id + ".place"_L1);
        m_xml.writeEndElement();
    }
    for (const OutlineData& data : node.data) {
        if (!data.isGiven)
            continue;
        start("dataOutputAssociation"_L1, data.id + ".out"_L1);
        text("targetRef"_L1, data.id);
        m_xml.writeEndElement();
    }
}

void BpmnWriter::writeFlow(QLatin1StringView element, const OutlineFlow& flow)
{
    start(element, flow.id, flow.sort == OutlineFlow::Sort::Association ? QString() : flow.name);
    m_xml.writeAttribute("sourceRef"_L1, flow.from);
    m_xml.writeAttribute("targetRef"_L1, flow.to);
    if (flow.hasCondition)
        writeExpression("conditionExpression"_L1, flow.name);
    m_xml.writeEndElement();
}

void BpmnWriter::writeDataObjects(int pool)
{
    QSet<QString> written;
    for (const OutlineNode& node : m_outline.nodes) {
        if (node.pool != pool)
            continue;
        for (const OutlineData& data : node.data) {
            if (!written.contains(data.objectId)) {
                start("dataObject"_L1, data.objectId, data.name);
                m_xml.writeEndElement();
                written.insert(data.objectId);
            }
            start("dataObjectReference"_L1, data.id, data.name);
            m_xml.writeAttribute("dataObjectRef"_L1, data.objectId);
            m_xml.writeEndElement();
        }
    }
}

void BpmnWriter::writeDiagram()
{
    m_xml.writeStartElement(Di, "BPMNDiagram"_L1);
    m_xml.writeAttribute("id"_L1, m_outline.diagramId);
    m_xml.writeStartElement(Di, "BPMNPlane"_L1);
    m_xml.writeAttribute("id"_L1, m_outline.planeId);
    m_xml.writeAttribute("bpmnElement"_L1, m_outline.collaborationId);
    for (const OutlinePool& pool : m_outline.pools) {
        writeShape(pool.id, "isHorizontal"_L1);
        for (const OutlineLane& lane : pool.lanes) {
            if (pool.showsLanes)
                writeShape(lane.id, "isHorizontal"_L1);
        }
    }
    for (const OutlineNode& node : m_outline.nodes) {
        writeShape(node.id, node.form == OutlineForm::Gateway ? "isMarkerVisible"_L1 : QLatin1StringView());
        for (const OutlineData& data : node.data)
            writeShape(data.id);
    }
    for (const OutlinePhase& phase : m_outline.phases)
        writeShape(phase.id);
    for (const OutlineFlow& flow : m_outline.flows)
        writeEdge(flow.id, flow.id);
    for (const OutlineNode& node : m_outline.nodes) {
        for (const OutlineData& data : node.data) {
            if (data.isAsked)
                writeEdge(data.id + ".in"_L1, data.id);
            if (data.isGiven)
                writeEdge(data.id + ".out"_L1, data.id);
        }
    }
    m_xml.writeEndElement();
    m_xml.writeEndElement();
}

void BpmnWriter::writeShape(const QString& id, QLatin1StringView flag)
{
    const QRect box = m_diagram.boxes.value(id);
    m_xml.writeStartElement(Di, "BPMNShape"_L1);
    m_xml.writeAttribute("id"_L1, id + ".shape"_L1);
    m_xml.writeAttribute("bpmnElement"_L1, id);
    if (!flag.isEmpty())
        m_xml.writeAttribute(flag, "true"_L1);
    m_xml.writeEmptyElement(DcSpace, "Bounds"_L1);
    m_xml.writeAttribute("x"_L1, QString::number(box.x()));
    m_xml.writeAttribute("y"_L1, QString::number(box.y()));
    m_xml.writeAttribute("width"_L1, QString::number(box.width()));
    m_xml.writeAttribute("height"_L1, QString::number(box.height()));
    m_xml.writeEndElement();
}

void BpmnWriter::writeEdge(const QString& id, const QString& line)
{
    m_xml.writeStartElement(Di, "BPMNEdge"_L1);
    m_xml.writeAttribute("id"_L1, id + ".edge"_L1);
    m_xml.writeAttribute("bpmnElement"_L1, id);
    for (const QPoint& point : m_diagram.lines.value(line)) {
        m_xml.writeEmptyElement(DiSpace, "waypoint"_L1);
        m_xml.writeAttribute("x"_L1, QString::number(point.x()));
        m_xml.writeAttribute("y"_L1, QString::number(point.y()));
    }
    m_xml.writeEndElement();
}

} // namespace

QByteArray writeBpmn(const Blueprint& blueprint)
{
    return BpmnWriter(blueprint).run();
}

} // namespace throughline
