// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/gridsettler.h"

namespace throughline {

GridGeometry::GridGeometry(const LayoutData& data)
{
    m_columns.reserve(2 * size_t(data.columnCount()) + 1);
    for (int k = 0; k <= data.columnCount(); ++k) {
        const ColumnGutter& gutter = data.gutter(k);
        m_columns.push_back({gutter.left, gutter.width, gutter.trackMiddle, gutter.labelMiddle, 0, 0, 0, false});
        if (k == data.columnCount())
            break;
        const LayoutColumn& column = data.columns[k];
        m_columns.push_back({column.left, data.gutter(k + 1).left - column.left, column.width, 0, 0, 0, 0, false});
    }
    m_tiers.reserve(2 * size_t(data.tierCount()) + 1);
    double end = data.headerHeight;
    for (int t = 0; t <= data.tierCount(); ++t) {
        const Tier& tier = data.tier(t);
        Stretch gutter{end, tier.top - end, tier.top - tier.trackTop, tier.labelRoom, 0,
                       0,   tier.tracks,    tier.labelBelowTracks};
        if (t < data.tierCount() && data.firstTier[size_t(tier.row)] == t) {
            const LayoutRow& row = data.rows[tier.row];
            gutter.strips = tier.top - row.top;
            gutter.stripsLength = row.stripsBottom - row.top;
        }
        m_tiers.push_back(gutter);
        if (t < data.tierCount())
            m_tiers.push_back({tier.top, tier.height, 0, 0, 0, 0, 0, false});
        end = tier.top + tier.height;
    }
}

QRectF GridGeometry::rectOf(const OrdinalBox& box) const
{
    const Stretch& left = m_columns[size_t(std::max(box.left, 0))];
    const Stretch& right = m_columns[size_t(std::min(box.right, int(m_columns.size()) - 1))];
    const Stretch& top = m_tiers[size_t(std::max(box.top, 0))];
    const Stretch& bottom = m_tiers[size_t(std::min(box.bottom, int(m_tiers.size()) - 1))];
    return {QPointF(left.start, top.start), QPointF(right.start + right.length, bottom.start + bottom.length)};
}

QRectF GridGeometry::rectOf(const CardPlace& card) const
{
    const Stretch& first = m_columns[2 * size_t(card.first) + 1];
    const Stretch& last = m_columns[2 * size_t(card.last) + 1];
    return {first.start, m_tiers[2 * size_t(card.tier) + 1].start + card.offset, last.start + last.inner - first.start,
            card.height};
}

QRectF GridGeometry::rectAt(const QRectF& rect, int column, int tier) const
{
    const Stretch& gutter = m_tiers[2 * size_t(tier)];
    return rect.translated(m_columns[2 * size_t(column)].start, gutter.start + gutter.length);
}

bool GridGeometry::isAlike(const Stretch& left, const Stretch& right)
{
    return left.length == right.length && left.inner == right.inner && left.labels == right.labels &&
           left.strips == right.strips && left.stripsLength == right.stripsLength && left.tracks == right.tracks &&
           left.below == right.below;
}

std::vector<int> GridGeometry::changed(const std::vector<Stretch>& before, const std::vector<Stretch>& now,
                                       const AxisMap& map)
{
    std::vector<int> ordinals;
    for (int o = 0; o < int(before.size()); ++o) {
        if (const int at = map.at(o); at >= 0 && !isAlike(before[size_t(o)], now[size_t(at)]))
            ordinals.push_back(at);
    }
    return ordinals;
}

std::vector<int> GridGeometry::changedColumns(const GridGeometry& before, const AxisMap& map) const
{
    return changed(before.m_columns, m_columns, map);
}

std::vector<int> GridGeometry::changedTiers(const GridGeometry& before, const AxisMap& map) const
{
    return changed(before.m_tiers, m_tiers, map);
}

} // namespace throughline
