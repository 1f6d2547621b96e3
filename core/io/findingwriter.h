// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/finding.h"
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
};

/// The findings as JSON: {"formatVersion", "files": [{"file", "findings": [...], "coverage": [...], "ruleErrors":
/// [...]}]}; one finding holds rule, family, severity, confidence, subject, variant, detail, fingerprint, title,
/// message, consequence, remedies, evidence, suppressed and, when accepted, the acceptance. One finding on one line;
/// UTF-8, LF.
[[nodiscard]] QByteArray writeFindingsJson(const QList<CheckedFile>& files);

/// The findings as SARIF 2.1.0 (OASIS, 2020): one run, one result a finding, accepted ones with an accepted
/// suppression.
[[nodiscard]] QByteArray writeFindingsSarif(const QList<CheckedFile>& files, const QString& programVersion);

/// The fingerprints in what writeFindingsJson() wrote: the baseline of a later run. Errors: System when the file cannot
/// be read, Syntax or Value with the place when it is not such a file.
[[nodiscard]] Result<QSet<QString>> readFingerprints(const QString& file);

} // namespace throughline
