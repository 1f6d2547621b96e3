// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/edit/idsource.h"
#include "core/model/patch.h"

namespace throughline {

/// Joins two ends both ways: a request from asker to answerer and the answer to it, with the ids given. NotPossible as
/// for connect().
[[nodiscard]] Result<Patch> addExchange(const Blueprint& blueprint, const End& asker, const End& answerer,
                                        const ConnectionId& request, const ConnectionId& answer);

/// Says by name what a connection of kind Request asks for; the answers to it say the same. A request that has no such
/// name yet is made, as one that is drawn only; one that nothing names any more goes. Empty: unnamed. NotPossible for
/// other kinds.
[[nodiscard]] Result<Patch> nameRequest(const Blueprint& blueprint, const ConnectionId& connection, const QString& name,
                                        const IdSource& newId = mintId);

} // namespace throughline
