// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/referrers.h"

namespace throughline {

void summarise(const Blueprint& blueprint)
{
    blueprint.cards().summarise();
    blueprint.connections().summarise();
}

} // namespace throughline
