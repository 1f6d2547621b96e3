// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/model/blueprint.h"

#include <QDate>
#include <QMap>

namespace throughline {

/// Which rules run: the headline rules only, what is right for most blueprints, or everything.
enum class Preset { Start, Recommended, All };

struct CheckOptions
{
    Preset preset = Preset::Recommended;
    /// Rule id -> severity; stronger than the blueprint's own severities, which are stronger than the preset.
    QMap<QString, Severity> severities;
    /// The day acceptances with an end are judged by; invalid: none has run out.
    QDate today;
    /// Rule id -> severity; weaker than the blueprint's own severities, stronger than the preset: what the folder of
    /// the blueprint says (core/io/projectsettings.h).
    QMap<QString, Severity> folderSeverities = {};

    bool operator==(const CheckOptions&) const = default;
};

/// Runs the rules over a blueprint. Pure; safe in any thread on a copy. A rule that throws is reported in ruleErrors
/// and the others run on. Cost near-linear in cards and connections.
[[nodiscard]] CheckResult checkBlueprint(const Blueprint& blueprint, const CheckOptions& options = {});

/// Findings that count: not accepted and at or above a severity.
[[nodiscard]] qsizetype countOpen(const CheckResult& result, Severity atLeast);

} // namespace throughline
