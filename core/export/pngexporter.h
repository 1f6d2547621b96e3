// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/export/svgexporter.h"

namespace throughline {

/// The whole blueprint as PNG. Needs a QGuiApplication. Errors: Limit when the picture would exceed 32,767 pixels a
/// side or 200 megapixels; System when there is no memory for it.
[[nodiscard]] Result<QByteArray> exportPng(const Blueprint& blueprint, const CheckResult& check,
                                           const PictureOptions& options = {});

} // namespace throughline
