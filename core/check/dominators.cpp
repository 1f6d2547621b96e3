// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/dominators.h"

#include <algorithm>

namespace throughline {

namespace {

/// The nodes where journeys start.
std::vector<int> startsOf(const ServiceGraph& graph)
{
    const Digraph& journey = graph.journey;
    std::vector<char> entered(size_t(journey.componentCount()), 0);
    for (int component = 0; component < journey.componentCount(); ++component) {
        for (const int target : journey.successorComponents(component))
            entered[size_t(target)] = 1;
    }
    const auto column = [&](int node) { return graph.isCard(node) ? graph.cards[size_t(node)].firstColumn : -1; };
    std::vector<int> starts;
    for (int component = 0; component < journey.componentCount(); ++component) {
        if (entered[size_t(component)])
            continue;
        const auto members = journey.members(component);
        starts.push_back(
            *std::min_element(members.begin(), members.end(), [&](int l, int r) { return column(l) < column(r); }));
    }
    return starts;
}

/// The nodes in reverse postorder of a search from a root that leads to every start; the root is number nodeCount.
std::vector<int> reversePostorder(const Digraph& journey, const std::vector<int>& starts)
{
    std::vector<int> order;
    std::vector<char> seen(size_t(journey.nodeCount()), 0);
    std::vector<std::pair<int, size_t>> path;
    for (const int start : starts) {
        if (seen[size_t(start)])
            continue;
        seen[size_t(start)] = 1;
        path.push_back({start, 0});
        while (!path.empty()) {
            auto& [node, next] = path.back();
            const auto targets = journey.successors(node);
            if (next == targets.size()) {
                order.push_back(node);
                path.pop_back();
                continue;
            }
            const int target = targets[next++];
            if (!seen[size_t(target)]) {
                seen[size_t(target)] = 1;
                path.push_back({target, 0});
            }
        }
    }
    order.push_back(journey.nodeCount());
    std::reverse(order.begin(), order.end());
    return order;
}

} // namespace

std::vector<int> journeyDominators(const ServiceGraph& graph)
{
    const Digraph& journey = graph.journey;
    const int root = journey.nodeCount();
    const std::vector<int> starts = startsOf(graph);
    const std::vector<int> order = reversePostorder(journey, starts);
    std::vector<int> place(size_t(root) + 1, -1);
    for (size_t i = 0; i < order.size(); ++i)
        place[size_t(order[i])] = int(i);
    std::vector<std::vector<int>> sources(size_t(root) + 1);
    for (int node = 0; node < root; ++node) {
        for (const int target : journey.successors(node))
            sources[size_t(target)].push_back(node);
    }
    for (const int start : starts)
        sources[size_t(start)].push_back(root);

    std::vector<int> dominator(size_t(root) + 1, -1);
    dominator[size_t(root)] = root;
    const auto meet = [&](int left, int right) {
        while (left != right) {
            if (place[size_t(left)] > place[size_t(right)])
                left = dominator[size_t(left)];
            else
                right = dominator[size_t(right)];
        }
        return left;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 1; i < order.size(); ++i) {
            int found = -1;
            for (const int source : sources[size_t(order[i])]) {
                if (dominator[size_t(source)] >= 0)
                    found = found < 0 ? source : meet(source, found);
            }
            if (found != dominator[size_t(order[i])]) {
                dominator[size_t(order[i])] = found;
                changed = true;
            }
        }
    }
    for (int& node : dominator)
        node = node == root ? -1 : node;
    dominator.pop_back();
    return dominator;
}

} // namespace throughline
