// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/lines.h"

namespace throughline {

QStringList linesOf(const CheckResult& result)
{
    QStringList lines;
    for (const Finding& finding : result.findings) {
        if (finding.accepted)
            continue;
        QString line = finding.rule + u' ' + subjectOf(finding);
        if (!finding.detail.isEmpty())
            line += u' ' + finding.detail;
        lines += line;
    }
    lines.sort();
    return lines;
}

} // namespace throughline
