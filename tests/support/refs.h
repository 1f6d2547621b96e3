// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

namespace throughline::testing {

/// The card or connection of that id.
[[nodiscard]] inline ElementRef cardRef(const QString& id)
{
    return {ElementKind::Card, id};
}

[[nodiscard]] inline ElementRef connectionRef(const QString& id)
{
    return {ElementKind::Connection, id};
}

} // namespace throughline::testing
