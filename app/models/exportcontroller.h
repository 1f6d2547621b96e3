// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/backgroundjob.h"
#include "app/document/checkrunner.h"
#include "app/document/documentcontroller.h"
#include "app/models/viewsmodel.h"
#include "core/view/excerpt.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// Writes the document as PDF, SVG, PNG or text notation, in the background on a copy. The kind follows from the name's
/// ending. A file is replaced only when the new one is complete.
class ExportController : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(throughline::CheckRunner* checkRunner READ checkRunner WRITE setCheckRunner NOTIFY documentChanged)
    /// What the window shows, for exports of it; may be null.
    Q_PROPERTY(throughline::ViewsModel* views READ views WRITE setViews NOTIFY documentChanged)
    Q_PROPERTY(bool running READ isRunning NOTIFY runningChanged)
    /// The file being written, for people.
    Q_PROPERTY(QString target READ target NOTIFY runningChanged)
    /// How the PDF that foresee() was asked about comes out: its pages, how small its words get, and the paper that
    /// would do; empty until that is known.
    Q_PROPERTY(QString forecast READ forecast NOTIFY forecastChanged)

public:
    explicit ExportController(QObject* parent = nullptr);

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] CheckRunner* checkRunner() const { return m_runner; }
    void setCheckRunner(CheckRunner* runner);
    [[nodiscard]] ViewsModel* views() const { return m_views; }
    void setViews(ViewsModel* views);
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] QString target() const { return m_target; }
    [[nodiscard]] QString forecast() const { return m_forecast; }

    /// The names of papers to choose from.
    Q_INVOKABLE QStringList papers() const;
    /// A file beside the document: its name with another ending ("pdf"), or with "copy" where it would be the document.
    Q_INVOKABLE QUrl proposedFile(const QString& ending) const;
    /// Starts to write; finished() follows. The document's own file is refused. options: paper ("A3", "fit"),
    /// landscape, annotated, scale (PNG: pixels a point), shown (what views shows alone, where it leaves something out;
    /// text is always the whole).
    Q_INVOKABLE void exportTo(const QUrl& file, const QVariantMap& options);
    /// Works out forecast() for a PDF, in the background on a copy. options as of exportTo().
    Q_INVOKABLE void foresee(const QVariantMap& options);
    /// Puts a picture of some elements' cards, or of what views shows when there is none among them, on the clipboard;
    /// finished() follows. kind: "png" (twice the size of the paper's points, for slides) or "svg".
    Q_INVOKABLE void copyPicture(const QString& kind, const QVariantList& elements);
    /// Stops; nothing is written.
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void documentChanged();
    void runningChanged();
    void forecastChanged();
    void finished(bool ok, const QString& message, const QUrl& file);

private:
    struct Outcome
    {
        QByteArray data;
        QStringList warnings;
        QString error;
    };

    [[nodiscard]] bool isDocument(const QUrl& file) const;
    /// Of the document; empty while it has no file.
    [[nodiscard]] QString folder() const;
    /// What is asked for of what the window shows.
    struct Wanted
    {
        ViewFilter filter;
        QString words; ///< empty: the whole
    };

    [[nodiscard]] Wanted shownNow() const;
    /// What the options of an export ask for.
    [[nodiscard]] Wanted wantedOf(const QVariantMap& options) const;
    /// That part of a blueprint; nothing for the whole.
    static std::optional<Excerpt> excerptFor(const Blueprint& blueprint, const CheckResult& check,
                                             const Wanted& wanted);
    static Outcome make(const QString& ending, const Blueprint& blueprint, const CheckResult& check,
                        const QVariantMap& options, const Wanted& wanted);
    void write(const QUrl& file, const Outcome& outcome);
    void putOnClipboard(const QString& kind, const Outcome& outcome, bool isPart);
    void setForecast(const QString& forecast);
    void setRunning(bool running, const QString& target);

    QPointer<DocumentController> m_document;
    QPointer<CheckRunner> m_runner;
    QPointer<ViewsModel> m_views;
    BackgroundJob<Outcome> m_job;
    BackgroundJob<QString> m_forecastJob;
    QString m_target;
    QString m_forecast;
    bool m_running = false;
};

} // namespace throughline
