// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace throughline {

/// Lines from one place of a text that others take the place of.
struct LineHunk
{
    qsizetype start = 0;
    qsizetype removed = 0;
    QStringList added;

    bool operator==(const LineHunk&) const = default;
};

/// What turns before into after, in order; places are those of before. Small where the texts differ in a few places.
[[nodiscard]] QList<LineHunk> lineHunks(const QStringList& before, const QStringList& after);

/// The same hunks for a text that somebody has changed from before to typed meanwhile. Lines that were typed stay;
/// what is only added among them comes behind them, and of lines replaced together those above them still are.
[[nodiscard]] QList<LineHunk> aroundTyping(const QList<LineHunk>& hunks, const QStringList& before,
                                           const QStringList& typed);

/// How many lines two texts have in common at their start, and at their end beyond that.
struct CommonLines
{
    qsizetype start = 0;
    qsizetype end = 0;
};
[[nodiscard]] CommonLines commonLines(const QStringList& left, const QStringList& right);

} // namespace throughline
