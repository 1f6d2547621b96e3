// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

class QFileDevice;

/// The only way to the disk for documents and exports.
namespace throughline {

/// The largest file that is read.
inline constexpr qint64 MaxReadSize = 256LL * 1024 * 1024;

/// The whole content of a file (or of a resource, ":/…"). Errors, one sentence with the path as place: missing, a
/// folder, not readable, larger than maxSize. Never reads more than maxSize, also of a device without end.
[[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 maxSize = MaxReadSize);

/// Puts content in place of the file, or makes it: either all of it or, on any error, the old file as it was. When it
/// returns the disk has it, power cuts included. Errors, one sentence with the path as place: the folder is missing or
/// read-only, a folder stands in the way, the disk is full or does not confirm.
[[nodiscard]] Result<void> writeFile(const QString& path, const QByteArray& content);

/// Has what was written to an open file on the disk. False where the disk does not confirm it; a file system that
/// cannot be asked does it in its own time.
[[nodiscard]] bool syncFile(const QFileDevice& file);
/// Has the names in a folder on the disk, so that a new file survives a power cut. Where that cannot be asked for, the
/// file system does it in its own time.
void syncFolder(const QString& folder);

} // namespace throughline
