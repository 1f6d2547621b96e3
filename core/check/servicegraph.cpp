// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/servicegraph.h"

#include "core/base/prefetch.h"
#include "core/model/queries.h"

#include <algorithm>

namespace throughline {

namespace {

/// The elements of a table as pointers, and their ids as numbers.
template <typename Element>
void index(const Table<Element>& table, std::vector<const Element*>& elements, QHash<QStringView, int>& numbers)
{
    elements.reserve(size_t(table.size()));
    numbers.reserve(table.size());
    for (const Element& element : table) {
        numbers.insert(element.id.value, int(elements.size()));
        elements.push_back(&element);
    }
}

void sortUnique(std::vector<int>& values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

Side sideOf(const Lane& lane)
{
    if (lane.stage == Stage::Evidence || lane.curve != LaneCurve::None)
        return Side::Evidence;
    return lane.stage == Stage::Customer ? Side::Customer : Side::Company;
}

} // namespace

ServiceGraph::ServiceGraph(const Blueprint& source) : blueprint(source)
{
    readRoles();
    readColumns();
    readLanes();
    readCards();
    readLinks();
    indexLinks();
    findServing();
    findVirtualFlow();
    buildGraphs();
    buildRoleGraph();
}

void ServiceGraph::readRoles()
{
    index(blueprint.departments(), departments, m_departmentIndex);
    index(blueprint.roles(), roles, m_roleIndex);
    index(blueprint.requests(), requests, m_requestIndex);
    m_singleRoleSet.assign(roles.size(), -1);
    for (const Role* role : roles)
        roleDepartment.push_back(m_departmentIndex.value(role->department.value, -1));
    roleDepartment.resize(roles.size() + size_t(blueprint.lanes().size()), -1);
}

void ServiceGraph::readColumns()
{
    index(blueprint.phases(), phases, m_phaseIndex);
    for (const Step& step : blueprint.steps())
        columns.push_back(&step);
    std::sort(columns.begin(), columns.end(), [](const Step* l, const Step* r) { return l->number < r->number; });
    m_columnIndex.reserve(blueprint.steps().size());
    for (const Step* step : columns) {
        m_columnIndex.insert(step->id.value, int(columnPhase.size()));
        columnPhase.push_back(m_phaseIndex.value(step->phase.value, -1));
    }
}

void ServiceGraph::readLanes()
{
    index(blueprint.lanes(), lanes, m_laneIndex);
    for (size_t lane = 0; lane < lanes.size(); ++lane) {
        if (lanes[lane]->stage == Stage::Customer && lanes[lane]->curve == LaneCurve::None)
            partyLane.push_back(int(lane));
        RoleSet set;
        for (const RoleId& id : lanes[lane]->roles)
            set.roles.push_back(roleIndex(id));
        completeRoleSet(set, int(lane));
        roleSets.push_back(std::move(set));
    }
}

/// Sorts the roles and says what is known of them; without any, the lane's unnamed role acts.
void ServiceGraph::completeRoleSet(RoleSet& set, int lane) const
{
    if (set.roles.empty()) {
        set.roles.push_back(int(roles.size()) + lane);
        set.departmentsKnown = false;
        set.allSystem = false;
        set.mayBeSystem = lanes[size_t(lane)]->stage == Stage::Support;
        return;
    }
    sortUnique(set.roles);
    for (const int role : set.roles) {
        const int department = roleDepartment[size_t(role)];
        if (department < 0)
            set.departmentsKnown = false;
        else
            set.departments.push_back(department);
        if (roles[size_t(role)]->kind != RoleKind::System)
            set.allSystem = false;
    }
    set.mayBeSystem = set.allSystem;
    sortUnique(set.departments);
}

int ServiceGraph::roleSetFor(const QList<RoleId>& ids, int lane)
{
    if (ids.isEmpty())
        return lane;
    const int single = ids.size() == 1 ? roleIndex(ids.first()) : -1;
    if (single >= 0 && m_singleRoleSet[size_t(single)] >= 0)
        return m_singleRoleSet[size_t(single)];
    RoleSet set;
    for (const RoleId& id : ids)
        set.roles.push_back(roleIndex(id));
    completeRoleSet(set, lane);
    roleSets.push_back(std::move(set));
    const int number = int(roleSets.size()) - 1;
    if (single >= 0)
        m_singleRoleSet[size_t(single)] = number;
    return number;
}

void ServiceGraph::readCards()
{
    std::vector<int> laneParty(lanes.size(), -1);
    for (size_t party = 0; party < partyLane.size(); ++party)
        laneParty[size_t(partyLane[party])] = int(party);
    cards.reserve(size_t(blueprint.cards().size()));
    m_cardIndex.reserve(blueprint.cards().size());
    for (const Card& card : blueprint.cards()) {
        const int lane = m_laneIndex.value(card.lane.value, -1);
        if (isSticky(card) || lanes[size_t(lane)]->curve != LaneCurve::None)
            continue;
        CardNode node;
        node.card = &card;
        node.kind = card.kind;
        node.lane = lane;
        node.side = throughline::sideOf(*lanes[size_t(lane)]);
        node.party = laneParty[size_t(node.lane)];
        node.firstColumn = m_columnIndex.value(card.firstStep.value, -1);
        node.lastColumn = card.lastStep.isEmpty() ? node.firstColumn : m_columnIndex.value(card.lastStep.value, -1);
        node.roleSet = roleSetFor(card.roles, node.lane);
        m_cardIndex.insert(card.id.value, cardCount());
        cards.push_back(node);
    }
}

Side ServiceGraph::sideOf(int node) const
{
    if (isCard(node))
        return cards[size_t(node)].side;
    return throughline::sideOf(*lanes[size_t(laneOf(node))]);
}

int ServiceGraph::partyOf(int node) const
{
    if (isCard(node))
        return cards[size_t(node)].party;
    const auto found = std::lower_bound(partyLane.begin(), partyLane.end(), laneOf(node));
    return found != partyLane.end() && *found == laneOf(node) ? int(found - partyLane.begin()) : -1;
}

const RoleSet& ServiceGraph::rolesAt(int node) const
{
    return roleSets[size_t(isCard(node) ? cards[size_t(node)].roleSet : laneOf(node))];
}

bool ServiceGraph::shareRole(int left, int right) const
{
    return haveCommon(rolesAt(left).roles, rolesAt(right).roles);
}

int ServiceGraph::nodeAt(const End& end) const
{
    if (const CardId* card = cardAt(end))
        return cardIndex(*card);
    if (const LaneId* lane = laneAt(end)) {
        const int index = m_laneIndex.value(lane->value, -1);
        return index < 0 ? -1 : laneNode(index);
    }
    return -1;
}

Traffic ServiceGraph::trafficOf(int from, int to) const
{
    if (from < 0 || to < 0)
        return Traffic::Loose;
    const int fromParty = partyOf(from);
    const int toParty = partyOf(to);
    if (fromParty < 0)
        return toParty < 0 ? Traffic::Inside : Traffic::ContactOut;
    if (toParty < 0)
        return Traffic::ContactIn;
    return fromParty == toParty && isCard(from) && isCard(to) ? Traffic::Journey : Traffic::Between;
}

/// Connections name cards all over the blueprint: a few at a time, so that what is looked up is on its way to the
/// processor while others are.
void ServiceGraph::readLinks()
{
    constexpr size_t Few = 64;
    const auto isNoted = [](const End& end, int node) { return node < 0 && cardAt(end); }; // at a sticky note
    links.reserve(size_t(blueprint.connections().size()));
    std::vector<Link> few;
    for (auto next = blueprint.connections().begin(); next != blueprint.connections().end();) {
        few.clear();
        for (; few.size() < Few && next != blueprint.connections().end(); ++next) {
            Link& link = few.emplace_back();
            link.connection = &*next;
            link.kind = next->kind;
            link.conditional = next->conditional;
            for (const End* end : {&next->from, &next->to}) {
                if (const CardId* card = cardAt(*end))
                    m_cardIndex.lookAhead(card->value);
            }
        }
        for (Link& link : few) {
            link.from = nodeAt(link.connection->from);
            link.to = nodeAt(link.connection->to);
            for (const int node : {link.from, link.to}) {
                if (isCard(node))
                    prefetch(cards[size_t(node)]);
            }
        }
        for (Link& link : few) {
            if (isNoted(link.connection->from, link.from) || isNoted(link.connection->to, link.to))
                continue;
            sortOut(link);
            links.push_back(link);
        }
    }
}

/// What a connection between known ends does, for whom and about what.
void ServiceGraph::sortOut(Link& link) const
{
    link.traffic = trafficOf(link.from, link.to);
    if (!link.connection->request.isEmpty())
        link.request = m_requestIndex.value(link.connection->request.value, -1);
    if (link.traffic == Traffic::ContactIn || link.traffic == Traffic::Journey)
        link.party = partyOf(link.from);
    else if (link.traffic == Traffic::ContactOut)
        link.party = partyOf(link.to);
}

int ServiceGraph::connectionIndex(const ConnectionId& id) const
{
    const auto found = std::lower_bound(links.begin(), links.end(), id, [](const Link& link, const ConnectionId& key) {
        return link.connection->id < key;
    });
    return found != links.end() && found->connection->id == id ? int(found - links.begin()) : -1;
}

void ServiceGraph::indexLinks()
{
    const auto group = [this](int Link::*end, std::vector<int>& offsets, std::vector<int>& numbers) {
        offsets.assign(size_t(nodeCount()) + 1, 0);
        for (const Link& link : links) {
            if (link.*end >= 0)
                ++offsets[size_t(link.*end) + 1];
        }
        for (size_t node = 0; node < size_t(nodeCount()); ++node)
            offsets[node + 1] += offsets[node];
        numbers.resize(size_t(offsets.back()));
        std::vector<int> next(offsets.begin(), offsets.end() - 1);
        for (size_t link = 0; link < links.size(); ++link) {
            if (links[link].*end >= 0)
                numbers[size_t(next[size_t(links[link].*end)]++)] = int(link);
        }
    };
    group(&Link::from, m_outOffsets, m_outLinks);
    group(&Link::to, m_inOffsets, m_inLinks);
}

bool ServiceGraph::isBroken(int node) const
{
    const auto loose = [this](int link) { return links[size_t(link)].traffic == Traffic::Loose; };
    return std::ranges::any_of(outLinks(node), loose) || std::ranges::any_of(inLinks(node), loose);
}

std::vector<char> ServiceGraph::journeyEnds() const
{
    std::vector<int> lastColumn(partyLane.size(), -1);
    for (const CardNode& node : cards) {
        if (node.party >= 0)
            lastColumn[size_t(node.party)] = std::max(lastColumn[size_t(node.party)], node.lastColumn);
    }
    std::vector<char> ends(cards.size(), 0);
    for (size_t card = 0; card < cards.size(); ++card) {
        const CardNode& node = cards[card];
        if (node.party < 0)
            continue;
        const bool goesOn = !journey.successors(int(card)).empty();
        // Where an unplaced card stands nobody has said, so that it is no end cannot be known.
        const bool last = node.lastColumn < 0 || node.lastColumn == lastColumn[size_t(node.party)];
        ends[card] = node.card->isEnd || (last && !goesOn);
    }
    return ends;
}

bool haveCommon(const std::vector<int>& left, const std::vector<int>& right)
{
    return std::ranges::any_of(left, [&](int value) { return std::ranges::binary_search(right, value); });
}

} // namespace throughline
