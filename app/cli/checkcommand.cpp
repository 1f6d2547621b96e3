// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandparser.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "core/check/catalogue.h"
#include "core/check/checker.h"
#include "core/check/lines.h"
#include "core/check/rulesdocument.h"
#include "core/check/textreport.h"
#include "core/io/baseline.h"
#include "core/io/findingwriter.h"
#include "core/io/sarifwriter.h"
#include "core/model/words.h"

#include <QDate>
#include <QSet>

namespace throughline {

namespace {

enum class Format { Text, Lines, Json, Sarif };

struct CheckRequest
{
    Format format = Format::Text;
    CheckOptions options;
    Severity atLeast = Severity::Warning;
    bool coverage = false;
    bool newOnly = false;
    QString baseline;
    QStringList files;
};

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

Result<Preset> presetFrom(const QString& word)
{
    if (word == QStringLiteral("start"))
        return Preset::Start;
    if (word.isEmpty() || word == QStringLiteral("recommended"))
        return Preset::Recommended;
    if (word == QStringLiteral("all"))
        return Preset::All;
    return usage(QStringLiteral("--preset is start, recommended or all, not \"%1\"").arg(word));
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

Result<CheckRequest> requestFrom(const CommandParser& parser)
{
    CheckRequest request;
    const Result<Format> format = formatFrom(parser.value(QStringLiteral("format")));
    const Result<Preset> preset = presetFrom(parser.value(QStringLiteral("preset")));
    const Result<QMap<QString, Severity>> severities = severitiesFrom(parser.values(QStringLiteral("rule")));
    if (!format)
        return format.error();
    if (!preset)
        return preset.error();
    if (!severities)
        return severities.error();
    request.format = *format;
    request.options.preset = *preset;
    request.options.severities = *severities;
    request.options.today = QDate::currentDate();
    if (*format == Format::Lines)
        request.options.preset = Preset::All;
    if (parser.isSet(QStringLiteral("min"))) {
        const std::optional<Severity> atLeast = severityFrom(parser.value(QStringLiteral("min")));
        if (!atLeast || *atLeast == Severity::Off)
            return usage(QStringLiteral("--min is error, warning or hint"));
        request.atLeast = *atLeast;
    }
    request.coverage = parser.isSet(QStringLiteral("coverage"));
    request.newOnly = parser.isSet(QStringLiteral("new-only"));
    request.baseline = parser.value(QStringLiteral("baseline"));
    if (request.newOnly && request.baseline.isEmpty())
        return usage(QStringLiteral("--new-only needs --baseline FILE to know what is new"));
    request.files = parser.operands();
    if (request.files.isEmpty())
        return usage(QStringLiteral("check needs a file"));
    return request;
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
    parser.addOption({QStringLiteral("coverage")}, QStringLiteral("Say too what could not be checked and why."));
    parser.addOption({QStringLiteral("rules")}, QStringLiteral("Print what each rule means, as Markdown, and stop."));
    parser.addOption({QStringLiteral("customer")}, QStringLiteral("BPMN: the pool or lane that is the customer."),
                     QStringLiteral("POOL"));
}

Result<std::optional<Baseline>> baselineOf(const CheckRequest& request)
{
    if (request.baseline.isEmpty())
        return std::optional<Baseline>();
    const Result<Baseline> baseline = readBaseline(request.baseline);
    if (!baseline)
        return baseline.error();
    return std::optional(*baseline);
}

void keepNew(CheckResult& result, const QSet<QString>& known)
{
    result.findings.removeIf([&](const Finding& finding) { return known.contains(fingerprint(finding)); });
}

/// What was found in one file, for a person, under the names of the file and the blueprint.
QString textOf(const CheckedFile& file, const CheckRequest& request, const CommandIo& io)
{
    const QString title = file.blueprint.header().title.simplified();
    const QString name = title.isEmpty() ? file.name : QStringLiteral("%1: %2").arg(file.name, title);
    TextReportOptions options{Severity::Hint, request.coverage, io.colour, {}};
    if (file.known && !request.newOnly)
        options.known = *file.known;
    return name + u'\n' + textReport(file.blueprint, file.result, options) + u'\n';
}

QString report(const QList<CheckedFile>& files, const CheckRequest& request, const std::optional<Baseline>& baseline,
               const CommandIo& io)
{
    switch (request.format) {
    case Format::Text: {
        QString text;
        for (const CheckedFile& file : files)
            text += textOf(file, request, io);
        return text;
    }
    case Format::Lines: {
        QString text;
        for (const CheckedFile& file : files) {
            for (const QString& line : linesOf(file.result))
                text += line + u'\n';
        }
        return text;
    }
    case Format::Json:
        return QString::fromUtf8(writeFindingsJson(files));
    case Format::Sarif:
        return QString::fromUtf8(writeFindingsSarif(files, QStringLiteral(THROUGHLINE_VERSION), baseline));
    }
    return {};
}

} // namespace

ExitStatus runCheck(const QStringList& arguments, const CommandIo& io)
{
    CommandParser parser(QStringLiteral("check"), QStringLiteral("Says what breaks for the customer."),
                         QStringLiteral("FILE..."), QStringLiteral(".blueprint, .bpt or .bpmn; - is standard input"));
    addCheckOptions(parser);
    if (const std::optional<ExitStatus> over = parser.parse(arguments, io))
        return *over;
    if (parser.isSet(QStringLiteral("rules"))) {
        io.print(rulesDocument());
        return ExitStatus::NothingFound;
    }
    const Result<CheckRequest> request = requestFrom(parser);
    if (!request) {
        io.complain(describe(request.error()));
        return ExitStatus::Fault;
    }
    const Result<std::optional<Baseline>> baseline = baselineOf(*request);
    if (!baseline) {
        io.complain(describe(baseline.error()));
        return ExitStatus::Fault;
    }
    ReadOptions reading;
    reading.customer = parser.value(QStringLiteral("customer"));
    const std::optional<QSet<QString>> known = *baseline ? std::optional((*baseline)->fingerprints()) : std::nullopt;
    QList<CheckedFile> files;
    bool found = false;
    for (const QString& name : request->files) {
        const Result<LoadedDocument> document = readInput(name, io, reading);
        if (!document) {
            io.complain(describe(document.error()));
            return ExitStatus::Fault;
        }
        for (const QString& note : document->notes)
            io.complain(note);
        CheckResult result = checkBlueprint(document->blueprint, request->options);
        for (const RuleError& error : result.ruleErrors)
            io.complain(QStringLiteral("%1: the rule %2 could not run: %3").arg(name, error.rule, error.message));
        if (request->newOnly)
            keepNew(result, *known);
        found = found || countOpen(result, request->atLeast) > 0;
        files += CheckedFile{name, document->blueprint, result, known};
    }
    // What is known was taken out before, not mended: with --new-only nothing is absent.
    io.print(report(files, *request, request->newOnly ? std::nullopt : *baseline, io));
    return found && request->format != Format::Lines ? ExitStatus::Found : ExitStatus::NothingFound;
}

} // namespace throughline
