// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/layout/gridlayout.h"
#include "core/render/qttextmeasurer.h"
#include "core/scene/scenebuilder.h"

namespace throughline {

/// A blueprint laid out and drawn as a value, for the exporters.
struct Picture
{
    Layout layout;
    DisplayList list;
};

/// The picture of a blueprint in a theme, with the callouts of the findings when annotated.
[[nodiscard]] Picture makePicture(const Blueprint& blueprint, const CheckResult& check, bool annotated,
                                  const Theme& theme, const QtTextMeasurer& measurer);

} // namespace throughline
