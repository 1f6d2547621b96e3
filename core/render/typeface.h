// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/textmeasurer.h"

#include <QFont>

namespace throughline {

/// Fonts are made at UnitsPerPoint pixels a point and painted under a scale of its inverse: whole pixel sizes keep
/// advances exact on every device.
inline constexpr int UnitsPerPoint = 20;

/// The family a picture is set in. Layout and painting must use the same one.
struct Typeface
{
    QString family;
    int heavier = 0; ///< added to every weight (projector)

    bool operator==(const Typeface&) const = default;
};

/// For screens: Inter when the machine has it, else the platform's sans.
[[nodiscard]] Typeface screenTypeface();
/// For PDF and SVG: Liberation Sans, whose text survives search and copy, else the platform's sans.
[[nodiscard]] Typeface printTypeface();

/// The font of a role at UnitsPerPoint, without hinting.
[[nodiscard]] QFont fontOf(const Typeface& typeface, TextRole role);

} // namespace throughline
