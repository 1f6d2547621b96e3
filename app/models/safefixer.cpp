// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/safefixer.h"

#include "app/document/follow.h"

#include <utility>

namespace throughline {

SafeFixer::SafeFixer(QObject* parent) : QObject(parent) {}

void SafeFixer::setCheckRunner(CheckRunner* runner)
{
    if (!follow(this, m_runner, runner, when(&CheckRunner::resultChanged, &SafeFixer::refresh)))
        return;
    Q_EMIT checkRunnerChanged();
    refresh();
}

bool SafeFixer::fits() const
{
    return m_runner && m_runner->document() && m_runner->document()->revision() == m_revision;
}

void SafeFixer::setPreviewing(bool previewing)
{
    if (previewing == m_previewing)
        return;
    m_previewing = previewing;
    Q_EMIT previewChanged();
}

QVariant SafeFixer::previewedPatch() const
{
    return m_previewing && isAvailable() && fits() ? QVariant::fromValue(m_fixes.patch) : QVariant();
}

void SafeFixer::refresh()
{
    const DocumentController* document = m_runner ? m_runner->document() : nullptr;
    if (!document || !m_runner->isEnabled()) {
        m_job.cancel();
        take({}, 0);
        return;
    }
    const quint64 revision = document->revision();
    m_job.start([blueprint = document->blueprint()] { return safeFixes(blueprint); },
                [this, revision](const SafeFixes& fixes) { take(fixes, revision); });
}

void SafeFixer::runNow()
{
    m_job.cancel();
    if (m_runner && m_runner->document())
        take(safeFixes(m_runner->document()->blueprint()), m_runner->document()->revision());
}

void SafeFixer::take(const SafeFixes& fixes, quint64 revision)
{
    m_fixes = fixes;
    m_revision = revision;
    Q_EMIT fixesChanged();
    Q_EMIT previewChanged();
    if (std::exchange(m_wanted, false) && isAvailable())
        applyNow();
}

bool SafeFixer::apply()
{
    if (!isAvailable())
        return false;
    if (fits())
        applyNow();
    else
        m_wanted = true;
    return true;
}

void SafeFixer::applyNow()
{
    const SafeFixes fixes = m_fixes;
    setPreviewing(false);
    if (m_runner->document()->apply(fixes.patch, tr("Fix: %1").arg(fixes.text)))
        Q_EMIT applied(fixes.text);
}

} // namespace throughline
