// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/patch.h"

namespace throughline {

/// Removes elements together with what cannot be without them, and takes their ids out of everything that stays:
/// a card takes its connections along; a lane its cards; a step the cards that stand in it alone (longer ones shrink),
/// and the steps that follow it without a gap move up by a number; a phase leaves its steps to the phase beside it;
/// roles, departments, requests and data items are merely forgotten by those who named them. Elements that do not exist
/// are passed over; an empty patch when nothing is left to do.
[[nodiscard]] Result<Patch> removeElements(const Blueprint& blueprint, const QList<ElementRef>& elements);

} // namespace throughline
