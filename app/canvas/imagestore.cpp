// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/imagestore.h"

#include <algorithm>

namespace throughline {

namespace {

/// At the longer side: as large as a card at 100 % on a screen of double density, twice enlarged.
constexpr int MostPx = 320;
/// Of all pictures together; some hundreds.
constexpr qsizetype MostBytes = 128 * 1024 * 1024;
/// Read in one go, so that the first are seen soon.
constexpr qsizetype AtOnce = 8;

} // namespace

ImageStore::ImageStore(QObject* parent) : QObject(parent) {}

void ImageStore::reset(const QString& folder)
{
    m_folder = folder;
    m_job.cancel();
    m_images.clear();
    m_bytes = 0;
    m_wanted.clear();
    m_asked.clear();
}

void ImageStore::forgetMissing()
{
    m_images.removeIf([](const auto& entry) { return entry.value().isNull(); });
}

FoundImage ImageStore::find(const QString& target)
{
    const auto found = m_images.constFind(target);
    if (found != m_images.cend())
        return {*found, found->isNull()};
    want(target);
    return {};
}

void ImageStore::want(const QString& target)
{
    if (m_asked.contains(target))
        return;
    m_asked += target;
    m_wanted += target;
    if (!m_job.isActive())
        readNext();
}

void ImageStore::readNext()
{
    const QList<QString> targets = m_wanted.first(std::min(AtOnce, m_wanted.size()));
    m_wanted.remove(0, targets.size());
    m_job.start(
        [targets, folder = m_folder] {
            Read read;
            for (const QString& target : targets)
                read.insert(target, readImage(folder, target, MostPx));
            return read;
        },
        [this](const Read& read) { take(read); });
}

void ImageStore::take(const Read& read)
{
    QSet<QString> targets;
    for (auto it = read.begin(); it != read.end(); ++it) {
        // What is painted already stays as it is; only what is painted anew asks again.
        if (m_bytes > MostBytes) {
            m_images.clear();
            m_bytes = 0;
        }
        m_images.insert(it.key(), it.value());
        m_bytes += it.value().sizeInBytes();
        m_asked -= it.key();
        targets += it.key();
    }
    if (!m_wanted.isEmpty())
        readNext();
    Q_EMIT found(targets);
}

} // namespace throughline
