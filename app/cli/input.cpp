// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include "core/io/files.h"

namespace throughline {

Result<LoadedDocument> readInput(const QString& file, const CommandIo& io, const ReadOptions& options)
{
    if (file == QStringLiteral("-"))
        return readDocument(io.in.readAll(), QStringLiteral("standard input"), options);
    const Result<QByteArray> bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    return readDocument(*bytes, file, options);
}

std::optional<Blueprint> readOrComplain(const QString& file, const CommandParser& parser, const CommandIo& io)
{
    ReadOptions options;
    options.customer = parser.value(QStringLiteral("customer"));
    const Result<LoadedDocument> document = readInput(file, io, options);
    if (!document) {
        io.complain(describe(document.error()));
        return std::nullopt;
    }
    for (const QString& note : document->notes)
        io.complain(note);
    return document->blueprint;
}

} // namespace throughline
