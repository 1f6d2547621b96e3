// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/finding.h"
#include "core/io/baseline.h"
#include "core/io/sourceplaces.h"
#include "core/model/blueprint.h"

#include <QByteArray>
#include <QList>
#include <QSet>

namespace throughline {

/// A file that was checked and what was found in it.
struct CheckedFile
{
    QString name;
    Blueprint blueprint;
    CheckResult result;
    /// The fingerprints that a baseline knows; nothing: there is no baseline.
    std::optional<QSet<QString>> known;
    /// What a baseline knows of the file and is there no more.
    QList<KnownFinding> gone;
    /// Where its elements stand in the file; empty: no lines are given.
    SourcePlaces places;
};

/// Where a finding stands in the file: at what its evidence begins with.
[[nodiscard]] Place placeOf(const CheckedFile& file, const Finding& finding);

/// The findings as JSON: {"formatVersion", "files": [{"file", "findings": [...], "staleAcceptances": [...], "coverage":
/// [...], "ruleErrors": [...]}]}; one finding holds rule, family, severity, confidence, subject, variant, detail,
/// fingerprint, title, message, consequence, remedies, evidence, suppressed, line and column where they are known, when
/// accepted the acceptance {reason, who, when, until}, when it has run out the same as "expired", and with a baseline
/// whether it is known. One finding on one line; UTF-8, LF.
[[nodiscard]] QByteArray writeFindingsJson(const QList<CheckedFile>& files);

} // namespace throughline
