// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/documentload.h"
#include "app/document/documentoutside.h"
#include "app/document/filewatch.h"
#include "app/document/journalkeeper.h"
#include "app/document/versions.h"
#include "core/base/parallel.h"
#include "core/io/blueprintwriter.h"
#include "core/io/files.h"

#include <QFileInfo>

/// Opening and saving.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// From so many bytes on a second thread is worth its start.
constexpr qsizetype LargeFile = 1024 * 1024;

} // namespace

DocumentController::Loaded DocumentController::load(const QUrl& url, const QString& customer)
{
    const QString path = pathOf(url);
    const Result<QByteArray> data = readFile(path);
    if (!data)
        return {url, data.error()};
    Loaded loaded{url, Error()};
    doBoth(
        data->size() >= LargeFile,
        [&] { loaded.document = readDocument(*data, QFileInfo(path).fileName(), {customer}); },
        [&] { loaded.hash = hashOf(*data); });
    if (!loaded.document || loaded.document->format == DocumentFormat::Bpmn || !url.isLocalFile())
        return loaded;
    loaded.journals = findJournalsOf(path, loaded.document->blueprint);
    if (loaded.document->format == DocumentFormat::Notation)
        loaded.notation = *data;
    if (const QString beside = journalPathFor(documentPath(path)); QFileInfo::exists(beside) && isOwned(beside)) {
        loaded.leftLock = leftLockText(beside);
        loaded.beside = loaded.leftLock.isEmpty() ? beside : QString();
    }
    return loaded;
}

/// The newest earlier version of a file that is not there any more.
std::optional<DocumentController::Loaded> DocumentController::loadVersion(const QUrl& url)
{
    const QString path = pathOf(url);
    for (const Backup& version : versionsOf(path)) {
        const Result<QByteArray> data = readFile(version.path);
        if (!data)
            continue;
        Loaded loaded{url, readDocument(*data, QFileInfo(path).fileName())};
        if (!loaded.document)
            continue;
        loaded.gone = path;
        loaded.note =
            tr("%1 is not there any more. This is the version of it that was kept last, of %2; it has no file "
               "yet, so save it.")
                .arg(QFileInfo(path).fileName(), whenText(version.when.toLocalTime()));
        return loaded;
    }
    return std::nullopt;
}

/// What the file holds, or, when it is not there any more, what is kept of it: changes that were not saved, else its
/// newest version.
DocumentController::Loaded DocumentController::loadKept(const QUrl& url)
{
    const Loaded loaded = load(url, {});
    const QString path = pathOf(url);
    if (loaded.document || QFileInfo::exists(path))
        return loaded;
    for (const FoundJournal& found : findJournals()) {
        if (found.content.head.documentFile == documentPath(path))
            return loadUnsaved(found.path);
    }
    return loadVersion(url).value_or(loaded);
}

bool DocumentController::takeIn(const Loaded& loaded)
{
    if (!loaded.document) {
        setMessage(tr("Not opened. %1").arg(describe(loaded.document.error())), true);
        return false;
    }
    if (!loaded.gone.isEmpty()) {
        setBlueprint(loaded.document->blueprint, loaded.gone);
        setMessage(loaded.note, false);
        return true;
    }
    const LoadedDocument& document = *loaded.document;
    const bool imported = document.format == DocumentFormat::Bpmn;
    // Its own journal ends when the document is replaced.
    const bool elsewhere = !loaded.beside.isEmpty() && loaded.beside != m_journal->path();
    m_onDisk = imported ? FileState() : FileState{loaded.hash, document.blueprint, loaded.notation};
    m_imported = imported ? loaded.url : QUrl();
    m_customerUsed = document.customerUsed;
    m_customerCandidates.clear();
    for (const CustomerCandidate& candidate : document.candidates)
        m_customerCandidates += candidate.name;
    // An imported model is not written back over its source.
    replaceDocument(document.blueprint, imported ? QUrl() : loaded.url);
    if (imported && !document.notes.isEmpty())
        setMessage(document.notes.join(u' '), false);
    if (elsewhere)
        setMessage(elsewhereText(), true);
    setLeftLock(loaded.leftLock);
    takeInJournals(loaded);
    return true;
}

void DocumentController::takeInJournals(const Loaded& loaded)
{
    QList<FoundJournal> found = loaded.journals;
    // The one asked for is dealt with first.
    std::stable_partition(found.begin(), found.end(),
                          [&](const FoundJournal& journal) { return journal.path == loaded.restore; });
    setRecovery(found);
    if (!loaded.restore.isEmpty() && loaded.url.isEmpty())
        noteOnlyHere();
    // Over what was saved since nobody puts them unseen.
    if (!found.isEmpty() && found.first().path == loaded.restore && !found.first().isOutdated)
        restoreUnsaved();
    if (!loaded.note.isEmpty())
        setMessage(loaded.note, false);
}

bool DocumentController::importWithCustomer(const QString& customer)
{
    return !m_imported.isEmpty() && takeIn(load(m_imported, customer));
}

void DocumentController::newEmpty()
{
    // A grid to put cards into: a lane for the customer and one on either side of the line of visibility.
    constexpr int FirstSteps = 6;
    BlueprintBuilder builder;
    const QList<std::pair<QString, Stage>> lanes{
        {tr("Customer"), Stage::Customer}, {tr("Frontstage"), Stage::Frontstage}, {tr("Backstage"), Stage::Backstage}};
    for (const auto& [name, stage] : lanes) {
        Lane lane;
        lane.id = LaneId(mintId(u'l'));
        lane.name = name;
        lane.stage = stage;
        builder.lanes += lane;
    }
    for (int number = 1; number <= FirstSteps; ++number) {
        Step step;
        step.id = StepId(mintId(u's'));
        step.number = number;
        builder.steps += step;
    }
    if (const Result<Blueprint> blueprint = std::move(builder).build())
        setBlueprint(*blueprint);
}

bool DocumentController::openUntitled(const QUrl& url, const QString& copyOf)
{
    const Loaded loaded = load(url, {});
    if (!loaded.document)
        return takeIn(loaded);
    setBlueprint(loaded.document->blueprint, copyOf);
    return true;
}

bool DocumentController::newFromTemplate(const QUrl& url)
{
    return openUntitled(url, {});
}

bool DocumentController::openCopy(const QString& version)
{
    return openUntitled(QUrl::fromLocalFile(version), filesFrom());
}

bool DocumentController::restoreVersion(const QString& path, const QString& when)
{
    const Loaded loaded = load(QUrl::fromLocalFile(path), {});
    if (!loaded.document) {
        setMessage(tr("Not restored. %1").arg(describe(loaded.document.error())), true);
        return false;
    }
    return apply(diff(blueprint(), loaded.document->blueprint), tr("Restore version of %1").arg(when));
}

void DocumentController::open(const QUrl& url)
{
    start([url] { return loadKept(url); });
}

void DocumentController::start(std::function<Loaded()> load)
{
    m_job.start([load = std::move(load)] { return std::make_shared<const Loaded>(load()); },
                [this, revision = m_revision, draft = m_draft](const std::shared_ptr<const Loaded>& loaded) {
                    Q_EMIT loadingChanged();
                    // What was done while the file was read has not been asked about.
                    const bool isChanged = isModified() && (revision != m_revision || draft != m_draft);
                    Q_EMIT openFinished(isChanged ? refuse(*loaded) : takeIn(*loaded), loaded->url);
                });
    Q_EMIT loadingChanged();
}

bool DocumentController::refuse(const Loaded& loaded)
{
    const QString name = loaded.url.isEmpty() ? tr("The other blueprint") : QFileInfo(pathOf(loaded.url)).fileName();
    setMessage(
        tr("%1 was not opened: this blueprint was changed while it was read. Save it and open %1 again.").arg(name),
        false);
    return false;
}

bool DocumentController::openNow(const QUrl& url)
{
    m_job.cancel();
    const bool ok = takeIn(loadKept(url));
    Q_EMIT loadingChanged();
    Q_EMIT openFinished(ok, url);
    return ok;
}

bool DocumentController::save()
{
    if (m_file.isEmpty()) {
        setMessage(tr("This blueprint has no file yet. Choose where to save it."), false);
        return false;
    }
    // A file that is gone is written anew.
    if (const auto outside = lookOutside(pathOf(m_file), m_onDisk); outside && !outside->isGone) {
        if (!takeInOutside(*outside)) {
            if (!conflict().isEmpty())
                setMessage(
                    tr("Not saved yet: choose first which changes to keep. The question stands above the drawing."),
                    false);
            return false;
        }
        if (!isModified())
            return true;
    }
    return write(m_file);
}

bool DocumentController::overwrite()
{
    return !m_file.isEmpty() && write(m_file);
}

bool DocumentController::saveAs(const QUrl& url)
{
    // Its own file may hold what nobody here has seen yet.
    const bool isOwn = !m_file.isEmpty() && documentPath(pathOf(url)) == documentPath(pathOf(m_file));
    return isOwn ? save() : write(url);
}

/// Its own file stays what it is, whatever it is called; another is what its name says.
bool DocumentController::isWrittenAsNotation(const QUrl& url) const
{
    return (url == m_file && !m_onDisk.notation.isEmpty()) || pathOf(url).endsWith(u".bpt"_s, Qt::CaseInsensitive);
}

bool DocumentController::write(const QUrl& url)
{
    const QString path = pathOf(url);
    const bool asNotation = isWrittenAsNotation(url);
    const Result<QByteArray> data = asNotation ? mirror().fileText() : Result<QByteArray>(writeBlueprint(blueprint()));
    if (!data) {
        setMessage(tr("Not saved. %1. The file on disk is as it was and your changes are here: save as .blueprint.")
                       .arg(describe(data.error())),
                   true, Remedy::SaveAs);
        return false;
    }
    // What stood there is kept; that it cannot be does not keep anybody from saving.
    const Result<void> kept = keepVersion(path, QDateTime::currentDateTimeUtc());
    if (const Result<void> written = writeFile(path, *data); !written) {
        setMessage(
            tr("%1 was not saved. %2. What is on the disk is as it was and your changes are here: save under another "
               "name or in another folder.")
                .arg(QFileInfo(path).fileName(), written.error().message),
            true, Remedy::SaveAs);
        return false;
    }
    m_onDisk = {hashOf(*data), blueprint(), asNotation ? *data : QByteArray()};
    m_saidGone = false;
    setConflict({});
    m_session->markClean();
    m_hasTypedWording = false;
    if (asNotation && wording().isNull())
        setWording(QString::fromUtf8(*data));
    const bool moved = url != m_file;
    m_file = url;
    m_copyOf.clear();
    dismissMessage();
    if (!kept && !std::exchange(m_saidNoBackup, true)) {
        setMessage(tr("Saved. The version before could not be kept among the earlier versions: %1.")
                       .arg(describe(kept.error())),
                   true);
    }
    if (hasDraft()) {
        setMessage(
            tr("Saved, but without what you typed in the text: it has an error and is not in the drawing yet. It "
               "stays in the text until the error is mended."),
            true);
    }
    if (moved) {
        noteOpen();
        Q_EMIT fileChanged();
    }
    m_watch->setPath(path);
    Q_EMIT stateChanged();
    Q_EMIT saved(url);
    return true;
}

} // namespace throughline
