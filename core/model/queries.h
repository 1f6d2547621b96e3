// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QList>
#include <QSet>

/// Questions about a blueprint that more than one part of the program asks.
namespace throughline {

/// The steps from left to right (by number).
[[nodiscard]] QList<Step> orderedSteps(const Blueprint& blueprint);
/// The lanes from top to bottom: by stage, then position, then id.
[[nodiscard]] QList<Lane> orderedLanes(const Blueprint& blueprint);
/// The phases by position, then id.
[[nodiscard]] QList<Phase> orderedPhases(const Blueprint& blueprint);
/// The cards of one cell from top to bottom: by position, then id. A card over several steps belongs to its first.
/// Costs what is in the cell and a glance at the summaries of the cards (core/model/referrers.h).
[[nodiscard]] QList<Card> cardsIn(const Blueprint& blueprint, const LaneId& lane, const StepId& step);

/// The roles that act on a card: its own, or else its lane's. Empty for an unnamed role.
[[nodiscard]] const QList<RoleId>& rolesOf(const Blueprint& blueprint, const Card& card);
/// The same, where the card's lane is at hand; it may be null.
[[nodiscard]] const QList<RoleId>& rolesOf(const Card& card, const Lane* lane);
/// The known departments of the roles that act on a card, in the order of the roles, each once.
[[nodiscard]] QList<DepartmentId> departmentsOf(const Blueprint& blueprint, const Card& card);

/// Whether a card is a sticky note, which is no part of the service.
[[nodiscard]] inline bool isSticky(const Card& card)
{
    return card.kind == CardKind::Note || card.kind == CardKind::PainPoint || card.kind == CardKind::Opportunity;
}
[[nodiscard]] bool isCustomerCard(const Blueprint& blueprint, const Card& card);
/// The last step of a card: lastStep, or firstStep where it spans one.
[[nodiscard]] const StepId& lastStepOf(const Card& card);

/// The connections with an end at one of the cards, in the order of ids. Costs as referrers() says.
[[nodiscard]] QList<Connection> connectionsAt(const Blueprint& blueprint, const QSet<CardId>& cards);
[[nodiscard]] const CardId* cardAt(const End& end);
[[nodiscard]] const LaneId* laneAt(const End& end);
/// The card or lane an end is at; the blueprint itself for a loose end.
[[nodiscard]] ElementRef attachedTo(const End& end);
[[nodiscard]] bool isLoose(const Connection& connection);

/// What people call an element: its name or title, or its id where it has none; a connection: "From -> To".
[[nodiscard]] QString nameOf(const Blueprint& blueprint, const ElementRef& ref);
/// True when the blueprint holds the element (the blueprint itself always).
[[nodiscard]] bool contains(const Blueprint& blueprint, const ElementRef& ref);

/// The name of an element, or its id where the name is empty; a title of several lines on one.
template <typename Element>
[[nodiscard]] QString displayName(const Element& element)
{
    return element.name.isEmpty() ? element.id.value : element.name;
}
[[nodiscard]] inline QString displayName(const Card& card)
{
    const QString title = card.title.simplified();
    return title.isEmpty() ? card.id.value : title;
}

} // namespace throughline
