// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandio.h"

#include <QCommandLineParser>

#include <optional>

namespace throughline {

/// A QCommandLineParser that never ends the process: help goes to io.out, a mistake to io.err.
class CommandParser
{
public:
    /// name as in "throughline NAME", description for --help, operands as in "FILE...".
    CommandParser(const QString& name, const QString& description, const QString& operands,
                  const QString& operandsHelp);

    /// An option with a value, or without one when valueName is empty.
    void addOption(const QStringList& names, const QString& description, const QString& valueName = {});

    /// Reads the arguments. A status when the command is already over: help was printed, or a mistake was.
    [[nodiscard]] std::optional<ExitStatus> parse(const QStringList& arguments, const CommandIo& io);

    [[nodiscard]] bool isSet(const QString& option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString value(const QString& option) const { return m_parser.value(option); }
    [[nodiscard]] QStringList values(const QString& option) const { return m_parser.values(option); }
    [[nodiscard]] QStringList operands() const { return m_parser.positionalArguments(); }

private:
    QString m_name;
    QCommandLineParser m_parser;
};

} // namespace throughline
