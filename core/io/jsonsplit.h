// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonelements.h"

namespace throughline {

/// How two readers share one JSON text out between them. Each leaves out what the other reads, so that both know where
/// in the whole text they are, and together they read every byte of it but the comma they are split at.
struct JsonSplit
{
    QList<JsonGap> first;  ///< left out by the one who reads everything but the later items of the table
    QList<JsonGap> second; ///< left out by the one who reads the outermost braces and the later items of the table
};

/// Splits a text within a table, a member of the outermost object that is a list of objects, as near to the middle of
/// the text as can be, at the latest before its first item; nothing where there is no such member or the brackets do
/// not match. Does not otherwise check the text: that is for the readers. One pass, O(bytes).
[[nodiscard]] std::optional<JsonSplit> splitInTable(QByteArrayView json, QByteArrayView table);

} // namespace throughline
