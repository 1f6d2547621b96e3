// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/backups.h"

/// The earlier versions of documents on the disk. Every function may be called in any thread.
namespace throughline {

/// Where the versions of a document are kept.
[[nodiscard]] QString versionsFolder(const QString& file);
/// The versions of a document that are kept, newest first.
[[nodiscard]] QList<Backup> versionsOf(const QString& file);
/// Keeps the file as it is on the disk, before something else is written there, and thins out what is kept. A file that
/// is not there, or is as the newest version, needs none. Errors: System.
[[nodiscard]] Result<void> keepVersion(const QString& file, const QDateTime& now);
/// Keeps content that the file had until another program wrote or removed it, and thins out what is kept. Errors:
/// System.
[[nodiscard]] Result<void> keepVersion(const QString& file, const QByteArray& content, const QDateTime& now);

} // namespace throughline
