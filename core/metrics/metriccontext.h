// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/askables.h"
#include "core/check/branches.h"
#include "core/check/chase.h"
#include "core/check/finding.h"
#include "core/check/phrases.h"
#include "core/metrics/journeyview.h"
#include "core/metrics/metric.h"

#include <vector>

namespace throughline {

/// Who serves a card of the customer, all together.
struct Served
{
    std::vector<int> roles;       ///< ascending
    std::vector<int> departments; ///< ascending
    bool isServed = false;
    bool departmentsKnown = true;
};

/// Everything the metrics of one blueprint share.
class MetricContext
{
public:
    explicit MetricContext(const Blueprint& blueprint);

    const ServiceGraph graph;
    const ThreadAnalysis threads;
    const BranchAnalysis branches;
    const ChaseAnalysis chase;
    const Meetings meetings;
    const Capabilities abilities; ///< said, and proved by the drawing
    const Capabilities said;
    const AskableTable askables;
    const Phrases say;
    const std::vector<Move> moves;
    std::vector<Served> served; ///< by card; of the customers' cards only

    /// Findings of the two rules that some metrics count, acceptances aside.
    [[nodiscard]] const CheckResult& found() const { return m_found; }

    [[nodiscard]] int parties() const { return int(graph.partyLane.size()); }
    /// What a metric of one customer's journey is about: his lane where there are several, else the whole.
    [[nodiscard]] QList<ElementRef> aboutParty(int party) const;
    [[nodiscard]] ElementRef cardRef(int card) const;
    [[nodiscard]] ElementRef linkRef(int link) const;
    /// A role, or the lane of one that nobody named.
    [[nodiscard]] ElementRef roleRef(int role) const;

private:
    CheckResult m_found;
};

/// An empty metric of that id.
[[nodiscard]] Metric metricOf(const QString& id, const QList<ElementRef>& about = {});
/// Sets numerator, denominator, known and the value; none where nothing is known.
void setShare(Metric& metric, int numerator, int denominator, int unknown);
/// Sets a count that is known for so many things.
void setCount(Metric& metric, int count, int known, int unknown);
/// Adds to the elements behind a metric until there are enough.
void addElement(Metric& metric, const ElementRef& element);

/// What customers are asked for, and what of it they have given before.
struct GivenAgain
{
    int asked = 0;          ///< data items, each as often as it is asked for
    std::vector<int> cards; ///< one entry for each item given again: the card at which it is
};
[[nodiscard]] GivenAgain givenAgain(const MetricContext& context);

/// The customers' ways, in the order of their lanes; customers without one are left out.
[[nodiscard]] QList<Journey> journeysOf(const MetricContext& context, const GivenAgain& given);
/// The cells of the matrix in which something is handed over, by the departments' ids, unknown ones first.
[[nodiscard]] QList<DepartmentHandovers> departmentHandovers(const MetricContext& context);
/// The roles of which something may be asked, in the order of the role x request table.
[[nodiscard]] QList<RoleAnswers> roleAnswers(const MetricContext& context);

// One function a family; each appends its metrics in the order of the catalogue.
void addSiloMetrics(const MetricContext& context, QList<Metric>& metrics);
void addAnswerMetrics(const MetricContext& context, QList<Metric>& metrics);
void addAbilityMetrics(const MetricContext& context, const QList<RoleAnswers>& answers, QList<Metric>& metrics);
void addContactMetrics(const MetricContext& context, QList<Metric>& metrics);
void addBurdenMetrics(const MetricContext& context, QList<Metric>& metrics);
void addDataMetrics(const MetricContext& context, const GivenAgain& given, QList<Metric>& metrics);
void addLineMetrics(const MetricContext& context, QList<Metric>& metrics);
void addPerspectiveMetrics(const MetricContext& context, QList<Metric>& metrics);

} // namespace throughline
