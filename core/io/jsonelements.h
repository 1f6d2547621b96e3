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

/// No file holds more items in its tables.
inline constexpr qsizetype MaxJsonElements = 1'000'000;

/// Bytes of a text, from begin up to end, that are passed over as if they were not there.
struct JsonGap
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// Reads a JSON text (UTF-8, checked by the caller, without byte order mark) whose outermost value is an object,
/// without ever holding more than one element of its tables. Refuses values deeper than 64, keys that stand twice in
/// one object, elements of more than 100,000 values, more than MaxJsonElements items and numbers that are no numbers.
/// gaps, in order and apart, are not read; offsets count them.
[[nodiscard]] std::optional<JsonFault> readJsonElements(QByteArrayView json, const QStringList& tables,
                                                        const JsonElementVisitor& visitor,
                                                        const QList<JsonGap>& gaps = {});

} // namespace throughline
