// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace throughline {

/// Where in a file something is: 1-based line and column (in code points), 0 = unknown; a JSON path such as
/// "cards/17/lane".
struct Place
{
    QString file;
    int line = 0;
    int column = 0;
    QString path;

    bool operator==(const Place&) const = default;
};

/// What went wrong outside the code: a file, an input, a command line, a full disk.
struct Error
{
    enum class Code {
        Syntax,      ///< the text is not in its language
        Value,       ///< a value is out of its range or of the wrong kind
        Reference,   ///< something names an element that does not exist
        Duplicate,   ///< an id stands twice
        Version,     ///< written by a program this one cannot read
        Limit,       ///< larger or deeper than is accepted
        System,      ///< the file system or another part of the machine refused
        Usage,       ///< the command line is wrong
        Conflict,    ///< the document is no longer what the change was made for
        NotPossible, ///< the edit makes no sense here; the message says why and what to do
    };

    Code code = Code::Value;
    /// One sentence for the user: what is wrong and what to do about it.
    QString message;
    Place place;

    bool operator==(const Error&) const = default;
};

/// "file:line:column: message (at path)", leaving out what is not known. One line, for a terminal or a message bar.
[[nodiscard]] QString describe(const Error& error);

} // namespace throughline
