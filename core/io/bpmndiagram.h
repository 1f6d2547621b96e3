// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/bpmnoutline.h"

#include <QHash>
#include <QList>
#include <QPoint>
#include <QRect>

namespace throughline {

/// Places for everything of an outline, in pixels: steps are columns, lanes are rows, so that who reads the drawing
/// finds the steps again.
struct BpmnDiagram
{
    QHash<QString, QRect> boxes;         ///< by id: pools, lanes, nodes, data, phases
    QHash<QString, QList<QPoint>> lines; ///< by id of the flow; a link to data by the id of the data
};

/// O(n log n).
[[nodiscard]] BpmnDiagram bpmnDiagram(const Blueprint& blueprint, const BpmnOutline& outline);

} // namespace throughline
