// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quantity.h"

namespace throughline {

/// "30 s", "8 min", "1 h 30 min", "3 days": a duration as people say it.
[[nodiscard]] QString spokenMinutes(Minutes minutes);
/// The same of a sum that Minutes cannot hold; empty for a negative one.
[[nodiscard]] QString spokenMinutes(double minutes);

/// "20–28 min", "45 min – 1 h 21 min", "0–1.5 days"; one duration where both are said alike. Of words stands between in
/// place of the dash: "20 to 28 min".
[[nodiscard]] QString spokenRange(double low, double high, const QString& words = {});
/// "28 of 81 min", "13 of 13.3 days", "45 min of 1 h 21 min". least stands before the whole: "13 of ≥ 13.3 days".
[[nodiscard]] QString spokenPart(double part, double whole, const QString& least = {});

} // namespace throughline
