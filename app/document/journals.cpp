// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/journals.h"

#include "core/io/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QLockFile>
#include <QSet>
#include <QStandardPaths>
#include <QSysInfo>
#include <QUuid>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList filesIn(const QString& folder, const QString& pattern)
{
    QStringList paths;
    for (const QFileInfo& info : QDir(folder).entryInfoList({pattern}, QDir::Files | QDir::Hidden, QDir::Name))
        paths += info.absoluteFilePath();
    return paths;
}

/// The journals that the pointers in folder name. A pointer to nothing is removed, unless the whole folder of its
/// journal is away, as that of a stick is.
QStringList pointedAtIn(const QString& folder)
{
    constexpr qint64 longestPath = 64 * 1024;
    QStringList paths;
    for (const QString& pointer : filesIn(folder, u"*.open"_s)) {
        const Result<QByteArray> content = readFile(pointer, longestPath);
        const QString path = content ? QString::fromUtf8(*content) : QString();
        if (QFileInfo::exists(path))
            paths += path;
        else if (path.isEmpty() || QFileInfo::exists(QFileInfo(path).absolutePath()))
            QFile::remove(pointer);
    }
    return paths;
}

void sortByTime(QList<FoundJournal>& found)
{
    std::stable_sort(found.begin(), found.end(),
                     [](const FoundJournal& a, const FoundJournal& b) { return a.when > b.when; });
}

} // namespace

QString journalFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/journals"_s;
}

QString newJournalIn(const QString& folder)
{
    return folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".journal"_s;
}

QString lockOf(const QString& journal)
{
    return journal + u".lock"_s;
}

QString pointerTo(const QString& journal, const QString& folder)
{
    const QByteArray name = QCryptographicHash::hash(journal.toUtf8(), QCryptographicHash::Sha1).toHex();
    return folder + u'/' + QString::fromLatin1(name) + u".open"_s;
}

QString draftOf(const QString& journal)
{
    return journal + u".draft"_s;
}

QString documentPath(const QString& file)
{
    const QFileInfo info(file);
    if (const QString canonical = info.canonicalFilePath(); !canonical.isEmpty())
        return canonical;
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : QDir(folder).filePath(info.fileName());
}

bool isOwned(const QString& journal)
{
    QLockFile lock(lockOf(journal));
    // However long a window stays open: only the end of its process ends its lock.
    lock.setStaleLockTime(0);
    return !lock.tryLock(0) && lock.error() == QLockFile::LockFailedError;
}

QString leftLockText(const QString& journal)
{
    qint64 process = 0;
    QString computer;
    QString program;
    const QLockFile lock(lockOf(journal));
    if (!lock.getLockInfo(&process, &computer, &program) || computer.isEmpty() ||
        computer == QSysInfo::machineHostName())
        return {};
    return QCoreApplication::translate(
               "Journals", "The computer “%1” has this file open with unsaved changes since %2, or went down "
                           "and left its mark.")
        .arg(computer, whenText(QFileInfo(lockOf(journal)).lastModified()));
}

void removeJournal(const QString& journal)
{
    QFile::remove(journal);
    QFile::remove(draftOf(journal));
    QFile::remove(pointerTo(journal, journalFolder()));
}

std::optional<FoundJournal> findJournal(const QString& path)
{
    if (!QFileInfo(path).isFile() || isOwned(path))
        return std::nullopt;
    const Result<JournalContent> content = readJournal(path);
    const Result<QByteArray> typed = readFile(draftOf(path));
    const QString draft = typed ? QString::fromUtf8(*typed) : QString();
    // Where the file is gone, the journal of a document without changes is all there is of it.
    const auto saysNothing = [&] {
        const QString file = content->head.documentFile;
        return content->now == content->base && draft.isEmpty() && (file.isEmpty() || QFileInfo::exists(file));
    };
    const bool useless = content ? saysNothing() : content.error().code == Error::Code::Syntax;
    if (useless)
        removeJournal(path);
    if (useless || !content)
        return std::nullopt;
    return FoundJournal{path, *content, QFileInfo(path).lastModified(), false, draft};
}

bool isLeft(const FoundJournal& found)
{
    const QFileInfo info(found.path);
    return info.isFile() && info.lastModified() == found.when && !isOwned(found.path);
}

QList<FoundJournal> findJournalsOf(const QString& file, const Blueprint& saved)
{
    const QString document = documentPath(file);
    QStringList paths{journalPathFor(document)};
    for (const QString& path : filesIn(journalFolder(), u"*.journal"_s)) {
        const Result<JournalHead> head = readJournalHead(path);
        if (head && head->documentFile == document)
            paths += path;
    }
    QList<FoundJournal> found;
    for (const QString& path : paths) {
        std::optional<FoundJournal> journal = findJournal(path);
        if (journal && journal->content.now == saved && journal->draft.isEmpty()) {
            removeJournal(path);
        } else if (journal) {
            journal->isOutdated = journal->content.base != saved;
            found += *journal;
        }
    }
    sortByTime(found);
    return found;
}

QList<FoundJournal> findJournals()
{
    const QString folder = journalFolder();
    QList<FoundJournal> found;
    for (const QString& path : filesIn(folder, u"*.journal"_s) + pointedAtIn(folder)) {
        if (const std::optional<FoundJournal> journal = findJournal(path))
            found += *journal;
    }
    sortByTime(found);
    return found;
}

QString whenText(const QDateTime& when)
{
    const QString time = QLocale().toString(when.time(), u"HH:mm"_s);
    if (when.date() == QDate::currentDate())
        return time;
    return QLocale().toString(when.date(), QLocale::ShortFormat) + u", "_s + time;
}

} // namespace throughline
