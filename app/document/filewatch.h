// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace throughline {

/// Notices that a file may have been written, replaced, moved or deleted by another program.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    explicit FileWatch(QObject* parent = nullptr);

    /// Watches this file; none with an empty path.
    void setPath(const QString& path);

Q_SIGNALS:
    /// Once for what happens in quick succession: programs replace a file in several steps.
    void touched();

private:
    using Stamp = std::pair<qint64, QDateTime>;

    [[nodiscard]] Stamp stamp() const;
    void watch();

    QString m_path;
    Stamp m_stamp; ///< as it was told last
    QFileSystemWatcher m_watcher;
    QTimer m_rest;
};

} // namespace throughline
