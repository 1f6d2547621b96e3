// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSizeF>
#include <QString>
#include <QStringList>

namespace throughline {

/// The paper a picture goes on.
struct PageSetup
{
    QSizeF paperPt{841.89, 1190.55}; ///< portrait; A3
    bool landscape = true;
    bool fit = false; ///< the page grows to the picture at its design size instead
    double marginPt = 28;

    /// The page as it lies.
    [[nodiscard]] QSizeF sizePt() const { return landscape ? paperPt.transposed() : paperPt; }
    bool operator==(const PageSetup&) const = default;
};

/// The setup of a name: A0 to A5, Letter, Legal, Tabloid (any case), "fit". Error Usage naming the choices otherwise.
[[nodiscard]] Result<PageSetup> pageSetupFrom(QStringView name, bool landscape = true);
/// The names pageSetupFrom() knows.
[[nodiscard]] QStringList pageNames();

} // namespace throughline
