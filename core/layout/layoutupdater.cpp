// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/layoutupdater.h"

#include "core/layout/cardtext.h"

namespace throughline {

LayoutUpdater::LayoutUpdater(LayoutData& data, const Blueprint& after, const TextMeasurer& measurer)
    : m_data(data),
      m_blueprint(after),
      m_measurer(measurer),
      m_before(data),
      m_labels(data),
      m_router(data, m_labels, measurer),
      m_grid(data, after, measurer, m_router, m_labels)
{
}

void LayoutUpdater::makeAll()
{
    m_grid.makeAll();
    m_router.routeAll(m_blueprint);
    settle(m_data, m_measurer, m_blueprint, false);
    m_labels.placeAll();
}

LayoutChange LayoutUpdater::update(const Patch& patch)
{
    detach(patch);
    m_grid.update(patch);
    attach(patch);
    renameOnLabels(patch);
    m_router.route();
    const bool samePhases = std::none_of(patch.changes.begin(), patch.changes.end(),
                                         [](const Change& change) { return refOf(change).kind == ElementKind::Phase; });
    settle(m_data, m_measurer, m_blueprint, samePhases);
    const GridGeometry now(m_data);
    m_router.liftLabels();
    const int lastColumn = 2 * m_data.columnCount();
    const int lastTier = 2 * m_data.tierCount();
    for (const int column : now.changedColumns(m_before, m_grid.map().columns))
        m_labels.touch({column, column, 0, lastTier});
    for (const int tier : now.changedTiers(m_before, m_grid.map().tiers))
        m_labels.touch({0, lastColumn, tier, tier});
    m_labels.place();
    LayoutChange change = report(now);
    m_labels.finish();
    m_router.finish();
    m_grid.finish();
    return change;
}

/// Takes the connections that go or change off their ends, while these are where they were.
void LayoutUpdater::detach(const Patch& patch)
{
    for (const Change& change : patch.changes) {
        const auto* connection = std::get_if<ElementChange<Connection>>(&change);
        if (!connection || !connection->before)
            continue;
        m_router.detach(connection->before->id);
        if (!connection->after)
            m_router.remove(connection->before->id);
    }
}

void LayoutUpdater::attach(const Patch& patch)
{
    for (const Change& change : patch.changes) {
        const auto* connection = std::get_if<ElementChange<Connection>>(&change);
        if (connection && connection->after)
            m_router.attach(*connection->after, labelOf(m_blueprint, *connection->after));
    }
}

/// Labels name requests and data items.
void LayoutUpdater::renameOnLabels(const Patch& patch)
{
    QSet<QString> renamed;
    for (const Change& change : patch.changes) {
        const ElementRef ref = refOf(change);
        if (ref.kind == ElementKind::Request || ref.kind == ElementKind::DataItem)
            renamed += ref.id;
    }
    if (renamed.isEmpty())
        return;
    for (const Connection& connection : m_blueprint.connections()) {
        const bool isNamed = renamed.contains(connection.request.value) ||
                             std::any_of(connection.carries.begin(), connection.carries.end(),
                                         [&](const DataItemId& item) { return renamed.contains(item.value); });
        if (isNamed)
            m_router.setWords(connection.id, labelOf(m_blueprint, connection));
    }
}

LayoutChange LayoutUpdater::report(const GridGeometry& now) const
{
    LayoutChange change;
    for (const GridUpdater::MovedCard& moved : m_grid.movedCards())
        change.cards += moved.card;
    for (const ConnectorRouter::Changed& changed : m_router.changed()) {
        if (changed.moved)
            change.connections += changed.connection;
    }
    change.everything = !m_grid.map().isIdentity();
    if (change.everything)
        return change;
    const auto columns = now.changedColumns(m_before, m_grid.map().columns);
    const auto tiers = now.changedTiers(m_before, m_grid.map().tiers);
    if (!columns.empty())
        change.movedFromX = now.columnStart(columns.front());
    if (!tiers.empty())
        change.movedFromY = now.tierStart(tiers.front());
    if (m_before.tierStart(0) != now.tierStart(0)) // the header row
        change.movedFromY = std::min(m_before.tierStart(0), now.tierStart(0));
    for (const GridUpdater::MovedCard& moved : m_grid.movedCards()) {
        if (moved.before)
            change.areas += m_before.rectOf(*moved.before);
        if (moved.after)
            change.areas += now.rectOf(*moved.after);
    }
    reportConnections(now, change);
    return change;
}

void LayoutUpdater::reportConnections(const GridGeometry& now, LayoutChange& change) const
{
    // As wide as the channel: where another connection crosses, hops close together share an arc.
    const auto strip = [](const GridGeometry& grid, const Run& run) {
        OrdinalBox box = run.box();
        if (run.vertical) // up to the card, which may be less high than its tier
            box = {box.left, box.right, box.top - 1, box.bottom + 1};
        return grid.rectOf(box);
    };
    for (const ConnectorRouter::Changed& changed : m_router.changed()) {
        if (!changed.moved)
            continue;
        for (const Run& run : changed.before)
            change.areas += strip(m_before, run);
        const RoutePlan& plan = m_data.plan(changed.plan);
        for (const Run& run : plan.runs)
            change.areas += strip(now, run);
        if (changed.before.empty() || plan.runs.empty())
            change.areas += QRectF(m_data.headerWidth, m_data.grid.bottom(), m_data.grid.width(), 32);
    }
    for (const LabelPlacer::Former& former : m_labels.former())
        change.areas += m_before.rectAt(former.rect, former.column, former.tier);
    for (const int label : m_labels.placed()) {
        if (m_data.labels[size_t(label)].plan >= 0)
            change.areas += m_data.rectOf(m_data.labels[size_t(label)]);
    }
}

} // namespace throughline
