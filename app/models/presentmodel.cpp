// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/presentmodel.h"

#include "app/document/follow.h"
#include "app/models/findingsmodel.h"
#include "core/io/cardgrid.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

/// The phase in which the first card of a list of elements stands.
const Phase* phaseOf(const Blueprint& blueprint, const QList<ElementRef>& elements)
{
    for (const ElementRef& ref : elements) {
        const Card* card = ref.kind == ElementKind::Card ? blueprint.find(CardId(ref.id)) : nullptr;
        const Step* step = card ? blueprint.find(card->firstStep) : nullptr;
        if (step && !step->phase.isEmpty())
            return blueprint.find(step->phase);
    }
    return nullptr;
}

} // namespace

PresentModel::PresentModel(QObject* parent) : QObject(parent) {}

void PresentModel::setCheckRunner(CheckRunner* runner)
{
    if (!follow(this, m_runner, runner, when(&CheckRunner::resultChanged, &PresentModel::rebuild),
                when(&CheckRunner::resultConfirmed, &PresentModel::rebuild)))
        return;
    Q_EMIT checkRunnerChanged();
    rebuild();
}

void PresentModel::setViews(ViewsModel* views)
{
    if (!follow(this, m_views, views, when(&ViewsModel::filterChanged, &PresentModel::rebuild)))
        return;
    Q_EMIT checkRunnerChanged();
    rebuild();
}

const Blueprint& PresentModel::shown() const
{
    return m_excerpt ? m_excerpt->blueprint : m_runner->document()->blueprint();
}

bool PresentModel::fades() const
{
    return m_excerpt && !m_excerpt->lit.isEmpty();
}

bool PresentModel::isFaded(const ElementRef& ref) const
{
    return fades() && !m_excerpt->lit.contains(ref);
}

const PresentModel::Stop& PresentModel::current() const
{
    static const Stop none;
    return m_index < m_stops.size() ? m_stops[m_index] : none;
}

void PresentModel::setIndex(int index)
{
    const int kept = std::clamp(index, 0, std::max(0, count() - 1));
    if (kept == m_index)
        return;
    m_index = kept;
    Q_EMIT indexChanged();
}

int PresentModel::stopOf(const QString& findingKey) const
{
    for (int i = 0; i < m_stops.size(); ++i) {
        if (!findingKey.isEmpty() && m_stops[i].findingKey == findingKey)
            return i;
    }
    return 0;
}

void PresentModel::next()
{
    setIndex(m_index + 1);
}

void PresentModel::previous()
{
    setIndex(m_index - 1);
}

void PresentModel::rebuild()
{
    m_stops.clear();
    if (m_runner && m_runner->document() && m_runner->document()->isOpen()) {
        m_excerpt.reset();
        if (m_views && m_views->isActive())
            m_excerpt =
                excerptOf(m_runner->document()->blueprint(), m_runner->result(), m_views->filter(), m_views->inWords());
        m_stops.append(overview());
        m_stops += phaseStops();
        QList<std::pair<int, qsizetype>> open;
        const QList<Finding>& findings = m_runner->result().findings;
        for (qsizetype i = 0; i < findings.size(); ++i) {
            const bool seen = !m_excerpt || isSeenIn(findings[i], m_excerpt->blueprint, m_excerpt->lit);
            if (!findings[i].accepted && seen)
                open.append({m_runner->numberOf(i), i});
        }
        std::sort(open.begin(), open.end());
        for (const auto& [shown, i] : open)
            m_stops.append(findingStop(i, shown));
    }
    m_index = std::clamp(m_index, 0, std::max(0, count() - 1));
    Q_EMIT stopsChanged();
    Q_EMIT indexChanged();
}

QString PresentModel::summary() const
{
    QStringList parts;
    if (m_runner->errors() > 0)
        parts.append(m_runner->errors() == 1 ? tr("1 break") : tr("%1 breaks").arg(m_runner->errors()));
    if (m_runner->warnings() > 0)
        parts.append(m_runner->warnings() == 1 ? tr("1 risk") : tr("%1 risks").arg(m_runner->warnings()));
    if (m_runner->hints() > 0)
        parts.append(m_runner->hints() == 1 ? tr("1 hint") : tr("%1 hints").arg(m_runner->hints()));
    return parts.isEmpty() ? QString() : tr("%1 for the customer.").arg(QLocale().createSeparatedList(parts));
}

PresentModel::Stop PresentModel::overview() const
{
    const DocumentController* document = m_runner->document();
    const Header& header = document->blueprint().header();
    Stop stop;
    stop.kind = u"overview"_s;
    stop.title = document->title();
    const QString scenario = header.scenario.trimmed();
    const bool ends =
        scenario.isEmpty() || scenario.endsWith(u'.') || scenario.endsWith(u'!') || scenario.endsWith(u'?');
    // Those who see a part are told so first.
    stop.text = QStringList{m_excerpt ? m_excerpt->sentence : QString(), ends ? scenario : tr("%1.").arg(scenario),
                            m_excerpt ? QString() : summary()}
                    .join(u' ')
                    .trimmed();
    stop.place = header.persona.isEmpty() ? tr("Overview") : tr("Overview · %1").arg(header.persona);
    return stop;
}

QList<PresentModel::Stop> PresentModel::phaseStops() const
{
    const Blueprint& blueprint = shown();
    QHash<PhaseId, QList<Card>> cards;
    for (const Card& card : cardsByStep(blueprint)) {
        const Step* step = blueprint.find(card.firstStep);
        if (step && !isFaded(refTo(card.id)))
            cards[step->phase] += card;
    }
    QList<Stop> stops;
    for (const Phase& phase : orderedPhases(blueprint)) {
        // Where all is faded there is nothing to see.
        if (fades() && !cards.contains(phase.id))
            continue;
        stops += phaseStop(phase, cards.value(phase.id));
        stops.last().number = QString::number(stops.size());
    }
    return stops;
}

PresentModel::Stop PresentModel::phaseStop(const Phase& phase, const QList<Card>& cards) const
{
    Stop stop;
    stop.kind = u"phase"_s;
    stop.title = displayName(phase);
    QStringList customer;
    QList<ElementRef> others;
    for (const Card& card : cards) {
        if (!isCustomerCard(shown(), card)) {
            others.append(refTo(card.id));
            continue;
        }
        stop.elements.append(refTo(card.id));
        customer.append(displayName(card));
    }
    // Where there is no room for all, the customer is shown.
    stop.elements += others;
    stop.text = customer.join(tr(" → ", "between the steps of the customer"));
    stop.lit = stop.elements;
    if (stop.elements.isEmpty())
        stop.elements.append(refTo(phase.id));
    stop.place = tr("%1 · %2").arg(m_runner->document()->title(), displayName(phase));
    return stop;
}

PresentModel::Stop PresentModel::findingStop(qsizetype index, int number) const
{
    const Blueprint& blueprint = shown();
    const Finding& finding = m_runner->result().findings[index];
    Stop stop;
    stop.kind = u"finding"_s;
    stop.number = QString::number(number);
    stop.severity = word(finding.severity);
    stop.title = finding.title;
    stop.text = QStringList{finding.message, finding.consequence}.join(u' ').trimmed();
    for (const ElementRef& ref : drawnEvidence(finding)) {
        // What a view leaves out stays out, and what it fades would be lit and yet not legible.
        if (!isFaded(ref) &&
            (ref.kind == ElementKind::Card || ref.kind == ElementKind::Connection || ref.kind == ElementKind::Lane) &&
            contains(blueprint, ref))
            stop.lit.append(ref);
    }
    // In sight, if not in the light, and before the rest: where a connection comes from and leads to.
    const auto append = [&stop](const ElementRef& ref) {
        if (!stop.elements.contains(ref))
            stop.elements.append(ref);
    };
    for (const ElementRef& ref : std::as_const(stop.lit)) {
        const bool isConnection = ref.kind == ElementKind::Connection;
        const Connection* connection = isConnection ? blueprint.find(ConnectionId(ref.id)) : nullptr;
        for (const CardId* end :
             {connection ? cardAt(connection->from) : nullptr, connection ? cardAt(connection->to) : nullptr}) {
            if (end)
                append(refTo(*end));
        }
        append(ref);
    }
    stop.findingKey = m_runner->fingerprintOf(index);
    const Phase* phase = phaseOf(blueprint, stop.elements);
    const QString title = m_runner->document()->title();
    stop.place = phase ? tr("%1 · %2").arg(title, displayName(*phase)) : title;
    return stop;
}

} // namespace throughline
