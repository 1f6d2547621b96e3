// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/checkrequest.h"

#include "core/check/catalogue.h"
#include "core/check/rulelevel.h"
#include "core/model/words.h"

#include <QDate>

namespace throughline {

namespace {

using Format = CheckRequest::Format;
using Colour = CheckRequest::Colour;

Error usage(const QString& message)
{
    return {Error::Code::Usage, message + QStringLiteral("; throughline check --help lists the options"), {}};
}

Result<Format> formatFrom(const QString& word)
{
    if (word.isEmpty() || word == QStringLiteral("text"))
        return Format::Text;
    if (word == QStringLiteral("lines"))
        return Format::Lines;
    if (word == QStringLiteral("json"))
        return Format::Json;
    if (word == QStringLiteral("sarif"))
        return Format::Sarif;
    return usage(QStringLiteral("--format is text, lines, json or sarif, not \"%1\"").arg(word));
}

Result<Colour> colourFrom(const QString& word)
{
    if (word.isEmpty() || word == QStringLiteral("auto"))
        return Colour::Auto;
    if (word == QStringLiteral("always"))
        return Colour::Always;
    if (word == QStringLiteral("never"))
        return Colour::Never;
    return usage(QStringLiteral("--color is auto, always or never, not \"%1\"").arg(word));
}

/// Nothing when no preset is named.
Result<std::optional<Preset>> presetSaid(const QString& word)
{
    const std::optional<Preset> preset = presetFrom(word);
    if (!preset && !word.isEmpty())
        return usage(QStringLiteral("--preset is start, recommended or all, not \"%1\"").arg(word));
    return preset;
}

Result<QMap<QString, Severity>> severitiesFrom(const QStringList& settings)
{
    QMap<QString, Severity> severities;
    for (const QString& setting : settings) {
        const QString rule = setting.section(u'=', 0, 0);
        const std::optional<Severity> severity = severityFrom(setting.section(u'=', 1));
        if (!severity)
            return usage(QStringLiteral("--rule takes RULE=error, warning, hint or off, not \"%1\"").arg(setting));
        if (!catalogueEntry(rule))
            return usage(QStringLiteral("there is no rule \"%1\"").arg(rule));
        severities.insert(rule, *severity);
    }
    return severities;
}

Result<Severity> atLeastFrom(const QString& word)
{
    const std::optional<Severity> atLeast = word.isEmpty() ? Severity::Warning : severityFrom(word);
    if (!atLeast || *atLeast == Severity::Off)
        return usage(QStringLiteral("--min is error, warning or hint"));
    return *atLeast;
}

} // namespace

CheckOptions CheckRequest::options() const
{
    CheckOptions options;
    options.preset = format == Format::Lines ? Preset::All : preset.value_or(Preset::Recommended);
    options.severities = severities;
    options.today = QDate::currentDate();
    return options;
}

void addCheckOptions(CommandParser& parser)
{
    parser.addOption({QStringLiteral("format")}, QStringLiteral("text, lines, json or sarif (default: text)."),
                     QStringLiteral("FORMAT"));
    parser.addOption({QStringLiteral("preset")}, QStringLiteral("start, recommended or all (default: recommended)."),
                     QStringLiteral("PRESET"));
    parser.addOption({QStringLiteral("rule")},
                     QStringLiteral("Severity of one rule: RULE=error, warning, hint or off."),
                     QStringLiteral("RULE=SEVERITY"));
    parser.addOption(
        {QStringLiteral("min")},
        QStringLiteral("The least severity that counts for the exit status: error, warning (default), hint."),
        QStringLiteral("SEVERITY"));
    parser.addOption({QStringLiteral("baseline")},
                     QStringLiteral("An earlier --format json; its findings are known and marked so."),
                     QStringLiteral("FILE"));
    parser.addOption({QStringLiteral("new-only")}, QStringLiteral("Report only what is not in the baseline."));
    parser.addOption({QStringLiteral("color")},
                     QStringLiteral("Colour in text: auto (default: on a terminal, unless NO_COLOR is set), always, "
                                    "never."),
                     QStringLiteral("WHEN"));
    parser.addOption({QStringLiteral("coverage")}, QStringLiteral("Say too what could not be checked and why."));
    parser.addOption({QStringLiteral("rules")}, QStringLiteral("Print what each rule means, as Markdown, and stop."));
    parser.addOption({QStringLiteral("customer")}, QStringLiteral("BPMN: the pool or lane that is the customer."),
                     QStringLiteral("POOL"));
}

Result<CheckRequest> checkRequestFrom(const CommandParser& parser)
{
    const Result<Format> format = formatFrom(parser.value(QStringLiteral("format")));
    const Result<Colour> colour = colourFrom(parser.value(QStringLiteral("color")));
    const Result<std::optional<Preset>> preset = presetSaid(parser.value(QStringLiteral("preset")));
    const Result<QMap<QString, Severity>> severities = severitiesFrom(parser.values(QStringLiteral("rule")));
    const Result<Severity> atLeast = atLeastFrom(parser.value(QStringLiteral("min")));
    if (!format)
        return format.error();
    if (!colour)
        return colour.error();
    if (!preset)
        return preset.error();
    if (!severities)
        return severities.error();
    if (!atLeast)
        return atLeast.error();
    CheckRequest request;
    request.format = *format;
    request.colour = *colour;
    request.preset = *preset;
    request.severities = *severities;
    request.atLeast = *atLeast;
    request.coverage = parser.isSet(QStringLiteral("coverage"));
    request.newOnly = parser.isSet(QStringLiteral("new-only"));
    request.baseline = parser.value(QStringLiteral("baseline"));
    request.customer = parser.value(QStringLiteral("customer"));
    request.files = parser.operands();
    if (request.files.isEmpty())
        return usage(QStringLiteral("check needs a file"));
    return request;
}

} // namespace throughline
