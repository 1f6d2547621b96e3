// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/metrics/journeymetrics.h"
#include "core/model/blueprint.h"

namespace throughline {

/// One number at the head of a report and what it counts.
struct Figure
{
    QString value;
    QString caption;
};

/// A numbered finding as a report tells it.
struct Note
{
    int number = 0;
    Severity severity = Severity::Warning;
    QString title;
    QString text;      ///< what breaks, why it matters, what would mend it
    QString shortText; ///< what breaks and what would mend it
};

/// What can be counted on this blueprint, most telling first; what is unknown is left out. At most five. Each is said
/// as the numbers say it (docs/numbers.md).
[[nodiscard]] QList<Figure> figuresOf(const JourneyMetrics& metrics, const CheckResult& check);
/// The time of the customer whose slowest way takes longest, "≥ 13.3 days"; empty where it is not known.
[[nodiscard]] QString customerTimeOf(const JourneyMetrics& metrics);
/// The open findings with the numbers calloutsFor() gives them, or, of an excerpt, with those they have in the whole.
[[nodiscard]] QList<Note> notesOf(const CheckResult& check, const QList<int>& numbers = {});
/// "A couple without a reservation · Guests on a first visit"; it is never broken before the dot.
[[nodiscard]] QString subtitleOf(const Blueprint& blueprint);
[[nodiscard]] QString titleOf(const Blueprint& blueprint);
/// "Dinner for two · as is · 22 November 2026".
[[nodiscard]] QString footerOf(const Blueprint& blueprint, const QDate& date);

} // namespace throughline
