// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/model/patch.h"

#include <QList>
#include <QString>

namespace throughline {

/// One way to mend a finding: a patch of the blueprint the finding was found in, applied as one undo step. A value.
struct Fix
{
    QString id;          ///< what kind of mending it is, as docs/rules.md names it: "draw-hand-over"
    QString text;        ///< one imperative sentence in the words of the drawing, without a full stop
    Patch patch;         ///< never empty
    bool isSafe = false; ///< keeps what the drawing means: may be applied to many findings at once

    /// Findings that are gone after it (the one it was asked for among them) and findings that are new after it. No new
    /// one is an error. Accepted findings are left out.
    QList<Finding> mended;
    QList<Finding> opened;

    bool operator==(const Fix&) const = default;
};

} // namespace throughline
