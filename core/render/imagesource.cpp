// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/imagesource.h"

#include "core/model/attachments.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

namespace throughline {

namespace {

constexpr qint64 MostBytes = 64 * 1024 * 1024;
/// Of a picture on paper or in a drawing that is enlarged: four pixels a point of the strip on a card.
constexpr int ExportPx = 512;

QImage decoded(QIODevice& device, int mostPx)
{
    QImageReader reader(&device);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > mostPx || size.height() > mostPx))
        reader.setScaledSize(size.scaled(mostPx, mostPx, Qt::KeepAspectRatio).expandedTo({1, 1}));
    QImage image = reader.read();
    if (image.width() > mostPx || image.height() > mostPx)
        image = image.scaled(mostPx, mostPx, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return image.isNull() ? image
                          : std::move(image).convertToFormat(
                                image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

} // namespace

QImage readImage(const QString& folder, const QString& target, int mostPx)
{
    const Attachment attachment{{}, target};
    if (isHeld(attachment)) {
        QByteArray content = contentOf(attachment);
        QBuffer buffer(&content);
        return buffer.open(QIODevice::ReadOnly) ? decoded(buffer, mostPx) : QImage();
    }
    if (folder.isEmpty() || !isBeside(attachment))
        return {};
    QFile file(QDir(folder).filePath(target));
    // A link in the folder may lead anywhere, a pipe would wait for ever.
    const QString real = QFileInfo(file).canonicalFilePath();
    const bool within = real.startsWith(QDir(folder).canonicalPath() + u'/') && QFileInfo(real).isFile();
    return within && file.size() <= MostBytes && file.open(QIODevice::ReadOnly) ? decoded(file, mostPx) : QImage();
}

FoundImage ImageFolder::find(const QString& target)
{
    auto found = m_read.constFind(target);
    if (found == m_read.cend())
        found = m_read.insert(target, readImage(m_folder, target, ExportPx));
    return {*found, found->isNull()};
}

} // namespace throughline
