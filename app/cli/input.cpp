// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include "core/io/files.h"

namespace throughline {

Result<QByteArray> readBytes(const QString& file, const CommandIo& io)
{
    return file == QStringLiteral("-") ? Result<QByteArray>(io.in.readAll()) : readFile(file);
}

QString inputName(const QString& file)
{
    return file == QStringLiteral("-") ? QStringLiteral("standard input") : file;
}

Result<LoadedDocument> readInput(const QString& file, const CommandIo& io, const ReadOptions& options)
{
    const Result<QByteArray> bytes = readBytes(file, io);
    return bytes ? readDocument(*bytes, inputName(file), options) : Result<LoadedDocument>(bytes.error());
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
