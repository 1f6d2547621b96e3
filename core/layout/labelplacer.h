// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridmap.h"
#include "core/layout/layoutdata.h"

#include <set>

namespace throughline {

/// Finds each label a place where it covers nothing, in the order of the connections' ids: cards, other connections,
/// the labels placed before it. After a change only those are placed again whose surroundings changed.
class LabelPlacer
{
public:
    /// Where a label stood before it was placed again.
    struct Former
    {
        QRectF rect;
        int column = 0;
        int tier = 0;
    };

    explicit LabelPlacer(LayoutData& data) : m_data(data) {}

    /// A new label of a plan.
    int add(int plan);
    /// Removes a label; what stood aside for it may move.
    void drop(int label);
    /// Takes a label out of its place, so that place() finds it another.
    void lift(int label);
    /// Something else changed within box.
    void touch(const OrdinalBox& box) { m_touched.push_back(box); }
    /// Takes over what became of the grid. Costs the labels behind the first place that changed.
    void remap(const GridMap& map);
    /// Places what was lifted and what may stand elsewhere now. Needs coordinates and the index of runs.
    void place();
    void placeAll();
    /// Frees the slots of dropped labels for others.
    void finish();

    /// What stood elsewhere before the last change. Only for grids without structural changes.
    [[nodiscard]] const std::vector<Former>& former() const { return m_former; }
    /// The labels placed anew.
    [[nodiscard]] const std::vector<int>& placed() const { return m_placed; }

private:
    using Queue = std::set<std::pair<quint64, int>>;

    PlacedLabel& label(int slot) { return m_data.labels[size_t(slot)]; }
    [[nodiscard]] quint64 orderOf(const PlacedLabel& label) const { return m_data.plan(label.plan).order; }
    void indexAnew();
    void replace(int slot, Queue& queue);
    void enqueue(const OrdinalBox& box, quint64 after, Queue& queue);
    void putDown(int slot);
    void findPlace(int slot);
    void tryPlaces(const PlacedLabel& label);
    void settleReach(PlacedLabel& label);
    [[nodiscard]] QRectF reserved(const RoutePlan& plan, const PlacedLabel& label) const;
    void alongSegment(int segment, const QSizeF& size, double cost);
    void consider(const QRectF& rect, double cost);
    [[nodiscard]] bool coversCard(const QRectF& rect) const;
    [[nodiscard]] bool coversLabel(const QRectF& rect) const;
    [[nodiscard]] double costOfLines(const QRectF& rect) const;

    LayoutData& m_data;
    std::vector<OrdinalBox> m_touched;
    std::vector<int> m_lifted;
    std::vector<int> m_dropped;
    std::vector<Former> m_former;
    std::vector<int> m_placed;
    int m_plan = 0; ///< the one whose label looks for a place
    quint64 m_order = 0;
    QList<QPointF> m_points;
    double m_best = 0;
    QRectF m_rect;
};

} // namespace throughline
