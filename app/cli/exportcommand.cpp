// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandparser.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "core/check/checker.h"
#include "core/export/pdfexporter.h"
#include "core/export/pngexporter.h"
#include "core/export/svgexporter.h"
#include "core/io/blueprintwriter.h"
#include "core/io/bpmnwriter.h"
#include "core/io/csvwriter.h"
#include "core/io/drawiowriter.h"
#include "core/io/files.h"
#include "core/io/notationwriter.h"

#include <QDate>
#include <QFileInfo>
#include <QMap>

namespace throughline {

namespace {

constexpr double PointsPerInch = 72.0;
constexpr double DefaultDpi = 144.0;

struct ExportRequest
{
    QStringList outputs;
    PageSetup page;
    double dpi = DefaultDpi;
    bool annotated = true;
    QString view; ///< by name; empty: everything
    ReadOptions reading;
    QString folder; ///< of the blueprint
};

Error usage(const QString& command, const QString& message)
{
    return {
        Error::Code::Usage, QStringLiteral("%1; throughline %2 --help lists the options").arg(message, command), {}};
}

void addPictureOptions(CommandParser& parser)
{
    parser.addOption({QStringLiteral("page")},
                     QStringLiteral("Paper of the PDF: A4, A3 (default), ... or fit: as large as the map."),
                     QStringLiteral("PAPER"));
    parser.addOption({QStringLiteral("landscape")}, QStringLiteral("Turn the paper to landscape (the default)."));
    parser.addOption({QStringLiteral("portrait")}, QStringLiteral("Keep the paper upright."));
    parser.addOption({QStringLiteral("dpi")}, QStringLiteral("Pixels an inch of a PNG (default: 144)."),
                     QStringLiteral("N"));
    parser.addOption({QStringLiteral("report")}, QStringLiteral("With numbered callouts and sentences (the default)."));
    parser.addOption({QStringLiteral("plain")}, QStringLiteral("The map alone, without findings."));
    parser.addOption({QStringLiteral("view")},
                     QStringLiteral("Show what a saved view shows; for pdf, svg and png, which say so."),
                     QStringLiteral("NAME"));
    parser.addOption({QStringLiteral("customer")}, QStringLiteral("BPMN: the pool or lane that is the customer."),
                     QStringLiteral("POOL"));
}

Result<ExportRequest> requestFrom(const CommandParser& parser, const QString& command, const QStringList& outputs)
{
    ExportRequest request;
    request.outputs = outputs;
    if (outputs.isEmpty())
        return usage(command, QStringLiteral("%1 needs to know where to write").arg(command));
    if (parser.operands().size() != 1)
        return usage(command, QStringLiteral("%1 takes one file").arg(command));
    const QString paper =
        parser.isSet(QStringLiteral("page")) ? parser.value(QStringLiteral("page")) : QStringLiteral("A3");
    const Result<PageSetup> page = pageSetupFrom(paper, !parser.isSet(QStringLiteral("portrait")));
    if (!page)
        return page.error();
    request.page = *page;
    if (parser.isSet(QStringLiteral("dpi"))) {
        bool isNumber = false;
        request.dpi = parser.value(QStringLiteral("dpi")).toDouble(&isNumber);
        if (!isNumber || !(request.dpi >= 10 && request.dpi <= 2400))
            return usage(command, QStringLiteral("--dpi is a number from 10 to 2400"));
    }
    request.annotated = !parser.isSet(QStringLiteral("plain"));
    request.folder = QFileInfo(parser.operands().first()).absolutePath();
    request.view = parser.value(QStringLiteral("view"));
    request.reading.customer = parser.value(QStringLiteral("customer"));
    return request;
}

/// What the view that was asked for shows; nothing where none was.
Result<std::optional<Excerpt>> excerptFor(const Blueprint& blueprint, const CheckResult& check,
                                          const ExportRequest& request)
{
    if (request.view.isEmpty())
        return std::optional<Excerpt>();
    QStringList names;
    for (const SavedView& view : blueprint.header().views) {
        if (view.name == request.view)
            return std::optional(excerptOf(blueprint, check, view.filter, viewInWords(view.name)));
        names += u'"' + view.name + u'"';
    }
    const QString there = names.isEmpty() ? QStringLiteral("the blueprint has no views")
                                          : QStringLiteral("the views are %1").arg(names.join(QStringLiteral(", ")));
    return Error{Error::Code::Usage, QStringLiteral("There is no view \"%1\"; %2").arg(request.view, there), {}};
}

Result<QByteArray> pdf(const Blueprint& blueprint, const CheckResult& check, const ExportRequest& request,
                       const std::optional<Excerpt>& excerpt, const CommandIo& io)
{
    PdfOptions options;
    options.annotated = request.annotated;
    options.date = QDate::currentDate();
    options.folder = request.folder;
    options.excerpt = excerpt;
    const Result<ExportedPdf> exported = exportPdf(blueprint, check, request.page, options);
    if (!exported)
        return exported.error();
    for (const QString& warning : exported->warnings)
        io.complain(warning);
    return exported->data;
}

/// The writers that need the blueprint alone, by the ending of the file.
const QMap<QString, QByteArray (*)(const Blueprint&)>& plainWriters()
{
    static const QMap<QString, QByteArray (*)(const Blueprint&)> writers = {
        {QStringLiteral("bpt"), writeNotation},  {QStringLiteral("blueprint"), writeBlueprint},
        {QStringLiteral("csv"), writeCsv},       {QStringLiteral("bpmn"), writeBpmn},
        {QStringLiteral("drawio"), writeDrawio},
    };
    return writers;
}

/// The blueprint in the format that the name of the output asks for.
Result<QByteArray> written(const QString& output, const Blueprint& blueprint, const CheckResult& check,
                           const ExportRequest& request, const std::optional<Excerpt>& excerpt, const CommandIo& io)
{
    const QString suffix = QFileInfo(output).suffix().toLower();
    if (suffix == QStringLiteral("pdf"))
        return pdf(blueprint, check, request, excerpt, io);
    if (suffix == QStringLiteral("svg"))
        return exportSvg(blueprint, check, {request.annotated, 1, 16, request.folder, excerpt});
    if (suffix == QStringLiteral("png"))
        return exportPng(blueprint, check,
                         {request.annotated, request.dpi / PointsPerInch, 16, request.folder, excerpt});
    if (const auto writer = plainWriters().constFind(suffix); writer != plainWriters().cend()) {
        if (!excerpt)
            return (*writer)(blueprint);
        return Error{Error::Code::Usage,
                     QStringLiteral("\"%1\": --view goes with .pdf, .svg and .png; other formats hold the whole "
                                    "blueprint")
                         .arg(output),
                     {}};
    }
    return Error{Error::Code::Usage,
                 QStringLiteral("\"%1\": the ending must say what to write: .pdf, .svg, .png, .bpt, .blueprint, .csv, "
                                ".bpmn or .drawio")
                     .arg(output),
                 {}};
}

ExitStatus fail(const Error& error, const CommandIo& io)
{
    io.complain(describe(error));
    return ExitStatus::Fault;
}

/// Makes every output before the first is written, so that a fault in one leaves none.
ExitStatus writeAll(const QString& file, const ExportRequest& request, const CommandIo& io)
{
    const Result<LoadedDocument> document = readInput(file, io, request.reading);
    if (!document)
        return fail(document.error(), io);
    for (const QString& note : document->notes)
        io.complain(note);
    const bool checks = request.annotated || !request.view.isEmpty();
    const CheckResult check = checks ? checkBlueprint(document->blueprint) : CheckResult();
    const Result<std::optional<Excerpt>> excerpt = excerptFor(document->blueprint, check, request);
    if (!excerpt)
        return fail(excerpt.error(), io);
    QList<QByteArray> contents;
    for (const QString& output : request.outputs) {
        const Result<QByteArray> bytes = written(output, document->blueprint, check, request, *excerpt, io);
        if (!bytes)
            return fail(bytes.error(), io);
        contents += *bytes;
    }
    for (qsizetype i = 0; i < contents.size(); ++i) {
        if (const Result<void> saved = writeFile(request.outputs[i], contents[i]); !saved)
            return fail(saved.error(), io);
    }
    return ExitStatus::NothingFound;
}

} // namespace

ExitStatus runExport(const QStringList& arguments, const CommandIo& io)
{
    CommandParser parser(QStringLiteral("export"),
                         QStringLiteral("Writes a blueprint as a picture, a page or another format."),
                         QStringLiteral("FILE"), QStringLiteral(".blueprint, .bpt or .bpmn; - is standard input"));
    parser.addOption(
        {QStringLiteral("to")},
        QStringLiteral("Where to write, by ending: pdf, svg, png, bpt, blueprint, csv, bpmn, drawio. May be repeated."),
        QStringLiteral("OUT"));
    addPictureOptions(parser);
    if (const std::optional<ExitStatus> over = parser.parse(arguments, io))
        return *over;
    const Result<ExportRequest> request =
        requestFrom(parser, QStringLiteral("export"), parser.values(QStringLiteral("to")));
    return request ? writeAll(parser.operands().first(), *request, io) : fail(request.error(), io);
}

ExitStatus runImport(const QStringList& arguments, const CommandIo& io)
{
    CommandParser parser(QStringLiteral("import"), QStringLiteral("Turns a process model or a text into a blueprint."),
                         QStringLiteral("FILE"), QStringLiteral(".bpmn, .bpt or .blueprint; - is standard input"));
    parser.addOption({QStringLiteral("o"), QStringLiteral("output"), QStringLiteral("to")},
                     QStringLiteral("Where to write the blueprint. May be repeated."), QStringLiteral("OUT"));
    addPictureOptions(parser);
    if (const std::optional<ExitStatus> over = parser.parse(arguments, io))
        return *over;
    const Result<ExportRequest> request =
        requestFrom(parser, QStringLiteral("import"), parser.values(QStringLiteral("output")));
    return request ? writeAll(parser.operands().first(), *request, io) : fail(request.error(), io);
}

} // namespace throughline
