// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

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
        return u"Not saved: the folder \"%1\" does not exist any more; save it elsewhere"_s.arg(folder.filePath());
    if (!folder.isDir())
        return u"Not saved: \"%1\" is not a folder; save it elsewhere"_s.arg(folder.filePath());
    if (file.isDir())
        return u"Not saved: a folder has that name; choose another"_s;
    if (file.exists() && !file.isWritable())
        return u"Not saved: the file is read-only; save it under another name"_s;
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
    QByteArray content;
    constexpr qint64 chunkSize = 1024 * 1024;
    for (QByteArray chunk = file.read(chunkSize); !chunk.isEmpty(); chunk = file.read(chunkSize)) {
        content += chunk;
        if (content.size() > maxSize)
            return tooLarge(path, maxSize);
    }
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
        return systemError(path,
                           u"Not saved: the folder \"%1\" does not let a file be written (%2); save it elsewhere"_s.arg(
                               QFileInfo(path).absolutePath(), file.errorString()));
    }
    if (file.write(content) != content.size() || !file.commit())
        return systemError(path, u"Not saved: %1; the file on the disk is as it was"_s.arg(file.errorString()));
    return {};
}

} // namespace throughline
