// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/backgroundjob.h"
#include "app/document/journals.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// The journals that windows left behind when they were killed: for the start page.
class UnsavedWork : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    /// Newest first; each has "journal" (its path), "name", "folder" (empty: the document has no file), "when" (text)
    /// and "changes" (how many).
    Q_PROPERTY(QVariantList entries READ entries NOTIFY entriesChanged)

public:
    explicit UnsavedWork(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QVariantList entries() const { return m_entries; }
    /// Looks for them in the background; entriesChanged() follows if there are others than before.
    Q_INVOKABLE void refresh();
    /// refresh() that waits.
    void refreshNow();
    /// Drops the changes for good.
    Q_INVOKABLE void remove(const QString& journal);

Q_SIGNALS:
    void entriesChanged();

private:
    void setEntries(const QVariantList& entries);

    QVariantList m_entries;
    BackgroundJob<QVariantList> m_job{this};
};

} // namespace throughline
