// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/filewatch.h"

#include <QFileInfo>

#include <utility>

namespace throughline {

namespace {
constexpr int RestMs = 250;
}

FileWatch::FileWatch(QObject* parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        // A file that was replaced is another one to the system.
        watch();
        // Others come and go in its folder.
        if (std::exchange(m_stamp, stamp()) != m_stamp)
            Q_EMIT touched();
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_rest.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_rest.start(); });
}

void FileWatch::setPath(const QString& path)
{
    if (path != m_path) {
        const QStringList before = m_watcher.files() + m_watcher.directories();
        if (!before.isEmpty())
            m_watcher.removePaths(before);
        m_rest.stop();
        m_path = path;
    }
    m_stamp = stamp();
    watch();
}

FileWatch::Stamp FileWatch::stamp() const
{
    const QFileInfo info(m_path);
    return info.exists() ? Stamp(info.size(), info.lastModified()) : Stamp(-1, QDateTime());
}

void FileWatch::watch()
{
    if (m_path.isEmpty())
        return;
    const QFileInfo info(m_path);
    if (info.exists() && !m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path);
    if (QFileInfo::exists(info.absolutePath()) && m_watcher.directories().isEmpty())
        m_watcher.addPath(info.absolutePath());
}

} // namespace throughline
