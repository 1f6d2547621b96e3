// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/picture.h"

namespace throughline {

Picture makePicture(const Blueprint& blueprint, const CheckResult& check, bool annotated, const Theme& theme,
                    const QtTextMeasurer& measurer)
{
    Picture picture;
    picture.layout = layoutBlueprint(blueprint, {}, measurer);
    const SceneOptions options = annotated ? calloutsFor(blueprint, check.findings) : SceneOptions();
    picture.list = buildDisplayList(blueprint, picture.layout, theme, options, measurer);
    return picture;
}

} // namespace throughline
