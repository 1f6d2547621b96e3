// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/documentcontroller.h"
#include "app/document/documentload.h"
#include "app/document/documentoutside.h"
#include "app/document/journalkeeper.h"
#include "core/edit/merging.h"

#include <QFileInfo>

/// Changes that were not saved when a window was killed.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The document as it was saved last, without a file.
LoadedDocument withoutFile(const FoundJournal& journal)
{
    LoadedDocument document;
    document.blueprint = journal.content.base;
    return document;
}

} // namespace

DocumentController::Loaded DocumentController::loadUnsaved(const QString& journal)
{
    const std::optional<FoundJournal> found = findJournal(journal);
    if (!found)
        return {{}, Error{Error::Code::System, tr("These changes are not there any more"), {journal, 0, 0, {}}}};
    const QString file = found->content.head.documentFile;
    QString note;
    if (!file.isEmpty()) {
        Loaded loaded = load(QUrl::fromLocalFile(file), {});
        loaded.restore = journal;
        if (loaded.document)
            return loaded;
        note = tr("%1 cannot be opened any more; the blueprint with its unsaved changes is here as a new one.")
                   .arg(QFileInfo(file).fileName());
    }
    Loaded loaded{{}, withoutFile(*found)};
    loaded.journals = {*found};
    loaded.restore = journal;
    loaded.note = note;
    return loaded;
}

void DocumentController::openUnsaved(const QString& journal)
{
    start([journal] { return loadUnsaved(journal); });
}

QString DocumentController::elsewhereText() const
{
    return tr("%1 is also open in another window, with unsaved changes there. What is saved in one comes into the "
              "other; "
              "where both changed the same you are asked.")
        .arg(fileName());
}

QVariantMap DocumentController::recovery() const
{
    // What is asked already is not offered once more.
    if (m_recovery.isEmpty() || (m_conflict && m_conflict->journal))
        return {};
    const FoundJournal& found = m_recovery.first();
    return {{u"when"_s, whenText(found.when)}, {u"changes"_s, found.changes()}, {u"outdated"_s, found.isOutdated}};
}

void DocumentController::setRecovery(const QList<FoundJournal>& found)
{
    if (m_recovery.isEmpty() && found.isEmpty())
        return;
    m_recovery = found;
    Q_EMIT recoveryChanged();
}

/// Another window may have dealt with what is offered here: false, with message(), when there is less to offer.
bool DocumentController::refreshRecovery()
{
    QList<FoundJournal> left = m_recovery;
    if (left.removeIf([](const FoundJournal& found) { return !isLeft(found); }) == 0)
        return true;
    setRecovery(left);
    setMessage(tr("Another window has dealt with the unsaved changes that were offered here."), false);
    return false;
}

bool DocumentController::refusesDraft(const FoundJournal& found)
{
    const bool refuses = hasDraft() && !found.draft.isEmpty();
    if (refuses)
        setMessage(tr("Mend the error in the text first: restoring would put another text in its place."), false);
    return refuses;
}

void DocumentController::restoreUnsaved()
{
    if (m_recovery.isEmpty() || !refreshRecovery())
        return;
    const FoundJournal found = m_recovery.first();
    if (refusesDraft(found))
        return;
    if (blueprint() == found.content.base) {
        restore(found, found.content.now);
        return;
    }
    // The file was written since, or the document changed.
    const Result<Merge> merge = mergeBlueprints(found.content.base, found.content.now, blueprint());
    if (merge && merge->conflicts.isEmpty())
        restore(found, merge->merged);
    else
        setConflict(std::make_shared<const Conflict>(Conflict{{}, std::make_shared<const FoundJournal>(found)}));
}

void DocumentController::restore(const FoundJournal& found, const Blueprint& restored)
{
    const std::optional<QString> wording = restoredWording(found, restored);
    const Patch patch = diff(blueprint(), restored);
    const QString text = tr("Restore unsaved changes");
    if (!(wording ? step(patch, text, {}, *wording) : apply(patch, text)))
        return;
    if (wording) {
        noteTypedWording();
    } else if (!found.draft.isEmpty()) {
        setDraft(found.draft);
        Q_EMIT draftRestored(found.content.now);
    }
    m_journal->removeWhenKept(found.path);
    forget(found);
}

void DocumentController::discardUnsaved()
{
    if (m_recovery.isEmpty() || !refreshRecovery())
        return;
    const FoundJournal found = m_recovery.first();
    discard(found);
}

void DocumentController::discard(const FoundJournal& found)
{
    m_journal->remove(found.path);
    forget(found);
}

/// Somebody has said what becomes of these changes.
void DocumentController::forget(const FoundJournal& found)
{
    m_recovery.removeIf([&](const FoundJournal& other) { return other.path == found.path; });
    if (m_conflict && m_conflict->journal)
        setConflict({});
    else
        Q_EMIT recoveryChanged();
}

void DocumentController::giveUpChanges()
{
    m_draft.clear();
    m_journal->discard();
    Q_EMIT changesGivenUp();
}

} // namespace throughline
