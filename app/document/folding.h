// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"

/// Folding lanes and phases, which is an edit of the document.
namespace throughline {

/// What toggleFold() would do, as a command: "Fold phase"; empty for what cannot be folded.
[[nodiscard]] QString foldText(const Blueprint& blueprint, const ElementRef& element);
/// Folds or unfolds a lane or a phase, one undo step; false for anything else. A folded phase is selected in place of
/// what is no longer seen in it.
bool toggleFold(DocumentController& document, const ElementRef& element);

} // namespace throughline
