// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmncolumns.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace throughline {

namespace {

/// Cards of one column lie closer together than this; a task is 80 to 100 pixels wide.
constexpr double ColumnWidth = 70.0;

/// Numbers the clusters of the drawn cards from 1; 0 for cards that are not drawn.
QList<int> clusters(const QList<PlacedCard>& cards)
{
    QList<int> order;
    for (int i = 0; i < int(cards.size()); ++i) {
        if (cards[i].along)
            order.append(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](int l, int r) { return *cards[l].along < *cards[r].along; });
    QList<int> columns(cards.size(), 0);
    int column = 0;
    double start = 0.0;
    for (const int card : std::as_const(order)) {
        if (column == 0 || *cards[card].along - start >= ColumnWidth) {
            ++column;
            start = *cards[card].along;
        }
        columns[card] = column;
    }
    return columns;
}

using Successors = std::vector<std::vector<CardLink>>;

/// The links that leave each card, flows before messages.
Successors successors(qsizetype cards, const QList<CardLink>& links)
{
    Successors lists;
    lists.resize(size_t(cards));
    for (const bool messages : {false, true}) {
        for (const CardLink& link : links) {
            if (link.isMessage == messages)
                lists[size_t(link.from)].push_back(link);
        }
    }
    return lists;
}

/// The cards in an order in which every link runs forward, links that close a circle aside: reversed postorder of a
/// depth-first walk in the order of the drawing.
QList<int> forwardOrder(const Successors& next, const QList<int>& starts)
{
    QList<int> postorder;
    std::vector<size_t> visited(next.size(), 0); // successors looked at, plus one
    for (const int start : starts) {
        std::vector<int> stack;
        if (visited[size_t(start)] == 0) {
            visited[size_t(start)] = 1;
            stack.push_back(start);
        }
        while (!stack.empty()) {
            const size_t card = size_t(stack.back());
            const size_t at = visited[card] - 1;
            if (at == next[card].size()) {
                postorder.append(int(card));
                stack.pop_back();
                continue;
            }
            ++visited[card];
            const int successor = next[card][at].to;
            if (visited[size_t(successor)] == 0) {
                visited[size_t(successor)] = 1;
                stack.push_back(successor);
            }
        }
    }
    std::reverse(postorder.begin(), postorder.end());
    return postorder;
}

void removeGaps(QList<int>& columns)
{
    QList<int> used = columns;
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (int& column : columns)
        column = int(std::lower_bound(used.begin(), used.end(), column) - used.begin()) + 1;
}

} // namespace

QList<int> findColumns(const QList<PlacedCard>& cards, const QList<CardLink>& links)
{
    QList<int> columns = clusters(cards);
    QList<int> starts(cards.size());
    std::iota(starts.begin(), starts.end(), 0);
    std::stable_sort(starts.begin(), starts.end(), [&](int l, int r) { return columns[l] < columns[r]; });
    const Successors next = successors(cards.size(), links);
    const QList<int> order = forwardOrder(next, starts);
    QList<int> rank(cards.size(), 0);
    for (int i = 0; i < int(order.size()); ++i)
        rank[order[i]] = i;
    for (const int card : order) {
        columns[card] = std::max(columns[card], 1);
        for (const CardLink& link : next[size_t(card)]) {
            if (rank[link.to] > rank[card])
                columns[link.to] = std::max(columns[link.to], columns[card] + (link.isMessage ? 0 : 1));
        }
    }
    removeGaps(columns);
    return columns;
}

} // namespace throughline
