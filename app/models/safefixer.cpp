// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/safefixer.h"

#include "app/document/follow.h"

#include <utility>

namespace throughline {

SafeFixer::SafeFixer(QObject* parent) : QObject(parent) {}

SafeFixer::~SafeFixer()
{
    stop();
}

void SafeFixer::setCheckRunner(CheckRunner* runner)
{
    if (!follow(this, m_runner, runner, when(&CheckRunner::resultChanged, &SafeFixer::refresh),
                when(&CheckRunner::resultConfirmed, &SafeFixer::refresh),
                when(&CheckRunner::documentChanged, &SafeFixer::followDocument)))
        return;
    followDocument();
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

void SafeFixer::followDocument()
{
    follow(this, m_document, m_runner ? m_runner->document() : nullptr,
           when(&DocumentController::changed, &SafeFixer::stop), when(&DocumentController::reset, &SafeFixer::stop));
}

void SafeFixer::stop()
{
    m_job.cancel();
    if (m_stopped)
        m_stopped->store(true);
}

void SafeFixer::refresh()
{
    stop();
    const DocumentController* document = m_runner ? m_runner->document() : nullptr;
    if (!document || !m_runner->isEnabled()) {
        take({}, 0);
        return;
    }
    const quint64 revision = document->revision();
    const bool isFresh = m_runner->resultRevision() == revision;
    const std::optional<CheckResult> before = isFresh ? std::optional(m_runner->result()) : std::nullopt;
    m_stopped = std::make_shared<std::atomic_bool>(false);
    m_job.start(
        [blueprint = document->blueprint(), options = m_runner->options(), before, stopped = m_stopped] {
            return safeFixes(blueprint, options, before, [&] { return stopped->load(); });
        },
        [this, revision](const SafeFixes& fixes) { take(fixes, revision); });
}

void SafeFixer::runNow()
{
    stop();
    if (m_runner && m_runner->document())
        take(safeFixes(m_runner->document()->blueprint(), m_runner->options()), m_runner->document()->revision());
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
