// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridlayout.h"

namespace throughline::testing {

/// The connections whose words stand on another connection, on a card or on other words.
[[nodiscard]] inline QStringList coveringLabels(const Blueprint& blueprint, const Layout& layout)
{
    QStringList covering;
    for (const Connection& connection : blueprint.connections()) {
        const Route route = *layout.route(connection.id);
        bool covers = !route.label.isNull() && !layout.cardsIn(route.label).isEmpty();
        for (const Connection& other : blueprint.connections()) {
            if (route.label.isNull() || other.id == connection.id)
                continue;
            const Route way = *layout.route(other.id);
            for (qsizetype i = 0; i + 1 < way.points.size(); ++i)
                covers = covers || QRectF(way.points[i], way.points[i + 1])
                                       .normalized()
                                       .adjusted(-0.6, -0.6, 0.6, 0.6)
                                       .intersects(route.label);
            covers = covers || way.label.intersects(route.label);
        }
        if (covers)
            covering += connection.id.value;
    }
    return covering;
}

} // namespace throughline::testing
