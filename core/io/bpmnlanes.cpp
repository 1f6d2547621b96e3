// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmnmapper.h"

#include <algorithm>

/// Pools and lanes of a BPMN file become departments, roles and lanes.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

BpmnMapper::BpmnMapper(const BpmnModel& model, const QString& customer, const QString& title)
    : m_model(model), m_customer(customer)
{
    m_builder.header.title = model.name.isEmpty() ? title : model.name;
}

Result<Blueprint> BpmnMapper::run()
{
    indexFlows();
    makeLanes();
    makeStores();
    chooseCards();
    makeCards();
    makeData();
    makeConnections();
    placeCards();
    addNotes();
    noteStrayNodes();
    settleStages();
    if (m_error)
        return *m_error;
    return std::move(m_builder).build();
}

QString BpmnMapper::newId(ElementKind kind, const QString& wanted, const QString& otherwise)
{
    QString id;
    for (const QChar c : wanted.left(150))
        id += c.isLetterOrNumber() || c == u'_' || c == u'-' ? c : u'_';
    if (id.isEmpty())
        id = otherwise;
    QString unique = id;
    for (int& last = m_lastSuffix[ElementRef{kind, id}]; m_ids[kind].contains(unique);) {
        last = std::max(last, 1) + 1;
        unique = id + u'-' + QString::number(last);
    }
    m_ids[kind].insert(unique);
    return unique;
}

void BpmnMapper::makeLanes()
{
    QSet<QString> pooled;
    for (const BpmnPool& pool : m_model.pools) {
        makeLanesOfPool(pool);
        pooled.insert(pool.process);
    }
    for (int process = 0; process < int(m_model.processes.size()); ++process) {
        const bool hasNodes = std::any_of(m_model.nodes.begin(), m_model.nodes.end(),
                                          [&](const BpmnNode& node) { return node.process == process; });
        if (hasNodes && !pooled.contains(m_model.processes[process].id))
            makeLanesOfProcess(process);
    }
}

QList<int> BpmnMapper::namedLeafLanes(int process) const
{
    QSet<int> parents;
    for (const BpmnLane& lane : m_model.lanes)
        parents.insert(lane.parent);
    QList<int> leaves;
    for (int i = 0; i < int(m_model.lanes.size()); ++i) {
        if (m_model.lanes[i].process == process && !parents.contains(i))
            leaves.append(i);
    }
    const auto named =
        std::count_if(leaves.begin(), leaves.end(), [&](int i) { return !m_model.lanes[i].name.isEmpty(); });
    return leaves.size() >= 2 && named > 0 ? leaves : QList<int>();
}

int BpmnMapper::addLane(const QString& id, const QString& name, bool isCustomer)
{
    LaneDraft draft;
    draft.lane.id = LaneId(newId(ElementKind::Lane, id, u"lane"_s));
    draft.lane.name = name;
    draft.isCustomer = isCustomer;
    const QRectF shape = m_model.shapes.value(id);
    draft.across = m_model.isVertical ? shape.center().x() : shape.center().y();
    m_laneIndexes.insert(draft.lane.id, int(m_lanes.size()));
    m_lanes.append(draft);
    return int(m_lanes.size()) - 1;
}

void BpmnMapper::addRole(int lane, const QString& name, const DepartmentId& department)
{
    Role role;
    role.id = RoleId(newId(ElementKind::Role, m_lanes[lane].lane.id.value, u"role"_s));
    role.name = name;
    role.department = department;
    m_lanes[lane].role = role.id;
    m_lanes[lane].lane.roles = {role.id};
    m_builder.roles.append(role);
}

QString BpmnMapper::fullName(int lane) const
{
    QStringList names;
    for (int i = lane; i >= 0 && names.size() < 16; i = m_model.lanes[i].parent) {
        if (!m_model.lanes[i].name.isEmpty())
            names.prepend(m_model.lanes[i].name);
    }
    return names.join(u" / "_s);
}

bool BpmnMapper::isCustomerLane(int lane) const
{
    for (int i = lane; i >= 0; i = m_model.lanes[i].parent) {
        if (!m_customer.isEmpty() && m_model.lanes[i].id == m_customer)
            return true;
    }
    return false;
}

void BpmnMapper::makeLanesOfPool(const BpmnPool& pool)
{
    int process = -1;
    for (int i = 0; i < int(m_model.processes.size()); ++i) {
        if (!pool.process.isEmpty() && m_model.processes[i].id == pool.process)
            process = i;
    }
    const bool isCustomer = !m_customer.isEmpty() && pool.id == m_customer;
    const QList<int> leaves = process < 0 ? QList<int>() : namedLeafLanes(process);
    bool holdsCustomer = isCustomer;
    for (int i = 0; i < int(m_model.lanes.size()); ++i)
        holdsCustomer = holdsCustomer ||
                        (leaves.isEmpty() && process >= 0 && m_model.lanes[i].process == process && isCustomerLane(i));
    DepartmentId department;
    if (!holdsCustomer) {
        department = DepartmentId(newId(ElementKind::Department, pool.id, u"department"_s));
        m_builder.departments.append({department, pool.name, {}, {}, {}, {}});
    }
    QHash<int, int> draftOfLane;
    for (const int leaf : leaves) {
        const int draft = addLane(m_model.lanes[leaf].id, fullName(leaf), isCustomer || isCustomerLane(leaf));
        if (m_lanes[draft].lane.name.isEmpty())
            m_lanes[draft].lane.name = pool.name;
        if (!m_lanes[draft].isCustomer)
            addRole(draft, m_lanes[draft].lane.name, department);
        draftOfLane.insert(leaf, draft);
        m_lanesOfParty[pool.id].append(draft);
        m_lanesOfParty[m_model.lanes[leaf].id].append(draft);
    }
    if (leaves.isEmpty()) {
        const int draft = addLane(pool.id, pool.name, holdsCustomer);
        if (!holdsCustomer)
            addRole(draft, pool.name, department);
        m_lanesOfParty[pool.id].append(draft);
    }
    assignNodes(process, draftOfLane, m_lanesOfParty[pool.id].first());
}

void BpmnMapper::makeLanesOfProcess(int process)
{
    const QList<int> leaves = namedLeafLanes(process);
    QHash<int, int> draftOfLane;
    for (const int leaf : leaves) {
        const int draft = addLane(m_model.lanes[leaf].id, fullName(leaf), isCustomerLane(leaf));
        if (!m_lanes[draft].isCustomer && !m_lanes[draft].lane.name.isEmpty())
            addRole(draft, m_lanes[draft].lane.name, {});
        draftOfLane.insert(leaf, draft);
        m_lanesOfParty[m_model.lanes[leaf].id].append(draft);
    }
    int fallback = leaves.isEmpty() ? -1 : draftOfLane.value(leaves.first());
    if (leaves.isEmpty()) {
        QString name = m_model.processes[process].name;
        bool isCustomer = false;
        for (int i = 0; i < int(m_model.lanes.size()); ++i) {
            if (m_model.lanes[i].process == process && !m_model.lanes[i].name.isEmpty())
                name = m_model.lanes[i].name;
            isCustomer = isCustomer || (m_model.lanes[i].process == process && isCustomerLane(i));
        }
        fallback = addLane(m_model.processes[process].id, name.isEmpty() ? u"Process"_s : name, isCustomer);
    }
    assignNodes(process, draftOfLane, fallback);
}

void BpmnMapper::assignNodes(int process, const QHash<int, int>& draftOfLane, int fallback)
{
    if (process < 0)
        return;
    QHash<QString, int> listed;
    for (int lane = 0; lane < int(m_model.lanes.size()); ++lane) {
        if (m_model.lanes[lane].process != process || !draftOfLane.contains(lane))
            continue;
        for (const QString& node : m_model.lanes[lane].nodes)
            listed.insert(node, draftOfLane.value(lane));
    }
    for (int node = 0; node < int(m_model.nodes.size()); ++node) {
        if (m_model.nodes[node].process != process || m_model.nodes[node].parent >= 0)
            continue;
        const auto found = listed.constFind(m_model.nodes[node].id);
        m_laneOfNode.insert(node, found != listed.constEnd() ? *found
                                                             : laneAt(draftOfLane, m_model.nodes[node].id, fallback));
    }
}

int BpmnMapper::laneAt(const QHash<int, int>& draftOfLane, const QString& nodeId, int fallback)
{
    const auto shape = m_model.shapes.constFind(nodeId);
    for (int lane = 0; shape != m_model.shapes.constEnd() && lane < int(m_model.lanes.size()); ++lane) {
        if (draftOfLane.contains(lane) && m_model.shapes.value(m_model.lanes[lane].id).contains(shape->center()))
            return draftOfLane.value(lane);
    }
    return fallback;
}

void BpmnMapper::noteStrayNodes()
{
    int stray = 0;
    for (const BpmnLane& lane : m_model.lanes) {
        const auto laneShape = m_model.shapes.constFind(lane.id);
        for (const QString& node : lane.nodes) {
            const auto shape = m_model.shapes.constFind(node);
            const bool isCard = m_cardOfNode.contains(nodeOf(node));
            if (isCard && laneShape != m_model.shapes.constEnd() && shape != m_model.shapes.constEnd() &&
                !laneShape->contains(shape->center()))
                ++stray;
        }
    }
    if (stray > 0)
        note(u"%1 cards were drawn outside the lane that lists them; they are in the lane that lists them."_s.arg(
            stray));
}

/// A data store becomes a system in the support area, which cards read from and write to.
void BpmnMapper::makeStores()
{
    QHash<QString, LaneId> byName;
    for (const BpmnData& data : m_model.data) {
        if (!data.isStore)
            continue;
        const QString key = data.name.toCaseFolded();
        if (!byName.contains(key)) {
            const int draft = addLane(data.id, data.name, false);
            addRole(draft, data.name, {});
            m_builder.roles.last().kind = RoleKind::System;
            m_lanes[draft].hasTasks = true;
            byName.insert(key, m_lanes[draft].lane.id);
        }
        m_laneOfStore.insert(data.id, byName.value(key));
    }
}

void BpmnMapper::settleStages()
{
    for (LaneDraft& draft : m_lanes) {
        const bool isSystem = draft.hasTasks && draft.onlySystems;
        if (draft.isCustomer)
            draft.lane.stage = Stage::Customer;
        else if (isSystem)
            draft.lane.stage = Stage::Support;
        else
            draft.lane.stage = draft.meetsCustomer ? Stage::Frontstage : Stage::Backstage;
        for (Role& role : m_builder.roles) {
            if (isSystem && role.id == draft.role)
                role.kind = RoleKind::System;
        }
    }
    std::stable_sort(m_lanes.begin(), m_lanes.end(),
                     [](const LaneDraft& l, const LaneDraft& r) { return l.across < r.across; });
    QHash<Stage, int> positions;
    for (LaneDraft& draft : m_lanes) {
        draft.lane.position = positions[draft.lane.stage]++;
        m_builder.lanes.append(draft.lane);
    }
}

} // namespace throughline
