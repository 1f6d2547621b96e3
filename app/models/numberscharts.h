// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/metrics/journeymetrics.h"

#include <QHash>
#include <QVariant>

/// What the charts of the numbers view show: values for QML, with every sentence worded and every bar's elements named.
///
/// Each chart is an object {title, note, missing}: a sentence that says what it shows, one about what is not known, and
/// where there is nothing to show, the sentence that says what to fill in and where (title and the rest are then
/// empty). "elements" are always such as can be selected on the drawing, at most 256.
///
/// Bars: {series: [{name, pattern, tone}], values: [series][row from the bottom], most, rows: [{label, text}], marks:
/// [{row, series, from, to, text, description, elements, above, below}]}. A mark is what can be clicked: series -1 is
/// the row as a whole; above and below are the marks the arrow keys go to.
namespace throughline {

/// Where on the drawing things are to be seen: a role's cards for the role, a department's for the department, a
/// request's connections for the request.
class DrawnPlaces
{
public:
    explicit DrawnPlaces(const Blueprint& blueprint = {}) : m_blueprint(blueprint) {}

    /// The elements that stand for refs, each once, at most 256.
    [[nodiscard]] QList<ElementRef> of(const QList<ElementRef>& refs) const;
    /// Finds the places of all roles, departments and requests now, rather than when the first is asked for.
    /// O(cards + connections).
    void prepare() const;

private:
    Blueprint m_blueprint;
    mutable bool m_prepared = false;
    mutable QHash<ElementRef, QList<ElementRef>> m_places;
};

/// Where the customer's time goes, phase by phase: doing, waiting, again. Bars; the values are minutes.
[[nodiscard]] QVariantMap timeChart(const Blueprint& blueprint, const Journey& journey);

/// Worry and effort step by step: {count, measures: [{name, summary, peak, lines: [[{x, y}]], points: [{x, y}], gaps:
/// [x]}], phases:
/// [{label, from, to}], marks: [{title, description, worry, effort, elements}]}; worry and effort are -1 where unknown.
[[nodiscard]] QVariantMap burdenChart(const Blueprint& blueprint, const Journey& journey);

/// Who hands over to whom, by department: {names, cells: [{row, column, count, share, description, elements}]}, row by
/// row; share is the count over the largest one, or over 4 where that is
/// more.
[[nodiscard]] QVariantMap handoverChart(const Blueprint& blueprint, const QList<DepartmentHandovers>& handovers);

/// What becomes of what customers may ask of each role. Bars.
[[nodiscard]] QVariantMap answersChart(const Blueprint& blueprint, const QList<RoleAnswers>& answers,
                                       const DrawnPlaces& places);

/// The open findings by family and severity. Bars. checked: the check is on.
[[nodiscard]] QVariantMap findingsChart(const Blueprint& blueprint, const CheckResult& result, bool checked);

} // namespace throughline
