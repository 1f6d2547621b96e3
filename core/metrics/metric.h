// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <QList>
#include <QString>

#include <optional>

namespace throughline {

enum class MetricFamily { Silos, Answers, Abilities, Contact, Burden, Lines, Perspective };

/// In which direction a number is better for the customer; some have none and are shown without a judgement.
enum class Better { Lower, Higher, Neither };

enum class MetricUnit {
    Share,   ///< numerator of denominator
    Count,   ///< how many
    Mean,    ///< numerator divided by denominator
    Index,   ///< -1 to 1
    Minutes, ///< of the customer's time
    Points,  ///< of worry or effort, 0 to 3 a card
    Money,   ///< in the blueprint's currency
    YesNo,   ///< 1 or 0
};

/// What a number means, wherever it is shown.
struct MetricInfo
{
    QString id; ///< "silo-index"
    MetricFamily family = MetricFamily::Silos;
    MetricUnit unit = MetricUnit::Share;
    Better better = Better::Neither;
    QString title;   ///< "Silo index"
    QString meaning; ///< one sentence for people who see the number for the first time
};

/// One number about a blueprint, with what it was worked out from. Unknown is never counted as zero: what nobody has
/// said stands in unknown, and where nothing is known there is no value.
struct Metric
{
    QString id;              ///< of its MetricInfo
    QList<ElementRef> about; ///< a role, a department, a customer's lane, a phase; empty: the whole blueprint
    std::optional<double> value;
    /// For numbers of a journey that branches: value holds for the cheapest route, dearest for the dearest.
    std::optional<double> dearest;
    /// Share: what counts and out of how many; 0 of 0 has no value. Mean and Index: see docs/numbers.md. For every
    /// other unit the numerator is what the drawing holds as a whole and the denominator is 0.
    double numerator = 0;
    double denominator = 0;
    int known = 0;    ///< how many of the things it looks at could be judged
    int unknown = 0;  ///< and how many not, because nobody has said
    QString sentence; ///< the number in the words of the drawing
    /// The elements behind the number, those one would act on first; at most 256.
    QList<ElementRef> elements;

    bool operator==(const Metric&) const = default;
};

/// Every metric there is, family by family in the order in which they are shown.
[[nodiscard]] const QList<MetricInfo>& metricCatalogue();
/// What a metric means; the id must be one of the catalogue.
[[nodiscard]] const MetricInfo& infoOf(const Metric& metric);
[[nodiscard]] QString familyTitle(MetricFamily family);

/// "silo-index", "customer-minutes Order": what tells one number of a blueprint from the others.
[[nodiscard]] QString keyOf(const Metric& metric);

/// The value as people read it: "2 of 5", "≥ 70.5–82 min", "1.5", "yes"; "–" where there is none. currency stands
/// behind amounts of money.
[[nodiscard]] QString valueText(const Metric& metric, const QString& currency = {});

/// The value as people say it, the same on every page and in every window: durations in days, hours and minutes, "13 of
/// ≥ 13.3 days"; everything else as valueText(), and "≥" also before a count of which something is unknown.
[[nodiscard]] QString spokenValue(const Metric& metric, const QString& currency = {});

/// known / (known + unknown), 1 where nothing was looked at.
[[nodiscard]] double coverageOf(const Metric& metric);
/// "4 of 11 known" where something is unknown, else empty.
[[nodiscard]] QString coverageText(const Metric& metric);

/// The shortest decimal with at most two digits behind the point.
[[nodiscard]] QString figure(double number);

/// "card", "connection", as --format json and the comparison name an element.
[[nodiscard]] QString word(ElementKind kind);
[[nodiscard]] QString word(MetricFamily family);
[[nodiscard]] QString word(MetricUnit unit);
[[nodiscard]] QString word(Better better);

} // namespace throughline
