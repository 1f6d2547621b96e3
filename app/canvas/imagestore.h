// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/backgroundjob.h"
#include "core/render/imagesource.h"

#include <QObject>
#include <QSet>

namespace throughline {

/// The pictures that the canvas shows: read in a worker when they are painted first, kept small, forgotten when they
/// are too many.
class ImageStore : public QObject, public ImageSource
{
    Q_OBJECT

public:
    explicit ImageStore(QObject* parent = nullptr);

    /// Forgets everything. folder: where the files of the document are; empty: it has none yet.
    void reset(const QString& folder);
    [[nodiscard]] QString folder() const { return m_folder; }
    /// Files may have come that were missing.
    void forgetMissing();
    /// Nothing is being read.
    [[nodiscard]] bool isSettled() const { return m_wanted.isEmpty() && !m_job.isActive(); }

    [[nodiscard]] FoundImage find(const QString& target) override;

Q_SIGNALS:
    /// These can be shown now, or are known to be missing.
    void found(const QSet<QString>& targets);

private:
    using Read = QHash<QString, QImage>;

    void want(const QString& target);
    void readNext();
    void take(const Read& read);

    QString m_folder;
    Read m_images; ///< null: missing
    qsizetype m_bytes = 0;
    QList<QString> m_wanted; ///< not read yet
    QSet<QString> m_asked;   ///< wanted or being read
    BackgroundJob<Read> m_job{this};
};

} // namespace throughline
