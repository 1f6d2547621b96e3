// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/journalworker.h"

#include "app/document/journals.h"
#include "core/io/files.h"

#include <QDir>
#include <QFileInfo>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error cannotKeep(const QString& path, const QString& why)
{
    return {Error::Code::System, u"Changes cannot be kept safe: "_s + why, {path, 0, 0, {}}};
}

} // namespace

JournalWorker::~JournalWorker()
{
    flush();
}

void JournalWorker::begin(const QString& documentFile, const Blueprint& now, const Patch& first)
{
    post(Begin{documentFile, now, first});
}

void JournalWorker::append(const Patch& patch, const Blueprint& now)
{
    post(Append{patch, now});
}

void JournalWorker::setDraft(const QString& text)
{
    post(Draft{text});
}

void JournalWorker::discard()
{
    post(Discard{});
}

void JournalWorker::remove(const QString& journal, bool whenKept)
{
    post(Remove{journal, whenKept});
}

void JournalWorker::flush()
{
    m_pool.waitForDone();
}

QString JournalWorker::path() const
{
    const QMutexLocker locker(&m_mutex);
    return m_path;
}

void JournalWorker::post(Order order)
{
    const QMutexLocker locker(&m_mutex);
    m_orders.push_back(std::move(order));
    if (m_draining)
        return;
    m_draining = true;
    m_pool.start([this] { drain(); });
}

void JournalWorker::drain()
{
    for (;;) {
        QList<Order> orders;
        {
            const QMutexLocker locker(&m_mutex);
            if (m_orders.isEmpty()) {
                m_draining = false;
                return;
            }
            orders.swap(m_orders);
        }
        for (const Order& order : orders)
            std::visit([this](const auto& which) { carryOut(which); }, order);
        // Once for all that came while the disk was at work.
        sync();
    }
}

void JournalWorker::carryOut(const Begin& order)
{
    carryOut(Discard{});
    m_head = {order.documentFile, QDateTime::currentDateTimeUtc()};
    m_base = order.now;
    const Result<void> takenBack = apply(m_base, inverse(order.first));
    Q_ASSERT(takenBack);
    m_now = order.now;
    m_recording = true;
    if (startBeside())
        return carryOut(Append{order.first, order.now});
    startAnew({});
}

void JournalWorker::carryOut(const Append& order)
{
    if (!m_recording)
        return;
    m_now = order.now;
    if (m_broken)
        return startAnew({});
    m_unsynced = true;
    if (order.patch.isEmpty())
        return;
    if (const Result<void> written = m_writer.append(order.patch); !written)
        return startAnew(written.error());
}

void JournalWorker::carryOut(const Draft& order)
{
    if (!m_recording)
        return;
    m_draft = order.text;
    m_unsynced = true;
    if (m_broken)
        return startAnew({});
    writeDraft();
}

void JournalWorker::carryOut(const Discard&)
{
    m_writer.close();
    if (!m_place.path.isEmpty())
        removeJournal(m_place.path);
    for (const Place& left : m_left)
        removeJournal(left.path);
    m_left.clear();
    setPlace({});
    m_base = {};
    m_now = {};
    m_draft.clear();
    m_recording = false;
    m_broken = false;
    m_reported = false;
    m_unsynced = false;
}

void JournalWorker::carryOut(const Remove& order)
{
    if (order.whenKept)
        sync();
    // A living window may have begun another of that name.
    if ((!order.whenKept || !m_broken) && !isOwned(order.journal))
        removeJournal(order.journal);
}

Result<void> JournalWorker::start(const QString& path)
{
    Place place{path, std::make_unique<QLockFile>(lockOf(path))};
    place.lock->setStaleLockTime(0);
    if (!place.lock->tryLock(0)) {
        const bool other = place.lock->error() == QLockFile::LockFailedError;
        if (other)
            Q_EMIT sharedWithOther();
        return cannotKeep(path, other ? u"another window writes the journal"_s : u"the folder takes no new file"_s);
    }
    if (QFileInfo::exists(path))
        return cannotKeep(path, u"an older journal stands there"_s);
    if (Result<void> begun = m_writer.begin(path, m_head, m_base); !begun) {
        m_writer.discard();
        return begun;
    }
    QFile::remove(draftOf(path));
    setPlace(std::move(place));
    return {};
}

Result<void> JournalWorker::startBeside()
{
    if (m_head.documentFile.isEmpty())
        return cannotKeep({}, u"the document has no file"_s);
    const QString path = journalPathFor(m_head.documentFile);
    if (Result<void> started = start(path); !started)
        return started;
    // Without the pointer the journal is still found when its document is opened.
    const QString folder = journalFolder();
    if (QDir().mkpath(folder))
        (void)writeFile(pointerTo(path, folder), path.toUtf8());
    return {};
}

Result<void> JournalWorker::startAside()
{
    const QString folder = journalFolder();
    if (!QDir().mkpath(folder))
        return cannotKeep(folder, u"the folder %1 cannot be made"_s.arg(QDir::toNativeSeparators(folder)));
    if (Result<void> started = start(newJournalIn(folder)); !started)
        return started;
    const Patch all = diff(m_base, m_now);
    return all.isEmpty() ? Result<void>() : m_writer.append(all);
}

void JournalWorker::startAnew(const Error& why)
{
    if (!m_place.path.isEmpty() && !m_writer.isLost())
        m_left.push_back(std::move(m_place));
    setPlace({});
    m_writer.close();
    const Result<void> started = startAside();
    m_broken = !started;
    m_unsynced = started.has_value();
    if (!started) {
        m_writer.close();
        if (!m_place.path.isEmpty())
            removeJournal(m_place.path);
        setPlace({});
        report(why.message.isEmpty() ? started.error() : why);
        return;
    }
    writeDraft();
}

void JournalWorker::writeDraft()
{
    const QString path = draftOf(m_place.path);
    if (m_draft.isEmpty()) {
        QFile::remove(path);
        return;
    }
    if (const Result<void> written = writeFile(path, m_draft.toUtf8()); !written)
        return report(cannotKeep(path, written.error().message));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
}

void JournalWorker::sync()
{
    if (m_unsynced && m_writer.isLost())
        startAnew({});
    if (!std::exchange(m_unsynced, false))
        return;
    if (const Result<void> synced = m_writer.sync(); !synced) {
        m_broken = true;
        report(synced.error());
        return;
    }
    for (const Place& left : m_left)
        removeJournal(left.path);
    m_left.clear();
}

void JournalWorker::report(const Error& error)
{
    if (!std::exchange(m_reported, true))
        Q_EMIT failed(error.message);
}

void JournalWorker::setPlace(Place place)
{
    m_place = std::move(place);
    const QMutexLocker locker(&m_mutex);
    m_path = m_place.path;
}

} // namespace throughline
