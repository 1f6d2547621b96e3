// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandparser.h"

namespace throughline {

CommandParser::CommandParser(const QString& name, const QString& description, const QString& operands,
                             const QString& operandsHelp)
    : m_name(name)
{
    m_parser.setApplicationDescription(description);
    m_parser.addPositionalArgument(operands, operandsHelp, operands);
    addOption({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Say this and stop."));
}

void CommandParser::addOption(const QStringList& names, const QString& description, const QString& valueName)
{
    m_parser.addOption(QCommandLineOption(names, description, valueName));
}

std::optional<ExitStatus> CommandParser::parse(const QStringList& arguments, const CommandIo& io)
{
    if (!m_parser.parse(QStringList(QStringLiteral("throughline ") + m_name) + arguments)) {
        // A sentence of its own there: "Unknown option 'x'."
        QString fault = m_parser.errorText();
        fault[0] = fault[0].toLower();
        if (fault.endsWith(u'.'))
            fault.chop(1);
        io.complain(QStringLiteral("%1: %2; throughline %1 --help lists the options").arg(m_name, fault));
        return ExitStatus::Fault;
    }
    if (m_parser.isSet(QStringLiteral("help"))) {
        // QCommandLineParser puts the running program's name first, whatever it was given.
        const QString help = m_parser.helpText();
        io.print(QStringLiteral("Usage: throughline %1 [options] ").arg(m_name) + help.mid(help.indexOf(u']') + 2));
        return ExitStatus::NothingFound;
    }
    return std::nullopt;
}

} // namespace throughline
