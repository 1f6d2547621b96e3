// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmnmapper.h"

#include <algorithm>
#include <cmath>
#include <limits>

/// Sequence and message flows of a BPMN file become connections; what lies between two cards without being one is
/// passed through.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MaxConnections = 200'000;

double distance(const QPointF& point, const QRectF& shape)
{
    const double dx = std::max({shape.left() - point.x(), 0.0, point.x() - shape.right()});
    const double dy = std::max({shape.top() - point.y(), 0.0, point.y() - shape.bottom()});
    return std::hypot(dx, dy);
}

QString endKey(const End& end)
{
    if (const auto* card = std::get_if<CardId>(&end))
        return u'c' + card->value;
    if (const auto* lane = std::get_if<LaneId>(&end))
        return u'l' + lane->value;
    return u"?"_s;
}

} // namespace

void BpmnMapper::makeConnections()
{
    for (const BpmnFlow& flow : m_model.flows) {
        if (m_error)
            return;
        if (flow.isMessage)
            makeMessage(flow);
        else
            makeSequence(flow);
    }
    for (const BpmnDataLink& link : m_model.dataLinks) {
        const CardId card = m_cardOfNode.value(link.node);
        const LaneId store = m_laneOfStore.value(link.data);
        if (card.isEmpty() || store.isEmpty())
            continue;
        if (link.writes)
            connect(card, store, ConnectionKind::Auto, {}, false, u"store"_s);
        else
            connect(store, card, ConnectionKind::Auto, {}, false, u"store"_s);
    }
}

void BpmnMapper::makeMessage(const BpmnFlow& flow)
{
    connect(endOf(flow, true), endOf(flow, false), ConnectionKind::Auto, flow.name, false, flow.id);
}

void BpmnMapper::makeSequence(const BpmnFlow& flow)
{
    const int source = nodeOf(flow.source);
    const int target = nodeOf(flow.target);
    const bool isInside =
        (source >= 0 && m_model.nodes[source].parent >= 0) || (target >= 0 && m_model.nodes[target].parent >= 0);
    const bool isBoundary = source >= 0 && representative(source) != source && m_model.nodes[source].parent < 0;
    if (isInside || (source >= 0 && !isBoundary && !m_kept.contains(source)))
        return; // reached from the cards before it
    const End from = endOf(flow, true);
    const bool fromDecision =
        source >= 0 && m_kept.contains(source) &&
        m_builder.cards[m_cardIndexes.value(m_cardOfNode.value(source))].kind == CardKind::Decision;
    QString label = flow.name;
    if (label.isEmpty() && isBoundary)
        label = m_model.nodes[source].name;
    const bool conditional = flow.hasCondition || fromDecision || isBoundary;
    if (target < 0) {
        connect(from, endOf(flow, false), ConnectionKind::Flow, label, conditional, flow.id);
        return;
    }
    const QList<Arrival> reached = arrivals({target, label, conditional, flow.id});
    for (const Arrival& arrival : reached)
        connect(from, arrival.end, ConnectionKind::Flow, arrival.label, arrival.conditional, flow.id);
    if (isBoundary && !reached.isEmpty())
        makeTimeout(m_model.nodes[source], reached.first().end);
}

void BpmnMapper::makeTimeout(const BpmnNode& boundary, const End& target)
{
    const CardId host = m_cardOfNode.value(nodeOf(boundary.id));
    const CardId* card = std::get_if<CardId>(&target);
    if (!boundary.triggers.testFlag(BpmnTrigger::Timer) || host.isEmpty() || !card)
        return;
    Card& waiting = m_builder.cards[m_cardIndexes.value(host)];
    if (waiting.timeoutTo.isEmpty()) {
        waiting.timeoutTo = *card;
        waiting.waitTimeout = timerMinutes(boundary);
    }
}

/// Every card, or loose end, that the way leads to without passing another card. Each node is walked through once.
QList<BpmnMapper::Arrival> BpmnMapper::arrivals(const Way& start)
{
    QList<Arrival> found;
    QList<Way> open = {start};
    QSet<int> seen;
    while (!open.isEmpty()) {
        const Way way = open.takeLast();
        if (seen.contains(way.node))
            continue;
        seen.insert(way.node);
        if (m_kept.contains(way.node)) {
            found.append({m_cardOfNode.value(way.node), way.label, way.conditional, way.flow});
            continue;
        }
        for (const int jump : linkTargets(m_model.nodes[way.node]))
            open.append({jump, way.label, way.conditional, way.flow});
        const QList<int> outgoing = m_outgoing.value(way.node);
        for (auto next = outgoing.crbegin(); next != outgoing.crend(); ++next) {
            const BpmnFlow& flow = m_model.flows[*next];
            const QString label = way.label.isEmpty() ? flow.name : way.label;
            const int target = nodeOf(flow.target);
            if (target < 0)
                found.append({endOf(flow, false), label, way.conditional || flow.hasCondition, flow.id});
            else
                open.append({target, label, way.conditional || flow.hasCondition, flow.id});
        }
    }
    return found;
}

QList<int> BpmnMapper::linkTargets(const BpmnNode& node) const
{
    QList<int> targets;
    if (node.type != BpmnNodeType::ThrowEvent || !node.triggers.testFlag(BpmnTrigger::Link))
        return targets;
    const QString name = node.linkName.isEmpty() ? node.name : node.linkName;
    for (int i = 0; i < int(m_model.nodes.size()); ++i) {
        const BpmnNode& other = m_model.nodes[i];
        const bool isCatch = other.type == BpmnNodeType::CatchEvent && other.triggers.testFlag(BpmnTrigger::Link);
        if (isCatch && other.process == node.process &&
            (other.linkName.isEmpty() ? other.name : other.linkName) == name)
            targets.append(i);
    }
    return targets;
}

End BpmnMapper::endOf(const BpmnFlow& flow, bool atSource) const
{
    const QString& id = atSource ? flow.source : flow.target;
    if (const CardId card = m_cardOfNode.value(nodeOf(id)); !card.isEmpty())
        return card;
    if (m_lanesOfParty.contains(id))
        return laneNearest(flow, atSource, id);
    return looseEnd(flow, atSource);
}

LooseEnd BpmnMapper::looseEnd(const BpmnFlow& flow, bool atSource) const
{
    const QList<QPointF> route = m_model.routes.value(flow.id);
    if (route.isEmpty())
        return {};
    const QPointF point = atSource ? route.first() : route.last();
    LooseEnd loose;
    double best = std::numeric_limits<double>::max();
    for (int node = 0; node < int(m_model.nodes.size()); ++node) {
        const auto shape = m_model.shapes.constFind(m_model.nodes[node].id);
        if (!m_kept.contains(node) || shape == m_model.shapes.constEnd())
            continue;
        if (const double away = distance(point, *shape); away < best) {
            best = away;
            loose.nearest = m_cardOfNode.value(node);
            loose.distance = int(std::ceil(away));
        }
    }
    return loose;
}

LaneId BpmnMapper::laneNearest(const BpmnFlow& flow, bool atSource, const QString& party) const
{
    const QList<int> lanes = m_lanesOfParty.value(party);
    const QList<QPointF> route = m_model.routes.value(flow.id);
    if (route.isEmpty())
        return m_lanes[lanes.first()].lane.id;
    const QPointF point = atSource ? route.first() : route.last();
    const double across = m_model.isVertical ? point.x() : point.y();
    const auto nearest = std::min_element(lanes.begin(), lanes.end(), [&](int l, int r) {
        return std::abs(m_lanes[l].across - across) < std::abs(m_lanes[r].across - across);
    });
    return m_lanes[*nearest].lane.id;
}

const BpmnMapper::LaneDraft* BpmnMapper::laneOf(const End& end) const
{
    if (const auto* card = std::get_if<CardId>(&end))
        return &m_lanes[m_laneIndexes.value(m_builder.cards[m_cardIndexes.value(*card)].lane)];
    if (const auto* lane = std::get_if<LaneId>(&end))
        return &m_lanes[m_laneIndexes.value(*lane)];
    return nullptr;
}

void BpmnMapper::connect(const End& from, const End& to, ConnectionKind kind, const QString& label, bool conditional,
                         const QString& flow)
{
    const LaneDraft* source = laneOf(from);
    const LaneDraft* target = laneOf(to);
    if (m_builder.connections.size() >= MaxConnections) {
        m_error = Error{Error::Code::Limit, u"The flows make more than %1 connections"_s.arg(MaxConnections), {}};
        return;
    }
    // Two ways through gateways between the same cards are one arrow.
    const QString key = u"%1 %2 %3 %4"_s.arg(endKey(from), endKey(to)).arg(conditional).arg(label);
    const bool isLoose = !source || !target;
    if (kind == ConnectionKind::Flow && !isLoose && m_arrows.contains(key))
        return;
    m_arrows.insert(key);
    Connection connection;
    connection.id = ConnectionId(newId(ElementKind::Connection, flow, u"flow"_s));
    connection.from = from;
    connection.to = to;
    connection.kind = kind;
    connection.label = label;
    connection.conditional = conditional;
    m_builder.connections.append(connection);
    if (source && target && source->isCustomer != target->isCustomer) {
        m_lanes[m_laneIndexes.value(source->lane.id)].meetsCustomer = true;
        m_lanes[m_laneIndexes.value(target->lane.id)].meetsCustomer = true;
    }
}

} // namespace throughline
