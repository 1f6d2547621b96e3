// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/elementref.h"
#include "app/models/askshow.h"
#include "core/model/queries.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

/// Findings that can be played.
namespace throughline {

using namespace Qt::StringLiterals;

namespace {

struct AskFindingText
{
    Q_DECLARE_TR_FUNCTIONS(AskShow)
};

/// The request that shows best what a dead-end role is about: one that he passes on, and that goes the longest way.
RequestId requestShowing(const RoleRequestTable& table, const RoleId& role)
{
    const qsizetype row = table.rows.indexOf(role);
    RequestId best;
    int hops = 0;
    for (qsizetype column = 0; row >= 0 && column < table.columns.size(); ++column) {
        const RoleRequestCell& cell = table.cells[row][column];
        const bool passes = cell.kind == RoleRequestCell::Kind::PassesOn && cell.hops > hops;
        if (passes || (best.isEmpty() && cell.kind == RoleRequestCell::Kind::Dies)) {
            best = table.columns[column];
            hops = cell.hops;
        }
    }
    return best;
}

/// The member of a circle whom the customer meets first.
RoleId firstMet(const RoleRequestTable& table, const QStringList& circle)
{
    for (const RoleId& role : table.rows) {
        if (circle.contains(role.value))
            return role;
    }
    return RoleId(circle.value(0));
}

/// The contact with a customer that a finding is about.
const Connection* contactOf(const Blueprint& blueprint, const Finding& finding)
{
    if (finding.family != RuleFamily::Unanswered || finding.subjects.isEmpty())
        return nullptr;
    const Connection* connection = blueprint.find(ConnectionId(finding.subjects.first()));
    const CardId* from = connection ? cardAt(connection->from) : nullptr;
    const Card* asker = from ? blueprint.find(*from) : nullptr;
    return asker && isCustomerCard(blueprint, *asker) && cardAt(connection->to) ? connection : nullptr;
}

/// The way through the drawing from a card to the first of the ends that can be reached; cards and connections by
/// turns, without the card itself.
QList<ElementRef> wayTo(const Blueprint& blueprint, const CardId& start, const QList<ElementRef>& ends)
{
    QHash<CardId, QList<const Connection*>> out;
    for (const Connection& connection : blueprint.connections()) {
        if (const CardId* from = cardAt(connection.from))
            out[*from] += blueprint.find(connection.id);
    }
    QHash<CardId, const Connection*> reachedBy{{start, nullptr}};
    QList<CardId> open{start};
    for (qsizetype i = 0; i < open.size(); ++i) {
        const CardId card = open[i];
        if (card != start && ends.contains(refTo(card))) {
            QList<ElementRef> way;
            for (CardId at = card; at != start; at = *cardAt(reachedBy.value(at)->from)) {
                way.prepend(refTo(at));
                way.prepend(refTo(reachedBy.value(at)->id));
            }
            return way;
        }
        for (const Connection* connection : out.value(card)) {
            const CardId* to = cardAt(connection->to);
            if (!to || reachedBy.contains(*to) || isCustomerCard(blueprint, *blueprint.find(*to)))
                continue;
            reachedBy.insert(*to, connection);
            open += *to;
        }
    }
    return {};
}

QString whoIsAt(const Blueprint& blueprint, const Card& card)
{
    QStringList names;
    for (const RoleId& role : rolesOf(blueprint, card))
        names += nameOf(blueprint, {ElementKind::Role, role.value}).simplified();
    return names.isEmpty() ? nameOf(blueprint, refTo(card.lane)).simplified()
                           : names.join(AskFindingText::tr(" and ", "between roles that work jointly"));
}

/// Adds the stops of a way: one for each change of hands.
void addWay(const Blueprint& blueprint, const QList<ElementRef>& way, AskShow& show)
{
    QList<ElementRef> leg;
    for (const ElementRef& ref : way) {
        const Card* card = ref.kind == ElementKind::Card ? blueprint.find(CardId(ref.id)) : nullptr;
        const QString who = card ? whoIsAt(blueprint, *card) : QString();
        if (!card || who == show.steps.last().who) {
            leg += ref;
            continue;
        }
        AskStep step;
        step.hops = int(show.steps.size()) - 1;
        step.number = QString::number(step.hops + 1);
        step.who = who;
        if (step.hops > 0)
            step.action = AskFindingText::tr("passes it on to");
        show.steps += step;
        show.walk.stops += WalkStop{ref, QStringList{step.number, step.action, who}.join(u' ').simplified(), step.sign};
        show.walk.legs += std::exchange(leg, {});
    }
    AskStep ending;
    ending.hops = int(show.steps.size()) - 2;
    ending.who = AskFindingText::tr("dies here");
    ending.sign = WalkSign::Dies;
    const bool atCard = !leg.isEmpty() && leg.last().kind == ElementKind::Card;
    const ElementRef place = atCard ? leg.takeLast() : show.walk.stops.last().place;
    show.steps += ending;
    show.walk.stops += WalkStop{place, ending.who, ending.sign};
    show.walk.legs += leg;
}

} // namespace

std::optional<AskOfFinding> questionOf(const Blueprint& blueprint, const RoleRequestTable& table,
                                       const Finding& finding)
{
    if (finding.family == RuleFamily::DeadEnds && !finding.subjects.isEmpty()) {
        const QString& subject = finding.subjects.first();
        if (finding.rule == "pass-on-loop"_L1)
            return AskOfFinding{firstMet(table, finding.variant.split(u'>')), RequestId(subject), {}, true};
        const RoleId role(subject);
        if (!blueprint.find(role))
            return std::nullopt;
        if (finding.rule == "dead-end-request"_L1)
            return AskOfFinding{role, RequestId(finding.variant), {}, true};
        const RequestId request = requestShowing(table, role);
        return request.isEmpty() ? std::nullopt : std::optional(AskOfFinding{role, request, {}, false});
    }
    const Connection* contact = contactOf(blueprint, finding);
    if (!contact || contact->kind != ConnectionKind::Request || contact->request.isEmpty())
        return std::nullopt;
    const QList<RoleId> roles = rolesOf(blueprint, *blueprint.find(*cardAt(contact->to)));
    if (roles.isEmpty())
        return std::nullopt;
    return AskOfFinding{roles.first(), contact->request, *cardAt(contact->from), true};
}

AskShow showOf(const Blueprint& blueprint, const Finding& finding)
{
    const Connection* contact = contactOf(blueprint, finding);
    if (!contact)
        return {};
    AskShow show;
    show.question = finding.title;
    show.sentence = finding.message;
    const Card& asker = *blueprint.find(*cardAt(contact->from));
    AskStep step;
    step.who = nameOf(blueprint, refTo(asker.lane)).simplified();
    step.sign = WalkSign::Asks;
    show.steps += step;
    show.walk.stops += WalkStop{refTo(asker.id), step.who, step.sign};
    QList<ElementRef> way{refTo(contact->id), refTo(*cardAt(contact->to))};
    QList<ElementRef> ends;
    for (const Evidence& evidence : finding.evidence) {
        if (evidence.part == Evidence::Part::Culprit && evidence.element.kind == ElementKind::Card)
            ends += evidence.element;
    }
    show.walk.dead = ends;
    addWay(blueprint, way + wayTo(blueprint, *cardAt(contact->to), ends), show);
    show.steps.last().detail = finding.message;
    return show;
}

} // namespace throughline
