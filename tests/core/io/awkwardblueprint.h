// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

namespace throughline {

/// A valid blueprint that uses every field of the model, the same for the same seed. size is the number of cards; texts
/// hold what trips writers up: quotes, line breaks, '#', other scripts, ids that are words or arrows of the notation.
[[nodiscard]] Blueprint awkwardBlueprint(quint32 seed, int size);

} // namespace throughline
