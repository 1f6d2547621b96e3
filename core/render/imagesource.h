// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <QHash>
#include <QImage>

namespace throughline {

/// A picture of an attachment, made small.
struct FoundImage
{
    QImage image;         ///< null: not there yet, or missing
    bool missing = false; ///< it cannot be read
};

/// Where painters find the pictures that a display list names (ImageOp::target).
class ImageSource
{
public:
    ImageSource() = default;
    virtual ~ImageSource() = default;
    Q_DISABLE_COPY_MOVE(ImageSource)

    [[nodiscard]] virtual FoundImage find(const QString& target) = 0;
};

/// Reads a picture out of a target itself ("data:") or out of the file that it names below folder, no larger than
/// mostPx at its longer side; null where it cannot be read, is larger than 64 MB, leads out of the folder, or folder is
/// empty. For any thread.
[[nodiscard]] QImage readImage(const QString& folder, const QString& target, int mostPx);

/// Reads pictures when they are asked for, each once: for exports.
class ImageFolder : public ImageSource
{
public:
    /// folder: that of the document; empty: it has none yet.
    explicit ImageFolder(const QString& folder) : m_folder(folder) {}

    [[nodiscard]] FoundImage find(const QString& target) override;

private:
    QString m_folder;
    QHash<QString, QImage> m_read;
};

} // namespace throughline
