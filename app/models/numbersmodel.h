// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/checkrunner.h"
#include "app/models/numberscharts.h"
#include "app/models/numberstable.h"

#include <QVariant>

namespace throughline {

/// The numbers of the document, worked out in the background while somebody looks: on a copy, a moment after the last
/// change, in a worker. Results of an older revision are dropped; what did not change announces nothing.
class NumbersModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(throughline::CheckRunner* checkRunner READ checkRunner WRITE setCheckRunner NOTIFY checkRunnerChanged)
    /// Somebody looks at the numbers. While nobody does, nothing is worked out and the last numbers stay.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    /// There are numbers of the present document, perhaps not yet of its last revision.
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)
    /// The customers by name where there are several, and the place of the one whose journey the charts show.
    Q_PROPERTY(QStringList customers READ customers NOTIFY customersChanged)
    Q_PROPERTY(int customer READ customer WRITE setCustomer NOTIFY customersChanged)
    /// The figures to begin with: objects {key, title, value, caption, coverage, known, sentence, elements}.
    Q_PROPERTY(QVariantList headline READ headline NOTIFY headlineChanged)
    // The charts, as app/models/numberscharts.h describes them.
    Q_PROPERTY(QVariantMap time READ time NOTIFY timeChanged)
    Q_PROPERTY(QVariantMap burden READ burden NOTIFY burdenChanged)
    Q_PROPERTY(QVariantMap handovers READ handovers NOTIFY handoversChanged)
    Q_PROPERTY(QVariantMap answers READ answers NOTIFY answersChanged)
    Q_PROPERTY(QVariantMap findings READ findings NOTIFY findingsChanged)
    /// Every number.
    Q_PROPERTY(throughline::NumbersTable* table READ table CONSTANT)

public:
    explicit NumbersModel(QObject* parent = nullptr);
    ~NumbersModel() override;

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] CheckRunner* checkRunner() const { return m_runner; }
    void setCheckRunner(CheckRunner* runner);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] QStringList customers() const;
    [[nodiscard]] int customer() const { return m_customer; }
    void setCustomer(int customer);
    [[nodiscard]] const QVariantList& headline() const { return m_headline; }
    [[nodiscard]] const QVariantMap& time() const { return m_time; }
    [[nodiscard]] const QVariantMap& burden() const { return m_burden; }
    [[nodiscard]] const QVariantMap& handovers() const { return m_handovers; }
    [[nodiscard]] const QVariantMap& answers() const { return m_answers; }
    [[nodiscard]] const QVariantMap& findings() const { return m_findings; }
    [[nodiscard]] NumbersTable* table() const { return m_table; }
    /// The revision of the document that the numbers belong to.
    [[nodiscard]] quint64 resultRevision() const { return m_resultRevision; }

    /// Works the numbers out now and waits: for tests.
    void runNow();

Q_SIGNALS:
    void documentChanged();
    void checkRunnerChanged();
    void activeChanged();
    void readyChanged();
    void customersChanged();
    void headlineChanged();
    void timeChanged();
    void burdenChanged();
    void handoversChanged();
    void answersChanged();
    void findingsChanged();

private:
    struct Outcome
    {
        Blueprint blueprint;
        JourneyMetrics metrics;
        DrawnPlaces places;
    };

    void schedule();
    void start();
    void forget();
    void take(quint64 revision, const Outcome& outcome);
    void showJourney();
    void showFindings();
    [[nodiscard]] QVariantList headlineOf() const;
    void setReady(bool ready);

    QPointer<DocumentController> m_document;
    QPointer<CheckRunner> m_runner;
    QTimer m_timer;
    Outcome m_outcome;
    quint64 m_resultRevision = 0;
    BackgroundJob<Outcome> m_job{this};
    NumbersTable* m_table; ///< owned as a child
    QVariantList m_headline;
    QVariantMap m_time;
    QVariantMap m_burden;
    QVariantMap m_handovers;
    QVariantMap m_answers;
    QVariantMap m_findings;
    int m_customer = 0;
    bool m_active = false;
    bool m_ready = false;
};

} // namespace throughline
