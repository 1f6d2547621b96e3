// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/journal.h"

#include <QDateTime>
#include <QList>

#include <optional>

/// Where journals stand and which of them nobody looks after any more. Every function may be called in any thread.
namespace throughline {

/// A journal that a window left behind when it was killed.
struct FoundJournal
{
    QString path;
    JournalContent content;
    QDateTime when;          ///< of the last change, in local time
    bool isOutdated = false; ///< the document's file was written since
    QString draft{};         ///< what was typed beside the drawing and not understood yet

    /// How many changes people are told of.
    [[nodiscard]] int changes() const { return content.changes + (draft.isEmpty() ? 0 : 1); }
};

/// The folder for journals of documents without a file and for pointers to journals beside documents.
[[nodiscard]] QString journalFolder();
/// A new name in folder.
[[nodiscard]] QString newJournalIn(const QString& folder);
/// What a living window locks while it writes journal.
[[nodiscard]] QString lockOf(const QString& journal);
/// The file in folder that names a journal beside a document.
[[nodiscard]] QString pointerTo(const QString& journal, const QString& folder);
/// The file beside a journal that holds what is typed and not understood yet.
[[nodiscard]] QString draftOf(const QString& journal);
/// The one name of a document's file, however it is reached and whether it is there or not.
[[nodiscard]] QString documentPath(const QString& file);

/// True while a living window writes the journal.
[[nodiscard]] bool isOwned(const QString& journal);
/// When the lock of a journal was left by another computer, which cannot be asked whether it is still at work: one
/// sentence that says so; else empty.
[[nodiscard]] QString leftLockText(const QString& journal);
/// Takes away the journal, its draft and its pointer.
void removeJournal(const QString& journal);

/// The journal, if it holds changes and nobody owns it. One that is useless is removed.
[[nodiscard]] std::optional<FoundJournal> findJournal(const QString& path);
/// Whether a journal that was found is still there as it was, and nobody's.
[[nodiscard]] bool isLeft(const FoundJournal& found);
/// The journals about a document's file that nobody owns, newest first; those that say the same as saved are removed.
[[nodiscard]] QList<FoundJournal> findJournalsOf(const QString& file, const Blueprint& saved);
/// All journals known on this machine that nobody owns, newest first.
[[nodiscard]] QList<FoundJournal> findJournals();

/// A moment for people: "12:31", or with its day when that is not today.
[[nodiscard]] QString whenText(const QDateTime& when);

} // namespace throughline
