// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmnxml.h"

#include "core/io/sourcetext.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MaxBpmnSize = 64 * 1024 * 1024;
constexpr qsizetype MaxElements = 50'000;
constexpr qsizetype MaxDepth = 256;
constexpr double MaxCoordinate = 1e7;

std::optional<BpmnNodeType> nodeType(QStringView element)
{
    static const QHash<QString, BpmnNodeType> types = {
        {u"task"_s, BpmnNodeType::Task},
        {u"userTask"_s, BpmnNodeType::Task},
        {u"manualTask"_s, BpmnNodeType::Task},
        {u"sendTask"_s, BpmnNodeType::Task},
        {u"receiveTask"_s, BpmnNodeType::ReceiveTask},
        {u"serviceTask"_s, BpmnNodeType::SystemTask},
        {u"scriptTask"_s, BpmnNodeType::SystemTask},
        {u"businessRuleTask"_s, BpmnNodeType::SystemTask},
        {u"subProcess"_s, BpmnNodeType::SubProcess},
        {u"adHocSubProcess"_s, BpmnNodeType::SubProcess},
        {u"transaction"_s, BpmnNodeType::SubProcess},
        {u"callActivity"_s, BpmnNodeType::SubProcess},
        {u"startEvent"_s, BpmnNodeType::StartEvent},
        {u"endEvent"_s, BpmnNodeType::EndEvent},
        {u"intermediateCatchEvent"_s, BpmnNodeType::CatchEvent},
        {u"intermediateThrowEvent"_s, BpmnNodeType::ThrowEvent},
        {u"boundaryEvent"_s, BpmnNodeType::BoundaryEvent},
        {u"exclusiveGateway"_s, BpmnNodeType::ExclusiveGateway},
        {u"inclusiveGateway"_s, BpmnNodeType::InclusiveGateway},
        {u"complexGateway"_s, BpmnNodeType::InclusiveGateway},
        {u"parallelGateway"_s, BpmnNodeType::ParallelGateway},
        {u"eventBasedGateway"_s, BpmnNodeType::EventGateway},
    };
    const auto found = types.constFind(element.toString());
    return found == types.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<BpmnTrigger> triggerOf(QStringView element)
{
    if (!element.endsWith("EventDefinition"_L1))
        return std::nullopt;
    if (element.startsWith("message"_L1))
        return BpmnTrigger::Message;
    if (element.startsWith("timer"_L1))
        return BpmnTrigger::Timer;
    if (element.startsWith("conditional"_L1))
        return BpmnTrigger::Condition;
    if (element.startsWith("signal"_L1))
        return BpmnTrigger::Signal;
    if (element.startsWith("link"_L1))
        return BpmnTrigger::Link;
    return BpmnTrigger::Other;
}

/// The encoding the XML declaration names, in lower case; UTF-8 where it names none.
QByteArray declaredEncoding(QByteArrayView xml)
{
    const QByteArray head = xml.first(std::min<qsizetype>(xml.size(), 200)).toByteArray();
    const qsizetype at = head.indexOf("encoding=");
    const qsizetype end = head.indexOf("?>");
    if (!head.startsWith("<?xml") || at < 0 || at > end || at + 10 > head.size())
        return "utf-8";
    const char quote = head[at + 9];
    return head.mid(at + 10, head.indexOf(quote, at + 10) - at - 10).toLower();
}

/// Reads token by token; m_path holds the local names of the open BPMN elements.
class BpmnXmlReader
{
public:
    BpmnXmlReader(const QByteArray& xml, const QString& fileName) : m_xml(xml), m_fileName(fileName) {}

    Result<BpmnModel> run()
    {
        while (!m_xml.atEnd() && !m_error) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
                fail(Error::Code::Syntax,
                     u"Found a document type declaration, which is not read: remove <!DOCTYPE …>"_s);
                break;
            case QXmlStreamReader::StartElement:
                startElement();
                break;
            case QXmlStreamReader::EndElement:
                endElement();
                break;
            case QXmlStreamReader::Characters:
                if (m_textWanted)
                    m_text += m_xml.text();
                break;
            default:
                break;
            }
        }
        if (m_error)
            return *m_error;
        if (m_xml.hasError())
            return Error{Error::Code::Syntax, u"The XML is broken: "_s + m_xml.errorString(), here()};
        m_model.isVertical = m_uprightPools > 0;
        return m_model;
    }

private:
    [[nodiscard]] Place here() const
    {
        return {m_fileName, int(m_xml.lineNumber()), int(m_xml.columnNumber()) + 1, {}};
    }
    void fail(Error::Code code, const QString& message)
    {
        if (!m_error)
            m_error = Error{code, message, here()};
    }
    [[nodiscard]] QString attribute(QLatin1StringView name) const { return m_xml.attributes().value(name).toString(); }
    [[nodiscard]] QString nameAttribute() const { return attribute("name"_L1).simplified(); }
    [[nodiscard]] QString reference(QLatin1StringView name) const
    {
        // Some dialects write qualified references; the ids themselves hold no prefix.
        return attribute(name).section(u':', -1);
    }
    [[nodiscard]] QStringView parentElement() const
    {
        return m_path.size() < 2 ? QStringView() : m_path[m_path.size() - 2];
    }

    void startElement();
    void endElement();
    void startModelElement(QStringView name);
    void startDiagramElement(QStringView name);
    void startNode(BpmnNodeType type);
    void startEventDetail(QStringView name);
    void startFlow(bool isMessage);
    void startPool();
    void startLane();
    void startData(bool isStore);
    void addShape();
    void endText(QStringView name);
    [[nodiscard]] double coordinate(QLatin1StringView name);

    QXmlStreamReader m_xml;
    QString m_fileName;
    BpmnModel m_model;
    std::optional<Error> m_error;
    QList<QString> m_path;
    qsizetype m_skippedFrom = 0; ///< depth at which a part nobody reads starts, 0 = none
    qsizetype m_elements = 0;
    int m_uprightPools = 0;
    bool m_textWanted = false;
    QString m_text;
    QList<int> m_openNodes;
    QList<int> m_openLanes;
    QString m_diagramElement; ///< what the shape or edge being read belongs to
    bool m_inEdge = false;
    bool m_inLabel = false;
    bool m_linkWrites = false;
};

void BpmnXmlReader::startElement()
{
    const QString name = m_xml.name().toString();
    m_path.append(name);
    if (m_path.size() > MaxDepth) {
        fail(Error::Code::Limit, u"Found elements nested deeper than %1"_s.arg(MaxDepth));
        return;
    }
    const QStringView space = m_xml.namespaceUri();
    const bool isModel = space.contains(u"/BPMN/") && space.endsWith(u"/MODEL");
    if (m_path.size() == 1 && (!isModel || name != u"definitions")) {
        fail(Error::Code::Syntax, u"Found <%1>, expected <definitions> of BPMN 2.0"_s.arg(name.left(60)));
        return;
    }
    if (m_skippedFrom > 0)
        return;
    if (name == u"extensionElements") {
        m_skippedFrom = m_path.size();
        return;
    }
    if (isModel)
        startModelElement(name);
    else
        startDiagramElement(name);
}

void BpmnXmlReader::endElement()
{
    const QString name = m_path.takeLast();
    if (m_skippedFrom > 0) {
        if (m_path.size() < m_skippedFrom)
            m_skippedFrom = 0;
        return;
    }
    if (m_textWanted)
        endText(name);
    if (nodeType(name) && !m_openNodes.isEmpty())
        m_openNodes.removeLast();
    else if (name == u"lane" && !m_openLanes.isEmpty())
        m_openLanes.removeLast();
    else if (name == u"BPMNEdge")
        m_inEdge = false;
    else if (name == u"BPMNLabel")
        m_inLabel = false;
}

void BpmnXmlReader::startModelElement(QStringView name)
{
    static const QList<QString> texts = {u"flowNodeRef"_s,  u"text"_s,      u"documentation"_s,
                                         u"timeDuration"_s, u"sourceRef"_s, u"targetRef"_s};
    if (texts.contains(name)) {
        m_text.clear();
        m_textWanted = true;
    } else if (const auto type = nodeType(name)) {
        startNode(*type);
    } else if (triggerOf(name)) {
        startEventDetail(name);
    } else if (name == u"sequenceFlow" || name == u"messageFlow") {
        startFlow(name == u"messageFlow");
    } else if (name == u"conditionExpression" && !m_model.flows.isEmpty()) {
        m_model.flows.last().hasCondition = true;
    } else if (name == u"participant") {
        startPool();
    } else if (name == u"process") {
        m_model.processes.append({attribute("id"_L1), nameAttribute()});
    } else if (name == u"lane") {
        startLane();
    } else if (name == u"dataObjectReference" || name == u"dataInput" || name == u"dataOutput") {
        startData(false);
    } else if (name == u"dataStoreReference") {
        startData(true);
    } else if (name == u"dataInputAssociation" || name == u"dataOutputAssociation") {
        m_linkWrites = name == u"dataOutputAssociation";
    } else if (name == u"textAnnotation") {
        m_model.annotations.append({attribute("id"_L1), {}});
    } else if (name == u"association") {
        m_model.associations.append({reference("sourceRef"_L1), reference("targetRef"_L1)});
    } else if (name == u"categoryValue") {
        m_model.groups.append(attribute("value"_L1).simplified());
    } else if ((name == u"definitions" || name == u"collaboration") && m_model.name.isEmpty()) {
        m_model.name = nameAttribute();
    }
    if (++m_elements > MaxElements)
        fail(Error::Code::Limit, u"Found more than %1 elements"_s.arg(MaxElements));
}

void BpmnXmlReader::startNode(BpmnNodeType type)
{
    BpmnNode node;
    node.id = attribute("id"_L1);
    node.name = nameAttribute();
    node.type = type;
    node.attachedTo = reference("attachedToRef"_L1);
    node.process = int(m_model.processes.size()) - 1;
    node.parent = m_openNodes.isEmpty() ? -1 : m_openNodes.last();
    const int index = int(m_model.nodes.size());
    if (node.id.isEmpty())
        node.id = u"node"_s + QString::number(index + 1);
    if (m_model.nodeIndexes.contains(node.id))
        fail(Error::Code::Duplicate, u"Found the id \"%1\" a second time, expected a new one"_s.arg(node.id.left(60)));
    m_model.nodeIndexes.insert(node.id, index);
    m_model.nodes.append(node);
    m_openNodes.append(index);
}

void BpmnXmlReader::startEventDetail(QStringView name)
{
    if (m_openNodes.isEmpty())
        return;
    BpmnNode& node = m_model.nodes[m_openNodes.last()];
    node.triggers |= *triggerOf(name);
    if (name == u"linkEventDefinition")
        node.linkName = nameAttribute();
}

void BpmnXmlReader::startFlow(bool isMessage)
{
    BpmnFlow flow;
    flow.id = attribute("id"_L1);
    flow.name = nameAttribute();
    flow.source = reference("sourceRef"_L1);
    flow.target = reference("targetRef"_L1);
    flow.isMessage = isMessage;
    m_model.flows.append(flow);
}

void BpmnXmlReader::startPool()
{
    const QString name = attribute("name"_L1);
    const QString firstLine = name.section(u'\n', 0, 0, QString::SectionSkipEmpty).simplified();
    m_model.pools.append({attribute("id"_L1), name.simplified(), firstLine, reference("processRef"_L1)});
}

void BpmnXmlReader::startLane()
{
    BpmnLane lane;
    lane.id = attribute("id"_L1);
    lane.name = nameAttribute();
    lane.parent = m_openLanes.isEmpty() ? -1 : m_openLanes.last();
    // The lanes of a sub-process belong to its own blueprint.
    lane.process = m_openNodes.isEmpty() ? int(m_model.processes.size()) - 1 : -1;
    m_openLanes.append(int(m_model.lanes.size()));
    m_model.lanes.append(lane);
}

void BpmnXmlReader::startData(bool isStore)
{
    const QString name = nameAttribute();
    if (!name.isEmpty())
        m_model.data.append({attribute("id"_L1), name, isStore});
}

void BpmnXmlReader::endText(QStringView name)
{
    m_textWanted = false;
    const QString text = m_text.trimmed();
    const QString inner = text.section(u':', -1);
    const QStringView outer = m_path.isEmpty() ? QStringView() : QStringView(m_path.last());
    if (name == u"flowNodeRef" && !m_openLanes.isEmpty()) {
        m_model.lanes[m_openLanes.last()].nodes.append(inner);
    } else if (name == u"text" && outer == u"textAnnotation" && !m_model.annotations.isEmpty()) {
        m_model.annotations.last().text = text;
    } else if (name == u"timeDuration" && !m_openNodes.isEmpty()) {
        m_model.nodes[m_openNodes.last()].duration = text;
    } else if (name == u"documentation" && nodeType(outer) && !m_openNodes.isEmpty()) {
        m_model.nodes[m_openNodes.last()].documentation = text;
    } else if ((name == u"sourceRef" || name == u"targetRef") && !m_openNodes.isEmpty() &&
               m_linkWrites == (name == u"targetRef")) {
        m_model.dataLinks.append({m_openNodes.last(), inner, m_linkWrites});
    }
}

double BpmnXmlReader::coordinate(QLatin1StringView name)
{
    const double value = attribute(name).toDouble();
    return std::isfinite(value) ? std::clamp(value, -MaxCoordinate, MaxCoordinate) : 0.0;
}

void BpmnXmlReader::startDiagramElement(QStringView name)
{
    if (name == u"BPMNShape" || name == u"BPMNEdge") {
        m_diagramElement = reference("bpmnElement"_L1);
        m_inEdge = name == u"BPMNEdge";
        const bool isPool = std::any_of(m_model.pools.begin(), m_model.pools.end(),
                                        [&](const BpmnPool& pool) { return pool.id == m_diagramElement; });
        if (isPool && attribute("isHorizontal"_L1) == u"false")
            ++m_uprightPools;
    } else if (name == u"BPMNLabel") {
        m_inLabel = true;
    } else if (name == u"Bounds" && !m_inLabel && !m_inEdge) {
        addShape();
    } else if (name == u"waypoint" && m_inEdge) {
        m_model.routes[m_diagramElement].append({coordinate("x"_L1), coordinate("y"_L1)});
    }
    if (++m_elements > 4 * MaxElements)
        fail(Error::Code::Limit, u"Found a diagram of more than %1 parts"_s.arg(4 * MaxElements));
}

void BpmnXmlReader::addShape()
{
    const QRectF bounds(coordinate("x"_L1), coordinate("y"_L1), coordinate("width"_L1), coordinate("height"_L1));
    if (!m_model.shapes.contains(m_diagramElement))
        m_model.shapes.insert(m_diagramElement, bounds.normalized());
}

} // namespace

Result<BpmnModel> readBpmnXml(const QByteArray& xml, const QString& fileName)
{
    const Place start{fileName, 0, 0, {}};
    if (xml.size() > MaxBpmnSize) {
        return Error{
            Error::Code::Limit,
            u"The file is larger than the %1 MiB that are read of a BPMN file"_s.arg(MaxBpmnSize / 1024 / 1024), start};
    }
    const bool isUtf16 = xml.startsWith("\xFF\xFE") || xml.startsWith("\xFE\xFF");
    if (!isUtf16 && declaredEncoding(xml) == "utf-8") {
        if (const Result<QByteArrayView> checked = checkedUtf8(xml, MaxBpmnSize, fileName); !checked)
            return checked.error();
    }
    return BpmnXmlReader(xml, fileName).run();
}

} // namespace throughline
