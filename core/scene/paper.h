// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/theme.h"

namespace throughline {

/// What a card is made of: the paper of a sticky note, of evidence, or of a card. quiet: it is evidence.
[[nodiscard]] Rgba paperOf(const Theme& theme, const Card& card, bool quiet);

/// The edge of a sticky note of that paper: the paper's own colour, a little deeper.
[[nodiscard]] Rgba noteEdgeOf(const Theme& theme, Rgba paper);

} // namespace throughline
