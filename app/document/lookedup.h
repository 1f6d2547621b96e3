// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/backgroundjob.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace throughline {

/// A list for the start page that is looked up on the disk, in the background.
class LookedUp : public QObject
{
    Q_OBJECT
    QML_ANONYMOUS

    /// Objects, as the one who looks them up says.
    Q_PROPERTY(QVariantList entries READ entries NOTIFY entriesChanged)

public:
    [[nodiscard]] QVariantList entries() const { return m_entries; }

Q_SIGNALS:
    void entriesChanged();

protected:
    explicit LookedUp(QObject* parent) : QObject(parent) {}

    /// Takes what look gives, in any thread; entriesChanged() follows if it is something else than before.
    void lookUp(std::function<QVariantList()> look);
    /// These are the entries now, whatever is being looked up.
    void take(const QVariantList& entries);

private:
    void setEntries(const QVariantList& entries);

    QVariantList m_entries;
    BackgroundJob<QVariantList> m_job{this};
};

} // namespace throughline
