// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/backgroundjob.h"
#include "app/document/checksettings.h"
#include "app/document/documentcontroller.h"
#include "core/check/checker.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// Checks the document in the background after each change: on a copy, 100 ms after the last one, in a worker. Results
/// of an older revision are dropped. An edit of what no rule reads runs no check: the result stands as it is. Findings
/// keep their numbers while they exist.
class CheckRunner : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(bool enabled READ isEnabled WRITE setEnabled NOTIFY enabledChanged)
    Q_PROPERTY(bool running READ isRunning NOTIFY runningChanged)
    Q_PROPERTY(int errors READ errors NOTIFY resultChanged)
    Q_PROPERTY(int warnings READ warnings NOTIFY resultChanged)
    Q_PROPERTY(int hints READ hints NOTIFY resultChanged)
    Q_PROPERTY(int accepted READ accepted NOTIFY resultChanged)
    Q_PROPERTY(int count READ count NOTIFY resultChanged)
    Q_PROPERTY(double durationMs READ durationMs NOTIFY resultChanged)
    /// "start", "recommended" or "all": which rules run where the document's folder does not say.
    Q_PROPERTY(QString preset READ preset WRITE setPreset NOTIFY settingsChanged)
    /// What is wrong with the settings of the document's folder, one sentence; empty when nothing is.
    Q_PROPERTY(QString settingsProblem READ settingsProblem NOTIFY settingsProblemChanged)

public:
    explicit CheckRunner(QObject* parent = nullptr);
    ~CheckRunner() override;

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    /// Off: no checks run and the result is empty.
    void setEnabled(bool enabled);
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// The last result; sorted as CheckResult says. The revision of the document it belongs to is resultRevision().
    [[nodiscard]] const CheckResult& result() const { return m_result; }
    [[nodiscard]] quint64 resultRevision() const { return m_resultRevision; }
    /// The number on the badge of the finding at index in result().findings, 1 and up; 0 for accepted findings.
    [[nodiscard]] int numberOf(qsizetype index) const { return m_numbers.value(index); }
    /// The fingerprint of the finding at index in result().findings.
    [[nodiscard]] const QString& fingerprintOf(qsizetype index) const { return m_fingerprints[index]; }
    /// The index in result().findings of the finding with that fingerprint, or -1.
    [[nodiscard]] qsizetype indexOf(const QString& fingerprint) const;

    [[nodiscard]] int errors() const { return m_errors; }
    [[nodiscard]] int warnings() const { return m_warnings; }
    [[nodiscard]] int hints() const { return m_hints; }
    [[nodiscard]] int accepted() const { return m_accepted; }
    /// Open findings: errors, warnings and hints.
    [[nodiscard]] int count() const { return m_errors + m_warnings + m_hints; }
    [[nodiscard]] double durationMs() const { return m_durationMs; }

    [[nodiscard]] QString preset() const;
    /// Words it does not know are passed over.
    void setPreset(const QString& preset);
    [[nodiscard]] const CheckSettings& settings() const { return m_settings; }
    [[nodiscard]] const QString& settingsProblem() const { return m_settings.problem(); }
    /// What the document is checked by today.
    [[nodiscard]] CheckOptions options() const;
    /// Reads the settings of the document's folder anew, and checks again if they or the day have changed.
    Q_INVOKABLE void rereadSettings();

    /// Checks now and waits: for exports, for tests.
    Q_INVOKABLE void runNow();

Q_SIGNALS:
    void documentChanged();
    void enabledChanged();
    void runningChanged();
    void resultChanged();
    /// The result has become that of a newer revision without changing.
    void resultConfirmed();
    void settingsChanged();
    void settingsProblemChanged();

private:
    struct Outcome
    {
        CheckResult result;
        Blueprint checked;
        CheckOptions options;
        double durationMs = 0;
        QList<QString> fingerprints{}; ///< of the findings
    };

    void takeDocument();
    void readSettings();
    void schedule();
    void start();
    void recheck();
    bool confirm();
    static Outcome check(const Blueprint& blueprint, const CheckOptions& options);
    void take(quint64 revision, const Outcome& outcome);
    void count(const Finding& finding);
    void setRunning(bool running);

    QPointer<DocumentController> m_document;
    CheckSettings m_settings;
    CheckOptions m_checkedBy; ///< of the check that ran last
    QTimer m_timer;
    CheckResult m_result;
    std::optional<Blueprint> m_checked; ///< what m_result is about
    CheckOptions m_resultOptions;       ///< by which it came about
    QList<int> m_numbers;
    QList<QString> m_fingerprints;
    quint64 m_resultRevision = 0;
    BackgroundJob<Outcome> m_job{this};
    double m_durationMs = 0;
    int m_errors = 0;
    int m_warnings = 0;
    int m_hints = 0;
    int m_accepted = 0;
    bool m_enabled = true;
    bool m_running = false;
};

} // namespace throughline
