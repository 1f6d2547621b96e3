// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/gridmap.h"

namespace throughline {

namespace {

constexpr int Far = 1 << 24; // an ordinal behind the last of any grid

/// Sets to -1 what is not part of the longest rising sequence.
void keepRising(std::vector<int>& values)
{
    std::vector<int> ends; // ends[k]: where the lowest end of a rising sequence of k + 1 values stands
    std::vector<int> before(values.size(), -1);
    for (int i = 0; i < int(values.size()); ++i) {
        if (values[size_t(i)] < 0)
            continue;
        const auto place = std::lower_bound(ends.begin(), ends.end(), values[size_t(i)],
                                            [&](int end, int value) { return values[size_t(end)] < value; });
        if (place != ends.begin())
            before[size_t(i)] = *std::prev(place);
        if (place == ends.end())
            ends.push_back(i);
        else
            *place = i;
    }
    std::vector<bool> kept(values.size(), false);
    for (int i = ends.empty() ? -1 : ends.back(); i >= 0; i = before[size_t(i)])
        kept[size_t(i)] = true;
    for (size_t i = 0; i < values.size(); ++i) {
        if (!kept[i])
            values[i] = -1;
    }
}

} // namespace

AxisMap::AxisMap(std::vector<int> indices, int newCount) : m_indices(std::move(indices)), m_newEnd(2 * newCount)
{
    keepRising(m_indices);
    const int count = int(m_indices.size());
    m_ordinals.resize(2 * size_t(count) + 1, -1);
    for (int k = 0; k <= count; ++k) {
        const int before = k == 0 ? -1 : m_indices[size_t(k) - 1];
        const int after = k == count ? newCount : m_indices[size_t(k)];
        const bool isBeside = (k == 0 || before >= 0) && after == before + 1;
        if (isBeside)
            m_ordinals[2 * size_t(k)] = 2 * after;
        if (k < count && after >= 0)
            m_ordinals[2 * size_t(k) + 1] = 2 * after + 1;
    }
    m_goneBefore.resize(m_ordinals.size() + 1, 0);
    for (size_t o = 0; o < m_ordinals.size(); ++o)
        m_goneBefore[o + 1] = m_goneBefore[o] + (m_ordinals[o] < 0 ? 1 : 0);
    const int end = int(m_ordinals.size());
    while (m_firstMoved < end && m_ordinals[size_t(m_firstMoved)] == m_firstMoved)
        ++m_firstMoved;
    for (int o = m_firstMoved; o < end; ++o) {
        if (m_ordinals[size_t(o)] >= 0)
            continue;
        if (!m_gone.empty() && m_gone.back().second == o - 1)
            m_gone.back().second = o;
        else
            m_gone.emplace_back(o == 0 ? -1 : o, o);
    }
}

bool AxisMap::keeps(int lo, int hi) const
{
    if (lo > hi)
        return true;
    if (lo < 0 && m_ordinals[0] < 0)
        return false;
    return m_goneBefore[size_t(std::max(hi, 0)) + 1] == m_goneBefore[size_t(std::max(lo, 0))];
}

std::pair<int, int> AxisMap::around(int lo, int hi) const
{
    int first = std::max(lo, 0);
    while (first > 0 && m_ordinals[size_t(first)] < 0)
        --first;
    size_t last = size_t(std::max(hi, 0));
    while (last + 1 < m_ordinals.size() && m_ordinals[last] < 0)
        ++last;
    return {lo < 0 ? lo : std::max(m_ordinals[size_t(first)], 0), m_ordinals[last] < 0 ? m_newEnd : m_ordinals[last]};
}

std::vector<OrdinalBox> GridMap::movedBoxes() const
{
    const auto from = [](const AxisMap& axis) { return axis.firstMoved() == 0 ? -1 : axis.firstMoved(); };
    std::vector<OrdinalBox> boxes;
    if (!columns.isIdentity())
        boxes.push_back({from(columns), Far, -1, Far});
    if (!tiers.isIdentity())
        boxes.push_back({-1, Far, from(tiers), Far});
    return boxes;
}

std::vector<OrdinalBox> GridMap::goneBoxes() const
{
    std::vector<OrdinalBox> boxes;
    for (const auto& [lo, hi] : columns.gone())
        boxes.push_back({lo, hi, -1, Far});
    for (const auto& [lo, hi] : tiers.gone())
        boxes.push_back({-1, Far, lo, hi});
    return boxes;
}

OrdinalBox GridMap::around(const OrdinalBox& box) const
{
    if (box.isEmpty())
        return box;
    const auto [left, right] = columns.around(box.left, box.right);
    const auto [top, bottom] = tiers.around(box.top, box.bottom);
    return {left, right, top, bottom};
}

} // namespace throughline
