// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

namespace throughline::testing {

/// A blueprint of that many cards on a roughly four to one grid with departments, roles, phases and 2.5 connections a
/// card, of which 5 % go backward; titles of one to six words. The same for the same number, on every machine.
[[nodiscard]] Blueprint largeBlueprint(int cards);

} // namespace throughline::testing
