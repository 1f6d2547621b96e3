// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/drawiowriter.h"

#include "core/io/cardgrid.h"
#include "core/io/drawiostyle.h"
#include "core/io/xmltext.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <QXmlStreamWriter>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PageLeft = 40;
constexpr int PageTop = 40;
constexpr int PhaseHeight = 36;
constexpr int StepHeight = 30;
constexpr int LaneTitleWidth = 40;
constexpr int LooseLength = 60; ///< from a card to an end that is attached to nothing

/// Further properties of a cell, which draw.io shows as its data.
using Properties = QList<std::pair<QLatin1StringView, QString>>;

template <typename Element>
QString displayNames(const Blueprint& blueprint, const QList<Id<Element>>& ids)
{
    QStringList list;
    for (const Id<Element>& id : ids)
        list += displayName(*blueprint.find(id));
    return list.join("; "_L1);
}

CardGridStyle gridStyle()
{
    CardGridStyle style;
    style.columnWidth = 220;
    style.cardWidth = 160;
    style.cardHeight = 80;
    style.lineGap = 30;
    style.spanSteps = true;
    return style;
}

class DrawioWriter
{
public:
    explicit DrawioWriter(const Blueprint& blueprint) : m_blueprint(blueprint), m_xml(&m_bytes)
    {
        for (const Card& card : blueprint.cards())
            m_cardIds.insert(card.id, m_ids.claim(card.id.value));
        for (const Connection& connection : blueprint.connections())
            m_connectionIds.insert(connection.id, m_ids.claim(connection.id.value));
        QList<LaneId> lanes;
        for (const Lane& lane : orderedLanes(blueprint)) {
            m_laneIds.insert(lane.id, m_ids.claim(u"lane_"_s + lane.id.value));
            lanes += lane.id;
        }
        m_grid = cardGrid(blueprint, lanes, m_style);
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
    }

    QByteArray run()
    {
        m_xml.writeStartDocument();
        m_xml.writeStartElement("mxfile"_L1);
        m_xml.writeAttribute("host"_L1, "Throughline"_L1);
        m_xml.writeStartElement("diagram"_L1);
        m_xml.writeAttribute("id"_L1, "blueprint"_L1);
        const QString title = xmlText(m_blueprint.header().title);
        m_xml.writeAttribute("name"_L1, title.isEmpty() ? u"Blueprint"_s : title);
        m_xml.writeStartElement("mxGraphModel"_L1);
        for (const char* name : {"grid", "guides", "tooltips", "connect", "arrows", "fold"})
            m_xml.writeAttribute(QLatin1StringView(name), "1"_L1);
        m_xml.writeAttribute("page"_L1, "0"_L1);
        m_xml.writeAttribute("math"_L1, "0"_L1);
        m_xml.writeStartElement("root"_L1);
        writeRoot();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void writeRoot();
    void writePhases();
    void writeSteps();
    void writeLanes();
    void writeCard(const Card& card);
    void writeLines();
    void writeConnection(const Connection& connection, int index);
    void startCell(const QString& id, const QString& label, const Properties& properties);
    void writeVertex(const QString& id, const QString& label, const QString& style, const QString& parent,
                     const QRect& box, const Properties& properties = {});
    void writePoint(QLatin1StringView role, const QPoint& point);
    [[nodiscard]] QString cellOf(const End& end) const;
    [[nodiscard]] QRect boxOf(const End& end) const;
    [[nodiscard]] QRect boxOfCard(const CardId& card) const
    {
        return m_grid.boxes.value(card).translated(gridOrigin());
    }
    [[nodiscard]] QRect boxOfLane(const LaneId& lane) const;
    [[nodiscard]] QPoint loosePoint(const LooseEnd& end, const End& other, bool isSource, int index) const;
    [[nodiscard]] Properties propertiesOf(const Card& card) const;
    [[nodiscard]] static QPoint gridOrigin() { return {PageLeft + LaneTitleWidth, PageTop + PhaseHeight + StepHeight}; }

    const Blueprint& m_blueprint;
    CardGridStyle m_style = gridStyle();
    CardGrid m_grid;
    XmlIds m_ids;
    QHash<CardId, QString> m_cardIds;
    QHash<ConnectionId, QString> m_connectionIds;
    QHash<LaneId, QString> m_laneIds;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

void DrawioWriter::writeRoot()
{
    // The two cells every drawing of draw.io begins with: the root and its layer.
    m_xml.writeEmptyElement("mxCell"_L1);
    m_xml.writeAttribute("id"_L1, "0"_L1);
    m_xml.writeEmptyElement("mxCell"_L1);
    m_xml.writeAttribute("id"_L1, "1"_L1);
    m_xml.writeAttribute("parent"_L1, "0"_L1);
    writePhases();
    writeSteps();
    writeLanes();
    writeLines();
    int index = 0;
    for (const Connection& connection : m_blueprint.connections())
        writeConnection(connection, index++);
}

/// A cell is an object with a label and data around the mxCell proper; both stay open.
void DrawioWriter::startCell(const QString& id, const QString& label, const Properties& properties)
{
    m_xml.writeStartElement("object"_L1);
    m_xml.writeAttribute("label"_L1, label);
    for (const auto& [name, value] : properties) {
        if (!value.isEmpty())
            m_xml.writeAttribute(name, xmlText(value));
    }
    m_xml.writeAttribute("id"_L1, id);
    m_xml.writeStartElement("mxCell"_L1);
}

void DrawioWriter::writeVertex(const QString& id, const QString& label, const QString& style, const QString& parent,
                               const QRect& box, const Properties& properties)
{
    startCell(id, label, properties);
    m_xml.writeAttribute("style"_L1, style);
    m_xml.writeAttribute("vertex"_L1, "1"_L1);
    m_xml.writeAttribute("parent"_L1, parent);
    m_xml.writeEmptyElement("mxGeometry"_L1);
    m_xml.writeAttribute("x"_L1, QString::number(box.x()));
    m_xml.writeAttribute("y"_L1, QString::number(box.y()));
    m_xml.writeAttribute("width"_L1, QString::number(box.width()));
    m_xml.writeAttribute("height"_L1, QString::number(box.height()));
    m_xml.writeAttribute("as"_L1, "geometry"_L1);
    m_xml.writeEndElement();
    m_xml.writeEndElement();
}

void DrawioWriter::writePhases()
{
    const QList<Step> steps = orderedSteps(m_blueprint);
    for (qsizetype first = 0; first < steps.size();) {
        qsizetype last = first;
        while (last + 1 < steps.size() && steps[last + 1].phase == steps[first].phase)
            ++last;
        const PhaseId phase = steps[first].phase;
        const QRect box(gridOrigin().x() + int(first) * m_style.columnWidth, PageTop,
                        int(last - first + 1) * m_style.columnWidth, PhaseHeight);
        if (!phase.isEmpty()) {
            writeVertex(m_ids.claim(u"phase_"_s + phase.value),
                        drawio::labelHtml(displayName(*m_blueprint.find(phase))), drawio::phaseStyle(), u"1"_s, box);
        }
        first = last + 1;
    }
}

void DrawioWriter::writeSteps()
{
    QRect box(gridOrigin().x(), PageTop + PhaseHeight, m_style.columnWidth, StepHeight);
    for (const Step& step : orderedSteps(m_blueprint)) {
        const QString label = (QString::number(step.number) + u' ' + step.name).trimmed();
        writeVertex(m_ids.claim(u"step_"_s + step.id.value), drawio::labelHtml(label), drawio::stepStyle(), u"1"_s,
                    box);
        box.translate(m_style.columnWidth, 0);
    }
    if (m_grid.columnCount > m_blueprint.steps().size() && columnIndexes(m_blueprint).contains(StepId()))
        writeVertex(m_ids.claim(u"step_"_s), u"not placed"_s, drawio::stepStyle(), u"1"_s, box);
}

QRect DrawioWriter::boxOfLane(const LaneId& lane) const
{
    for (const CardGridRow& row : m_grid.rows) {
        if (row.lane == lane)
            return {PageLeft, gridOrigin().y() + row.top, LaneTitleWidth + m_grid.width, row.height};
    }
    return {};
}

void DrawioWriter::writeLanes()
{
    QHash<LaneId, QList<Card>> cards;
    for (const Card& card : cardsByStep(m_blueprint))
        cards[card.lane] += card;
    for (const Lane& lane : orderedLanes(m_blueprint)) {
        writeVertex(m_laneIds.value(lane.id), drawio::labelHtml(displayName(lane)),
                    drawio::laneStyle(lane.stage, LaneTitleWidth), u"1"_s, boxOfLane(lane.id),
                    {{"stage"_L1, word(lane.stage)}, {"roles"_L1, displayNames(m_blueprint, lane.roles)}});
        for (const Card& card : cards.value(lane.id))
            writeCard(card);
    }
}

void DrawioWriter::writeCard(const Card& card)
{
    const QRect box = boxOfCard(card.id).translated(-boxOfLane(card.lane).topLeft());
    writeVertex(m_cardIds.value(card.id), drawio::cardLabel(card), drawio::cardStyle(m_blueprint, card),
                m_laneIds.value(card.lane), box, propertiesOf(card));
}

Properties DrawioWriter::propertiesOf(const Card& card) const
{
    const auto level = [](const std::optional<int>& value) { return value ? QString::number(*value) : QString(); };
    const auto amount = [](const auto& quantity) { return quantity ? quantity->toString() : QString(); };
    return {{"kind"_L1, word(card.kind)},
            {"roles"_L1, displayNames(m_blueprint, rolesOf(m_blueprint, card))},
            {"departments"_L1, displayNames(m_blueprint, departmentsOf(m_blueprint, card))},
            {"owner"_L1, card.owner.isEmpty() ? QString() : displayName(*m_blueprint.find(card.owner))},
            {"end"_L1, card.isEnd ? u"yes"_s : QString()},
            {"wait_ends_by"_L1, word(card.waitEndsBy)},
            {"wait_minutes"_L1, amount(card.waitDuration)},
            {"timeout_minutes"_L1, amount(card.waitTimeout)},
            {"minutes"_L1, amount(card.minutes)},
            {"worry"_L1, level(card.worry)},
            {"effort"_L1, level(card.effort)},
            {"money"_L1, amount(card.money)},
            {"gives"_L1, displayNames(m_blueprint, card.gives)},
            {"asks"_L1, displayNames(m_blueprint, card.asks)},
            {"bill"_L1, card.bill},
            {"about"_L1, card.about ? word(*card.about) : QString()},
            {"tooltip"_L1, drawio::labelHtml(card.note)}};
}

void DrawioWriter::writePoint(QLatin1StringView role, const QPoint& point)
{
    m_xml.writeEmptyElement("mxPoint"_L1);
    m_xml.writeAttribute("x"_L1, QString::number(point.x()));
    m_xml.writeAttribute("y"_L1, QString::number(point.y()));
    m_xml.writeAttribute("as"_L1, role);
}

void DrawioWriter::writeLines()
{
    for (const CardGridLine& line : m_grid.lines) {
        const int y = gridOrigin().y() + line.y;
        startCell(m_ids.claim(u"line"_s), drawio::lineName(line.kind), {});
        m_xml.writeAttribute("style"_L1, drawio::lineStyle());
        m_xml.writeAttribute("edge"_L1, "1"_L1);
        m_xml.writeAttribute("parent"_L1, "1"_L1);
        m_xml.writeStartElement("mxGeometry"_L1);
        m_xml.writeAttribute("relative"_L1, "1"_L1);
        m_xml.writeAttribute("as"_L1, "geometry"_L1);
        writePoint("sourcePoint"_L1, {PageLeft, y});
        writePoint("targetPoint"_L1, {PageLeft + LaneTitleWidth + m_grid.width, y});
        for (int open = 0; open < 3; ++open)
            m_xml.writeEndElement();
    }
}

QString DrawioWriter::cellOf(const End& end) const
{
    if (const CardId* card = cardAt(end))
        return m_cardIds.value(*card);
    const LaneId* lane = laneAt(end);
    return lane ? m_laneIds.value(*lane) : QString();
}

QRect DrawioWriter::boxOf(const End& end) const
{
    if (const CardId* card = cardAt(end))
        return boxOfCard(*card);
    const LaneId* lane = laneAt(end);
    return lane ? boxOfLane(*lane) : QRect();
}

/// Where an end that is attached to nothing is drawn: beside the card it was drawn next to, else a little way from the
/// other end, else above the drawing.
QPoint DrawioWriter::loosePoint(const LooseEnd& end, const End& other, bool isSource, int index) const
{
    const int side = isSource ? -1 : 1;
    const QRect otherBox = boxOf(other);
    QRect box = otherBox;
    int distance = LooseLength;
    if (!end.nearest.isEmpty()) {
        box = boxOfCard(end.nearest);
        distance = end.distance;
    }
    if (box.isNull())
        return {PageLeft + LooseLength * (2 + side), PageTop - LooseLength - 20 * index};
    const int edge = isSource ? box.x() : box.x() + box.width();
    return {edge + side * distance, box.y() + box.height() / 2};
}

void DrawioWriter::writeConnection(const Connection& connection, int index)
{
    startCell(
        m_connectionIds.value(connection.id), drawio::connectionLabel(m_blueprint, connection),
        {{"kind"_L1, word(connection.kind)},
         {"request"_L1, connection.request.isEmpty() ? QString() : displayName(*m_blueprint.find(connection.request))},
         {"carries"_L1, displayNames(m_blueprint, connection.carries)},
         {"reply_expected"_L1, connection.replyExpected ? QString() : u"no"_s}});
    m_xml.writeAttribute("style"_L1, drawio::connectionStyle(connection));
    m_xml.writeAttribute("edge"_L1, "1"_L1);
    m_xml.writeAttribute("parent"_L1, "1"_L1);
    if (const QString source = cellOf(connection.from); !source.isEmpty())
        m_xml.writeAttribute("source"_L1, source);
    if (const QString target = cellOf(connection.to); !target.isEmpty())
        m_xml.writeAttribute("target"_L1, target);
    m_xml.writeStartElement("mxGeometry"_L1);
    m_xml.writeAttribute("relative"_L1, "1"_L1);
    m_xml.writeAttribute("as"_L1, "geometry"_L1);
    if (const LooseEnd* loose = std::get_if<LooseEnd>(&connection.from))
        writePoint("sourcePoint"_L1, loosePoint(*loose, connection.to, true, index));
    if (const LooseEnd* loose = std::get_if<LooseEnd>(&connection.to))
        writePoint("targetPoint"_L1, loosePoint(*loose, connection.from, false, index));
    for (int open = 0; open < 3; ++open)
        m_xml.writeEndElement();
}

} // namespace

QByteArray writeDrawio(const Blueprint& blueprint)
{
    return DrawioWriter(blueprint).run();
}

} // namespace throughline
