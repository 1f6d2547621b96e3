// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/bpmnmodel.h"
#include "core/model/blueprint.h"

#include <QSet>

namespace throughline {

/// Makes a blueprint of a BPMN model (docs/file-format.md says what becomes what). One object for one import.
class BpmnMapper
{
public:
    /// customer is the id of the customer's pool or lane, or empty. title is the blueprint's where the model has none.
    BpmnMapper(const BpmnModel& model, const QString& customer, const QString& title);

    [[nodiscard]] Result<Blueprint> run();
    /// What the importer decided and the user should know, one sentence each.
    [[nodiscard]] const QStringList& notes() const { return m_notes; }

private:
    struct LaneDraft
    {
        Lane lane;
        bool isCustomer = false;
        bool meetsCustomer = false;
        bool onlySystems = true; ///< every task in it is done by a program
        bool hasTasks = false;
        RoleId role;
        double across = 0.0; ///< where it lies in the drawing
    };
    /// Where a way through nodes that are no cards leads.
    struct Arrival
    {
        End end;
        QString label;
        bool conditional = false;
        QString flow;
    };
    struct Way
    {
        int node = -1;
        QString label;
        bool conditional = false;
        QString flow;
    };

    // bpmnlanes.cpp
    void makeLanes();
    void makeLanesOfPool(const BpmnPool& pool);
    void makeLanesOfProcess(int process);
    [[nodiscard]] QList<int> namedLeafLanes(int process) const;
    int addLane(const QString& id, const QString& name, bool isCustomer);
    void addRole(int lane, const QString& name, const DepartmentId& department);
    [[nodiscard]] QString fullName(int lane) const;
    [[nodiscard]] bool isCustomerLane(int lane) const;
    void assignNodes(int process, const QHash<int, int>& draftOfLane, int fallback);
    [[nodiscard]] int laneAt(const QHash<int, int>& draftOfLane, const QString& nodeId, int fallback);
    void noteStrayNodes();
    void settleStages();
    void makeStores();

    // bpmncards.cpp
    void indexFlows();
    void chooseCards();
    [[nodiscard]] bool becomesCard(int node) const;
    [[nodiscard]] bool endBecomesCard(int node) const;
    void makeCards();
    void makeCard(int node);
    void fillWait(const BpmnNode& node, Card& card);
    void placeCards();
    void stretchWaits(const QList<int>& columns);
    void addNotes();
    void makeData();
    [[nodiscard]] int representative(int node) const;
    [[nodiscard]] int nodeOf(const QString& id) const { return m_model.nodeIndexes.value(id, -1); }

    // bpmnconnections.cpp
    void makeConnections();
    void makeMessage(const BpmnFlow& flow);
    void makeSequence(const BpmnFlow& flow);
    void makeTimeout(const BpmnNode& boundary, const End& target);
    [[nodiscard]] QList<Arrival> arrivals(const Way& start);
    [[nodiscard]] QList<int> linkTargets(const BpmnNode& node) const;
    [[nodiscard]] End endOf(const BpmnFlow& flow, bool atSource) const;
    [[nodiscard]] LooseEnd looseEnd(const BpmnFlow& flow, bool atSource) const;
    [[nodiscard]] LaneId laneNearest(const BpmnFlow& flow, bool atSource, const QString& pool) const;
    void connect(const End& from, const End& to, ConnectionKind kind, const QString& label, bool conditional,
                 const QString& flow);
    [[nodiscard]] const LaneDraft* laneOf(const End& end) const;

    [[nodiscard]] QString newId(ElementKind kind, const QString& wanted, const QString& otherwise);
    void note(const QString& sentence) { m_notes.append(sentence); }

    const BpmnModel& m_model;
    QString m_customer;
    BlueprintBuilder m_builder;
    QStringList m_notes;
    std::optional<Error> m_error;

    QList<LaneDraft> m_lanes;
    QHash<QString, QList<int>> m_lanesOfParty; ///< by id of a pool or lane of the file
    QHash<LaneId, int> m_laneIndexes;
    QHash<int, int> m_laneOfNode;
    QHash<int, QList<int>> m_outgoing; ///< flows by node
    QHash<int, QList<int>> m_incoming;
    QSet<int> m_hasMessage;
    QSet<int> m_kept;
    QHash<int, CardId> m_cardOfNode;
    QHash<CardId, int> m_cardIndexes;
    QHash<QString, LaneId> m_laneOfStore;
    QSet<QString> m_arrows; ///< what connect() has drawn, for duplicates
    QHash<ElementKind, QSet<QString>> m_ids;
    QHash<ElementRef, int> m_lastSuffix; ///< of ids that had to be told apart
};

/// The minutes a timer says, by its ISO 8601 duration or by a name such as "5 minutes"; none where neither is clear.
[[nodiscard]] std::optional<Minutes> timerMinutes(const BpmnNode& node);

} // namespace throughline
