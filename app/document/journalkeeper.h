// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/journalworker.h"

namespace throughline {

class DocumentController;
struct DocumentChange;

/// Keeps the unsaved changes of a document safe: whatever is announced is in its journal on the disk within a second,
/// and there is no journal while the document is as it was saved. Destroyed with unsaved changes it leaves the journal
/// to be found.
class JournalKeeper : public QObject
{
    Q_OBJECT

public:
    explicit JournalKeeper(DocumentController& document);

    /// The changes are saved or given up on purpose. A draft that the document still has is kept.
    void discard();
    /// No file holds the document any more: the whole of it is kept safe until it is saved.
    void keepAll();
    /// The document has another draft, or another text of its own, or none any more.
    void noteDraft();
    /// Takes away a journal that nobody wants any more.
    void remove(const QString& journal) { m_worker.remove(journal, false); }
    /// Takes away a journal whose changes were just made to the document, when they are safe in its own journal.
    void removeWhenKept(const QString& journal) { m_worker.remove(journal, true); }
    /// While paused, changes of the document are not recorded: they are in its file.
    void setPaused(bool paused) { m_paused = paused; }
    /// Waits until everything so far is on the disk.
    void flush() { m_worker.flush(); }
    /// The journal that is written; empty when there is none. As the disk knows it after flush().
    [[nodiscard]] QString path() const { return m_worker.path(); }

Q_SIGNALS:
    /// Something a person must know, one sentence with the remedy.
    void trouble(const QString& message);

private:
    void record(const DocumentChange& change);
    void begin(const Patch& first);

    DocumentController& m_document;
    JournalWorker m_worker;
    bool m_recording = false;
    bool m_paused = false;
};

} // namespace throughline
