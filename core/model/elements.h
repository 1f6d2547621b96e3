// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/quantity.h"

#include <QDate>
#include <QFlags>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <variant>

/// The elements of a service blueprint: plain values that name each other by id. What is inferred from them (the kind
/// of a plain arrow, who serves a customer) is not here but in core/check/servicegraph.h. Wherever a text field is
/// absent it is empty; wherever a number may be unknown it is optional, and unknown is never the same as zero.
namespace throughline {

struct Department;
struct Role;
struct Request;
struct DataItem;
struct Phase;
struct Step;
struct Lane;
struct Card;
struct Connection;
struct Acceptance;

using DepartmentId = Id<Department>;
using RoleId = Id<Role>;
using RequestId = Id<Request>;
using DataItemId = Id<DataItem>;
using PhaseId = Id<Phase>;
using StepId = Id<Step>;
using LaneId = Id<Lane>;
using CardId = Id<Card>;
using ConnectionId = Id<Connection>;
using AcceptanceId = Id<Acceptance>;

/// Where a lane stands in the blueprint, from what the customer sees to what he never does. The order is the order of
/// the rows; the lines of interaction, visibility and internal interaction lie between stages and are derived from
/// them.
enum class Stage { Evidence, Customer, Frontstage, Backstage, Support };

enum class RoleKind { Human, System, Ai, External };
enum class PhaseKind { Unspecified, Pre, Buy, Post };
/// The last three are sticky notes: they stand in the grid or the tray like cards, but are no part of the service, and
/// nothing is checked or counted of them.
enum class CardKind { Action, Decision, Wait, Payment, Voice, Strategy, Evidence, Note, PainPoint, Opportunity };
/// How a card is known: seen with one's own eyes, believed, or not yet so.
enum class CardStatus { Unstated, Observed, Assumed, Proposed };
/// What a lane draws as a curve over the steps instead of holding cards.
enum class LaneCurve { None, Emotion, Effort, Worry };
enum class WaitEnd { Unspecified, OtherSide, Self, Time };

/// What a department may decide, or what a customer's voice is about.
enum class Power { Product = 1, Pricing = 2, Distribution = 4, Service = 8, Structure = 16, Comms = 32 };
Q_DECLARE_FLAGS(Powers, Power)
Q_DECLARE_OPERATORS_FOR_FLAGS(Powers)

/// What a connection says. Auto is a plain arrow that says nothing; the others are said by the user.
enum class ConnectionKind { Auto, Flow, Request, Answer, Tell, SendAway, Handover };

enum class BlueprintState { AsIs, ToBe };
enum class Severity { Off, Hint, Warning, Error };

/// JSON members of an element that this version does not know; kept and written back.
using UnknownMembers = QJsonObject;

/// A picture, a file or a page that belongs to a card. The target is an address (https, mailto, file), a path relative
/// to the folder of the document, or a small file itself as a data: URL.
struct Attachment
{
    QString name;
    QString target;

    bool operator==(const Attachment&) const = default;
};

/// What of a blueprint is looked at. Ids of elements that no longer exist mean nothing. Everything empty: all of it.
struct ViewFilter
{
    QList<LaneId> hiddenLanes;
    QList<DepartmentId> departments; ///< what they act in; empty = any
    QList<RoleId> roles;
    QList<PhaseId> phases;
    QStringList rules;      ///< what findings of these rules are about
    bool hidesRest = false; ///< leaves out what does not match, rather than fading it

    bool operator==(const ViewFilter&) const = default;
};

/// A view that was given a name.
struct SavedView
{
    QString name;
    ViewFilter filter;

    bool operator==(const SavedView&) const = default;
};

/// What the blueprint as a whole says of itself.
struct Header
{
    QString title;
    QString scenario;
    QString persona;
    BlueprintState state = BlueprintState::AsIs;
    QString currency; ///< ISO 4217 code or sign shown behind amounts of money
    /// Ceilings of what a step may cost the customer; absent = no ceiling (rule costly-step).
    std::optional<Minutes> timeCeiling;
    std::optional<int> worryCeiling;  ///< 0-3
    std::optional<int> effortCeiling; ///< 0-3
    std::optional<Money> moneyCeiling;
    QMap<QString, Severity> ruleSeverities; ///< rule id -> severity, where the blueprint overrides the preset
    QList<SavedView> views;                 ///< in the order of the menu; names are unique
    UnknownMembers unknown;

    bool operator==(const Header&) const = default;
};

struct Department
{
    DepartmentId id;
    QString name;
    DepartmentId parent;
    std::optional<int> heads; ///< people in it, >= 0
    Powers mandate;
    UnknownMembers unknown;

    bool operator==(const Department&) const = default;
};

/// What one role does about one request. Nothing said about a request means unknown, never "cannot".
struct Capability
{
    enum class Ability { Fulfils, PassesOn, Refuses };

    RequestId request; ///< empty = every request ("*"), for PassesOn only
    Ability ability = Ability::Fulfils;
    RoleId passesTo; ///< for PassesOn; several targets for one request are alternatives
    std::optional<Minutes> takes;

    bool operator==(const Capability&) const = default;
};

struct Role
{
    RoleId id;
    QString name;
    DepartmentId department;
    RoleKind kind = RoleKind::Human;
    bool onlyThese = false; ///< the capabilities listed are all it has
    QList<Capability> capabilities;
    UnknownMembers unknown;

    bool operator==(const Role&) const = default;
};

/// Something a customer may ask for.
struct Request
{
    RequestId id;
    QString name;
    bool catalogued = true;    ///< false: it exists only because something in the drawing names it
    QList<PhaseId> livePhases; ///< empty = everywhere
    QList<DataItemId> needs;
    UnknownMembers unknown;

    bool operator==(const Request&) const = default;
};

struct DataItem
{
    DataItemId id;
    QString name;
    bool isVolatile = false; ///< has to be given anew each time (a one-time code, today's order)
    UnknownMembers unknown;

    bool operator==(const DataItem&) const = default;
};

struct Phase
{
    PhaseId id;
    QString name;
    PhaseKind kind = PhaseKind::Unspecified;
    int position = 0; ///< order among the phases
    bool folded = false;
    UnknownMembers unknown;

    bool operator==(const Phase&) const = default;
};

/// A column of the grid. Columns stand in the order of their numbers; gaps between numbers mean nothing.
struct Step
{
    StepId id;
    int number = 0; ///< unique within the blueprint, 1 to 1,000,000
    QString name;
    PhaseId phase; ///< may be empty
    UnknownMembers unknown;

    bool operator==(const Step&) const = default;
};

/// A row of the grid.
struct Lane
{
    LaneId id;
    QString name;
    Stage stage = Stage::Frontstage;
    int position = 0;    ///< order among the lanes of the same stage
    QList<RoleId> roles; ///< none: the lane stands for an unnamed role; two or more: they work jointly
    bool folded = false;
    LaneCurve curve = LaneCurve::None;
    UnknownMembers unknown;

    bool operator==(const Lane&) const = default;
};

/// One thing that happens, in exactly one lane, in one step or a run of steps.
struct Card
{
    CardId id;
    LaneId lane;
    StepId firstStep; ///< empty = unplaced: in the tray beside the grid
    StepId lastStep;  ///< empty = the same as firstStep
    int position = 0; ///< order among the cards of the cell, from the top
    QString title;
    CardKind kind = CardKind::Action;
    QList<RoleId> roles; ///< overrides the lane's roles when not empty
    bool isEnd = false;  ///< the journey (or the work) rightly ends here
    DepartmentId owner;
    QString note;
    CardStatus status = CardStatus::Unstated;
    QStringList painPoints;
    QStringList opportunities;
    QList<Attachment> attachments;

    WaitEnd waitEndsBy = WaitEnd::Unspecified;
    std::optional<Minutes> waitDuration;
    std::optional<Minutes> waitTimeout;
    CardId timeoutTo;

    std::optional<Minutes> minutes;
    std::optional<int> worry;  ///< 0-3
    std::optional<int> effort; ///< 0-3
    std::optional<Money> money;
    std::optional<int> emotion; ///< -2 (bad) to 2 (good): what the customer feels

    QList<DataItemId> gives; ///< a customer card: what the customer tells
    QList<DataItemId> asks;  ///< a company card: what it asks the customer for
    bool recheck = false;    ///< asking again is deliberate
    QString recheckReason;
    QString bill;               ///< a payment: the running bill it belongs to
    std::optional<Power> about; ///< a voice: what it is about
    UnknownMembers unknown;

    bool operator==(const Card&) const = default;
};

/// A connection's end that is attached to nothing. A file with positions may say which card it was drawn next to.
struct LooseEnd
{
    CardId nearest;
    int distance = 0; ///< from the nearest card, in the source's pixels, rounded up

    bool operator==(const LooseEnd&) const = default;
};

/// A connection ends at a card, at a lane as a whole, or nowhere.
using End = std::variant<LooseEnd, CardId, LaneId>;

struct Connection
{
    ConnectionId id;
    End from;
    End to;
    ConnectionKind kind = ConnectionKind::Auto;
    RequestId request; ///< for Request and Answer; empty = unnamed
    QList<DataItemId> carries;
    bool conditional = false; ///< taken only under a condition; the label says which
    QString label;
    ConnectionId answers; ///< for Answer: the request connection it answers; empty = any it can reach
    bool replyExpected = true;
    UnknownMembers unknown;

    bool operator==(const Connection&) const = default;
};

/// A finding that somebody accepted, with a reason. Its id is the finding's fingerprint (core/check/finding.h).
struct Acceptance
{
    AcceptanceId id;
    QString rule;
    QString subject; ///< as in "--format lines"
    QString variant; ///< empty: every finding of the rule at the subject
    QString reason;
    QString who;
    QDate when;
    QDate until; ///< invalid = for good
    UnknownMembers unknown;

    bool operator==(const Acceptance&) const = default;
};

/// One reference to any element, for selections, findings and hit tests. The blueprint itself has an empty id.
enum class ElementKind {
    Blueprint,
    Department,
    Role,
    Request,
    DataItem,
    Phase,
    Step,
    Lane,
    Card,
    Connection,
    Acceptance
};

struct ElementRef
{
    ElementKind kind = ElementKind::Blueprint;
    QString id;

    bool operator==(const ElementRef&) const = default;
};

[[nodiscard]] inline size_t qHash(const ElementRef& ref, size_t seed = 0)
{
    return qHashMulti(seed, int(ref.kind), ref.id);
}

} // namespace throughline

// Lists of them grow by moving bytes.
Q_DECLARE_TYPEINFO(throughline::Card, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(throughline::Connection, Q_RELOCATABLE_TYPE);
