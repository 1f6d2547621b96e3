// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridsettler.h"
#include "core/layout/gridupdater.h"

namespace throughline {

/// Brings the data of a layout up to a blueprint: the grid, then the ways of connections, then coordinates, then
/// labels. Used once. Whatever it is told, the data end up as if made anew from the blueprint.
class LayoutUpdater
{
public:
    LayoutUpdater(LayoutData& data, const Blueprint& after, const TextMeasurer& measurer);

    /// From data that hold nothing yet.
    void makeAll();
    /// From the layout of the blueprint that patch made this one from.
    LayoutChange update(const Patch& patch);

private:
    void detach(const Patch& patch);
    void attach(const Patch& patch);
    void renameOnLabels(const Patch& patch);
    void settleAgain(const Patch& patch);
    [[nodiscard]] LayoutChange report(const GridGeometry& now) const;
    void reportConnections(const GridGeometry& now, LayoutChange& change) const;

    LayoutData& m_data;
    const Blueprint& m_blueprint;
    const TextMeasurer& m_measurer;
    GridGeometry m_before;
    LabelPlacer m_labels;
    ConnectorRouter m_router;
    GridUpdater m_grid;
};

} // namespace throughline
