// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/journal.h"

#include <QLockFile>
#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <variant>
#include <vector>

namespace throughline {

/// Writes the journal of one document in a thread of its own, in the order it was asked to, and has everything on the
/// disk as soon as the disk lets it. Beside the document where that is possible, else in the folder for journals; a
/// journal that stands there already is never written over. The signals come in the thread of the worker's maker.
class JournalWorker : public QObject
{
    Q_OBJECT

public:
    explicit JournalWorker(QObject* parent = nullptr) : QObject(parent) { m_pool.setMaxThreadCount(1); }
    /// Writes what is still to be written. The journal stays.
    ~JournalWorker() override;

    /// Begins a journal with the first change, which made now; an empty one begins it with none. documentFile is empty
    /// for a document without a file.
    void begin(const QString& documentFile, const Blueprint& now, const Patch& first);
    /// Adds a change, which made now.
    void append(const Patch& patch, const Blueprint& now);
    /// Keeps what is typed and not understood yet beside the journal, in place of what was; empty: nothing.
    void setDraft(const QString& text);
    /// Takes the journal away.
    void discard();
    /// Takes away an old journal: at once, or when all that was asked before is on the disk, and not before.
    void remove(const QString& journal, bool whenKept);
    /// Waits until everything asked is done.
    void flush();
    /// The journal that is written; empty when there is none.
    [[nodiscard]] QString path() const;

Q_SIGNALS:
    /// Changes are not kept safe. Once for each journal.
    void failed(const QString& why);
    /// Another living window keeps the journal beside the document.
    void sharedWithOther();

private:
    struct Begin
    {
        QString documentFile;
        Blueprint now;
        Patch first;
    };
    struct Append
    {
        Patch patch;
        Blueprint now;
    };
    struct Draft
    {
        QString text;
    };
    struct Discard
    {
    };
    struct Remove
    {
        QString journal;
        bool whenKept = false;
    };
    using Order = std::variant<Begin, Append, Draft, Discard, Remove>;
    struct Place
    {
        QString path;
        std::unique_ptr<QLockFile> lock;
    };

    void post(Order order);
    void drain();
    void carryOut(const Begin& order);
    void carryOut(const Append& order);
    void carryOut(const Draft& order);
    void carryOut(const Discard& order);
    void carryOut(const Remove& order);
    [[nodiscard]] Result<void> start(const QString& path);
    [[nodiscard]] Result<void> startBeside();
    [[nodiscard]] Result<void> startAside();
    /// Puts all changes since the last saving into a new journal aside: the one before cannot be written any more, or
    /// somebody took it away.
    void startAnew(const Error& why);
    void writeDraft();
    void sync();
    void report(const Error& error);
    void setPlace(Place place);

    mutable QMutex m_mutex;
    QList<Order> m_orders; ///< under m_mutex, as the next two
    bool m_draining = false;
    QString m_path;

    // Of the thread that writes.
    JournalWriter m_writer;
    JournalHead m_head;
    Blueprint m_base;
    Blueprint m_now;
    QString m_draft;
    Place m_place;
    std::vector<Place> m_left; ///< journals that could not be written any more and are not made up for yet
    bool m_recording = false;
    bool m_broken = false; ///< the last change is not in the journal
    bool m_reported = false;
    bool m_unsynced = false;

    QThreadPool m_pool;
};

} // namespace throughline
