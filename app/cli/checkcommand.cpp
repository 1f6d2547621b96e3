// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/checkrequest.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "core/check/lines.h"
#include "core/check/rulesdocument.h"
#include "core/check/textreport.h"
#include "core/io/baseline.h"
#include "core/io/findingwriter.h"
#include "core/io/projectsettings.h"
#include "core/io/sarifwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>

namespace throughline {

namespace {

/// One run of the command: reads the files, what their folders say and the baselines, each once.
class CheckRun
{
public:
    CheckRun(const CheckRequest& request, const CommandIo& io) : m_request(request), m_io(io) {}

    /// Checks one file. False, with a message, when it cannot be read or judged as asked.
    bool check(const QString& name)
    {
        const Result<QByteArray> bytes = readBytes(name, m_io);
        const Result<LoadedDocument> document =
            bytes ? readDocument(*bytes, inputName(name), {m_request.customer}) : Result<LoadedDocument>(bytes.error());
        if (!document)
            return fail(describe(document.error()));
        for (const QString& note : document->notes)
            m_io.complain(note);
        const ProjectSettings settings = settingsFor(name);
        CheckedFile file{name,
                         document->blueprint,
                         checkBlueprint(document->blueprint, optionsFor(settings)),
                         {},
                         {},
                         SourcePlaces(*bytes, inputName(name))};
        for (const RuleError& error : file.result.ruleErrors)
            m_io.complain(QStringLiteral("%1: the rule %2 could not run: %3").arg(name, error.rule, error.message));
        if (!applyBaseline(file, m_request.baseline.isEmpty() ? settings.baseline : m_request.baseline))
            return false;
        m_found = m_found || countOpen(file.result, m_request.atLeast) > 0;
        m_files += file;
        return true;
    }
    [[nodiscard]] const QList<CheckedFile>& files() const { return m_files; }
    [[nodiscard]] bool found() const { return m_found; }

private:
    bool fail(const QString& message) const
    {
        m_io.complain(message);
        return false;
    }
    /// What the folder of a file says. A file of settings that cannot be read is complained of once and counts as none.
    ProjectSettings settingsFor(const QString& name)
    {
        if (m_request.format == CheckRequest::Format::Lines)
            return {};
        const QString folder = name == QStringLiteral("-") ? QDir::currentPath() : QFileInfo(name).absolutePath();
        const QString file = projectSettingsFile(folder);
        if (file.isEmpty())
            return {};
        const auto known = m_settings.constFind(file);
        if (known != m_settings.constEnd())
            return *known;
        const Result<ProjectSettings> read = projectSettingsFor(folder);
        if (!read)
            m_io.complain(describe(read.error()) + QStringLiteral("; the check goes on without these settings"));
        return *m_settings.insert(file, read ? *read : ProjectSettings());
    }
    [[nodiscard]] CheckOptions optionsFor(const ProjectSettings& settings) const
    {
        CheckOptions options = withSettings(m_request.options(), settings);
        if (m_request.preset)
            options.preset = *m_request.preset;
        return options;
    }
    /// Marks what the baseline knows, or leaves it out. False when only new findings are wanted and it cannot be known
    /// which are.
    bool applyBaseline(CheckedFile& file, const QString& path)
    {
        if (path.isEmpty()) {
            return !m_request.newOnly ||
                   fail(QStringLiteral("--new-only needs --baseline FILE to know what is new; throughline check --help "
                                       "lists the options"));
        }
        if (!m_baselines.contains(path)) {
            const Result<Baseline> read = readBaseline(path);
            if (!read) {
                m_io.complain(describe(read.error()));
                if (m_request.newOnly || !m_request.baseline.isEmpty())
                    return false;
            }
            m_baselines.insert(path, read ? std::optional(*read) : std::nullopt);
        }
        const std::optional<Baseline>& baseline = m_baselines[path];
        if (!baseline)
            return true;
        file.known = baseline->fingerprintsIn(file.name);
        QSet<QString> present;
        for (const Finding& finding : std::as_const(file.result.findings))
            present += fingerprint(finding);
        if (m_request.newOnly) {
            file.result.findings.removeIf(
                [&](const Finding& finding) { return file.known->contains(fingerprint(finding)); });
        } else {
            file.gone = baseline->findingsIn(file.name);
            file.gone.removeIf([&](const KnownFinding& known) { return present.contains(known.fingerprint); });
        }
        return true;
    }

    const CheckRequest& m_request;
    const CommandIo& m_io;
    QList<CheckedFile> m_files;
    QMap<QString, ProjectSettings> m_settings;
    QMap<QString, std::optional<Baseline>> m_baselines;
    bool m_found = false;
};

bool inColour(const CheckRequest& request, const CommandIo& io)
{
    return request.colour == CheckRequest::Colour::Auto ? io.colour : request.colour == CheckRequest::Colour::Always;
}

/// What was found in one file, for a person, under the names of the file and the blueprint.
QString textOf(const CheckedFile& file, const CheckRequest& request, const CommandIo& io)
{
    const QString title = file.blueprint.header().title.simplified();
    const QString name = title.isEmpty() ? file.name : QStringLiteral("%1: %2").arg(file.name, title);
    TextReportOptions options;
    options.coverage = request.coverage;
    options.colour = inColour(request, io);
    options.placeOf = [&](const Finding& finding) {
        const Place place = placeOf(file, finding);
        return place.line > 0 ? QStringLiteral("%1:%2:%3").arg(place.file).arg(place.line).arg(place.column)
                              : QString();
    };
    if (!request.newOnly)
        options.known = file.known.value_or(QSet<QString>());
    return name + u'\n' + textReport(file.blueprint, file.result, options) + u'\n';
}

QString report(const QList<CheckedFile>& files, const CheckRequest& request, const CommandIo& io)
{
    switch (request.format) {
    case CheckRequest::Format::Text: {
        QString text;
        for (const CheckedFile& file : files)
            text += textOf(file, request, io);
        return text;
    }
    case CheckRequest::Format::Lines: {
        QString text;
        for (const CheckedFile& file : files) {
            for (const QString& line : linesOf(file.result))
                text += line + u'\n';
        }
        return text;
    }
    case CheckRequest::Format::Json:
        return QString::fromUtf8(writeFindingsJson(files));
    case CheckRequest::Format::Sarif:
        return QString::fromUtf8(writeFindingsSarif(files, QStringLiteral(THROUGHLINE_VERSION)));
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
    const Result<CheckRequest> request = checkRequestFrom(parser);
    if (!request) {
        io.complain(describe(request.error()));
        return ExitStatus::Fault;
    }
    CheckRun run(*request, io);
    for (const QString& name : request->files) {
        if (!run.check(name))
            return ExitStatus::Fault;
    }
    io.print(report(run.files(), *request, io));
    return run.found() && request->format != CheckRequest::Format::Lines ? ExitStatus::Found : ExitStatus::NothingFound;
}

} // namespace throughline
