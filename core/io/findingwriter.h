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
    /// The fingerprints that a baseline knows; nothing: there is no baseline.
    std::optional<QSet<QString>> known;
};

/// The findings as JSON: {"formatVersion", "files": [{"file", "findings": [...], "coverage": [...], "ruleErrors":
/// [...]}]}; one finding holds rule, family, severity, confidence, subject, variant, detail, fingerprint, title,
/// message, consequence, remedies, evidence, suppressed, when accepted the acceptance {reason, who, when, until}, and
/// with a baseline whether it is known. One finding on one line;
/// UTF-8, LF.
[[nodiscard]] QByteArray writeFindingsJson(const QList<CheckedFile>& files);

} // namespace throughline
