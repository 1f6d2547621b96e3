// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/patch.h"

#include <optional>

namespace throughline {

/// Puts element in place of the one with its id, which must exist. An equal one gives an empty patch.
template <typename Element>
[[nodiscard]] Result<Patch> replaceElement(const Blueprint& blueprint, const Element& element);

/// Adds an element that has no place in the grid: a department, role, request, data item or acceptance; its id must be
/// new.
template <typename Element>
[[nodiscard]] Result<Patch> addElement(const Blueprint& blueprint, const Element& element);

[[nodiscard]] Result<Patch> setHeader(const Blueprint& blueprint, const Header& header);

/// Gives an element another name (a card: title; a connection: label; the blueprint: title). Surrounding white space is
/// cut.
[[nodiscard]] Result<Patch> rename(const Blueprint& blueprint, const ElementRef& element, const QString& name);

/// The request of that name, ignoring case and surrounding white space (rules.md I9), or the one of that id; nothing
/// when there is none.
[[nodiscard]] const Request* requestNamed(const Blueprint& blueprint, const QString& name);
/// The same for data items.
[[nodiscard]] const DataItem* dataItemNamed(const Blueprint& blueprint, const QString& name);

} // namespace throughline
