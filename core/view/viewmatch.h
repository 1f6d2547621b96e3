// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/model/blueprint.h"

#include <QSet>

namespace throughline {

/// Whether a filter asks for something: departments, roles, phases or rules. Hidden lanes ask for nothing.
[[nodiscard]] bool hasCriteria(const ViewFilter& filter);
/// Whether it hides lanes or asks for something: whether it can show less than everything.
[[nodiscard]] bool isFiltering(const ViewFilter& filter);
/// Whether it asks for more than phases: for something that cards say of themselves.
[[nodiscard]] bool hasCardCriteria(const ViewFilter& filter);

/// filter without what blueprint does not hold (any more).
[[nodiscard]] ViewFilter withoutUnknown(const ViewFilter& filter, const Blueprint& blueprint);

/// The cards that match a filter: each kind of criterion that asks for something is met, by one of what it asks for.
/// A department stands for those below it as well, and for the cards it owns; a card over several steps matches with
/// one of them; a rule stands for what its findings that nobody accepted are about. Every card without criteria.
/// O(cards).
[[nodiscard]] QSet<CardId> matchingCards(const Blueprint& blueprint, const ViewFilter& filter,
                                         const QList<Finding>& findings);

/// The lanes whose own roles match what a filter asks of departments and roles, with or without cards; none where it
/// asks nothing of them, or asks for rules too.
[[nodiscard]] QSet<LaneId> matchingLanes(const Blueprint& blueprint, const ViewFilter& filter);

} // namespace throughline
