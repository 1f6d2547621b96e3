// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/backgroundjob.h"

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// Blueprints whose files are not there any more and of which an earlier version is kept: for the start page.
class GoneFiles : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    /// In the order of the paths; each has "url" (the file that was), "name", "folder" and "when" (the newest version,
    /// text).
    Q_PROPERTY(QVariantList entries READ entries NOTIFY entriesChanged)

public:
    explicit GoneFiles(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QVariantList entries() const { return m_entries; }
    /// Looks in the background which of the files are gone and kept; entriesChanged() follows if there are others than
    /// before.
    Q_INVOKABLE void lookFor(const QStringList& paths);
    /// lookFor() that waits.
    void lookForNow(const QStringList& paths);

Q_SIGNALS:
    void entriesChanged();

private:
    void setEntries(const QVariantList& entries);

    QVariantList m_entries;
    BackgroundJob<QVariantList> m_job{this};
};

} // namespace throughline
