// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/edit/cardoperations.h"
#include "core/edit/idsource.h"
#include "core/model/patch.h"

namespace throughline {

/// A piece of a blueprint as a blueprint of its own, for the clipboard: the cards, the connections between them, the
/// lanes and steps from the first to the last they stand in (so that distances are kept), and what they name: roles,
/// departments, requests, data items. Ids that do not exist are passed over.
[[nodiscard]] Blueprint fragmentOf(const Blueprint& blueprint, const QList<CardId>& cards);

/// Puts a copy of a fragment in: its first lane and step come to place.lane and place.step, the others as far from them
/// as they were; the cards go below those that stand there. Without a lane in place each lane goes to the one of the
/// same name; without a step, to the first. Lanes and steps that are missing are made. Roles, departments, requests and
/// data items are those of the same name, or are added. Everything added has a new id.
[[nodiscard]] Result<Patch> pasteFragment(const Blueprint& blueprint, const Blueprint& fragment, const CellPlace& place,
                                          const IdSource& newId = mintId);

/// Makes a card of each text that is not empty: rows of cells as a spreadsheet copies them, the first at place, each
/// row a lane lower, each column a step further right. Steps that are missing are made; NotPossible when there are more
/// rows than lanes from place.lane downward.
[[nodiscard]] Result<Patch> pasteCells(const Blueprint& blueprint, const QList<QStringList>& rows,
                                       const CellPlace& place, const IdSource& newId = mintId);

/// The cards that a patch adds, in the order of its changes.
[[nodiscard]] QList<CardId> addedCards(const Patch& patch);

} // namespace throughline
