// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/checkrunner.h"
#include "core/fix/fixes.h"

#include <QObject>
#include <QPointer>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

#include <atomic>
#include <memory>

namespace throughline {

/// "Fix all that is safe" for the open document: whether there is anything, what it would do, and doing it as one undo
/// step. Worked out in the background after each check.
class SafeFixer : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::CheckRunner* checkRunner READ checkRunner WRITE setCheckRunner NOTIFY checkRunnerChanged)
    Q_PROPERTY(bool available READ isAvailable NOTIFY fixesChanged)
    /// "Attach 3 loose connections"; empty when there is nothing to do.
    Q_PROPERTY(QString text READ text NOTIFY fixesChanged)
    /// Whether it is shown on the canvas now.
    Q_PROPERTY(bool previewing READ isPreviewing WRITE setPreviewing NOTIFY previewChanged)
    /// What the canvas shows; invalid when it is not previewed or does not fit the document as it is.
    Q_PROPERTY(QVariant previewedPatch READ previewedPatch NOTIFY previewChanged)

public:
    explicit SafeFixer(QObject* parent = nullptr);
    ~SafeFixer() override;

    [[nodiscard]] CheckRunner* checkRunner() const { return m_runner; }
    void setCheckRunner(CheckRunner* runner);
    [[nodiscard]] bool isAvailable() const { return !m_fixes.patch.isEmpty(); }
    [[nodiscard]] QString text() const { return m_fixes.text; }
    [[nodiscard]] bool isPreviewing() const { return m_previewing; }
    void setPreviewing(bool previewing);
    [[nodiscard]] QVariant previewedPatch() const;

    /// Applies all of it as one undo step; where the document has changed since, as soon as it is known again what is
    /// safe. False when there is nothing.
    Q_INVOKABLE bool apply();
    /// Works it out now and waits: for tests.
    void runNow();

Q_SIGNALS:
    void checkRunnerChanged();
    void fixesChanged();
    void previewChanged();
    void applied(const QString& text);

private:
    void followDocument();
    void stop();
    void refresh();
    void applyNow();
    void take(const SafeFixes& fixes, quint64 revision);
    [[nodiscard]] bool fits() const;

    QPointer<CheckRunner> m_runner;
    QPointer<DocumentController> m_document;
    std::shared_ptr<std::atomic_bool> m_stopped; ///< what runs in the worker is of no use any more
    SafeFixes m_fixes;
    quint64 m_revision = 0;
    bool m_previewing = false;
    bool m_wanted = false; ///< to be applied when it is known again
    BackgroundJob<SafeFixes> m_job{this};
};

} // namespace throughline
