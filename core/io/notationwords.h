// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/notationlexer.h"
#include "core/model/elements.h"

#include <optional>

/// The arrows of the text notation, and what reader and writer must agree on.
namespace throughline {

/// "->", "?>" …
[[nodiscard]] QString arrow(ConnectionKind kind);
[[nodiscard]] std::optional<ConnectionKind> arrowFrom(QStringView text);

/// The kind of connection a line draws, or nothing when it declares an element or belongs to the header. "lane -> x" is
/// a connection from a card called "lane"; "lane -- stage=customer" declares a lane called "--".
[[nodiscard]] std::optional<ConnectionKind> connectionOperator(const QList<NotationWord>& words);

/// True for the id a connection has when its line names none: e1, e2 …
[[nodiscard]] bool isNumberedConnection(QStringView id);

/// The id an acceptance has when its line names none: the fingerprint of the finding it accepts.
[[nodiscard]] QString acceptanceIdFor(const Acceptance& acceptance);

} // namespace throughline
