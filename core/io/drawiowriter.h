// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

#include <QByteArray>

namespace throughline {

/// The blueprint as a drawing that draw.io (diagrams.net) opens and edits: lanes as containers, cards in their lanes,
/// connections that stay attached, phases and steps as headers, the lines between the stages. Uncompressed XML, UTF-8
/// (docs/file-format.md). Any thread.
[[nodiscard]] QByteArray writeDrawio(const Blueprint& blueprint);

} // namespace throughline
