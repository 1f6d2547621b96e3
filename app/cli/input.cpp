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

} // namespace throughline
