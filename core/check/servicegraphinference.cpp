// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/servicegraph.h"

#include <algorithm>
#include <array>

/// What the service graph infers from the drawing: who serves whom, the order of columns, the graphs.
namespace throughline {

namespace {

/// Cards of one column beyond these are left out of the order of columns, so that a heap of cards in two cells does not
/// make a million moves.
constexpr size_t MaxStackedMoves = 64;

template <typename Visit>
void forColumns(const CardNode& node, size_t& budget, Visit visit)
{
    if (node.firstColumn < 0)
        return;
    visit(node.firstColumn);
    for (int column = node.firstColumn + 1; column <= node.lastColumn && budget > 0; ++column, --budget)
        visit(column);
}

} // namespace

void ServiceGraph::findServing()
{
    // A card may span many columns; the budget keeps the sum of all spans linear in the size of the blueprint.
    size_t budget = 8 * (cards.size() + columns.size()) + 1024;
    std::vector<std::vector<int>> free(columns.size());
    for (int card = 0; card < cardCount(); ++card) {
        const CardNode& node = cards[size_t(card)];
        if (node.side != Side::Company || lanes[size_t(node.lane)]->stage != Stage::Frontstage)
            continue;
        const auto meets = [this](int link) { return links[size_t(link)].party >= 0; };
        if (std::ranges::none_of(outLinks(card), meets) && std::ranges::none_of(inLinks(card), meets))
            forColumns(node, budget, [&](int column) { free[size_t(column)].push_back(card); });
    }
    m_servingOffsets.assign(cards.size() + 1, 0);
    m_servedByColumn.assign(cards.size(), 0);
    std::vector<int> found;
    for (int card = 0; card < cardCount(); ++card) {
        const CardNode& node = cards[size_t(card)];
        found.clear();
        if (node.party >= 0) {
            for (const int link : outLinks(card)) {
                if (links[size_t(link)].traffic == Traffic::ContactIn)
                    found.push_back(links[size_t(link)].to);
            }
            for (const int link : inLinks(card)) {
                if (links[size_t(link)].traffic == Traffic::ContactOut)
                    found.push_back(links[size_t(link)].from);
            }
            std::erase_if(found, [this](int other) { return sideOf(other) != Side::Company; });
            if (found.empty()) {
                forColumns(node, budget, [&](int column) {
                    found.insert(found.end(), free[size_t(column)].begin(), free[size_t(column)].end());
                });
                m_servedByColumn[size_t(card)] = !found.empty();
            }
            std::sort(found.begin(), found.end());
            found.erase(std::unique(found.begin(), found.end()), found.end());
        }
        m_serving.insert(m_serving.end(), found.begin(), found.end());
        m_servingOffsets[size_t(card) + 1] = int(m_serving.size());
    }
}

void ServiceGraph::findVirtualFlow()
{
    partyIsVirtual.assign(partyLane.size(), 1);
    for (const Link& link : links) {
        if (link.traffic == Traffic::Journey)
            partyIsVirtual[size_t(link.party)] = 0;
    }
    std::vector<std::vector<int>> placed(partyLane.size());
    for (int card = 0; card < cardCount(); ++card) {
        const CardNode& node = cards[size_t(card)];
        if (node.party >= 0 && partyIsVirtual[size_t(node.party)] && node.firstColumn >= 0)
            placed[size_t(node.party)].push_back(card);
    }
    for (std::vector<int>& order : placed) {
        std::stable_sort(order.begin(), order.end(),
                         [this](int l, int r) { return cards[size_t(l)].firstColumn < cards[size_t(r)].firstColumn; });
        std::vector<int> before;
        for (size_t begin = 0; begin < order.size();) {
            size_t end = begin;
            while (end < order.size() &&
                   cards[size_t(order[end])].firstColumn == cards[size_t(order[begin])].firstColumn)
                ++end;
            std::vector<int> after(order.begin() + std::ptrdiff_t(begin), order.begin() + std::ptrdiff_t(end));
            if (!before.empty())
                m_joints.push_back({std::move(before), after});
            before = std::move(after);
            begin = end;
        }
    }
}

/// A lane as a whole receives for any of its cards and sends for any of them. A customer's lane only receives: what he
/// sends as a whole says nothing of where he goes on from a card.
void ServiceGraph::addLaneEdges(std::vector<Digraph::Edge>& insideEdges, std::vector<Digraph::Edge>& allEdges) const
{
    std::vector<char> receives(lanes.size(), 0);
    std::vector<char> sends(lanes.size(), 0);
    for (const Link& link : links) {
        if (link.to >= cardCount())
            receives[size_t(laneOf(link.to))] = 1;
        if (link.from >= cardCount())
            sends[size_t(laneOf(link.from))] = 1;
    }
    for (int card = 0; card < cardCount(); ++card) {
        const CardNode& node = cards[size_t(card)];
        const auto add = [&](int from, int to) {
            allEdges.push_back({from, to});
            if (node.party < 0)
                insideEdges.push_back({from, to});
        };
        if (receives[size_t(node.lane)])
            add(laneNode(node.lane), card);
        if (sends[size_t(node.lane)] && node.party < 0)
            add(card, laneNode(node.lane));
    }
}

void ServiceGraph::buildGraphs()
{
    std::vector<Digraph::Edge> insideEdges;
    std::vector<Digraph::Edge> journeyEdges;
    std::vector<Digraph::Edge> allEdges;
    insideEdges.reserve(links.size());
    allEdges.reserve(links.size());
    for (const Link& link : links) {
        if (link.traffic == Traffic::Loose)
            continue;
        allEdges.push_back({link.from, link.to});
        if (link.traffic == Traffic::Inside)
            insideEdges.push_back({link.from, link.to});
        else if (link.traffic == Traffic::Journey)
            journeyEdges.push_back({link.from, link.to});
    }
    for (int card = 0; card < cardCount(); ++card) {
        const CardNode& node = cards[size_t(card)];
        const int target = node.card->timeoutTo.isEmpty() ? -1 : cardIndex(node.card->timeoutTo);
        if (target < 0)
            continue;
        allEdges.push_back({card, target});
        if (node.party < 0 && cards[size_t(target)].party < 0)
            insideEdges.push_back({card, target});
        else if (node.party == cards[size_t(target)].party)
            journeyEdges.push_back({card, target});
    }
    addLaneEdges(insideEdges, allEdges);
    int joint = nodeCount();
    for (const Joint& columnsJoint : m_joints) {
        for (std::vector<Digraph::Edge>* edges : {&journeyEdges, &allEdges}) {
            for (const int card : columnsJoint.before)
                edges->push_back({card, joint});
            for (const int card : columnsJoint.after)
                edges->push_back({joint, card});
        }
        ++joint;
    }
    inside = Digraph(nodeCount(), insideEdges);
    journey = Digraph(joint, journeyEdges);
    all = Digraph(joint, allEdges);
}

void ServiceGraph::buildRoleGraph()
{
    std::vector<Digraph::Edge> edges;
    const auto join = [&](int left, int right) {
        edges.push_back({left, right});
        edges.push_back({right, left});
    };
    for (const RoleSet& set : roleSets) {
        for (size_t i = 1; i < set.roles.size(); ++i)
            join(set.roles[i - 1], set.roles[i]);
    }
    for (const Link& link : links) {
        if (link.traffic != Traffic::Inside)
            continue;
        const RoleSet& from = rolesAt(link.from);
        const RoleSet& to = rolesAt(link.to);
        // The roles of one card reach each other, so that one edge stands for all pairs.
        if (from.mayBeSystem || to.mayBeSystem)
            join(from.roles.front(), to.roles.front());
        else
            edges.push_back({from.roles.front(), to.roles.front()});
        if (from.departmentsKnown && to.departmentsKnown) {
            std::vector<int> shared;
            std::ranges::set_intersection(from.departments, to.departments, std::back_inserter(shared));
            linksDepartments = linksDepartments || shared.empty();
        }
    }
    roleGraph = Digraph(int(roleDepartment.size()), edges);
}

std::vector<Move> ServiceGraph::moves() const
{
    std::vector<Move> found;
    for (size_t link = 0; link < links.size(); ++link) {
        if (links[link].traffic == Traffic::Journey && links[link].from != links[link].to)
            found.push_back({links[link].from, links[link].to, int(link)});
    }
    for (const Joint& joint : m_joints) {
        for (size_t b = 0; b < std::min(joint.before.size(), MaxStackedMoves); ++b) {
            for (size_t a = 0; a < std::min(joint.after.size(), MaxStackedMoves); ++a)
                found.push_back({joint.before[b], joint.after[a], -1});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Move& l, const Move& r) { return l.from != r.from ? l.from < r.from : l.to < r.to; });
    const auto repeated = std::unique(found.begin(), found.end(),
                                      [](const Move& l, const Move& r) { return l.from == r.from && l.to == r.to; });
    found.erase(repeated, found.end());
    return found;
}

} // namespace throughline
