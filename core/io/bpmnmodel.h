// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QHash>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

/// What a BPMN 2.0 file says, before anybody asks what it means for a blueprint. Names are as people read them: line
/// breaks and runs of spaces are one space. Indexes point into the lists of BpmnModel, -1 = none.
namespace throughline {

enum class BpmnNodeType {
    Task,
    ReceiveTask,
    SystemTask, ///< service, script and business rule tasks
    SubProcess, ///< sub-processes, call activities, transactions
    StartEvent,
    EndEvent,
    CatchEvent,
    ThrowEvent,
    BoundaryEvent,
    ExclusiveGateway,
    InclusiveGateway, ///< and complex gateways
    ParallelGateway,
    EventGateway,
};

/// What an event waits for or sends. Several, or none of them, make an event unspecified.
enum class BpmnTrigger { Message = 1, Timer = 2, Condition = 4, Signal = 8, Link = 16, Other = 32 };
Q_DECLARE_FLAGS(BpmnTriggers, BpmnTrigger)
Q_DECLARE_OPERATORS_FOR_FLAGS(BpmnTriggers)

struct BpmnNode
{
    QString id;
    QString name;
    BpmnNodeType type = BpmnNodeType::Task;
    BpmnTriggers triggers;
    QString duration; ///< of a timer, as written (ISO 8601)
    QString linkName;
    QString attachedTo; ///< boundary events: the id of the host
    QString documentation;
    int process = -1;
    int parent = -1; ///< the sub-process it lies in
};

struct BpmnFlow
{
    QString id;
    QString name;
    QString source; ///< may be empty or name nothing that exists
    QString target;
    bool isMessage = false;
    bool hasCondition = false;
};

struct BpmnLane
{
    QString id;
    QString name;
    int parent = -1;
    int process = -1;
    QList<QString> nodes;
};

struct BpmnProcess
{
    QString id;
    QString name;
};

struct BpmnPool
{
    QString id;
    QString name;
    QString firstLine; ///< of the name as drawn
    QString process;   ///< the id of the process inside; empty for a black box
};

struct BpmnData
{
    QString id;
    QString name;
    bool isStore = false;
};

/// A task that reads or writes data.
struct BpmnDataLink
{
    int node = -1;
    QString data;
    bool writes = false;
};

struct BpmnAnnotation
{
    QString id;
    QString text;
};

struct BpmnAssociation
{
    QString source;
    QString target;
};

struct BpmnModel
{
    QString name;
    QList<BpmnProcess> processes;
    QList<BpmnPool> pools;
    QList<BpmnLane> lanes;
    QList<BpmnNode> nodes;
    QList<BpmnFlow> flows;
    QList<BpmnData> data;
    QList<BpmnDataLink> dataLinks;
    QList<BpmnAnnotation> annotations;
    QList<BpmnAssociation> associations;
    QStringList groups;

    QHash<QString, QRectF> shapes;         ///< by element id, in the drawing's pixels
    QHash<QString, QList<QPointF>> routes; ///< by flow id
    QHash<QString, int> nodeIndexes;       ///< by id
    bool isVertical = false;               ///< pools stand upright, time runs downwards
};

} // namespace throughline
