// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/layout/gridlayout.h"
#include "core/metrics/journeymetrics.h"
#include "core/render/qttextmeasurer.h"
#include "core/scene/scenebuilder.h"
#include "core/view/excerpt.h"

namespace throughline {

/// A blueprint laid out and drawn as a value, for the exporters.
struct Picture
{
    Layout layout;
    DisplayList list;
    JourneyMetrics metrics; ///< of what is drawn
};

/// The picture of a blueprint in a theme, with the callouts of the findings when annotated; of the excerpt in its place
/// where there is one.
[[nodiscard]] Picture makePicture(const Blueprint& blueprint, const CheckResult& check,
                                  const std::optional<Excerpt>& excerpt, bool annotated, const Theme& theme,
                                  const QtTextMeasurer& measurer);
/// Says below the picture that it shows a part.
void addSentence(Picture& picture, const QString& sentence, const Theme& theme, const QtTextMeasurer& measurer);

} // namespace throughline
