// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/numberscharts.h"
#include "app/models/numberswords.h"
#include "core/base/duration.h"

#include <algorithm>
#include <array>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

/// The steps of one phase on the slowest way.
struct PhaseTime
{
    ElementRef phase;
    std::array<double, 3> minutes{}; ///< doing, waiting, again
    std::array<QList<ElementRef>, 3> cards;
    QList<ElementRef> all;
    int unknown = 0;

    [[nodiscard]] double sum() const { return minutes[0] + minutes[1] + minutes[2]; }
};

QList<PhaseTime> phaseTimes(const Journey& journey)
{
    QList<PhaseTime> phases;
    for (const JourneyStep& step : journey.steps) {
        if (!step.onSlowestWay)
            continue;
        auto phase = std::ranges::find(phases, step.phase, &PhaseTime::phase);
        if (phase == phases.end())
            phase = phases.insert(phases.end(), PhaseTime{step.phase, {}, {}, {}, 0});
        const size_t part = step.waits ? 1 : step.again ? 2 : 0;
        phase->minutes[part] += step.minutes.value_or(0);
        phase->unknown += !step.minutes;
        if (step.minutes)
            phase->cards[part] += step.card;
        phase->all += step.card;
    }
    return phases;
}

qsizetype stepsWithoutTime(const Journey& journey)
{
    return std::ranges::count_if(journey.steps, [](const JourneyStep& step) { return !step.minutes; });
}

/// "Nadia waits 13 of at least 13.3 days"; at least, where the time of a step is not known.
QString timeSpent(const Journey& journey, double waiting)
{
    const QString who = sentenceStart(journey.customer);
    const QString least = stepsWithoutTime(journey) > 0 ? NumbersWords::tr("at least") : QString();
    if (waiting > 0)
        return NumbersWords::tr("%1 waits %2").arg(who, spokenPart(waiting, journey.slowest, least));
    const QString time = spokenMinutes(journey.slowest);
    return NumbersWords::tr("%1 spends %2 and never waits").arg(who, least.isEmpty() ? time : least + u' ' + time);
}

QString timeTitle(const Blueprint& blueprint, const Journey& journey, const QList<PhaseTime>& phases, double waiting)
{
    const bool waits = waiting > 0;
    const qsizetype longest =
        largest(phases, [&](const PhaseTime& phase) { return waits ? phase.minutes[1] : phase.sum(); });
    const QString where =
        phases[longest].phase.kind == ElementKind::Phase ? quoted(nameIn(blueprint, phases[longest].phase)) : QString();
    const QString what = timeSpent(journey, waiting);
    if (phases.size() < 2 || where.isEmpty())
        return what;
    const double share = waits ? phases[longest].minutes[1] / waiting : phases[longest].sum() / journey.slowest;
    if (share >= 1)
        return waits ? NumbersWords::tr("%1, all of it in %2").arg(what, where) : what;
    return (share > 0.5 ? NumbersWords::tr("%1, most of it in %2") : NumbersWords::tr("%1, the longest in %2"))
        .arg(what, where);
}

QString timeNote(const Journey& journey, const QList<PhaseTime>& phases)
{
    QStringList parts;
    const qsizetype unknown = stepsWithoutTime(journey);
    if (unknown > 0)
        parts += unknown == 1
                     ? NumbersWords::tr("%1 has no time.").arg(NumbersWords::stepsOf(unknown, journey.steps.size()))
                     : NumbersWords::tr("%1 have no time.").arg(NumbersWords::stepsOf(unknown, journey.steps.size()));
    double again = 0;
    for (const PhaseTime& phase : phases)
        again += phase.minutes[2];
    if (again > 0)
        parts += NumbersWords::tr("%1 go to what was asked or given before.").arg(spokenMinutes(again));
    if (journey.quickest < journey.slowest)
        parts +=
            NumbersWords::tr("This is the slowest way; the quickest takes %1.").arg(spokenMinutes(journey.quickest));
    return parts.join(u' ');
}

} // namespace

QVariantMap timeChart(const Blueprint& blueprint, const Journey& journey)
{
    const QList<PhaseTime> phases = phaseTimes(journey);
    if (journey.slowest <= 0)
        return missingChart(
            NumbersWords::tr("Nobody has said how long the steps take %1. Select a card of the customer and "
                             "fill in “Time” in the panel at the right.")
                .arg(journey.customer));
    NumbersBars bars;
    const std::array names{NumbersWords::tr("doing"), NumbersWords::tr("waiting"), NumbersWords::tr("once more")};
    bars.addSeries(names[0], u"solid"_s, u"plain"_s);
    bars.addSeries(names[1], u"hatch"_s, u"plain"_s);
    bars.addSeries(names[2], u"dots"_s, u"deep"_s);
    double waiting = 0;
    for (const PhaseTime& phase : phases) {
        waiting += phase.minutes[1];
        const QString name =
            phase.phase.kind == ElementKind::Phase ? nameIn(blueprint, phase.phase) : NumbersWords::tr("No phase");
        QString text = phase.sum() > 0 ? spokenMinutes(phase.sum()) : QString();
        if (phase.unknown > 0 && phase.sum() > 0)
            text = u"\u2265 "_s + text;
        else if (phase.unknown > 0)
            text = NumbersWords::tr("not known");
        const QString gap =
            phase.unknown > 0
                ? NumbersWords::tr(", %1 without a time").arg(NumbersWords::stepsOf(phase.unknown, phase.all.size()))
                : QString();
        bars.addRow(name, text, u"%1: %2%3"_s.arg(name, text, gap), phase.all);
        for (int part = 0; part < 3; ++part) {
            const QString minutes = spokenMinutes(phase.minutes[size_t(part)]);
            bars.addPart(part, phase.minutes[size_t(part)], minutes,
                         u"%1: %2 %3"_s.arg(name, minutes, names[size_t(part)]), phase.cards[size_t(part)]);
        }
    }
    return bars.chart(timeTitle(blueprint, journey, phases, waiting),
                      timeNote(journey, phases) + NumbersWords::rest(bars));
}

namespace {

struct Measure
{
    QString name;
    std::optional<int> JourneyStep::*points;
};

/// Runs of steps of which the points are known; a lone step is a run of one.
QVariantList linesOf(const QList<JourneyStep>& steps, const Measure& measure)
{
    QVariantList lines;
    QVariantList line;
    for (qsizetype i = 0; i <= steps.size(); ++i) {
        const std::optional<int> points = i < steps.size() ? steps[i].*measure.points : std::nullopt;
        if (points) {
            line += QVariantMap{{u"x"_s, i}, {u"y"_s, *points}};
        } else if (!line.isEmpty()) {
            lines += QVariant(line);
            line.clear();
        }
    }
    return lines;
}

qsizetype peakOf(const QList<JourneyStep>& steps, const Measure& measure)
{
    return largest(steps, [&](const JourneyStep& step) { return (step.*measure.points).value_or(0); });
}

qsizetype knownOf(const QList<JourneyStep>& steps, const Measure& measure)
{
    return std::ranges::count_if(steps, [&](const JourneyStep& step) { return (step.*measure.points).has_value(); });
}

QVariantMap measureMap(const Blueprint& blueprint, const QList<JourneyStep>& steps, const Measure& measure)
{
    const qsizetype peak = peakOf(steps, measure);
    const qsizetype known = knownOf(steps, measure);
    QVariantList points;
    QVariantList gaps;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (const std::optional<int> value = steps[i].*measure.points)
            points += QVariantMap{{u"x"_s, i}, {u"y"_s, *value}};
        else
            gaps += i;
    }
    return {{u"name"_s, measure.name},
            {u"summary"_s, NumbersWords::tr("given for %1").arg(NumbersWords::stepsOf(known, steps.size()))},
            {u"peak"_s, peak},
            {u"peakLabel"_s, peak < 0 ? QString() : nameIn(blueprint, steps[peak].card)},
            {u"lines"_s, linesOf(steps, measure)},
            {u"points"_s, points},
            {u"gaps"_s, gaps}};
}

QString pointsText(const std::optional<int>& points)
{
    return points ? NumbersWords::tr("%1 of 3").arg(*points) : NumbersWords::tr("not said");
}

QVariantList phaseBands(const Blueprint& blueprint, const QList<JourneyStep>& steps)
{
    QVariantList bands;
    for (qsizetype from = 0; from < steps.size();) {
        qsizetype to = from;
        while (to + 1 < steps.size() && steps[to + 1].phase == steps[from].phase)
            ++to;
        const bool named = steps[from].phase.kind == ElementKind::Phase;
        bands += QVariantMap{
            {u"label"_s, named ? nameIn(blueprint, steps[from].phase) : QString()}, {u"from"_s, from}, {u"to"_s, to}};
        from = to + 1;
    }
    return bands;
}

QString burdenTitle(const Blueprint& blueprint, const QList<JourneyStep>& steps, qsizetype worry, qsizetype effort)
{
    const auto at = [&](qsizetype step) { return quoted(nameIn(blueprint, steps[step].card)); };
    if (worry >= 0 && worry == effort)
        return NumbersWords::tr("Worry and effort are both highest at %1").arg(at(worry));
    if (worry >= 0 && effort >= 0)
        return NumbersWords::tr("Worry is highest at %1, effort at %2").arg(at(worry), at(effort));
    if (worry >= 0)
        return NumbersWords::tr("Worry is highest at %1").arg(at(worry));
    if (effort >= 0)
        return NumbersWords::tr("Effort is highest at %1").arg(at(effort));
    return NumbersWords::tr("No step is said to cost any worry or effort");
}

} // namespace

QVariantMap burdenChart(const Blueprint& blueprint, const Journey& journey)
{
    constexpr qsizetype MostSteps = 120;
    const std::array measures{Measure{NumbersWords::tr("Worry"), &JourneyStep::worry},
                              Measure{NumbersWords::tr("Effort"), &JourneyStep::effort}};
    if (knownOf(journey.steps, measures[0]) + knownOf(journey.steps, measures[1]) == 0)
        return missingChart(
            NumbersWords::tr("Nobody has said what any step costs %1 in worry or effort. Select a card of "
                             "the customer and set “Worry” and “Effort” in the panel at the right.")
                .arg(journey.customer));
    const QList<JourneyStep> steps = journey.steps.mid(0, MostSteps);
    QVariantList marks;
    for (const JourneyStep& step : steps) {
        const QString name = nameIn(blueprint, step.card);
        marks += QVariantMap{
            {u"title"_s, name},
            {u"description"_s,
             NumbersWords::tr("%1: worry %2, effort %3").arg(name, pointsText(step.worry), pointsText(step.effort))},
            {u"worry"_s, step.worry.value_or(-1)},
            {u"effort"_s, step.effort.value_or(-1)},
            {u"elements"_s, toVariant(QList<ElementRef>{step.card})}};
    }
    QVariantList maps;
    for (const Measure& measure : measures)
        maps += measureMap(blueprint, steps, measure);
    const QString note =
        journey.steps.size() > MostSteps
            ? NumbersWords::tr("The first %1 of %2 steps are shown.").arg(MostSteps).arg(journey.steps.size())
            : QString();
    return {{u"title"_s, burdenTitle(blueprint, steps, peakOf(steps, measures[0]), peakOf(steps, measures[1]))},
            {u"note"_s, note},
            {u"missing"_s, QString()},
            {u"count"_s, steps.size()},
            {u"measures"_s, maps},
            {u"phases"_s, phaseBands(blueprint, steps)},
            {u"marks"_s, marks}};
}

} // namespace throughline
