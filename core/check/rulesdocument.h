// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace throughline {

/// The catalogue of rules for people, as Markdown: docs/rules.md. A family a chapter, a rule a section with what it
/// means, when it fires, how to mend it, its severities, its parameters and where it comes from.
[[nodiscard]] QString rulesDocument();

} // namespace throughline
