// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/journeyview.h"
#include "core/metrics/metric.h"
#include "core/model/blueprint.h"

namespace throughline {

/// How two roles work with each other: one field of the two heat maps "handover of work" and "working together".
struct RolePair
{
    ElementRef from; ///< a role, or the lane of one that nobody named
    ElementRef to;
    int handovers = 0; ///< connections from a card of the one to a card of the other
    int together = 0;  ///< moments of the customer served by both
    int served = 0;    ///< moments of the customer served by the first

    bool operator==(const RolePair&) const = default;
};

/// The numbers of a blueprint (docs/numbers.md).
struct JourneyMetrics
{
    QList<Metric> metrics;     ///< in the order of metricCatalogue(), parts after their whole
    QList<RolePair> rolePairs; ///< those with a hand-over or a common moment, by the ids of both

    // What the charts are drawn from.
    QList<Journey> journeys;                ///< in the order of the customers' lanes
    QList<DepartmentHandovers> departments; ///< those with a hand-over, by the ids of both
    QList<RoleAnswers> answers;             ///< the roles of which something may be asked, by first meeting

    /// The metric of that key, or null.
    [[nodiscard]] const Metric* find(const QString& key) const;
    /// The time of the customer whose slowest way takes longest, or null where nobody has said how long anything takes.
    [[nodiscard]] const Metric* longestTime() const;
    /// That customer's share of waiting, or null.
    [[nodiscard]] const Metric* longestWait() const;
    bool operator==(const JourneyMetrics&) const = default;
};

/// Works out every metric. Pure; safe in any thread on a copy. Near-linear in cards and connections, times the number
/// of phases in which the customer has cards.
[[nodiscard]] JourneyMetrics journeyMetrics(const Blueprint& blueprint);

/// The numbers for people at a terminal, family by family, each with its sentence.
[[nodiscard]] QString toText(const JourneyMetrics& metrics, const Blueprint& blueprint);
/// The numbers as JSON (docs/numbers.md), UTF-8, with a closing newline.
[[nodiscard]] QByteArray toJson(const JourneyMetrics& metrics, const Blueprint& blueprint);
/// "Time, Order": what a metric is about, for headings and tables.
[[nodiscard]] QString titleOf(const Metric& metric, const Blueprint& blueprint);

} // namespace throughline
