// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonelements.h"

namespace throughline {

/// How two readers share one JSON text out between them. Each leaves out what the other reads, so that both know where
/// in the whole text they are, and together they read every byte of it.
struct JsonSplit
{
    QList<JsonGap> rest;  ///< left out by the one who reads everything but the items of the table
    QList<JsonGap> table; ///< left out by the one who reads the outermost braces and the table
};

/// Splits a text at a table, a member of the outermost object that is a list; nothing where there is no such member or
/// the brackets do not match. Does not otherwise check the text: that is for the readers. One pass, O(bytes).
[[nodiscard]] std::optional<JsonSplit> splitAtTable(QByteArrayView json, QByteArrayView table);

} // namespace throughline
