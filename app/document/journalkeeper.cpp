// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/journalkeeper.h"

#include "app/document/documentcontroller.h"
#include "app/document/journals.h"

namespace throughline {

JournalKeeper::JournalKeeper(DocumentController& document) : m_document(document)
{
    connect(&document, &DocumentController::changed, this, &JournalKeeper::record);
    connect(&document, &DocumentController::reset, this, &JournalKeeper::discard);
    connect(&document, &DocumentController::saved, this, &JournalKeeper::discard);
    connect(&m_worker, &JournalWorker::failed, this,
            [this](const QString& why) { Q_EMIT trouble(tr("%1; save often.").arg(why)); });
    connect(&m_worker, &JournalWorker::sharedWithOther, this, [this] { Q_EMIT trouble(m_document.elsewhereText()); });
}

void JournalKeeper::record(const DocumentChange& change)
{
    if (m_paused)
        return;
    if (m_document.isBlueprintSaved()) {
        discard();
        return;
    }
    if (m_recording) {
        m_worker.append(change.patch, m_document.blueprint());
        return;
    }
    begin(change.patch);
}

void JournalKeeper::begin(const Patch& first)
{
    m_recording = true;
    const QString file = m_document.filePath().toLocalFile();
    m_worker.begin(file.isEmpty() ? QString() : documentPath(file), m_document.blueprint(), first);
}

void JournalKeeper::keepAll()
{
    // One that is written already may have gone with its folder; then it is begun elsewhere.
    if (m_recording)
        m_worker.append({}, m_document.blueprint());
    else
        begin(diff(m_document.inFile(), m_document.blueprint()));
}

void JournalKeeper::noteDraft()
{
    if (!m_document.hasDraft() && m_document.isBlueprintSaved()) {
        discard();
        return;
    }
    if (!m_recording)
        begin({});
    m_worker.setDraft(m_document.textToKeep());
}

void JournalKeeper::discard()
{
    if (std::exchange(m_recording, false))
        m_worker.discard();
    if (m_document.hasDraft())
        noteDraft();
}

} // namespace throughline
