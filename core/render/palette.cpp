// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/palette.h"

namespace throughline {

QColor toColor(Rgba colour)
{
    return QColor::fromRgba(colour);
}

} // namespace throughline
