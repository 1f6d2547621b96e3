// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/numbersmodel.h"

#include "app/document/follow.h"
#include "core/check/phrases.h"

#include <utility>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

constexpr int DebounceMs = 150;

/// The numbers an executive asks for first. ofJourney: of the customer whose journey is shown.
struct Headline
{
    QString id;
    bool ofJourney = false;
    QString caption;
};

QList<Headline> headlines()
{
    const auto tr = [](const char* text) { return NumbersModel::tr(text); };
    return {{u"customer-minutes"_s, true, tr("of the customer’s time")},
            {u"wait-share"_s, true, tr("spent waiting")},
            {u"roles-met"_s, false, tr("roles to deal with")},
            {u"silo-index"_s, false, tr("changes of department made alone")},
            {u"answer-rate"_s, false, tr("questions surely answered")},
            {u"empowerment"_s, false, tr("requests done by whoever is asked")}};
}

} // namespace

NumbersModel::NumbersModel(QObject* parent) : QObject(parent), m_table(new NumbersTable(this))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(DebounceMs);
    connect(&m_timer, &QTimer::timeout, this, &NumbersModel::start);
}

NumbersModel::~NumbersModel() = default;

void NumbersModel::setDocument(DocumentController* document)
{
    if (!follow(this, m_document, document, when(&DocumentController::changed, &NumbersModel::schedule),
                when(&DocumentController::reset, &NumbersModel::forget)))
        return;
    Q_EMIT documentChanged();
    forget();
}

void NumbersModel::setCheckRunner(CheckRunner* runner)
{
    if (!follow(this, m_runner, runner, when(&CheckRunner::resultChanged, &NumbersModel::showFindings)))
        return;
    Q_EMIT checkRunnerChanged();
    showFindings();
}

void NumbersModel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    if (!active) {
        m_timer.stop();
        return;
    }
    start();
    showFindings();
}

QStringList NumbersModel::customers() const
{
    QStringList names;
    for (const Journey& journey : m_outcome.metrics.journeys)
        names += sentenceStart(journey.customer);
    return names.size() > 1 ? names : QStringList();
}

void NumbersModel::setCustomer(int customer)
{
    if (customer == m_customer || customer < 0 || customer >= m_outcome.metrics.journeys.size())
        return;
    m_customer = customer;
    Q_EMIT customersChanged();
    showJourney();
}

void NumbersModel::schedule()
{
    if (m_active)
        m_timer.start();
}

void NumbersModel::forget()
{
    m_customer = 0;
    setReady(false);
    start();
}

void NumbersModel::start()
{
    m_timer.stop();
    if (!m_active || !m_document || (m_ready && m_resultRevision == m_document->revision())) {
        m_job.cancel();
        return;
    }
    const quint64 revision = m_document->revision();
    m_job.start(
        [blueprint = m_document->blueprint()] {
            Outcome outcome{blueprint, journeyMetrics(blueprint), DrawnPlaces(blueprint)};
            outcome.places.prepare();
            return outcome;
        },
        [this, revision](const Outcome& outcome) {
            if (m_document && m_document->revision() == revision)
                take(revision, outcome);
        });
}

void NumbersModel::runNow()
{
    m_timer.stop();
    m_job.cancel();
    if (m_document)
        take(m_document->revision(),
             {m_document->blueprint(), journeyMetrics(m_document->blueprint()), DrawnPlaces(m_document->blueprint())});
}

void NumbersModel::take(quint64 revision, const Outcome& outcome)
{
    const QStringList before = customers();
    m_resultRevision = revision;
    m_outcome = outcome;
    const bool another = m_customer >= outcome.metrics.journeys.size() && m_customer > 0;
    if (another)
        m_customer = 0;
    if (another || customers() != before)
        Q_EMIT customersChanged();
    const auto set = [&](QVariantMap& member, const QVariantMap& chart, void (NumbersModel::*changed)()) {
        if (member == chart)
            return;
        member = chart;
        Q_EMIT(this->*changed)();
    };
    set(m_handovers, handoverChart(outcome.blueprint, outcome.metrics.departments), &NumbersModel::handoversChanged);
    set(m_answers, answersChart(outcome.blueprint, outcome.metrics.answers, outcome.places),
        &NumbersModel::answersChanged);
    m_table->show(outcome.metrics, outcome.blueprint, outcome.places);
    showJourney();
    showFindings();
    setReady(true);
}

void NumbersModel::showJourney()
{
    Journey none;
    none.customer = tr("the customer");
    const Journey journey = m_outcome.metrics.journeys.value(m_customer, none);
    const QVariantMap time = timeChart(m_outcome.blueprint, journey);
    const QVariantMap burden = burdenChart(m_outcome.blueprint, journey);
    const QVariantList headline = headlineOf();
    if (std::exchange(m_time, time) != time)
        Q_EMIT timeChanged();
    if (std::exchange(m_burden, burden) != burden)
        Q_EMIT burdenChanged();
    if (std::exchange(m_headline, headline) != headline)
        Q_EMIT headlineChanged();
}

void NumbersModel::showFindings()
{
    if (!m_runner || !m_document || !m_active)
        return;
    const QVariantMap chart = findingsChart(m_document->blueprint(), m_runner->result(), m_runner->isEnabled());
    if (std::exchange(m_findings, chart) != chart)
        Q_EMIT findingsChanged();
}

QVariantList NumbersModel::headlineOf() const
{
    QVariantList figures;
    const Journey journey = m_outcome.metrics.journeys.value(m_customer);
    for (const Headline& headline : headlines()) {
        Metric wanted;
        wanted.id = headline.id;
        if (headline.ofJourney)
            wanted.about = journey.about;
        const Metric* metric = m_outcome.metrics.find(keyOf(wanted));
        if (!metric)
            continue;
        figures += QVariantMap{{u"key"_s, keyOf(*metric)},
                               {u"title"_s, infoOf(*metric).title},
                               {u"value"_s, spokenValue(*metric, m_outcome.blueprint.header().currency)},
                               {u"known"_s, metric->value.has_value()},
                               {u"sentence"_s, metric->sentence},
                               {u"caption"_s, headline.caption},
                               {u"coverage"_s, coverageText(*metric)},
                               {u"elements"_s, toVariant(m_outcome.places.of(metric->elements))}};
    }
    return figures;
}

void NumbersModel::setReady(bool ready)
{
    if (ready == m_ready)
        return;
    m_ready = ready;
    Q_EMIT readyChanged();
}

} // namespace throughline
