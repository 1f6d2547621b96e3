// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/farmap.h"

#include "app/canvas/farcell.h"
#include "core/layout/gridlayout.h"

#include <QElapsedTimer>

#include <cmath>

namespace throughline {

QRect FarMap::cellsOf(const QRectF& area)
{
    const auto index = [](double value) { return int(std::floor(value / CellPt)); };
    return {QPoint(index(area.left()), index(area.top())), QPoint(index(area.right()), index(area.bottom()))};
}

QRectF FarMap::areaOf(QPoint cell)
{
    return {cell.x() * CellPt, cell.y() * CellPt, CellPt, CellPt};
}

void FarMap::invalidate(const QList<QRectF>& areas)
{
    for (const QRectF& area : areas) {
        const QRect cells = cellsOf(area);
        if (qsizetype(cells.width()) * cells.height() > m_cells.size()) {
            m_cells.removeIf([&](const auto& entry) { return cells.contains(entry.key()); });
            continue;
        }
        for (int y = cells.top(); y <= cells.bottom(); ++y) {
            for (int x = cells.left(); x <= cells.right(); ++x)
                m_cells.remove({x, y});
        }
    }
}

void FarMap::follow(const LayoutChange& change)
{
    if (change.everything) {
        clear();
        return;
    }
    if (change.movedFromX)
        m_cells.removeIf([&](const auto& entry) { return areaOf(entry.key()).right() >= *change.movedFromX; });
    if (change.movedFromY)
        m_cells.removeIf([&](const auto& entry) { return areaOf(entry.key()).bottom() >= *change.movedFromY; });
    invalidate(change.areas);
}

const FarCell& FarMap::cell(const CanvasScene& scene, QPoint place) const
{
    std::shared_ptr<const FarCell>& cell = m_cells[place];
    if (!cell)
        cell = std::make_shared<const FarCell>(makeFarCell(scene, areaOf(place)));
    return *cell;
}

void FarMap::visit(const CanvasScene& scene, const QRectF& area,
                   const std::function<void(QPoint, const FarCell&)>& visit) const
{
    const QRect cells = cellsOf(area);
    for (int y = cells.top(); y <= cells.bottom(); ++y) {
        for (int x = cells.left(); x <= cells.right(); ++x)
            visit({x, y}, cell(scene, {x, y}));
    }
}

bool FarMap::prepare(const CanvasScene& scene, const QRectF& area, double ms) const
{
    QElapsedTimer timer;
    timer.start();
    const QRect cells = cellsOf(area);
    for (int y = cells.top(); y <= cells.bottom(); ++y) {
        for (int x = cells.left(); x <= cells.right(); ++x) {
            if (m_cells.contains({x, y}))
                continue;
            if (double(timer.nsecsElapsed()) / 1e6 > ms)
                return false;
            (void)cell(scene, {x, y});
        }
    }
    return true;
}

} // namespace throughline
