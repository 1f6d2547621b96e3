// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/documentoutside.h"

#include "app/document/documentload.h"
#include "app/document/filewatch.h"
#include "app/document/journalkeeper.h"
#include "app/document/versions.h"
#include "core/edit/merging.h"
#include "core/io/blueprintwriter.h"
#include "core/io/files.h"
#include "core/io/notationmirror.h"
#include "core/model/queries.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

/// What other programs and windows do to the document's file.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MaxNamed = 6;

/// What a .bpt says now, with its connections called as they were when the document was read: in the file they are
/// numbered.
Result<Blueprint> readAgain(const QByteArray& before, const QByteArray& now, const Blueprint& document)
{
    const NotationMirror mirror = NotationMirror::of(document, QString::fromUtf8(before));
    const Result<AdoptedNotation> is = mirror.read(QString::fromUtf8(now));
    if (!is)
        return is.error();
    return is->blueprint;
}

/// Where windows lock the names of the files they have open.
QString windowFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/windows"_s;
}

QString kindForPeople(ElementKind kind)
{
    return kind == ElementKind::DataItem ? DocumentController::tr("data item") : kindWord(kind);
}

/// An element that both changed, in the words of the buttons that settle it.
QString nameForPeople(const Blueprint& mine, const Blueprint& theirs, const ElementRef& element)
{
    if (element.kind == ElementKind::Blueprint)
        return DocumentController::tr("title and texts of the blueprint");
    const bool isMine = contains(mine, element);
    const QString name = nameOf(isMine ? mine : theirs, element);
    const QString named = DocumentController::tr("%1 “%2”").arg(kindForPeople(element.kind), name);
    if (!isMine)
        return DocumentController::tr("%1 (removed in mine)").arg(named);
    if (!contains(theirs, element))
        return DocumentController::tr("%1 (removed in theirs)").arg(named);
    const QString other = nameOf(theirs, element);
    return other == name ? named : DocumentController::tr("%1 (theirs: “%2”)").arg(named, other);
}

} // namespace

QByteArray hashOf(const QByteArray& data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha1);
}

QString pathOf(const QUrl& url)
{
    if (url.scheme() == u"qrc"_s)
        return u':' + url.path();
    return url.isLocalFile() ? url.toLocalFile() : url.toString();
}

/// Nothing when the file is as it was. Else what it said is kept: nobody else has it any more.
std::shared_ptr<const DocumentController::Outside> DocumentController::lookOutside(const QString& path,
                                                                                   const FileState& onDisk)
{
    if (onDisk.hash.isEmpty())
        return nullptr;
    const Result<QByteArray> data = readFile(path);
    const QByteArray hash = data ? hashOf(*data) : QByteArray();
    if (hash == onDisk.hash)
        return nullptr;
    (void)keepVersion(path, onDisk.notation.isEmpty() ? writeBlueprint(onDisk.blueprint) : onDisk.notation,
                      QDateTime::currentDateTimeUtc());
    if (!data)
        return std::make_shared<const Outside>(Outside{!QFileInfo::exists(path), {}, data.error(), {}});
    const Result<LoadedDocument> read = readDocument(*data, QFileInfo(path).fileName());
    Outside outside{false, hash, read ? Result<Blueprint>(read->blueprint) : read.error(), {}};
    if (read && read->format == DocumentFormat::Notation) {
        outside.notation = *data;
        if (!onDisk.notation.isEmpty())
            outside.blueprint = readAgain(onDisk.notation, *data, onDisk.blueprint);
    }
    return std::make_shared<const Outside>(outside);
}

void DocumentController::checkOutside()
{
    (void)refreshRecovery();
    if (m_onDisk.hash.isEmpty() || m_job.isActive())
        return;
    const quint64 hash = qHash(m_onDisk.hash);
    m_outsideJob.start([path = pathOf(m_file), onDisk = m_onDisk] { return lookOutside(path, onDisk); },
                       [this, hash](const std::shared_ptr<const Outside>& outside) {
                           // Saved meanwhile: looked at in vain.
                           if (hash != qHash(m_onDisk.hash))
                               return;
                           if (outside)
                               (void)takeInOutside(*outside);
                           else if (std::exchange(m_saidGone, false)) {
                               dismissMessage();
                               Q_EMIT stateChanged();
                           }
                       });
}

void DocumentController::checkOutsideNow()
{
    if (const auto outside = lookOutside(pathOf(m_file), m_onDisk))
        (void)takeInOutside(*outside);
}

/// True when the document has taken in what the file says, and may be written over it.
bool DocumentController::takeInOutside(const Outside& outside)
{
    if (outside.isGone) {
        if (!std::exchange(m_saidGone, true))
            setMessage(
                tr("%1 was moved or deleted by another program. The blueprint is here; saving writes the file anew.")
                    .arg(fileName()),
                true);
        noteOnlyHere();
        return true;
    }
    m_saidGone = false;
    if (!outside.blueprint) {
        setMessage(
            tr("Another program wrote %1, and it cannot be read any more: %2. What you have here stays; save over "
               "it, or under another name.")
                .arg(fileName(), describe(outside.blueprint.error())),
            true, Remedy::SaveOverIt);
        return false;
    }
    return isBlueprintSaved() ? reload(outside) : mergeIn(outside);
}

/// No file holds the document: it is not saved, and safe in its journal, changed or not.
void DocumentController::noteOnlyHere()
{
    m_session->forgetClean();
    m_journal->keepAll();
    Q_EMIT stateChanged();
}

void DocumentController::noteWritten(const Outside& outside)
{
    m_onDisk = {outside.hash, *outside.blueprint, outside.notation};
    setConflict({});
    // The other window has saved. Should it have changes again, this one hears of it again.
    if (m_message == elsewhereText())
        dismissMessage();
}

bool DocumentController::reload(const Outside& outside)
{
    const Patch patch = diff(blueprint(), *outside.blueprint);
    // What the file says needs no journal; one would tell other windows of unsaved changes.
    m_journal->setPaused(true);
    const bool applied = bringIn(outside, patch, tr("Reload"));
    m_journal->setPaused(false);
    if (!applied)
        return false;
    noteWritten(outside);
    m_session->markClean();
    m_hasTypedWording = false;
    m_journal->discard();
    Q_EMIT stateChanged();
    if (!patch.isEmpty())
        Q_EMIT broughtIn(tr("Reloaded: changed by another program."));
    return true;
}

bool DocumentController::mergeIn(const Outside& outside)
{
    const Result<Merge> merge = mergeBlueprints(m_onDisk.blueprint, blueprint(), *outside.blueprint);
    if (!merge || !merge->conflicts.isEmpty()) {
        setConflict(std::make_shared<const Conflict>(Conflict{std::make_shared<const Outside>(outside), {}}));
        return false;
    }
    const Patch patch = diff(blueprint(), merge->merged);
    if (!bringIn(outside, patch, tr("Merge with the file")))
        return false;
    noteWritten(outside);
    m_session->forgetClean();
    if (blueprint() == m_onDisk.blueprint) {
        m_session->markClean();
        m_journal->discard();
    }
    Q_EMIT stateChanged();
    if (!patch.isEmpty())
        Q_EMIT broughtIn(tr("Merged with what another program saved."));
    return true;
}

DocumentController::Sides DocumentController::sides() const
{
    if (m_conflict->journal)
        return {m_conflict->journal->content.base, m_conflict->journal->content.now, blueprint()};
    return {m_onDisk.blueprint, blueprint(), *m_conflict->outside->blueprint};
}

QVariantMap DocumentController::conflict() const
{
    if (!m_conflict)
        return {};
    const auto [base, mine, theirs] = sides();
    const Result<Merge> merge = mergeBlueprints(base, mine, theirs);
    QStringList names;
    for (const ElementRef& element : merge ? merge->conflicts : QList<ElementRef>())
        names += nameForPeople(mine, theirs, element);
    const qsizetype more = names.size() - MaxNamed;
    if (more > 0)
        names = names.sliced(0, MaxNamed) + QStringList{tr("%1 more").arg(more)};
    const QString named = names.join(u", "_s);
    QString sentence;
    if (m_conflict->journal) {
        const QString when = whenText(m_conflict->journal->when);
        sentence = merge ? tr("The blueprint was changed since your unsaved changes from %1, and both changed: %2.")
                               .arg(when, named)
                         : tr("The blueprint was changed since your unsaved changes from %1, and the two do not go "
                              "together.")
                               .arg(when);
    } else {
        sentence = merge
                       ? tr("Another program saved %1, and both of you changed: %2.").arg(fileName(), named)
                       : tr("Another program saved %1, and its changes do not go together with yours.").arg(fileName());
    }
    return {{u"sentence"_s, sentence}, {u"elements"_s, names}, {u"canMerge"_s, merge.has_value()}};
}

void DocumentController::setConflict(std::shared_ptr<const Conflict> conflict)
{
    if (!m_conflict && !conflict)
        return;
    m_conflict = std::move(conflict);
    Q_EMIT conflictChanged();
    Q_EMIT recoveryChanged();
}

void DocumentController::resolveConflict(const QString& how)
{
    if (!m_conflict)
        return;
    const Conflict conflict = *m_conflict;
    if (conflict.journal && how != u"theirs"_s && refusesDraft(*conflict.journal))
        return;
    const auto [base, mine, theirs] = sides();
    Result<Merge> chosen = Merge{mine, {}};
    if (how == u"theirs"_s)
        chosen = Merge{theirs, {}};
    else if (how == u"merge-mine"_s)
        chosen = mergeBlueprints(base, mine, theirs);
    else if (how == u"merge-theirs"_s)
        chosen = mergeBlueprints(base, theirs, mine);
    if (!chosen)
        fail(chosen.error());
    else if (conflict.outside)
        settle(*conflict.outside, chosen->merged, how == u"theirs"_s ? tr("Take theirs") : tr("Merge with the file"));
    else if (how == u"theirs"_s)
        discard(*conflict.journal);
    else
        restore(*conflict.journal, chosen->merged);
}

/// What the file says has become chosen.
void DocumentController::settle(const Outside& outside, const Blueprint& chosen, const QString& text)
{
    if (!bringIn(outside, diff(blueprint(), chosen), text))
        return;
    noteWritten(outside);
    m_session->forgetClean();
    if (blueprint() == m_onDisk.blueprint) {
        m_session->markClean();
        m_journal->discard();
    }
    Q_EMIT stateChanged();
}

/// The document has another file, or none: it is watched, and other windows see that it is open here.
void DocumentController::noteOpen()
{
    m_saidGone = false;
    setLeftLock({});
    m_presence.reset();
    const QString path = m_file.toLocalFile();
    m_watch->setPath(path);
    const QString folder = windowFolder();
    if (path.isEmpty() || !QDir().mkpath(folder))
        return;
    const QByteArray name = hashOf(documentPath(path).toUtf8()).toHex();
    m_presence = std::make_unique<QLockFile>(folder + u'/' + QString::fromLatin1(name) + u".lock"_s);
    m_presence->setStaleLockTime(0);
    if (!m_presence->tryLock(0) && m_presence->error() == QLockFile::LockFailedError) {
        setMessage(tr("%1 is also open in another window. What is saved in one comes into the other.").arg(fileName()),
                   false);
    }
}

void DocumentController::setLeftLock(const QString& sentence)
{
    if (sentence == m_leftLock)
        return;
    m_leftLock = sentence;
    Q_EMIT leftLockChanged();
}

void DocumentController::removeLeftLock()
{
    if (m_leftLock.isEmpty())
        return;
    setLeftLock({});
    const QString path = pathOf(m_file);
    QFile::remove(lockOf(journalPathFor(documentPath(path))));
    setRecovery(findJournalsOf(path, m_onDisk.blueprint));
}

} // namespace throughline
