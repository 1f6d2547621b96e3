// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

/// What a blueprint becomes in BPMN 2.0, before it is given places and written (docs/file-format.md). Every id is an
/// NCName that the file holds once.
namespace throughline {

struct OutlineLane
{
    QString id;
    QString name;
    LaneId lane;
    QStringList nodes;
};

/// A participant: a customer, a department, or a lane of no department.
struct OutlinePool
{
    QString id;
    QString name;
    QString processId;        ///< empty: a black box, nothing happens in it
    QList<OutlineLane> lanes; ///< at least one
    bool showsLanes = false;  ///< a department; others are their only lane
};

enum class OutlineForm {
    Task,
    ServiceTask,
    ReceiveTask,
    Gateway,
    MessageEvent,
    TimerEvent,
    ConditionEvent,
    StartEvent,
    EndEvent,
    TimeoutEvent, ///< a timer on the border of a receive task
};

struct OutlineData
{
    QString id; ///< of the data object reference
    QString objectId;
    QString name;
    bool isGiven = false;
    bool isAsked = false;
};

struct OutlineNode
{
    QString id;
    QString name;
    QString documentation;
    OutlineForm form = OutlineForm::Task;
    int pool = 0;
    CardId card;        ///< what it stands for; a start, an end or a time-out: the card it belongs to
    QString attachedTo; ///< of a time-out: the id of the receive task
    std::optional<Minutes> duration;
    QStringList incoming;
    QStringList outgoing;
    QList<OutlineData> data;
};

struct OutlineFlow
{
    enum class Sort { Sequence, Message, Association };

    QString id;
    QString name;
    Sort sort = Sort::Sequence;
    QString from;
    QString to;
    LaneId fromLane; ///< where it begins at a lane as a whole
    LaneId toLane;
    int pool = 0; ///< of a sequence flow or association
    bool hasCondition = false;
};

/// A run of neighbouring columns of one phase.
struct OutlinePhase
{
    QString id;
    QString valueId;
    QString name;
    int firstColumn = 0;
    int lastColumn = 0;
};

struct BpmnOutline
{
    QString definitionsId;
    QString collaborationId;
    QString categoryId;
    QString diagramId;
    QString planeId;
    QString name;
    QString documentation;
    QList<OutlinePool> pools; ///< from top to bottom
    QList<OutlineNode> nodes;
    QList<OutlineFlow> flows;
    QList<OutlinePhase> phases;
    QHash<QString, int> nodeIndexes; ///< by id
};

/// Decides which element of BPMN stands for which element of the blueprint. O(n log n).
[[nodiscard]] BpmnOutline bpmnOutline(const Blueprint& blueprint);

[[nodiscard]] bool isTask(OutlineForm form);

} // namespace throughline
