// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/lookedup.h"

namespace throughline {

void LookedUp::lookUp(std::function<QVariantList()> look)
{
    m_job.start(std::move(look), [this](const QVariantList& entries) { setEntries(entries); });
}

void LookedUp::take(const QVariantList& entries)
{
    m_job.cancel();
    setEntries(entries);
}

void LookedUp::setEntries(const QVariantList& entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    Q_EMIT entriesChanged();
}

} // namespace throughline
