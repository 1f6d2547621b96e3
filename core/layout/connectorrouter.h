// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/layoutdata.h"

namespace throughline {

/// Plans the way of every connection, gives runs that share a channel tracks of their own, and keeps room for labels.
/// Needs placed cards; afterwards the gutters know how wide they must be.
void planRoutes(LayoutData& data, const Blueprint& blueprint, const TextMeasurer& measurer);

/// Builds the index of runs by channel. Needs planned routes.
void indexRuns(LayoutData& data);

/// Finds each label a place where it covers nothing. Needs coordinates and the index of runs.
void placeLabels(LayoutData& data);

} // namespace throughline
