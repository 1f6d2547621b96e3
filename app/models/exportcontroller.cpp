// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/exportcontroller.h"

#include "app/document/elementref.h"
#include "app/document/journals.h"
#include "core/edit/copying.h"
#include "core/export/pdfexporter.h"
#include "core/export/pngexporter.h"
#include "core/export/report.h"
#include "core/export/svgexporter.h"
#include "core/io/files.h"
#include "core/io/notationreader.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

/// Where the pictures attached to the document are, among the options of an export.
const QString FolderKey = QStringLiteral("folder");
/// What can be written, by the ending of the file.
const QStringList Endings{QStringLiteral("pdf"), QStringLiteral("svg"), QStringLiteral("png"), QStringLiteral("bpt")};

Result<PageSetup> pageFrom(const QVariantMap& options)
{
    return pageSetupFrom(options.value(u"paper"_s, u"A3"_s).toString(), options.value(u"landscape"_s, true).toBool());
}

PdfOptions pdfFrom(const QVariantMap& options, const std::optional<Excerpt>& excerpt)
{
    PdfOptions pdf;
    pdf.annotated = options.value(u"annotated"_s, true).toBool();
    pdf.date = QDate::currentDate();
    pdf.folder = options.value(FolderKey).toString();
    pdf.excerpt = excerpt;
    return pdf;
}

QString forecastText(const Forecast& forecast)
{
    const QString pages =
        forecast.pages == 1 ? ExportController::tr("One page") : ExportController::tr("%1 pages").arg(forecast.pages);
    const QString said = ExportController::tr("%1; the smallest words on the map are %2 pt")
                             .arg(pages, QString::number(forecast.smallestOnMapPt, 'f', 1));
    if (forecast.isLegible)
        return ExportController::tr("%1.").arg(said);
    if (forecast.enough.isEmpty())
        return ExportController::tr("%1, too small to read in print on any paper: export a view of a part.").arg(said);
    if (forecast.enough == "fit"_L1)
        return ExportController::tr("%1, too small to read in print. “Grows to fit” would do.").arg(said);
    return ExportController::tr("%1, too small to read in print. %2 would do.").arg(said, forecast.enough);
}

} // namespace

ExportController::ExportController(QObject* parent) : QObject(parent), m_job(this), m_forecastJob(this) {}

void ExportController::setDocument(DocumentController* document)
{
    m_document = document;
    Q_EMIT documentChanged();
}

void ExportController::setCheckRunner(CheckRunner* runner)
{
    m_runner = runner;
    Q_EMIT documentChanged();
}

void ExportController::setViews(ViewsModel* views)
{
    m_views = views;
    Q_EMIT documentChanged();
}

ExportController::Wanted ExportController::shownNow() const
{
    if (!m_views || !m_views->isActive())
        return {};
    return {m_views->filter(), m_views->inWords()};
}

QStringList ExportController::papers() const
{
    return pageNames();
}

QUrl ExportController::proposedFile(const QString& ending) const
{
    if (!m_document)
        return {};
    const QString own = m_document->filePath().toLocalFile();
    const QString base = own.isEmpty() ? QDir::home().filePath(m_document->title().replace(u'/', u'-'))
                                       : QFileInfo(own).dir().filePath(QFileInfo(own).completeBaseName());
    const QString file = base + u'.' + ending;
    // The document itself is saved, not exported over.
    return QUrl::fromLocalFile(file == own && Endings.contains(ending) ? tr("%1 copy").arg(base) + u'.' + ending
                                                                       : file);
}

bool ExportController::isDocument(const QUrl& file) const
{
    const QString own = m_document->filePath().toLocalFile();
    return !own.isEmpty() && documentPath(file.toLocalFile()) == documentPath(own);
}

QString ExportController::folder() const
{
    const QString file = m_document->filesFrom();
    return file.isEmpty() ? QString() : QFileInfo(file).absolutePath();
}

void ExportController::foresee(const QVariantMap& options)
{
    const Result<PageSetup> page = pageFrom(options);
    setForecast({});
    if (!m_document || !m_runner || !page)
        return;
    m_forecastJob.start(
        [blueprint = m_document->blueprint(), check = m_runner->result(), wanted = wantedOf(options), options,
         page = *page] {
            const PdfOptions pdf = pdfFrom(options, excerptFor(blueprint, check, wanted));
            const QtTextMeasurer measurer(printTypeface());
            return forecastText(throughline::foresee(blueprint, check, page, pdf, measurer));
        },
        [this](const QString& forecast) { setForecast(forecast); });
}

void ExportController::setForecast(const QString& forecast)
{
    if (std::exchange(m_forecast, forecast) != forecast)
        Q_EMIT forecastChanged();
}

ExportController::Wanted ExportController::wantedOf(const QVariantMap& options) const
{
    return options.value(u"shown"_s, false).toBool() ? shownNow() : Wanted();
}

std::optional<Excerpt> ExportController::excerptFor(const Blueprint& blueprint, const CheckResult& check,
                                                    const Wanted& wanted)
{
    return wanted.words.isEmpty() ? std::nullopt
                                  : std::optional(excerptOf(blueprint, check, wanted.filter, wanted.words));
}

ExportController::Outcome ExportController::make(const QString& ending, const Blueprint& blueprint,
                                                 const CheckResult& check, const QVariantMap& options,
                                                 const Wanted& wanted)
{
    const PdfOptions pdf = pdfFrom(options, excerptFor(blueprint, check, wanted));
    PictureOptions picture;
    picture.annotated = pdf.annotated;
    picture.folder = pdf.folder;
    picture.excerpt = pdf.excerpt;
    picture.scale = options.value(u"scale"_s, 2.0).toDouble();
    if (ending == "svg"_L1)
        return {exportSvg(blueprint, check, picture), {}, {}};
    if (ending == "bpt"_L1) {
        const Result<QByteArray> text = readableNotation(blueprint);
        return text ? Outcome{*text, {}, {}} : Outcome{{}, {}, text.error().message};
    }
    if (ending == "png"_L1) {
        const Result<QByteArray> png = exportPng(blueprint, check, picture);
        return png ? Outcome{*png, {}, {}} : Outcome{{}, {}, png.error().message};
    }
    const Result<PageSetup> page = pageFrom(options);
    if (!page)
        return {{}, {}, page.error().message};
    const Result<ExportedPdf> exported = exportPdf(blueprint, check, *page, pdf);
    return exported ? Outcome{exported->data, exported->warnings, {}} : Outcome{{}, {}, exported.error().message};
}

void ExportController::exportTo(const QUrl& file, const QVariantMap& options)
{
    if (!m_document || !m_runner)
        return;
    const QFileInfo info(file.toLocalFile());
    QString ending = info.suffix().toLower();
    QUrl target = file;
    if (!Endings.contains(ending)) {
        ending = options.value(u"ending"_s, u"pdf"_s).toString();
        target = QUrl::fromLocalFile(file.toLocalFile() + u'.' + ending);
    }
    if (isDocument(target)) {
        Q_EMIT finished(false,
                        tr("%1 is this blueprint itself: save it, or export under another name.").arg(info.fileName()),
                        target);
        return;
    }
    const bool checkWasOff = !m_runner->isEnabled();
    if (!checkWasOff)
        m_runner->runNow();
    const Blueprint blueprint = m_document->blueprint();
    const CheckResult check = m_runner->result();
    setRunning(true, QFileInfo(target.toLocalFile()).fileName());
    QVariantMap all = options;
    all.insert(FolderKey, folder());
    const Wanted wanted = wantedOf(options);
    m_job.start([=] { return make(ending, blueprint, check, all, wanted); },
                [this, target](const Outcome& outcome) { write(target, outcome); });
}

void ExportController::copyPicture(const QString& kind, const QVariantList& elements)
{
    if (!m_document || !m_document->isOpen())
        return;
    QList<CardId> cards;
    for (const ElementRef& element : refsFrom(elements)) {
        if (element.kind == ElementKind::Card)
            cards += CardId(element.id);
    }
    const Blueprint blueprint = cards.isEmpty() ? m_document->blueprint() : fragmentOf(m_document->blueprint(), cards);
    const Wanted wanted = cards.isEmpty() ? shownNow() : Wanted();
    const CheckResult check = m_runner ? m_runner->result() : CheckResult();
    setRunning(true, tr("the clipboard"));
    const QVariantMap options{{u"annotated"_s, false}, {FolderKey, folder()}};
    m_job.start(
        [=] { return make(kind, blueprint, check, options, wanted); },
        [this, kind, wanted](const Outcome& outcome) { putOnClipboard(kind, outcome, !wanted.words.isEmpty()); });
}

void ExportController::putOnClipboard(const QString& kind, const Outcome& outcome, bool isPart)
{
    setRunning(false, {});
    if (!outcome.error.isEmpty()) {
        Q_EMIT finished(false, outcome.error, {});
        return;
    }
    auto clip = std::make_unique<QMimeData>();
    if (kind == "png"_L1)
        clip->setImageData(QImage::fromData(outcome.data, "PNG"));
    clip->setData(kind == "png"_L1 ? u"image/png"_s : u"image/svg+xml"_s, outcome.data);
    QGuiApplication::clipboard()->setMimeData(clip.release());
    Q_EMIT finished(true,
                    isPart ? tr("A picture of what is shown is on the clipboard: paste it into a slide or a document. "
                                "Show everything before copying to have the whole blueprint.")
                           : tr("The picture is on the clipboard: paste it into a slide or a document."),
                    {});
}

void ExportController::cancel()
{
    m_job.cancel();
    setRunning(false, {});
}

void ExportController::write(const QUrl& file, const Outcome& outcome)
{
    setRunning(false, {});
    if (!outcome.error.isEmpty()) {
        Q_EMIT finished(false, outcome.error, file);
        return;
    }
    const QString path = QDir::toNativeSeparators(file.toLocalFile());
    if (const Result<void> written = writeFile(file.toLocalFile(), outcome.data); !written) {
        Q_EMIT finished(false, tr("Not exported. %1.").arg(describe(written.error())), file);
        return;
    }
    Q_EMIT finished(true,
                    outcome.warnings.isEmpty() ? tr("Exported to %1").arg(path)
                                               : tr("Exported to %1. %2").arg(path, outcome.warnings.join(u' ')),
                    file);
}

void ExportController::setRunning(bool running, const QString& target)
{
    m_running = running;
    m_target = target;
    Q_EMIT runningChanged();
}

} // namespace throughline
