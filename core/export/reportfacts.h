// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
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

/// What can be counted on this blueprint, most telling first; what is unknown is left out. At most five.
[[nodiscard]] QList<Figure> figuresOf(const Blueprint& blueprint, const CheckResult& check);
/// The open findings with the numbers calloutsFor() gives them.
[[nodiscard]] QList<Note> notesOf(const CheckResult& check);
/// "A couple without a reservation · Guests on a first visit".
[[nodiscard]] QString subtitleOf(const Blueprint& blueprint);
[[nodiscard]] QString titleOf(const Blueprint& blueprint);
/// "Dinner for two · as is · 22 November 2026".
[[nodiscard]] QString footerOf(const Blueprint& blueprint, const QDate& date);

} // namespace throughline
