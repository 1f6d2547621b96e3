// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <cerrno>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error systemError(const QString& path, const QString& message)
{
    return {Error::Code::System, message, {path, 0, 0, {}}};
}

Error tooLarge(const QString& path, qint64 maxSize)
{
    return {Error::Code::Limit,
            u"The file is larger than the %1 MiB that are read"_s.arg(maxSize / 1024 / 1024),
            {path, 0, 0, {}}};
}

/// Why a path cannot be written to, as far as that can be told before trying; empty where nothing speaks against it.
QString obstacle(const QFileInfo& file)
{
    const QFileInfo folder(file.absolutePath());
    if (!folder.exists())
        return u"The folder \"%1\" does not exist"_s.arg(folder.filePath());
    if (!folder.isDir())
        return u"\"%1\" is not a folder"_s.arg(folder.filePath());
    if (file.isDir())
        return u"A folder has that name"_s;
    if (file.exists() && !file.isWritable())
        return u"The file is read-only"_s;
    return {};
}

} // namespace

Result<QByteArray> readFile(const QString& path, qint64 maxSize)
{
    const QFileInfo info(path);
    if (!info.exists())
        return systemError(path, u"There is no such file"_s);
    if (info.isDir())
        return systemError(path, u"This is a folder, not a file"_s);
    if (info.size() > maxSize)
        return tooLarge(path, maxSize);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return systemError(path, info.isReadable() ? u"The file cannot be read: "_s + file.errorString()
                                                   : u"You are not allowed to read this file"_s);
    constexpr qsizetype more = 1024 * 1024; // for what is larger than it says, as devices are
    QByteArray content(qsizetype(info.size()) + 1, Qt::Uninitialized);
    qsizetype filled = 0;
    for (qint64 read = 1; read > 0; filled += qsizetype(std::max<qint64>(read, 0))) {
        if (filled > maxSize)
            return tooLarge(path, maxSize);
        if (filled == content.size())
            content.resize(content.size() + more);
        read = file.read(content.data() + filled, content.size() - filled);
    }
    content.truncate(filled);
    if (file.error() != QFileDevice::NoError)
        return systemError(path, u"The file cannot be read: "_s + file.errorString());
    return content;
}

Result<void> writeFile(const QString& path, const QByteArray& content)
{
    if (const QString why = obstacle(QFileInfo(path)); !why.isEmpty())
        return systemError(path, why);
    QSaveFile file(path);
    // Without this a folder that allows no new file would make QSaveFile write into the old file itself.
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly)) {
        return systemError(path, u"The folder \"%1\" does not let a file be written (%2)"_s.arg(
                                     QFileInfo(path).absolutePath(), file.errorString()));
    }
    // The file system may say only now that there is no room; commit() would not tell.
    const bool written = file.write(content) == content.size() && file.flush();
    if (written && !syncFile(file)) {
        file.cancelWriting();
        return systemError(path, u"The disk does not confirm that it was written"_s);
    }
    if (!written || !file.commit()) {
        // Qt calls it an unknown error.
        const bool isFull = QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable() < content.size();
        return systemError(path,
                           isFull ? u"The disk is full"_s : u"It cannot be written: %1"_s.arg(file.errorString()));
    }
    syncFolder(QFileInfo(path).absolutePath());
    return {};
}

bool syncFile(const QFileDevice& file)
{
#ifdef Q_OS_WIN
    return ::_commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0 || errno == EINVAL || errno == ENOTSUP;
#endif
}

void syncFolder(const QString& folder)
{
#ifndef Q_OS_WIN
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
#else
    Q_UNUSED(folder)
#endif
}

} // namespace throughline
