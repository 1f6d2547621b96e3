// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/patch.h"

namespace throughline {

/// Which end of a connection.
enum class ConnectionEnd { From, To };

/// Adds connection (its id must be new). NotPossible when both ends are loose or when the same two ends are already
/// joined by a connection of the same kind and request.
[[nodiscard]] Result<Patch> connect(const Blueprint& blueprint, const Connection& connection);

/// Says what connections are. What only the old kind had (an answered request, a reply expected) is reset.
[[nodiscard]] Result<Patch> setConnectionKind(const Blueprint& blueprint, const QList<ConnectionId>& connections,
                                              ConnectionKind kind);

/// Attaches one end of a connection elsewhere. NotPossible as for connect().
[[nodiscard]] Result<Patch> reconnect(const Blueprint& blueprint, const ConnectionId& connection, ConnectionEnd side,
                                      const End& end);

/// Leads a connection through a card: it ends at the card now, and a new one of the same kind (with the id given) leads
/// on to where it ended. NotPossible as for connect(), and when the card is at one of its ends.
[[nodiscard]] Result<Patch> leadThrough(const Blueprint& blueprint, const ConnectionId& connection, const CardId& card,
                                        const ConnectionId& onward);

/// leadThrough() for a card that goes there from where it stands. Within its lane the chain closes behind it: the plain
/// connection that came to it leads on to the card that came next, and an end of the chain that would lead back to it
/// goes. A chain that branches at the card stays as it is.
[[nodiscard]] Result<Patch> moveInto(const Blueprint& blueprint, const ConnectionId& connection, const CardId& card,
                                     const ConnectionId& onward);

/// Turns connections round.
[[nodiscard]] Result<Patch> reverse(const Blueprint& blueprint, const QList<ConnectionId>& connections);

} // namespace throughline
