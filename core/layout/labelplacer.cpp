// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/connectorrouter.h"

#include <array>
#include <limits>

namespace throughline {

namespace {

constexpr double CellPt = 256;    // of the index of labels placed so far
constexpr double CardClearPt = 3; // between a label and a card
constexpr double BadgePt = 14;    // the corner of a card that belongs to badges
constexpr double Forbidden = 1e6;
constexpr double CoversLine = 60;  // another connection
constexpr double CoversStrip = 15; // the line of interaction or visibility
constexpr double NearHead = 60;
constexpr double OtherRun = 12;
constexpr double OffMiddle = 20; // times the distance from the middle, as a share
constexpr double Beside = 5;     // not centred on its connection

class LabelPlacer
{
public:
    explicit LabelPlacer(LayoutData& data) : m_data(data) {}

    void place(int index)
    {
        RoutePlan& plan = m_data.plans[size_t(index)];
        if (plan.labelLines.isEmpty())
            return;
        m_plan = index;
        m_points = m_data.pointsOf(plan);
        m_best = Forbidden;
        m_rect = reserved(plan);
        consider(m_rect, 0);
        for (int i = 0; i + 1 < int(m_points.size()); ++i)
            alongSegment(i, plan.labelSize, i == plan.labelRun || m_points.size() == 2 ? 1 : OtherRun);
        plan.label = m_rect;
        remember(m_rect);
    }

private:
    /// In the room that was kept when the gutters got their widths.
    [[nodiscard]] QRectF reserved(const RoutePlan& plan) const
    {
        QPointF middle = (m_points.first() + m_points.last()) / 2;
        if (plan.labelRun >= 0) {
            const Run& run = plan.runs[size_t(plan.labelRun)];
            const QPointF from = m_points[plan.labelRun];
            const QPointF to = m_points[plan.labelRun + 1];
            middle = (from + to) / 2;
            const auto ordinal = size_t(plan.labelOrdinal / 2);
            const bool inCell = plan.labelOrdinal % 2 != 0;
            if (run.vertical && !run.inGutter()) {
                const Tier& tier = m_data.tiers[ordinal];
                middle.setY(inCell ? tier.top + tier.height / 2 : tier.labelMiddle(m_data.style));
                const LayoutColumn& column = m_data.columns[run.channel / 2];
                const double half = plan.labelSize.width() / 2;
                middle.setX(std::clamp(middle.x(), column.left + half, column.left + column.width - half));
            } else if (run.vertical) {
                middle.setX(gutterMiddle(size_t(run.channel / 2)));
            } else if (!run.inGutter() && inCell) {
                middle.setX(m_data.columns[qsizetype(ordinal)].left + m_data.columns[qsizetype(ordinal)].width / 2);
            } else if (!run.inGutter()) {
                middle.setX(gutterMiddle(ordinal));
            }
        }
        return around(middle, plan.labelSize);
    }

    [[nodiscard]] double gutterMiddle(size_t gutter) const
    {
        return m_data.gutterLeft[gutter] + m_data.gutterWidth[gutter] / 2;
    }

    static QRectF around(const QPointF& middle, const QSizeF& size)
    {
        return {middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()};
    }

    void alongSegment(int segment, const QSizeF& size, double cost)
    {
        const QPointF from = m_points[segment];
        const QPointF to = m_points[segment + 1];
        const bool isVertical = from.x() == to.x();
        const double length = isVertical ? std::abs(to.y() - from.y()) : std::abs(to.x() - from.x());
        if (length < (isVertical ? size.height() : size.width()) / 2)
            return;
        for (const double share : {0.5, 0.35, 0.65, 0.2, 0.8}) {
            const QPointF at = from + (to - from) * share;
            const double offMiddle = cost + OffMiddle * std::abs(share - 0.5);
            const QRectF centred = around(at, size);
            consider(centred, offMiddle);
            if (isVertical) {
                consider(centred.translated(size.width() / 2 - 6, 0), offMiddle + Beside);
                consider(centred.translated(6 - size.width() / 2, 0), offMiddle + Beside);
            } else {
                consider(centred.translated(0, -size.height() / 2 - 2), offMiddle + Beside);
                consider(centred.translated(0, size.height() / 2 + 2), offMiddle + Beside + 1);
            }
        }
    }

    void consider(const QRectF& rect, double cost)
    {
        if (cost >= m_best || rect.left() < m_data.headerWidth + 2 || coversCard(rect) || coversLabel(rect))
            return;
        cost += costOfLines(rect);
        if (cost >= m_best)
            return;
        m_best = cost;
        m_rect = rect;
    }

    [[nodiscard]] bool coversCard(const QRectF& rect) const
    {
        bool covers = false;
        const QRectF clear = rect.adjusted(-BadgePt, -CardClearPt, BadgePt, BadgePt);
        m_data.visitCards(clear, [&](int index) {
            const QRectF card = m_data.rectOf(m_data.cards[size_t(index)]);
            const QRectF badge(card.right() - BadgePt, card.top() - BadgePt + 3, 2 * BadgePt - 3, BadgePt);
            covers = covers || badge.intersects(rect) ||
                     card.adjusted(-CardClearPt, -CardClearPt, CardClearPt, CardClearPt).intersects(rect);
        });
        return covers;
    }

    [[nodiscard]] double costOfLines(const QRectF& rect) const
    {
        double cost = 0;
        m_data.visitRuns(rect, [&](int plan, int run) {
            if (plan == m_plan)
                return;
            const QList<QPointF> points = m_data.pointsOf(m_data.plans[size_t(plan)]);
            if (run + 1 < int(points.size()) &&
                QRectF(points[run], points[run + 1]).normalized().adjusted(-2, -2, 2, 2).intersects(rect))
                cost += CoversLine;
        });
        if (const QPointF head = m_points.last(); rect.adjusted(-10, -10, 10, 10).contains(head))
            cost += NearHead;
        for (const LayoutLine& line : m_data.lines) {
            const double y = line.top + line.height / 2;
            if (rect.top() < y && rect.bottom() > y)
                cost += CoversStrip;
        }
        return cost;
    }

    static std::pair<int, int> cellOf(const QPointF& point)
    {
        return {int(point.x() / CellPt), int(point.y() / CellPt)};
    }

    template <typename Visit>
    static void visitCells(const QRectF& rect, Visit visit)
    {
        const auto [left, top] = cellOf(rect.topLeft());
        const auto [right, bottom] = cellOf(rect.bottomRight());
        for (int x = left; x <= right; ++x) {
            for (int y = top; y <= bottom; ++y)
                visit(std::pair(x, y));
        }
    }

    [[nodiscard]] bool coversLabel(const QRectF& rect) const
    {
        bool covers = false;
        visitCells(rect, [&](const std::pair<int, int>& cell) {
            for (const QRectF& other : m_placed.value(cell))
                covers = covers || other.adjusted(-2, -2, 2, 2).intersects(rect);
        });
        return covers;
    }

    void remember(const QRectF& rect)
    {
        visitCells(rect, [&](const std::pair<int, int>& cell) { m_placed[cell] += rect; });
    }

    LayoutData& m_data;
    QHash<std::pair<int, int>, QList<QRectF>> m_placed;
    int m_plan = 0;
    QList<QPointF> m_points;
    double m_best = 0;
    QRectF m_rect;
};

} // namespace

void placeLabels(LayoutData& data)
{
    LabelPlacer placer(data);
    for (int i = 0; i < int(data.plans.size()); ++i)
        placer.place(i);
}

} // namespace throughline
