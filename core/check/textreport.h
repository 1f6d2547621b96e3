// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/model/blueprint.h"

#include <QSet>
#include <QString>

#include <functional>

namespace throughline {

struct TextReportOptions
{
    Severity atLeast = Severity::Hint; ///< findings quieter than this are neither shown nor counted
    bool coverage = false;             ///< what each rule could and could not check
    bool colour = false;               ///< escape sequences of ANSI terminals (ECMA-48)
    QSet<QString> known;               ///< fingerprints of findings that are marked as known
    /// Where a finding stands, "dinner.bpt:12:3", or an empty text; absent: no places are given.
    std::function<QString(const Finding&)> placeOf = {};
};

/// A check for people to read on a terminal: each open finding with its severity, title, sentence, place by names and
/// what would mend it; then accepted findings, stale acceptances and rules that failed in a line each; last a line that
/// counts. Ends with a line break.
[[nodiscard]] QString textReport(const Blueprint& blueprint, const CheckResult& result,
                                 const TextReportOptions& options = {});

} // namespace throughline
