// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace throughline {

/// One card as the search for columns sees it.
struct PlacedCard
{
    std::optional<double> along; ///< its centre in the direction of time, in the drawing's pixels; absent: not drawn
};

/// A connection between two cards, by index.
struct CardLink
{
    int from = 0;
    int to = 0;
    bool isMessage = false; ///< may stay in one column: the customer asks, and beside him somebody hears
};

/// The step number (from 1, without gaps) of each card: centres close to each other become one column, then cards are
/// moved to the right until every flow runs forward and no message runs back in time (links that close a circle aside).
/// Cards that are not drawn stand where their links put them. O((cards + links) log cards).
[[nodiscard]] QList<int> findColumns(const QList<PlacedCard>& cards, const QList<CardLink>& links);

} // namespace throughline
