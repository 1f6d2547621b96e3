// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QByteArray>

namespace throughline {

/// The blueprint as a collaboration of BPMN 2.0 with its drawing, UTF-8 (docs/file-format.md says what becomes what,
/// and what BPMN has no word for). Every card is one flow node, every connection with two ends one flow. Any thread.
[[nodiscard]] QByteArray writeBpmn(const Blueprint& blueprint);

} // namespace throughline
