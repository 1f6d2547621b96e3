// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/cardgrid.h"
#include "core/model/blueprint.h"

#include <QString>

/// How a draw.io drawing looks: styles as draw.io writes them, "key=value;key=value;".
namespace throughline::drawio {

[[nodiscard]] QString laneStyle(Stage stage, int titleWidth);
[[nodiscard]] QString phaseStyle();
[[nodiscard]] QString stepStyle();
/// The frame has the colour of the department that does the work; a card of evidence is dashed.
[[nodiscard]] QString cardStyle(const Blueprint& blueprint, const Card& card);
/// Every kind differs from the others in more than colour.
[[nodiscard]] QString connectionStyle(const Connection& connection);
[[nodiscard]] QString lineStyle();
[[nodiscard]] QString lineName(CardGridLineKind kind);

/// text as a label that draw.io shows as HTML.
[[nodiscard]] QString labelHtml(const QString& text);
/// The title of a card, and below it, smaller, what kind of card it is where that says something.
[[nodiscard]] QString cardLabel(const Card& card);
/// The label or the request of a connection, with "if" in front of a condition.
[[nodiscard]] QString connectionLabel(const Blueprint& blueprint, const Connection& connection);

} // namespace throughline::drawio
