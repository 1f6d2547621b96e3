// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/jsonnode.h"

#include <functional>

namespace throughline {

/// What is wrong in a JSON text, at a byte of it; path as in Place.
struct JsonFault
{
    Error::Code code = Error::Code::Syntax;
    QString message;
    qsizetype offset = 0;
    QString path;
};

/// Who takes the pieces of a file. Returning a fault ends the reading.
struct JsonElementVisitor
{
    using Fault = std::optional<JsonFault>;
    /// A member of the outermost object that is not one of the tables.
    std::function<Fault(const JsonNode& member)> member;
    /// One item of a table, with its index.
    std::function<Fault(const QString& table, qsizetype index, const JsonNode& element)> element;
};

/// Reads a JSON text (UTF-8, checked by the caller, without byte order mark) whose outermost value is an object,
/// without ever holding more than one element of its tables. Refuses values deeper than 64, keys that stand twice in
/// one object, elements of more than 100,000 values, more than 1,000,000 elements and numbers that are no numbers.
[[nodiscard]] std::optional<JsonFault> readJsonElements(QByteArrayView json, const QStringList& tables,
                                                        const JsonElementVisitor& visitor);

} // namespace throughline
