// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/comparisonrules.h"

#include "core/check/catalogue.h"
#include "core/check/phrases.h"
#include "core/metrics/metric.h"
#include "core/metrics/phaseburden.h"
#include "core/model/queries.h"

#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

constexpr double LeastShift = 1e-9;

/// One amount before and after; unknown where nobody has said it in one of the two versions.
struct Amount
{
    std::optional<double> before;
    std::optional<double> after;
    QString singular;
    QString plural;

    [[nodiscard]] double change() const { return before && after ? *after - *before : 0; }
    [[nodiscard]] bool rises() const { return change() > LeastShift; }
    [[nodiscard]] bool falls() const { return change() < -LeastShift; }
    /// "4 instead of 2 steps", "17 instead of 5 minutes".
    [[nodiscard]] QString words() const
    {
        return u"%1 instead of %2 %3"_s.arg(figure(*after), figure(*before), *before == 1 ? singular : plural);
    }
};

QList<Amount> workOf(const PhaseBurden& before, const PhaseBurden& after)
{
    return {{before.companyCards, after.companyCards, u"card"_s, u"cards"_s},
            {before.handovers, after.handovers, u"hand-over"_s, u"hand-overs"_s},
            {before.companyMinutes, after.companyMinutes, u"minute"_s, u"minutes"_s}};
}

QList<Amount> costOf(const PhaseBurden& before, const PhaseBurden& after, const QString& currency)
{
    const QString money = currency.isEmpty() ? u"to pay"_s : currency + u" to pay"_s;
    return {{before.minutes, after.minutes, u"minute"_s, u"minutes"_s},
            {before.worry, after.worry, u"point of worry"_s, u"points of worry"_s},
            {before.effort, after.effort, u"point of effort"_s, u"points of effort"_s},
            {before.money, after.money, money, money}};
}

bool anyRises(const QList<Amount>& amounts)
{
    return std::ranges::any_of(amounts, [](const Amount& amount) { return amount.rises(); });
}

bool anyFalls(const QList<Amount>& amounts)
{
    return std::ranges::any_of(amounts, [](const Amount& amount) { return amount.falls(); });
}

/// Two versions of one phase, or of the whole drawing where neither has phases.
struct PhasePair
{
    PhaseId before;
    PhaseId after;
};

QString nameKey(const Phase& phase)
{
    return phase.name.trimmed().toCaseFolded();
}

/// By id, then by name where it is the only one of that name on either side.
QList<PhasePair> matchPhases(const Blueprint& before, const Blueprint& after)
{
    if (before.phases().isEmpty() && after.phases().isEmpty())
        return {PhasePair{}};
    QMap<QString, QList<PhaseId>> unmatched;
    for (const Phase& phase : before.phases()) {
        if (!after.find(phase.id))
            unmatched[nameKey(phase)] += phase.id;
    }
    QMap<QString, int> wanted;
    for (const Phase& phase : after.phases())
        wanted[nameKey(phase)] += before.find(phase.id) ? 0 : 1;
    QList<PhasePair> pairs;
    for (const Phase& phase : orderedPhases(after)) {
        const QString name = nameKey(phase);
        if (before.find(phase.id))
            pairs += PhasePair{phase.id, phase.id};
        else if (!name.isEmpty() && wanted.value(name) == 1 && unmatched.value(name).size() == 1)
            pairs += PhasePair{unmatched.value(name).first(), phase.id};
    }
    return pairs;
}

QString sentences(const QList<Amount>& amounts, bool rising)
{
    QStringList parts;
    for (const Amount& amount : amounts) {
        if (rising ? amount.rises() : amount.falls())
            parts += amount.words();
    }
    return listed(parts);
}

/// The customer's cards of the phase that are new or cost more than they did; all of them where neither is so.
QList<ElementRef> heavierCards(const Blueprint& before, const PhaseBurden& burden, const Blueprint& after)
{
    QList<ElementRef> heavier;
    QList<ElementRef> all;
    for (const CardId& id : burden.customers) {
        const ElementRef ref{ElementKind::Card, id.value};
        const Card* now = after.find(id);
        const Card* was = before.find(id);
        all += ref;
        const auto rises = [](const auto& then, const auto& today) { return then && today && *today > *then; };
        if (!was || rises(was->minutes, now->minutes) || rises(was->waitDuration, now->waitDuration) ||
            rises(was->worry, now->worry) || rises(was->effort, now->effort) || rises(was->money, now->money))
            heavier += ref;
    }
    return heavier.isEmpty() ? all : heavier;
}

/// What the company did in the phase and does no more, by name.
QStringList droppedWork(const Blueprint& before, const PhaseBurden& burden, const Blueprint& after)
{
    QStringList names;
    for (const CardId& id : burden.company) {
        const Card* card = before.find(id);
        if (!after.find(id) && !card->title.isEmpty())
            names += quoted(card->title.simplified());
    }
    return names;
}

class ShiftSearch
{
public:
    ShiftSearch(const Blueprint& before, const Blueprint& after)
        : m_before(before), m_after(after), m_was(before), m_is(after)
    {
    }

    [[nodiscard]] QList<Finding> findings() const
    {
        QList<Finding> findings;
        for (const PhasePair& pair : matchPhases(m_before, m_after)) {
            const PhaseBurden was = m_was.of(pair.before);
            const PhaseBurden is = m_is.of(pair.after);
            const QList<Amount> work = workOf(was, is);
            const QList<Amount> cost = costOf(was, is, m_after.header().currency);
            const Amount steps{was.customers.size(), is.customers.size(), u"step"_s, u"steps"_s};
            const bool easier = anyFalls(work) && !anyRises(work);
            const bool harder = (anyRises(cost) || steps.rises()) && !anyFalls(cost);
            if (easier && harder)
                findings += shift(pair, was, is, work, QList<Amount>{steps} + cost);
        }
        return findings;
    }

private:
    [[nodiscard]] Finding shift(const PhasePair& pair, const PhaseBurden& was, const PhaseBurden& is,
                                const QList<Amount>& work, const QList<Amount>& cost) const
    {
        const Phase* phase = m_after.find(pair.after);
        const QString place = phase ? displayName(*phase).simplified() : u"the whole journey"_s;
        const QString customer = m_is.customer(pair.after);
        Finding finding;
        finding.rule = comparisonCatalogue().first().id;
        finding.family = comparisonCatalogue().first().family;
        finding.subjects = {phase ? phase->id.value : u"blueprint"_s};
        finding.title = u"Burden shifted to the customer: %1"_s.arg(place);
        finding.message = u"In %1 we have made it easier for ourselves, %2, and harder for %3, %4."_s.arg(
            place, sentences(work, false), customer, sentences(cost, true));
        finding.consequence = u"What we save, %1 pays for: the work has not gone, it has moved."_s.arg(customer);
        const QStringList dropped = droppedWork(m_before, was, m_after);
        if (!dropped.isEmpty())
            finding.remedies += u"Take back what we no longer do: %1."_s.arg(listed(dropped));
        const QList<ElementRef> heavier = heavierCards(m_before, is, m_after);
        if (!heavier.isEmpty())
            finding.remedies += u"Spare %1 what was added: %2."_s.arg(customer, namesOf(heavier));
        finding.remedies += u"If it is meant to be so, accept it with the reason."_s;
        for (const ElementRef& card : heavier)
            finding.evidence += {Evidence::Part::Culprit, card, {}};
        finding.evidence +=
            {Evidence::Part::Subject, phase ? ElementRef{ElementKind::Phase, phase->id.value} : ElementRef{}, {}};
        return finding;
    }

    [[nodiscard]] QString namesOf(const QList<ElementRef>& cards) const
    {
        QStringList names;
        for (const ElementRef& card : cards)
            names += quoted(nameOf(m_after, card).simplified());
        return listed(names);
    }

    const Blueprint& m_before;
    const Blueprint& m_after;
    PhaseBurdens m_was;
    PhaseBurdens m_is;
};

} // namespace

QList<Finding> findShifts(const Blueprint& before, const Blueprint& after)
{
    const CatalogueEntry& entry = comparisonCatalogue().first();
    const QString& rule = entry.id;
    const Severity severity = after.header().ruleSeverities.value(rule, entry.recommended);
    if (severity == Severity::Off)
        return {};
    QList<Finding> findings = ShiftSearch(before, after).findings();
    for (Finding& finding : findings) {
        finding.severity = severity;
        for (const Acceptance& acceptance : after.acceptances()) {
            if (acceptance.rule == rule && acceptance.subject == subjectOf(finding) && !finding.accepted)
                finding.accepted = acceptance;
        }
    }
    return findings;
}

} // namespace throughline
