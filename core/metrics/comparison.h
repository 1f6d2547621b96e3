// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/metrics/journeymetrics.h"

#include <utility>

namespace throughline {

/// What became of one number.
enum class Verdict { Better, Worse, Same, Changed, NotComparable, OnlyBefore, OnlyAfter };

/// One metric before and after. A difference is given only where both sides have a value and are known to a similar
/// degree: known / (known + unknown) less than ten points apart.
struct MetricChange
{
    std::optional<Metric> before;
    std::optional<Metric> after;
    Verdict verdict = Verdict::Same;
    std::optional<double> difference; ///< after less before, of the value
    QString sentence;                 ///< where it is not comparable: why; else empty

    bool operator==(const MetricChange&) const = default;
};

/// One element that was added, removed or changed.
struct ElementDifference
{
    enum class Kind { Added, Removed, Changed };

    ElementRef element;
    Kind kind = Kind::Changed;
    QString name;       ///< as it is called after, or was before
    QStringList fields; ///< Changed: which of its fields, as they stand in the file

    bool operator==(const ElementDifference&) const = default;
};

/// Two versions of a blueprint, matched by ids.
struct Comparison
{
    QList<ElementDifference> elements; ///< by kind, then id
    QList<MetricChange> metrics;       ///< in the order of the catalogue
    QList<Finding> findings;           ///< what only shows between two versions, see findShifts()

    bool operator==(const Comparison&) const = default;
};

/// Compares two versions. Pure; the cost of the metrics of both.
[[nodiscard]] Comparison compareBlueprints(const Blueprint& before, const Blueprint& after);

/// The comparison for people at a terminal: what was found, the numbers that have a value, then what changed in the
/// drawing.
[[nodiscard]] QString toText(const Comparison& comparison, const Blueprint& before, const Blueprint& after);
/// The comparison as JSON (docs/numbers.md), UTF-8, with a closing newline.
[[nodiscard]] QByteArray toJson(const Comparison& comparison);

/// What a patch does to the elements, by kind, then id; the fields are named as in the file.
[[nodiscard]] QList<ElementDifference> differencesOf(const Blueprint& before, const Blueprint& after);

/// A number before and after for people, in the currency of its side: as spokenValue(), but exact where that would say
/// the same of two that differ.
[[nodiscard]] std::pair<QString, QString> spokenValues(const MetricChange& change, const QString& currencyBefore,
                                                       const QString& currencyAfter);

[[nodiscard]] QString word(Verdict verdict);

} // namespace throughline
