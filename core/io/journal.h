// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/patch.h"

#include <QDateTime>
#include <QFile>
#include <QString>

namespace throughline {

/// What a journal is about, at its head.
struct JournalHead
{
    QString documentFile; ///< absolute path of the document; empty: it has no file yet
    QDateTime began;      ///< when the first unsaved change was made, in UTC, to the second

    bool operator==(const JournalHead&) const = default;
};

/// Records the unsaved changes of one document as they happen: the document as it was saved last, then each patch on a
/// line with its checksum. A line that a crash tore is recognised and left out. One writer at a time; any one thread.
class JournalWriter
{
public:
    JournalWriter() = default;
    JournalWriter(const JournalWriter&) = delete;
    JournalWriter& operator=(const JournalWriter&) = delete;

    /// Starts a journal at path in place of what is there, from the document before its first unsaved change. Errors:
    /// System.
    [[nodiscard]] Result<void> begin(const QString& path, const JournalHead& head, const Blueprint& base);
    /// Goes on with a journal that readJournal() has read, behind its last whole line.
    [[nodiscard]] Result<void> resume(const QString& path);
    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }
    [[nodiscard]] QString path() const { return m_file.fileName(); }

    /// Adds a patch. Errors: System; then what was recorded before is still readable.
    [[nodiscard]] Result<void> append(const Patch& patch);
    /// Returns when everything appended is on the disk, power cuts included.
    [[nodiscard]] Result<void> sync();

    /// Somebody took the file away: what is written goes nowhere.
    [[nodiscard]] bool isLost() const;

    /// Ends it and leaves the file, or takes the file away: the changes are saved or given up.
    void close();
    void discard();

private:
    [[nodiscard]] Result<void> write(const QByteArray& bytes);

    QFile m_file;
};

/// What a journal holds.
struct JournalContent
{
    JournalHead head;
    Blueprint base;        ///< the document as it was saved last
    Blueprint now;         ///< with every change that was recorded whole
    int changes = 0;       ///< how many
    bool isTorn = false;   ///< the last line was cut off and left out
    qint64 wholeBytes = 0; ///< how much of the file is whole

    bool operator==(const JournalContent&) const = default;
};

/// Reads a journal. A line that is cut off or damaged ends it without an error. Errors: System when it cannot be read;
/// Syntax when it is no journal or was cut off before the first whole change.
[[nodiscard]] Result<JournalContent> readJournal(const QString& path);

/// Only what the journal at path is about. Errors as for readJournal().
[[nodiscard]] Result<JournalHead> readJournalHead(const QString& path);

/// Where the journal of a document stands: beside it, hidden, ".dinner.blueprint.journal".
[[nodiscard]] QString journalPathFor(const QString& documentFile);

} // namespace throughline
