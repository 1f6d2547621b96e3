// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>

namespace throughline {

/// What no longer looks as it did: areas of the scene, or all of it.
struct SceneDirt
{
    bool everything = false;
    QList<QRectF> areas;
};

} // namespace throughline
