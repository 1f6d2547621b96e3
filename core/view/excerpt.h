// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/model/foldcounts.h"

#include <QSet>

namespace throughline {

/// What a filter shows of a blueprint, for those who get nothing else of it: readers of a page, an audience.
struct Excerpt
{
    Blueprint blueprint;  ///< what is shown
    CheckResult check;    ///< of the whole, with the findings alone that can be seen in it
    QSet<ElementRef> lit; ///< as ShownPart::lit() says
    FoldCounts folds;
    QString words;    ///< what is shown, in a few words: "view “Kitchen”"
    QString sentence; ///< what it is a part of, and what lies outside; for whoever sees the picture
    int findingsOutside = 0;
    /// The numbers that the open findings of check have in the whole, in their order: a finding has one number
    /// everywhere.
    QList<int> numbers;

    bool operator==(const Excerpt&) const = default;
};

/// What filter shows of whole, whose findings are those of check. words: its name, or what it asks for. O(n log n).
[[nodiscard]] Excerpt excerptOf(const Blueprint& whole, const CheckResult& check, const ViewFilter& filter,
                                const QString& words);
/// How a saved view is called in a sentence: "view “Kitchen”".
[[nodiscard]] QString viewInWords(const QString& name);
/// Whether something a finding is about is seen in a part of a blueprint, and not faded there. A finding about nothing
/// that is drawn is always seen.
[[nodiscard]] bool isSeenIn(const Finding& finding, const Blueprint& part, const QSet<ElementRef>& lit);

} // namespace throughline
