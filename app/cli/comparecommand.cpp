// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandparser.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "core/metrics/comparison.h"

namespace throughline {

namespace {

QString wrongWith(const QStringList& files, const QString& format)
{
    if (!format.isEmpty() && format != QStringLiteral("json") && format != QStringLiteral("text"))
        return QStringLiteral("--format is text or json, not \"%1\"").arg(format);
    if (files.size() != 2)
        return QStringLiteral("compare needs two files, before and after");
    if (files[0] == QStringLiteral("-") && files[1] == QStringLiteral("-"))
        return QStringLiteral("only one of the two can be standard input");
    return {};
}

} // namespace

ExitStatus runCompare(const QStringList& arguments, const CommandIo& io)
{
    CommandParser parser(QStringLiteral("compare"),
                         QStringLiteral("Says what changed between two versions, and what it does to the numbers."),
                         QStringLiteral("BEFORE AFTER"),
                         QStringLiteral(".blueprint, .bpt or .bpmn; one of them may be -, standard input"));
    parser.addOption({QStringLiteral("format")}, QStringLiteral("text or json (default: text)."),
                     QStringLiteral("FORMAT"));
    parser.addOption({QStringLiteral("customer")}, QStringLiteral("BPMN: the pool or lane that is the customer."),
                     QStringLiteral("POOL"));
    if (const std::optional<ExitStatus> over = parser.parse(arguments, io))
        return *over;
    const QStringList files = parser.operands();
    const QString format = parser.value(QStringLiteral("format"));
    if (const QString wrong = wrongWith(files, format); !wrong.isEmpty()) {
        io.complain(wrong + QStringLiteral("; throughline compare --help says more"));
        return ExitStatus::Fault;
    }
    const std::optional<Blueprint> before = readOrComplain(files[0], parser, io);
    if (!before)
        return ExitStatus::Fault;
    const std::optional<Blueprint> after = readOrComplain(files[1], parser, io);
    if (!after)
        return ExitStatus::Fault;
    const Comparison comparison = compareBlueprints(*before, *after);
    io.print(format == QStringLiteral("json") ? QString::fromUtf8(toJson(comparison))
                                              : toText(comparison, *before, *after));
    return ExitStatus::NothingFound;
}

} // namespace throughline
