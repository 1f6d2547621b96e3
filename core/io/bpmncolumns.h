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
    bool isCustomer = false;
};

/// A connection between two cards, by index.
struct CardLink
{
    int from = 0;
    int to = 0;
};

/// The step number (from 1, without gaps) of each card: centres close to each other become one column, then the
/// customer's cards are moved to the right until each flow between them runs forward (flows that close a circle aside).
/// Cards that are not drawn stand one column behind the latest card that leads to them. O((cards + links) log cards).
[[nodiscard]] QList<int> findColumns(const QList<PlacedCard>& cards, const QList<CardLink>& links);

} // namespace throughline
