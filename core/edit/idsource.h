// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <functional>

namespace throughline {

/// Makes the id of a new element from the prefix of its kind: 'c' card, 'e' connection, 'l' lane, 's' step, 'p' phase,
/// 'r' role, 'd' department, 'q' request, 'i' data item. mintId() is the one programs use.
using IdSource = std::function<QString(QChar prefix)>;

} // namespace throughline
