// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandparser.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "core/metrics/journeymetrics.h"

namespace throughline {

ExitStatus runNumbers(const QStringList& arguments, const CommandIo& io)
{
    CommandParser parser(QStringLiteral("numbers"), QStringLiteral("Says what a blueprint comes to in figures."),
                         QStringLiteral("FILE"), QStringLiteral(".blueprint, .bpt or .bpmn; - is standard input"));
    parser.addOption({QStringLiteral("format")}, QStringLiteral("text or json (default: text)."),
                     QStringLiteral("FORMAT"));
    parser.addOption({QStringLiteral("customer")}, QStringLiteral("BPMN: the pool or lane that is the customer."),
                     QStringLiteral("POOL"));
    if (const std::optional<ExitStatus> over = parser.parse(arguments, io))
        return *over;
    const QString format = parser.value(QStringLiteral("format"));
    const bool json = format == QStringLiteral("json");
    QString wrong;
    if (parser.operands().size() != 1)
        wrong = QStringLiteral("numbers needs one file");
    else if (parser.isSet(QStringLiteral("format")) && !json && format != QStringLiteral("text"))
        wrong = QStringLiteral("--format is text or json, not \"%1\"").arg(format);
    if (!wrong.isEmpty()) {
        io.complain(wrong + QStringLiteral("; throughline numbers --help lists the options"));
        return ExitStatus::Fault;
    }
    const std::optional<Blueprint> blueprint = readOrComplain(parser.operands().first(), parser, io);
    if (!blueprint)
        return ExitStatus::Fault;
    const JourneyMetrics metrics = journeyMetrics(*blueprint);
    io.print(json ? QString::fromUtf8(toJson(metrics, *blueprint)) : toText(metrics, *blueprint));
    return ExitStatus::NothingFound;
}

} // namespace throughline
