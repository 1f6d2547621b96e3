// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/idindex.h"
#include "core/check/digraph.h"
#include "core/model/blueprint.h"

#include <QHash>

#include <span>
#include <vector>

namespace throughline {

/// On which side of the line of interaction something stands. What the customer sees lying about is on neither: it
/// hands things through, but nobody acts there.
enum class Side : quint8 { Customer, Company, Evidence };

/// What a connection does, whatever it says of itself.
enum class Traffic : quint8 {
    Loose,      ///< an end is attached to nothing
    Journey,    ///< from one card of a customer to another of the same customer
    ContactIn,  ///< the customer turns to the company
    ContactOut, ///< the company turns to the customer
    Inside,     ///< within the company
    Between,    ///< between two customers, or a customer and his own lane as a whole
};

/// The roles that act somewhere, known or not. Departments are known only when every role has one.
struct RoleSet
{
    std::vector<int> roles;       ///< ascending; never empty: a lane without roles stands for an unnamed role
    std::vector<int> departments; ///< ascending, of the roles that have one
    bool departmentsKnown = true;
    bool allSystem = true;
    bool mayBeSystem = true; ///< all system, or an unnamed role in a support lane: nobody has said
};

/// A card as the rules see it, what they ask most often beside it: the card itself lies elsewhere in memory.
struct CardNode
{
    const Card* card = nullptr;
    CardKind kind = CardKind::Action;
    Side side = Side::Company;
    int lane = -1;
    int party = -1;       ///< index of the customer, -1 for the company
    int firstColumn = -1; ///< ordinal of the step, -1 = unplaced
    int lastColumn = -1;
    int roleSet = -1;
};

/// A connection as the rules see it. Ends are nodes, -1 = loose.
struct Link
{
    const Connection* connection = nullptr;
    int from = -1;
    int to = -1;
    int request = -1;
    int party = -1; ///< the customer it concerns; -1 inside the company and between customers
    ConnectionKind kind = ConnectionKind::Auto;
    Traffic traffic = Traffic::Loose;
    bool conditional = false;
};

/// One move of a customer from card to card; link is -1 where only the order of the columns says so (rules.md 1.2 I3).
struct Move
{
    int from;
    int to;
    int link;
};

/// A blueprint prepared for checking, once per run: ids resolved to dense numbers, connections sorted by what they do,
/// and everything inferred from plain drawing (rules.md 1.2). Cards are the nodes 0 to cardCount-1 in the order of
/// their ids, lanes as a whole follow. Numbers never depend on the order in which things were drawn. The blueprint must
/// outlive it.
class ServiceGraph
{
public:
    explicit ServiceGraph(const Blueprint& blueprint);
    ServiceGraph(const ServiceGraph&) = delete;
    ServiceGraph& operator=(const ServiceGraph&) = delete;

    const Blueprint& blueprint;

    std::vector<CardNode> cards;
    std::vector<Link> links;
    std::vector<const Lane*> lanes;
    std::vector<const Role*> roles;
    std::vector<const Department*> departments;
    std::vector<const Request*> requests;
    std::vector<const Step*> columns; ///< steps from left to right
    std::vector<const Phase*> phases; ///< by id
    std::vector<int> columnPhase;     ///< column -> phase, -1 = none
    std::vector<int> partyLane;       ///< customer -> lane
    std::vector<char> partyIsVirtual; ///< the customer's order is that of the columns (I3)
    std::vector<RoleSet> roleSets;    ///< the lanes' own first, lane i's at i
    std::vector<int> roleDepartment;  ///< role (unnamed ones included) -> department, -1 = unknown
    bool linksDepartments = false;    ///< some connection inside the company joins two departments

    [[nodiscard]] int cardCount() const { return int(cards.size()); }
    [[nodiscard]] bool isCard(int node) const { return node >= 0 && node < cardCount(); }
    [[nodiscard]] int laneNode(int lane) const { return cardCount() + lane; }
    [[nodiscard]] int nodeCount() const { return cardCount() + int(lanes.size()); }
    [[nodiscard]] int laneOf(int node) const { return isCard(node) ? cards[size_t(node)].lane : node - cardCount(); }
    [[nodiscard]] Side sideOf(int node) const;
    [[nodiscard]] int partyOf(int node) const;
    [[nodiscard]] const RoleSet& rolesAt(int node) const;
    /// Whether somebody who acts at one node acts at the other as well.
    [[nodiscard]] bool shareRole(int left, int right) const;
    /// The role that stands for a lane without roles; it has no element of its own.
    [[nodiscard]] bool isUnnamed(int role) const { return role >= int(roles.size()); }
    [[nodiscard]] int cardIndex(const CardId& id) const { return m_cardIndex.value(id.value); }
    [[nodiscard]] int connectionIndex(const ConnectionId& id) const;
    [[nodiscard]] int phaseIndex(const PhaseId& id) const { return m_phaseIndex.value(id.value, -1); }
    [[nodiscard]] int requestIndex(const RequestId& id) const { return m_requestIndex.value(id.value, -1); }
    [[nodiscard]] int roleIndex(const RoleId& id) const { return m_roleIndex.value(id.value, -1); }

    /// The links that leave or enter a node, by number.
    [[nodiscard]] std::span<const int> outLinks(int node) const { return slice(m_outOffsets, m_outLinks, node); }
    [[nodiscard]] std::span<const int> inLinks(int node) const { return slice(m_inOffsets, m_inLinks, node); }

    /// Who serves a customer card (I4): nodes of the company, ascending.
    [[nodiscard]] std::span<const int> serving(int card) const { return slice(m_servingOffsets, m_serving, card); }
    /// They serve it only because they stand in the same column.
    [[nodiscard]] bool servedByColumn(int card) const { return m_servedByColumn[size_t(card)] != 0; }

    /// Connections inside the company; a lane as a whole stands for any of its cards. Time-outs included.
    Digraph inside;
    /// The customers' own ways; numbers from nodeCount() on are joints of the order of columns.
    Digraph journey;
    /// Everything.
    Digraph all;
    /// Role graph: who hands to whom, systems both ways, joint roles both ways (rules.md 1.4).
    Digraph roleGraph;

    /// The customers' moves, each pair of cards once, ordered by from and to.
    [[nodiscard]] std::vector<Move> moves() const;
    /// Unmarked ends that the last column of a lane implies (I5), and marked ones.
    [[nodiscard]] std::vector<char> journeyEnds() const;
    /// A connection with a loose end leaves or enters the node.
    [[nodiscard]] bool isBroken(int node) const;

private:
    static std::span<const int> slice(const std::vector<int>& offsets, const std::vector<int>& values, int index)
    {
        const auto begin = size_t(offsets[size_t(index)]);
        return {values.data() + begin, size_t(offsets[size_t(index) + 1]) - begin};
    }
    void readRoles();
    void readColumns();
    void readLanes();
    void readCards();
    int roleSetFor(const QList<RoleId>& ids, int lane);
    void completeRoleSet(RoleSet& set, int lane) const;
    void readLinks();
    void sortOut(Link& link) const;
    [[nodiscard]] int nodeAt(const End& end) const;
    [[nodiscard]] Traffic trafficOf(int from, int to) const;
    void indexLinks();
    void findServing();
    void findVirtualFlow();
    void buildGraphs();
    void addLaneEdges(std::vector<Digraph::Edge>& insideEdges, std::vector<Digraph::Edge>& allEdges) const;
    void buildRoleGraph();

    struct Joint
    {
        std::vector<int> before;
        std::vector<int> after;
    };

    IdIndex m_cardIndex;
    QHash<QStringView, int> m_laneIndex;
    QHash<QStringView, int> m_roleIndex;
    QHash<QStringView, int> m_departmentIndex;
    QHash<QStringView, int> m_requestIndex;
    QHash<QStringView, int> m_columnIndex;
    QHash<QStringView, int> m_phaseIndex;
    std::vector<int> m_singleRoleSet;
    std::vector<int> m_outOffsets, m_outLinks;
    std::vector<int> m_inOffsets, m_inLinks;
    std::vector<int> m_servingOffsets, m_serving;
    std::vector<char> m_servedByColumn;
    std::vector<Joint> m_joints;
};

/// Whether two ascending lists of numbers have one in common.
[[nodiscard]] bool haveCommon(const std::vector<int>& left, const std::vector<int>& right);

} // namespace throughline
