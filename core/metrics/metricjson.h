// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/metric.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace throughline {

/// [{"kind": "card", "id": "g1"}].
[[nodiscard]] QJsonArray refsJson(const QList<ElementRef>& refs);
/// The number, or null.
[[nodiscard]] QJsonValue numberJson(const std::optional<double>& number);
/// A metric as docs/numbers.md describes it.
[[nodiscard]] QJsonObject metricJson(const Metric& metric);

} // namespace throughline
