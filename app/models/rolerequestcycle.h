// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ask/capabilities.h"
#include "core/model/blueprint.h"

#include <optional>

/// What clicking a cell of the role x request table says next.
namespace throughline {

/// What somebody said a role does about a request; no ability: nothing was said.
struct SaidAbility
{
    std::optional<Capability::Ability> ability;
    RoleId passesTo;

    bool operator==(const SaidAbility&) const = default;
};

/// What was said of the role about the request itself; of several statements the strongest: fulfils, passes on,
/// refuses.
[[nodiscard]] SaidAbility saidOf(const Role& role, const RequestId& request);

/// To whom a role may pass a request on, the most sensible first: who sees to it, then who gets it to somebody who
/// does; of equals the same department, then the nearest lane. Roles that would send it back come last.
[[nodiscard]] QList<RoleId> passTargets(const Blueprint& blueprint, const RequestReach& reach, const RoleId& role);

/// What comes after what is said now: nothing, fulfils, passes on, refuses, and round again, leaving out what would
/// change nothing that can be seen (the drawing proves it, "only these" says it). Nothing where no statement would
/// change anything.
[[nodiscard]] std::optional<SaidAbility> nextAbility(const Blueprint& blueprint, const QList<DrawnAbility>& drawn,
                                                     const RoleId& role, const RequestId& request, bool backwards);

} // namespace throughline
