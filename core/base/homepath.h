// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace throughline {

/// A path as people read it: "~/blueprints/dinner.blueprint" for what lies in the home folder, any other as it is.
[[nodiscard]] QString homeRelative(const QString& path);

} // namespace throughline
