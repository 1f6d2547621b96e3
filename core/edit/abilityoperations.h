// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/patch.h"

#include <optional>

namespace throughline {

/// Says what a role does about one request, in place of everything said about it before; nothing takes back what was
/// said. passesTo is needed to pass it on, and only then. Errors: a role that passes a request on to itself, or to
/// nobody.
[[nodiscard]] Result<Patch> sayAbility(const Blueprint& blueprint, const RoleId& role, const RequestId& request,
                                       std::optional<Capability::Ability> ability, const RoleId& passesTo = {});

/// Says whether the abilities listed are all that the role has.
[[nodiscard]] Result<Patch> sayOnlyThese(const Blueprint& blueprint, const RoleId& role, bool onlyThese);

} // namespace throughline
