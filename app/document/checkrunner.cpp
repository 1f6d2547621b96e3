// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/checkrunner.h"

#include "app/document/follow.h"
#include "app/document/memory.h"
#include "core/check/recheck.h"
#include "core/check/rulelevel.h"
#include "core/model/referrers.h"

#include <QElapsedTimer>

namespace throughline {

namespace {

constexpr int DebounceMs = 100;
/// Checking so many takes memory worth giving back.
constexpr qsizetype ManyCards = 20000;

} // namespace

CheckRunner::CheckRunner(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(DebounceMs);
    connect(&m_timer, &QTimer::timeout, this, &CheckRunner::recheck);
}

CheckRunner::~CheckRunner() = default;

void CheckRunner::setDocument(DocumentController* document)
{
    if (!follow(this, m_document, document, when(&DocumentController::changed, &CheckRunner::schedule),
                when(&DocumentController::reset, &CheckRunner::takeDocument),
                when(&DocumentController::saved, &CheckRunner::rereadSettings)))
        return;
    Q_EMIT documentChanged();
    takeDocument();
}

void CheckRunner::setEnabled(bool enabled)
{
    if (enabled == m_enabled)
        return;
    m_enabled = enabled;
    Q_EMIT enabledChanged();
    start();
}

QString CheckRunner::preset() const
{
    return word(m_settings.preset());
}

void CheckRunner::setPreset(const QString& preset)
{
    const std::optional<Preset> wanted = presetFrom(preset);
    if (!wanted || !m_settings.setPreset(*wanted))
        return;
    Q_EMIT settingsChanged();
    start();
}

CheckOptions CheckRunner::options() const
{
    return m_settings.options(QDate::currentDate());
}

void CheckRunner::readSettings()
{
    const QString problem = m_settings.problem();
    if (!m_settings.reread(m_document ? m_document->filePath() : QUrl()))
        return;
    Q_EMIT settingsChanged();
    if (m_settings.problem() != problem)
        Q_EMIT settingsProblemChanged();
}

void CheckRunner::rereadSettings()
{
    readSettings();
    if (options() != m_checkedBy)
        start();
}

void CheckRunner::takeDocument()
{
    m_checked.reset();
    const QString before = m_settings.problem();
    readSettings();
    // What is wrong with a folder is said for each document in it.
    if (!before.isEmpty() && before == m_settings.problem())
        Q_EMIT settingsProblemChanged();
    start();
}

qsizetype CheckRunner::indexOf(const QString& fingerprint) const
{
    return fingerprint.isEmpty() ? -1 : m_fingerprints.indexOf(fingerprint);
}

void CheckRunner::schedule()
{
    if (m_enabled)
        m_timer.start();
}

void CheckRunner::recheck()
{
    if (!confirm())
        start();
}

bool CheckRunner::confirm()
{
    if (!m_document || !m_checked || m_resultOptions != options() ||
        !stillHolds(m_result, *m_checked, m_document->blueprint()))
        return false;
    m_job.cancel();
    setRunning(false);
    m_checked = m_document->blueprint();
    m_resultRevision = m_document->revision();
    Q_EMIT resultConfirmed();
    return true;
}

CheckRunner::Outcome CheckRunner::check(const Blueprint& blueprint, const CheckOptions& options)
{
    QElapsedTimer timer;
    timer.start();
    Outcome outcome{checkBlueprint(blueprint, options), blueprint, options};
    outcome.durationMs = double(timer.nsecsElapsed()) / 1e6;
    for (const Finding& finding : outcome.result.findings)
        outcome.fingerprints += fingerprint(finding);
    summarise(blueprint);
    if (blueprint.cards().size() >= ManyCards)
        giveMemoryBack();
    return outcome;
}

void CheckRunner::start()
{
    m_timer.stop();
    if (!m_enabled || !m_document) {
        m_job.cancel();
        setRunning(false);
        take(m_document ? m_document->revision() : 0, {});
        m_checked.reset();
        return;
    }
    setRunning(true);
    const quint64 revision = m_document->revision();
    m_checkedBy = options();
    m_job.start([blueprint = m_document->blueprint(), options = m_checkedBy] { return check(blueprint, options); },
                [this, revision](const Outcome& outcome) {
                    setRunning(false);
                    if (m_document && m_document->revision() == revision)
                        take(revision, outcome);
                });
}

void CheckRunner::runNow()
{
    m_timer.stop();
    m_job.cancel();
    setRunning(false);
    if (!m_document)
        return;
    m_checkedBy = options();
    take(m_document->revision(), check(m_document->blueprint(), m_checkedBy));
}

void CheckRunner::take(quint64 revision, const Outcome& outcome)
{
    m_resultRevision = revision;
    m_result = outcome.result;
    m_checked = outcome.checked;
    m_resultOptions = outcome.options;
    m_durationMs = outcome.durationMs;
    m_fingerprints = outcome.fingerprints;
    m_numbers.clear();
    m_errors = m_warnings = m_hints = m_accepted = 0;
    for (const Finding& finding : m_result.findings) {
        count(finding);
        m_numbers += finding.accepted ? 0 : CheckRunner::count();
    }
    Q_EMIT resultChanged();
}

void CheckRunner::count(const Finding& finding)
{
    if (finding.accepted) {
        ++m_accepted;
        return;
    }
    switch (finding.severity) {
    case Severity::Error:
        ++m_errors;
        break;
    case Severity::Warning:
        ++m_warnings;
        break;
    case Severity::Hint:
        ++m_hints;
        break;
    case Severity::Off:
        break;
    }
}

void CheckRunner::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    Q_EMIT runningChanged();
}

} // namespace throughline
