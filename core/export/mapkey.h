// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/export/picture.h"

namespace throughline {

/// One sign of a map and what it means.
struct KeyEntry
{
    QList<DrawOp> sample; ///< in a box of widthPt by KeySamplePt, from 0, 0
    double widthPt = 0;
    QString words;
};

inline constexpr double KeySamplePt = 12;

/// The same drawn elsewhere.
[[nodiscard]] DrawOp moved(DrawOp op, const QPointF& by);

/// What the signs on a picture mean, only those that occur on it: the kinds of its connections, the marks on its cards,
/// and the colours of these findings (accepted ones left out).
[[nodiscard]] QList<KeyEntry> keyOf(const Blueprint& drawn, const Picture& picture, const QList<Finding>& findings,
                                    const Theme& theme, const QtTextMeasurer& measurer);

} // namespace throughline
