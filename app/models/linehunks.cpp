// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/linehunks.h"

#include <algorithm>
#include <vector>

namespace throughline {

namespace {

/// Above this many pairs of lines the middle of two texts is one hunk.
constexpr qsizetype MaxPairs = 1'000'000;

/// The longest common subsequence (Wagner & Fischer 1974) of the middle of two texts, as hunks.
QList<LineHunk> middleHunks(const QStringList& before, const QStringList& after, qsizetype offset)
{
    const qsizetype rows = before.size();
    const qsizetype columns = after.size();
    std::vector<int> length(size_t((rows + 1) * (columns + 1)), 0);
    const auto at = [&](qsizetype row, qsizetype column) -> int& {
        return length[size_t(row * (columns + 1) + column)];
    };
    for (qsizetype row = rows - 1; row >= 0; --row) {
        for (qsizetype column = columns - 1; column >= 0; --column) {
            at(row, column) = before[row] == after[column] ? at(row + 1, column + 1) + 1
                                                           : std::max(at(row + 1, column), at(row, column + 1));
        }
    }
    QList<LineHunk> hunks;
    const auto hunkAt = [&](qsizetype row) -> LineHunk& {
        if (hunks.isEmpty() || hunks.last().start + hunks.last().removed != row + offset)
            hunks.append({row + offset, 0, {}});
        return hunks.last();
    };
    for (qsizetype row = 0, column = 0; row < rows || column < columns;) {
        if (row < rows && column < columns && before[row] == after[column]) {
            ++row;
            ++column;
        } else if (column < columns && (row == rows || at(row, column + 1) > at(row + 1, column))) {
            hunkAt(row).added += after[column++];
        } else {
            ++hunkAt(row++).removed;
        }
    }
    return hunks;
}

} // namespace

CommonLines commonLines(const QStringList& left, const QStringList& right)
{
    CommonLines common;
    const qsizetype shorter = std::min(left.size(), right.size());
    while (common.start < shorter && left[common.start] == right[common.start])
        ++common.start;
    while (common.end < shorter - common.start &&
           left[left.size() - 1 - common.end] == right[right.size() - 1 - common.end])
        ++common.end;
    return common;
}

QList<LineHunk> lineHunks(const QStringList& before, const QStringList& after)
{
    const auto [start, end] = commonLines(before, after);
    const QStringList was = before.sliced(start, before.size() - start - end);
    const QStringList is = after.sliced(start, after.size() - start - end);
    if (was.isEmpty() && is.isEmpty())
        return {};
    if (was.isEmpty() || is.isEmpty() || was.size() * is.size() > MaxPairs)
        return {{start, was.size(), is}};
    return middleHunks(was, is, start);
}

QList<LineHunk> aroundTyping(const QList<LineHunk>& hunks, const QStringList& before, const QStringList& typed)
{
    const auto [start, end] = commonLines(before, typed);
    const qsizetype typedEnd = before.size() - end;
    QList<LineHunk> around;
    for (LineHunk hunk : hunks) {
        if (hunk.start + hunk.removed <= start && (hunk.start < start || start == before.size())) {
            around.append(hunk);
        } else if (hunk.start >= typedEnd) {
            hunk.start += typed.size() - before.size();
            around.append(hunk);
        } else if (hunk.removed == 0) {
            around.append({typed.size() - end, 0, hunk.added});
        } else if (hunk.start < start && hunk.added.size() >= hunk.removed) {
            const qsizetype untouched = start - hunk.start;
            around.append({hunk.start, untouched, hunk.added.first(untouched)});
        }
    }
    return around;
}

} // namespace throughline
