// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/gridlayout.h"

#include "core/layout/layoutdata.h"
#include "core/layout/layoutupdater.h"

namespace throughline {

namespace {

constexpr double HeadPt = 8; // how far arrow heads and marks reach beyond a route

std::shared_ptr<LayoutData> emptyData()
{
    auto data = std::make_shared<LayoutData>();
    data->tiers.emplace_back();
    data->firstTier.push_back(0);
    data->gutters.emplace_back();
    data->occupied.emplace_back();
    data->verticals.emplace_back();
    data->horizontals.emplace_back();
    return data;
}

} // namespace

Layout::Layout()
{
    static const std::shared_ptr<LayoutData> empty = emptyData();
    m_data = empty;
}

Layout::Layout(std::shared_ptr<LayoutData> data) : m_data(std::move(data)) {}

Layout layoutBlueprint(const Blueprint& blueprint, const LayoutStyle& style, const TextMeasurer& measurer)
{
    auto data = emptyData();
    data->style = style;
    LayoutUpdater(*data, blueprint, measurer).makeAll();
    return Layout(std::move(data));
}

Layout updateLayout(Layout old, const Blueprint& after, const Patch& patch, const TextMeasurer& measurer,
                    LayoutChange* change)
{
    if (old.m_data.use_count() > 1)
        old.m_data = std::make_shared<LayoutData>(*old.m_data);
    LayoutChange made = LayoutUpdater(*old.m_data, after, measurer).update(patch);
    if (change)
        *change = std::move(made);
    return old;
}

const LayoutStyle& Layout::style() const
{
    return m_data->style;
}

QRectF Layout::bounds() const
{
    return m_data->bounds;
}

double Layout::headerWidth() const
{
    return m_data->headerWidth;
}

double Layout::headerHeight() const
{
    return m_data->headerHeight;
}

double Layout::phaseBottom() const
{
    return m_data->phaseBottom;
}

QRectF Layout::gridRect() const
{
    return m_data->grid;
}

QRectF Layout::trayRect() const
{
    return m_data->tray;
}

const QList<LayoutColumn>& Layout::columns() const
{
    return m_data->columns;
}

const QList<LayoutRow>& Layout::rows() const
{
    return m_data->rows;
}

const QList<LayoutPhase>& Layout::phases() const
{
    return m_data->phases;
}

const QList<LayoutLine>& Layout::lines() const
{
    return m_data->lines;
}

int Layout::rowOf(const LaneId& lane) const
{
    return m_data->rowIndex.value(lane.value, -1);
}

int Layout::columnOf(const StepId& step) const
{
    return m_data->columnIndex.value(step.value, -1);
}

std::optional<LayoutCard> Layout::card(const CardId& card) const
{
    const int index = m_data->cardIndex.value(card.value);
    if (index < 0)
        return {};
    const PlacedCard& placed = m_data->cards[size_t(index)];
    return LayoutCard{placed.id,   m_data->rectOf(placed), placed.row,    placed.first,
                      placed.last, placed.folded,          placed.inTray, placed.text};
}

QRectF Layout::cardRect(const CardId& card) const
{
    const int index = m_data->cardIndex.value(card.value);
    return index < 0 ? QRectF() : m_data->rectOf(m_data->cards[size_t(index)]);
}

std::optional<Route> Layout::route(const ConnectionId& connection) const
{
    const int index = m_data->planIndex.value(connection.value);
    if (index < 0)
        return {};
    const RoutePlan& plan = m_data->plans[size_t(index)];
    Route route;
    route.connection = plan.connection;
    route.points = m_data->pointsOf(plan);
    route.hops = m_data->hopsOf(index, route.points);
    route.looseFrom = plan.from.loose;
    route.looseTo = plan.to.loose;
    route.label = m_data->labelRect(plan, route.points);
    if (plan.label >= 0)
        route.labelLines = m_data->labels[size_t(plan.label)].words().lines;
    QRectF bounds(route.points.first(), route.points.first());
    for (const QPointF& point : route.points)
        bounds |= QRectF(point, point).adjusted(-HeadPt, -HeadPt, HeadPt, HeadPt);
    route.bounds = route.label.isNull() ? bounds : bounds | route.label;
    return route;
}

QList<CardId> Layout::cardsIn(const QRectF& area) const
{
    QList<CardId> cards;
    m_data->visitCards(area, [&](int index) { cards += m_data->cards[size_t(index)].id; });
    return cards;
}

QList<ConnectionId> Layout::connectionsIn(const QRectF& area) const
{
    const double reach = m_data->style.labelMaxPt;
    std::vector<int> met;
    m_data->visitRuns(area.adjusted(-reach, -reach / 2, reach, reach / 2), [&](int plan, int) { met.push_back(plan); });
    if (m_data->strays > 0 && area.bottom() >= m_data->grid.bottom()) {
        for (const int i : m_data->planOrder) {
            if (m_data->plan(i).runs.empty())
                met.push_back(i);
        }
    }
    std::sort(met.begin(), met.end(), [this](int l, int r) { return m_data->plan(l).order < m_data->plan(r).order; });
    met.erase(std::unique(met.begin(), met.end()), met.end());
    QList<ConnectionId> connections;
    for (const int index : met)
        connections += m_data->plan(index).connection;
    return connections;
}

QList<CardId> Layout::cardsInCell(int row, int column) const
{
    QList<CardId> cards;
    if (row < 0 || row >= int(m_data->rows.size()))
        return cards;
    for (int t = m_data->firstTier[size_t(row)]; t < m_data->firstTier[size_t(row) + 1]; ++t) {
        const std::vector<CellEntry>& cells = m_data->tier(t).cells;
        for (auto entry = firstFrom(cells, column); entry != cells.end() && entry->column == column; ++entry)
            cards += m_data->cards[size_t(entry->card)].id;
    }
    return cards;
}

std::pair<int, int> Layout::rowsIn(double top, double bottom) const
{
    const QList<LayoutRow>& rows = m_data->rows;
    const auto first =
        std::lower_bound(rows.begin(), rows.end(), top, [](const LayoutRow& row, double y) { return row.bottom <= y; });
    const auto last =
        std::upper_bound(rows.begin(), rows.end(), bottom, [](double y, const LayoutRow& row) { return y <= row.top; });
    if (first >= last)
        return {0, -1};
    return {int(first - rows.begin()), int(last - rows.begin()) - 1};
}

std::pair<int, int> Layout::columnsIn(double left, double right) const
{
    const QList<LayoutColumn>& columns = m_data->columns;
    const auto first = std::lower_bound(columns.begin(), columns.end(), left, [](const LayoutColumn& column, double x) {
        return column.left + column.width <= x;
    });
    const auto last = std::upper_bound(columns.begin(), columns.end(), right,
                                       [](double x, const LayoutColumn& column) { return x <= column.gutterLeft; });
    if (first >= last)
        return {0, -1};
    return {int(first - columns.begin()), int(last - columns.begin()) - 1};
}

} // namespace throughline
