// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patch.h"

namespace throughline {

/// The elements of the grid a patch is about, for showing what it did: the cards it adds; where it adds none the lanes,
/// steps, phases or connections; where it adds nothing those it changes, without those that only make room (another
/// position or number). Empty for a patch that removes or reorders, or is about something else.
[[nodiscard]] QList<ElementRef> subjectsOf(const Patch& patch);

} // namespace throughline
