// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QHash>

/// Short names of places in the grid, to say and to type: "4B2" is the second card in step 4 of the second lane.
namespace throughline {

/// The letters of a lane by its row from the top, which begins at 0: A to Z, then AA, AB, … Empty below 0.
[[nodiscard]] QString laneLetters(int row);

/// The code of every card that stands in a step: the step's number, the lane's letters and, where its cell holds more
/// than one card, its place from the top: "4B", "4B2". Cards that are not placed have none. O(cards log cards).
[[nodiscard]] QHash<CardId, QString> cardCodes(const Blueprint& blueprint);

} // namespace throughline
