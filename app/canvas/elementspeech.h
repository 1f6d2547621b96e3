// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/layout/gridlayout.h"
#include "core/model/foldcounts.h"

/// The drawing in words, for screen readers and for the status bar. Pure functions; an element that does not exist has
/// no words.
namespace throughline {

/// Where an element stands and what it is: "Waiter, step 5, Take the order"; "Connection, request, Sit down -> Greet".
[[nodiscard]] QString spokenName(const Blueprint& blueprint, const ElementRef& ref);
/// The name of something folded with what it holds: "Phase Order, folded, 4 steps, 12 cards".
[[nodiscard]] QString spokenFolded(const QString& name, const FoldCount& fold);
/// "Waiter, step 5, empty": a cell of the grid by the row and the column of the layout.
[[nodiscard]] QString spokenCell(const Blueprint& blueprint, const Layout& layout, int row, int column);

/// What a card has to do with others, in the order of its connections: "answers request The bill from Guest, hands over
/// to Kitchen: Cook". connections: those with an end at the card. Empty where there are none.
[[nodiscard]] QString spokenRelations(const Blueprint& blueprint, const CardId& card,
                                      const QList<ConnectionId>& connections);
/// What else there is to know: a card's kind, status and notes, how many cards a lane holds; then the open findings in
/// whose evidence the element stands: "2 findings: Silo break: Bar to Floor; …".
[[nodiscard]] QString spokenDetails(const Blueprint& blueprint, const ElementRef& ref, const QList<Finding>& findings);

} // namespace throughline
