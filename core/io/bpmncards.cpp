// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmncolumns.h"
#include "core/io/bpmnmapper.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

/// Tasks, events and gateways of a BPMN file become cards, or vanish where they only steer.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString defaultTitle(const BpmnNode& node)
{
    switch (node.type) {
    case BpmnNodeType::ExclusiveGateway:
    case BpmnNodeType::InclusiveGateway:
        return u"Which way?"_s;
    case BpmnNodeType::EventGateway:
        return u"What comes first?"_s;
    case BpmnNodeType::StartEvent:
    case BpmnNodeType::CatchEvent:
    case BpmnNodeType::ReceiveTask:
    case BpmnNodeType::BoundaryEvent:
        return u"Waits"_s;
    case BpmnNodeType::EndEvent:
        return u"End"_s;
    case BpmnNodeType::Task:
    case BpmnNodeType::SystemTask:
    case BpmnNodeType::SubProcess:
    case BpmnNodeType::ThrowEvent:
    case BpmnNodeType::ParallelGateway:
        break;
    }
    return u"Unnamed"_s;
}

double minutesPerUnit(const QString& unit)
{
    struct Unit
    {
        QStringView word;
        double minutes;
    };
    static constexpr Unit units[] = {{u"s", 1.0 / 60},
                                     {u"min", 1},
                                     {u"h", 60},
                                     {u"sec", 1.0 / 60},
                                     {u"second", 1.0 / 60},
                                     {u"seconds", 1.0 / 60},
                                     {u"sekunden", 1.0 / 60},
                                     {u"minute", 1},
                                     {u"minutes", 1},
                                     {u"mins", 1},
                                     {u"minuten", 1},
                                     {u"hour", 60},
                                     {u"hours", 60},
                                     {u"stunde", 60},
                                     {u"stunden", 60},
                                     {u"day", 1440},
                                     {u"days", 1440},
                                     {u"tag", 1440},
                                     {u"tage", 1440},
                                     {u"tagen", 1440},
                                     {u"week", 10080},
                                     {u"weeks", 10080},
                                     {u"woche", 10080},
                                     {u"wochen", 10080}};
    for (const Unit& known : units) {
        if (known.word == unit)
            return known.minutes;
    }
    return 0;
}

std::optional<double> isoMinutes(const QString& text)
{
    static const QRegularExpression pattern(
        u"^P(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() || text.size() < 3)
        return std::nullopt;
    return match.captured(1).toDouble() * 10080 + match.captured(2).toDouble() * 1440 +
           match.captured(3).toDouble() * 60 + match.captured(4).toDouble() + match.captured(5).toDouble() / 60;
}

std::optional<double> namedMinutes(const QString& name)
{
    static const QRegularExpression pattern(u"^\\W*(?:after |nach )?(\\d{1,6}(?:[.,]\\d{1,3})?)\\s*(\\p{L}+)\\W*$"_s,
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = pattern.match(name);
    const double perUnit = minutesPerUnit(match.captured(2).toCaseFolded());
    if (!match.hasMatch() || perUnit == 0)
        return std::nullopt;
    return match.captured(1).replace(u',', u'.').toDouble() * perUnit;
}

bool waits(BpmnNodeType type)
{
    return type == BpmnNodeType::StartEvent || type == BpmnNodeType::CatchEvent ||
           type == BpmnNodeType::BoundaryEvent || type == BpmnNodeType::ReceiveTask;
}

bool isGateway(BpmnNodeType type)
{
    return type == BpmnNodeType::ExclusiveGateway || type == BpmnNodeType::InclusiveGateway ||
           type == BpmnNodeType::ParallelGateway || type == BpmnNodeType::EventGateway;
}

} // namespace

std::optional<Minutes> timerMinutes(const BpmnNode& node)
{
    const std::optional<double> minutes = node.duration.isEmpty() ? namedMinutes(node.name) : isoMinutes(node.duration);
    if (!minutes)
        return std::nullopt;
    const Result<Minutes> checked = Minutes::from(*minutes);
    return checked ? std::optional(*checked) : std::nullopt;
}

int BpmnMapper::representative(int node) const
{
    while (node >= 0 && m_model.nodes[node].parent >= 0)
        node = m_model.nodes[node].parent;
    if (node >= 0 && m_model.nodes[node].type == BpmnNodeType::BoundaryEvent) {
        const int host = nodeOf(m_model.nodes[node].attachedTo);
        if (host >= 0 && m_model.nodes[host].type != BpmnNodeType::BoundaryEvent && m_model.nodes[host].parent < 0)
            return host;
    }
    return node;
}

void BpmnMapper::indexFlows()
{
    for (int flow = 0; flow < int(m_model.flows.size()); ++flow) {
        const int source = nodeOf(m_model.flows[flow].source);
        const int target = nodeOf(m_model.flows[flow].target);
        if (m_model.flows[flow].isMessage) {
            m_hasMessage.insert(representative(source));
            m_hasMessage.insert(representative(target));
            continue;
        }
        if (source >= 0)
            m_outgoing[source].append(flow);
        if (target >= 0)
            m_incoming[target].append(flow);
    }
}

void BpmnMapper::chooseCards()
{
    for (int node = 0; node < int(m_model.nodes.size()); ++node) {
        if (m_laneOfNode.contains(node) && representative(node) == node && becomesCard(node))
            m_kept.insert(node);
    }
}

bool BpmnMapper::becomesCard(int index) const
{
    const BpmnNode& node = m_model.nodes[index];
    if (m_hasMessage.contains(index))
        return true;
    const bool splits = m_outgoing.value(index).size() >= 2;
    const bool isLink = node.triggers == BpmnTriggers(BpmnTrigger::Link);
    switch (node.type) {
    case BpmnNodeType::Task:
    case BpmnNodeType::ReceiveTask:
    case BpmnNodeType::SystemTask:
    case BpmnNodeType::SubProcess:
        return true;
    case BpmnNodeType::StartEvent:
        return !node.name.isEmpty() || node.triggers;
    case BpmnNodeType::CatchEvent:
    case BpmnNodeType::ThrowEvent:
        return !isLink && (!node.name.isEmpty() || node.triggers);
    case BpmnNodeType::BoundaryEvent: // one whose host is missing
        return true;
    case BpmnNodeType::EndEvent:
        return endBecomesCard(index);
    case BpmnNodeType::ExclusiveGateway:
    case BpmnNodeType::InclusiveGateway:
    case BpmnNodeType::EventGateway:
        return splits;
    case BpmnNodeType::ParallelGateway:
        return false;
    }
    return false;
}

/// In a company lane an end is nothing; in the customer's it marks the card before it, or is a card where that is not
/// one card with one way out.
bool BpmnMapper::endBecomesCard(int index) const
{
    if (!m_lanes[m_laneOfNode.value(index)].isCustomer)
        return false;
    const QList<int> incoming = m_incoming.value(index);
    if (incoming.isEmpty())
        return !m_model.nodes[index].name.isEmpty();
    return !std::all_of(incoming.begin(), incoming.end(), [&](int flow) {
        const int before = nodeOf(m_model.flows[flow].source);
        if (before < 0 || m_outgoing.value(before).size() != 1)
            return false;
        const BpmnNode& node = m_model.nodes[before];
        const bool isPlain = node.type == BpmnNodeType::Task || node.type == BpmnNodeType::SystemTask ||
                             node.type == BpmnNodeType::ReceiveTask || node.type == BpmnNodeType::SubProcess;
        return isPlain && node.parent < 0 && m_laneOfNode.value(before) == m_laneOfNode.value(index);
    });
}

void BpmnMapper::makeCards()
{
    for (int node = 0; node < int(m_model.nodes.size()); ++node) {
        if (m_kept.contains(node))
            makeCard(node);
    }
    for (int node = 0; node < int(m_model.nodes.size()); ++node) {
        const int shown = representative(node);
        if (shown != node && m_kept.contains(shown))
            m_cardOfNode.insert(node, m_cardOfNode.value(shown));
    }
    QHash<int, int> hidden;
    for (const BpmnNode& node : m_model.nodes) {
        if (node.parent >= 0 && m_model.nodes[node.parent].parent < 0)
            ++hidden[node.parent];
    }
    QList<int> subProcesses = hidden.keys();
    std::sort(subProcesses.begin(), subProcesses.end());
    for (const int node : std::as_const(subProcesses)) {
        if (m_kept.contains(node))
            note(u"\"%1\" is one card here; the %2 parts inside it were left out."_s
                     .arg(m_model.nodes[node].name.isEmpty() ? m_model.nodes[node].id : m_model.nodes[node].name)
                     .arg(hidden.value(node)));
    }
}

void BpmnMapper::makeCard(int index)
{
    const BpmnNode& node = m_model.nodes[index];
    LaneDraft& draft = m_lanes[m_laneOfNode.value(index)];
    Card card;
    card.id = CardId(newId(ElementKind::Card, node.id, u"card"_s));
    card.lane = draft.lane.id;
    card.title = node.name.isEmpty() ? defaultTitle(node) : node.name;
    card.note = node.documentation;
    if (isGateway(node.type))
        card.kind = node.type == BpmnNodeType::ParallelGateway ? CardKind::Action : CardKind::Decision;
    else if (waits(node.type) &&
             (node.type != BpmnNodeType::StartEvent || node.triggers || m_hasMessage.contains(index)))
        fillWait(node, card);
    if (node.type == BpmnNodeType::EndEvent)
        card.isEnd = draft.isCustomer;
    for (const int flow : m_outgoing.value(index)) {
        const int target = nodeOf(m_model.flows[flow].target);
        const bool leadsToEnd =
            target >= 0 && m_model.nodes[target].type == BpmnNodeType::EndEvent && !m_kept.contains(target);
        card.isEnd = card.isEnd || (leadsToEnd && draft.isCustomer);
    }
    const bool isWork = node.type == BpmnNodeType::Task || node.type == BpmnNodeType::SystemTask ||
                        node.type == BpmnNodeType::SubProcess || node.type == BpmnNodeType::ReceiveTask;
    draft.hasTasks = draft.hasTasks || isWork;
    draft.onlySystems = draft.onlySystems && (!isWork || node.type == BpmnNodeType::SystemTask);
    m_cardOfNode.insert(index, card.id);
    m_cardIndexes.insert(card.id, int(m_builder.cards.size()));
    m_builder.cards.append(card);
}

void BpmnMapper::fillWait(const BpmnNode& node, Card& card)
{
    card.kind = CardKind::Wait;
    const bool isMessage = node.type == BpmnNodeType::ReceiveTask ||
                           node.triggers == BpmnTriggers(BpmnTrigger::Message) ||
                           node.triggers == BpmnTriggers(BpmnTrigger::Signal) ||
                           (!node.triggers && m_hasMessage.contains(nodeOf(node.id)));
    if (isMessage) {
        card.waitEndsBy = WaitEnd::OtherSide;
    } else if (node.triggers == BpmnTriggers(BpmnTrigger::Condition)) {
        card.waitEndsBy = WaitEnd::Self;
    } else if (node.triggers == BpmnTriggers(BpmnTrigger::Timer)) {
        card.waitEndsBy = WaitEnd::Time;
        card.waitDuration = timerMinutes(node);
        if (card.waitDuration && node.duration.isEmpty())
            note(u"\"%1\" is taken as a wait of %2 minutes, by its name."_s.arg(node.name,
                                                                                card.waitDuration->toString()));
    }
}

void BpmnMapper::makeData()
{
    QHash<QString, DataItemId> byName;
    QHash<QString, DataItemId> byId;
    for (const BpmnData& data : m_model.data) {
        if (data.isStore)
            continue;
        const QString key = data.name.toCaseFolded();
        if (!byName.contains(key)) {
            DataItem item;
            item.id = DataItemId(newId(ElementKind::DataItem, data.id, u"data"_s));
            item.name = data.name;
            byName.insert(key, item.id);
            m_builder.dataItems.append(item);
        }
        byId.insert(data.id, byName.value(key));
    }
    for (const BpmnDataLink& link : m_model.dataLinks) {
        const CardId card = m_cardOfNode.value(link.node);
        if (card.isEmpty() || !link.writes || !byId.contains(link.data))
            continue;
        Card& writer = m_builder.cards[m_cardIndexes.value(card)];
        const DataItemId item = byId.value(link.data);
        if (m_lanes[m_laneIndexes.value(writer.lane)].isCustomer && !writer.gives.contains(item))
            writer.gives.append(item);
    }
}

void BpmnMapper::addNotes()
{
    QHash<QString, QString> texts;
    for (const BpmnAnnotation& annotation : m_model.annotations)
        texts.insert(annotation.id, annotation.text);
    for (const BpmnAssociation& association : m_model.associations) {
        const bool forward = texts.contains(association.target);
        const QString text = texts.value(forward ? association.target : association.source);
        const CardId card = m_cardOfNode.value(nodeOf(forward ? association.source : association.target));
        if (text.isEmpty() || card.isEmpty())
            continue;
        QString& cardNote = m_builder.cards[m_cardIndexes.value(card)].note;
        cardNote += (cardNote.isEmpty() ? QString() : u"\n"_s) + text;
    }
    for (const QString& group : m_model.groups) {
        if (!group.isEmpty())
            note(u"The group \"%1\" was left out; it may be a phase."_s.arg(group));
    }
}

/// A customer who waits does so from the step after his last card on, so his waits reach back to there.
void BpmnMapper::stretchWaits(const QList<int>& columns)
{
    QHash<CardId, int> columnBefore;
    for (const Connection& connection : std::as_const(m_builder.connections)) {
        const CardId* from = std::get_if<CardId>(&connection.from);
        const CardId* to = std::get_if<CardId>(&connection.to);
        if (from && to && connection.kind == ConnectionKind::Flow)
            columnBefore[*to] = std::max(columnBefore.value(*to), columns[m_cardIndexes.value(*from)]);
    }
    QHash<LaneId, QMap<int, int>> occupied; // columns that hold cards, by lane
    for (qsizetype i = 0; i < m_builder.cards.size(); ++i)
        ++occupied[m_builder.cards[i].lane][columns[i]];
    for (qsizetype i = 0; i < m_builder.cards.size(); ++i) {
        Card& card = m_builder.cards[i];
        const int first = columnBefore.value(card.id) + 1;
        const bool waits = card.kind == CardKind::Wait && m_lanes[m_laneIndexes.value(card.lane)].isCustomer;
        if (!waits || first == 1 || first >= columns[i])
            continue;
        // The card itself stands behind the stretch, so whatever is found there is another.
        const QMap<int, int>& taken = *occupied.constFind(card.lane);
        const auto next = taken.lowerBound(first);
        const bool isFree = next == taken.cend() || next.key() >= columns[i];
        if (isFree) {
            card.firstStep = StepId(u's' + QString::number(first));
            card.lastStep = StepId(u's' + QString::number(columns[i]));
        }
    }
}

void BpmnMapper::placeCards()
{
    QList<PlacedCard> placed;
    QList<double> across(m_builder.cards.size(), 0.0);
    QHash<CardId, QRectF> shapes;
    for (auto node = m_cardOfNode.cbegin(); node != m_cardOfNode.cend(); ++node) {
        const auto shape = m_model.shapes.constFind(m_model.nodes[node.key()].id);
        if (representative(node.key()) == node.key() && shape != m_model.shapes.constEnd())
            shapes.insert(node.value(), *shape);
    }
    for (qsizetype i = 0; i < m_builder.cards.size(); ++i) {
        const Card& card = m_builder.cards[i];
        PlacedCard place;
        if (const auto shape = shapes.constFind(card.id); shape != shapes.constEnd()) {
            place.along = m_model.isVertical ? shape->center().y() : shape->center().x();
            across[i] = m_model.isVertical ? shape->center().x() : shape->center().y();
        }
        placed.append(place);
    }
    QList<CardLink> links;
    for (const Connection& connection : m_builder.connections) {
        const CardId* from = std::get_if<CardId>(&connection.from);
        const CardId* to = std::get_if<CardId>(&connection.to);
        if (from && to) {
            const bool isMessage = connection.kind != ConnectionKind::Flow;
            links.append({m_cardIndexes.value(*from), m_cardIndexes.value(*to), isMessage});
        }
    }
    const QList<int> columns = findColumns(placed, links);
    QList<int> order(columns.size());
    for (int i = 0; i < int(order.size()); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](int l, int r) { return across[l] < across[r]; });
    QHash<std::pair<QString, int>, int> positions;
    int last = 0;
    for (const int i : std::as_const(order)) {
        Card& card = m_builder.cards[i];
        card.firstStep = StepId(u's' + QString::number(columns[i]));
        card.position = positions[{card.lane.value, columns[i]}]++;
        last = std::max(last, columns[i]);
    }
    stretchWaits(columns);
    for (int number = 1; number <= last; ++number)
        m_builder.steps.append({StepId(u's' + QString::number(number)), number, {}, {}, {}});
}

} // namespace throughline
