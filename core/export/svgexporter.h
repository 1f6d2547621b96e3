// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/model/blueprint.h"
#include "core/scene/displaylist.h"
#include "core/view/excerpt.h"

#include <QByteArray>

#include <optional>

namespace throughline {

class ImageSource;

struct PictureOptions
{
    bool annotated = true; ///< callouts of the findings on the picture
    double scale = 1;      ///< PNG: device pixels a point, 0.01 to 64 (dpi / 72)
    double marginPt = 16;
    QString folder; ///< of the document, where its attached pictures are found; empty: it has none
    /// What is drawn in place of the whole, and said to be a part of it below; nothing: the whole.
    std::optional<Excerpt> excerpt = std::nullopt;

    bool operator==(const PictureOptions&) const = default;
};

/// The blueprint as SVG, text as text. Needs a QGuiApplication.
[[nodiscard]] QByteArray exportSvg(const Blueprint& blueprint, const CheckResult& check,
                                   const PictureOptions& options = {});

/// A display list as SVG in the family named.
[[nodiscard]] QByteArray writeSvg(const DisplayList& list, const QString& family, Rgba paper, const QString& title,
                                  ImageSource& images);

} // namespace throughline
