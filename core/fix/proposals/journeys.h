// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fix/fixrun.h"

/// New cards in a customer's lane: how they join the journey that is drawn there.
namespace throughline {

/// The customer whom the most cards are about; -1 where there is none.
[[nodiscard]] int mainParty(const ServiceGraph& graph);

/// The cards of a customer that end before a column and begin after another, each the nearest; -1 = none.
[[nodiscard]] int customerCardBefore(const ServiceGraph& graph, int party, int column);
[[nodiscard]] int customerCardAfter(const ServiceGraph& graph, int party, int column);

/// Puts a new card of a customer into draft, between two others of his (-1 = none): where the journey has arrows, it
/// gets its own, and a journey that ended before it ends with it.
void addToJourney(const FixRun& run, Draft& draft, Card card, int before, int after);

} // namespace throughline
