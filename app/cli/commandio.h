// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace throughline {

/// Where a command reads and writes: the process's streams, or a test's buffers.
struct CommandIo
{
    QIODevice& in;       ///< read when a file is called "-"
    QIODevice& out;      ///< results
    QIODevice& err;      ///< messages
    bool colour = false; ///< out is a terminal that a person looks at

    void print(const QString& text) const { out.write(text.toUtf8()); }
    void complain(const QString& text) const { err.write((QStringLiteral("throughline: ") + text + u'\n').toUtf8()); }
};

/// The exit status of every command (docs/command-line.md).
enum class ExitStatus {
    NothingFound = 0, ///< and: done
    Found = 1,
    Fault = 2, ///< the command line, a file or the system; nothing was written
};

} // namespace throughline
