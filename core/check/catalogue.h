// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/checker.h"

#include <QString>
#include <QStringView>

#include <span>

namespace throughline {

/// A number a rule compares with. The rule reads it from here, so what is documented is what happens.
struct RuleParameter
{
    QString name;
    double value = 0;
    QString meaning;
};

/// What people read about a rule, and how loud it is. The code that looks for it is found by the id
/// (core/check/rule.h).
struct CatalogueEntry
{
    QString id;
    RuleFamily family = RuleFamily::Drawing;
    QString title;
    QString explanation; ///< what the rule means and why it matters, for a service designer
    QString definition;  ///< when exactly it fires
    QString howToFix;
    QString source; ///< the observation or the literature it comes from
    Severity start = Severity::Off;
    Severity recommended = Severity::Warning;
    Severity all = Severity::Warning;
    QList<RuleParameter> parameters;
};

/// Every rule, ordered by family and, in it, by importance.
[[nodiscard]] const QList<CatalogueEntry>& catalogue();

/// The rules that look at two versions of a blueprint (core/metrics/comparisonrules.h).
[[nodiscard]] const QList<CatalogueEntry>& comparisonCatalogue();

/// The entry of a rule of either catalogue, or null.
[[nodiscard]] const CatalogueEntry* catalogueEntry(QStringView rule);

/// How loud a preset makes a rule.
[[nodiscard]] Severity presetSeverity(const CatalogueEntry& entry, Preset preset);

/// The name of a family as a heading: "Silos".
[[nodiscard]] QString familyName(RuleFamily family);

} // namespace throughline
