// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmnoutline.h"

#include "core/io/cardgrid.h"
#include "core/io/xmltext.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// How many connections of a card become flows of either sort.
struct Traffic
{
    int sequenceOut = 0;
    int messagesIn = 0;
    int messagesOut = 0;
};

class Outliner
{
public:
    explicit Outliner(const Blueprint& blueprint) : m_blueprint(blueprint) {}

    BpmnOutline run()
    {
        // In this order, so that what comes first keeps its id wherever BPMN allows.
        for (const Card& card : m_blueprint.cards())
            m_cardIds.insert(card.id, m_ids.claim(card.id.value));
        for (const Connection& connection : m_blueprint.connections())
            m_connectionIds.insert(connection.id, m_ids.claim(connection.id.value));
        for (const Lane& lane : m_blueprint.lanes())
            m_laneIds.insert(lane.id, m_ids.claim(lane.id.value));
        makePools();
        countTraffic();
        for (const Card& card : cardsByStep(m_blueprint))
            makeNode(card);
        for (const Connection& connection : m_blueprint.connections())
            makeFlow(connection);
        makeTimeouts();
        makeEnds();
        makeStarts();
        makePhases();
        makeFrame();
        return m_outline;
    }

private:
    using Sort = OutlineFlow::Sort;

    void makePools();
    OutlinePool& poolFor(const Lane& lane);
    void countTraffic();
    void makeNode(const Card& card);
    void makeData(OutlineNode& node, const Card& card);
    void makeFlow(const Connection& connection);
    void makeTimeouts();
    void makeEnds();
    void makeStarts();
    void makePhases();
    void makeFrame();
    OutlineNode& addNode(OutlineNode node);
    void addFlow(OutlineFlow flow);
    void addSideFlow(const QString& from, const QString& to, const OutlineNode& side);
    [[nodiscard]] OutlineForm formOf(const Card& card) const;
    [[nodiscard]] OutlineForm formOfWait(const Card& card) const;
    [[nodiscard]] bool isSystemWork(const Card& card) const;
    [[nodiscard]] bool hasTimeout(const Card& card) const;
    [[nodiscard]] DepartmentId departmentOf(const Lane& lane) const;
    [[nodiscard]] int poolOf(const CardId& card) const { return m_poolOfLane.value(m_blueprint.find(card)->lane); }
    [[nodiscard]] int poolOf(const End& end) const;
    [[nodiscard]] Sort sortOf(const Connection& connection) const;
    [[nodiscard]] QString refOf(const End& end, Sort sort) const;
    [[nodiscard]] QString nameOfFlow(const Connection& connection) const;

    const Blueprint& m_blueprint;
    BpmnOutline m_outline;
    XmlIds m_ids;
    QHash<CardId, QString> m_cardIds;
    QHash<ConnectionId, QString> m_connectionIds;
    QHash<LaneId, QString> m_laneIds;
    QHash<LaneId, int> m_poolOfLane;
    QHash<LaneId, int> m_indexInPool;
    QHash<DepartmentId, int> m_poolOfDepartment;
    QHash<std::pair<int, QString>, QString> m_dataObjects;
    QHash<CardId, Traffic> m_traffic;
};

DepartmentId Outliner::departmentOf(const Lane& lane) const
{
    if (lane.stage == Stage::Customer || lane.stage == Stage::Evidence)
        return {};
    for (const RoleId& id : lane.roles) {
        const Role* role = m_blueprint.find(id);
        if (role && !role->department.isEmpty())
            return role->department;
    }
    return {};
}

OutlinePool& Outliner::poolFor(const Lane& lane)
{
    const DepartmentId department = departmentOf(lane);
    if (const auto known = m_poolOfDepartment.constFind(department); known != m_poolOfDepartment.cend())
        return m_outline.pools[*known];
    const int index = int(m_outline.pools.size());
    OutlinePool pool;
    if (department.isEmpty()) {
        pool.name = xmlText(displayName(lane));
        pool.id = m_laneIds.value(lane.id);
    } else {
        pool.name = xmlText(displayName(*m_blueprint.find(department)));
        pool.id = m_ids.claim(department.value);
        pool.showsLanes = true;
        m_poolOfDepartment.insert(department, index);
    }
    m_outline.pools += pool;
    return m_outline.pools[index];
}

void Outliner::makePools()
{
    for (const Lane& lane : orderedLanes(m_blueprint)) {
        OutlinePool& pool = poolFor(lane);
        m_poolOfLane.insert(lane.id, int(&pool - m_outline.pools.data()));
        m_indexInPool.insert(lane.id, int(pool.lanes.size()));
        pool.lanes += {m_laneIds.value(lane.id), xmlText(displayName(lane)), lane.id, {}};
    }
    QSet<int> busy;
    for (const Card& card : m_blueprint.cards())
        busy.insert(m_poolOfLane.value(card.lane));
    for (int i = 0; i < m_outline.pools.size(); ++i) {
        OutlinePool& pool = m_outline.pools[i];
        if (pool.showsLanes || busy.contains(i))
            pool.processId = m_ids.claim(u"process_"_s + pool.id);
    }
}

int Outliner::poolOf(const End& end) const
{
    if (const CardId* card = cardAt(end))
        return poolOf(*card);
    const LaneId* lane = laneAt(end);
    return lane ? m_poolOfLane.value(*lane) : -1;
}

OutlineFlow::Sort Outliner::sortOf(const Connection& connection) const
{
    if (poolOf(connection.from) != poolOf(connection.to))
        return Sort::Message;
    return cardAt(connection.from) && cardAt(connection.to) ? Sort::Sequence : Sort::Association;
}

void Outliner::countTraffic()
{
    for (const Connection& connection : m_blueprint.connections()) {
        if (isLoose(connection))
            continue;
        const Sort sort = sortOf(connection);
        const CardId* from = cardAt(connection.from);
        const CardId* to = cardAt(connection.to);
        if (from && sort == Sort::Sequence)
            ++m_traffic[*from].sequenceOut;
        if (from && sort == Sort::Message)
            ++m_traffic[*from].messagesOut;
        if (to && sort == Sort::Message)
            ++m_traffic[*to].messagesIn;
    }
    for (const Card& card : m_blueprint.cards()) {
        if (card.isEnd)
            ++m_traffic[card.id].sequenceOut;
    }
}

bool Outliner::hasTimeout(const Card& card) const
{
    return card.kind == CardKind::Wait && !card.timeoutTo.isEmpty() && poolOf(card.timeoutTo) == poolOf(card.id);
}

/// BPMN lets a message reach a message event, but never leave it; timers and conditions have nothing to do with
/// messages, no event has a time-out or data of its own, and an end behind an event is read as a card. Where a wait
/// does more, a receive task can bear it.
OutlineForm Outliner::formOfWait(const Card& card) const
{
    const Traffic traffic = m_traffic.value(card.id);
    const bool isForMessage = card.waitEndsBy == WaitEnd::OtherSide || card.waitEndsBy == WaitEnd::Unspecified;
    if (card.isEnd || hasTimeout(card) || traffic.messagesOut > 0 || !card.gives.isEmpty() || !card.asks.isEmpty() ||
        (traffic.messagesIn > 0 && !isForMessage))
        return OutlineForm::ReceiveTask;
    if (isForMessage)
        return OutlineForm::MessageEvent;
    return card.waitEndsBy == WaitEnd::Time ? OutlineForm::TimerEvent : OutlineForm::ConditionEvent;
}

bool Outliner::isSystemWork(const Card& card) const
{
    const QList<RoleId>& roles = rolesOf(m_blueprint, card);
    return !roles.isEmpty() && std::all_of(roles.begin(), roles.end(), [this](const RoleId& id) {
        const Role* role = m_blueprint.find(id);
        return role && (role->kind == RoleKind::System || role->kind == RoleKind::Ai);
    });
}

OutlineForm Outliner::formOf(const Card& card) const
{
    if (card.kind == CardKind::Wait)
        return formOfWait(card);
    const Traffic traffic = m_traffic.value(card.id);
    const bool hasMessages = traffic.messagesIn > 0 || traffic.messagesOut > 0;
    const bool hasData = !card.gives.isEmpty() || !card.asks.isEmpty();
    // A gateway has several ways out, and neither messages nor data of its own.
    if (card.kind == CardKind::Decision && traffic.sequenceOut > 1 && !hasMessages && !hasData)
        return OutlineForm::Gateway;
    return isSystemWork(card) ? OutlineForm::ServiceTask : OutlineForm::Task;
}

OutlineNode& Outliner::addNode(OutlineNode node)
{
    const LaneId& lane = m_blueprint.find(node.card)->lane;
    node.pool = m_poolOfLane.value(lane);
    m_outline.pools[node.pool].lanes[m_indexInPool.value(lane)].nodes += node.id;
    m_outline.nodeIndexes.insert(node.id, int(m_outline.nodes.size()));
    m_outline.nodes += std::move(node);
    return m_outline.nodes.last();
}

void Outliner::makeNode(const Card& card)
{
    OutlineNode node;
    node.id = m_cardIds.value(card.id);
    node.name = xmlText(card.title.isEmpty() ? card.id.value : card.title);
    node.documentation = xmlText(card.note);
    node.form = formOf(card);
    node.card = card.id;
    if (node.form == OutlineForm::TimerEvent)
        node.duration = card.waitDuration;
    makeData(addNode(node), card);
}

void Outliner::makeData(OutlineNode& node, const Card& card)
{
    const auto use = [&](const DataItemId& item) -> OutlineData& {
        const QString name = xmlText(displayName(*m_blueprint.find(item)));
        QString& objectId = m_dataObjects[{node.pool, item.value}];
        if (objectId.isEmpty())
            objectId = m_ids.claim(u"object_"_s + item.value);
        const auto used = std::find_if(node.data.begin(), node.data.end(),
                                       [&](const OutlineData& data) { return data.objectId == objectId; });
        if (used != node.data.end())
            return *used;
        node.data += {m_ids.claim(u"data_"_s + item.value), objectId, name};
        return node.data.last();
    };
    for (const DataItemId& item : card.gives)
        use(item).isGiven = true;
    for (const DataItemId& item : card.asks)
        use(item).isAsked = true;
}

QString Outliner::refOf(const End& end, Sort sort) const
{
    if (const CardId* card = cardAt(end))
        return m_cardIds.value(*card);
    return sort == Sort::Association ? m_laneIds.value(*laneAt(end)) : m_outline.pools[poolOf(end)].id;
}

QString Outliner::nameOfFlow(const Connection& connection) const
{
    if (!connection.label.isEmpty() || connection.request.isEmpty())
        return xmlText(connection.label);
    return xmlText(displayName(*m_blueprint.find(connection.request)));
}

void Outliner::addFlow(OutlineFlow flow)
{
    if (flow.sort == Sort::Sequence) {
        m_outline.nodes[m_outline.nodeIndexes.value(flow.from)].outgoing += flow.id;
        m_outline.nodes[m_outline.nodeIndexes.value(flow.to)].incoming += flow.id;
    }
    m_outline.flows += std::move(flow);
}

void Outliner::makeFlow(const Connection& connection)
{
    if (isLoose(connection))
        return;
    OutlineFlow flow;
    flow.id = m_connectionIds.value(connection.id);
    flow.name = nameOfFlow(connection);
    flow.sort = sortOf(connection);
    flow.from = refOf(connection.from, flow.sort);
    flow.to = refOf(connection.to, flow.sort);
    if (const LaneId* lane = laneAt(connection.from))
        flow.fromLane = *lane;
    if (const LaneId* lane = laneAt(connection.to))
        flow.toLane = *lane;
    flow.pool = poolOf(connection.from);
    if (flow.sort == Sort::Sequence && connection.conditional) {
        // BPMN: an event knows no conditions, and a task has none on its only way out.
        const OutlineForm form = m_outline.nodes[m_outline.nodeIndexes.value(flow.from)].form;
        const int waysOut = m_traffic.value(*cardAt(connection.from)).sequenceOut;
        flow.hasCondition = form == OutlineForm::Gateway || (isTask(form) && waysOut > 1);
    }
    addFlow(flow);
}

/// A flow that no connection stands for: to an end, from a start or a time-out.
void Outliner::addSideFlow(const QString& from, const QString& to, const OutlineNode& side)
{
    OutlineFlow flow;
    flow.id = m_ids.claim(u"flow_"_s + side.id);
    flow.from = from;
    flow.to = to;
    flow.pool = side.pool;
    addFlow(flow);
}

void Outliner::makeTimeouts()
{
    for (const Card& card : m_blueprint.cards()) {
        if (!hasTimeout(card))
            continue;
        OutlineNode timeout;
        timeout.id = m_ids.claim(u"timeout_"_s + card.id.value);
        timeout.form = OutlineForm::TimeoutEvent;
        timeout.card = card.id;
        timeout.attachedTo = m_cardIds.value(card.id);
        timeout.duration = card.waitTimeout;
        const OutlineNode added = addNode(timeout);
        addSideFlow(added.id, m_cardIds.value(card.timeoutTo), added);
    }
}

void Outliner::makeEnds()
{
    for (const Card& card : m_blueprint.cards()) {
        if (!card.isEnd)
            continue;
        OutlineNode end;
        end.id = m_ids.claim(u"end_"_s + card.id.value);
        end.form = OutlineForm::EndEvent;
        end.card = card.id;
        const OutlineNode added = addNode(end);
        addSideFlow(m_cardIds.value(card.id), added.id, added);
    }
}

/// BPMN: a process that has ends has starts, and then everything in it is reached by a flow.
void Outliner::makeStarts()
{
    QSet<int> poolsWithEnds;
    for (const OutlineNode& node : std::as_const(m_outline.nodes)) {
        if (node.form == OutlineForm::EndEvent)
            poolsWithEnds.insert(node.pool);
    }
    const qsizetype count = m_outline.nodes.size();
    for (qsizetype i = 0; i < count; ++i) {
        const OutlineNode node = m_outline.nodes[i];
        if (!poolsWithEnds.contains(node.pool) || !node.incoming.isEmpty() || node.form == OutlineForm::TimeoutEvent)
            continue;
        OutlineNode start;
        start.id = m_ids.claim(u"start_"_s + node.card.value);
        start.form = OutlineForm::StartEvent;
        start.card = node.card;
        const OutlineNode added = addNode(start);
        addSideFlow(added.id, node.id, added);
    }
}

void Outliner::makePhases()
{
    int column = 0;
    PhaseId last;
    for (const Step& step : orderedSteps(m_blueprint)) {
        if (!step.phase.isEmpty() && step.phase == last) {
            m_outline.phases.last().lastColumn = column;
        } else if (!step.phase.isEmpty()) {
            m_outline.phases +=
                {m_ids.claim(u"group_"_s + step.phase.value), m_ids.claim(u"phase_"_s + step.phase.value),
                 xmlText(displayName(*m_blueprint.find(step.phase))), column, column};
        }
        last = step.phase;
        ++column;
    }
}

void Outliner::makeFrame()
{
    const Header& header = m_blueprint.header();
    m_outline.definitionsId = m_ids.claim(u"definitions"_s);
    m_outline.collaborationId = m_ids.claim(u"collaboration"_s);
    m_outline.categoryId = m_ids.claim(u"phases"_s);
    m_outline.diagramId = m_ids.claim(u"diagram"_s);
    m_outline.planeId = m_ids.claim(u"plane"_s);
    m_outline.name = xmlText(header.title);
    QStringList lines;
    if (!header.scenario.isEmpty())
        lines += header.scenario;
    if (!header.persona.isEmpty())
        lines += header.persona;
    m_outline.documentation = xmlText(lines.join(u'\n'));
}

} // namespace

bool isTask(OutlineForm form)
{
    return form == OutlineForm::Task || form == OutlineForm::ServiceTask || form == OutlineForm::ReceiveTask;
}

BpmnOutline bpmnOutline(const Blueprint& blueprint)
{
    return Outliner(blueprint).run();
}

} // namespace throughline
