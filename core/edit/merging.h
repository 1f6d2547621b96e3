// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/patch.h"

namespace throughline {

/// What comes of two versions that grew apart.
struct Merge
{
    Blueprint merged;
    /// Elements that both changed, each in its own way: merged holds the one of mine, or the one that still exists.
    QList<ElementRef> conflicts;

    bool operator==(const Merge&) const = default;
};

/// Brings the changes of two versions of one blueprint together, element by element by id: what only one of them
/// changed is as that one has it. Nothing is lost that the other still needs: an element that one removed and an
/// element of the other names stays, and a card in conflict keeps its connections. Fails with the error of the
/// invariant where the two contradict each other as a whole. Pure.
[[nodiscard]] Result<Merge> mergeBlueprints(const Blueprint& base, const Blueprint& mine, const Blueprint& theirs);

} // namespace throughline
